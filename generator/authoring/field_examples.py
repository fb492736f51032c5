"""An example of every text and id that people write, from field_examples.toml, as editors show it."""

from collections.abc import Mapping

from generator.text import table_in

_TABLE = table_in("generator.authoring", "field_examples.toml")

WORDS: Mapping[str, list[str]] = _TABLE["words"]
"""By model and field: two or more, so that none is written for the editor."""
TEXTS: Mapping[str, Mapping[str, str]] = _TABLE["texts"]
"""By model and field: the text in each language."""
