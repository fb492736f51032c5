"""What templates print, worked out beforehand."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.editions.edition import Edition, editions_of
from generator.model.citation import Citation
from generator.model.locale import Locale
from generator.model.settings import Group
from generator.model.types import Bilingual, parse_citation
from generator.pages.views import Row, chips, grouped, indicator_rows, is_left_out, key_figures, matrix, timeline
from tests.support.described import LETTERS, TEXT, archive_of, named, report

WORDS = Locale(
    "en",
    {
        "source_kind": {"letter": "Letter"},
        "periods": {"year": "{year}"},
        "units": {"posts": {"one": " post", "other": " posts"}},
        "of_target": "{value} of {target}",
        "key_moved": "{title} (first {first})",
        "state": {"done": "done", "dropped": "dropped"},
        "says": {"announced": "announced", "stalled": "stalled"},
    },
)
READ = [LETTERS[0], {**LETTERS[1], "passages": "3"}]


def bridges(**theme: Any) -> Archive:
    """An archive with one theme, in which every passage of the second letter is accounted for."""
    read = {
        "id": "read",
        "when": "2024",
        "kind": "context",
        "text": TEXT,
        "cites": [f"second#p-{n}" for n in (1, 2, 3)],
    }
    return archive_of({"sources": READ, "themes": {"bridges": theme, "tunnels": {"statements": [read]}}})


def statement(source: str, id: str = "opened") -> dict[str, Any]:
    return {"id": id, "when": "2020", "kind": "result", "text": TEXT, "cites": [f"{source}#p-1"]}


def indicator(*observations: dict[str, Any], **more: Any) -> dict[str, Any]:
    record = {"id": "posts", "title": named("Posts"), "unit": "posts", "definition": TEXT}
    return {**record, "observations": list(observations), **more}


def value(source: str, number: str = "3", **more: Any) -> dict[str, Any]:
    return {"period": "2019", "value": number, "cites": f"{source}#p-1", **more}


def milestone(*reports: dict[str, str]) -> dict[str, Any]:
    return {"id": "bridge", "title": named("Bridge"), "reports": list(reports)}


def standing(source: str) -> dict[str, Any]:
    return {"cites": [f"{source}#p-1"], "summary": TEXT, "text": TEXT}


FIRST = statement("first", "planned")


@pytest.mark.parametrize(
    "theme",
    [
        pytest.param({"statements": [FIRST, statement("second")]}, id="in a statement"),
        pytest.param(
            {"statements": [FIRST], "milestones": [milestone(report("second", "announced"))]}, id="in a report"
        ),
        pytest.param({"statements": [FIRST], "indicators": [indicator(value("second"))]}, id="in a figure alone"),
        pytest.param({"statements": [FIRST], "standings": [standing("second")]}, id="in a standing alone"),
    ],
)
def test_a_source_that_speaks_of_a_theme_is_nowhere_called_silent(theme):
    edition = editions_of(bridges(**theme))[-1]
    spoken = next(timeline(edition.themes["bridges"], edition, WORDS))
    cell = matrix(edition)[0].cells[1]

    assert (spoken.is_silent, cell.silent, left_out(edition)) == (False, False, [])
    assert (cell.count, cell.size) == (1, 1)


def left_out(edition: Edition) -> list[str]:
    """The themes that the last source leaves out."""
    return [theme.id for theme in edition.mentioned if is_left_out(theme, [*edition.sources.values()][-1], edition)]


def test_a_source_that_leaves_out_an_earlier_theme_is_silent_on_it():
    edition = editions_of(bridges(statements=[FIRST]))[-1]
    spoken = next(timeline(edition.themes["bridges"], edition, WORDS))

    assert (spoken.is_silent, matrix(edition)[0].cells[1].silent, left_out(edition)) == (True, True, ["bridges"])


def test_a_source_that_was_not_read_whole_is_not_silent():
    edition = editions_of(archive_of({"sources": READ, "themes": {"bridges": {"statements": [FIRST]}}}))[-1]
    cell = matrix(edition)[0].cells[1]

    assert (cell.silent, cell.entered) == (False, False)


def test_what_no_earlier_source_spoke_of_is_not_left_out():
    edition = editions_of(bridges(statements=[statement("second")]))[0]

    assert (left_out(edition), edition.themes["bridges"].is_mentioned) == ([], False)


def test_a_source_of_the_same_day_is_no_earlier_source():
    letters = [{**letter, "published": "2024-06-24"} for letter in LETTERS]
    edition = editions_of(archive_of({"sources": letters, "themes": {"bridges": {"statements": [FIRST]}}}))[-1]

    assert left_out(edition) == []


def test_the_matrix_counts_entries_and_marks_moves():
    moved = milestone(report("first", "announced", due="2025"), report("second", "announced", due="2026"))
    edition = editions_of(bridges(statements=[FIRST], milestones=[moved]))[-1]

    assert [(cell.count, cell.moved) for cell in matrix(edition)[0].cells] == [(2, False), (1, True)]


def test_the_timeline_has_every_source_newest_first():
    edition = editions_of(bridges(statements=[FIRST]))[-1]
    told = [(s.source.id, [x.id for x in s.statements]) for s in timeline(edition.themes["bridges"], edition, WORDS)]

    assert told == [("second", []), ("first", ["planned"])]


@pytest.mark.parametrize(
    ("theme", "figure"),
    [
        pytest.param(
            {"indicators": [indicator(value("first"), value("first", "5", period="2018"))]},
            ("3 posts", "Posts, 2019", False),
            id="the value of the last period",
        ),
        pytest.param(
            {"indicators": [indicator(value("first", "3"), value("second", "4"))]},
            ("4 posts", "Posts, 2019", False),
            id="the current value, not the one that it restates",
        ),
        pytest.param(
            {"indicators": [indicator(value("first", "9", target="12"))]},
            ("9 of 12", "Posts, 2019", False),
            id="a value against what was planned",
        ),
        pytest.param(
            {"milestones": [milestone(report("first", "announced", due="2025"))]},
            ("2025", "Bridge", False),
            id="a due date",
        ),
        pytest.param(
            {
                "milestones": [
                    milestone(report("first", "announced", due="2025"), report("second", "stalled", due="2026"))
                ]
            },
            ("2026", "Bridge (first 2025)", True),
            id="a date that moved, with the first",
        ),
        pytest.param(
            {"milestones": [milestone(report("first", "announced"), report("second", "stalled"))]},
            ("stalled", "Bridge", False),
            id="the last word where there is no date",
        ),
        pytest.param(
            {
                "milestones": [
                    milestone(report("first", "announced", due="2025"), report("second", "done", done="2024"))
                ]
            },
            ("done · 2024", "Bridge", False),
            id="that it is done, and when",
        ),
    ],
)
def test_a_key_figure_is(theme, figure):
    names = [record["id"] for kind in ("indicators", "milestones") for record in theme.get(kind, [])]
    known = editions_of(bridges(**theme, key_figures=names))[-1].themes["bridges"]

    assert [(key.value, key.label, key.moved) for key in key_figures(known, WORDS)] == [figure]


def test_a_key_figure_appears_when_it_becomes_known():
    archive = bridges(milestones=[milestone(report("second", "announced", due="2025"))], key_figures=["bridge"])
    shown = [[k.value for k in key_figures(edition.themes["bridges"], WORDS)] for edition in editions_of(archive)]

    assert shown == [[], ["2025"]]


@pytest.mark.parametrize(
    ("cites", "shown"),
    [
        pytest.param(["second#p-1"], ["Section ¶1"], id="one passage is one chip"),
        pytest.param(["second#p-1", "second#p-2", "second#p-3"], ["Section ¶1–3"], id="passages in a row share a chip"),
        pytest.param(["second#p-1", "second#p-3"], ["Section ¶1", "Section ¶3"], id="a gap parts them"),
        pytest.param(["second#p-2", "second#p-2"], ["Section ¶2"], id="the same passage is cited once"),
        pytest.param(["first#p-1", "second#p-2"], ["Section ¶1", "Section ¶2"], id="two sources are two chips"),
    ],
)
def test_citations_are_told_by_section_and_number(cites, shown):
    assert [chip.passage for chip in chips(map(parse_citation, cites), bridges(), WORDS)] == shown


def test_themes_stand_under_their_headings_by_title_and_empty_headings_are_left_out():
    (row,) = matrix(editions_of(bridges(statements=[statement("first")]))[0])

    def titled(title: str, group: str | None) -> Row:
        text = row.theme.text.model_copy(update={"title": Bilingual(nl=title, en=title), "group": group})
        return replace(row, theme=replace(row.theme, text=text))

    rows = [titled("Sands", "land"), titled("Acres", "land"), titled("Locks", "water")]
    headings = [Group.model_validate({"id": id, "title": TEXT}) for id in ("water", "air", "land")]

    def titles(groups: Iterable[tuple[Group | None, list[Row]]]) -> list[tuple[str | None, list[str]]]:
        return [(group and group.id, [row.theme.text.title.en for row in under]) for group, under in groups]

    assert titles(grouped(rows, headings, WORDS)) == [("water", ["Locks"]), ("land", ["Acres", "Sands"])]
    assert titles(grouped([titled("Locks", None)], [], WORDS)) == [(None, ["Locks"])]


def test_an_indicator_is_listed_with_its_latest_value_and_how_many_there_are():
    observations = [value("first"), value("second", "4"), value("second", "7", period="2023")]
    (row,) = indicator_rows(editions_of(bridges(indicators=[indicator(*observations)]))[-1].themes["bridges"], WORDS)

    assert (row.value, row.period, row.cites, row.values, row.restated) == (
        "7 posts",
        "2023",
        (Citation("second", "p-1"),),
        3,
        1,
    )


def test_of_a_table_no_cell_stands_for_all():
    kinds = [{"id": "kind", "title": named("Kind"), "values": [{"id": "a", "title": named("A")}]}]
    told = indicator(value("second", of={"kind": "a"}), breakdown=["kind"])
    archive = archive_of({"sources": READ, "categories": kinds, "themes": {"bridges": {"indicators": [told]}}})
    (row,) = indicator_rows(editions_of(archive)[-1].themes["bridges"], WORDS)

    assert (row.value, row.period, row.values) == (None, "2019", 1)
