"""What each page of an edition says, its address, and what it links to."""

from generator.pages.edit_links import Origins, lines_of
from generator.pages.jinja import COMPILED, Renderer
from generator.pages.navigation import Frames
from generator.pages.page import MAPS, TYPEFACES, Brief, Page, SearchEntry, Volume
from generator.pages.pages import pages_of
from generator.pages.urls import Address, archive_path, brief_path, paths_of, relative, theme_path
from generator.pages.views import ChangeGroup, change_groups, change_in_words, state_view
from generator.pages.workspace import DRAWINGS, Workspace, open_to_compare, open_workspace

__all__ = [
    "COMPILED",
    "DRAWINGS",
    "MAPS",
    "TYPEFACES",
    "Address",
    "Brief",
    "ChangeGroup",
    "Frames",
    "Origins",
    "Page",
    "Renderer",
    "SearchEntry",
    "Volume",
    "Workspace",
    "archive_path",
    "brief_path",
    "change_groups",
    "change_in_words",
    "lines_of",
    "open_to_compare",
    "open_workspace",
    "pages_of",
    "paths_of",
    "relative",
    "state_view",
    "theme_path",
]
