"""A site says what it was made from; finding that nothing changed loads no library."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.fingerprint.inputs import Named, everything
from generator.fingerprint.manifest import (
    MANIFEST,
    SUMS,
    damaged,
    is_current,
    is_site,
    read_manifest,
    record_state,
    write_manifest,
)
from tests.support.small import ROOT

HEAVY = {"altair", "babel", "icalendar", "jinja2", "markdown", "mkdocs", "pydantic", "pypdfium2", "requests", "yaml"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page that says it was made from this project."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a").mkdir()
    (folder / "index.html").write_text("<p>", "utf-8")
    (folder / "a/b.svg").write_text("<svg/>", "utf-8")
    write_manifest(folder, everything(tmp_path), {"volumes": {"nl/": "1"}})
    return folder


def test_a_site_says_what_it_was_made_from(site, tmp_path):
    assert read_manifest(site) == {
        "inputs": everything(tmp_path),
        "named": {"files": [], "variables": []},
        "volumes": {"nl/": "1"},
        SUMS: hashlib.sha256((site / SUMS).read_bytes()).hexdigest(),
    }
    assert (is_current(tmp_path, site), damaged(site)) == (True, frozenset())


def test_every_file_of_a_site_can_be_checked_with_the_usual_tool(site):
    run = subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=site, capture_output=True, text=True)

    assert (run.returncode, run.stdout.splitlines()) == (0, ["a/b.svg: OK", "index.html: OK"])


def test_a_site_is_not_current_once_an_input_changed(site, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.yaml").write_text("a: 1\n", "utf-8")

    assert (is_current(tmp_path, site), damaged(site)) == (False, frozenset())


def test_a_site_knows_what_its_settings_named(tmp_path):
    site, hook = tmp_path / "site", tmp_path / "hook.py"
    site.mkdir()
    hook.write_text("a", "utf-8")
    named = Named(files=("hook.py",))
    write_manifest(site, everything(tmp_path, named=named), {}, named)
    before = is_current(tmp_path, site)
    hook.write_text("b", "utf-8")

    assert (before, is_current(tmp_path, site)) == (True, False)


DAMAGE = {
    "a page that was lost": (lambda site: (site / "index.html").unlink(), {"index.html"}),
    "a page that is empty": (lambda site: (site / "index.html").write_text(""), {"index.html"}),
    "a page of the same size": (lambda site: (site / "index.html").write_text("<b>"), {"index.html"}),
    "another file in its place": (lambda site: (site.parent / "other").rename(site / "index.html"), {"index.html"}),
    "a link that leads nowhere": (lambda site: relinked(site / "index.html", "nowhere"), {"index.html"}),
    "a file that was added": (lambda site: (site / "a/c.js").write_text(""), {"a/c.js"}),
    "a name that is no text": (lambda site: Path(os.fsdecode(bytes(site) + b"/\xff")).touch(), {"\udcff"}),
    "a file deeper down": (lambda site: (site / "a/b.svg").write_text("<svg onload='x'/>"), {"a/b.svg"}),
    "sums that were changed": (lambda site: (site / SUMS).write_text("0  index.html\n"), {MANIFEST}),
    "sums that were lost": (lambda site: (site / SUMS).unlink(), {MANIFEST}),
    "no manifest": (lambda site: (site / MANIFEST).unlink(), {MANIFEST}),
    "a manifest without sums": (lambda site: (site / MANIFEST).write_text("{}"), {MANIFEST}),
}


def relinked(file: Path, target: str) -> None:
    file.unlink()
    file.symlink_to(target)


@pytest.mark.parametrize("is_recorded", [False, True], ids=["never seen", "seen when it was built"])
@pytest.mark.parametrize(("damage", "found"), DAMAGE.values(), ids=DAMAGE)
def test_a_file_that_is_not_as_it_was_built_is_noticed(site, tmp_path, damage, found, is_recorded):
    (tmp_path / "other").write_text("<i>")
    if is_recorded:
        record_state(site, tmp_path)
    damage(site)

    assert (is_current(tmp_path, site), damaged(site, tmp_path)) == (False, found)


def test_a_site_that_was_found_in_order_is_not_read_again(site, tmp_path, monkeypatch):
    record_state(site, tmp_path)
    monkeypatch.setattr(Path, "read_bytes", unreadable(Path.read_bytes, site))

    assert damaged(site, tmp_path) == frozenset()
    with pytest.raises(AssertionError):
        damaged(site)


def unreadable(read: Callable[[Path], bytes], site: Path) -> Callable[[Path], bytes]:
    def read_bytes(file: Path) -> bytes:
        assert not file.is_relative_to(site)
        return read(file)

    return read_bytes


@pytest.mark.parametrize("text", ["", "0" * 64, "\udcff"])
def test_a_record_that_is_not_of_these_files_is_not_believed(site, tmp_path, text):
    record_state(site, tmp_path)
    (record,) = (tmp_path / ".atlas/states").iterdir()
    record.write_text(text, "utf-8", errors="surrogateescape")
    (site / "index.html").write_text("<b>")

    assert damaged(site, tmp_path) == {"index.html"}


@pytest.mark.parametrize(
    ("harm", "is_one"),
    [
        pytest.param(lambda site: None, True, id="as it was built"),
        pytest.param(lambda site: (site / MANIFEST).write_text(""), True, id="a manifest that is empty"),
        pytest.param(lambda site: (site / SUMS).unlink(), True, id="no sums"),
        pytest.param(lambda site: (site / MANIFEST).unlink(), False, id="no manifest"),
        pytest.param(
            lambda site: [(site / name).write_text("") for name in (MANIFEST, SUMS)], False, id="two empty files"
        ),
    ],
)
def test_a_site_is_known_as_one_by_what_is_left_of_its_manifests(site, harm, is_one):
    harm(site)

    assert is_site(site) == is_one


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


def test_a_file_that_cannot_be_read_is_given_no_hash(site):
    (site / "page.html").symlink_to("nowhere")

    with pytest.raises(FileNotFoundError):
        write_manifest(site, "", {})
