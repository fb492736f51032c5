"""Loads YAML files as plain values with locations. Refuses tags, aliases, and files that are too large or too deep.

Every scalar remains text: its type is determined by the model, never inferred by YAML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NoReturn

import yaml

from generator.archive.decoding import hidden_signs
from generator.archive.yaml_structure_hints import Mistake, Part, conflict_in, misplaced, parts_of, spaceless, tab_in
from generator.archive.yaml_value_hints import cut_off, mistake_in_value, too_long
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.fingerprint import text_hash
from generator.model import Start, Step, Written
from generator.text import hidden_in

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 100_000

Value = str | None | list[Any] | dict[str, Any]
Path = tuple[Step, ...]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """The values of one file and their locations."""

    file: str
    value: Value
    """Nested dicts, lists and strings; None where a value is empty."""
    starts: dict[Path, Start]
    """Where each value starts, by its path. Locations of keys are returned by `key_place`."""
    tags: dict[Path, str] = field(default_factory=dict)
    """Tag of each value that has one, by its path; empty unless `read_yaml` was given tags to accept."""
    digest: str = ""
    """A hash of the text of the file."""

    def written(self, *path: Step) -> Written:
        """The location of the record at `path`, for the record to keep."""
        return Written(self.file, path, self.starts)

    def place(self, *path: Step) -> Location:
        """Start of the value at `path`; if it is not in the file, of its nearest parent."""
        return self.written().place(*path)

    def key_place(self, *path: Step) -> Location:
        """Start of the key at `path`; if it is not in the file, of its nearest parent."""
        start = self.starts.get((*path, _KEY))
        return Location(self.file, *start) if start else self.place(*path)

    def path_at(self, place: Location) -> Path | None:
        """The path of the innermost value that starts at the location; None if there is none."""
        here = (place.line, place.column) if place.file == self.file else None
        found = [path for path, start in self.starts.items() if start == here and path[-1:] != (_KEY,)]
        return max(found, key=len, default=None)


_COMMENT = re.compile(r" +(?=#[^\s#])")
"""The space before a # without a space after it, which was probably meant as text."""
_KEY = "\0key"
_RUN_ON = "\0run-on"
"""Part of the internal name of the first key of a record that merged with the previous one."""


@lru_cache(maxsize=1000)
def read_yaml(text: str, file: str, tags: tuple[str, ...] = ()) -> Document:
    """The values of `text` with their locations; `file` is its path for messages, `tags` are prefixes of allowed tags.

    Raises InvalidData: with all repeated keys, aliases, anchors and tags in the file, but only with the first problem
    if the text cannot be parsed, is too large or deep, or has hidden characters. The result is cached: copy it.
    """
    _refuse_hostile_text(text, file)
    reader = _Reader(file, text, tags)
    try:
        value = reader.document()
    except yaml.YAMLError as error:
        raise InvalidData([*reader.diagnostics, _syntax_problem(error, text, file)]) from error
    if reader.diagnostics:
        raise InvalidData(reader.diagnostics)
    return Document(file, value, reader.starts, reader.tags, text_hash(text))


def _refuse_hostile_text(text: str, file: str) -> None:
    if len(text) > MAX_CHARACTERS:
        what = f"the file has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read"
        place = Location(file, 1, 1)
        raise InvalidData([Diagnostic(place, what, "Split it into several themes.", rule=Rule.TOO_LARGE)])
    if hidden := list(hidden_signs(text, file)):
        raise InvalidData(hidden)
    conflict = conflict_in(text)
    if conflict:
        raise InvalidData([_problem(conflict, file)])


def _problem(mistake: Mistake, file: str) -> Diagnostic:
    place = Location(file, mistake.line + 1, mistake.column + 1)
    return Diagnostic(place, mistake.what, mistake.hint, rule=mistake.rule)


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """The mistake that caused the syntax error; if it is not recognised, the message of the parser."""
    mark = getattr(error, "problem_mark", None)
    place = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file, 1, 1)
    mistake = _mistake_in(text.splitlines(), place.line) or _without_colon(error, text.splitlines())
    if mistake:
        return _problem(mistake, file)
    what = getattr(error, "problem", None) or "the file cannot be parsed"
    hint = "Look for a missing quote or bracket, or a line with the wrong indentation."
    if "escape" in what:
        hint = "Write \\\\ for a backslash in double quotes."
    return Diagnostic(place, f"this is not YAML: {what}", hint, rule=Rule.NOT_YAML)


def _without_colon(error: yaml.YAMLError, lines: list[str]) -> Mistake | None:
    """The line with a key but no colon, if that caused the syntax error; None otherwise."""
    mark = getattr(error, "context_mark", None)
    if "expected ':'" not in (getattr(error, "problem", None) or "") or not mark or mark.line >= len(lines):
        return None
    found = re.match(r"(\w+) +(\S.*)", lines[mark.line][mark.column :])
    if not found:
        return None
    what = f"a colon is missing after {found[1]!r}"
    return Mistake(mark.line, mark.column, what, f"Write {found[1]}: {found[2]}", Rule.MISSING_SPACE)


def _mistake_in(lines: list[str], failed: int) -> Mistake | None:
    """The first mistake up to the line of the syntax error, which is counted from 1; None if none is recognised."""
    tab = tab_in(lines[:failed])
    if tab:
        return tab
    parts: list[Part] = []
    read = -1
    for part in parts_of(lines[:failed]):
        if part.line <= read:
            continue
        parts.append(part)
        spaced = spaceless(lines[part.line])
        found = Mistake(part.line, *spaced, Rule.MISSING_SPACE) if spaced else mistake_in_value(part, lines)
        if isinstance(found, Mistake):
            return found
        read = found
    return misplaced(parts)


