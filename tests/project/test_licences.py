"""Each file has a licence whose text is in LICENSES/, and the package carries its own."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.small import ROOT

SCRIPTS = Path(sys.executable).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
OWN = {"CC-BY-4.0", "EUPL-1.2"}
ENVIRONMENT = {**os.environ, "REUSE_ENCODING_MODULE": "charset_normalizer"}


def linted(root: Path) -> dict[str, Any]:
    command = [str(SCRIPTS / "reuse"), "--root", str(root), "lint", "--json"]
    run = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def lint() -> dict[str, Any]:
    return linted(ROOT)


def test_each_file_has_a_licence_whose_text_is_here(lint):
    found = {kind: names for kind, names in lint["non_compliant"].items() if names}

    assert (found, lint["summary"]["compliant"]) == ({}, True)


def test_a_licence_without_its_text_and_a_text_without_use_are_found(tmp_path):
    shutil.copytree(ROOT / "LICENSES", tmp_path / "LICENSES")
    rules = (ROOT / "REUSE.toml").read_text("utf-8").replace('"EUPL-1.2"', '"MIT"')
    (tmp_path / "REUSE.toml").write_text(rules, "utf-8")
    (tmp_path / "a.py").write_text("1\n", "utf-8")
    found = linted(tmp_path)["non_compliant"]

    assert list(found["missing_licenses"]) == ["MIT"]
    assert sorted(found["unused_licenses"]) == [
        "BSD-3-Clause",
        "CC-BY-4.0",
        "EUPL-1.2",
        "ISC",
        "LicenseRef-DejaVu",
        "OFL-1.1",
    ]


@pytest.mark.parametrize(
    ("path", "licence"),
    [
        pytest.param("data/atlas.yaml", "CC-BY-4.0", id="the data"),
        pytest.param("content/en/method.md", "CC-BY-4.0", id="the texts of the site"),
        pytest.param("pyproject.toml", "EUPL-1.2", id="the program"),
        pytest.param("templates/map/countries-50m.json", "ISC", id="the outline of the world"),
        pytest.param("templates/theme/assets/search/dutch-stemmer.js", "BSD-3-Clause", id="the stemmers of search"),
    ],
)
def test_each_part_has_the_licence_that_the_readme_gives_it(lint, path, licence):
    [file] = (file for file in lint["files"] if file["path"] == path)

    assert [expression["value"] for expression in file["spdx_expressions"]] == [licence]


def test_no_font_is_taken_for_a_work_of_our_own(lint):
    """What others made needs a table of its own in REUSE.toml, and its licence in LICENSES/."""
    fonts = [file for file in lint["files"] if Path(file["path"]).suffix in (".otf", ".ttf", ".woff", ".woff2")]

    assert [font["path"] for font in fonts if font["spdx_expressions"][0]["value"] in OWN] == []


def test_the_site_names_the_licence_of_the_data():
    atlas = yaml.safe_load((ROOT / "data/atlas.yaml").read_text("utf-8"))

    assert set(atlas["licence"].values()) == {"CC BY 4.0"}


def test_the_package_carries_the_licence_of_the_program():
    installed = metadata(PROJECT["name"])

    assert (PROJECT["license"], PROJECT["license-files"]) == ("EUPL-1.2", ["LICENSE"])
    assert (installed["License-Expression"], installed.get_all("License-File")) == ("EUPL-1.2", ["LICENSE"])
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES/EUPL-1.2.txt").read_bytes()
