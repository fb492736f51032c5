"""A disk that takes no more: one line says so, the old site stands, and nothing is left of the new one."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from generator.fingerprint.manifest import is_current
from tests.support.once import built, copied
from tests.support.small import ROOT

LARGEST = 20_000
"""Bytes of a file at most, as on a disk that is full after them."""


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))


@pytest.mark.slow
@pytest.mark.parametrize(
    "is_there", [pytest.param(True, id="a site is there"), pytest.param(False, id="none is there")]
)
def test_a_disk_that_is_full_is_told_in_one_line(project: Path, tmp_path: Path, is_there: bool) -> None:
    root = copied(project, tmp_path)
    file = root / "data/themes/ferries/theme.yaml"
    file.write_text(file.read_text("utf-8").replace('nl: "Veren"', 'nl: "Veerboten"'), "utf-8")
    if not is_there:
        (root / "site").rename(root / "elsewhere")
    before = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    command = [sys.executable, "-m", "generator.cli", "--root", str(root), "build", "--jobs", "2"]
    run = subprocess.run(command, cwd=ROOT, preexec_fn=limited, capture_output=True, text=True, check=False)
    after = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}

    assert (run.returncode, "Traceback" in run.stderr) == (1, False)
    assert run.stderr.splitlines()[-1] == "Error: a file cannot be read or written: File too large."
    assert after == before
    assert not (root / ".site-work").exists()


@pytest.mark.slow
def test_a_site_is_built_although_what_saves_time_later_cannot_be_written(project: Path, tmp_path: Path) -> None:
    root = copied(project, tmp_path)
    file = root / "data/themes/ferries/theme.yaml"
    file.write_text(file.read_text("utf-8").replace('nl: "Veren"', 'nl: "Veerboten"'), "utf-8")
    (root / ".atlas/states").write_text("no folder", "utf-8")
    built(root, root / "site")

    assert is_current(root, root / "site")
