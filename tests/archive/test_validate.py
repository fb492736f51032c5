"""A document becomes records, or every mistake in it with its place in words an editor knows."""

import pytest

from generator.archive.validate import read_record, read_records
from generator.archive.yaml_loader import read_yaml
from generator.diagnostics.diagnostic import InvalidData
from generator.model.milestone import Milestone
from generator.model.records import Bilingual, Record, Statement
from generator.model.settings import Atlas
from generator.model.source import PassageIndex

STATEMENT = """\
- id: new-pier
  when: 2022
  kind: result
  text: {nl: "Er is een steiger.", en: "There is a pier."}
  cites: verslag-2022#veren-1
"""


def refusal(text: str, model: type[Record]) -> str:
    with pytest.raises(InvalidData) as refused:
        read_records(read_yaml(text, "a.yaml"), model)
    return str(refused.value)


def test_a_list_of_records_keeps_its_order() -> None:
    text = STATEMENT + STATEMENT.replace("new-pier", "old-pier")

    assert [s.id for s in read_records(read_yaml(text, "a.yaml"), Statement)] == ["new-pier", "old-pier"]


def test_an_empty_file_is_a_list_of_no_records() -> None:
    assert read_records(read_yaml("# nothing yet\n", "a.yaml"), Statement) == ()


def test_a_file_of_one_record_is_that_record() -> None:
    record = read_record(read_yaml("{nl: Sluis, en: Lock}", "a.yaml"), Bilingual)

    assert record == Bilingual(nl="Sluis", en="Lock")


def test_a_list_where_one_record_is_wanted_is_refused() -> None:
    with pytest.raises(InvalidData) as refused:
        read_record(read_yaml("- nl: Sluis\n- en: Lock\n", "a.yaml"), Bilingual)

    assert (
        str(refused.value)
        == "a.yaml:1:1: the record needs keys with values\n    Write each as key: value, without a hyphen before it."
    )


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        pytest.param("kind: result", "kind: results",
                     "a.yaml:3:9: kind: 'results' is not one of the allowed words\n    Did you mean 'result'?",
                     id="a word of a closed set, with the nearest"),
        pytest.param("kind: result", "kind: [result]",
                     "a.yaml:3:9: kind: ['result'] is not one of the allowed words\n"
                     "    Did you mean 'result'?",
                     id="a list of such words"),
        pytest.param("  when: 2022\n", "",
                     "a.yaml:1:3: the key 'when' is missing\n"
                     "    Add when: When the thing happened or is to happen, not when it was written.",
                     id="a missing key, with what it is for"),
        pytest.param("nl: ", "ned: ",
                     "a.yaml:4:10: the key 'ned' is unknown here\n    Did you mean 'nl'?",
                     id="a misspelt key is not missing too"),
        pytest.param("verslag-2022#veren-1", "[a#b, c]",
                     "a.yaml:5:16: cites: 'c' is not a citation\n"
                     "    Write c#…, with the id of the passage as listed in data/passages/c.yaml.",
                     id="the entry of a list that is wrong, not the list"),
        pytest.param("cites: verslag-2022#veren-1", "cites: {a: b}",
                     "a.yaml:5:10: cites needs a list\n"
                     "    Write each entry on its own line, after a hyphen and a space.",
                     id="keys where a list belongs"),
        pytest.param("when: 2022", "when:",
                     "a.yaml:2:8: when is empty\n    Write a value, or remove the key if it is optional.",
                     id="nothing where a value belongs"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place_in_the_words_of_the_field(before: str, after: str, says: str) -> None:
    assert refusal(STATEMENT.replace(before, after), Statement) == says


def test_the_mistakes_of_all_records_are_told() -> None:
    text = STATEMENT.replace("2022\n", "2022-13\n") + "- new-pier\n" + STATEMENT.replace("result", "resul")

    assert [line.split(": ")[0] for line in refusal(text, Statement).splitlines() if line.startswith("a.yaml")] == [
        "a.yaml:2:9", "a.yaml:6:3", "a.yaml:9:9",
    ]  # fmt: skip


def test_only_causes_are_told_and_not_what_follows_from_them() -> None:
    text = "- {id: pier, title: {nl: Pier, en: Pier}, nature: event, reports: [{cites: [x], says: done}]}"

    assert refusal(text, Milestone).splitlines() == [
        "a.yaml:1:77: cites: 'x' is not a citation",
        "    Write x#…, with the id of the passage as listed in data/passages/x.yaml.",
    ]


@pytest.mark.parametrize("model", [Statement, Milestone, PassageIndex, Atlas], ids=lambda model: model.__name__)
def test_a_record_of_nothing_lacks_every_key_that_is_needed(model: type[Record]) -> None:
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    with pytest.raises(InvalidData) as refused:
        read_record(read_yaml("{}", "a.yaml"), model)

    assert [diagnostic.message for diagnostic in refused.value.diagnostics] == sorted(
        f"the key {name!r} is missing" for name in needed
    )


@pytest.mark.parametrize("written", ["x", "[x]", "{a: x}", "~", '""', "[[[x]]]", "[{a: [x]}]"])
@pytest.mark.parametrize("key", list(Milestone.model_fields))
def test_whatever_stands_behind_a_key_is_read_or_refused_at_that_key(key: str, written: str) -> None:
    said = "[{cites: a#b, says: done}]"
    pier = {"id": "pier", "title": "{nl: Pier, en: Pier}", "nature": "event", "reports": said, key: written}
    text = "- " + "\n  ".join(f"{name}: {value}" for name, value in pier.items())
    line = list(pier).index(key) + 1
    try:
        read_records(read_yaml(text, "a.yaml"), Milestone)
    except InvalidData as refused:
        assert {diagnostic.location.line for diagnostic in refused.diagnostics} == {line}
    else:
        assert (key, written) in {("id", "x"), ("places", "[x]"), ("owed_by", "~"), ("why", "~")}
