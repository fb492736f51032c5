"""Numbers in digits, with their separators, scale and sign, as plain decimals.

What can be read in two ways is read as the language writes numbers, and the other reading is given beside it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from generator.text.language import language, shared
from generator.text.number_words import SCALES

HARD_SPACE = "\N{NARROW NO-BREAK SPACE}"
"""Between digits: it separates thousands, for no line can break there."""
_LOOK_BACK = 20
"""Characters before a number among which its minus is, or its scale if that is before the currency."""
_PARTS = "¼½¾⅓⅔⅛"
"""Parts of a whole in one character, alone or behind digits."""


@dataclass(frozen=True)
class Digits:
    """A number in digits, and its position in the text."""

    form: str
    """A plain decimal with the printed decimals, and a minus if one is written."""
    start: int
    end: int
    """Exclusive; the sign and the scale are part of the number."""
    others: tuple[str, ...] = ()
    """What else it may mean."""


@dataclass(frozen=True)
class _Scale:
    """The power of ten of a number, None if it has none, and where the number with it starts and ends."""

    power: int | None
    start: int
    end: int


def in_digits(text: str, code: str) -> Iterator[Digits]:
    """Yield the numbers in digits of a text in the language with that code, in its order.

    Where numbers may be the cells of a row or one number with spaces, each cell is given in the place of all of them.
    """
    found = list(_pattern(code).finditer(text))
    scales = [_scale(number, text, code) for number in found]
    powers = [scale.power for scale in scales]
    for i, (number, after) in enumerate(pairwise(found)):
        if powers[i] is None and _range().fullmatch(text, number.end(), after.start()):
            if powers[i + 1] is None and number["currency"] is not None:
                scales[i + 1] = _behind_money(after, text, code)
                powers[i + 1] = shared().money.get(after["ending"] or "", scales[i + 1].power)
            powers[i] = powers[i + 1]
    rows = _rows(found, text, code)
    for number, scale, power in zip(found, scales, powers, strict=True):
        start, end = rows.get(number.start(), (scale.start, scale.end))
        plain = _plain(number["number"], code)
        form = plain if power is None else f"{(Decimal(plain) * Decimal(10) ** power).normalize():f}"
        sign = _minus(code).search(text, max(0, start - _LOOK_BACK), start)
        is_first = start >= number.start() or number.start() not in rows
        if sign and is_first and form.strip("0."):
            form = f"-{form}"
        one = _plain(text[start:end], code) if number.start() in rows and is_first else ""
        one = f"-{one}" if sign and one else one
        other = _by_the_other_rule(number, text, code) if power is None else ""
        below = f"-{form}" if _is_cell_in_brackets(text, start, end) and form.strip("0.") else ""
        yield Digits(form, sign.start() if sign else start, end, tuple(filter(None, (one, other, below))))


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Return a pattern for a number outside a name or longer number, and a scale behind it."""
    words = language(code).numbers
    point, money = re.escape(words.point), "|".join(shared().money)
    scales = rf"(?:{'|'.join(SCALES[code])})\b"
    digits = rf"(?:(?:{_whole(code)})(?:{point}\d+|[{_PARTS}])?|[{_PARTS}])"
    currencies = "|".join(language(code).figures.units[name] for name in language(code).figures.currencies)
    letter = rf"(?(currency)(?: ?(?P<letter>{money})(?!\w))?(?!\w)|)"
    before = rf" ?(?P<before>{money})(?= ?(?:{currencies})(?!\w))"
    behind = rf"(?:{before}|{letter}|(?P<ending>{words.endings})?)(?:(?!\w)|(?={scales}))"
    return re.compile(
        rf"(?:(?<![\w.,])|(?<=\bEUR)|(?<=\bUSD)|(?<=\bGBP))(?:(?<![^\W\d_]-)|(?<=\bmid-)){_CURRENCY}?(?P<number>{digits}){behind}(?![.,]\d|:\d\d)"
        rf"(?: ?(?P<scale>{scales})\.?)?"
    )


_CURRENCY = "(?P<currency>(?<=[€$£])|(?<=[€$£] )|(?<=EUR)|(?<=EUR )|(?<=USD)|(?<=USD )|(?<=GBP)|(?<=GBP ))"
_FIRST, _THREE = r"[1-9]\d{0,2}", r"(?: \d{3})"
_SPACED = (
    rf"(?:(?<=€)|(?<=€ )|(?<=€-)|(?<=€ -)){_FIRST}{_THREE}{{1,5}}(?!\d)"
    rf"|{_FIRST}(?:{_THREE}{{0,4}}? 0\d\d{_THREE}{{0,4}}|{_THREE}{{1,5}}(?= [a-z]))(?!\d)"
    rf"|{_FIRST}(?:{HARD_SPACE}\d{{3}}){{1,5}}(?!\d)|{_FIRST}(?:['’]\d{{3}}){{1,5}}(?!\d)"
)
"""A number with spaces between its thousands: an amount of money, one with a group that starts with 0, or one before a
word. Other groups may be the cells of a row, unless no line can break at the space, or it is an apostrophe."""


