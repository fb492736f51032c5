"""What pyproject.toml says of the package: well formed, and in step with what is tested."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.small import ROOT

PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]


def ran(script: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(Path(sys.executable).with_name(script)), *words], capture_output=True, text=True)


def test_the_metadata_of_the_package_is_well_formed():
    run = ran("validate-pyproject", str(ROOT / "pyproject.toml"))

    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param('license = "EUPL-1.2"', 'license = "EUPL 1.2"', id="a licence that is no SPDX expression"),
        pytest.param("Framework :: MkDocs", "Framework :: MkDoc", id="a classifier that does not exist"),
        pytest.param('">=3.11"', '"3.11 or newer"', id="a range of versions that cannot be read"),
    ],
)
def test_metadata_that_an_index_would_refuse_is_found(tmp_path, right, wrong):
    assert PYPROJECT.count(right) == 1
    (tmp_path / "pyproject.toml").write_text(PYPROJECT.replace(right, wrong), "utf-8")

    assert ran("validate-pyproject", str(tmp_path / "pyproject.toml")).returncode != 0


@pytest.mark.parametrize("command", [("atlas",), ("python", "-m", "generator.cli")], ids=" ".join)
def test_the_command_prints_the_version_of_pyproject_wherever_it_runs(tmp_path, command):
    run = ran(*command, "--root", str(tmp_path), "--version")

    assert (run.returncode, run.stdout) == (0, f"atlas {PROJECT['version']}\n"), run.stderr
