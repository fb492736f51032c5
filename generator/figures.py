"""Numbers and explicit dates in Dutch prose, in one normal form each."""

import re
from decimal import Decimal

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905

_WORDS = {
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19, "twintig": 20, "één": 1, "eenmaal": 1, "tweemaal": 2,
}  # fmt: skip
_SCALES = {"miljard": Decimal(10) ** 9, "miljoen": Decimal(10) ** 6}
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\d])(?:\s*(miljard|miljoen))?")
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)


def dates_in(text: str, year: int) -> tuple[str, ...]:
    """The days named in `text` as ISO dates, in order of appearance; a day without a year is taken in `year`."""
    return tuple(
        f"{found[3] or year}-{MONTHS.index(found[2]) + 1:02d}-{int(found[1]):02d}" for found in _DAY.finditer(text)
    )


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers in `text` that are not part of a day, as plain decimals (`28.000` → `28000`), each once, in order.

    `1,4 miljard` is written out; number words from one to twenty count where they stand as words of their own.
    """
    rest = _DAY.sub(lambda day: " " * len(day[0]), text)
    found = [(match.start(), _plain(match)) for match in _NUMBER.finditer(rest)]
    found += [(match.start(), str(_WORDS[match[1].lower()])) for match in _WORD.finditer(rest)]
    return tuple(dict.fromkeys(number for _, number in sorted(found)))


def _plain(match: re.Match[str]) -> str:
    whole, fraction, scale = match[1].replace(".", ""), match[2], match[3]
    value = Decimal(f"{whole}.{fraction}" if fraction else whole)
    if scale:
        value = value * _SCALES[scale]
        return f"{value.normalize():f}"
    return f"{value:f}"
