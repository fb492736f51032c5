"""An edition is the atlas as it could have been known on one day: a rule is a file in `cases/editions/`."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from generator.archive.yaml_loader import read_yaml
from generator.editions.edition import Edition, edition_of
from generator.editions.history import Editions
from generator.editions.milestones import KnownMilestone
from generator.editions.outcomes import schedule_of, support_of
from generator.editions.vintages import KnownObservation
from tests.support.described import archive_of, without_later
from tests.support.invented import archives
from tests.support.small import CASES

FILES = sorted((CASES / "editions").glob("*.yaml"))
ASKED_FOR = {"sources", "outside", "complete", "mentioned", "promises"}
"""Parts that a case may leave out. All others must be told in full, so that nothing slips in."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem.replace("_", " "))
def test_an_edition_knows_what_its_case_expects(file):
    case: Any = read_yaml(file.read_text("utf-8"), file.name).value
    parts = {part for expected in case["expects"].values() for part in expected}
    parts |= {
        key for expected in case["expects"].values() for told in expected.get("milestones", {}).values() for key in told
    }
    editions = Editions(archive_of({key: case[key] for key in case.keys() - {"why", "expects"}}))

    assert {edition.id: known_in(edition, parts) for edition in editions} == case["expects"]


def known_in(edition: Edition, parts: set[str]) -> dict[str, Any]:
    """What the edition knows, as a case writes it: everything is text, and what is empty is left out."""
    known = {
        "sources": list(edition.sources),
        "outside": list(edition.outside),
        "outside_values": {
            i.id: [observation(o) for o in i.observations] for t in edition.themes.values() for i in t.outside.series
        },
        "outside_reports": {
            told.milestone.id: [report.record.says.value for report in told.reports]
            for t in edition.themes.values()
            for told in t.outside.milestones
        },
        "outside_tensions": [tension.id for t in edition.themes.values() for tension in t.outside.tensions],
        "complete": [id for id, account in edition.accounts.items() if account.is_complete],
        "mentioned": [theme.id for theme in edition.mentioned],
        "standings": {t.id: [s.text.en for _, s in t.standings] for t in edition.mentioned if t.standings},
        "statements": [statement.id for statement in edition.statements],
        "indicators": {i.id: [observation(o) for o in i.observations] for i in edition.indicators},
        "milestones": {m.id: milestone(m, parts) for m in edition.milestones},
        "promises": [[p.outcome.value if p.outcome else "none", *(m.id for m in p.parts)] for p in edition.promises],
        "tensions": [tension.id for tension in edition.tensions],
        "terms": [term.id for term in edition.terms],
    }
    return {part: value for part, value in known.items() if (value or part in ASKED_FOR) and asked(part, parts)}


def asked(part: str, parts: set[str]) -> bool:
    return part in parts or part not in ASKED_FOR


def milestone(known: KnownMilestone, asked_for: set[str]) -> dict[str, Any]:
    told = {
        "says": [report.record.says.value for report in known.reports],
        "state": known.state.value,
        "timing": known.timing and known.timing.value,
        "first_due": known.first_due,
        "latest_due": known.latest_due,
        "slip_days": None if known.slip_days is None else str(known.slip_days),
        "moves": [[move.before.text, move.after.text, str(move.days)] for move in known.moves],
        "done": known.done,
        "silent_since": known.silent_since and known.silent_since.id,
        "returns": [report.source.id for report in known.returns],
        "predecessors": list(known.predecessors),
        "successors": list(known.successors),
        **{key: value for key, value in verdicts(known).items() if key in asked_for},
    }
    return as_written(told)


def verdicts(known: KnownMilestone) -> dict[str, Any]:
    """What is derived from all that was read: told by the cases that ask for it."""
    schedule = schedule_of(known, known.reports[-1].source.published.last)
    return {
        "absence": known.absence and known.absence.kind.value,
        "spoken_of": list(known.absence.spoken_of) if known.absence else [],
        "looked": [source.id for source, _ in known.absence.looked] if known.absence else [],
        "unread": known.unread and str(known.unread.count),
        "unread_of_theme": list(known.unread.of_theme) if known.unread else [],
        "outcome": known.outcome and known.outcome.value,
        "support": support_of(known).value,
        "schedule": schedule.kind.value,
        "steps_before": list(known.steps_before),
        "steps_after": list(known.steps_after),
        "wholes": list(known.wholes),
        "parts": list(known.parts),
    }


def observation(known: KnownObservation) -> dict[str, Any]:
    told = {
        "period": known.record.period,
        "of": known.record.of,
        "value": known.record.value,
        "standing": known.source.standing and known.source.standing.value,
        "current": known.current and "true",
        "restated": known.restated and "true",
        "restates": known.restates and known.restates.value,
        "forecast": known.is_forecast and "true",
        "outcome_of": known.outcome_of and known.outcome_of.value,
    }
    return as_written(told)


def as_written(told: dict[str, Any]) -> dict[str, Any]:
    written = {key: value if isinstance(value, list | dict) else str(value or "") for key, value in told.items()}
    return {key: value for key, value in written.items() if value}


@given(archives())
def test_deleting_everything_later_changes_no_edition(archive):
    kept = [edition_of(without_later(archive, e.as_of), e.source) for e in Editions(archive)]

    assert kept == list(Editions(archive))


@given(archives())
def test_what_an_edition_knows_the_next_one_knows_too(archive):
    editions = Editions(archive)
    grown = [later for earlier, later in pairwise(editions) if records(earlier) <= records(later)]

    assert grown == list(editions[1:])


def records(edition: Edition) -> set[object]:
    """The sources, statements and observations of an edition; reports have a test of their own, in `test_states`."""
    values = (
        (i.id, o.record.period.text, o.source.id, o.record.value) for i in edition.indicators for o in i.observations
    )
    return {*edition.sources, *((s.id, s.source.id) for s in edition.statements), *values}


@given(archives())
def test_there_is_one_edition_for_each_day_on_which_a_report_to_parliament_came_out(archive):
    days = [s.published.text for s in archive.sources.values() if s.kind.value != "external"]

    assert [edition.id for edition in Editions(archive)] == list(dict.fromkeys(days))
