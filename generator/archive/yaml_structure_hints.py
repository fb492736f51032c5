"""Why a text is not YAML, told at what must be mended: the likeliest slip on the lines that the parser had read.

A parser stumbles behind the slip, often lines later: over the key after a text that was never closed, say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Rule


@dataclass(frozen=True)
class Slip:
    """One slip of the pen: where it is, what it is, and what to write."""

    line: int
    """From 0, as is the column."""
    column: int
    what: str
    hint: str
    rule: Rule


@dataclass(frozen=True)
class Part:
    """What stands on one line behind its hyphens: a key, a value, or both."""

    line: int
    indent: int
    """Of the first hyphen, or of the key."""
    start: int
    """Of the key, or of the value of an entry without one."""
    is_entry: bool
    key: str
    value: str
    """With what stands behind it on the line."""
    column: int
    """Of the value."""

    @property
    def is_open(self) -> bool:
        """Whether its value is still to come, on the lines below."""
        return self.value == "" or self.value.startswith("#")


_PART = re.compile(r"""(?P<indent>\ *)(?P<hyphens>(?:-\ +)*)(?:(?P<key>[^\s:#"'{}\[\],]+):(?:\ +|$))?(?P<value>.*)""")
STRUCTURE = re.compile(r" *(?:- |- *$|[^\s:#\"'{}\[\],]+:(?: |$))")
"""A line that starts an entry or names a key."""
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]? *(?:#.*)?$")
_CONFLICT = re.compile(r"^(<{7}|>{7})(?: .*)?\r?$", re.MULTILINE)


def conflict_in(text: str) -> Slip | None:
    """The first of the marks that git leaves where two people changed the same lines; None if there is none."""
    found = _CONFLICT.search(text)
    if not found:
        return None
    what = f"git left the mark {found[1]!r} here: two changes met"
    hint = "Keep the lines that are right, and delete the lines of <, = and >."
    return Slip(text.count("\n", 0, found.start()), 0, what, hint, Rule.MERGE_CONFLICT)


def tab_in(lines: Sequence[str]) -> Slip | None:
    """The first tab that a line is indented with; None if there is none."""
    for i, line in enumerate(lines):
        margin = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in margin and line.strip():
            hint = "Indent with spaces: two for each step."
            return Slip(i, margin.index("\t"), "this line is indented with a tab", hint, Rule.TAB)
    return None


def spaceless(line: str) -> tuple[int, str, str] | None:
    """Column, fact and way out of a hyphen or key without what must stand behind it; None if there is none."""
    found = re.match(r"( *(?:- +)*)-(?=[^\W\d])(.*)", line)
    if found:
        return len(found[1]), "a space is missing behind the hyphen", f"Write - {found[2].strip()}"
    found = re.match(r"( *(?:- +)*)([a-z_]+):(?=[^\s/])(.*)", line)
    if found:
        hint = f"Write {found[2]}: {found[3].strip()}"
        return len(found[1]), f"a space is missing behind the colon of {found[2]!r}", hint
    found = re.match(r"( *(?:- +)*)([a-z_]+) +(?=[\"'{\[])(.*)", line) or re.match(r"( *- +)(id) +(.*)", line)
    if found:
        return len(found[1]), f"a colon is missing behind {found[2]!r}", f"Write {found[2]}: {found[3].strip()}"
    return None


def part_of(line: str, number: int) -> Part:
    """The line taken apart."""
    found = _PART.match(line)
    assert found, "the expression matches every line"
    key = found["key"] or ""
    start = len(found["indent"]) + len(found["hyphens"])
    is_entry = bool(found["hyphens"]) or found["value"] == "-"
    value = "" if found["value"] == "-" else found["value"].rstrip()
    return Part(number, len(found["indent"]), start, is_entry, key, value, found.start("value"))


def parts_of(lines: Sequence[str]) -> Iterator[Part]:
    """Every line that holds something, but for comments and the lines of a block text."""
    inside: int | None = None
    for i, line in enumerate(lines):
        part = part_of(line, i)
        if not line.strip() or line.lstrip().startswith("#") or line.startswith(("---", "%")):
            continue
        if inside is not None and part.indent > inside:
            continue
        inside = part.start if _BLOCK.match(part.value) else None
        yield part


@dataclass
class _Level:
    column: int
    is_list: bool
    line: int


def misplaced(parts: Sequence[Part]) -> Slip | None:
    """The first line that is indented otherwise than what it belongs to; None if each stands where it may."""
    levels: list[_Level] = []
    before: Part | None = None
    for part in parts:
        closed = [level for level in levels if level.column > part.indent]
        levels = [level for level in levels if level.column <= part.indent]
        slip = _slip_of(part, before, levels, closed)
        if slip:
            return slip
        if part.is_entry and not (levels and levels[-1].is_list and levels[-1].column == part.indent):
            levels.append(_Level(part.indent, True, part.line))
        if part.key and not any(level.column == part.start and not level.is_list for level in levels):
            levels.append(_Level(part.start, False, part.line))
        before = part
    return None


def _slip_of(part: Part, before: Part | None, levels: list[_Level], closed: list[_Level]) -> Slip | None:
    """What is wrong with the place of one line, given the levels that are open there and those it would close."""
    if before is None:
        return None
    if not (part.key or part.is_entry):
        return _belonging_to_nothing(part, before)
    top = levels[-1] if levels else None
    if top and top.column == part.indent and (top.is_list or not part.is_entry or before.is_open):
        return _without_hyphen(part, levels)
    if top and not closed and before.is_open:
        return None
    meant = [level for level in (*closed, *reversed(levels)) if level.is_list is part.is_entry]
    if meant:
        return _indented_otherwise(part, meant[0])
    if closed and part.is_entry and not levels:
        hint = "Write - id: … above it, at the start of the line."
        return Slip(closed[0].line, closed[0].column, "the first record has no hyphen", hint, Rule.HYPHEN)
    return None


def _indented_otherwise(part: Part, level: _Level) -> Slip:
    """A line that stands between two levels: it was probably meant for `level`."""
    what = f"this line is indented by {_spaces(part.indent)}, not by {_spaces(level.column)} as line {level.line + 1}"
    hint = f"Put {_spaces(level.column)} in front of it."
    if part.indent and level.column == 0:
        hint = "Let it begin at the start of the line."
    if part.is_entry and part.key:
        hint += " What belongs to it moves along."
    return Slip(part.line, part.indent if part.is_entry else part.start, what, hint, Rule.INDENTATION)


def _belonging_to_nothing(part: Part, before: Part) -> Slip | None:
    """A line without a key behind a value that has ended."""
    if before.value[-1:] not in ('"', "'", "]", "}"):
        return None
    what = "this line belongs to no key: what stands above it has ended"
    return Slip(part.line, part.start, what, "Move it into the text above, before its last quote mark.", Rule.NOT_YAML)


def _without_hyphen(part: Part, levels: list[_Level]) -> Slip | None:
    """A key where only entries of a list may stand: its hyphen was lost."""
    if part.is_entry or not levels[-1].is_list or any(not x.is_list and x.column == part.indent for x in levels):
        return None
    what = "a record starts here without its hyphen" if part.key else "an entry starts here without its hyphen"
    written = f"{part.key}: {part.value}".strip() if part.key else part.value
    return Slip(
        part.line, part.indent, what, f"Write - {written}, and put two spaces in front of its other lines.", Rule.HYPHEN
    )


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"
