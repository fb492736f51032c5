"""A document is matched with what was known on its eve: no promise that came later, none that had ended by then."""

import pytest

from generator.archive.archive import Archive
from generator.documents.matching.known import known_before
from generator.model.period import parse_period


@pytest.mark.parametrize(
    ("day", "open_then"),
    [
        pytest.param("2021-03-10", [], id="nothing before the first"),
        pytest.param("2022-12-01", ["ferry-noordeiland", "lock-oosterdam", "lock-westhaven", "lock-zuiderkade"],
                     id="what was promised, also if it ended later"),
        pytest.param("2023-06-20", ["electric-ferries", "ferry-noordeiland", "lock-oosterdam", "lock-zuiderkade",
                                    "ticket-sales"], id="not what was done, nor what its own day brings"),
        pytest.param("2024-02-01", ["electric-ferries", "lock-zuiderkade", "ticket-sales"], id="all of it later on"),
    ],
)  # fmt: skip
def test_what_was_open_on_the_eve(small_archive: Archive, day: str, open_then: list[str]) -> None:
    known = known_before(small_archive, "another", parse_period(day))

    assert sorted(milestone.id for _, milestone in known.open) == open_then


def test_what_a_source_itself_says_is_not_known_before_it(small_archive: Archive) -> None:
    known = known_before(small_archive, "verslag-2022", parse_period("2024-02-01"))
    cited = {
        citation.source
        for _, record in (*known.milestones, *known.indicators)
        for entry in getattr(record, "reports", ()) or getattr(record, "observations", ())
        for citation in entry.cites
    }

    assert "verslag-2022" not in cited
    assert "ticket-sales" not in {milestone.id for _, milestone in known.milestones}


def test_of_a_milestone_only_the_earlier_reports_are_known(small_archive: Archive) -> None:
    known = known_before(small_archive, "another", parse_period("2023-01-15"))
    (oosterdam,) = [milestone for _, milestone in known.milestones if milestone.id == "lock-oosterdam"]

    assert [str(report.cites[0]) for report in oosterdam.reports] == ["brief-2021-03-10#sluizen-1"]