def _whole(code: str) -> str:
    """Return a pattern of digits with separators, also with those of other languages where they can mean one thing."""
    words = language(code).numbers
    thousands, point = re.escape(words.thousands), re.escape(words.point)
    measures = "|".join([*SCALES[code], *language(code).figures.units.values()])
    other_way = (
        rf"\d+{thousands}\d{{1,2}}(?= ?(?:{measures})(?!\w))|(?(currency)\d+{thousands}\d\d(?!\d)|(?!))"
        rf"|\d{{1,3}}(?:{point}\d{{3}})+{thousands}\d{{1,2}}(?!\d)|\d{{1,3}}(?:{point}\d{{3}}){{2,}}(?!\d)"
    )
    return rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)|{_SPACED}|{other_way}|\d+"


@cache
def _range() -> re.Pattern[str]:
    return re.compile(rf"{shared().range}(?:€ ?)?")


@cache
def _minus(code: str) -> re.Pattern[str]:
    """Return a pattern of a minus before a number; a hyphen or dash only attached to it and to nothing before it."""
    minus = language(code).numbers.minus
    return re.compile(rf"(?:(?<![^\s(\[€])[-–−‒‐]|(?<!\S)[−‒] ?|-/- ?|{minus} )(?:€ ?)?\Z", re.IGNORECASE)


@cache
def _before_currency(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<scale>{'|'.join([*shared().money, *SCALES[code]])})\.? ?(?:€|EUR) ?\Z")


def _scale(found: re.Match[str], text: str, code: str) -> _Scale:
    start, end = found.span()
    scales, money = SCALES[code], shared().money
    if found["scale"]:
        return _Scale(scales[found["scale"]], start, end)
    if letter := found["letter"] or found["before"]:
        return _Scale(money[letter], start, end)
    if found["currency"] is None:
        return _Scale(None, start, end)
    if before := _before_currency(code).search(text, max(0, start - _LOOK_BACK), start):
        scale = before["scale"]
        return _Scale(money[scale] if scale in money else scales[scale], before.start(), end)
    return _behind_money(found, text, code)


def _behind_money(found: re.Match[str], text: str, code: str) -> _Scale:
    start, end = found.span()
    words = language(code).numbers.money_scales
    word = re.match(r" (\w{1,12})", text[end : end + _LOOK_BACK])
    if word is None or word[1] not in words:
        return _Scale(None, start, end)
    return _Scale(words[word[1]], start, end + word.end())


def _plain(written: str, code: str) -> str:
    """Return a number as a plain decimal, also if it is written with the separators of another language."""
    words = language(code).numbers
    thousands, point = words.thousands, words.point
    whole, separator, rest = written.rpartition(thousands)
    if (separator and (point in whole or len(rest) < len("000"))) or written.count(point) > 1:
        thousands, point = point, thousands
    part = f"{unicodedata.numeric(written[-1]):.3f}".strip("0") if written[-1] in _PARTS else ""
    plain = re.sub(f"[ '’{HARD_SPACE}{_PARTS}]", "", written).replace(thousands, "").replace(point, ".")
    return (plain or "0") + part


def _by_the_other_rule(found: re.Match[str], text: str, code: str) -> str:
    """Return the whole number that a decimal is by the rules of other languages: `1.500`; empty if it is none."""
    point, percent = re.escape(language(code).numbers.point), language(code).figures.units["%"]
    is_decimal = re.match(rf" ?(?:{percent})", text[found.end() : found.end() + _LOOK_BACK])
    is_whole = re.fullmatch(rf"{_FIRST}{point}\d{{3}}", found["number"]) and not is_decimal
    return re.sub(r"\D", "", found["number"]) if is_whole else ""


def _is_cell_in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a number stands in brackets beside another: so accounts write what is below zero."""
    is_in_brackets = text[start - 1 : start] == "(" and re.match(r" ?%?\)", text[end : end + 3])
    is_share = re.match(r" ?%", text[end : end + 2])
    is_after = re.search(r"[%)] ?\Z" if is_share else r"[\d%)] ?\Z", text[max(0, start - 3) : start - 1])
    return bool(is_in_brackets and (is_after or re.match(r" ?%?\) ?[\d(€-]", text[end : end + 5])))


def _rows(found: Sequence[re.Match[str]], text: str, code: str) -> dict[int, tuple[int, int]]:
    """Return where numbers start and end that may be one number with spaces, by where each of them starts."""
    point = re.escape(language(code).numbers.point)
    rows: dict[int, tuple[int, int]] = {}
    row: list[re.Match[str]] = []
    for i, number in enumerate(found, 1):
        row.append(number)
        if i < len(found) and text[number.end() : found[i].start()] == " ":
            continue
        start, end = row[0].start(), row[-1].end()
        is_paper = re.fullmatch(r"\d\d \d{3} [A-Z]", text[start : end + 2])
        if (
            re.fullmatch(rf"{_FIRST}{_THREE}{{1,4}}(?:{point}\d{{1,2}})?", text[start:end])
            and len(row) > 1
            and not is_paper
        ):
            rows |= {each.start(): (start, end) for each in row}
        row = []
    return rows
