"""Editions built on several machines and put together: the same site, to the byte."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.publish.test_build import fingerprint
from tests.support.command_line import ran
from tests.support.once import built_once
from tests.support.small import lay_out_project

ALONE = ("--jobs", "1")
"""Other tests run at the same time."""


def atlas(root: Path, *words: str, code: int = 0) -> str:
    run = ran(root, *words)
    assert run.exit_code == code, run.stderr
    return run.stdout + run.stderr


@pytest.fixture(scope="module")
def machines(tmp_path_factory, project) -> dict[str, Path]:
    """By name of a machine: its project. Each edition has one, on which only that edition was built."""
    editions = json.loads(atlas(project, "editions"))
    folder = built_once(tmp_path_factory, "machines", lambda folder: build_parts(folder, editions))
    return {"whole": project, **{edition: folder / edition for edition in editions}}


def build_parts(folder: Path, editions: list[str]) -> None:
    for edition in editions:
        root = lay_out_project(_made(folder / edition))
        atlas(root, "build", "--edition", edition, "--to", str(root / "part"), *ALONE)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def parts(machines: dict[str, Path]) -> list[str]:
    return [word for name, root in machines.items() if name != "whole" for word in ("--from", str(root / "part"))]


def test_parts_put_together_are_the_site_to_the_byte(machines, tmp_path):
    root = lay_out_project(_made(tmp_path / "joined"))
    told = atlas(root, "build", *parts(machines), *ALONE)

    assert "0 volumes built, 8 kept" in told
    assert fingerprint(root / "site") == fingerprint(machines["whole"] / "site")


def test_what_a_missing_part_would_have_held_is_built(machines, tmp_path):
    root = lay_out_project(_made(tmp_path / "joined"))
    told = atlas(root, "build", *parts(machines)[2:], *ALONE)

    assert "2 volumes built, 6 kept" in told
    assert fingerprint(root / "site") == fingerprint(machines["whole"] / "site")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        pytest.param(lambda part, root: next(part.rglob("index.html")).unlink(), "1 volumes built, 7 kept", id="lost"),
        pytest.param(lambda part, root: (part / "build.json").unlink(), "2 volumes built, 6 kept", id="no manifest"),
        pytest.param(
            lambda part, root: _changed(root / "data/themes/ferries/theme.yaml"),
            "4 volumes built, 4 kept",
            id="other data in Dutch",
        ),
    ],
)
def test_what_is_not_as_it_was_built_or_of_other_data_is_not_taken_from_a_part(machines, tmp_path, harm, told):
    root = lay_out_project(_made(tmp_path / "joined"))
    edition, part = list(machines)[1], tmp_path / "part"
    subprocess.run(["cp", "-r", str(machines[edition] / "part"), str(part)], check=True)
    harm(part, root)

    assert told in atlas(root, "build", "--from", str(part), *parts(machines)[2:], *ALONE)


def _changed(theme: Path) -> None:
    theme.write_text(theme.read_text("utf-8").replace('title: {nl: "Veren', 'title: {nl: "Veerboten'), "utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["--edition", "2021-03-10"], "give it with --to", id="a part without a folder of its own"),
        pytest.param(["--edition", "2021", "--to", "part"], "'2021' is not an edition; there are", id="no edition"),
        pytest.param(["--language", "nl", "--to", "p", "--from", "."], "without --from", id="a part from parts"),
    ],
)
def test_a_part_that_cannot_be_is_told(machines, words, says):
    assert says in atlas(machines["whole"], "build", *words, code=2)
