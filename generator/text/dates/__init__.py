"""What a date in prose may look like, and how each form of it is read."""

from generator.text.dates.found import Found
from generator.text.dates.readings import COMMON, RELATIVE, Reading, days, months

__all__ = ["COMMON", "RELATIVE", "Found", "Reading", "days", "months"]
