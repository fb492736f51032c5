"""The evolution strip: which milestones have a row, where it stands, and the words at its end."""

from typing import Any

import pytest

from generator.charts.build import Chart
from generator.charts.strips import answer, evolution_chart, fate_of, promise_fate, ranked_chart
from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.editions.verdicts import Outcome
from tests.support.described import LETTERS, archive_of, named, report
from tests.support.phrases import WORDS


def milestone(id: str, *reports: dict[str, str], **more: Any) -> dict[str, Any]:
    owed = {"nature": "promise", "owed_by": "customs"}
    return {"id": id, "title": named(id.capitalize()), **owed, "reports": list(reports), **more}


def edition_of(*milestones: dict[str, Any], at: int = -1) -> Edition:
    archive = archive_of({"sources": LETTERS, "themes": {"bridges": {"milestones": list(milestones)}}})
    return Editions(archive)[at]


def strip(*milestones: dict[str, Any], at: int = -1) -> Chart | None:
    edition = edition_of(*milestones, at=at)
    return evolution_chart(edition.milestones, edition, WORDS, "strip")


LOOKED = [{"source": "second", "words": ["quay"], "by_hand": "true"}]
LATE = milestone("lock", report("first", "announced", due="2022"), report("second", "under-way", due="2025"))
PAST = milestone("pier", report("first", "announced", due="2021"), report("second", "stalled"))
GONE = milestone("quay", report("first", "announced", due="mid-2021"), looked=LOOKED)
DONE = milestone("bridge", report("first", "announced", due="2023"), report("second", "done", done="2023-05"))
UNDATED = milestone("tunnel", report("first", "announced"), report("second", "under-way"))
ONCE = milestone("cable", report("second", "announced"))


def groups(chart: Chart | None) -> list[tuple[str, list[str]]]:
    assert chart is not None
    return [(group.fate, [row.label for row in group.rows]) for group in chart.plot.groups]


def test_rows_stand_by_what_came_of_them_what_is_longest_past_first():
    assert groups(strip(DONE, UNDATED, LATE, GONE, PAST)) == [
        ("gone", ["Quay"]),
        ("past", ["Pier"]),
        ("done", ["Bridge"]),
        ("ahead", ["Lock"]),
        ("open", ["Tunnel"]),
    ]


def test_a_ranked_strip_keeps_the_order_that_it_is_given():
    edition = edition_of(PAST, GONE, LATE)
    known = {m.id: m for m in edition.milestones}
    chart = ranked_chart([known["pier"], known["quay"]], edition, WORDS, "ranked")

    assert groups(chart) == [("past", ["Pier", "Quay"])]
    assert chart is not None
    assert [row[0] for row in chart.rows] == ["Pier", "Quay"]
    assert ranked_chart([], edition, WORDS, "ranked") is None


@pytest.mark.parametrize(("at", "years"), [(0, "2020"), (-1, "2020–2024")])
def test_the_title_names_the_years_and_one_year_once(at: int, years: str):
    chart = strip(LATE, at=at)

    assert chart is not None
    assert chart.title == WORDS.say("strip.title", years=years)


@pytest.mark.parametrize(
    "milestones",
    [
        pytest.param([], id="without milestones"),
        pytest.param([ONCE], id="of what one document mentions once, without a date"),
        pytest.param([{**UNDATED, "weight": "minor"}], id="of what is minor and has no date"),
    ],
)
def test_there_is_no_strip(milestones):
    assert strip(*milestones) is None


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        pytest.param(DONE, "done in May 2023, on time", id="what is done says when"),
        pytest.param(PAST, "2½ years past the first date; stalled, 24 Jun 2024", id="what is past says by how much"),
        pytest.param(
            GONE, "2¾ years past the first date; not mentioned since 15 Oct 2020", id="and since when nothing"
        ),
        pytest.param(LATE, "due 2025; 3 years later than first said", id="what is ahead says its date and its move"),
        pytest.param(UNDATED, "under way, 24 Jun 2024", id="what has no date says its last word"),
    ],
)
def test_a_row_ends_in_words(shown, words):
    chart = strip(shown, ONCE)

    assert chart is not None
    assert chart.plot.groups[0].rows[0].words == words


def test_a_row_has_a_mark_for_each_document_and_a_band_for_each_date():
    chart = strip(LATE)
    assert chart is not None
    (row,) = chart.plot.groups[0].rows

    assert (row.marks, [(band.begin, band.end) for band in row.bands], row.id) == (
        (("2020-10-15", "announced"), ("2024-06-24", "under-way")),
        [("2022-01-01", "2022-12-31"), ("2025-01-01", "2025-12-31")],
        "lock",
    )


def test_a_line_ends_in_dots_only_where_later_documents_were_searched():
    chart = strip(GONE, UNDATED)

    assert chart is not None
    assert [row.is_absent for group in chart.plot.groups for row in group.rows] == [True, False]


def test_the_years_between_two_documents_of_which_none_was_read_are_marked():
    chart = strip(LATE)

    assert chart is not None
    assert [(span.begin[:4], span.end[:4]) for span in chart.plot.unread] == [("2020", "2024")]


def test_the_strip_of_an_older_edition_ends_on_its_day_and_knows_no_later_date():
    chart = strip(LATE, at=0)

    assert chart is not None
    assert (chart.plot.as_of, [source.day for source in chart.plot.sources]) == ("2020-10-15", ["2020-10-15"])
    assert [band.label for band in chart.plot.groups[0].rows[0].bands] == ["2022"]


def test_the_table_says_what_is_not_mentioned_with_how_much_was_not_read():
    chart = strip(GONE, ONCE)

    assert chart is not None
    assert chart.rows == (
        (
            "Quay",
            "mid-2021",
            "mid-2021",
            "–",
            "overdue: 2¾ years past the first date; not mentioned since 15 Oct 2020; "
            "no other document known from after that",
        ),
    )


@pytest.mark.parametrize(
    ("milestones", "sentence"),
    [
        pytest.param([UNDATED], "None of the documents read gives a promise with a date on this topic.", id="none"),
        pytest.param([DONE], "1 promise with a date: 1 is reported done.", id="one that is done"),
        pytest.param(
            [DONE, PAST, GONE, LATE],
            "4 promises with a date: 1 is reported done; the date of 2 has passed, 1 of those is no longer mentioned; "
            "1 date is still ahead.",
            id="some of each",
        ),
        pytest.param(
            [GONE, DONE],
            "2 promises with a date: 1 is reported done; the date of 1 has passed, and it is no longer mentioned.",
            id="one that is past and no longer mentioned",
        ),
    ],
)
def test_the_answer_counts_sentences_of_promise(milestones, sentence):
    assert answer(edition_of(*milestones).milestones, WORDS) == sentence


def test_two_parts_of_one_sentence_are_one_promise_in_the_answer():
    part = milestone("weir", report("first", "announced", due="2022"), looked=LOOKED)
    other = milestone("gate", report("first", "announced", due="2022"), looked=LOOKED)

    assert answer(edition_of(part, other).milestones, WORDS).startswith("1 promise with a date: none is reported done;")


def test_what_was_dropped_is_neither_past_nor_ahead():
    dropped = milestone("dam", report("first", "announced", due="2022"), report("second", "dropped"))
    edition = edition_of(dropped)

    assert (fate_of(edition.milestones[0]), promise_fate(edition.promises[0].outcome)) == ("dropped", "dropped")


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_fate(outcome):
    assert promise_fate(outcome) in ("done", "part", "past", "gone", "dropped")
