"""Convert an edition into the open data: values of the export model, and the texts of the JSON files."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from generator.editions import (
    Change,
    ChangeKind,
    Edition,
    KnownIndicator,
    KnownObservation,
    KnownStatement,
    KnownTheme,
)
from generator.model import Amendment, Document, PassageIndex, Source, Tension
from generator.pages import Workspace
from generator.publish.open_data import changes as changed
from generator.publish.open_data import figures
from generator.publish.open_data import model as to
from generator.publish.open_data.history import due_dates_of, outcomes_of, vintages_of
from generator.publish.open_data.lists import lists_of
from generator.publish.open_data.parts import (
    cites_of,
    date_if,
    date_of,
    milestone_of,
    outside_milestone_of,
    outside_of,
    text_if,
    text_of,
)

_ABSENT = (ChangeKind.SILENT, ChangeKind.OVERDUE)
"""Kinds of changes that are based on what documents do not say."""


def changes_json(edition: Edition, history: Mapping[str | None, tuple[Change, ...]]) -> str:
    """Return `changes.json`: every change of every kind since each earlier edition, and everything that is known.

    `history` has the changes by id of the earlier edition; None for everything that is known.
    """
    since = tuple(
        changed.ChangesSince(
            edition=id,
            changes=sourced_changes(changes, edition),
        )
        for id, changes in history.items()
    )
    return dumped(changed.Changes(edition=edition.id, since=since))


def sourced_changes(changes: Iterable[Change], edition: Edition) -> tuple[changed.SourcedChange, ...]:
    """The changes with the sources that brought them; `edition` is the later one."""
    return tuple(changed.SourcedChange(**_change(change, edition), source=change.source) for change in changes)


def editions_json(editions: Iterable[Edition]) -> str:
    """Return `editions.json`; `editions` is in order, oldest first."""
    listed = list(editions)
    return dumped(to.Editions(editions=tuple(edition_row(edition, edition is listed[-1]) for edition in listed)))


def dumped(value: BaseModel | dict[str, Any]) -> str:
    """Return JSON in the layout of every export: indented, keys in the order of the model, with a final line feed."""
    if isinstance(value, BaseModel):
        return value.model_dump_json(indent=1) + "\n"
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def atlas_of(edition: Edition, workspace: Workspace) -> to.Atlas:
    """Return the content of `atlas.json` for an edition."""
    until = editions_until(edition, workspace)
    changes, archive = workspace.past.changes(edition), workspace.archive
    main = [
        c for c in changes if c.kind in get_args(changed.MainKind) and c.key.subject in get_args(changed.MainSubject)
    ]
    return to.Atlas(
        format=to.FORMAT,
        edition=edition_row(edition, edition is workspace.editions[-1]),
        sources=tuple(
            _source(edition, source, archive.indexes.get(source.id))
            for source in (edition.sources | edition.outside).values()
        ),
        themes=tuple(_theme(theme) for theme in edition.mentioned),
        statements=tuple(_statement(statement) for statement in edition.statements),
        indicators=tuple(_indicator(indicator) for indicator in edition.indicators),
        milestones=tuple(milestone_of(milestone, edition) for milestone in edition.milestones),
        tensions=tuple(map(_tension, edition.tensions)),
        aliases=tuple(to.Alias(kind=a.kind, was=a.was, became=a.became, source=a.source) for a in edition.aliases),
        corrections=tuple(
            to.Correction(id=c.id, published=date_of(c.published), of=c.of, what=text_of(c.what), why=text_of(c.why))
            for c in edition.corrections
        ),
        amendments=tuple(_amendment(amendment, edition) for amendment in edition.amendments),
        changes=tuple(changed.MainChange(**_change(change, edition)) for change in main),
        documents=tuple(_document(document, edition) for document in edition.references),
        outside=_outside(edition),
        **lists_of(edition, archive.words),
        vintages=vintages_of(until),
        due_dates=due_dates_of(until),
        outcomes=outcomes_of(until),
    )


def _amendment(amendment: Amendment, edition: Edition) -> to.Amendment:
    known = edition.sources | edition.outside
    return to.Amendment(
        id=amendment.id,
        published=date_of(amendment.published),
        sources=tuple(id for id in amendment.sources if id in known),
        why=text_of(amendment.why),
        as_published=amendment.as_published,
    )


def editions_until(edition: Edition, workspace: Workspace) -> tuple[Edition, ...]:
    """The edition and those before it, oldest first."""
    return tuple(workspace.editions[: workspace.editions.index(edition) + 1])


def _outside(edition: Edition) -> to.Outside:
    themes = edition.themes.values()
    tensions = {tension.id: tension for theme in themes for tension in theme.outside.tensions}
    return to.Outside(
        indicators=tuple(map(_indicator, outside_of(edition))),
        milestones=tuple(outside_milestone_of(said, t.id) for t in themes for said in t.outside.milestones),
        tensions=tuple(map(_tension, tensions.values())),
    )


def edition_row(edition: Edition, latest: bool) -> to.Edition:
    """The edition itself; `latest` says whether no later one exists."""
    published = date_of(edition.source.published)
    return to.Edition(id=edition.id, source=edition.source.id, published=published, latest=latest)


def _source(edition: Edition, source: Source, index: PassageIndex | None) -> to.Source:
    account = edition.accounts.get(source.id)
    return to.Source(
        id=source.id,
        kind=source.kind,
        title=text_of(source.title),
        published=date_of(source.published),
        held=source.held,
        standing=source.standing,
        publisher=text_if(source.publisher),
        seen=date_if(source.seen),
        language=source.language,
        sender=text_if(source.sender),
        reference=source.reference,
        url=source.url,
        sha256=index.sha256 if index else None,
        passages=account.passages if account else None,
        accounted=account.accounted if account else None,
    )


def _theme(theme: KnownTheme) -> to.Theme:
    last = theme.standings[-1][1] if theme.standings else None
    return to.Theme(
        id=theme.id,
        title=text_of(theme.text.title),
        question=text_of(theme.text.question),
        standing=to.Standing(text=text_of(last.text), cites=cites_of(last.cites)) if last else None,
        indicator_groups=tuple(
            figures.IndicatorGroup(
                id=group.id,
                title=text_of(group.title),
                members=group.members,
                why=text_of(group.why),
                differs=text_of(group.differs),
                cites=cites_of(group.cites),
            )
            for group in theme.text.indicator_groups
        ),
    )


def _statement(statement: KnownStatement) -> to.Statement:
    record = statement.record
    return to.Statement(
        id=record.id,
        theme=statement.theme,
        when=date_of(record.when),
        kind=record.kind,
        text=text_of(record.text),
        places=record.places,
        cites=cites_of(record.cites),
        weight=record.weight,
    )


def _indicator(indicator: KnownIndicator) -> figures.Indicator:
    record = indicator.record
    return figures.Indicator(
        id=record.id,
        theme=indicator.theme,
        title=text_of(record.title),
        unit=record.unit,
        definition=text_of(record.definition),
        counted_by=record.counted_by,
        area=record.area,
        breaks=tuple(
            figures.Break(since=date_of(b.since), text=text_of(b.text), cites=cites_of(b.cites)) for b in record.breaks
        ),
        breakdown=record.breakdown,
        observations=tuple(_observation(observation) for observation in indicator.observations),
        weight=record.weight,
    )


def _observation(observation: KnownObservation) -> figures.Observation:
    record = observation.record
    return figures.Observation(
        period=date_of(record.period),
        of=record.of,
        value=record.value,
        qualifier=record.qualifier,
        target=record.target,
        basis=record.basis,
        formula=record.formula,
        note=text_if(record.note),
        cites=cites_of(record.cites),
        current=observation.current,
        because=record.because,
        standing=observation.source.standing,
        forecast=observation.is_forecast,
        restates=observation.restates.value if observation.restates else None,
        outcome_of=observation.outcome_of.value if observation.outcome_of else None,
    )


def _tension(tension: Tension) -> to.Tension:
    return to.Tension(
        id=tension.id,
        themes=tension.themes,
        text=text_of(tension.text),
        cites=cites_of(tension.cites),
        kind=tension.kind,
        milestones=tension.milestones,
        indicators=tension.indicators,
    )


def _document(document: Document, edition: Edition) -> to.Document:
    return to.Document(
        id=document.id,
        title=text_of(document.title),
        described=document.described,
        published=date_if(document.published),
        sender=text_if(document.sender),
        number=document.number,
        url=document.url,
        cites=cites_of(citation for citation in document.cites if citation.source in edition.sources),
    )


def _change(change: Change, edition: Edition) -> dict[str, Any]:
    """Return the values that every model of a change has."""
    absent = edition.by_id.get(change.id) if change.kind in _ABSENT else None
    since = absent.unread if absent else None
    return {
        "kind": change.kind,
        "subject": change.key.subject,
        "id": change.id,
        "theme": change.theme,
        "before": change.before,
        "after": change.after,
        "days": change.days,
        "unread": since.count if since else None,
    }
