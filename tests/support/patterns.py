"""The regular expressions of the program, and texts over which a careless one takes more than linear time.

`python -m tests.support.patterns` prints every pattern that is compiled by importing the program and by reading some
text, with the place in the program that compiles it.
"""

import importlib
import json
import pkgutil
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
USUAL = ("\n", "\f", "\t", " ", "a", "a ", "1", "1 ", "1-", "-", "--", "@.", "[", "(", "<", "{", "*", "&", "é", "€ ")
"""Texts that are repeated for every pattern."""


@dataclass(frozen=True)
class Compiled:
    """A pattern, its flags, and the file and line that compile it."""

    pattern: str | bytes
    flags: int
    place: str

    def applied(self) -> Callable[[Any], Any]:
        """What the program does with the pattern: matches the start or all of a text, or looks for it everywhere."""
        compiled = re.compile(self.pattern, self.flags)
        if uses := _uses(self.place):
            return lambda text: [getattr(compiled, use)(text) for use in uses]
        return lambda text: [None for _ in compiled.finditer(text)]


@cache
def compiled_patterns() -> tuple[Compiled, ...]:
    """Every pattern that the program compiles, found in a process of its own, in which nothing is compiled yet."""
    command = [sys.executable, "-m", "tests.support.patterns"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(
        Compiled(row["pattern"].encode("latin-1") if row["is_bytes"] else row["pattern"], row["flags"], row["place"])
        for row in json.loads(printed)
    )


def repeated_for(compiled: Compiled) -> Sequence[str]:
    """Short texts to repeat: what a pattern begins with, repeats or matches in each of its parts, and `USUAL`."""
    tree = re._parser.parse(compiled.pattern, compiled.flags)  # type: ignore[attr-defined]
    found: set[str] = set()
    for sequence in _sequences(tree):
        samples = [_sample(item) for item in sequence]
        found.add("".join(samples)[:40])
        for i, (name, value) in enumerate(sequence):
            if str(name).endswith("REPEAT"):
                found |= {_text(value[2]), *("".join(samples[max(0, i - 1) : i + n]) for n in (1, 2, 3))}
                found |= {"".join(samples[i : i + n]) for n in (2, 3)}
    found |= {character for text in found for character in text}
    return sorted(filter(None, found | set(USUAL)))


def _uses(place: str) -> set[str]:
    """`match`, `fullmatch` or both, where that is all that the program does with the pattern compiled there."""
    file, _, number = place.partition(":")
    source = (ROOT / file).read_text("utf-8")
    line = source.splitlines()[int(number) - 1]
    if re.match(r"[A-Z]", line):
        source = "".join(module.read_text("utf-8") for module in (ROOT / file).parent.glob("*.py"))
    named = re.match(r"(\w+) = re\.compile", line)
    use = rf"(?<![\w.]){named[1]}\b(?! = |,)\.?(\w*)" if named else r"\bre\.(\w+)"
    used = re.findall(use, source if named else line)
    return set(used) if set(used) <= {"match", "fullmatch"} else set()


def _sequences(tree: Any) -> Iterator[Any]:
    yield tree
    for name, value in tree:
        kind = str(name)
        if kind.endswith("REPEAT"):
            yield from _sequences(value[2])
        elif kind == "SUBPATTERN":
            yield from _sequences(value[3])
        elif kind in ("ASSERT", "ASSERT_NOT"):
            yield from _sequences(value[1])
        elif kind == "BRANCH":
            for part in value[1]:
                yield from _sequences(part)


def _text(tree: Any) -> str:
    return "".join(map(_sample, tree))


def _sample(item: Any) -> str:
    """A text that part of a pattern matches, or nearly."""
    name, value = item
    kind = str(name)
    if kind.endswith("REPEAT"):
        return _text(value[2]) * max(value[0], min(value[1], 1))
    parts = {"SUBPATTERN": lambda: _text(value[3]), "BRANCH": lambda: _text(value[1][0])}
    if kind in parts:
        return str(parts[kind]())
    if kind == "IN":
        return "a" if str(value[0][0]) == "NEGATE" else _sample(value[0])
    single = {"LITERAL": lambda: chr(value), "RANGE": lambda: chr(value[0]), "ANY": lambda: "a"}
    if kind == "CATEGORY":
        return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": "-"}.get(str(value), "a")
    return single[kind]() if kind in single else ""


def _print_all() -> None:
    found: dict[tuple[str | bytes, int], str] = {}
    compile_one = re._compile  # type: ignore[attr-defined]

    def compile_and_note(pattern: Any, flags: int) -> Any:
        caller = sys._getframe(1)
        while caller.f_code.co_filename == re.__file__ and caller.f_back:
            caller = caller.f_back
        place = Path(caller.f_code.co_filename)
        if isinstance(pattern, str | bytes) and place.is_relative_to(ROOT / "generator"):
            found.setdefault((pattern, int(flags)), f"{place.relative_to(ROOT)}:{caller.f_lineno}")
        return compile_one(pattern, flags)

    re._compile = compile_and_note  # type: ignore[attr-defined]
    import generator

    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _read_some()
    rows = [
        {
            "pattern": pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern,
            "flags": flags,
            "is_bytes": isinstance(pattern, bytes),
            "place": place,
        }
        for (pattern, flags), place in found.items()
    ]
    print(json.dumps(rows))


def _read_some() -> None:
    """Reads and checks the small archive and its documents, so that patterns made of data are compiled as well."""
    from generator.documents import differences, readings
    from generator.pages import open_workspace
    from tests.support.small import SMALL, lay_out_data

    with tempfile.TemporaryDirectory() as folder:
        workspace = open_workspace(lay_out_data(Path(folder)))
        list(differences(workspace.archive, Path(folder), readings(workspace.archive, [SMALL / "texts"])))


if __name__ == "__main__":
    _print_all()
