"""The lists of a brief: each line follows from the edition, and says what it is based on."""

from dataclasses import replace

from generator.model.enums import TensionKind
from generator.pages.views.briefs.parts import asked, changed, differing, figures, part, unmentioned, unsaid
from generator.pages.views.changes import change_groups
from tests.support.views import small_context

CONTEXT = small_context()
EDITION = CONTEXT.edition
TENSIONS = tuple(CONTEXT.archive.tensions.values())[:1]
"""A contradiction."""


def texts(lines):
    return [line.text for line in lines]


def test_a_question_is_asked_of_each_promise_that_can_be_asked_about_what_is_past_first():
    lines = texts(asked(EDITION.milestones, (), CONTEXT))
    kinds = [text.split(" ")[0].removeprefix("[brief.ask.") for text in lines]
    order = [kind for kind in ("gone", "part", "past", "ahead", "moved") if kind in kinds]

    assert lines
    assert list(dict.fromkeys(kinds)) == order
    assert [text for text in lines if not text.startswith("[brief.ask.")] == []


def test_what_is_done_is_not_asked_about():
    done = [milestone for milestone in EDITION.milestones if milestone.state.value == "done"]

    assert done
    assert texts(asked(done, (), CONTEXT)) == []


def test_contradictions_are_asked_about_in_one_question_and_other_differences_are_not():
    [tension] = TENSIONS
    wording = tension.model_copy(update={"kind": TensionKind.WORDING})

    assert texts(asked((), (tension, tension, wording), CONTEXT)) == ["[brief.ask.differs 2]"]
    assert texts(asked((), (wording,), CONTEXT)) == []


def test_a_document_is_said_not_to_mention_only_what_was_looked_for_in_it_and_the_line_names_it():
    silent = [m for m in EDITION.milestones if m.absence and m.absence.kind.value == "not-mentioned"]
    lines = texts(unmentioned(EDITION.milestones, CONTEXT))

    assert silent
    assert len(lines) == len({m.absence.since.id for m in silent if m.absence})
    assert [line for line in lines if not line.startswith("[brief.unmentioned ")] == []
    assert texts(unmentioned([m for m in EDITION.milestones if m not in silent], CONTEXT)) == []


def test_what_documents_do_not_say_begins_with_how_much_was_not_read():
    first, *_ = unsaid(EDITION.themes["locks"], CONTEXT)

    assert first.text == f"[base.read {EDITION.read}]; [base.unread {len(EDITION.references)}]."


def test_a_milestone_is_listed_once_among_the_changes_under_what_matters_most():
    groups = change_groups(CONTEXT.volume.changes, EDITION, CONTEXT.locale)
    lines = texts(changed(groups, CONTEXT))
    paths = {line.path for group in groups for line in group.lines if line.subject == "milestone"}
    milestones = [text for text in lines if "[changes.kind.milestone." in text]

    assert paths
    assert len(milestones) == len(paths)


def test_key_figures_are_numbers_for_dates_have_a_table():
    for theme in EDITION.mentioned:
        without = replace(theme, indicators=())

        assert list(figures(without, CONTEXT)) == []


def test_where_documents_differ_a_line_has_its_passages():
    [line] = differing(TENSIONS, CONTEXT)

    assert len(line.cites) == len(TENSIONS[0].cites)


def test_an_empty_list_has_no_heading():
    assert part("Heading", ()) == ()
