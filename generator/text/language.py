"""Language data: one file in locales/ for each language, and shared.toml, which names the languages of the atlas.

The names of months come from Babel.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.text.typed_toml import table_in, typed


@dataclass(frozen=True)
class Shared:
    """Settings that apply to texts in every language of the atlas."""

    languages: tuple[str, ...]
    """The language of the sources first."""
    editors: str
    """The language of reports to editors, and of the names of units."""
    range: str
    """A pattern for what separates the two ends of a range of numbers."""
    between: str
    """A pattern of what opens a range and, as its second group, the word between its ends."""
    to: tuple[str, ...]
    """Words that separate the two ends of a range written in words."""
    joined_in_a_range: str
    """The word as which the second group of `between` is read."""
    part: str
    """A pattern of so many (`count`) of so many equal `parts`, in digits."""
    term_endings: str
    """A pattern of endings with which a word is still the same term."""
    money: Mapping[str, int]
    """Letters attached to an amount of money, as powers of ten."""
    look_alikes: tuple[str, ...]
    """Patterns of what looks like a figure but is not; the first match is used."""


@dataclass(frozen=True)
class NumberWords:
    """How a language writes numbers; the files in locales/ have an example for each field."""

    compound: str
    """`joined` where a number below a million is one word, `spaced` where it is several."""
    thousands: str
    point: str
    endings: str
    """A pattern of what may be attached to digits."""
    scales: Mapping[str, int]
    """Words after a number, as powers of ten."""
    before_scales: Mapping[str, str]
    """Words that are numbers only before a scale or the word for per cent, and their values; the longest first."""
    money_scales: Mapping[str, int]
    """Words that are scales only after an amount of money."""
    minus: str
    """A pattern of the word for a minus before a number."""
    weights: Mapping[str, int]
    """Words after a number, as powers of ten of the smaller unit in which it may be given as well."""
    soft: tuple[str, ...]
    """Words that name a number but are rarely meant as one: they count as evidence but need no evidence."""
    ones: tuple[str, ...]
    """From 0 to 19."""
    tens: tuple[str, ...]
    """From 20 to 90."""
    multipliers: Mapping[str, int]
    irregular: Mapping[str, int]
    fractions: Mapping[str, str]
    parts: Mapping[str, int]
    """Words for one of so many equal parts."""
    soft_parts: tuple[str, ...]
    """Those that are as often said in other words: evidence, and never a claim."""
    part_phrases: tuple[str, ...]
    """Patterns of so many (`count`; one if left out) of such a `part`, and of what may be one (`unclear`)."""
    half: str
    """The ending that means "and a half"; a pattern where numbers are joined."""
    half_more: str
    """A pattern of the same behind a scale."""
    half_apart: str
    """Where numbers are joined, a pattern of the same in words apart."""
    between: str
    """Where numbers are joined, a pattern of what stands between two of which the first is cut off with a hyphen."""
    link: str
    """The word for `and` within a number."""
    ten_link: str
    """Where numbers are joined, a pattern of what links ones to the tens after them."""
    word_endings: tuple[str, ...]
    """Endings of ordinals and multiples."""
    articles: tuple[str, ...]
    """Words that are not numbers unless one of `article_endings` follows."""
    article_endings: tuple[str, ...]
    ordinal_of_ten: str
    """Where numbers are spaced, what replaces the last letter of a ten in an ordinal."""


@dataclass(frozen=True)
class DateWords:
    """How a language writes dates: patterns, without the names of the months."""

    this: str
    next: str
    last: str
    of: str
    and_: str
    nth: tuple[str, ...]
    """The first to the fourth."""
    day_endings: str
    quarter: str
    half: str
    half_year: str
    early: str
    mid: str
    late: str
    summer: str
    """Before the summer."""
    after_summer: str
    seasons: tuple[str, ...]
    """Spring to winter."""
    nearest: str
    """Before a season: of the year of publication."""
    coming_season: str
    """Before a season: the next to begin, or one that has just begun."""
    next_season: str
    """Before a season: the next to begin."""
    next_month: str
    next_quarter: str
    before_short: tuple[str, ...]
    """Words before a year of two digits with an apostrophe."""
    not_before: str
    first: str
    months: str
    """The first `counts` months of a year."""
    counts: tuple[str, ...]
    """Two to eleven."""
    past: str
    before: str
    coming: str
    gone: str
    ahead: str
    amount: str
    """A word after a number that shows that it is an amount and not a year."""
    months_have_a_capital: bool
    short_months: tuple[str, ...]
    """Patterns of the shortened names of the months, January first, without a full stop."""
    quarter_sign: str
    """Letters before or after which the number of a quarter stands: `Q4`."""
    days_first: tuple[str, ...]
    month_alone: tuple[str, ...]


@dataclass(frozen=True)
class RelativeWords:
    """How a language refers to a period that was just named, or to the day of publication: patterns."""

    earlier: str
    """So many years (`count`; one if left out) before what was named."""
    later: str
    """So many years after it."""
    ago: str
    """So many years before the publication."""
    same: str
    """The same part of a year as was named."""
    to_date: str
    """From the beginning of the year up to now."""
    past_half: str
    """The half-year that has just ended."""
    past_quarter: str
    this_quarter: str
    past_month: str
    this_month: str
    year_end: str
    past_season: str
    """Before a season: the last one that has begun."""
    compared: str
    """Opens what a figure is compared with."""
    whole: str
    """Before a year: all of it, and not the same part of it."""
    of_that_year: str
    """After a part of a year: of the year, or (`that`) of the one that was named."""


@dataclass(frozen=True)
class FigureWords:
    """What a language says of numbers: patterns, by names that all languages share where they have names."""

    units: Mapping[str, str]
    """Of measure, behind a number."""
    counted: Mapping[str, str]
    """Things, behind a number or behind a word after it."""
    between: str
    """Such a word: `extra`."""
    currencies: Mapping[str, str]
    """Before a number; their case counts."""
    hedges: Mapping[str, str]
    """Before a number."""
    rose: tuple[str, ...]
    """Words for what rises, grows or is more."""
    fell: tuple[str, ...]
    """Words for what falls, shrinks or is less."""


@dataclass(frozen=True)
class Language:
    """One language of the atlas."""

    name: str
    """In English."""
    babel: str
    """The locale by which Babel prints its dates and numbers."""
    numbers: NumberWords
    dates: DateWords
    relative: RelativeWords
    figures: FigureWords
    yes: tuple[str, ...]
    """Words for `true`, in lower case."""
    no: tuple[str, ...]
    stems: str
    """The algorithm of Snowball that finds the stem of a word; search has it in `templates/theme/assets/search/`."""
    endings: tuple[str, ...]
    """Of forms of a word whose stem may not be that of the word."""
    common: tuple[str, ...]
    """Frequent words by which a text in it is known, in lower case."""
    negations: tuple[str, ...]
    """Words that deny something, in lower case."""
    back_references: tuple[str, ...]
    """Patterns of how a sentence begins that needs the one before it to be understood."""
    keys: Mapping[str, tuple[str, ...]]
    """Keys that may be written by mistake, with the keys that are probably meant."""


@cache
def language(code: str) -> Language:
    """Return the data of the language with that code, such as `nl`.

    Raises InvalidData if there is no such file, or with all fields that the file lacks.
    """
    table = table_in("generator.text", f"locales/{code}.toml")
    file = f"generator/text/locales/{code}.toml"
    numbers = typed(table.pop("numbers", {}), NumberWords, file)
    dates = typed(table.pop("dates", {}), DateWords, file)
    relative = typed(table.pop("relative", {}), RelativeWords, file)
    figures = typed(table.pop("figures", {}), FigureWords, file)
    parts = {"numbers": numbers, "dates": dates, "relative": relative, "figures": figures}
    return typed({**table, **parts}, Language, file)


@cache
def months_of(code: str) -> tuple[str, ...]:
    """Return the names of the months in the language with that code, January first."""
    from babel import Locale  # a command that reads no text starts sooner without it

    names = Locale.parse(language(code).babel).months["format"]["wide"]
    return tuple(names[month] for month in range(1, 13))


@cache
def countries_of(code: str) -> dict[str, str]:
    """Return the names of the countries in the language with that code, by their ISO code of two letters."""
    from babel import Locale  # as above

    names = Locale.parse(language(code).babel).territories
    return {id: name for id, name in names.items() if id.isalpha()}


@cache
def shared() -> Shared:
    """Return the settings of every language. Raises InvalidData with all fields that the file lacks."""
    return typed(table_in("generator.text", "locales/shared.toml"), Shared, "generator/text/locales/shared.toml")


LANGUAGES: tuple[str, ...] = shared().languages
"""The languages of the atlas, the language of its sources first."""
EDITORS_LANGUAGE: str = shared().editors
"""The language of reports to editors."""
