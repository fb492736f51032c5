"""Dates, numbers, plurals and fixed phrases in one language. Dates keep the precision they were given."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from babel import Locale as BabelLocale
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_decimal

from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.model.enums import Qualifier
from generator.model.files import PHRASES
from generator.model.period import Period, Precision
from generator.model.types import Bilingual
from generator.text import LANGUAGES, language

_DAYS_OF_YEAR = 365.25
_DAYS_OF_MONTHS = 61
"""From here on, an age is counted in months."""
_QUARTERS = ("", "¼", "½", "¾")


@dataclass(frozen=True)
class Locale:
    """The phrases of one language, and how it prints dates and numbers."""

    language: str
    phrases: dict[str, Any]
    """As in data/words/<language>.yaml: nested, with `{name}` where a value goes."""

    @property
    def english_name(self) -> str:
        """What the language is called in English, in small letters, as BibLaTeX names languages."""
        return str(BabelLocale.parse(self.language).english_name).lower()

    @cached_property
    def _by_key(self) -> dict[str, Any]:
        """Every phrase, and every group of phrases, by its dotted key."""
        return dict(_keyed(self.phrases))

    def say(self, key: str, **values: object) -> str:
        """The phrase at a dotted key with its values put in.

        A phrase with `one` and `other` is chosen by the value `n`, which is printed as a number.
        Raises InvalidData if there is no such phrase, or a value that it names is not given.
        """
        phrase = self._by_key.get(key)
        if phrase is None:
            raise self._missing(f"the phrase {key!r} is missing", "The pages show it; write it.")
        if isinstance(phrase, dict):
            n = values["n"]
            phrase = phrase["one" if n in (1, -1) else "other"]
        shown = {name: self.number(v) if isinstance(v, int | Decimal) else v for name, v in values.items()}
        return self._filled(key, str(phrase), shown)

    def _filled(self, key: str, phrase: str, shown: dict[str, Any]) -> str:
        try:
            return phrase.format(**shown)
        except (KeyError, IndexError, ValueError):
            known = ", ".join(f"{{{name}}}" for name in shown) or "none"
            what = f"the phrase {key!r} names a value that it is not given: {phrase!r}"
            raise self._missing(what, f"Values that it is given: {known}.") from None

    def _missing(self, what: str, hint: str) -> InvalidData:
        return InvalidData([Diagnostic(Location(PHRASES.path(self.language), 1, 1), what, hint, rule=Rule.PHRASES)])

    def text(self, text: Bilingual) -> str:
        """The text in this language."""
        return text[self.language]

    def number(self, value: Decimal | int) -> str:
        """The number with its published decimals and this language's separators: 1.094 / 1,094."""
        decimals = max(0, -int(Decimal(value).as_tuple().exponent))
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return _decimal(Decimal(value), pattern, language(self.language).babel)

    @property
    def separators(self) -> tuple[str, str]:
        """The separator of thousands and the decimal separator."""
        shown = self.number(Decimal("1000.0"))
        return shown[1], shown[5]

    def quantity(self, value: Decimal, unit: str, qualifier: Qualifier | None = None) -> str:
        """A number with its unit and hedge: `more than 400,000 dolls`."""
        plural = self.phrases["units"][unit]
        shown = plural["one" if value == 1 else "other"]
        return " ".join(part for part in (self.hedge(qualifier), f"{self.number(value)}{shown}") if part)

    def unit(self, unit: str) -> str:
        """What a quantity of the unit counts, in the plural, without a space before it: `dolls`."""
        return str(self.phrases["units"][unit]["other"]).strip()

    def hedge(self, qualifier: Qualifier | None) -> str:
        """`about`, `more than` …; empty if the source does not hedge."""
        return str(self.phrases["qualifiers"][qualifier.value]) if qualifier else ""

    def day(self, day: date) -> str:
        """`11 juni 2026` / `11 June 2026`."""
        return self._date(day, "d MMMM y")

    def _date(self, day: date, pattern: str) -> str:
        return _date(day, pattern, language(self.language).babel)

    def short_day(self, period: Period) -> str:
        """The day or month of a publication, short: `11 jun 2026`, `mei 2024`."""
        pattern = "d MMM y" if period.precision is Precision.DAY else "MMMM y"
        return self._date(period.first, pattern).replace(".", "")

    def years(self, first: int, last: int) -> str:
        """The years from `first` to `last`: `2020–2024`, or `2020` if that is all."""
        return str(first) if first == last else f"{first}–{last}"

    def period(self, period: Period) -> str:
        """The period in words, never sharper than it was given: `medio 2021` / `mid-2021`."""
        if period.ends:
            return " – ".join(self.period(end) for end in period.ends)
        if period.precision is Precision.DAY:
            return self.day(period.first)
        if period.precision is Precision.MONTH:
            return self._date(period.first, "MMMM y")
        if period.start:
            return self._from(period, period.start)
        form = period.precision.value + (f"-{period.part}" if period.part else "")
        return self._filled(f"periods.{form}", str(self.phrases["periods"][form]), {"year": period.first.year})

    def moment(self, period: Period) -> str:
        """The period as when something happened: `on 1 July 2022`, `in the first quarter of 2021`, `late in 2025`."""
        if period.ends:
            first, last = map(self.the, period.ends)
            return self.say("moments.interval", first=first, last=last)
        return self._in_words("moments", period)

    def the(self, period: Period) -> str:
        """The period after a word such as from, to or since: `the first quarter of 2021`, `mid-2021`, `2021`."""
        return self._in_words("articles", period)

    def _in_words(self, group: str, period: Period) -> str:
        """The period in the phrase of the group for its form; by itself where the group has none."""
        form = period.precision.value + (f"-{period.part}" if period.part and not period.start else "")
        phrase = self.phrases[group].get(form, "{period}")
        return self._filled(group, str(phrase), {"period": self.period(period)})

    def as_of(self, period: Period) -> str:
        """The publication of a source as when something was known: `on 24 June 2024`, `at the end of May 2024`."""
        if period.precision is Precision.MONTH:
            return self.say("moments.end-of-month", period=self.period(period))
        return self.moment(period)

    def _from(self, period: Period, start: Period) -> str:
        """A duration or what is not before a date: `within 2 years of May 2024`."""
        form = period.precision.value
        filled = {"start": self.period(start)}
        if period.part:
            filled["count"] = self.say(f"lengths.{period.part[-1]}", n=int(period.part[:-1]))
        return self._filled(f"periods.{form}", str(self.phrases["periods"][form]), filled)

    def slip(self, days: int) -> str:
        """A move in days with its direction: `+90 days`, `−31 days`, `0 days`."""
        sign = "+" if days > 0 else "−" if days < 0 else ""
        return f"{sign}{self.say('days', n=abs(days))}"

    def age(self, days: int) -> str:
        """How long ago, to a quarter of a year: `45 days`, `14 months`, `4¾ years`."""
        if days < _DAYS_OF_MONTHS:
            return self.say("days", n=days)
        if days < 2 * _DAYS_OF_YEAR:
            return self.say("lengths.M", n=round(days * 12 / _DAYS_OF_YEAR))
        whole, quarters = divmod(round(days * 4 / _DAYS_OF_YEAR), 4)
        return self.say("years", years=f"{self.number(whole)}{_QUARTERS[quarters]}")

    def listed(self, entries: list[str]) -> str:
        """`a, b and c`."""
        if len(entries) < 2:
            return "".join(entries)
        return f"{', '.join(entries[:-1])} {self.phrases['and']} {entries[-1]}"


