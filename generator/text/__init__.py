"""Numbers and dates in Dutch and English prose, and text made safe for Markdown."""

from generator.text.escape import escape_gfm, escape_gfm_html, escape_markdown
from generator.text.number_words import SCALES
from generator.text.quantities import Quantity, QuantityKind, forms, quantities_in

__all__ = [
    "SCALES",
    "Quantity",
    "QuantityKind",
    "escape_gfm",
    "escape_gfm_html",
    "escape_markdown",
    "forms",
    "quantities_in",
]
