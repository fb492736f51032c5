"""Python imports this at its start where the folder is on its path: its clock is 400 days ahead, as far as it shows."""

import datetime
import time
from typing import Any

AHEAD = 400 * 24 * 60 * 60
_now = time.time
_date, _datetime = datetime.date, datetime.datetime


class _Real(type):
    """Whatever is a date is one, also for a class that has another clock."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.__mro__[1])


class _Date(_date, metaclass=_Real):
    def __new__(cls, *given: int) -> datetime.date:  # type: ignore[misc]
        """Return a plain date, which shows nothing of this class."""
        return _date(*given)

    @classmethod
    def today(cls) -> datetime.date:
        """Return the day 400 days from now."""
        return _date.fromtimestamp(_now() + AHEAD)


class _DateTime(_datetime, metaclass=_Real):
    def __new__(cls, *given: Any, **named: Any) -> datetime.datetime:  # type: ignore[misc]
        """Return a plain moment."""
        return _datetime(*given, **named)

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
        """Return the moment 400 days from now."""
        return _datetime.fromtimestamp(_now() + AHEAD, tz)


time.time = lambda: _now() + AHEAD
datetime.date, datetime.datetime = _Date, _DateTime  # type: ignore[misc]