def _keyed(phrases: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, phrase in phrases.items():
        yield f"{above}{name}", phrase
        if isinstance(phrase, dict):
            yield from _keyed(phrase, f"{above}{name}.")


@cache
def _date(day: date, pattern: str, babel: str) -> str:
    """As Babel prints it, which takes long: pages name a few hundred days, tens of thousands of times."""
    return format_date(day, pattern, locale=babel)


def countries_named(name: Bilingual) -> frozenset[str]:
    """The numbers (ISO 3166-1) of the countries of that name in one of the languages; empty if there is none."""
    codes = {_countries(language(code).babel).get(name[code]) for code in LANGUAGES}
    return frozenset(number for number, (code, *_) in _NUMBERED.items() if code in codes)


_NUMBERED = {number: codes for number, codes in get_global("territory_aliases").items() if number.isdigit()}
"""By number: the two letters of the country, or of those that took its place."""


@cache
def _countries(babel: str) -> dict[str, str]:
    """The two letters of each country by its name."""
    territories = BabelLocale.parse(babel).territories
    return {name: code for code, name in territories.items() if code.isalpha()}


@cache
def _decimal(value: Decimal, pattern: str, babel: str) -> str:
    """As Babel prints it; two values that are equal look alike in one pattern."""
    return format_decimal(value, format=pattern, locale=babel)
