"""A document is matched with what was known on its eve: no promise that came later, none that had ended by then."""

import pytest

from generator.archive.archive import Archive
from generator.documents.matching.known import is_open, known_before
from generator.model.enums import Says
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


def test_a_milestone_is_open_until_its_last_report_says_that_it_is_done_or_dropped(small_archive: Archive) -> None:
    milestones = [milestone for theme in small_archive.themes.values() for milestone in theme.milestones]

    assert {milestone.id: is_open(small_archive, milestone) for milestone in milestones} == {
        "ferry-noordeiland": False,
        "electric-ferries": True,
        "ticket-sales": True,
        "lock-oosterdam": False,
        "lock-westhaven": False,
        "lock-zuiderkade": True,
    }


def test_a_milestone_that_a_later_source_takes_up_again_is_open(small_archive: Archive) -> None:
    dropped = small_archive.themes["ferries"].milestones[0]
    again = dropped.reports[-1].model_copy(update={"says": Says.UNDER_WAY})

    assert is_open(small_archive, dropped.model_copy(update={"reports": (*dropped.reports, again)}))


def test_what_an_external_source_says_ends_no_milestone(small_archive: Archive) -> None:
    *_, lock = small_archive.themes["locks"].milestones
    told, relayed, official = lock.reports
    done_outside, done = (report.model_copy(update={"says": Says.DONE}) for report in (official, told))

    assert is_open(small_archive, lock.model_copy(update={"reports": (told, relayed, done_outside)}))
    assert is_open(small_archive, lock.model_copy(update={"reports": (done_outside,)}))
    assert not is_open(small_archive, lock.model_copy(update={"reports": (done, relayed)}))
