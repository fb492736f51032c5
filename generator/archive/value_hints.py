"""Suggests the correct form of a value that cannot be parsed."""

import re
import unicodedata
from calendar import monthrange
from datetime import date

from generator.diagnostics import Miswritten, Rule
from generator.model import PassageIndex, file_of, parse_citation, parse_decimal, parse_id, parse_period
from generator.text import LANGUAGES, Quantity, QuantityKind, language, quantities_in

_KNOWN = [language(code) for code in LANGUAGES]
_YES = frozenset({"1", "true", *(word for known in _KNOWN for word in known.yes)})
_NO = frozenset({"0", "false", *(word for known in _KNOWN for word in known.no)})
_SEASONS = [
    re.compile(rf"(?i)(?:{'|'.join(known.dates.seasons[number] for known in _KNOWN)})[ -]?(?P<year>\d{{4}})")
    for number in range(4)
]
"""Spring to winter, in the words of every language."""
_SOME_DAY = date(2000, 1, 1)


def suggestion(fault: Miswritten, written: str) -> str:
    """A sentence that says what to write instead of `written`; the hint of `fault` if nothing better is known."""
    suggest = _SUGGESTIONS.get(fault.rule)
    specific = suggest(" ".join(unicodedata.normalize("NFKC", written).split())) if suggest else ""
    general = fault.hint[:1].upper() + fault.hint[1:]
    return specific or (general and f"{general.rstrip('.…')}.")


def _date(written: str) -> str:
    form = _season(written) or _numeric_date(written) or _quarter(written) or _date_in_words(written)
    return f"Write {form}." if form and _is_period(form) else ""


def _season(written: str) -> str:
    names = zip(("spring", "summer", "autumn", "winter"), _SEASONS, strict=True)
    return next((f"{name}-{found['year']}" for name, known in names if (found := known.fullmatch(written))), "")


def _numeric_date(written: str) -> str:
    """The ISO form of a numeric date, read as day first unless that is not a date; empty if it is not a date."""
    parts = re.split(r"[-/. ]+", re.sub(r"[T ]\d\d:\d\d.*$", "", written))
    if not 2 <= len(parts) <= 3 or not all(part.isdigit() for part in parts):
        return ""
    if len(parts[0]) != 4:
        parts.reverse()
    year, month, *day = map(int, parts)
    if day and month > 12 >= day[0]:
        month, day = day[0], [month]
    return "-".join([str(year), f"{month:02}", *(f"{d:02}" for d in day)])


def _quarter(written: str) -> str:
    found = re.fullmatch(r"(?i)(?P<sign>[qkh])(?P<part>\d)[ -/]?(?P<year>\d{4})", written) or re.fullmatch(
        r"(?i)(?P<year>\d{4})[ -/]?(?P<sign>[qkh])(?P<part>\d)", written
    )
    return f"{found['year']}-{found['sign'].upper().replace('K', 'Q')}{found['part']}" if found else ""


def _date_in_words(written: str) -> str:
    figure = _only_figure(written, QuantityKind.DATE)
    return figure.form if figure else ""


def _only_figure(written: str, kind: QuantityKind) -> Quantity | None:
    """The number or date that the whole text consists of, in either language; None if it does not."""
    read = (figure for code in LANGUAGES for figure in quantities_in(written, code, _SOME_DAY))
    return next((f for f in read if f.kind is kind and (f.start, f.end) == (0, len(written))), None)


def _is_period(form: str) -> bool:
    try:
        return bool(parse_period(form))
    except ValueError:
        return False


def _day(written: str) -> str:
    year, month = int(written[:4]), int(written[5:7])
    days = monthrange(year, month)[1]
    return f"{written[:7]} has {days} days. Write the day that the source states, or only {written[:7]}."


def _interval(written: str) -> str:
    first, _, last = written.partition("/")
    return f"Write {last}/{first}." if _is_period(f"{last}/{first}") else ""


def _number(written: str) -> str:
    found = re.fullmatch(r"(?P<before>[^\d+-]*?)(?P<number>[+-]?\.?\d[\d.,_' ]*?)(?P<after>[^\d.,]*)", written)
    if not found:
        return ""
    scaled = _only_figure(re.sub(r"^[€$] ?", "", written), QuantityKind.NUMBER)
    number = _plain(found["number"])
    if scaled and number and scaled.form != number and found["after"].strip():
        word = found["after"].split()[0]
        return f"Write {scaled.form}, or {number} where the indicator's `unit` says {word}."
    if not number:
        return ""
    sign = f"{found['before']}{found['after']}".strip()
    if re.fullmatch(r"[+-]?\d{1,3},\d{3}", found["number"]):
        return f"Write {number.replace('.', '')} if the comma separates thousands, {number} if it separates decimals."
    return f"Write {number}; {sign!r} belongs to the indicator's `unit` or `qualifier`." if sign else f"Write {number}."


def _plain(number: str) -> str:
    """The number without thousands separators and with a decimal point; empty if it is ambiguous."""
    digits = re.sub(r"[ _']", "", number).lstrip("+").rstrip(".,")
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|-?\d{1,3},\d{3}\.\d+", digits):
        digits = digits.replace(",", "")
    digits = re.sub(r"^(-?)0+(?=\d)", r"\1", digits.replace(",", "."))
    digits = f"0{digits}" if digits.startswith(".") else digits
    try:
        return str(parse_decimal(digits))
    except ValueError:
        return ""


def _id(written: str) -> str:
    letters = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()
    form = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")
    try:
        return f"Write {parse_id(form)}: lower-case letters, digits and single hyphens."
    except ValueError:
        return ""


def _citation(written: str) -> str:
    several = [word for word in re.split(r",? +", written) if word]
    if len(several) > 1 and all(map(_is_citation, several)):
        return f"Write [{', '.join(several)}]."
    form = re.sub(r"\s*#\s*", "#", written).lower().replace("_", "-")
    if _is_citation(form):
        return f"Write {form}, without spaces or capitals."
    source = written.rstrip("#")
    if re.fullmatch(r"[a-z0-9-]+", source):
        return f"Write {source}#…, with the id of the passage as listed in {file_of(PassageIndex).path(source)}."
    return (
        "Write the id of the source, which is the name of its file in data/sources/, then # and the id of the passage."
    )


def _is_citation(text: str) -> bool:
    try:
        return bool(parse_citation(text))
    except ValueError:
        return False


def _switch(written: str) -> str:
    word = written.lower()
    meant = "true" if word in _YES else "false" if word in _NO else ""
    return f"Write {meant}." if meant else ""


_SUGGESTIONS = {
    Rule.DATE_FORM: _date,
    Rule.NO_SUCH_DAY: _day,
    Rule.INTERVAL: _interval,
    Rule.NUMBER_FORM: _number,
    Rule.COMMA_DECIMAL: _number,
    Rule.THOUSANDS: _number,
    Rule.ID_FORM: _id,
    Rule.CITATION_FORM: _citation,
    Rule.CITATION_WITHOUT_PASSAGE: _citation,
    Rule.SWITCH: _switch,
}
