"""Numbers and dates in prose by the rules of each language, and text made safe for Markdown."""

from generator.text.escape import escape_cell, escape_gfm, escape_gfm_html, escape_markdown
from generator.text.figures import COUNTED, Figure, figures_in, moves_in
from generator.text.hidden import hidden_in, with_plain_letters, without_unseen
from generator.text.language import EDITORS_LANGUAGE, LANGUAGES, countries_of, language, months_of, shared
from generator.text.names import is_device, is_web_address
from generator.text.number_words import SCALES
from generator.text.quantities import REMEMBERED, Quantity, QuantityKind, forms, quantities_in
from generator.text.relative_dates import may_mean, without_parts
from generator.text.spoken import is_spoken, spoken_in
from generator.text.typed_toml import table_in, typed

__all__ = [
    "COUNTED",
    "EDITORS_LANGUAGE",
    "LANGUAGES",
    "REMEMBERED",
    "SCALES",
    "Figure",
    "Quantity",
    "QuantityKind",
    "countries_of",
    "escape_cell",
    "escape_gfm",
    "escape_gfm_html",
    "escape_markdown",
    "figures_in",
    "forms",
    "hidden_in",
    "is_device",
    "is_spoken",
    "is_web_address",
    "language",
    "may_mean",
    "months_of",
    "moves_in",
    "quantities_in",
    "shared",
    "spoken_in",
    "table_in",
    "typed",
    "with_plain_letters",
    "without_parts",
    "without_unseen",
]
