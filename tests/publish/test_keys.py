"""The key of a volume changes with what it is made from, and with nothing else."""

import pytest

from generator.fingerprint.inputs import Named
from generator.pages.workspace import open_workspace
from generator.publish.keys import files_named_in, keys_of
from tests.support.small import SMALL

NEWEST = {"nl/", "en/", "nl/editions/2023-06-20/", "en/editions/2023-06-20/"}


def changed(root, path, before, after):
    keys = [keys_of(open_workspace(root), Named())]
    file = root / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")
    keys.append(keys_of(open_workspace(root), Named()))
    return {volume for volume in keys[0] if keys[0][volume] != keys[1][volume]}


def test_nothing_changes_when_nothing_does(small_root):
    workspace = open_workspace(small_root)

    assert keys_of(workspace, Named()) == keys_of(open_workspace(small_root), Named())


@pytest.mark.parametrize(
    ("path", "before", "after", "volumes"),
    [
        pytest.param("data/words/en.yaml", "Figures", "Numbers", {"en/"}, id="a word, in its language"),
        pytest.param(
            "data/sources/brief-2023-06-20.yaml", "en: ", "en: New ", NEWEST, id="a title, in editions that know it"
        ),
    ],
)
def test_a_change_reaches_the_volumes_that_show_it(small_root, path, before, after, volumes):
    found = changed(small_root, path, before, after)

    assert {v for v in found if v.startswith(tuple(volumes))} == found
    assert found


def test_settings_that_cannot_be_read_name_no_files(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: [", "utf-8")

    assert files_named_in(tmp_path) == Named()
    assert files_named_in(SMALL.parent) == Named()
