"""A new record goes to its place in the file, and nothing that stood there is lost."""

from pathlib import Path
from typing import Any

import pytest

from generator.archive.archive import read_archive
from generator.archive.yaml_loader import read_yaml
from generator.authoring.adding.kinds import KINDS
from generator.authoring.adding.scaffold import drafted, problems_with, spot_of
from generator.authoring.format import canonical
from tests.support.small import lay_out_data

STATEMENTS = "data/themes/locks/statements.yaml"
MILESTONES = "data/themes/locks/milestones.yaml"
KIND = {kind.name: kind for kind in KINDS}
OLDEST, MIDDLE, NEWEST = "brief-2021-03-10#sluizen-1", "verslag-2022#sluizen-1", "brief-2023-06-20#sluizen-1"


def statement(*cites: str) -> dict[str, Any]:
    text = {"nl": "De sluis.", "en": "The lock."}
    return {"id": "new", "when": "2022", "kind": "context", "text": text, "cites": list(cites)}


def ids(text: str) -> list[str]:
    value: Any = read_yaml(text, "").value
    return [record["id"] for record in value]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out_data(tmp_path)


@pytest.mark.parametrize(
    ("cites", "order"),
    [
        pytest.param(
            [OLDEST],
            ["two-locks-renewed", "new", "soft-ground", "lock-keeper-trainings", "remote-control"],
            id="after the last of its own source",
        ),
        pytest.param(
            [NEWEST, MIDDLE],
            ["two-locks-renewed", "soft-ground", "lock-keeper-trainings", "new", "remote-control"],
            id="of several sources the oldest counts",
        ),
        pytest.param(
            [NEWEST],
            ["two-locks-renewed", "soft-ground", "lock-keeper-trainings", "remote-control", "new"],
            id="of the newest source at the end",
        ),
        pytest.param(
            ["nowhere#x-1"],
            ["two-locks-renewed", "soft-ground", "lock-keeper-trainings", "remote-control", "new"],
            id="of a source that is not known at the end, where it is refused",
        ),
    ],
)
def test_a_statement_stands_after_the_last_whose_oldest_source_is_not_later(
    root: Path, cites: list[str], order: list[str]
) -> None:
    archive = read_archive(root)
    draft = drafted(root, archive, spot_of(archive, KIND["statement"], "locks"), statement(*cites))

    assert ids(draft.text) == order
    assert draft.text.split("\n")[draft.line - 1] == "- id: new"
    assert canonical(draft.text.encode(), draft.file) == draft.text


def test_of_a_source_older_than_all_it_stands_first_below_what_is_said_of_the_file(root: Path) -> None:
    file = root / STATEMENTS
    second = file.read_text("utf-8").partition("\n\n")[2]
    file.write_text(f"# yaml-language-server: $schema=x\n# The locks.\n\n# Soft.\n{second}", "utf-8")
    archive = read_archive(root)
    draft = drafted(root, archive, spot_of(archive, KIND["statement"], "locks"), statement(OLDEST))

    assert ids(draft.text) == ["new", "soft-ground", "lock-keeper-trainings", "remote-control"]
    assert draft.text.startswith("# yaml-language-server: $schema=x\n# The locks.\n\n- id: new\n")
    assert "\n\n# Soft.\n- id: soft-ground\n" in draft.text


def test_a_report_stands_in_its_milestone_in_the_order_of_sources_and_comments_stay(root: Path) -> None:
    file = root / MILESTONES
    text = file.read_text("utf-8").replace(
        "    - cites: verslag-2022#sluizen-1", "    # It moved.\n    - cites: verslag-2022#sluizen-1"
    )
    file.write_text(text.replace("done: 2023-05}", "done: 2023-05}  # open\n    # the end"), "utf-8")
    archive = read_archive(root)
    report = {"cites": "brief-2021-03-10#sluizen-3", "says": "under-way"}
    draft = drafted(root, archive, spot_of(archive, KIND["report"], "lock-oosterdam"), report)

    assert draft.path == (0, "reports", 1)
    assert draft.text.split("\n")[5:17] == [
        "  reports:",
        "    - {cites: brief-2021-03-10#sluizen-1, says: announced, due: mid-2022}",
        "    - {cites: brief-2021-03-10#sluizen-3, says: under-way}",
        "    # It moved.",
        "    - cites: verslag-2022#sluizen-1",
        "      says: under-way",
        "      due: 2023-Q1",
        '      reason: {nl: "De bodem bleek zachter.", en: "The ground proved softer."}',
        "    - {cites: brief-2023-06-20#sluizen-1, says: done, done: 2023-05}  # open",
        "    # the end",
        "",
        "- id: lock-westhaven",
    ]


@pytest.mark.parametrize(
    "empty",
    [
        pytest.param("", id="a file in which nothing stands"),
        pytest.param("[]\n", id="an empty list"),
        pytest.param("# None yet.\n", id="only a comment"),
        pytest.param(None, id="no file"),
    ],
)
def test_the_first_of_a_file_stands_alone(root: Path, empty: str | None) -> None:
    file = root / STATEMENTS
    file.unlink()
    if empty is not None:
        file.write_text(empty, "utf-8")
    archive = read_archive(root)
    draft = drafted(root, archive, spot_of(archive, KIND["statement"], "locks"), statement(OLDEST))

    assert ids(draft.text) == ["new"]
    assert ("# None yet.\n" in draft.text) == (empty == "# None yet.\n")


@pytest.mark.parametrize(
    "empty",
    [
        pytest.param("standings: []\n", id="an empty list"),
        pytest.param("standings:\n", id="only the key"),
        pytest.param("", id="no key"),
    ],
)
def test_the_first_of_a_list_in_a_file_makes_the_list(root: Path, empty: str) -> None:
    file = root / "data/themes/locks/theme.yaml"
    file.write_text(file.read_text("utf-8").partition("standings:")[0] + "standings: []\n", "utf-8")
    archive = read_archive(root)
    file.write_text(file.read_text("utf-8").replace("standings: []\n", empty), "utf-8")
    standing = {"cites": [OLDEST], "summary": {"nl": "a", "en": "b"}, "text": {"nl": "c", "en": "d"}}
    value: Any = read_yaml(drafted(root, archive, spot_of(archive, KIND["standing"], "locks"), standing).text, "").value

    assert value["standings"] == [standing]


def test_what_the_draft_makes_wrong_is_found_without_a_trace(root: Path) -> None:
    before = {path: path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()}
    archive = read_archive(root)
    spot = spot_of(archive, KIND["statement"], "locks")
    good = drafted(root, archive, spot, statement(OLDEST))
    twice = drafted(root, archive, spot, {**statement(OLDEST), "id": "soft-ground"})

    assert problems_with(root, good) == ()
    assert [str(diagnostic) for diagnostic in problems_with(root, twice)] == [
        f"{STATEMENTS}:16:7: the id 'soft-ground' is repeated; it first occurs on line 10\n"
        "    Delete one, or give it another id."
    ]
    assert {path: path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_name_that_is_near_one_is_told(root: Path, kind: Any) -> None:
    name = "Locks" if kind.of == "ID" else "lcks"

    with pytest.raises(LookupError, match=f"'{name}' is not"):
        spot_of(read_archive(root), kind, name)
