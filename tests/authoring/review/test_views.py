"""What the page of a step shows."""

from pathlib import Path

from generator.authoring.review.proposals import Proposal
from generator.authoring.review.views import Filled, asked_form, reasons_of, step_view
from tests.support.reviewed import SOURCE, STATEMENT, desk_at, printed, with_letter


def step_of(desk, id):
    return next(step for step in desk.steps if step.id == id)


def test_a_passage_stands_beside_its_forms_with_all_that_follows_filled_in(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path))
    view = step_view(desk, step_of(desk, "sluizen-2"))
    value = next(form for form in view.forms if form.kind == "observation")

    assert view.passages[0].text.startswith("Een schip wachtte in 2025 gemiddeld 3,1 uur")
    assert (view.previous, view.next, view.next_open) == (
        "passage/sluizen-1", "passage/tot-slot-1", "passage/tot-slot-1"
    )  # fmt: skip
    assert view.position == "3 of 7, 7 open"
    assert {field.option: field.value for field in value.fields}["value"] == "3.1"
    assert "qualifier" in [field.option for field in value.more]


def test_both_languages_are_asked_for_side_by_side(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path))
    step = step_of(desk, "sluizen-2")
    form = step_view(desk, step, asked_form(desk, "statement", "locks", step)).forms[0]
    texts = [(field.option, field.language, field.is_long) for field in form.fields if field.language]

    assert texts == [("text-nl", "nl", True), ("text-en", "en", True)]


def test_a_form_that_was_refused_comes_first_with_what_is_wrong_and_once(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path))
    answers = {**STATEMENT, "id": "x", "text-en": "The 7 contractors."}
    filled = Filled(Proposal("statement", "locks", "Locks", answers), desk.faults("statement", "locks", answers))
    forms = step_view(desk, step_of(desk, "sluizen-1"), filled).forms
    english = next(field for field in forms[0].fields if field.option == "text-en")

    assert "'7' in text" in english.faults[0]
    assert english.value == "The 7 contractors."
    assert [(form.kind, form.of) for form in forms].count(("statement", "locks")) == 1


def test_what_cites_a_passage_is_named_with_its_place(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path))
    desk.accept("statement", "locks", desk.completed("statement", STATEMENT))
    (cited,) = step_view(desk, step_of(desk, "sluizen-1")).cited_by

    assert cited.startswith("statement 'contractor-zuiderkade-known' (data/themes/locks/statements.yaml:")


def test_a_milestone_stands_beside_the_passages_that_come_nearest(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path))
    view = step_view(desk, step_of(desk, "lock-zuiderkade"))

    assert (view.passages[0].id, view.passages[0].words) == ("sluizen-1", "zuiderkade, sluis, bij")
    assert view.forms[0].fields[0].value == f"{SOURCE}#sluizen-1"


def test_a_standing_stands_beside_what_the_theme_cites(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path))
    desk.accept("statement", "locks", desk.completed("statement", STATEMENT))

    assert [passage.id for passage in step_view(desk, desk.steps[-1]).passages] == ["sluizen-1"]


def test_the_page_of_a_pdf_is_shown_around_the_passage(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path, printed(), "letter.pdf"))
    wait = next(step for step in desk.steps if "3,1" in step_view(desk, step).passages[0].text)
    (picture,) = step_view(desk, wait).passages[0].pictures

    assert (picture.page, picture.box is not None) == (2, True)
    assert picture.shown < picture.height / 2


def test_an_asked_form_cites_the_passage(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path))
    asked = asked_form(desk, "milestone", "ferries", step_of(desk, "sluizen-1"))

    assert (asked.proposal.of, asked.proposal.answers) == ("ferries", {"cites": f"{SOURCE}#sluizen-1"})


def test_reasons_are_those_that_were_given_before(tmp_path: Path) -> None:
    assert {"date line", "salutation"} <= set(reasons_of(desk_at(with_letter(tmp_path)).archive))
