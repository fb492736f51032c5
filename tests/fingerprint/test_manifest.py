"""A site says what it was made from; finding that nothing changed loads no library."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.fingerprint.inputs import Named, everything
from generator.fingerprint.manifest import MANIFEST, is_current, is_whole, read_manifest, write_manifest
from tests.support.small import ROOT

HEAVY = {"altair", "babel", "icalendar", "jinja2", "markdown", "mkdocs", "pydantic", "pypdfium2", "requests", "yaml"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page that says it was made from this project."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<p>", "utf-8")
    write_manifest(folder, everything(tmp_path), {"nl/": "1"})
    return folder


def test_a_site_says_what_it_was_made_from(site, tmp_path):
    assert read_manifest(site) == {
        "inputs": everything(tmp_path),
        "named": {"files": [], "variables": []},
        "volumes": {"nl/": "1"},
        "files": 2,
    }
    assert (is_current(tmp_path, site), is_whole(site)) == (True, True)


def test_a_site_is_not_current_once_an_input_changed(site, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.yaml").write_text("a: 1\n", "utf-8")

    assert (is_current(tmp_path, site), is_whole(site)) == (False, True)


def test_a_site_knows_what_its_settings_named(tmp_path):
    site, hook = tmp_path / "site", tmp_path / "hook.py"
    site.mkdir()
    hook.write_text("a", "utf-8")
    named = Named(files=("hook.py",))
    write_manifest(site, everything(tmp_path, named=named), {}, named)
    before = is_current(tmp_path, site)
    hook.write_text("b", "utf-8")

    assert (before, is_current(tmp_path, site)) == (True, False)


def test_a_site_that_lost_a_file_is_neither_whole_nor_current(site, tmp_path):
    (site / "index.html").unlink()

    assert (is_current(tmp_path, site), is_whole(site)) == (False, False)


@pytest.mark.parametrize("text", [None, "", "{", "[]", "\udcff"])
def test_what_cannot_be_read_is_no_manifest(site, text):
    (site / MANIFEST).unlink()
    if text is not None:
        (site / MANIFEST).write_text(text, "utf-8", errors="surrogateescape")

    assert read_manifest(site) == {}


def test_the_command_line_loads_no_library_to_find_that_nothing_changed(site, tmp_path):
    words = ["--root", str(tmp_path), "build", "--to", str(site)]
    code = (
        "import sys\nfrom generator.cli import main\n"
        f"main({words!r}, standalone_mode=False)\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    said, loaded = run.stdout.splitlines()

    assert said.startswith("Nothing changed.")
    assert HEAVY.isdisjoint(loaded.split())
