"""What the keys of a record say, in the words of its passages: its term, unit, owner, and what a report says."""

import re
from collections.abc import Iterable, Iterator

from generator.archive import Archive, Entry
from generator.checks.meaning.figures import unit_of
from generator.checks.reading.figures import figures_of
from generator.checks.reading.support import Read
from generator.checks.reading.words import may_mean, said_in, words_for
from generator.diagnostics import Diagnostic, Rule
from generator.model import Citation, Indicator, Milestone, Report, SourceKind, Term
from generator.text import LANGUAGES

_WORD = re.compile(r"[^\W_]{2,}|[%€]")
_SHORTEST, _PART = 3, 0.7
"""Letters, and the share of its letters, by which a word is known in another form: `containe` of `containers`."""


def unnamed(archive: Archive, texts: Read, entry: Entry) -> Iterator[Diagnostic]:
    """What a term, indicator, milestone or report is said to be, and none of its passages has a word for."""
    match entry.record:
        case Term() as term:
            yield from _term(texts, entry, term)
        case Indicator() as indicator:
            yield from _unit(archive, texts, entry, indicator)
        case Milestone() as milestone:
            yield from _owner(archive, texts, entry, milestone)
        case Report() as report:
            yield from _said(archive, texts, entry, report)


def _term(texts: Read, entry: Entry, term: Term) -> Iterator[Diagnostic]:
    read = _read(texts, term.cites)
    names = [term.term[code] for code in LANGUAGES] + [term.abbreviation or ""]
    if read and not _has_part(read, " ".join(names)):
        what = f"{entry.name} is in none of the passages that it cites"
        yield Diagnostic(term.place("cites"), what, "Cite a passage that has the word.", rule=Rule.NOT_NAMED)


def _unit(archive: Archive, texts: Read, entry: Entry, indicator: Indicator) -> Iterator[Diagnostic]:
    cites = [c for observation in indicator.observations for c in observation.cites]
    read, measure = _read(texts, cites), unit_of(archive, indicator.unit)[0]
    if not read or (measure and any(f.unit == measure for c in cites for f in figures_of(archive, texts, c))):
        return
    phrases = {code: archive.words[code].get("units", {}).get(indicator.unit, "") for code in LANGUAGES}
    units = {code: str(p.get("other", "")) if isinstance(p, dict) else str(p) for code, p in phrases.items()}
    written = " ".join(part[code].lower() for part in (indicator.title, indicator.definition) for code in LANGUAGES)
    read = f"{read} {written}"
    meant = (may_mean(read, name, code) for code in LANGUAGES for name in said_in(units[code], code, ""))
    if not any(meant) and not _has_part(read, " ".join(units.values())):
        what = f"{entry.name} is in {indicator.unit!r}, for which neither it nor its passages have a word"
        yield Diagnostic(indicator.place("unit"), what, "What is counted there?", rule=Rule.NOT_NAMED)


def _has_part(text: str, names: str) -> bool:
    words = _WORD.findall(names.lower())
    return any(word[: max(_SHORTEST, int(len(word) * _PART))] in text for word in words)


def _owner(archive: Archive, texts: Read, entry: Entry, milestone: Milestone) -> Iterator[Diagnostic]:
    cites = [c for report in milestone.reports for c in report.cites]
    read, owner = _read(texts, cites), milestone.owed_by
    if not read or owner is None:
        return
    is_writer = any(archive.sources[c.source].kind is SourceKind.LETTER for c in cites)
    named = f"{read} {' '.join(milestone.title[code] for code in LANGUAGES)}"
    if not any(words_for(f"owed-by-{owner.value}", code).search(named.lower()) for code in LANGUAGES) and not (
        owner.value == "state-secretary" and is_writer
    ):
        what = f"{entry.name} is owed by {owner.value!r}, whom neither it nor its passages name"
        yield Diagnostic(milestone.place("owed_by"), what, "Who undertakes it there?", rule=Rule.NOT_NAMED)


def _said(archive: Archive, texts: Read, entry: Entry, report: Report) -> Iterator[Diagnostic]:
    read = _read(texts, report.cites)
    if read and not any(words_for(f"says-{report.says.value}", code).search(read) for code in LANGUAGES):
        what = f"{entry.name} says {report.says.value!r}, and its passages have no word for that"
        yield Diagnostic(report.place("says"), what, "What does the passage say?", rule=Rule.NOT_NAMED)


def _read(texts: Read, cites: Iterable[Citation]) -> str:
    """The passages together, in small letters; nothing if one of them is not at hand."""
    cited = list(cites)
    return "\n".join(texts[c] for c in cited).lower() if cited and all(c in texts for c in cited) else ""
