"""Keys that are right and stand in the wrong place are told once, with the place that they belong to."""

import pytest

from generator.archive.validate import read_records
from generator.archive.yaml_loader import read_yaml
from generator.diagnostics.diagnostic import InvalidData
from generator.model.milestone import Milestone
from generator.model.records import Statement

STATEMENT = '- {id: pier, when: 2022, kind: plan, text: {nl: "a", en: "b"}, cites: [a#b]}\n'


def told(text: str, model: type[Statement] | type[Milestone] = Statement) -> list[str]:
    with pytest.raises(InvalidData) as refused:
        read_records(read_yaml(text, "data/themes/x/file.yaml"), model)
    return [f"{p.location.line}:{p.location.column} {p.rule} {p.hint}" for p in refused.value.diagnostics]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        pytest.param('text: {nl: "a", en: "b"}', 'text: , nl: "a", en: "b"',
                     "1:46 indentation Indent each by two more spaces.", id="both languages beside their text"),
        pytest.param('nl: "a"', "nl: een pier, en nog een", '1:49 comma-in-text Write nl: "een pier, en nog een"',
                     id="a comma in a text"),
        pytest.param('nl: "a"', "nl: een, twee, drie", '1:49 comma-in-text Write nl: "een, twee, drie"',
                     id="several commas in a text"),
        pytest.param('nl: "a"', "nl:a", "1:45 missing-space Write nl: a", id="no space behind a colon"),
        pytest.param("cites:", "bronnen:", "1:64 unknown-key Did you mean 'cites'?", id="a key in Dutch"),
        pytest.param("nl:", "Nederlands:", "1:45 unknown-key Did you mean 'nl'?", id="a language by its name"),
    ],
)  # fmt: skip
def test_one_mistake_gives_one_message(before: str, after: str, says: str) -> None:
    assert told(STATEMENT.replace(before, after)) == [says]


def test_a_record_of_another_kind_is_sent_to_its_file() -> None:
    assert told(STATEMENT, Milestone) == ["1:3 wrong-file Move it to statements.yaml of its theme."]


def test_a_record_with_a_key_too_many_stays_where_it_is() -> None:
    assert told(STATEMENT.replace("id: pier", "id: pier, colour: red")) == [
        "1:14 unknown-key Known: cites, id, kind, places, text, weight, when"
    ]
