"""The data package tells the truth of every cell: types, required values, closed sets of words, keys."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.pages.workspace import Workspace, open_workspace
from generator.publish.open_data.data_package import package_of
from generator.publish.open_data.json_export import export
from tests.support.small import ROOT, lay_out_project

READ = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "boolean": {"True": True, "False": False}.__getitem__,
    "date": date.fromisoformat,
}
"""How a program that trusts the package reads a cell; what is not of the type raises."""


@pytest.fixture(scope="module", params=["real", "small"])
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """This atlas, and the small archive."""
    return open_workspace(ROOT if request.param == "real" else lay_out_project(tmp_path_factory.mktemp("small")))


def test_every_cell_of_every_edition_is_what_the_package_says(workspace):
    for edition in workspace.editions:
        files = export(edition, workspace.archive, workspace.changes(edition), False, title="Atlas")

        assert list(faults(files)) == []


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
            there = {row[foreign["reference"]["fields"]] for row in tables[foreign["reference"]["resource"]]}
            yield from (f"{name}: {row[foreign['fields']]} is not there" for row in tables[name]
                        if row[foreign["fields"]] not in there)  # fmt: skip


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
def test_what_the_package_does_not_allow_is_found(column, cell, fault):
    package = package_of("2023", "Atlas")
    fields = {f["name"]: f for r in package["resources"] if r["name"] == "milestones" for f in r["schema"]["fields"]}

    assert list(wrong(cell, fields[column])) == [fault]


def test_not_every_column_is_text():
    resources = package_of("2023", "Atlas")["resources"]
    types = {f"{r['name']}.{f['name']}": f["type"] for r in resources for f in r["schema"]["fields"]}
    other = {name: type for name, type in types.items() if type != "string" and not re.search("_(first|last)$", name)}

    assert other == {
        "observations.value": "number", "observations.target": "number", "observations.restates": "number",
        "observations.current": "boolean", "milestones.slip_days": "integer", "milestones.moves": "integer",
        "milestones.measurable": "boolean", "milestones.schedule_days": "integer", "milestones.read": "integer",
        "milestones.unread": "integer", "register.described": "boolean",
        "reports.recalled": "boolean", "outside-reports.recalled": "boolean", "passages.words": "integer",
    }  # fmt: skip
    assert {type for name, type in types.items() if re.search("_(first|last)$", name)} == {"date"}


def test_the_package_says_what_a_table_and_a_column_hold():
    reports = package_of("2023", "Atlas")["resources"][3]

    assert (reports["name"], reports["description"]) == ("reports", "What one source says about one milestone.")
    assert reports["schema"]["fields"][0] == {
        "name": "milestone", "type": "string", "description": "Id of the milestone.", "constraints": {"required": True}
    }  # fmt: skip
