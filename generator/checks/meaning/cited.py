"""Rules for which passages a record cites: those that say it, and use the term that it explains."""

import re
from collections.abc import Iterator, Mapping

from generator.archive import Entry
from generator.checks.meaning.passages import Passages, SourceIndex
from generator.checks.registry import Finding
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import (
    Bilingual,
    Evolution,
    Lineage,
    Milestone,
    Record,
    Report,
    Standing,
    Statement,
    Tension,
    Term,
)

_LEAST: Mapping[type[Record], float] = {Statement: 0.17, Standing: 0.2, Report: 0.14, Lineage: 0.1, Term: 0.2}
"""The share of a sentence of the record that the passage that it cites has at least; a title says little."""
_LEAST_OF_SEVERAL = 0.045
"""The same of each passage of a record that cites several."""
_NEARER = {Statement: 0.2, Report: 0.4}
"""By how much another passage of the source may be nearer; a report says little of what its passage says."""
_HINT = "Cite the passage that says it."
_BESIDE = re.compile(r" ?[(),/] ?")
"""What stands between two names of one thing."""
_SHORTEST = 4
"""Letters of a part of a compound, which a passage may write apart."""


def cites_others(passages: Passages, entry: Entry) -> Iterator[Finding]:
    """That a passage cited has hardly a word of the record, or that another has many more."""
    text = text_of(entry)
    if text is None:
        return
    for index, ids in passages.cited(entry.cites):
        for diagnostic in (*_unlike(entry, text, index, ids), *_nearer(entry, text, index, ids)):
            yield Finding(entry.name, diagnostic)


def text_of(entry: Entry) -> dict[str, str] | None:
    """What the record says, by language: of what belongs to a milestone the title of that too."""
    record, parent = entry.record, entry.parent
    parts: list[Bilingual | None] = []
    if isinstance(record, Statement | Standing | Tension | Evolution | Term):
        parts = [record.text]
    elif isinstance(record, Report | Lineage) and isinstance(parent, Milestone):
        parts = [parent.title, record.note if isinstance(record, Report) else None]
    found = [part for part in parts if part]
    return {code: ". ".join(part[code] for part in found) for code in type(found[0]).model_fields} if found else None


def _unlike(entry: Entry, text: dict[str, str], index: SourceIndex, ids: list[str]) -> Iterator[Diagnostic]:
    several = len(entry.cites) > 1 or type(entry.record) not in _LEAST
    least = _LEAST_OF_SEVERAL if several else _LEAST[type(entry.record)]
    for id in ids:
        share = index.support(text[index.language], id)
        if isinstance(entry.record, Term):
            share = max(share, use_of(entry.record, index, id))
        if share < least:
            what = f"{entry.name} has only {share:.0%} of its words in {index.source}#{id}"
            yield Diagnostic(place_of(entry.record), what, _HINT, rule=Rule.UNLIKE_PASSAGE)


def use_of(term: Term, index: SourceIndex, id: str) -> float:
    """What share of a name of the term the passage and its headings have, of the name of which they have most."""
    names = [name for name in _BESIDE.split(term.term[index.language]) if name]
    return max(_share(name, index, id) for name in [*names, *filter(None, [term.abbreviation])])


def _share(name: str, index: SourceIndex, id: str) -> float:
    weights = {word: max(index.weights(word).values(), default=0.0) for word in index.telling(name)}
    whole = sum(weights.values())
    return sum(weight for word, weight in weights.items() if _uses(word, index, id)) / whole if whole else 0.0


def _uses(word: str, index: SourceIndex, id: str) -> bool:
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    return index.has(word, id) or any(index.has(word[:cut], id) and index.has(word[cut:], id) for cut in cuts)


def _nearer(entry: Entry, text: dict[str, str], index: SourceIndex, ids: list[str]) -> Iterator[Diagnostic]:
    margin = _NEARER.get(type(entry.record))
    likeness = index.likeness(text[index.language]) if margin else {}
    own, nearest = max(likeness.get(id, 0.0) for id in ids), max(likeness, key=likeness.__getitem__, default="")
    if margin and nearest and likeness[nearest] - own > margin:
        what = f"{entry.name} has more words in common with {index.source}#{nearest} ({likeness[nearest]:.0%}) than "
        what += f"with {index.source}#{ids[0]} ({own:.0%}), which it cites"
        yield Diagnostic(place_of(entry.record), what, _HINT, rule=Rule.NEARER_PASSAGE)


def place_of(record: Record) -> Location:
    """Where a person looks if a record and its passages differ."""
    return record.place("text" if isinstance(record, Statement | Standing) else "cites")
