"""Matches a new document with what was known before it: which passage is about which theme, promise and figure."""

from generator.documents.matching.items import IndicatorMatch, MilestoneMatch, OpenPromise, Work, WorkItem
from generator.documents.matching.work import work_of

__all__ = ["IndicatorMatch", "MilestoneMatch", "OpenPromise", "Work", "WorkItem", "work_of"]
