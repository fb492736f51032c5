"""What charts of promises and maps show, say and list, all from the same values."""

from typing import Any

import pytest

from generator.charts.build import Chart, promises_chart
from generator.editions.edition import Edition, editions_of
from tests.support.described import LETTERS, archive_of, named, report
from tests.support.phrases import WORDS


def editions(described: dict[str, Any] | None = None, **theme: Any) -> tuple[Edition, ...]:
    return editions_of(archive_of({"sources": LETTERS, "themes": {"bridges": theme}, **(described or {})}))


def milestone(id: str, *reports: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"id": id, "title": named(id.capitalize()), "reports": list(reports), **more}


def promises(*milestones: dict[str, Any]) -> Chart | None:
    edition = editions(milestones=list(milestones))[-1]
    return promises_chart(edition.milestones, edition, WORDS, "promises")


LATE = milestone("lock", report("first", "announced", due="2022"), report("second", "under-way", due="2025"))
EARLY = milestone("quay", report("first", "announced", due="2026"), report("second", "under-way", due="2025-Q1"))
FAR = milestone("pier", report("first", "announced", due="2030"), report("second", "under-way", due="2025"))
KEPT = milestone("ferry", report("first", "announced", due="mid-2024"))
DONE = milestone("bridge", report("first", "announced", due="2023"), report("second", "done", done="2023-05"))
UNDATED = milestone("tunnel", report("first", "announced"))


@pytest.mark.parametrize(
    "milestones",
    [
        pytest.param([], id="without milestones"),
        pytest.param([UNDATED], id="without a promise"),
        pytest.param([KEPT], id="of a single dot"),
        pytest.param([KEPT, {**KEPT, "id": "pontoon"}], id="of two promises that are one dot"),
    ],
)
def test_no_chart_is_made_of_promises(milestones):
    assert promises(*milestones) is None


@pytest.mark.parametrize(
    ("milestones", "sentence"),
    [
        pytest.param([KEPT, DONE], "2 promises. None moved.", id="that none moved"),
        pytest.param([DONE, UNDATED], "1 promise. None moved.", id="only of what has a date"),
        pytest.param([LATE, KEPT], "2 promises. One moved: Lock (+1,096 days).", id="which one moved, and how far"),
        pytest.param([EARLY, LATE], "2 promises. 2 moved, most: Lock (+1,096 days).", id="which of two moved most"),
        pytest.param(
            [FAR, LATE], "2 promises. 2 moved, most: Pier (−1,826 days).", id="which moved most, also if forward"
        ),
        pytest.param([EARLY, DONE], "2 promises. One moved: Quay (−640 days).", id="that a date was brought forward"),
    ],
)
def test_a_chart_of_promises_says_in_words(milestones, sentence):
    assert promises(*milestones).description == sentence


def test_a_chart_of_promises_lists_the_furthest_end_first():
    assert promises(DONE, UNDATED, EARLY, LATE, KEPT).rows == (
        ("1", "Lock", "2022", "2025", "+1,096 days", "open"),
        ("2", "Quay", "2026", "first quarter of 2025", "−640 days", "open"),
        ("3", "Ferry", "mid-2024", "mid-2024", "–", "open"),
        ("4", "Bridge", "2023", "2023", "–", "done"),
    )


def test_a_line_joins_the_day_a_source_spoke_to_the_last_day_that_it_promised():
    lines = {line.title[0]: (line.due, line.points, line.done, line.moved) for line in promises(LATE, DONE).plot.lines}

    assert lines == {
        "Lock": ("2022, now 2025", (("2020-10-15", "2022-12-31"), ("2024-06-24", "2025-12-31")), None, True),
        "Bridge": ("2023; done in May 2023", (("2020-10-15", "2023-12-31"),), ("2024-06-24", "2023-05-31"), False),
    }


def test_a_chart_of_an_older_edition_ends_on_its_day():
    earlier, _ = editions(milestones=[LATE, KEPT])
    plot = promises_chart(earlier.milestones, earlier, WORDS, "promises").plot

    assert (plot.as_of, plot.sources, [line.points for line in plot.lines]) == (
        "2020-10-15",
        ("2020-10-15",),
        [(("2020-10-15", "2024-08-31"),), (("2020-10-15", "2022-12-31"),)],
    )
