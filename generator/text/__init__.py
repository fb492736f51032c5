"""Numbers and dates in Dutch and English prose, and text made safe for Markdown."""

from generator.text.escape import escaped
from generator.text.number_words import SCALES
from generator.text.quantities import Figure, FigureKind, figures_in, forms

__all__ = ["SCALES", "Figure", "FigureKind", "escaped", "figures_in", "forms"]
