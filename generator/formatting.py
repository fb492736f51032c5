"""Which files of data/ people write, what each would be in the canonical form, and where it is not in it."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.fieldbook import FILES
from generator.layout import laid_out
from generator.problems import InvalidData, Place, Problem
from generator.scalars import Record
from generator.yaml_comments import comments_of
from generator.yaml_lines import decoded, read_yaml

_WORDS = re.compile(r"data/words/[^/]+\.yaml")
_MADE = re.compile(r"data/passages/[^/]+\.yaml")
_MODELS = tuple((re.compile(re.sub("<[a-z]+>", "[^/]+", f"data/{file}")), model, many) for file, model, many in FILES)


def hand_written(root: Path) -> tuple[str, ...]:
    """The files of data/ that people write, by their path relative to `root`."""
    names = (path.relative_to(root).as_posix() for path in sorted((root / "data").rglob("*.yaml")) if path.is_file())
    return tuple(name for name in names if is_hand_written(name))


def is_hand_written(name: str) -> bool:
    """Whether people write the file: records or phrases, and not passages, which are read from documents."""
    return bool(_WORDS.fullmatch(name) or _kind(name)) and not _MADE.fullmatch(name)


def canonical(content: bytes, name: str) -> str:
    """The file in the canonical form: the same values in the order of the model, and every comment.

    Raises InvalidData if it is not UTF-8, or no YAML as it is read here.
    """
    text = decoded(content, name)
    before = read_yaml(text, name)
    model, many = _kind(name) or (None, False)
    form = laid_out(text, model, many)
    try:
        kept = read_yaml(form, name).value == before.value and _words(form) == _words(text)
    except InvalidData:
        kept = False
    if not kept:
        what = "the file cannot be put into the canonical form without a change in what it says"
        raise InvalidData([Problem(before.place(), what, "A key of more than 1,000 letters may be the cause.")])
    return form


def out_of_form(root: Path, names: Collection[str]) -> Iterator[Problem]:
    """For each file that is not in the canonical form, the first line that is not as it should be."""
    for name in names:
        content = (root / name).read_bytes()
        try:
            form = canonical(content, name)
        except InvalidData as error:
            yield from error.problems
        else:
            if form.encode() != content:
                yield _difference(content, form, name)


def _difference(content: bytes, form: str, name: str) -> Problem:
    way_out = "`atlas fmt` puts the file into the canonical form."
    written = content.decode("utf-8")
    if written.startswith("\ufeff"):
        return Problem(Place(name, 1, 1), "the file begins with a byte order mark", way_out)
    ours, theirs = (f"{text}\n".split("\n") for text in (written, form))
    i = next(i for i, (line, other) in enumerate(zip(ours, [*theirs, *ours], strict=False)) if line != other)
    line, other = ours[i], theirs[i] if i < len(theirs) else ""
    column = next((n for n, letter in enumerate(line) if letter != other[n : n + 1]), len(line))
    place = Place(name, i + 1, column + 1)
    if line.rstrip("\r") == other:
        return Problem(place, "the line ends in a carriage return", way_out)
    if not written.endswith("\n") and i == len(ours) - 2 and line == other:
        return Problem(place, "the last line has no end", way_out)
    wanted = f"It should be:\n    {other}" if other else "It should be empty." if line else "It should not be there."
    return Problem(place, "the line is not in the canonical form", f"{wanted}\n    {way_out}")


def _words(text: str) -> list[str]:
    return sorted(" ".join(comments_of(text).all()).split())


def _kind(name: str) -> tuple[type[Record], bool] | None:
    return next(((model, many) for form, model, many in _MODELS if form.fullmatch(name)), None)
