"""What a brief says: of a theme, and of what an edition changed."""

from generator.pages.views.briefs.briefs import changes_brief, theme_brief

__all__ = ["changes_brief", "theme_brief"]
