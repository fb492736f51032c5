"""Finds the likeliest mistake in a text that is not YAML, and reports it where it must be corrected.

The parser reports a mistake too late, often lines after it: at the key after an unclosed text, for example.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Rule


@dataclass(frozen=True)
class Mistake:
    """One typing mistake: where it is, what is wrong, and what to write."""

    line: int
    """From 0; `column` likewise."""
    column: int
    what: str
    hint: str
    rule: Rule


@dataclass(frozen=True)
class Part:
    """The content of one line after its hyphens: a key, a value, or both."""

    line: int
    indent: int
    """Column of the first hyphen, or of the key."""
    start: int
    """Column of the key, or of the value of an entry without a key."""
    is_entry: bool
    key: str
    value: str
    """Up to the end of the line, with any comment."""
    column: int
    """Column of the value."""

    @property
    def is_open(self) -> bool:
        """Whether its value is on the following lines."""
        return self.value == "" or self.value.startswith("#")


_PART = re.compile(r"""(?P<indent>\ *)(?P<hyphens>(?:-\ +)*)(?:(?P<key>[^\s:#"'{}\[\],]+):(?:\ +|$))?(?P<value>.*)""")
STRUCTURE = re.compile(r" *(?:- |- *$|[^\s:#\"'{}\[\],]+:(?: |$))")
"""A line that starts an entry or has a key."""
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]? *(?:#.*)?$")
_CONFLICT = re.compile(r"^(<{7}|>{7})(?: .*)?\r?$", re.MULTILINE)


def conflict_in(text: str) -> Mistake | None:
    """The first conflict marker of git; None if there is none."""
    found = _CONFLICT.search(text)
    if not found:
        return None
    what = f"git left the conflict marker {found[1]!r} here"
    hint = "Keep the correct lines, and delete the lines of <, = and >."
    return Mistake(text.count("\n", 0, found.start()), 0, what, hint, Rule.MERGE_CONFLICT)


def tab_in(lines: Sequence[str]) -> Mistake | None:
    """The first line indented with a tab; None if there is none."""
    for i, line in enumerate(lines):
        margin = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in margin and line.strip():
            hint = "Indent with spaces: two for each level."
            return Mistake(i, margin.index("\t"), "this line is indented with a tab", hint, Rule.TAB)
    return None


def spaceless(line: str) -> tuple[int, str, str] | None:
    """Column, message and hint for a hyphen without a space, or a key without a colon or space; else None."""
    found = re.match(r"( *(?:- +)*)-(?=[^\W\d])(.*)", line)
    if found:
        return len(found[1]), "a space is missing after the hyphen", f"Write - {found[2].strip()}"
    found = re.match(r"( *(?:- +)*)([a-z_]+):(?=[^\s/])(.*)", line)
    if found:
        hint = f"Write {found[2]}: {found[3].strip()}"
        return len(found[1]), f"a space is missing after the colon of {found[2]!r}", hint
    found = re.match(r"( *(?:- +)*)([a-z_]+) +(?=[\"'{\[])(.*)", line) or re.match(r"( *- +)(id) +(.*)", line)
    if found:
        return len(found[1]), f"a colon is missing after {found[2]!r}", f"Write {found[2]}: {found[3].strip()}"
    return None


def part_of(line: str, number: int) -> Part:
    """The parts of line `number`, counted from 0."""
    found = _PART.match(line)
    assert found, "the expression matches every line"
    key = found["key"] or ""
    start = len(found["indent"]) + len(found["hyphens"])
    is_entry = bool(found["hyphens"]) or found["value"] == "-"
    value = "" if found["value"] == "-" else found["value"].rstrip()
    return Part(number, len(found["indent"]), start, is_entry, key, value, found.start("value"))


def parts_of(lines: Sequence[str]) -> Iterator[Part]:
    """The parts of every line except empty lines, comments and the lines of block scalars."""
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


def misplaced(parts: Sequence[Part]) -> Mistake | None:
    """The first line with the wrong indentation; None if there is none."""
    levels: list[_Level] = []
    before: Part | None = None
    for part in parts:
        closed = [level for level in levels if level.column > part.indent]
        levels = [level for level in levels if level.column <= part.indent]
        mistake = _mistake_of(part, before, levels, closed)
        if mistake:
            return mistake
        if part.is_entry and not (levels and levels[-1].is_list and levels[-1].column == part.indent):
            levels.append(_Level(part.indent, True, part.line))
        if part.key and not any(level.column == part.start and not level.is_list for level in levels):
            levels.append(_Level(part.start, False, part.line))
        before = part
    return None


def _mistake_of(part: Part, before: Part | None, levels: list[_Level], closed: list[_Level]) -> Mistake | None:
    """What is wrong with the indentation of one line, given the levels open there and those it would close."""
    if before is None:
        return None
    if not (part.key or part.is_entry):
        return _unattached(part, before)
    top = levels[-1] if levels else None
    if top and top.column == part.indent and (top.is_list or not part.is_entry or before.is_open):
        return _without_hyphen(part, levels)
    if top and not closed and before.is_open:
        return None
    meant = [level for level in (*closed, *reversed(levels)) if level.is_list is part.is_entry]
    if meant:
        return _wrong_indentation(part, meant[0])
    if closed and part.is_entry and not levels:
        hint = "Write - id: … above it, without indentation."
        return Mistake(closed[0].line, closed[0].column, "the first record has no hyphen", hint, Rule.HYPHEN)
    return None


def _wrong_indentation(part: Part, level: _Level) -> Mistake:
    """A line indented between two levels, probably meant for `level`."""
    what = f"this line is indented by {_spaces(part.indent)}, not by {_spaces(level.column)} as line {level.line + 1}"
    hint = f"Put {_spaces(level.column)} in front of it."
    if part.indent and level.column == 0:
        hint = "Remove its indentation."
    if part.is_entry and part.key:
        hint += " Indent the lines below it alike."
    return Mistake(part.line, part.indent if part.is_entry else part.start, what, hint, Rule.INDENTATION)


def _unattached(part: Part, before: Part) -> Mistake | None:
    """A line without a key after a value that has ended; None if the value may continue."""
    if before.value[-1:] not in ('"', "'", "]", "}"):
        return None
    what = "this line belongs to no key: the text above it has ended"
    return Mistake(
        part.line, part.start, what, "Move it into the text above, before the last quote mark.", Rule.NOT_YAML
    )


def _without_hyphen(part: Part, levels: list[_Level]) -> Mistake | None:
    """A key where only list entries are allowed: its hyphen is missing. None if it is allowed."""
    if part.is_entry or not levels[-1].is_list or any(not x.is_list and x.column == part.indent for x in levels):
        return None
    hint = f"Write - {f'{part.key}: {part.value}'.strip()}, and indent its other lines by two spaces."
    return Mistake(part.line, part.indent, "a record starts here without a hyphen", hint, Rule.HYPHEN)


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"
