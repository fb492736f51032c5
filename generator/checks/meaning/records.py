"""Rules for records beside each other: said twice, of another theme, at another place, announced after it was done."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile

from generator.archive import Archive, Theme, citing, entries_in, entry_of
from generator.checks.meaning.passages import Passages
from generator.checks.registry import Finding
from generator.diagnostics import Diagnostic, Rule
from generator.model import Citation, Milestone, Place, Says, Statement
from generator.text import LANGUAGES

_TWICE = 0.8
"""The share of their words that two texts have in common if one says what the other does."""
_SHORTEST = 4
"""Letters of the part of a name by which a place is known: `Belg` in `Belgian`."""
_OWN = 2
"""Places that have a word in their name which still says which one is meant: a town and its port."""
_ENDING = 3
"""Letters of a longer name that another form of it may not have: `Rotter` in `Rotterdam`."""


def said_twice(theme: Theme, statement: Statement, first: Mapping[str, Statement]) -> Iterator[Finding]:
    """That an earlier statement says the same: one of its theme nearly, one of another in the same words.

    `first` is what `first_to_say` found in the archive.
    """
    words = _words(statement.text[LANGUAGES[0]])
    for other in _others(theme, statement, first):
        theirs = _words(other.text[LANGUAGES[0]])
        if len(words & theirs) >= _TWICE * len(words | theirs):
            what = f"statement {statement.id!r} says what statement {other.id!r} says"
            hint = "Keep one of them, or say how they differ."
            yield Finding(
                entry_of(statement).name, Diagnostic(statement.place("text"), what, hint, rule=Rule.SAID_TWICE)
            )
            return


def first_to_say(archive: Archive) -> dict[str, Statement]:
    """The first statement that has a text, by that text in the first language."""
    return {statement.text[LANGUAGES[0]]: statement for statement in reversed(archive.statements)}


def _others(theme: Theme, statement: Statement, first: Mapping[str, Statement]) -> Iterator[Statement]:
    yield from takewhile(lambda other: other.id != statement.id, theme.statements)
    if first[statement.text[LANGUAGES[0]]].id != statement.id:
        yield first[statement.text[LANGUAGES[0]]]


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def off_theme(passages: Passages, theme: Theme, statement: Statement) -> Iterator[Finding]:
    """That neither the statement nor its passages have a word of the theme, nor does another record of it cite them."""
    texts = " ".join(statement.text[code] for code in LANGUAGES).lower()
    if any(term in texts for term in theme.text.terms) or _others_cite(theme, statement):
        return
    cited = list(passages.cited(statement.cites))
    if cited and not any(
        _has_term(index.held[id], index.hashes(term)) for index, ids in cited for id in ids for term in theme.text.terms
    ):
        what = f"statement {statement.id!r} and its passages have none of the terms of theme {theme.id!r}"
        hint = "Move it to the theme that it is about, or add a term to that theme."
        yield Finding(entry_of(statement).name, Diagnostic(statement.place("cites"), what, hint, rule=Rule.OFF_THEME))


def _has_term(held: frozenset[str], term: frozenset[str]) -> bool:
    return bool(term) and term <= held


def _others_cite(theme: Theme, statement: Statement) -> bool:
    def section(citation: Citation) -> tuple[str, str]:
        return citation.source, citation.passage.rpartition("-")[0]

    sections = set(map(section, statement.cites))
    return any(
        entry.record is not statement and not sections.isdisjoint(map(section, entry.cites))
        for entry in citing(entries_in(theme))
    )


def misplaced(archive: Archive, passages: Passages, record: Statement | Milestone) -> Iterator[Finding]:
    """That neither the text of the record nor its passages name one of its places."""
    text = record.text if isinstance(record, Statement) else record.title
    cites = (
        record.cites if isinstance(record, Statement) else tuple(c for report in record.reports for c in report.cites)
    )
    written = " ".join(text[code] for code in LANGUAGES).lower()
    for i, id in enumerate(record.places):
        if id in archive.places:
            parts = _parts(archive, id)
            cited = [(index, ids) for index, ids in passages.cited(cites)]
            named = any(_start(part) in written for part in parts) or any(
                index.held[passage] & index.hashes(part) for index, ids in cited for passage in ids for part in parts
            )
            if cited and not named:
                what = f"{entry_of(record).name} is at {id!r}, which neither it nor its passages name"
                hint = "Remove the place, or cite the passage that names it."
                place = record.place("places", i)
                yield Finding(entry_of(record).name, Diagnostic(place, what, hint, rule=Rule.PLACE_NOT_NAMED))


def _parts(archive: Archive, id: str) -> list[str]:
    """The words of the name of a place that are its own; all of them if many places have each: `port`."""
    having = Counter(word for place in archive.places.values() for word in set(_words_of(place)))
    words = _words_of(archive.places[id])
    return [word for word in words if having[word] <= _OWN] or words


def _words_of(place: Place) -> list[str]:
    words = (word for code in LANGUAGES for word in re.findall(r"\w+", place.name[code].lower()))
    return [word for word in words if len(word) >= _SHORTEST]


def _start(word: str) -> str:
    return word[: max(_SHORTEST, len(word) - _ENDING)]


def announced_after_done(milestone: Milestone) -> Iterator[Diagnostic]:
    """That a later source announces what an earlier one calls done."""
    is_done = False
    for report in milestone.reports:
        if is_done and report.says is Says.ANNOUNCED:
            what = f"a report of milestone {milestone.id!r} announces what an earlier source calls done"
            hint = "Read both passages: is it the same thing? If not, make a milestone of its own."
            yield Diagnostic(report.place("says"), what, hint, rule=Rule.ANNOUNCED_AFTER_DONE)
        is_done = is_done or report.says is Says.DONE
