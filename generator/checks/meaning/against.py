"""Rules for what a record says against the passages that it cites."""

from collections.abc import Iterator

from generator.archive import Entry
from generator.checks.meaning.names import Names, names_in
from generator.checks.meaning.passages import Passages, SourceIndex
from generator.checks.meaning.words import DENIAL, WORDS, lexicon, opposites, words_of
from generator.checks.registry import Finding
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import Bilingual, Milestone, Record, Report, Standing, Statement

_LEAST = 0.25
"""A text has at least this share of its words, as far as the source knows them, in the passages that it cites."""
_NEARER = {Statement: 0.2, Report: 0.4}
"""By how much another passage of the source may be nearer; a report says little of what its passage says."""


def against_passages(passages: Passages, names: Names, entry: Entry) -> Iterator[Finding]:
    """What a statement, report or standing says that its passages do not."""
    text = _text_of(entry)
    if text is None:
        return
    for index, ids in passages.cited(entry.cites):
        for diagnostic in (*_unlike(entry, text, index, ids), *_nearer(entry, text, index, ids)):
            yield Finding(entry.name, diagnostic)
    yield from (Finding(entry.name, diagnostic) for diagnostic in _contradicting(passages, names, entry, text))


def _text_of(entry: Entry) -> dict[str, str] | None:
    """What the record says, by language: of a report the title of its milestone too."""
    record, parent = entry.record, entry.parent
    parts: list[Bilingual | None] = []
    if isinstance(record, Statement | Standing):
        parts = [record.text]
    elif isinstance(record, Report) and isinstance(parent, Milestone):
        parts = [parent.title, record.note]
    found = [part for part in parts if part]
    return {code: ". ".join(part[code] for part in found) for code in type(found[0]).model_fields} if found else None


def _unlike(entry: Entry, text: dict[str, str], index: SourceIndex, ids: list[str]) -> Iterator[Diagnostic]:
    share = index.likeness_together(text[index.language], ids)
    if share < _LEAST:
        what = f"{entry.name} has only {share:.0%} of its words in {', '.join(f'{index.source}#{id}' for id in ids)}"
        hint = "Cite the passage that says it."
        yield Diagnostic(_place(entry.record), what, hint, rule=Rule.UNLIKE_PASSAGE)


def _nearer(entry: Entry, text: dict[str, str], index: SourceIndex, ids: list[str]) -> Iterator[Diagnostic]:
    margin = _NEARER.get(type(entry.record))
    likeness = index.likeness(text[index.language]) if margin else {}
    own, nearest = max(likeness.get(id, 0.0) for id in ids), max(likeness, key=likeness.__getitem__, default="")
    if margin and nearest and likeness[nearest] - own > margin:
        what = f"{entry.name} has more words in common with {index.source}#{nearest} ({likeness[nearest]:.0%}) than "
        what += f"with {index.source}#{ids[0]} ({own:.0%}), which it cites"
        hint = "Cite the passage that says it."
        yield Diagnostic(_place(entry.record), what, hint, rule=Rule.NEARER_PASSAGE)


def _contradicting(passages: Passages, names: Names, entry: Entry, text: dict[str, str]) -> Iterator[Diagnostic]:
    cited = list(passages.cited(entry.cites))
    if not cited or len({index.language for index, _ in cited}) > 1:
        return
    code = cited[0][0].language
    own = text[code].partition(". ")[2] if isinstance(entry.record, Report) else text[code]
    said = lexicon(code, WORDS).said(own)
    for concept, (least, _, _) in said.items():
        opposite = opposites().get(concept, "")
        is_alone = least and opposite and opposite not in said
        if is_alone and _says(cited, opposite, only_sure=True) and not _says(cited, concept):
            words = f"{words_of(concept, code)[0]!r} or the like"
            what = f"{entry.name} says {words}, and its passages have only {words_of(opposite, code)[0]!r} or the like"
            hint = "Read the passage: is it the opposite?"
            yield Diagnostic(_place(entry.record), what, hint, rule=Rule.OPPOSITE_OF_PASSAGE)
    if isinstance(entry.record, Statement) and said.get(DENIAL, (0,))[0] and not _denies(cited):
        what = f"{entry.name} denies something, and its passages deny nothing"
        hint = "Read the passage: does it say the opposite?"
        yield Diagnostic(_place(entry.record), what, hint, rule=Rule.DENIAL_NOT_IN_PASSAGE)
    for name in dict.fromkeys(names_in(own)):
        if not names.is_implied(name, code) and not _names(cited, name):
            what = f"{entry.name} names {name!r}, which its passages do not"
            hint = "Cite the passage that names it, or correct the name."
            yield Diagnostic(_place(entry.record), what, hint, rule=Rule.NAME_NOT_IN_PASSAGE)


def _denies(cited: list[tuple[SourceIndex, list[str]]]) -> bool:
    return _says(cited, DENIAL) or any(index.passages[id].negations for index, ids in cited for id in ids)


def _says(cited: list[tuple[SourceIndex, list[str]]], concept: str, *, only_sure: bool = False) -> bool:
    return any(index.held[id] & index.hashes_of(concept, only_sure=only_sure) for index, ids in cited for id in ids)


def _names(cited: list[tuple[SourceIndex, list[str]]], name: str) -> bool:
    """Whether a passage has the name or its heading does."""
    return any(
        index.held[id] & index.hashes(name) or name.lower() in index.passages[id].section.lower()
        for index, ids in cited
        for id in ids
    )


def _place(record: Record) -> Location:
    return record.place("text") if isinstance(record, Statement | Standing) else record.place("cites")
