"""The home page: numbers, themes against sources, promises."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.editions.edition import KnownTheme, editions_of
from generator.model.settings import Group
from generator.model.types import Bilingual
from generator.pages.views.home import grouped, home_view, matrix_row
from tests.support.bridges import FIRST, READ, bridges, milestone, statement
from tests.support.described import TEXT, archive_of, report
from tests.support.phrases import WORDS
from tests.support.views import context_with, reviewed, view_of


def test_the_home_page_is_shown_as_it_was_reviewed():
    assert view_of("home") == reviewed("home")


def test_a_source_that_was_not_read_whole_is_not_silent():
    edition = editions_of(archive_of({"sources": READ, "themes": {"bridges": {"statements": [FIRST]}}}))[-1]
    cell = matrix_row(edition.themes["bridges"], edition, WORDS).cells[1]

    assert (cell.silent, cell.entered) == (False, False)


def test_the_matrix_counts_entries_and_marks_moves():
    moved = milestone(report("first", "announced", due="2025"), report("second", "announced", due="2026"))
    edition = editions_of(bridges(statements=[FIRST], milestones=[moved]))[-1]

    assert [(cell.count, cell.moved) for cell in matrix_row(edition.themes["bridges"], edition, WORDS).cells] == [
        (2, False),
        (1, True),
    ]


def test_themes_stand_under_their_headings_by_title_and_empty_headings_are_left_out():
    (theme,) = editions_of(bridges(statements=[statement("first")]))[0].mentioned

    def titled(title: str, group: str | None) -> KnownTheme:
        text = theme.text.model_copy(update={"title": Bilingual(nl=title, en=title), "group": group})
        return replace(theme, text=text)

    themes = [titled("Sands", "land"), titled("Acres", "land"), titled("Locks", "water")]
    headings = [Group.model_validate({"id": id, "title": TEXT}) for id in ("water", "air", "land")]

    def titles(groups: Iterable[tuple[Group | None, list[KnownTheme]]]) -> list[tuple[str | None, list[str]]]:
        return [(group and group.id, [under.text.title.en for under in found]) for group, found in groups]

    assert titles(grouped(themes, headings, WORDS)) == [("water", ["Locks"]), ("land", ["Acres", "Sands"])]
    assert titles(grouped([titled("Locks", None)], [], WORDS)) == [(None, ["Locks"])]


@pytest.mark.parametrize(("count", "size"), [(1, 1), (3, 1), (4, 2), (9, 2), (10, 3), (24, 3), (25, 4)])
def test_a_dot_grows_with_the_number_of_entries(count, size):
    told = [statement("first", f"s-{n}") for n in range(count)]
    edition = editions_of(bridges(statements=told))[-1]

    assert matrix_row(edition.themes["bridges"], edition, WORDS).cells[0].size == size


def test_only_the_largest_slips_are_shown_the_largest_first_whatever_their_direction():
    moved = [
        {**milestone(report("first", "announced", due="2025"), report("second", "stalled", due=due)), "id": due}
        for due in ("2026", "2031", "2022", "2028", "2027", "2029")
    ]
    view = home_view(context_with(bridges(milestones=moved)))

    assert view.promises is not None
    assert view.promises.slips is not None
    assert [row.slip for row in view.promises.slips.rows] == [
        "+2,191 days",
        "+1,461 days",
        "−1,096 days",
        "+1,096 days",
        "+730 days",
    ]


def test_without_promises_there_is_no_section_for_them():
    assert home_view(context_with(bridges(statements=[FIRST]))).promises is None
