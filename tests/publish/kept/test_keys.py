"""Keys change with what a volume, a page or the open data are made from, and with nothing else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.editions.history import Editions
from generator.fingerprint.inputs import Named
from generator.pages.pages import pages_to_make
from generator.pages.workspace import Workspace, open_workspace
from generator.publish.kept.keys import PageKeys, files_named_in, keys_of, shown_of
from generator.text import LANGUAGES
from tests.support.described import without_later
from tests.support.heads import Shown
from tests.support.small import ROOT, SMALL

ALL = {"2021-03-10", "2023-02", "2023-06-20"}
NEWEST_ENGLISH = {"en/", "en/editions/2023-06-20/"}
ALL_ENGLISH = {"en/", *(f"en/editions/{edition}/" for edition in ALL)}
ALL_DUTCH = {"nl/", *(f"nl/editions/{edition}/" for edition in ALL)}


REWORDED = ("data/themes/locks/statements.yaml", "De Waterdienst vernieuwt twee", "De Waterdienst vervangt twee")
"""A statement of the first letter in one language: its file, and its words before and after."""


def edited(root: Path, path: str, before: str, after: str) -> tuple[Workspace, Workspace]:
    """The project before and after an edit."""
    old, file = open_workspace(root), root / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")
    return old, open_workspace(root)


def page_keys(workspace: Workspace) -> dict[str, str]:
    """The key of every page, by its path on the site."""
    frames, found = keys_of(workspace, Named()).frames, {}
    for address in workspace.addresses:
        volume = workspace.volume(address)
        key_of = PageKeys(volume, frames[address.root])
        for plan, _ in pages_to_make(volume, lambda plan, picture: Shown(picture)):
            found[address.root + plan.path] = key_of(plan, shown_of(plan, None, address))
    return found


def other(old: Mapping[str, str], new: Mapping[str, str]) -> set[str]:
    """What has another key, or none."""
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def test_nothing_changes_when_nothing_does(small_root):
    workspace = open_workspace(small_root)

    assert keys_of(workspace, Named()) == keys_of(open_workspace(small_root), Named())


def test_keys_are_the_same_in_every_process(small_root):
    code = (
        "import sys; from pathlib import Path; from tests.publish.kept.test_keys import *;"
        "print(all_keys(open_workspace(Path(sys.argv[1]))))"
    )
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    other = subprocess.run(
        [sys.executable, "-c", code, str(small_root)],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True, text=True,
    )  # fmt: skip
    here = all_keys(open_workspace(small_root))

    assert here.count("themes/locks/") == 8
    assert f"{here}\n" == other.stdout


def all_keys(workspace: Workspace) -> str:
    """The keys of volumes, data and pages as they are printed, in the order in which they were made."""
    return f"{keys_of(workspace, Named())} {page_keys(workspace)}"


@pytest.mark.parametrize(
    ("path", "before", "after", "volumes", "data"),
    [
        pytest.param("data/words/en.yaml", "Figures", "Numbers", ALL_ENGLISH, ALL, id="a word, in its language"),
        pytest.param(
            "data/sources/brief-2023-06-20.yaml", "en: ", "en: New ", NEWEST_ENGLISH, {"2023-06-20"},
            id="a title, in editions that know it and in its language",
        ),
        pytest.param(
            *REWORDED, ALL_DUTCH, ALL,
            id="a statement of the first letter, in all editions and in its language",
        ),
        pytest.param("data/themes/locks/statements.yaml", "- id:", "\n- id:", set(), set(), id="a line nowhere"),
    ],
)  # fmt: skip
def test_a_change_reaches_what_shows_it(small_root, path, before, after, volumes, data):
    old, new = (keys_of(workspace, Named()) for workspace in edited(small_root, path, before, after))

    assert (other(old.volumes, new.volumes), other(old.data, new.data)) == (volumes, data)


def test_a_changed_statement_changes_the_pages_that_print_it(small_root):
    old, new = edited(small_root, *REWORDED)
    changed = other(page_keys(old), page_keys(new))
    paths = {path.removeprefix("nl/").removeprefix("editions/").partition("/")[2] for path in changed}

    assert {path[:3] for path in changed} == {"nl/"}
    assert {"nl/themes/locks/", "nl/editions/2021-03-10/themes/locks/", "nl/timeline/"} <= changed
    assert not any("milestones/" in path or "ferries" in path for path in paths)
    assert len(changed) < len(page_keys(new)) / 10


@pytest.mark.parametrize(
    ("before", "after", "is_alone"),
    [
        pytest.param("It takes no side", "It never takes sides", True, id="a sentence"),
        pytest.param("{ #editions }", "{ #edition }", False, id="an anchor, to which any page may link"),
    ],
)
def test_a_page_that_people_write_is_made_again_alone(small_root, before, after, is_alone):
    (small_root / "content").unlink()
    shutil.copytree(ROOT / "content", small_root / "content")
    workspace = open_workspace(small_root)
    old = page_keys(workspace), keys_of(workspace, Named()).volumes
    _, workspace = edited(small_root, "content/en/method.md", before, after)
    changed, volumes = other(old[0], page_keys(workspace)), other(old[1], keys_of(workspace, Named()).volumes)

    assert volumes == ALL_ENGLISH
    assert changed == {path for path in old[0] if path.startswith("en/") and (path.endswith("method/") or not is_alone)}


@pytest.mark.parametrize("name", ["changes-of-meaning.toml", "en/picture.svg"])
def test_a_file_beside_the_pages_that_people_write_reaches_every_page(small_root, name):
    (small_root / "content").unlink()
    shutil.copytree(ROOT / "content", small_root / "content")
    old = keys_of(open_workspace(small_root), Named())
    with (small_root / "content" / name).open("a", encoding="utf-8") as file:
        file.write("# Other.\n")
    new = keys_of(open_workspace(small_root), Named())

    assert other(old.volumes, new.volumes) == other(old.frames, new.frames) == ALL_ENGLISH | ALL_DUTCH


def test_a_later_letter_changes_no_key_of_an_edition_before_it(small_root):
    whole = open_workspace(small_root)
    last = whole.editions[-1]
    then = without_later(whole.archive, whole.editions[-2].as_of)
    before = replace(whole, archive=then, editions=Editions(then))
    old, new = keys_of(before, Named()), keys_of(whole, Named())
    dated = {root for root in old.volumes if "/editions/" in root}

    assert len(dated) == 2 * len(before.editions)
    assert {root for root in dated if old.volumes[root] != new.volumes[root]} == set()
    assert {root for root in new.volumes.keys() - old.volumes.keys()} == {f"{x}/editions/{last.id}/" for x in LANGUAGES}


def test_settings_that_cannot_be_read_name_no_files(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: [", "utf-8")

    assert files_named_in(tmp_path) == Named()
    assert files_named_in(SMALL.parent) == Named()
