"""`atlas review`: prints an address of this machine, or says why there is nothing to review."""

import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.support.command_line import ran
from tests.support.reviewed import SOURCE, with_letter
from tests.support.small import ROOT


def test_the_address_that_is_printed_shows_the_review_until_it_is_ended(tmp_path: Path) -> None:
    root = with_letter(tmp_path)
    command = [sys.executable, "-m", "generator.cli", "--root", str(root), "review", SOURCE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT) as run:
        assert run.stdout
        address = run.stdout.readline().decode().strip()
        try:
            with urllib.request.urlopen(address, timeout=60) as reply:
                page = reply.read().decode()
            run.terminate()
            status = run.wait(60)
        finally:
            run.kill()

    assert address.startswith("http://127.0.0.1:")
    assert len(address.split("/")[3]) >= 32
    assert ("Progress letter, summer 2026" in page, status) == (True, 0)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param(["brief-2026-06-04"], "Did you mean 'brief-2026-06-03'?", id="a source that does not exist"),
        pytest.param(["brief-2023-06-20"], "name the file, with --document", id="a document that is not here"),
    ],
)
def test_why_there_is_nothing_to_review_is_said(tmp_path: Path, words: list[str], why: str) -> None:
    run = ran(with_letter(tmp_path), "review", *words)

    assert (run.exit_code, why in run.stderr) == (1, True)
