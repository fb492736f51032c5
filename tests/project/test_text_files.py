"""Every text file has the form that editors and git are told to give it."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from editorconfig import get_properties

from tests.support.small import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def git(folder: Path, *words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True).stdout


def departures(file: Path, rules: dict[str, str]) -> set[str]:
    """The names of the rules that the file breaks; none if it is not text."""
    content = file.read_bytes()
    if b"\0" in content:
        return set()
    lines = content.decode("utf-8").split("\n")
    broken = {
        "end_of_line": any("\r" in line for line in lines),
        "insert_final_newline": lines[-1] != "",
        "trim_trailing_whitespace": any(line != line.rstrip(" \t") for line in lines),
        "indent_style": any(line.startswith("\t") for line in lines) and rules["indent_style"] != "tab",
    }
    return {name for name, is_broken in broken.items() if is_broken and rules.get(name, "unset") != "unset"}


def test_each_file_has_the_form_that_editors_are_told_to_give_it():
    files = [ROOT / name for name in git(ROOT, "ls-files", "-z").decode().split("\0") if name]
    found = {str(file): departures(file, get_properties(str(file))) for file in files if file.is_file()}

    assert {file: broken for file, broken in found.items() if broken} == {}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("x = 1", "insert_final_newline"),
        ("x = 1 \n", "trim_trailing_whitespace"),
        ("x = 1\r\n", "end_of_line"),
        ("if x:\n\ty = 1\n", "indent_style"),
    ],
)
def test_another_form_is_found(tmp_path, text, rule):
    shutil.copy(ROOT / ".editorconfig", tmp_path)
    (tmp_path / "a.py").write_bytes(text.encode())

    assert rule in departures(tmp_path / "a.py", get_properties(str(tmp_path / "a.py")))


def test_editors_linter_and_formatter_agree():
    program, record = (get_properties(str(ROOT / name)) for name in ("generator/a.py", "data/a.yaml"))
    settings = "\n".join(
        line for line in (ROOT / ".vscode/settings.json").read_text("utf-8").split("\n") if "//" not in line
    )

    assert (program["max_line_length"], program["indent_size"]) == (str(PYPROJECT["tool"]["ruff"]["line-length"]), "4")
    assert record["indent_size"] == str(json.loads(settings)["[yaml]"]["editor.tabSize"])


def test_git_keeps_lf_in_texts_and_every_byte_of_other_files(tmp_path):
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    for name in ("a.yaml", "a.pdf"):
        (tmp_path / name).write_bytes(b"a: 1\r\nb: 2\r\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "-c", "core.safecrlf=false", "add", "-A")

    assert git(tmp_path, "show", ":a.yaml") == b"a: 1\nb: 2\n"
    assert git(tmp_path, "show", ":a.pdf") == b"a: 1\r\nb: 2\r\n"


@pytest.mark.parametrize(
    ("path", "state"), [("data/passages/a.yaml", "set"), ("data/schema/a.json", "set"), ("data/a.yaml", "unspecified")]
)
def test_only_what_commands_write_counts_as_generated(path, state):
    assert git(ROOT, "check-attr", "linguist-generated", path).decode().split()[-1] == state


def broken_links(folder: Path, text: str) -> list[str]:
    """The files that a Markdown text in the folder links to, but that are not there."""
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    return [target for target in targets if not (folder / target).exists()]


def test_links_between_documents_lead_to_files_that_are_there():
    files = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("changelog.d/*.md")]
    found = {file.name: broken_links(file.parent, file.read_text("utf-8")) for file in files}

    assert {name: targets for name, targets in found.items() if targets} == {}


def test_a_link_to_a_file_that_is_not_there_is_found(tmp_path):
    assert broken_links(tmp_path, "[a](a.md#b), [c](https://example.org), [d](#d)") == ["a.md"]


def test_nothing_that_a_build_or_a_check_keeps_is_committed():
    """What is kept is believed by its hash, which whoever commits it could write as well."""
    assert git(ROOT, "ls-files", "--", ".atlas", "site", "parts") == b""
