"""How the commands speak: diagnostics as text, annotations or JSON; grouped help; files written all or none."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from traceback import walk_tb
from typing import Any, ClassVar, NoReturn

import click

from generator.diagnostics import Diagnostic, InvalidData, Location, Rule, UnreadData
from generator.fingerprint import kept_by_git

FORMATS = ("text", "github", "json")
UNCHECKED = "Rules that span several records were not checked: first every file must be readable."
FETCHED_SOURCES = Path(".atlas") / "sources"
"""Where in a project `fetch-sources` puts documents, and where `build` looks for them."""
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


class Sections(click.Group):
    """A group whose help lists commands under headings, none of them cut."""

    sections: ClassVar[Mapping[str, Iterable[str]]] = {}
    """Names of commands by heading; a group without headings has them all under one."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; what the system refuses, such as to write on a full disk, is reported in one line."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise click.ClickException(refusal(error)) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the sections; the first sentence of each command stands beside its name."""
        width = max(len(name) for name in self.list_commands(ctx))
        for heading, names in (self.sections or {"Commands": self.list_commands(ctx)}).items():
            known = ((name, self.get_command(ctx, name)) for name in names)
            rows = [(name.ljust(width), command.get_short_help_str(200)) for name, command in known if command]
            with formatter.section(heading):
                formatter.write_dl(rows)


def refusal(error: OSError) -> str:
    """What the system refuses, in one line that names the file.

    The system does not name a file that is open already; its path is then that of which something was asked last.
    """
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    asked = [frame.f_locals["self"] for frame in frames if isinstance(frame.f_locals.get("self"), Path)]
    named = isinstance(error.filename, str | bytes)
    place = os.fsdecode(error.filename) if named else next(reversed(asked), "a file cannot be read or written")
    return f"{place}: {error.strerror or error}."


def example(*lines: str) -> str:
    """The end of a help text: command lines as a person types them."""
    return "\n".join(("\b", "Examples:" if len(lines) > 1 else "Example:", *(f"  {line}" for line in lines)))


@contextmanager
def reported(root: Path) -> Iterator[None]:
    """Where `InvalidData` is raised inside, prints its diagnostics to the standard error and exits with 1.

    For commands whose output is something else than diagnostics; those that look for them call `fail`.
    """
    try:
        yield
    except InvalidData as error:
        click.echo(_report(error.diagnostics, root, "text", unchecked(error)), err=True)
        sys.exit(1)


def refuse_planted(root: Path, form: str = "text") -> None:
    """Prints a problem and exits with 1 where git keeps what was found or built before, which would be believed."""
    planted = kept_by_git(root)
    if planted:
        others = f" and {len(planted) - 1} more" if len(planted) > 1 else ""
        what = f"git keeps this file{others} in a folder that only commands write: what it says is believed unseen"
        hint = "Remove it from git, and the folder with it: git rm -r --cached, then delete it."
        fail([Diagnostic(Location(planted[0], 1, 1), what, hint, rule=Rule.UNREAD_FILE)], root, form)


def fail(diagnostics: Sequence[Diagnostic], root: Path, form: str = "text", remark: str = "") -> NoReturn:
    """Prints the diagnostics to the standard output in one of `FORMATS`, and exits with 1.

    As text, each shows its rule, and its line as written with a caret under the column; how many there are and the
    remark come last. As JSON they are a list of objects, for GitHub annotations.
    """
    click.echo(_report(diagnostics, root, form, remark))
    sys.exit(1)


def in_order(count: str, remarks: Sequence[Diagnostic], behind: str, root: Path, form: str) -> str:
    """Return what `check` prints in one of `FORMATS` where there is no problem.

    `count` says how much is in order and `behind` what editors' files lack; both are left out of formats for programs,
    and JSON has no remarks.
    """
    if form == "json":
        return "[]"
    if form == "github":
        return "\n".join(_annotation(remark, "notice") for remark in remarks)
    remarked = f", {len(remarks)} remark{'s' * (len(remarks) != 1)} above" if remarks else ""
    lines = [*(f"{_with_line(remark, root)}\n" for remark in remarks), behind]
    return "\n".join([*filter(None, lines), f"{count}{remarked}."])


def unchecked(error: InvalidData) -> str:
    """What was not checked because of the error; empty if everything was."""
    return UNCHECKED if isinstance(error, UnreadData) else ""


def _report(diagnostics: Sequence[Diagnostic], root: Path, form: str, remark: str) -> str:
    if form == "json":
        return json.dumps([_row(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=1)
    if form == "github":
        return "\n".join([*map(_annotation, diagnostics), *([f"::notice::{remark}"] if remark else [])])
    files = len({diagnostic.location.file for diagnostic in diagnostics})
    count = f"{len(diagnostics)} problem{'s' * (len(diagnostics) != 1)} in {files} file{'s' * (files != 1)}."
    summary = " ".join(filter(None, (count, remark, _MORE)))
    return "\n\n".join([*(_with_line(diagnostic, root) for diagnostic in diagnostics), summary])


def write_all(texts: Mapping[Path, str | bytes]) -> None:
    """Writes every file or none, and prints which: each is first written beside its target, then all are renamed.

    Raises ClickException if one cannot be, and names those that the system did not let put back; else nothing is left
    of it, no folder either.
    """
    before: dict[Path, bytes | None] = {}
    folders: list[Path] = []
    try:
        for path, text in texts.items():
            place = path.resolve()
            if path.is_symlink() or (place.exists() and not place.is_file()):
                raise FileExistsError(0, "it is not a plain file")
            folders += [folder for folder in (place.parent, *place.parent.parents) if not folder.exists()]
            before[place] = place.read_bytes() if place.exists() else None
            place.parent.mkdir(parents=True, exist_ok=True)
            _beside(place).write_bytes(text if isinstance(text, bytes) else text.encode())
        for path in texts:
            _beside(path.resolve()).replace(path.resolve())
    except OSError as error:
        left = [str(place) for place, content in before.items() if not _is_put_back(place, content)]
        for folder in folders:
            with suppress(OSError):
                folder.rmdir()
        written = f"Written all the same: {', '.join(left)}." if left else "Nothing was written."
        raise click.ClickException(f"{path} cannot be written: {error.strerror}. {written}") from None
    for path in texts:
        click.echo(f"Written: {path}", err=True)


def _beside(place: Path) -> Path:
    """Where a file is written before it takes its place."""
    return place.with_name(f".{place.name}.new")


def _is_put_back(place: Path, content: bytes | None) -> bool:
    """Whether a file is what it was, with this content or not there, and nothing lies beside it."""
    try:
        _beside(place).unlink(missing_ok=True)
        if content is None:
            place.unlink(missing_ok=True)
        elif place.read_bytes() != content:
            _beside(place).write_bytes(content)
            _beside(place).replace(place)
    except OSError:
        return False
    return True


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


def _annotation(diagnostic: Diagnostic, level: str = "error") -> str:
    """A workflow command of GitHub that shows the problem, or with `notice` a remark, on its line."""
    place = diagnostic.location
    file = _escaped(place.file).replace(":", "%3A").replace(",", "%2C")
    message = _escaped(f"{diagnostic.message} {diagnostic.hint}".strip())
    return f"::{level} file={file},line={place.line},col={place.column},title={diagnostic.rule}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _with_line(diagnostic: Diagnostic, root: Path) -> str:
    """The problem with the line it stands on as written, if there is one, and a caret under its column."""
    head, _, hint = str(diagnostic).partition("\n")
    excerpt = _excerpt(diagnostic, root)
    return "\n".join([f"{head} [{diagnostic.rule}]", *excerpt, *([hint] if hint else [])])


def _excerpt(diagnostic: Diagnostic, root: Path) -> list[str]:
    """Nothing of what is no plain file of the project: a link may lead to a secret, and a pipe never ends."""
    file = root / diagnostic.location.file
    try:
        if not file.is_file() or not file.resolve().is_relative_to(root.resolve()):
            return []
        lines = file.read_text("utf-8-sig").splitlines()
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


_MORE = "`atlas explain NAME` explains a name in brackets, with an example."
_SHOWN = 110
"""Characters of a line that are shown; of a longer one, those around the place."""
