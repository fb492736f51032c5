"""What pages and feeds print of changes between editions."""

from generator.pages.views.changes.lines import LEADING, ChangeGroup, change_groups, change_in_words
from generator.pages.views.changes.log import CorrectionsView, corrections_view
from generator.pages.views.changes.page import ChangesView, changes_view

__all__ = [
    "LEADING",
    "ChangeGroup",
    "ChangesView",
    "CorrectionsView",
    "change_groups",
    "change_in_words",
    "changes_view",
    "corrections_view",
]
