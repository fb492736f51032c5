"""The recipes on the page about the data do what the page says, in both languages."""

import re
import shutil
import subprocess
from pathlib import Path

import duckdb
import pandas
import pytest

from generator.text import LANGUAGES
from tests.publish.open_data.conftest import Exports
from tests.support.small import ROOT

FENCE = re.compile(r"^```(python|r|sql)\n(.+?)^```$", re.MULTILINE | re.DOTALL)
RECIPES = [
    pytest.param(language, kind, code, id=f"{language} {kind} {number}")
    for language in LANGUAGES
    for number, (kind, code) in enumerate(FENCE.findall((ROOT / f"content/{language}/data.md").read_text("utf-8")), 1)
]


@pytest.fixture
def at_the_site(exports: Exports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in which the newest edition of this atlas lies where it does on the site."""
    for path, content in list(exports["real"].values())[-1].items():
        (tmp_path / "data/latest" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data/latest" / path).write_bytes(content)
    monkeypatch.chdir(tmp_path)


def test_there_are_recipes_in_three_languages() -> None:
    assert [param.values[1] for param in RECIPES] == ["python", "r", "python", "sql"] * len(LANGUAGES)


@pytest.mark.usefixtures("at_the_site")
@pytest.mark.parametrize(("language", "kind", "code"), RECIPES)
def test_a_recipe_runs_and_finds_something(language: str, kind: str, code: str) -> None:
    if kind == "r" and not shutil.which("Rscript"):
        pytest.skip("R is not here")

    assert found(kind, code) > 0


def found(kind: str, code: str) -> int:
    """How many rows the recipe yields."""
    if kind == "sql":
        return len(duckdb.sql(code).fetchall())
    if kind == "r":
        said = subprocess.check_output(["Rscript", "-e", f"{code}\ncat(nrow(table))"], text=True)
        return int(said)
    names: dict[str, object] = {}
    exec(code, names)
    table = names["table"]
    assert isinstance(table, pandas.DataFrame)
    return len(table)


@pytest.mark.usefixtures("at_the_site")
def test_due_dates_by_edition_take_three_lines_of_pandas(exports: Exports) -> None:
    code = FENCE.findall((ROOT / "content/en/data.md").read_text("utf-8"))[0][1]
    names: dict[str, object] = {}
    exec(code, names)
    table = names["table"]

    assert len([line for line in code.splitlines() if line]) == 3
    assert isinstance(table, pandas.DataFrame)
    assert list(table.columns) == list(exports["real"])
    assert pandas.api.types.is_datetime64_any_dtype(table[table.columns[-1]])