class _Reader:
    """Builds values from the events of the parser, which limits the depth and the number of values of any file."""

    def __init__(self, file: str, text: str, allowed: tuple[str, ...]) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.has_escapes = "\\" in text
        """Else what the text does not have, as was seen before, no value has."""
        self.allowed = allowed
        self.tags: dict[Path, str] = {}
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self.starts: dict[Path, Start] = {}
        self.diagnostics: list[Diagnostic] = []

    def document(self) -> Value:
        """The value of the only document in the file; None if it is empty."""
        value: Value = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    hint = "Remove the line of three hyphens."
                    self._refuse(event, "a second document starts here", hint, Rule.SECOND_DOCUMENT)
                    break
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, ())
        return value

    def _value(self, event: Any, path: Path) -> Value:
        self.starts[path] = _start(event)
        if isinstance(event, yaml.AliasEvent):
            hint = "Write the value in full; a text that starts with * must be in double quotes."
            self._refuse(event, f"the alias *{event.anchor} is not allowed", hint)
            return None
        if event.anchor:
            hint = "Remove it; a text that starts with & must be in double quotes."
            self._refuse(event, f"the anchor &{event.anchor} is not allowed", hint)
        if event.tag:
            self._tag(event, path)
        if len(self.starts) > MAX_VALUES:
            self._stop(event, f"the file has more than {MAX_VALUES:,} values", "Split it.")
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_lookalikes(event)
            return _scalar(event)
        if len(path) >= MAX_DEPTH:
            self._stop(event, f"values are nested more than {MAX_DEPTH} deep", "Look for an extra bracket.")
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _tag(self, event: Any, path: Path) -> None:
        """Keeps a tag that is allowed; `!` alone says nothing."""
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        if tag.startswith(self.allowed):
            self.tags[path] = tag
        elif tag != "!":
            hint = "Remove it; a text that starts with ! must be in double quotes."
            self._refuse(event, f"the tag {tag} is not allowed", hint)

    def _stop(self, event: Any, what: str, hint: str) -> NoReturn:
        raise InvalidData([*self.diagnostics, Diagnostic(self._place(event), what, hint, rule=Rule.TOO_LARGE)])

    def _refuse_lookalikes(self, event: Any) -> None:
        """Report long texts, hidden characters, and unquoted texts that have curly quotes or are cut off by a #."""
        if long := too_long(event.value):
            self._refuse(event, *long, Rule.TOO_LARGE)
        if self.has_escapes and (hidden := hidden_in(event.value)):
            self._refuse(event, hidden.what, hidden.hint, Rule.HIDDEN_CHARACTER)
        if event.style:
            return
        if event.value[:1] in ("“", "”", "„", "«"):
            hint = f'Write "{event.value.strip("“”„«»")}"'
            self._refuse(event, "curly quote marks do not delimit a text", hint, Rule.CURLY_QUOTES)
        mark = event.end_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        cut = _COMMENT.match(line, mark.column) if "#" in line else None
        if cut:
            self.diagnostics.append(_problem(cut_off(mark.line, cut.end(), event.value, line), self.file))

    def _list(self, path: Path) -> list[Any]:
        values: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path, values)
            value = self._value(next(self.events), (*path, key))
            values.setdefault(key, value)
        return values

    def _key(self, event: Any, path: Path, values: dict[str, Any]) -> str:
        """The text of the key; a refused key gets a unique internal name, so that loading can continue."""
        if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
            hint = "Write one word before the colon."
            problem = Diagnostic(self._place(event), "a key must be a plain word", hint, rule=Rule.PLAIN_KEY)
            raise InvalidData([*self.diagnostics, problem])
        if long := too_long(event.value):
            self._refuse(event, *long, Rule.TOO_LARGE)
        key = str(event.value)
        if key in values:
            self._refuse_repeated(event, key, self.starts[(*path, key, _KEY)][0], list(values))
            return f"{key}{_KEY if key != next(iter(values)) else _RUN_ON}{len(values)}"
        self.starts[(*path, key, _KEY)] = _start(event)
        return key

    def _refuse_repeated(self, event: Any, key: str, first: int, before: list[str]) -> None:
        """Report a repeated key; if it is the first key of the record, it starts a record without a hyphen."""
        if any(_RUN_ON in name for name in before):
            return
        what = f"the key {key!r} is repeated; it first occurs on line {first}"
        if key == before[0] and len(before) > 2:
            what, hint = (
                f"a second {key!r}: a record starts here without a hyphen",
                "Replace the two spaces before it with a hyphen and a space.",
            )
            self._refuse(event, what, hint, Rule.HYPHEN)
        else:
            self._refuse(event, what, "Delete one.", Rule.REPEATED_KEY)

    def _refuse(self, event: Any, what: str, hint: str, rule: Rule = Rule.PLAIN_VALUE) -> None:
        if len(self.diagnostics) < 100:
            self.diagnostics.append(Diagnostic(self._place(event), what, hint, rule=rule))

    def _place(self, event: Any) -> Location:
        return Location(self.file, *_start(event))


def _start(event: Any) -> Start:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _scalar(event: Any) -> str | None:
    """The text of a scalar; None if it is empty, or an unquoted `null` or `~`."""
    return None if not event.style and event.value in ("", "~", "null") else str(event.value)
