"""A match of a pattern of a date, with the words of its language and the day of publication by which it is read."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from generator.text.language import DateWords

_OF_CENTURY = re.compile(r"['’‘]?(\d\d)")
_MOST_AHEAD = 50
"""Years after publication in which a year of two digits may be; a later one was in the century before."""


@dataclass(frozen=True)
class Found:
    """A match with what is needed to interpret it."""

    code: str
    """Of the language."""
    words: DateWords
    months: tuple[str, ...]
    """A pattern for each month, written in full or shortened."""
    match: re.Match[str]
    published: date

    def __getitem__(self, group: str) -> str | None:
        return self.match.groupdict().get(group)

    @property
    def year(self) -> int:
        """The year that the phrase names or refers to; otherwise that of publication."""
        written = self["year"] or ""
        if written.isdigit() and len(written) == 4:
            return int(written)
        if digits := _OF_CENTURY.fullmatch(written):
            year = self.published.year // 100 * 100 + int(digits[1])
            return year - 100 if year > self.published.year + _MOST_AHEAD else year
        for phrase, distance in ((self.words.next, 1), (self.words.last, -1)):
            if re.fullmatch(phrase, written, re.IGNORECASE):
                return self.published.year + distance
        return self.published.year

    def month(self, group: str) -> int:
        written = str(self[group])
        return next(i for i, names in enumerate(self.months, 1) if re.fullmatch(names, written, re.IGNORECASE))

    def nth(self, group: str) -> int | None:
        written = self[group]
        if written is None or written.isdigit():
            return int(written) if written else None
        return next(i for i, words in enumerate(self.words.nth, 1) if re.fullmatch(words, written, re.IGNORECASE))

    def season(self, group: str) -> int:
        """Return the number of the season, from 0 for spring."""
        written = str(self[group])
        return next(i for i, name in enumerate(self.words.seasons) if re.fullmatch(name, written, re.IGNORECASE))

    def dated(self, month: int, day: int | None) -> int:
        """Return the year of a month or day: the nearest in the past or future if the phrase says so."""
        step = -1 if self["past"] or self["gone"] else 1 if self["coming"] or self["ahead"] else 0
        year = self.year
        while step and not self._is_on_its_side(year, month, day, step):
            year += step
        return year

    def _is_on_its_side(self, year: int, month: int, day: int | None, step: int) -> bool:
        days = monthrange(year, month)[1]
        if day and day > days:
            return False
        return (date(year, month, day or days) - self.published).days * step >= 0
