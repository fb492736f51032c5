"""One YAML file → plain values and the place of each. Refuses what guesses, refers or explodes.

Every scalar stays text: whether `no` is a word or a number is for the model to say, never for YAML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.problems import InvalidData, Place, Problem

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 100_000

Value = str | None | list[Any] | dict[str, Any]
Path = tuple[str | int, ...]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CHARACTER_HINT = "It cannot be seen and can make a text read otherwise than it is. Delete it."
_FORBIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True)
class Document:
    """The values of one file and where each is written."""

    file: str
    value: Value
    """Nested dicts, lists and strings; None for an empty value."""
    places: dict[Path, Place]
    """Place of each value by its path; of a key by its path with the key's name and then `"key"`, see `key_place`."""

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` starts; if it is not written, where its nearest parent starts."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file, 1, 1))

    def key_place(self, *path: str | int) -> Place:
        """Where the key at `path` is written; if it is not, where its nearest parent starts."""
        return self.places.get((*path, _KEY), self.place(*path))

    def path_at(self, place: Place) -> Path | None:
        """The path of the innermost value that starts there; None if none does."""
        found = [path for path, start in self.places.items() if start == place and path[-1:] != (_KEY,)]
        return max(found, key=len, default=None)


_KEY = "\0key"


def decoded(content: bytes, file: str) -> str:
    """The text of a file, without a byte order mark. Raises InvalidData if it is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InvalidData([Problem(Place(file, line, 1), "the file is not UTF-8", "Save it as UTF-8.")]) from None


def read_yaml(text: str, file: str) -> Document:
    """The values of `text` with their places; `file` is only named in messages.

    Raises InvalidData with every problem that can be told apart: repeated keys, aliases, tags and keys that are
    not text are gathered; a file that does not parse, is too large, too deep, or holds characters that deceive
    the eye is refused at the first.
    """
    _refuse_hostile_text(text, file)
    reader = _Reader(file, yaml.parse(text, Loader=_LOADER))
    try:
        value = reader.document()
    except yaml.YAMLError as error:
        raise InvalidData([*reader.problems, _syntax_problem(error, text, file)]) from error
    if reader.problems:
        raise InvalidData(reader.problems)
    return Document(file, value, reader.places)


def _refuse_hostile_text(text: str, file: str) -> None:
    if len(text) > MAX_CHARACTERS:
        what = f"the file has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read"
        raise InvalidData([Problem(Place(file, 1, 1), what, "Split it over more than one theme.")])
    found = _FORBIDDEN.search(text)
    if found:
        raise InvalidData([_character_problem(text, found, file)])


def _character_problem(text: str, found: re.Match[str], file: str) -> Problem:
    return Problem(_place_at(text, found.start(), file), _character(found), _CHARACTER_HINT)


def _character(found: re.Match[str]) -> str:
    return f"the character U+{ord(found[0]):04X} is not allowed"


def _place_at(text: str, offset: int, file: str) -> Place:
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - before.rfind("\n"))


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    what = getattr(error, "problem", None) or "the file cannot be read"
    line = text.split("\n")[place.line - 1] if place.line <= text.count("\n") + 1 else ""
    return Problem(place, f"this is not YAML: {what}", _syntax_hint(what, line))


def _syntax_hint(what: str, line: str) -> str:
    if line.lstrip(" ").startswith("\t"):
        return "Indent with spaces; this line starts with a tab."
    if "mapping values are not allowed" in what:
        return (
            "A text with a colon and a space in it must stand in double quotes; a key is indented like its neighbours."
        )
    return "Look for a missing quote or bracket, or a line that is indented more or less than its neighbours."


class _Reader:
    """Builds values from the parser's events, one after another, so that no file can make it recurse or multiply."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self.file = file
        self.events = events
        self.places: dict[Path, Place] = {}
        self.problems: list[Problem] = []

    def document(self) -> Value:
        """The value of the only document in the file; None if it is empty."""
        value: Value = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document starts here", "Remove the line with only three hyphens.")
                    break
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, ())
        return value

    def _value(self, event: Any, path: Path) -> Value:
        place = self.places[path] = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"the alias *{event.anchor} is not allowed", "Write the value out again.")
            return None
        if event.anchor:
            self._refuse(event, f"the anchor &{event.anchor} is not allowed", "Remove it; aliases are not read.")
        if event.tag and event.tag != "!":
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, f"the tag {written} is not allowed", "Write a plain value.")
        if len(self.places) > MAX_VALUES:
            raise InvalidData([*self.problems, Problem(place, f"the file has more than {MAX_VALUES:,} values")])
        if isinstance(event, yaml.ScalarEvent):
            if hidden := _FORBIDDEN.search(event.value):
                self._refuse(event, _character(hidden), _CHARACTER_HINT)
            return _scalar(event)
        if len(path) >= MAX_DEPTH:
            raise InvalidData([*self.problems, Problem(place, f"values are nested more than {MAX_DEPTH} deep")])
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

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
        """The key's text; a key that is refused gets an invisible name of its own, so that reading can go on."""
        place = self._place(event)
        if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
            raise InvalidData([*self.problems, Problem(place, "a key must be a plain word")])
        key = str(event.value)
        if key in values:
            first = self.places[(*path, key, _KEY)].line
            self._refuse(event, f"the key {key!r} stands here again; the first is on line {first}", "Keep one.")
            return f"{key}{_KEY}{len(values)}"
        self.places[(*path, key, _KEY)] = place
        return key

    def _refuse(self, event: Any, what: str, hint: str) -> None:
        if len(self.problems) < 100:
            self.problems.append(Problem(self._place(event), what, hint))

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)


def _scalar(event: Any) -> str | None:
    """The text of a scalar; None where nothing is written, or `null` or `~` without quotes."""
    return None if not event.style and event.value in ("", "~", "null") else str(event.value)
