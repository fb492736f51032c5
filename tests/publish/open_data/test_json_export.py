"""The open data is a contract: other programs read it, and an older edition's files never change."""

import csv
import io
import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.pages.workspace import Workspace
from generator.publish.open_data.folders import data_of
from generator.publish.open_data.json_export import changes_json, editions_json
from generator.publish.open_data.model import atlas_schema
from tests.support.described import without_later

SCHEMA = atlas_schema("https://example.org/")
ATLASES = [pytest.param("real", id="of this atlas"), pytest.param("small", id="of the small archive")]


def texts(files: dict[str, bytes]) -> dict[str, str]:
    return {name: content.decode() for name, content in files.items() if name.endswith((".csv", ".json"))}


def before(workspace: Workspace, day: date) -> Workspace:
    """The library as it was on that day."""
    editions = tuple(edition for edition in workspace.editions if edition.as_of <= day)
    return Workspace(workspace.root, without_later(workspace.archive, day), workspace.site, editions)


@pytest.mark.parametrize("name", ATLASES)
def test_every_edition_has_the_shape_that_its_schema_describes(libraries, exports, name):
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    atlases = {edition: json.loads(files["atlas.json"]) for edition, files in exports[name].items()}
    errors = {edition: [e.message for e in validator.iter_errors(atlas)] for edition, atlas in atlases.items()}

    assert errors == {edition.id: [] for edition in libraries[name].editions}


def test_the_tables_tell_what_the_atlas_tells(exports):
    files = texts(exports["small"]["2023-06-20"])
    atlas = json.loads(files["atlas.json"])
    rows = {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text)))
        for name, text in files.items()
        if name.endswith(".csv")
    }
    told = {
        "statements": [row["id"] for row in rows["statements"]],
        "milestones": [(row["id"], row["state"]) for row in rows["milestones"]],
        "observations": [(row["indicator"], row["value"]) for row in rows["observations"]],
        "reports": [(row["milestone"], row["says"]) for row in rows["reports"]],
        "outside": [(row["milestone"], row["standing"], row["due"]) for row in rows["outside-reports"]],
    }
    drawn = [(i["id"], o["value"]) for i in atlas["outside"]["indicators"] for o in i["observations"] if o["standing"]]

    assert told == {
        "statements": [statement["id"] for statement in atlas["statements"]],
        "milestones": [(milestone["id"], milestone["state"]) for milestone in atlas["milestones"]],
        "observations": [(i["id"], o["value"]) for i in atlas["indicators"] for o in i["observations"]] + drawn,
        "reports": [(m["id"], r["says"]) for m in atlas["milestones"] for r in m["reports"]],
        "outside": [
            (m["id"], r["standing"], r["due"]["text"]) for m in atlas["outside"]["milestones"] for r in m["reports"]
        ],
    }


def test_what_is_from_outside_says_who_gives_it_and_stands_apart(exports):
    files = texts(exports["small"]["2023-06-20"])
    atlas = json.loads(files["atlas.json"])
    rows = list(csv.DictReader(io.StringIO(files["observations.csv"])))
    (series,) = atlas["outside"]["indicators"]
    (step,) = atlas["outside"]["milestones"]

    assert "ships-counted" not in [indicator["id"] for indicator in atlas["indicators"]]
    assert {row["standing"] for row in rows if row["indicator"] != "ships-counted"} == {""}
    assert [(o["value"], o["standing"], o["current"]) for o in series["observations"]] == [
        ("8100", "official", True),
        ("9000", "relayed", False),
        ("9400", "official", True),
        ("7900", "official", True),
    ]
    assert (series["counted_by"], series["area"], [b["since"]["text"] for b in series["breaks"]]) == (
        "network",
        "locks",
        ["2022"],
    )
    assert (step["id"], step["slip_days"], [r["standing"] for r in step["reports"]]) == (
        "lock-zuiderkade",
        488,
        ["relayed", "official"],
    )


@pytest.mark.parametrize("name", ATLASES)
def test_the_files_of_an_older_edition_do_not_change_when_something_is_published(libraries, exports, name):
    """Only the mark of the newest does, and with it the hash by which `dataset.jsonld` names that file."""
    library, changed = libraries[name], {}
    for edition in library.editions:
        then, now = data_of(edition, before(library, edition.as_of)), dict(exports[name][edition.id])
        then["atlas.json"] = then["atlas.json"].replace(b'"latest": true', b'"latest": false')
        now["atlas.json"] = now["atlas.json"].replace(b'"latest": true', b'"latest": false')
        changed[edition.id] = {name for name in then.keys() | now.keys() if then.get(name) != now.get(name)}

    assert changed == {e.id: {"dataset.jsonld"} if e is not library.editions[-1] else set()
                       for e in library.editions}  # fmt: skip


