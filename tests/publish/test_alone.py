"""A build asks nothing of a network, and writes nowhere but where the site is made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.small import ROOT, lay_out_project

AUDITED = ROOT / "tests/support/audited"


def noted(folder: Path, *words: str) -> list[str]:
    """What Python with the arguments, and each process that it starts, connected to and wrote."""
    log = folder / "audited.txt"
    path = os.pathsep.join([str(AUDITED), str(ROOT)])
    around = {**os.environ, "AUDITED": str(log), "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    (folder / "temporary").mkdir()
    around["TMPDIR"] = str(folder / "temporary")
    subprocess.run([sys.executable, *words], cwd=folder, env=around, check=True, capture_output=True)
    return sorted(set(log.read_text("utf-8").splitlines()))


@pytest.mark.slow
def test_a_build_connects_to_nothing_and_changes_no_input(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    lay_out_project(root)
    found = noted(tmp_path, "-m", "generator.cli", "--root", str(root), "build")
    places = (root / "site", root / ".site-", root / ".atlas", tmp_path / "temporary", "/dev/null")
    own = tuple(f"write {place}" for place in places)

    assert sum(line.startswith(f"write {root}/.atlas/") for line in found) > 100
    assert [line for line in found if not line.startswith(own)] == []


def test_what_connects_or_writes_is_noted(tmp_path: Path) -> None:
    code = "import socket, pathlib; pathlib.Path('data').mkdir(); open('data/x.yaml', 'w'); socket.socket().connect_ex"
    found = noted(tmp_path, "-c", f"{code}(('127.0.0.1', 9))")

    assert found == ["connect 127.0.0.1", f"write {tmp_path}/data", f"write {tmp_path}/data/x.yaml"]
