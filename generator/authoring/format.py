"""Which files of data/ people write, what each would be in the canonical form, and where it is not in it."""

import re
from collections.abc import Collection, Iterator
from itertools import takewhile, zip_longest
from pathlib import Path

from generator.archive import comments_of, decoded, laid_out, read_yaml
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.model import RecordFile, file_at

_WAY_OUT = "`atlas fmt` puts the file into the canonical form."


def hand_written(root: Path) -> tuple[str, ...]:
    """The files of data/ that people write, by their path relative to `root`."""
    names = (path.relative_to(root).as_posix() for path in sorted((root / "data").rglob("*.yaml")) if path.is_file())
    return tuple(name for name in names if is_hand_written(name))


def is_hand_written(name: str) -> bool:
    """Whether people write the file: records or phrases, and not passages, which are read from documents."""
    file = file_at(name)
    return file is not None and not (isinstance(file, RecordFile) and not file.is_hand_written)


SHOWN_LINES = 16
"""At most so many lines are shown as they should be."""


def canonical(content: bytes, name: str) -> str:
    """The file in the canonical form: the same values in the order of the model, and every comment.

    Raises InvalidData if it is not UTF-8, or no YAML as it is read here.
    """
    text = decoded(content, name)
    before = read_yaml(text, name)
    file = file_at(name)
    try:
        form = laid_out(text, file.model, file.many) if isinstance(file, RecordFile) else laid_out(text, None)
        kept = form == text or (read_yaml(form, name).value == before.value and _comments(form) == _comments(text))
    except InvalidData:
        kept = False
    if not kept:
        what = "the file cannot be put into the canonical form without a change in what it says"
        raise InvalidData(
            [Diagnostic(before.place(), what, "A key of more than 1,000 letters may be the cause.", rule=Rule.FORM)]
        )
    return form


def out_of_form(root: Path, names: Collection[str]) -> Iterator[Diagnostic]:
    """For each file that is not in the canonical form, the first line that is not as it should be."""
    for name in names:
        content = (root / name).read_bytes()
        try:
            form = canonical(content, name)
        except InvalidData as error:
            yield from error.diagnostics
        else:
            if form.encode() != content:
                yield _difference(content, form, name)


def _difference(content: bytes, form: str, name: str) -> Diagnostic:
    written = content.decode("utf-8")
    if written.startswith("\ufeff"):
        return Diagnostic(Location(name, 1, 1), "the file begins with a byte order mark", _WAY_OUT, rule=Rule.FORM)
    ours, theirs = (re.split("(?<=\n)", text) for text in (written, form))
    i, (line, other) = next(
        (i, pair) for i, pair in enumerate(zip_longest(ours, theirs, fillvalue="")) if pair[0] != pair[1]
    )
    column = next((n for n, letter in enumerate(line) if letter != other[n : n + 1]), len(line))
    wanted = _wanted(ours, theirs, i)
    return Diagnostic(Location(name, i + 1, column + 1), *_wording(line, other, wanted), rule=Rule.FORM)


def _wanted(ours: list[str], theirs: list[str], first: int) -> list[str]:
    """The lines as they should be, from the first that differs to the last; none if they are too many to show."""
    alike = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours[:first:-1], theirs[:first:-1], strict=False))
    )
    lines = theirs[first : len(theirs) - alike]
    return lines if len(lines) <= SHOWN_LINES else []


def _wording(line: str, wanted: str, lines: list[str]) -> tuple[str, str]:
    """What is wrong with a line and the way out; `lines` are all that differ, as they should be, with their ends."""
    if wanted in (f"{line}\n", line.replace("\r\n", "\n")):
        end = "in a carriage return" if line.endswith("\r\n") else "without a line feed"
        return f"the line ends {end}", _WAY_OUT
    if len(lines) > 1:
        whole = "".join(f"    {each}" if each.strip() else each for each in lines).rstrip("\n")
        return "the line is not in the canonical form", f"From here it should be:\n{whole}\n    {_WAY_OUT}"
    should = f"be:\n    {wanted}".rstrip("\n") if wanted.strip() else "be empty." if wanted else "not be there."
    return "the line is not in the canonical form", f"It should {should}\n    {_WAY_OUT}"


def _comments(text: str) -> list[str]:
    return sorted(comments_of(text).all())
