"""Archives from short descriptions, in which only what a rule is about is written out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from generator.archive.archive import Archive, Theme
from generator.archive.yaml_loader import Document
from generator.checks.claims import Claim, claims_of
from generator.checks.meaning.rules import (
    figures_are_said_alike,
    languages_mean_the_same,
    texts_are_finished,
    what_is_done_is_not_announced,
)
from generator.checks.run import RULES
from generator.checks.sense.rules import what_is_to_come_is_a_plan
from generator.checks.texts import phrases_are_known, phrases_match, phrases_name_the_same
from generator.diagnostics.diagnostic import InvalidData
from generator.editions.vintages import known_indicator
from generator.model.enums import Because
from generator.model.formula import numbers_of
from generator.model.milestone import Looked, Milestone
from generator.model.period import Period
from generator.model.records import (
    Indicator,
    Statement,
    Tension,
    Term,
    ThemeText,
)
from generator.model.settings import Atlas, Dimension, Place
from generator.model.source import Document as DocumentRecord
from generator.model.source import Passage, PassageIndex, Source
from generator.model.types import Record
from tests.support.phrases import PHRASES

R = TypeVar("R", bound=Record)
TEXT = {"nl": "Tekst", "en": "Text"}
LETTERS = [
    {"id": "first", "kind": "letter", "published": "2020-10-15", "passages": "1"},
    {"id": "second", "kind": "letter", "published": "2024-06-24", "passages": "1"},
]
"""What most descriptions start from: what the first says may change with the second."""

OUTSIDE = {"publisher": TEXT, "standing": "relayed", "seen": "2026-11"}
"""What an external source must say of itself, where its description does not."""

COUNTED = [{"id": d, "title": TEXT, "values": [{"id": "all", "title": TEXT}]} for d in ("body", "area")]
"""Who counts, and where, for archives with external figures."""
WORDS = {**PHRASES, "units": {"posts": {"one": " post", "other": " posts"}}}


_OF_MEANING = (
    figures_are_said_alike,
    languages_mean_the_same,
    texts_are_finished,
    what_is_done_is_not_announced,
    what_is_to_come_is_a_plan,
)
_OF_PHRASES = (phrases_are_known, phrases_match, phrases_name_the_same)
"""They read all phrases, which are the same for every description: those of the project, which a check reads anyway."""


def archive_of(described: dict[str, Any]) -> Archive:
    """The archive described, with every check but those of meaning and of phrases; all scalars are text, as in a file.

    Its texts are the same in both languages and say nothing.

    `sources` say how many `passages` they have, which are called p-1, p-2 …, and which are out of scope; `themes` hold
    records by kind. What every source and theme must have besides is filled in.
    """
    sources = [_source(**source) for source in described["sources"]]
    passages = {s["id"]: _passages(int(s["passages"])) for s in described["sources"] if "passages" in s}
    archive = Archive(
        atlas=Atlas.model_validate(dict.fromkeys(("title", "description", "publisher", "licence"), TEXT)),
        sources=_by_id(sorted(sources, key=lambda s: (s.published.last, s.published.first, s.id))),
        passages=passages,
        indexes={s.id: _index(s, passages[s.id]) for s in sources if s.id in passages},
        themes={id: _theme(id, **theme) for id, theme in described["themes"].items()},
        tensions=_by_id(
            _records(Tension, ({"kind": "contradiction", **tension} for tension in described.get("tensions", [])))
        ),
        places=_by_id(_records(Place, described.get("places", []))),
        terms=_by_id(_records(Term, described.get("terms", []))),
        dimensions=_by_id(_records(Dimension, [*COUNTED, *described.get("categories", [])])),
        words={"nl": WORDS, "en": WORDS},
        names=(),
        references=_by_id(_records(DocumentRecord, described.get("references", []))),
        documents=defaultdict(lambda: Document("described", None, {})),
    )
    whole = _with_evidence(_with_reasons(_with_searches(archive, described)))
    problems = [problem for rule in RULES if rule not in (*_OF_MEANING, *_OF_PHRASES) for problem in rule(whole)]
    if problems:
        raise InvalidData(problems)
    return whole


def _with_searches(archive: Archive, described: dict[str, Any]) -> Archive:
    """The archive in which a milestone without `looked` in its description was looked for wherever it is not named."""
    told = {m["id"] for theme in described["themes"].values() for m in theme.get("milestones", []) if "looked" in m}

    def searched(milestone: Milestone) -> Milestone:
        named = {report.cites[0].source for report in milestone.reports}
        read = [id for id, source in archive.sources.items() if id in archive.passages and not source.is_outside]
        silent = [id for id in read if id not in named]
        looked = [Looked.model_validate({"source": id, "words": ["bridge"], "by_hand": "true"}) for id in silent]
        return milestone if milestone.id in told else milestone.model_copy(update={"looked": tuple(looked)})

    themes = {
        id: replace(theme, milestones=tuple(map(searched, theme.milestones))) for id, theme in archive.themes.items()
    }
    return replace(archive, themes=themes)


def _source(out_of_scope: Iterable[str] = (), **written: Any) -> Source:
    held = "true" if written.pop("passages", None) else "false"
    held = "partial" if held == "true" and written["kind"] == "external" else held
    out = [{"passage": passage, "why": "closing formula"} for passage in out_of_scope]
    by: dict[str, Any] = OUTSIDE if written["kind"] == "external" else {"sender": TEXT}
    return Source.model_validate({**by, "held": held, **written, "title": TEXT, "out_of_scope": out})


def _index(source: Source, passages: dict[str, Passage]) -> PassageIndex:
    index = PassageIndex.model_validate({"source": source.id, "published": "2020", "sha256": "0" * 64, "passages": []})
    return index.model_copy(update={"published": source.published, "passages": tuple(passages.values())})


def _with_reasons(archive: Archive) -> Archive:
    """The archive with a reason for every value that restates an earlier one."""

    def explained(theme: Theme, indicator: Indicator) -> Indicator:
        known = known_indicator(indicator, theme.id, archive.sources)
        restating = [o.record for o in known.observations if o.restates] if known else []
        observations = tuple(
            o.model_copy(update={"because": Because.REVISION}) if any(o is r for r in restating) else o
            for o in indicator.observations
        )
        return indicator.model_copy(update={"observations": observations})

    themes = {
        id: replace(theme, indicators=tuple(explained(theme, i) for i in theme.indicators))
        for id, theme in archive.themes.items()
    }
    return replace(archive, themes=themes)


def _with_evidence(archive: Archive) -> Archive:
    """The archive with every figure of its records in the passages that they cite."""
    passages = {id: dict(index) for id, index in archive.passages.items()}
    for claim in claims_of(archive):
        for citation in claim.cites:
            known = passages.get(citation.source, {})
            if citation.passage in known:
                known[citation.passage] = _with_figures(known[citation.passage], claim)
    return replace(archive, passages=passages)


def _with_figures(passage: Passage, claim: Claim) -> Passage:
    if isinstance(claim.value, Period):
        return passage.model_copy(update={"dates": (*passage.dates, claim.value.text)})
    if claim.formula_of is not None:
        numbers = map(str, numbers_of(str(claim.value)))
        return passage.model_copy(update={"numbers": (*passage.numbers, *numbers)})
    if isinstance(claim.value, Decimal):
        return passage.model_copy(update={"numbers": (*passage.numbers, str(claim.value))})
    return passage


def _passages(count: int) -> dict[str, Passage]:
    told = {"section": "Section", "words": "12", "hash": "0" * 16, "numbers": [], "dates": []}
    return _by_id(_records(Passage, [{"id": f"p-{number}", **told} for number in range(1, count + 1)]))


def _theme(id: str, **written: Any) -> Theme:
    statements = _records(Statement, written.pop("statements", []))
    indicators = _records(Indicator, written.pop("indicators", []))
    milestones = _records(Milestone, map(_milestone, written.pop("milestones", [])))
    text = ThemeText.model_validate({"title": TEXT, "question": TEXT, "terms": ["term"], **written})
    return Theme(id, text, statements, indicators, milestones)


def _milestone(written: dict[str, Any]) -> dict[str, Any]:
    """What every milestone has: it is a promise of the service unless the description says otherwise."""
    lineage = written.get("lineage", [])
    several = [lineage] if isinstance(lineage, dict) else lineage
    return {"nature": "promise", "owed_by": "customs", **written, "lineage": several}


def _records(model: type[R], written: Iterable[Any]) -> tuple[R, ...]:
    return tuple(model.model_validate(record) for record in written)


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {record.id: record for record in records}


def named(name: str) -> dict[str, str]:
    """The name in both languages."""
    return {"nl": name, "en": name}


def report(source: str, says: str, **more: str) -> dict[str, str]:
    """What that source says of a milestone, on its first passage."""
    return {"cites": f"{source}#p-1", "says": says, **more}


def without_later(archive: Archive, day: date) -> Archive:
    """The archive as it would be if nothing had been published after `day`: later sources and all that rests on them
    deleted.
    """
    sources = {id: source for id, source in archive.sources.items() if source.published.last <= day}
    dated = {id for id, d in archive.references.items() if d.published and d.published.last <= day}
    named = {id for id, d in archive.references.items() if any(c.source in sources for c in d.cites)}
    known = {*sources, *(f"register#{id}" for id in dated)}
    return replace(
        archive,
        sources=sources,
        references={id: document for id, document in archive.references.items() if id in dated | named},
        passages={id: index for id, index in archive.passages.items() if id in sources},
        themes={id: _theme_without_later(theme, known) for id, theme in archive.themes.items()},
        tensions={id: tension for id, tension in archive.tensions.items() if _rests_on(tension, known)},
        terms={id: term for id, term in archive.terms.items() if _rests_on(term, known)},
    )


def _theme_without_later(theme: Theme, known: set[str]) -> Theme:
    def left(records: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(record for record in records if _rests_on(record, known))

    def emptied(records: tuple[Any, ...], entries: str) -> tuple[Any, ...]:
        rest = (record.model_copy(update={entries: left(getattr(record, entries))}) for record in records)
        return tuple(record for record in rest if getattr(record, entries))

    return Theme(
        id=theme.id,
        text=theme.text.model_copy(update={"standings": left(theme.text.standings)}),
        statements=left(theme.statements),
        indicators=emptied(theme.indicators, "observations"),
        milestones=emptied(theme.milestones, "reports"),
    )


def _rests_on(record: Any, known: set[str]) -> bool:
    return all({citation.source, str(citation)} & known for citation in record.cites)
