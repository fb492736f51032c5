"""The charts of a page: drawn in it, and as files that stand by themselves."""

from generator.pages.figures.drawings import Drawings

__all__ = ["Drawings"]
