"""The JSON Schema of the open data follows from their models, and says no less than the contract."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.pages.workspace import open_workspace
from generator.publish.open_data.json_export import atlas_of, dumped
from generator.publish.open_data.model import atlas_schema
from tests.support.small import lay_out_project

KEYS = {
    "": (
        "format edition sources themes statements indicators milestones tensions aliases corrections amendments changes"
        " documents outside units categories places threads vintages due_dates outcomes"
    ),
    "Amendment": "id published sources why as_published",
    "Edition": "id source published latest",
    "Source": (
        "id kind title published held standing publisher seen language sender reference url sha256 passages accounted"
    ),
    "Theme": "id title question standing indicator_groups",
    "Standing": "text cites",
    "Statement": "id theme when kind text places cites weight",
    "Indicator": "id theme title unit definition counted_by area breaks breakdown observations weight",
    "IndicatorGroup": "id title members why differs cites",
    "Break": "since text cites",
    "Observation": (
        "period of value qualifier target basis formula note cites current because standing forecast restates"
        " outcome_of"
    ),
    "Milestone": (
        "id theme title places state timing first_due latest_due done slip_days moves silent_since predecessors"
        " successors reports nature owed_by weight measurable why_not_measurable last_says support schedule"
        " schedule_days outcome absence looked lineage unread unread_of_theme"
    ),
    "Outside": "indicators milestones tensions",
    "OutsideMilestone": "id theme title slip_days reports",
    "Report": "cites says due done recalled reason note basis standing",
    "Absence": "kind since later spoken_of",
    "Looked": "source words passages_seen by_hand",
    "Lineage": "kind of cites",
    "Tension": "id themes text cites kind milestones indicators",
    "Document": "id title described published sender number url cites",
    "Alias": "kind was became source",
    "Correction": "id published of what why",
    "MainChange": "kind subject id theme before after days unread",
    "Unit": "id one other",
    "Category": "dimension id dimension_title title",
    "Place": "id name kind lat lon",
    "Thread": "theme id title members",
    "Vintage": "indicator period of value source published edition_from edition_to current",
    "DueDate": "milestone edition due state moves slip_days",
    "OutcomeThen": "milestone edition outcome",
    "Date": "text first last edtf",
    "Citation": "source passage",
    "Text": "nl en",
}
"""The keys of each object, which are always there. A key may be added; none changes its meaning or goes."""


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """`atlas.json` of the newest edition of the small archive."""
    workspace = open_workspace(lay_out_project(tmp_path_factory.mktemp("small")))
    newest = workspace.editions[-1]
    return json.loads(dumped(atlas_of(newest, workspace)))


def errors(atlas: dict[str, Any]) -> list[str]:
    validator = Draft202012Validator(atlas_schema("https://example.org/"), format_checker=FormatChecker())
    return [error.json_path for error in validator.iter_errors(atlas)]


def test_the_schema_is_itself_in_order():
    Draft202012Validator.check_schema(atlas_schema("https://example.org/"))


def test_the_schema_names_every_key_of_the_contract_and_no_other():
    schema = atlas_schema("https://example.org/")
    objects = {"": schema, **{name: of for name, of in schema["$defs"].items() if of.get("type") == "object"}}

    assert {name: " ".join(of["properties"]) for name, of in objects.items()} == KEYS
    assert {name: of["required"] for name, of in objects.items()} == {name: keys.split() for name, keys in KEYS.items()}
    assert {of["additionalProperties"] for of in objects.values()} == {False}


def test_the_schema_has_an_address_and_says_what_every_key_holds():
    schema = atlas_schema("https://example.org/")
    silent = [
        f"{name}.{key}"
        for name, of in {"": schema, **schema["$defs"]}.items()
        for key, value in of.get("properties", {}).items()
        if not says_what_it_holds(value, schema["$defs"])
    ]

    assert (schema["$id"], silent) == ("https://example.org/data/latest/atlas.schema.json", [])


def says_what_it_holds(value: dict[str, Any], defined: dict[str, Any]) -> bool:
    """Whether a key has a description: its own, or that of what it holds, or of the entries of its list."""
    if "description" in value:
        return True
    parts = [*value.get("anyOf", []), *([value["items"]] if "items" in value else [])]
    if "$ref" in value:
        return says_what_it_holds(defined[value["$ref"].rpartition("/")[2]], defined)
    return any(says_what_it_holds(part, defined) for part in parts)


def test_the_main_changes_are_of_the_kinds_in_the_contract():
    properties = atlas_schema("https://example.org/")["$defs"]["MainChange"]["properties"]

    assert properties["kind"]["enum"] == ["new", "restated", "moved", "done", "dropped", "silent", "back"]
    assert properties["subject"]["enum"] == ["statement", "milestone", "indicator"]


def test_the_small_archive_is_accepted(atlas):
    assert errors(atlas) == []


def milestone(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda atlas: atlas["milestones"][0].__setitem__(key, value)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        pytest.param(milestone("verdict", "late"), "$.milestones[0]", id="a key that is not in the contract"),
        pytest.param(lambda a: a["milestones"][0].pop("moves"), "$.milestones[0]", id="a key that is not there"),
        pytest.param(milestone("moves", -1), "$.milestones[0].moves", id="a number below nothing"),
        pytest.param(milestone("state", "late"), "$.milestones[0].state", id="a word of no closed set"),
        pytest.param(milestone("reports", []), "$.milestones[0].reports", id="a milestone that nobody speaks of"),
        pytest.param(milestone("title", {"nl": "Sluis"}), "$.milestones[0].title", id="a text in one language"),
        pytest.param(milestone("title", {"nl": "", "en": "a"}), "$.milestones[0].title.nl", id="an empty text"),
        pytest.param(milestone("id", "Lock 1"), "$.milestones[0].id", id="what is no id"),
        pytest.param(lambda a: a["edition"]["published"].update(first="2023-6-1"), "$.edition.published.first",
                     id="what is no day"),
        pytest.param(lambda a: a["indicators"][0]["observations"][0].update(value=4.2),
                     "$.indicators[0].observations[0].value", id="a number that lost its decimals"),
    ],
)  # fmt: skip
def test_what_breaks_the_contract_is_refused(atlas, change, where):
    broken = json.loads(json.dumps(atlas))
    change(broken)

    assert errors(broken) == [where]
