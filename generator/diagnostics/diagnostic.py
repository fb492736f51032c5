"""What is wrong in what people wrote: where, what, and the way out. Gathered as values, reported once by `cli`."""

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
    """What to do, or what was probably meant; empty where the fact says enough."""
    rule: Rule = field(kw_only=True)
    """What the atlas asks that this goes against; `atlas explain` tells more."""

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" + (f"\n    {self.hint}" if self.hint else "")


class InvalidData(Exception):
    """Every problem found in what people wrote, in the order of files and lines."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        super().__init__("\n".join(map(str, self.diagnostics)))

    def __reduce__(self) -> tuple[type["InvalidData"], tuple[tuple[Diagnostic, ...]]]:
        """Lets it come over from a worker process whole."""
        return type(self), (self.diagnostics,)


class UnreadData(InvalidData):
    """Problems of single files and records; what shows only across records was not asked yet."""


class Miswritten(ValueError):
    """A written word that is not what it should be: the fact, the way out, and the rule."""

    def __init__(self, what: str, way_out: str, rule: Rule) -> None:
        self.what, self.way_out, self.rule = what, way_out, rule
        super().__init__(f"{what}; {way_out}" if way_out else what)


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """A hint naming the known word nearest to what was written; otherwise the known words, if they are few."""
    words = sorted(known)
    near = nearest(written, words)
    if near:
        return f"Did you mean {near!r}?"
    if 0 < len(words) <= 12:
        return f"Known: {', '.join(words)}"
    return ""


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant; None if none is near."""
    return next(iter(get_close_matches(written, sorted(known), n=1, cutoff=0.6)), None)
