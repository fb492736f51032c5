"""What pages and feeds print of changes between editions."""

from generator.pages.views.changes.lines import ChangeGroup, ChangeLine, change_groups
from generator.pages.views.changes.page import ChangesView, changes_view

__all__ = ["ChangeGroup", "ChangeLine", "ChangesView", "change_groups", "changes_view"]
