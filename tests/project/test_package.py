"""What pyproject.toml says of the package: well formed, and in step with what is tested."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.small import ROOT

PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]


def validated(file: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("validate-pyproject")), str(file)]
    return subprocess.run(command, capture_output=True, text=True)


def test_the_metadata_of_the_package_is_well_formed():
    run = validated(ROOT / "pyproject.toml")

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

    assert validated(tmp_path / "pyproject.toml").returncode != 0
