"""Locked packages can be updated by a tool, and the dev container has what the project asks for."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.small import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
OLDEST = PROJECT["requires-python"].removeprefix(">=")
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
ENTRY = re.compile(r"[\w.-]+==[\w.!+]+( ; .+)? \\\n    --hash=sha256:")
RENOVATE = (ROOT / "renovate.json").read_text("utf-8")


def validated(schema: str, file: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", schema, str(file)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_begins_with_the_command_that_makes_it(lock):
    """Renovate runs that command; `--universal` makes it hold for every Python from the oldest on."""
    options = f"--universal --python-version={OLDEST} --generate-hashes --output-file={lock.name} {lock.stem}.in"

    assert lock.read_text("utf-8").split("\n")[1] == f"#    uv pip compile {options}"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_says_of_each_package_its_version_and_hashes_and_nothing_of_where_it_comes_from(lock):
    text = lock.read_text("utf-8")
    entries = re.split(r"^(?=[^#\s])", text, flags=re.MULTILINE)[1:]

    assert [entry for entry in entries if not ENTRY.match(entry)] == []
    assert "://" not in text


@pytest.mark.parametrize("folder", ["editor", "validator"])
def test_a_lock_of_nodejs_says_of_each_package_its_hash_and_nothing_of_where_it_comes_from(folder):
    lock = (ROOT / "tests" / folder / "package-lock.json").read_text("utf-8")
    wanted = json.loads((ROOT / "tests" / folder / "package.json").read_text("utf-8"))["devDependencies"]

    assert json.loads(lock)["packages"][""]["devDependencies"] == wanted
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')


def test_the_updates_are_set_up_for_every_lock_and_as_renovate_expects(tmp_path):
    [pattern] = json.loads(RENOVATE)["pip-compile"]["managerFilePatterns"]
    files = [f"requirements/{file.name}" for file in (ROOT / "requirements").iterdir()]
    (tmp_path / "renovate.json").write_text(RENOVATE.replace("in-range-only", "in-range"), "utf-8")

    assert sorted(file for file in files if re.search(pattern.strip("/"), file)) == [
        f"requirements/{lock.name}" for lock in LOCKS
    ]
    assert validated("vendor.renovate", ROOT / "renovate.json").returncode == 0
    assert validated("vendor.renovate", tmp_path / "renovate.json").returncode != 0


def test_the_dev_container_has_the_oldest_python_and_sets_up_the_site():
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text("utf-8"))

    assert container["image"].startswith(f"python:{OLDEST}-")
    assert container["postCreateCommand"] == "make ready"
