"""What is known of pages that were built: found again as it was written, without what was damaged since."""

import json

import pytest

from generator.publish.kept.pages import (
    RECORD,
    Earlier,
    PageRecord,
    earlier_in,
    link_files,
    names_by_file,
    write_records,
)

NAMES = (".chip", "p")
THEME = PageRecord("k1", "a.png", ("themes/a/index.html", "figures/a.csv", "figures/a/embed/index.html"), NAMES)
HOME = PageRecord("k2", None, ("index.html",), NAMES)
VOLUMES = {"nl/": {"themes/a/": THEME, "": HOME}, "en/": {"": HOME}}


def test_what_was_written_is_found_again_volume_by_volume(tmp_path):
    write_records(tmp_path, VOLUMES)

    assert earlier_in(tmp_path, frozenset()) == {
        root: Earlier(tmp_path / root, pages) for root, pages in VOLUMES.items()
    }
    assert json.loads((tmp_path / RECORD).read_text("utf-8"))["names"] == [[".chip", "p"]]


def test_a_page_of_which_a_file_was_damaged_is_not_known(tmp_path):
    write_records(tmp_path, VOLUMES)
    found = earlier_in(tmp_path, frozenset({"nl/figures/a.csv", "en/themes/a/index.html"}))

    assert {root: set(earlier.pages) for root, earlier in found.items()} == {"nl/": {""}, "en/": {""}}


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(None, id="no file"),
        pytest.param("", id="an empty file"),
        pytest.param("[1]", id="a list"),
        pytest.param('{"names": [["p"]], "volumes": {"nl/": {"": ["k", null, []]}}}', id="a field too few"),
        pytest.param('{"names": [], "volumes": {"nl/": {"": ["k", null, [], 0]}}}', id="names that are not there"),
    ],
)
def test_a_record_that_cannot_be_read_knows_nothing(tmp_path, written):
    if written is not None:
        (tmp_path / RECORD).write_text(written, "utf-8")

    assert earlier_in(tmp_path, frozenset()) == {}


def test_files_are_linked_in_place_of_what_is_there(tmp_path):
    for file in THEME.files:
        (tmp_path / "old" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "old" / file).write_text(file, "utf-8")
    (tmp_path / "new/figures").mkdir(parents=True)
    (tmp_path / "new/figures/a.csv").write_text("other", "utf-8")
    link_files(tmp_path / "old", THEME.files, tmp_path / "new")

    assert [(tmp_path / "new" / file).samefile(tmp_path / "old" / file) for file in THEME.files] == [True] * 3


def test_names_are_those_of_every_html_file_of_a_page():
    assert names_by_file(VOLUMES) == {
        "nl/themes/a/index.html": THEME.names,
        "nl/figures/a/embed/index.html": THEME.names,
        "nl/index.html": HOME.names,
        "en/index.html": HOME.names,
    }
