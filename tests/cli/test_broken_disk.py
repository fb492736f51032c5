"""A disk that breaks, is full or may not be written while a command runs: one line says so, and nothing is left half.

strace has the system refuse what a command asks for one file of the project, at moments spread over the whole of it.
"""

import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from generator.fingerprint.manifest import is_current
from generator.publish.audit import audited_folder
from tests.support.broken import CALLS, asked, refused, why_not_here
from tests.support.once import copied
from tests.support.small import lay_out_project

REFUSED = {
    "read": ("EIO",), "write": ("EIO", "ENOSPC"), "copy": ("EIO",), "open": ("EACCES",), "folder": ("EROFS",),
    "rename": ("EIO",), "link": ("EIO",), "flush": ("EIO",),
}  # fmt: skip
"""What the system says, by what it was asked for."""
SAID = {
    "EIO": "Input/output error", "ENOSPC": "No space left on device", "EACCES": "Permission denied",
    "EROFS": "Read-only file system",
}  # fmt: skip
COMMANDS = {
    "check": ["check"],
    "ingest": ["ingest", "letter.txt", "--id", "brief-2024", "--published", "2024-05-01"],
    "new": ["new", "theme", "bridges", "--title-nl", "Bruggen", "--title-en", "Bridges", "--question-nl", "Hoe?",
            "--question-en", "How?", "--terms", "brug"],
    "build": ["build", "--jobs", "1"],
}  # fmt: skip
LETTER = "Brief\n\nVeren\n\nIn 2024 varen er 12 veren. De sluis is klaar.\n"
MOMENTS = 4
"""Of each kind of thing that a command asks for: how many files are refused."""
WITHOUT = ("copy", "link")
"""What a build does without: it copies a file that cannot be linked, and reads and writes one that cannot be copied."""
SHORT = [
    ("ingest", "rename"), ("new", "write"),
    *(pytest.param(*pair, marks=pytest.mark.thorough)
      for pair in (("check", "read"), ("ingest", "read"), ("ingest", "write"), ("ingest", "open"), ("new", "folder"))),
]  # fmt: skip
"""Commands that take a second or two, and what they are refused; `make test` tries the first two."""


@pytest.fixture(autouse=True)
def strace(tmp_path: Path) -> None:
    """Leaves a test out where no program can be watched."""
    if why := why_not_here(tmp_path):
        pytest.skip(why)


def command_of(name: str, root: Path) -> list[str]:
    words = [str(root / word) if word == "letter.txt" else word for word in COMMANDS[name]]
    return [sys.executable, "-m", "generator.cli", "--root", str(root), *words]


def laid_out(folder: Path) -> Path:
    """A project of the small archive with a letter beside it."""
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER, "utf-8")
    return lay_out_project(folder)


def files_of(root: Path) -> dict[str, bytes]:
    """Every file of a project that is no link, without what is only kept to save time."""
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(".atlas")}


def is_own(root: Path, path: str) -> bool:
    """Whether a file is of the project, and neither of the program nor of what is only kept to save time."""
    return not path.startswith((f"{root}/generator/", f"{root}/.atlas/"))


def without(files: dict[str, bytes], root: Path, path: str) -> dict[str, bytes]:
    """The files without those below a folder that the system does not open: nobody can remove these either."""
    return {name: content for name, content in files.items() if not f"{root}/{name}".startswith(f"{path}/")}


def spread(paths: list[str], count: int) -> list[str]:
    """So many of the paths, from the first to the last."""
    last = len(paths) - 1
    return list(dict.fromkeys(paths[round(last * i / max(1, count - 1))] for i in range(count))) if paths else []


def is_one_line(run: CompletedProcess[str], error: str) -> bool:
    """Whether the command ends with 1 and one line that has the words of the system, and no trace of the program."""
    *_, last = run.stderr.splitlines() or [""]
    return run.returncode == 1 and SAID[error] in last and "Traceback" not in run.stderr + run.stdout


def changed(root: Path, moment: int) -> Path:
    """The project with another title of a theme at each moment, so that a build has something to do."""
    file = root / "data/themes/ferries/theme.yaml"
    _, end, rest = file.read_text("utf-8").partition('"Veren')[2].partition('"')
    file.write_text('title: {nl: "Veren' + " nu" * moment + end + rest, "utf-8")
    return root


@pytest.mark.slow
@pytest.mark.parametrize(("name", "kind"), SHORT)
def test_a_command_that_is_refused_a_file_says_so_changes_nothing_and_can_be_run_again(tmp_path, name, kind):
    root, log = laid_out(tmp_path / "watched"), tmp_path / "log.txt"
    paths = [path for path in asked(command_of(name, root), root, kind, log) if is_own(root, path)]
    for moment, watched in enumerate(spread(paths, MOMENTS)):
        for error in REFUSED[kind]:
            root = laid_out(tmp_path / f"{moment}-{error}")
            path = watched.replace("/watched/", f"/{root.name}/")
            before = files_of(root)
            run, times = refused(command_of(name, root), kind, path, error, log)
            after = files_of(root)
            again, _ = refused(command_of(name, root), kind, "/nowhere", error, log)

            assert times > 0, path
            assert is_one_line(run, error), (path, error, run.stderr)
            assert path in run.stderr or kind != "read", run.stderr
            assert after == before, path
            assert again.returncode == 0, (path, again.stderr)
    assert paths


@pytest.mark.thorough
@pytest.mark.parametrize("kind", CALLS)
def test_a_build_that_is_refused_a_file_leaves_the_old_site_whole_and_the_next_one_succeeds(project, tmp_path, kind):
    root, log, answers = copied(project, tmp_path / "project"), tmp_path / "log.txt", []
    command = command_of("build", root)
    for moment in (1, 2):  # the first build of a copy reads more than those that follow
        changed(root, moment)
        paths = [path for path in asked(command, root, kind, log) if is_own(root, path)]
    for moment, path in enumerate(spread(paths, MOMENTS), 3):
        for error in REFUSED[kind]:
            changed(root, moment)
            before = files_of(root)
            run, times = refused(command, kind, path, error, log)
            answers += [run.returncode] if times else []

            assert is_one_line(run, error) or run.returncode == 0, (path, error, run.stderr)
            assert list(audited_folder(root / "site")) == [], (path, error)
            if run.returncode:
                assert without(files_of(root), root, path) == without(before, root, path), (path, error)
            else:
                assert is_current(root, root / "site"), (path, error)
    again, _ = refused(command, kind, "/nowhere", "EIO", log)

    assert again.returncode == 0, again.stderr
    assert is_current(root, root / "site")
    assert 0 in answers if kind in WITHOUT else 1 in answers
