"""Mistakes in what people wrote: where, what, and what to do. Collected as values and reported once, by `cli`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from generator.diagnostics.rules import Rule


@dataclass(frozen=True, order=True)
class Location:
    """A position in a file as editors count it: lines and columns from 1."""

    file: str
    """Path relative to the project, with forward slashes."""
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One mistake."""

    location: Location
    message: str
    """What is wrong, with the value as written."""
    hint: str = ""
    """What to do, or what was probably meant; empty where the message is enough."""
    rule: Rule = field(kw_only=True)
    """The rule that is broken; `atlas explain` describes it."""

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" + (f"\n    {self.hint}" if self.hint else "")


class InvalidData(Exception):
    """Every mistake found in what people wrote, each once, sorted by file, line and column."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        super().__init__("\n".join(map(str, self.diagnostics)))

    def __reduce__(self) -> tuple[type["InvalidData"], tuple[tuple[Diagnostic, ...]]]:
        """How to pickle it, so that a worker process can raise it."""
        return type(self), (self.diagnostics,)


class UnreadData(InvalidData):
    """Mistakes in single files and records; the rules across records have not been checked yet."""


class Miswritten(ValueError):
    """A value that cannot be parsed: what is wrong, what to write instead (lower case, no full stop), and the rule."""

    def __init__(self, what: str, hint: str, rule: Rule) -> None:
        self.what, self.hint, self.rule = what, hint, rule
        super().__init__(f"{what}; {hint}" if hint else what)


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """A hint: the known word nearest to what was written, else all known words if there are at most 12, else empty."""
    words = sorted(known)
    near = nearest(written, words)
    if near:
        return f"Did you mean {near!r}?"
    if 0 < len(words) <= 12:
        return f"Known: {', '.join(words)}"
    return ""


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known word most similar to what was written; None if none is similar enough."""
    return next(iter(get_close_matches(written, sorted(known), n=1, cutoff=0.6)), None)
