"""Reads the comments of a YAML file and the values to which they belong, so that a formatter can keep them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from generator.archive.yaml_loader import Path

SCHEMA = "# yaml-language-server:"
"""The start of the line that gives editors the schema of the file; it must be the first line."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = "\r\n\u0085\u2028\u2029"
_COMMENT = re.compile(f"#[^{_BREAK}]*")
_BLANK_LINE = re.compile(r"^[ \t]*\n", re.MULTILINE)


@dataclass(frozen=True)
class Comments:
    """Every comment of a file, including its `#`, by the path of the value to which it belongs."""

    first: tuple[str, ...] = ()
    """At the top, about the whole file: the schema line, and comments followed by an empty line."""
    above: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    """Comment lines above the key or hyphen."""
    beside: Mapping[Path, str] = field(default_factory=dict)
    """At the end of the line on which the value ends or, for a value of several lines, starts."""
    below: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    """Comment lines after the last entry of a list or record, with the same indentation."""
    last: tuple[str, ...] = ()
    """At the end of the file."""

    @cached_property
    def holders(self) -> frozenset[Path]:
        """The paths of all values that contain a value with a comment, and so cannot be written on one line."""
        commented = (*self.above, *self.beside, *self.below)
        return frozenset(path[:n] for path in commented for n in range(len(path)))

    def all(self) -> tuple[str, ...]:
        """Every comment, in no particular order."""
        full = (line for lines in (*self.above.values(), *self.below.values()) for line in lines)
        return (*self.first, *full, *self.beside.values(), *self.last)


def comments_of(text: str) -> Comments:
    """The comments of `text`, which must be valid for `read_yaml`."""
    found = list(_found(text))
    return _Attachment(text, _map_of(text)).comments(found) if found else Comments()


def reads_otherwise(word: str) -> bool:
    """Whether a YAML reader that infers types reads the unquoted word as no text: `no`, `2024`, `1e3`."""
    return any(form.match(word) for _, form in yaml.SafeLoader.yaml_implicit_resolvers.get(word[:1], ()))


@dataclass(frozen=True)
class _Entry:
    """A key with its value, or an entry of a list."""

    path: Path
    start: int
    """Offset in the text of the key or of the list entry."""
    column: int
    """Column of the key or the hyphen, from 0."""


@dataclass(frozen=True)
class _Map:
    """The positions of all keys and values in a text."""

    entries: list[_Entry] = field(default_factory=list)
    """In the order of the text, parents before children."""
    ends: list[tuple[int, Path]] = field(default_factory=list)
    """Offset at which a key, a value or an opening bracket ends, and its path, in the order of the text."""


def _found(text: str) -> Iterator[re.Match[str]]:
    """The comments in the order of the text: they are between two tokens, or after the indicator of a block scalar."""
    end = 0
    tokens: Iterator[Any] = yaml.scan(text, Loader=_LOADER)
    for token in tokens:
        start = token.start_mark.index
        if start < token.end_mark.index:
            yield from _COMMENT.finditer(text, end, start)
            end = token.end_mark.index
            if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
                yield from _COMMENT.finditer(text, start, start + len(re.split(f"[{_BREAK}]", text[start:end])[0]))
    yield from _COMMENT.finditer(text, end)


def _map_of(text: str) -> _Map:
    found = _Map()
    events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            _visit(found, events, event, ())
    return found


def _visit(found: _Map, events: Iterator[Any], event: Any, path: Path) -> None:
    start, end = event.start_mark, event.end_mark
    if isinstance(event, yaml.ScalarEvent):
        found.ends.extend([(start.index, path), (end.index, path)])
        return
    found.ends.append((start.index, path))
    is_list = isinstance(event, yaml.SequenceStartEvent)
    for n, inner in enumerate(events):
        end = inner.end_mark
        if isinstance(inner, yaml.CollectionEndEvent):
            break
        below = (*path, n) if is_list else (*path, str(inner.value))
        column = start.column if is_list else inner.start_mark.column
        found.entries.append(_Entry(below, inner.start_mark.index, column))
        if not is_list:
            found.ends.append((end.index, below))
            inner = next(events)
        _visit(found, events, inner, below)
    if event.flow_style:
        found.ends.append((end.index, path))


class _Attachment:
    """Assigns each comment to the entry to which it belongs."""

    def __init__(self, text: str, where: _Map) -> None:
        self.text = text
        self.entries, self.ends = where.entries, where.ends
        self.above: dict[Path, list[str]] = {}
        self.beside: dict[Path, str] = {}
        self.below: dict[Path, list[str]] = {}
        self.first: list[str] = []
        self.last: list[str] = []

    def comments(self, found: Sequence[re.Match[str]]) -> Comments:
        """The comments `found`, each assigned to its entry, in the order of the text."""
        top = self._end_of_top()
        for i, match in enumerate(found):
            comment = match[0].rstrip()
            if match.start() < top or (
                i == 0 and comment.startswith(SCHEMA) and not self.text[: match.start()].strip()
            ):
                self.first.append(comment)
            elif not self._attach_beside(match, comment):
                self._attach_line(match, comment)
        above, below = ({path: tuple(lines) for path, lines in d.items()} for d in (self.above, self.below))
        return Comments(tuple(self.first), above, self.beside, below, tuple(self.last))

    def _end_of_top(self) -> int:
        """Offset of the end of the last empty line before the first entry; 0 if there is none."""
        start = self.entries[0].start if self.entries else 0
        return max((match.end() for match in _BLANK_LINE.finditer(self.text, 0, start)), default=0)

    def _attach_beside(self, match: re.Match[str], comment: str) -> bool:
        i = bisect_right(self.ends, match.start(), key=lambda end: end[0]) - 1
        if i < 0:
            return False
        end, path = self.ends[i]
        if not path or self._column(match) >= 0 or any(letter in _BREAK for letter in self.text[end : match.start()]):
            return False
        if path in self.beside:
            self.above.setdefault(path, []).append(self.beside[path])
        self.beside[path] = comment
        return True

    def _attach_line(self, match: re.Match[str], comment: str) -> None:
        """Assign a comment line: above the next entry, or below the previous one if that is deeper."""
        i = bisect_right(self.entries, match.start(), key=lambda entry: entry.start)
        following = self.entries[i] if i < len(self.entries) else None
        before = self._before(i, self._column(match), following.column if following else self._margin())
        if before:
            self.below.setdefault(before.path, []).append(comment)
        elif following:
            self.above.setdefault(following.path, []).append(comment)
        else:
            self.last.append(comment)

    def _before(self, i: int, column: int, least: int) -> _Entry | None:
        """Of the entry before number `i` and its parents, the innermost whose column is between the two."""
        path = self.entries[i - 1].path if i else ()
        for entry in reversed(self.entries[:i]):
            if entry.path == path[: len(entry.path)] and least < entry.column <= column:
                return entry
        return None

    def _column(self, match: re.Match[str]) -> int:
        """Column of the comment, from 0; -1 if it is not alone on its line."""
        line = re.split(f"[{_BREAK}]", self.text[: match.start()])[-1]
        return -1 if line.strip() else len(line)

    def _margin(self) -> int:
        return self.entries[0].column if self.entries else 0
