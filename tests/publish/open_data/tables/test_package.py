"""The data package tells the truth of every cell: types, required values, closed sets of words, keys."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import frictionless
import pandas
import pytest

READ = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "boolean": {"True": True, "False": False}.__getitem__,
    "date": date.fromisoformat,
}
"""How a program that trusts the package reads a cell; what is not of the type raises."""


@pytest.mark.parametrize("atlas", ["real", "small"])
def test_every_cell_of_every_edition_is_what_the_package_says(exports, atlas):
    for files in exports[atlas].values():
        assert list(faults({name: c.decode() for name, c in files.items() if name.endswith((".csv", ".json"))})) == []


@pytest.mark.parametrize("atlas", ["real", "small"])
def test_a_foreign_program_finds_every_package_valid(exports, atlas, tmp_path):
    """Frictionless checks types, enums, patterns, primary and foreign keys, sizes and hashes of every table."""
    with frictionless.system.use_context(trusted=True):
        for edition, files in exports[atlas].items():
            for name, content in files.items():
                if name.endswith((".csv", "package.json")):
                    (tmp_path / name).write_bytes(content)
            report = frictionless.validate(str(tmp_path / "datapackage.json"))

            assert (edition, report.valid, report.stats["errors"]) == (edition, True, 0)


def test_a_foreign_program_finds_what_is_wrong(exports, tmp_path):
    files = {**exports["small"]["2023-06-20"]}
    files["due_dates.csv"] = files["due_dates.csv"].replace(b"lock-oosterdam", b"lock-westerdam")
    for name, content in files.items():
        if name.endswith((".csv", "package.json")):
            (tmp_path / name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))

    assert {error.type for task in report.tasks for error in task.errors} >= {"foreign-key", "hash-count"}


@pytest.mark.parametrize("atlas", ["real", "small"])
def test_pandas_reads_every_table_with_the_types_of_the_package(exports, atlas):
    kinds = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}
    for files in exports[atlas].values():
        for resource in json.loads(files["datapackage.json"])["resources"]:
            fields = resource["schema"]["fields"]
            read = pandas.read_csv(
                io.BytesIO(files[resource["path"]]),
                dtype={f["name"]: kinds[f["type"]] for f in fields if f["type"] != "date"},
                parse_dates=[f["name"] for f in fields if f["type"] == "date"],
                date_format="%Y-%m-%d",
                keep_default_na=False,
                na_values=[""],
            )
            days = [f["name"] for f in fields if f["type"] == "date" and read[f["name"]].notna().any()]

            assert [name for name in days if not pandas.api.types.is_datetime64_any_dtype(read[name])] == []


def faults(files: dict[str, str]) -> Iterator[str]:
    """What is not as the package says, in words."""
    resources = json.loads(files["datapackage.json"])["resources"]
    tables = {r["name"]: list(csv.DictReader(io.StringIO(files[r["path"]]))) for r in resources}
    for resource in resources:
        name, schema = resource["name"], resource["schema"]
        for field in schema["fields"]:
            yield from (f"{name}: {fault}" for row in tables[name] for fault in wrong(row[field["name"]], field))
        key = schema.get("primaryKey", [])
        keys = [tuple(row[column] for column in key) for row in tables[name]]
        if key and len(set(keys)) < len(keys):
            yield f"{name}: a key stands twice"
        for foreign in schema.get("foreignKeys", []):
            (column,), (other,) = foreign["fields"], foreign["reference"]["fields"]
            there = {row[other] for row in tables[foreign["reference"]["resource"]]}
            yield from (f"{name}: {row[column]} is not there" for row in tables[name]
                        if row[column] and row[column] not in there)  # fmt: skip


def wrong(cell: str, field: dict[str, Any]) -> Iterator[str]:
    constraints = field.get("constraints", {})
    if not cell:
        yield from [f"{field['name']} is empty"] * constraints.get("required", False)
        return
    try:
        READ[field["type"]](cell)
    except (ValueError, ArithmeticError, KeyError):
        yield f"{field['name']} is {cell!r}, no {field['type']}"
    if cell not in constraints.get("enum", [cell]):
        yield f"{field['name']} is {cell!r}, none of the words"


@pytest.mark.parametrize(
    ("column", "cell", "fault"),
    [
        pytest.param("slip_days", "many", "slip_days is 'many', no integer", id="a type"),
        pytest.param("first_due_first", "mid-2022", "first_due_first is 'mid-2022', no date", id="a day"),
        pytest.param("state", "late", "state is 'late', none of the words", id="a closed set of words"),
        pytest.param("title_nl", "", "title_nl is empty", id="a value that is always there"),
    ],
)
def test_what_the_package_does_not_allow_is_found(exports, column, cell, fault):
    package = json.loads(exports["small"]["2023-06-20"]["datapackage.json"])
    fields = {f["name"]: f for r in package["resources"] if r["name"] == "milestones" for f in r["schema"]["fields"]}

    assert list(wrong(cell, fields[column])) == [fault]


def test_the_package_says_whose_it_is_and_what_it_is_made_from(exports):
    package = json.loads(exports["small"]["2023-06-20"]["datapackage.json"])
    source = package["sources"][-1]

    assert (package["version"], package["created"]) == ("2023.6.20", "2023-06-20T00:00:00Z")
    assert package["licenses"] == [{"path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}]
    assert package["titles"]["nl"] == "Atlas van de Waterdienst, 2023-06-20"
    assert source.keys() >= {"title", "titles", "published"}
    assert {s["hash"][:7] for s in package["sources"] if "hash" in s} == {"sha256:"}


def test_an_edition_named_after_a_month_has_a_version_too(exports):
    assert json.loads(exports["small"]["2023-02"]["datapackage.json"])["version"] == "2023.2.0"


def test_columns_have_types_units_keys_and_words_in_both_languages(exports):
    resources = json.loads(exports["small"]["2023-06-20"]["datapackage.json"])["resources"]
    tables = {resource["name"]: resource["schema"] for resource in resources}
    columns = {f"{name}.{field['name']}": field for name, schema in tables.items() for field in schema["fields"]}

    assert {field["type"] for field in columns.values()} == {"string", "integer", "number", "boolean", "date"}
    assert columns["due_dates.slip_days"] == {
        "name": "slip_days",
        "type": "integer",
        "title": "Slip",
        "titles": {"nl": "Verschuiving", "en": "Slip"},
        "description": columns["milestones.slip_days"]["description"],
        "descriptions": columns["milestones.slip_days"]["descriptions"],
        "unit": "days",
    }
    assert columns["milestones.title_nl"]["titles"] == {"nl": "Titel (Nederlands)", "en": "Title (Dutch)"}
    assert tables["due_dates"]["primaryKey"] == ["milestone", "edition"]
    assert [f["reference"]["resource"] for f in tables["observations"]["foreignKeys"]] == [
        "indicators",
        "themes",
        "units",
    ]
