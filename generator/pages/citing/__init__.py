"""How a page, or a chart on one, is cited: in words, and in the files that reference managers read."""

from generator.pages.citing.cited import cite, is_citable

__all__ = ["cite", "is_citable"]
