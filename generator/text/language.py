"""What is known of each language: a file in locales/ named after it; another language is another file.

A month is called as Babel has it. shared.toml names the languages of the atlas.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.text.typed_toml import table_in, typed


@dataclass(frozen=True)
class Shared:
    """What holds for texts in every language of the atlas."""

    languages: tuple[str, ...]
    """The language of the sources first."""
    editors: str
    """The language of reports to editors, and of the names of units."""
    range: str
    """A pattern for what stands between the ends of a range of numbers."""
    between: str
    """A pattern of what opens a range and, as its second group, the word between its ends."""
    to: tuple[str, ...]
    """Words between the ends of a range that is written in words."""
    joined_in_a_range: str
    """The word as which the second group of `between` is read."""
    term_endings: str
    """A pattern of what a word may end in besides and still be the same term."""
    look_alikes: tuple[str, ...]
    """Patterns of what looks like a figure and is none; the first that fits is taken."""


@dataclass(frozen=True)
class NumberWords:
    """How a language writes numbers; the files in locales/ say by an example what each is."""

    compound: str
    """`joined` where a number below a million is one word, `spaced` where it is several."""
    thousands: str
    point: str
    endings: str
    """A pattern of what may be written on to digits."""
    scales: Mapping[str, int]
    """Words behind a number, as powers of ten."""
    before_scales: Mapping[str, str]
    """Words that are numbers in front of a scale alone, and their values."""
    soft: tuple[str, ...]
    """Words that name a number but mostly are not meant as one: they are evidence, and need none."""
    ones: tuple[str, ...]
    """From 0 to 19."""
    tens: tuple[str, ...]
    """From 20 to 90."""
    multipliers: Mapping[str, int]
    irregular: Mapping[str, int]
    fractions: Mapping[str, str]
    half: str
    """Behind a number: and a half. A pattern where numbers are joined."""
    link: str
    """The word for `and` within a number."""
    ten_link: str
    """Where numbers are joined, a pattern of what links ones to the tens behind them."""
    word_endings: tuple[str, ...]
    """Of ordinals and multiples."""
    articles: tuple[str, ...]
    """Words that are no numbers, unless one of `article_endings` follows."""
    article_endings: tuple[str, ...]
    ordinal_of_ten: str
    """Where numbers are spaced, what takes the place of the last letter of a ten."""


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
    past: str
    before: str
    coming: str
    gone: str
    ahead: str
    amount: str
    """What stands behind a number that looks like a year."""
    months_have_a_capital: bool
    days_first: tuple[str, ...]
    month_alone: tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """One language of the atlas."""

    name: str
    """In English."""
    babel: str
    """The locale by which Babel prints its dates and numbers."""
    numbers: NumberWords
    dates: DateWords
    yes: tuple[str, ...]
    """What is written for `true`, in lower case."""
    no: tuple[str, ...]
    seasons: tuple[str, ...]
    """In lower case."""
    stemmer: str
    """The file of lunr-language by which a search finds other forms of a word; empty where lunr itself knows them."""
    keys: Mapping[str, tuple[str, ...]]
    """Keys of records as they may be written by mistake, and what is probably meant."""


@cache
def language(code: str) -> Language:
    """What is known of the language of that code, such as `nl`.

    Raises InvalidData with all that its file lacks, or if there is no such file.
    """
    table = table_in("generator.text", f"locales/{code}.toml")
    file = f"generator/text/locales/{code}.toml"
    numbers = typed(table.pop("numbers", {}), NumberWords, file)
    dates = typed(table.pop("dates", {}), DateWords, file)
    return typed({**table, "numbers": numbers, "dates": dates}, Language, file)


@cache
def months_of(code: str) -> tuple[str, ...]:
    """The names of the months in the language of that code, in the order of the year."""
    from babel import Locale  # a command that reads no text starts sooner without it

    names = Locale.parse(language(code).babel).months["format"]["wide"]
    return tuple(names[month] for month in range(1, 13))


@cache
def shared() -> Shared:
    """What holds in every language. Raises InvalidData if its file lacks something."""
    return typed(table_in("generator.text", "locales/shared.toml"), Shared, "generator/text/locales/shared.toml")


LANGUAGES: tuple[str, ...] = shared().languages
"""The languages of the atlas, the language of its sources first."""
EDITORS_LANGUAGE: str = shared().editors
"""The language of reports to editors."""
