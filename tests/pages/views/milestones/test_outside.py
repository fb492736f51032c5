"""What external sources say of a step is shown apart, with how far it moved by what they alone say."""

from typing import Any

import pytest

from generator.pages.views.milestones.outside import OutsideStepView, outside_step
from tests.support.described import named
from tests.support.outside import AGENCY, PAPER, outside_archive
from tests.support.views import context_with


def step(*reports: dict[str, Any]) -> OutsideStepView:
    """What the newest edition shows of a bridge."""
    bridge = {"id": "bridge", "title": named("Bridge"), "reports": list(reports)}
    context = context_with(outside_archive(milestones=[bridge]))
    (told,) = context.edition.themes["bridges"].outside.milestones
    return outside_step(told, context)


def said(source: str, due: str | None = None, **more: Any) -> dict[str, Any]:
    return {"cites": f"{source}#p-1", "says": "announced", **({"due": due} if due else {}), **more}


def test_a_step_that_no_document_to_parliament_mentions_has_no_page():
    assert step(said(PAPER)).path is None
    assert step(said(PAPER), said("second")).path == "milestones/bridge/"


@pytest.mark.parametrize(
    ("reports", "slip"),
    [
        pytest.param([said(PAPER, "2025-06-30"), said(AGENCY, "2025-07-30")], "[outside.slip +30 days]", id="later"),
        pytest.param([said(PAPER, "2025-07-30"), said(AGENCY, "2025-06-30")], "[outside.slip −30 days]", id="earlier"),
        pytest.param([said(PAPER, "2025-06-30"), said(AGENCY, "2025-06-30")], None, id="the same date again"),
        pytest.param([said(PAPER, "2025-06-30"), said(AGENCY)], None, id="one date alone"),
        pytest.param(
            [said("first", "2024-06-30"), said(PAPER, "2025-06-30")],
            None,
            id="not from a date told to parliament",
        ),
    ],
)
def test_how_far_a_step_moved_is_counted_by_what_external_sources_say_alone(reports, slip):
    assert step(*reports).slip == slip


def test_each_report_is_named_by_its_source_and_its_standing_oldest_first():
    reports = step(said(PAPER, "2024"), said(AGENCY, "2025"), said("second")).reports

    assert [(report.source.path, report.said.due) for report in reports] == [
        ("sources/paper/", "2024"),
        ("sources/agency/", "2025"),
    ]
    assert "[standings.relayed]" in reports[0].source.text
    assert "[standings.official]" in reports[1].source.text
    assert [chip.path for chip in reports[0].cites] == ["sources/paper/#p-1"]


@pytest.mark.parametrize(
    ("more", "note"),
    [
        pytest.param({}, None, id="nothing"),
        pytest.param({"reason": named("Soft ground.")}, "Soft ground.", id="why"),
        pytest.param({"reason": named("Soft ground."), "note": named("Of both.")}, "Of both.", id="a note first"),
    ],
)
def test_what_a_reader_must_know_of_a_report_stands_with_it(more, note):
    (report,) = step(said(PAPER, "2025", **more)).reports

    assert report.note == note
