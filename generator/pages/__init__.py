"""What each page of an edition says, its address, and what it links to."""

from generator.pages.content import content_problems
from generator.pages.edit_links import Origins, lines_of
from generator.pages.follow import written_for
from generator.pages.frame import Frames, head_of, report_link, trail_of
from generator.pages.jinja import COMPILED, Renderer
from generator.pages.page import MAPS, TYPEFACES, Brief, Page, SearchEntry, Volume
from generator.pages.pages import Kept, pages_of, pages_to_make
from generator.pages.render import Planned
from generator.pages.search import search_index
from generator.pages.urls import (
    SEARCH_INDEX,
    Address,
    FixedPage,
    archive_path,
    brief_path,
    calendar_path,
    data_path,
    feed_path,
    milestone_path,
    moved_pages,
    paths_of,
    relative,
    theme_path,
)
from generator.pages.views import ChangeGroup, change_groups, change_in_words, state_view
from generator.pages.workspace import DRAWINGS, Workspace, open_to_compare, open_workspace

__all__ = [
    "COMPILED",
    "DRAWINGS",
    "MAPS",
    "SEARCH_INDEX",
    "TYPEFACES",
    "Address",
    "Brief",
    "ChangeGroup",
    "FixedPage",
    "Frames",
    "Kept",
    "Origins",
    "Page",
    "Planned",
    "Renderer",
    "SearchEntry",
    "Volume",
    "Workspace",
    "archive_path",
    "brief_path",
    "calendar_path",
    "change_groups",
    "change_in_words",
    "content_problems",
    "data_path",
    "feed_path",
    "head_of",
    "lines_of",
    "milestone_path",
    "moved_pages",
    "open_to_compare",
    "open_workspace",
    "pages_of",
    "pages_to_make",
    "paths_of",
    "relative",
    "report_link",
    "search_index",
    "state_view",
    "theme_path",
    "trail_of",
    "written_for",
]
