"""Examples of every text and id that people write, read from field_examples.toml and shown in the editor."""

from collections.abc import Mapping

from generator.text import table_in

_TABLE = table_in("generator.authoring", "field_examples.toml")

WORDS: Mapping[str, list[str]] = _TABLE["words"]
"""By `Model.field`: two or more, so that the editor does not insert the only one by itself."""
TEXTS: Mapping[str, Mapping[str, str]] = _TABLE["texts"]
"""By `Model.field`: the text by language."""