def test_a_number_keeps_its_published_decimals(exports):
    atlas = json.loads(exports["small"]["2023-06-20"]["atlas.json"])
    told = {
        i["id"]: [(o["value"], o["current"], o["restates"]) for o in i["observations"]] for i in atlas["indicators"]
    }

    assert told["waiting-time"] == [
        ("4.50", True, None),
        ("4.20", True, None),
        ("3.9", False, None),
        ("3.8", True, "3.9"),
    ]


def test_a_milestone_is_told_with_its_dates_and_its_history(exports):
    atlas = json.loads(exports["small"]["2023-06-20"]["atlas.json"])
    lock = next(m for m in atlas["milestones"] if m["id"] == "lock-oosterdam")
    lock["reports"] = [(r["says"], r["cites"][0]["source"], r["reason"] and r["reason"]["en"]) for r in lock["reports"]]

    assert lock == {
        "id": "lock-oosterdam",
        "theme": "locks",
        "title": {"nl": "Vernieuwing van de sluis bij Oosterdam", "en": "Renewal of the lock at Oosterdam"},
        "places": ["oosterdam"],
        "state": "done",
        "timing": "late",
        "first_due": {"text": "mid-2022", "first": "2022-05-01", "last": "2022-08-31", "edtf": "2022-38"},
        "latest_due": {"text": "2023-Q1", "first": "2023-01-01", "last": "2023-03-31", "edtf": "2023-33"},
        "done": {"text": "2023-05", "first": "2023-05-01", "last": "2023-05-31", "edtf": "2023-05"},
        "slip_days": 212,
        "moves": 1,
        "silent_since": None,
        "predecessors": [],
        "successors": [],
        "reports": [
            ("announced", "brief-2021-03-10", None),
            ("under-way", "verslag-2022", "The ground proved softer."),
            ("done", "brief-2023-06-20", None),
        ],
        "nature": "promise",
        "owed_by": "customs",
        "weight": "normal",
        "measurable": True,
        "why_not_measurable": None,
        "last_says": "done",
        "support": "seen",
        "schedule": "late",
        "schedule_days": 243,
        "outcome": "kept-late",
        "absence": None,
        "looked": [],
        "lineage": [],
        "unread": 0,
        "unread_of_theme": [],
    }


def test_a_milestone_that_is_not_mentioned_is_told_with_what_that_rests_on(exports):
    atlas = json.loads(exports["small"]["2023-06-20"]["atlas.json"])
    lock = next(m for m in atlas["milestones"] if m["id"] == "lock-zuiderkade")

    assert {key: lock[key] for key in ("silent_since", "absence", "looked", "measurable")} == {
        "silent_since": "brief-2021-03-10",
        "absence": {
            "kind": "not-mentioned",
            "since": "brief-2021-03-10",
            "later": ["verslag-2022"],
            "spoken_of": [],
        },
        "looked": [
            {"source": "verslag-2022", "words": ["Zuiderkade"], "passages_seen": [], "by_hand": True},
            {"source": "brief-2023-06-20", "words": ["Zuiderkade"], "passages_seen": ["sluizen-1"], "by_hand": True},
        ],
        "measurable": False,
    }


def test_the_list_of_editions_names_the_newest(libraries):
    listed = json.loads(editions_json(libraries["small"].editions))["editions"]

    assert [(edition["id"], edition["source"], edition["latest"]) for edition in listed] == [
        ("2021-03-10", "brief-2021-03-10", False),
        ("2023-02", "verslag-2022", False),
        ("2023-06-20", "brief-2023-06-20", True),
    ]


def test_all_changes_are_told_since_each_earlier_edition_and_since_nothing(libraries):
    workspace = libraries["small"]
    newest = workspace.editions[-1]
    told = json.loads(changes_json(newest, workspace.past.since(newest)))

    assert [since["edition"] for since in told["since"]] == ["2023-02", "2021-03-10", None]
    assert {tuple(change) for since in told["since"] for change in since["changes"]} == {
        ("kind", "subject", "id", "theme", "before", "after", "days", "unread", "source")
    }


def test_a_file_ends_with_a_line_end(exports):
    files = texts(exports["small"]["2023-06-20"])

    assert [name for name, text in files.items() if not text.endswith("\n")] == []
