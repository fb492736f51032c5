"""What is asked of a new record follows from its model, and so does what is made of the answers."""

import pytest

from generator.archive.archive import Archive
from generator.authoring.adding.kinds import KINDS
from generator.authoring.adding.prompts import example_of, fault_in, questions_of, record_of
from generator.model.milestone import Milestone, Report
from generator.model.records import Observation, Standing, Statement
from generator.model.types import Record


def test_a_question_stands_for_each_thing_that_can_be_told_in_a_line_in_the_order_of_the_model() -> None:
    asked = [(question.option, question.needed, question.form) for question in questions_of(Observation)]

    assert asked == [
        ("period", True, "one"),
        ("of", False, "pairs"),
        ("value", True, "one"),
        ("counted-by", False, "one"),
        ("area", False, "one"),
        ("target", False, "one"),
        ("qualifier", False, "one"),
        ("basis", False, "one"),
        ("formula", False, "one"),
        ("because", False, "one"),
        ("cites", True, "list"),
        ("note-nl", False, "one"),
        ("note-en", False, "one"),
    ]


def test_records_inside_a_record_are_not_asked_for() -> None:
    assert [question.option for question in questions_of(Milestone)] == [
        "id", "title-nl", "title-en", "nature", "owed-by", "weight", "measurable", "why-nl", "why-en", "places",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_question_says_what_may_be_answered(kind: object) -> None:
    model = getattr(kind, "model")  # noqa: B009
    mute = [question.option for question in questions_of(model) if len(question.about) < 8]

    assert mute == []


@pytest.mark.parametrize(
    ("model", "answers", "record"),
    [
        pytest.param(
            Report,
            {"cites": "a#b-1", "says": "done", "note-nl": "Ja", "due": " "},
            {"cites": "a#b-1", "says": "done", "note": {"nl": "Ja"}},
            id="the one citation of a report has no brackets; what is not answered is left out",
        ),
        pytest.param(
            Statement,
            {"cites": "a#b-1", "places": "a, b,c"},
            {"places": ["a", "b", "c"], "cites": ["a#b-1"]},
            id="several are parted by commas",
        ),
        pytest.param(
            Observation,
            {"of": "lock=east, season = winter", "cites": "a#b-1, a#b-2"},
            {"of": {"lock": "east", "season": "winter"}, "cites": ["a#b-1", "a#b-2"]},
            id="of a breakdown, each dimension has its category",
        ),
    ],
)
def test_a_record_is_made_of_the_answers(model: type[Record], answers: dict[str, str], record: object) -> None:
    assert record_of(model, answers) == record


@pytest.mark.parametrize(
    ("option", "written", "fault"),
    [
        ("when", "2022", ""),
        ("when", "", ""),
        ("id", "Lock", "id: 'Lock' is not an id. Write lock: lower-case letters, digits and single hyphens."),
        ("kind", "reslt", "kind: 'reslt' is not one of the allowed words. Did you mean 'result'?"),
        (
            "cites",
            "a#b-1, c",
            "cites: 'c' is not a citation. Write c#…, with the id of the passage as listed in data/passages/c.yaml.",
        ),
        ("text-nl", "Ja", ""),
    ],
)
def test_an_answer_is_read_by_itself(option: str, written: str, fault: str) -> None:
    question = next(question for question in questions_of(Statement) if question.option == option)

    assert fault_in(Statement, question, written) == fault


def test_an_example_is_the_last_answer_that_the_archive_has(small_archive: Archive) -> None:
    examples = {question.option: example_of(small_archive, Standing, question) for question in questions_of(Standing)}

    assert examples == {
        "cites": "brief-2023-06-20#sluizen-1",
        "summary-nl": "Ook Oosterdam is open",
        "summary-en": "Oosterdam is open too",
        "text-nl": "De sluis bij Oosterdam werd in mei 2023 in gebruik genomen.",
        "text-en": "The lock at Oosterdam was taken into use in May 2023.",
    }
