"""The files of data/ that people write: their canonical form, and the first line that deviates from it."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from difflib import unified_diff
from itertools import takewhile, zip_longest
from pathlib import Path

from generator.archive import comments_of, decoded, laid_out, read_yaml, strange_in
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.fingerprint import KEPT_CHECKS, keep, kept, program, text_hash
from generator.model import RecordFile, file_at
from generator.text import with_plain_letters

_HINT = "`atlas fix` writes it so."


def hand_written(root: Path) -> tuple[str, ...]:
    """Return the files of data/ that people write, as paths relative to `root`, sorted."""
    names = (path.relative_to(root).as_posix() for path in sorted((root / "data").rglob("*.yaml")) if path.is_file())
    return tuple(name for name in names if is_hand_written(name))


def is_hand_written(name: str) -> bool:
    """Whether people write the file: records or phrases, but not passages, which are read from documents."""
    file = file_at(name)
    return file is not None and not (isinstance(file, RecordFile) and not file.is_hand_written)


SHOWN_LINES = 16
"""The most lines of the canonical form that a message shows."""


def canonical(content: bytes, name: str) -> str:
    """Return the text of a file in the canonical form: the same values in the order of the model, and every comment.

    Accents, ligatures and soft hyphens that a search would miss are written as plain letters.

    `name` is the path of the file relative to the project. Raises InvalidData if the content is not UTF-8 or not YAML
    of the subset that is read here, or if formatting would lose a value or a comment.
    """
    text = with_plain_letters(decoded(content, name))
    before = read_yaml(text, name)
    file = file_at(name)
    try:
        formatted = laid_out(text, file.model, file.many) if isinstance(file, RecordFile) else laid_out(text, None)
        kept = formatted == text or (
            read_yaml(formatted, name).value == before.value and _comments(formatted) == _comments(text)
        )
    except InvalidData:
        kept = False
    if not kept:
        what = "the file cannot be formatted without changing its content"
        raise InvalidData(
            [Diagnostic(before.place(), what, "A key of more than 1,000 letters may be the cause.", rule=Rule.FORM)]
        )
    return formatted


def mended(root: Path, names: Collection[str]) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return the canonical texts of the files that are not in it, by path, and why others cannot be formatted."""
    forms: dict[str, str] = {}
    plain, diagnostics = _plain(root, names)
    for name in plain:
        content = (root / name).read_bytes()
        try:
            form = canonical(content, name)
        except InvalidData as error:
            diagnostics += error.diagnostics
        else:
            forms |= {name: form} if form.encode() != content else {}
    return forms, diagnostics


def _plain(root: Path, names: Collection[str]) -> tuple[list[str], list[Diagnostic]]:
    """The files that are those of the project, in order, and what others are, which nobody reads or writes.

    A link may lead to a secret, or to a file of somebody else, which would be written.
    """
    strange = [found for found in strange_in(root / "data") if found.location.file in names]
    others = {found.location.file for found in strange}
    return [name for name in names if name not in others], strange


def suggested(root: Path, forms: Mapping[str, str]) -> str:
    """Return the lines to mend as GFM, by file: as they are and as they should be. Empty if there are none."""
    if not forms:
        return ""
    texts = [_HEAD]
    for name, form in forms.items():
        before = (root / name).read_bytes().decode("utf-8", "replace").splitlines()
        lines = list(unified_diff(before, form.splitlines(), lineterm="", n=1))[2:]
        more = [f"@@ and {len(lines) - _MOST_LINES} more lines @@"] if len(lines) > _MOST_LINES else []
        fence = "`" * (3 + max((len(run) for line in lines for run in re.findall("`+", line)), default=0))
        texts.append("\n".join([f"`{name}`", "", f"{fence}diff", *lines[:_MOST_LINES], *more, fence]))
    return "\n\n".join(texts) + "\n"


_HEAD = "## The form of files\n\nNothing is wrong with these lines; `atlas fix` writes them as all others are written."
_MOST_LINES = 60


def not_canonical(root: Path, names: Collection[str]) -> Iterator[Diagnostic]:
    """Yield for each file that is not in the canonical form a diagnostic at the first line that deviates.

    Which files are in it is kept in the project, for as long as they and the program stay as they are.
    """
    plain, strange = _plain(root, names)
    yield from strange
    code = program("archive", "authoring", "model", "text")
    for name in plain:
        content = (root / name).read_bytes()
        known = root / KEPT_CHECKS / text_hash("canonical", code, name, content.hex())
        if kept(known) is not None:
            continue
        try:
            formatted = canonical(content, name)
        except InvalidData as error:
            yield from error.diagnostics
        else:
            if formatted.encode() != content:
                yield _difference(content, formatted, name)
            else:
                with suppress(OSError):
                    keep(known, b"")


def _difference(content: bytes, formatted: str, name: str) -> Diagnostic:
    written = content.decode("utf-8")
    if written.startswith("\ufeff"):
        return Diagnostic(Location(name, 1, 1), "the file begins with a byte order mark", _HINT, rule=Rule.FORM)
    ours, theirs = (re.split("(?<=\n)", text) for text in (written, formatted))
    i, (line, other) = next(
        (i, pair) for i, pair in enumerate(zip_longest(ours, theirs, fillvalue="")) if pair[0] != pair[1]
    )
    column = next((n for n, letter in enumerate(line) if letter != other[n : n + 1]), len(line))
    wanted = _wanted(ours, theirs, i)
    return Diagnostic(Location(name, i + 1, column + 1), *_wording(line, other, wanted), rule=Rule.FORM)


def _wanted(ours: list[str], theirs: list[str], first: int) -> list[str]:
    """Return the canonical lines from the first that differs to the last; none if there are too many to show."""
    alike = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours[:first:-1], theirs[:first:-1], strict=False))
    )
    lines = theirs[first : len(theirs) - alike]
    return lines if len(lines) <= SHOWN_LINES else []


def _wording(line: str, wanted: str, lines: list[str]) -> tuple[str, str]:
    """Return message and hint for a line; `lines` are all canonical lines that differ, with their line ends."""
    if wanted in (f"{line}\n", line.replace("\r\n", "\n")):
        end = "in a carriage return" if line.endswith("\r\n") else "without a line feed"
        return f"the line ends {end}", _HINT
    if len(lines) > 1:
        whole = "".join(f"    {each}" if each.strip() else each for each in lines).rstrip("\n")
        return "the line is not in the canonical form", f"From here it should be:\n{whole}\n    {_HINT}"
    should = f"be:\n    {wanted}".rstrip("\n") if wanted.strip() else "be empty." if wanted else "not be there."
    return "the line is not in the canonical form", f"It should {should}\n    {_HINT}"


def _comments(text: str) -> list[str]:
    return sorted(comments_of(text).all())
