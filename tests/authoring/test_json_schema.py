"""The JSON Schemas of data/ are valid, explain every field, take what is right and refuse wrong shapes."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from generator.archive.archive import Archive, read_archive
from generator.authoring.completions import definitions
from generator.authoring.json_schema import DRAFT, IDS, schemas, sentences
from generator.diagnostics.diagnostic import InvalidData
from generator.model import enums as kinds
from generator.model.files import RecordFile, file_at
from tests.support.cases import case_in
from tests.support.core_yaml import core_yaml
from tests.support.small import CASES, ROOT, SMALL, lay_out_data

SCHEMAS = schemas()
REAL = sorted(file for file in (ROOT / "data").rglob("*.yaml") if file.parent.name != "words")
INVENTED = sorted((SMALL / "data").rglob("*.yaml"))
REFUSED = sorted((CASES / "refused").glob("*.yaml"))
BEYOND = {
    "is repeated": "that two are the same",
    "is used twice here": "that two are the same",
    "a second 'id'": "that two are the same",
    "still to be written": "how a value is written: YAML has read it already",
    "curly quote marks": "how a value is written: YAML has read it already",
    "is read as a comment": "how a value is written: YAML has read it already",
    "only kind sru is searched": "what one key asks of another",
    "is searched and has no query": "what one key asks of another",
    "is not a regular expression": "the grammar of a pattern",
    "ends before it begins": "the order of two dates",
    "not a day of the calendar": "leap years",
    "is not a number": "how a number is written: YAML has read it already",
    "characters without a space": "how long a word may be",
    "is not written as one character": "characters that look alike",
    "is not allowed": "how a value is written: YAML has read it already; characters that cannot be seen",
    "the file is missing": "other files",
    "no file with this name": "other files",
    "folder name": "names of files",
    "must contain phrases": "the phrases of the pages, which have no schema",
    "but the file is named": "names of files",
    "the file must hold phrases": "the phrases of the pages, which have no schema",
}
"""What no JSON Schema can say, by a part of the message that says it."""


def schema_of(path: str) -> str:
    """The name of the schema of the file at a path relative to the project."""
    file = file_at(path)
    assert isinstance(file, RecordFile), path
    return file.schema


@pytest.fixture(scope="module")
def real() -> Archive:
    return read_archive(ROOT)


@pytest.fixture(scope="module")
def ids(real: Archive) -> Registry[Any]:
    """The ids of this archive, to which the schemas refer."""
    resource = Resource.from_contents({"$schema": DRAFT, "definitions": definitions(real)})
    return Registry().with_resource(IDS, resource)


def faults(name: str, value: Any, ids: Registry[Any]) -> list[str]:
    return [fault.message for fault in Draft7Validator(SCHEMAS[name], registry=ids).iter_errors(value)]


def fields(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of the records in a schema, with its path."""
    for name, field in schema.get("properties", {}).items():
        yield f"{path}.{name}", field
        yield from fields(field, f"{path}.{name}")
    if "properties" in schema.get("items", {}):
        yield from fields(schema["items"], path)


def is_shown(field: dict[str, Any]) -> bool:
    """Whether an editor shows what may stand there: examples, a closed set, ids, a record, or one thing of two."""
    entry = field.get("items", field)
    known = "$ref" in str(entry)
    return known or any(key in entry for key in ("examples", "enum", "properties")) or "boolean" in entry["type"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_draft_07(name):
    Draft7Validator.check_schema(SCHEMAS[name])

    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_the_ids_are_valid_draft_07_also_where_there_are_none(real, small_archive):
    assert small_archive.atlas.groups == ()

    for archive in (real, small_archive):
        Draft7Validator.check_schema({"$schema": DRAFT, "definitions": definitions(archive)})


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_and_every_field_says_what_it_is_and_shows_what_may_stand_there(name):
    found = dict(fields(SCHEMAS[name]))
    texts = {path: field for path, field in found.items() if path.rpartition(".")[2] not in ("nl", "en")}
    mute = [path for path, field in found.items() if not field["description"]]
    unshown = [path for path, field in texts.items() if not is_shown(field)]
    plain = [
        path
        for path, field in texts.items()
        if field.get("title") == "Bilingual" and "For example:" not in field["description"]
    ]

    assert found
    assert SCHEMAS[name]["title"] and SCHEMAS[name]["description"]
    assert (mute, unshown, plain) == ([], [], [])


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.relative_to(ROOT / "data").as_posix())
def test_every_file_of_the_archive_is_taken(file, ids):
    name = schema_of(file.relative_to(ROOT).as_posix())

    assert faults(name, core_yaml(file.read_text("utf-8")), ids) == []


@pytest.mark.parametrize("file", INVENTED, ids=lambda file: file.relative_to(SMALL / "data").as_posix())
def test_ids_that_the_lists_do_not_have_are_taken(file, ids):
    name = schema_of(file.relative_to(SMALL).as_posix())

    assert faults(name, core_yaml(file.read_text("utf-8")), ids) == []


@pytest.mark.parametrize("name", [name for name, schema in SCHEMAS.items() if "array" in schema["type"]])
def test_a_file_without_records_is_taken(name, ids):
    assert faults(name, None, ids) == []


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.stem)
def test_a_mistake_of_shape_is_refused_where_a_schema_can_say_it(case: Path, tmp_path: Path, ids: Registry[Any]):
    files = case_in(case)["files"]
    try:
        read_archive(lay_out_data(tmp_path, files))
    except InvalidData as error:
        wrong = [
            diagnostic for diagnostic in error.diagnostics if not any(part in diagnostic.message for part in BEYOND)
        ]
    else:
        wrong = []
    missed = [
        str(diagnostic)
        for diagnostic in wrong
        if not is_refused(files[diagnostic.location.file], diagnostic.location.file, ids)
    ]

    assert missed == []


def is_refused(text: str, file: str, ids: Registry[Any]) -> bool:
    try:
        value = core_yaml(text)
    except yaml.YAMLError:
        return True
    return bool(faults(schema_of(file), value, ids))


@pytest.mark.parametrize(
    "kind", [kind for kind in vars(kinds).values() if isinstance(kind, type) and issubclass(kind, Enum)][1:], ids=str
)
def test_every_word_of_a_closed_set_has_a_sentence(kind):
    told = sentences(kind)

    assert list(told) == [member.value for member in kind]
    assert [word for word, sentence in told.items() if not sentence.endswith(".")] == []


def test_the_words_of_a_closed_set_stand_with_their_sentences():
    assert SCHEMAS["statements"]["items"]["properties"]["kind"] == {
        "description": "The kind of a statement.",
        "type": "string",
        "enum": ["plan", "progress", "result", "setback", "context"],
        "enumDescriptions": [
            "What is intended.",
            "What is under way.",
            "What was reached or happened.",
            "What failed, stalled or got worse.",
            "What explains the rest.",
        ],
    }


def test_what_may_be_left_out_may_be_left_empty_and_what_is_needed_may_not():
    observation = SCHEMAS["indicators"]["items"]["properties"]["observations"]["items"]

    assert observation["properties"]["target"]["type"] == ["number", "string", "null"]
    assert observation["properties"]["qualifier"]["enum"][-1] is None
    assert observation["properties"]["value"]["type"] == ["number", "string"]
    assert observation["required"] == ["period", "value", "cites"]
