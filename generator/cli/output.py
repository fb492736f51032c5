"""How the commands speak: problems as text, annotations or JSON; files written all or none."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import click

from generator.diagnostics import Diagnostic, InvalidData, UnreadData

FORMATS = ("text", "github", "json")
UNASKED = "Rules over more than one record were not asked yet: they are, once every file reads."
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@contextmanager
def reported(root: Path, form: str = "text") -> Iterator[None]:
    """Prints every problem of what people wrote, and exits with 1, where `InvalidData` comes up."""
    try:
        yield
    except InvalidData as error:
        fail(error.diagnostics, root, form, UNASKED if isinstance(error, UnreadData) else "")


def fail(diagnostics: Sequence[Diagnostic], root: Path, form: str = "text", remark: str = "") -> NoReturn:
    """Prints the problems and exits with 1: as text to the standard error, for machines to the standard output.

    Text begins with how many there are and the remark; each shows its rule, and its line as written, with a caret
    under the place.
    """
    if form == "json":
        click.echo(json.dumps([_row(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=1))
    elif form == "github":
        click.echo("\n".join([*map(_annotation, diagnostics), *([f"::notice::{remark}"] if remark else [])]))
    else:
        files = len({diagnostic.location.file for diagnostic in diagnostics})
        count = f"{len(diagnostics)} problem{'s' * (len(diagnostics) != 1)} in {files} file{'s' * (files != 1)}"
        shown = [
            f"{count}. {remark}" if remark else count,
            *(_with_line(diagnostic, root) for diagnostic in diagnostics),
            _MORE,
        ]
        click.echo("\n\n".join(shown), err=True)
    sys.exit(1)


def write_all(texts: Mapping[Path, str | bytes]) -> None:
    """Writes every file or none: each is first written beside its place. Says which were written."""
    beside: dict[Path, Path] = {}
    for path, text in texts.items():
        place = path.resolve()
        try:
            if place.exists() and not place.is_file():
                raise FileExistsError(0, "it is no file")
            place.parent.mkdir(parents=True, exist_ok=True)
            beside[place] = place.with_name(f".{place.name}.new")
            beside[place].write_bytes(text if isinstance(text, bytes) else text.encode())
        except OSError as error:
            for written in beside.values():
                with suppress(OSError):
                    written.unlink()
            raise click.ClickException(f"{path} cannot be written: {error.strerror}. Nothing was written.") from None
    for place, written in beside.items():
        written.replace(place)
    for path in texts:
        click.echo(f"Written: {path}", err=True)


def _row(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.location
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "what": diagnostic.message,
        "hint": diagnostic.hint,
        "rule": diagnostic.rule.value,
    }


def _annotation(diagnostic: Diagnostic) -> str:
    """A workflow command that shows the problem on its line of the pull request."""
    place = diagnostic.location
    return f"::error file={_escaped(place.file)},line={place.line},col={place.column},title={diagnostic.rule}::" + (
        f"{diagnostic.message} {diagnostic.hint}".strip().replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _with_line(diagnostic: Diagnostic, root: Path) -> str:
    """The problem with the line it stands on as written and a caret under its column; without, if there is none."""
    head, _, hint = str(diagnostic).partition("\n")
    excerpt = _excerpt(diagnostic, root)
    return "\n".join([f"{head} [{diagnostic.rule}]", *excerpt, *([hint] if hint else [])])


def _excerpt(diagnostic: Diagnostic, root: Path) -> list[str]:
    try:
        lines = (root / diagnostic.location.file).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    if not 0 < diagnostic.location.line <= len(lines):
        return []
    written = lines[diagnostic.location.line - 1]
    start = max(0, diagnostic.location.column - 1 - _SHOWN // 2) if len(written) > _SHOWN else 0
    part = written[start : start + _SHOWN]
    margin = f"{diagnostic.location.line:>6} | "
    under = "".join("\t" if letter == "\t" else " " for letter in part[: diagnostic.location.column - 1 - start])
    return [f"{margin}{'…' if start else ''}{part}", f"{'|':>8} {' ' if start else ''}{under}^"]


_MORE = "What a name in brackets asks, and why, with an example: atlas explain NAME"
_SHOWN = 110
"""Characters of a line that are shown; of a longer one, those around the place."""
