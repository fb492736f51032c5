"""Commands as a person types them, and the files of a project before and after."""

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli.main import main


def ran(root: Path, *words: str) -> Result:
    """The command run in this process, where a traceback fails the test."""
    return CliRunner().invoke(main, ["--root", str(root), *words], catch_exceptions=False)


def atlas(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command run in a process of its own."""
    command = [sys.executable, "-m", "generator.cli", "--root", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True)


def misspell(root: Path) -> None:
    """Makes an unknown key of the first `kind` in the statements of the theme `ferries`: one mistake in one file."""
    file = root / "data/themes/ferries/statements.yaml"
    file.write_text(file.read_text("utf-8").replace("kind: ", "kinde: ", 1), "utf-8")


def files_of(root: Path) -> dict[str, bytes]:
    """All of a project that people see, by path: not what is kept from one command to the next."""
    files = (path for path in root.rglob("*") if path.is_file() and ".atlas" not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in files}
