"""What stands around every page: navigation and editions, the head for programs, and where errors are reported."""

from generator.pages.frame.head import head_of
from generator.pages.frame.navigation import Frames
from generator.pages.frame.report_error import report_link
from generator.pages.frame.trail import trail_of

__all__ = ["Frames", "head_of", "report_link", "trail_of"]
