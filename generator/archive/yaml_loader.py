"""One YAML file → plain values and the place of each. Refuses what guesses, refers or explodes.

Every scalar stays text: whether `no` is a word or a number is for the model to say, never for YAML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn

import yaml

from generator.archive.yaml_structure_hints import Part, Slip, conflict_in, misplaced, parts_of, spaceless, tab_in
from generator.archive.yaml_value_hints import cut_off, slip_in_value
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.model import Step, Written

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 100_000

Value = str | None | list[Any] | dict[str, Any]
Path = tuple[Step, ...]

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
    places: dict[Path, Location]
    """Place of each value by its path; of a key by its path with the key's name and then `"key"`, see `key_place`."""

    def written(self, *path: Step) -> Written:
        """Where the record at `path` is written, for it to keep."""
        return Written(self.file, path, self.places)

    def place(self, *path: Step) -> Location:
        """Where the value at `path` starts; if it is not written, where its nearest parent starts."""
        return self.written().place(*path)

    def key_place(self, *path: Step) -> Location:
        """Where the key at `path` is written; if it is not, where its nearest parent starts."""
        return self.places.get((*path, _KEY), self.place(*path))

    def path_at(self, place: Location) -> Path | None:
        """The path of the innermost value that starts there; None if none does."""
        found = [path for path, start in self.places.items() if start == place and path[-1:] != (_KEY,)]
        return max(found, key=len, default=None)


_COMMENT = re.compile(r" +(?=#[^\s#])")
"""One that follows a text with no space behind its #, and so was meant as text."""
_KEY = "\0key"
_RUN_ON = "\0run-on"
"""In the name of the first key of a record that ran into the one before."""


@lru_cache(maxsize=1000)
def read_yaml(text: str, file: str) -> Document:
    """The values of `text` with their places; `file` is only named in messages.

    Raises InvalidData with every problem that can be told apart: repeated keys, aliases, tags and keys that are
    not text are gathered; a file that does not parse, is too large, too deep, or holds characters that deceive
    the eye is refused at the first. The same text gives the same Document again: it must not be changed.
    """
    _refuse_hostile_text(text, file)
    reader = _Reader(file, yaml.parse(text, Loader=_LOADER), text.split("\n"))
    try:
        value = reader.document()
    except yaml.YAMLError as error:
        raise InvalidData([*reader.diagnostics, _syntax_problem(error, text, file)]) from error
    if reader.diagnostics:
        raise InvalidData(reader.diagnostics)
    return Document(file, value, reader.places)


def _refuse_hostile_text(text: str, file: str) -> None:
    if len(text) > MAX_CHARACTERS:
        what = f"the file has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read"
        raise InvalidData(
            [Diagnostic(Location(file, 1, 1), what, "Split it over more than one theme.", rule=Rule.TOO_LARGE)]
        )
    found = _FORBIDDEN.search(text)
    if found:
        place = _place_at(text, found.start(), file)
        raise InvalidData([Diagnostic(place, _character(found), _CHARACTER_HINT, rule=Rule.HIDDEN_CHARACTER)])
    conflict = conflict_in(text)
    if conflict:
        raise InvalidData([_problem(conflict, file)])


def _character(found: re.Match[str]) -> str:
    return f"the character U+{ord(found[0]):04X} is not allowed"


def _place_at(text: str, offset: int, file: str) -> Location:
    before = text[:offset]
    return Location(file, before.count("\n") + 1, offset - before.rfind("\n"))


def _problem(slip: Slip, file: str) -> Diagnostic:
    return Diagnostic(Location(file, slip.line + 1, slip.column + 1), slip.what, slip.hint, rule=slip.rule)


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """The slip that made the parser stumble; where none is recognised, what the parser says where it stumbled."""
    mark = getattr(error, "problem_mark", None)
    place = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file, 1, 1)
    slip = _slip_in(text.splitlines(), place.line) or _without_colon(error, text.splitlines())
    if slip:
        return _problem(slip, file)
    what = getattr(error, "problem", None) or "the file cannot be read"
    hint = "Look for a missing quote or bracket, or a line that is indented more or less than its neighbours."
    if "escape" in what:
        hint = "Write \\\\ for a backslash in a text between double quotes."
    return Diagnostic(place, f"this is not YAML: {what}", hint, rule=Rule.NOT_YAML)


def _without_colon(error: yaml.YAMLError, lines: list[str]) -> Slip | None:
    """The line on which the parser waited for the colon of a key in vain."""
    mark = getattr(error, "context_mark", None)
    if "expected ':'" not in (getattr(error, "problem", None) or "") or not mark or mark.line >= len(lines):
        return None
    found = re.match(r"(\w+) +(\S.*)", lines[mark.line][mark.column :])
    if not found:
        return None
    what = f"a colon is missing behind {found[1]!r}"
    return Slip(mark.line, mark.column, what, f"Write {found[1]}: {found[2]}", Rule.MISSING_SPACE)


def _slip_in(lines: list[str], stumbled: int) -> Slip | None:
    """The first slip on the lines up to that on which the parser stumbled, counted from 1."""
    tab = tab_in(lines[:stumbled])
    if tab:
        return tab
    parts: list[Part] = []
    read = -1
    for part in parts_of(lines[:stumbled]):
        if part.line <= read:
            continue
        parts.append(part)
        spaced = spaceless(lines[part.line])
        found = Slip(part.line, *spaced, Rule.MISSING_SPACE) if spaced else slip_in_value(part, lines)
        if isinstance(found, Slip):
            return found
        read = found
    return misplaced(parts)


class _Reader:
    """Builds values from the parser's events, one after another, so that no file can make it recurse or multiply."""

    def __init__(self, file: str, events: Iterator[Any], lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.events = events
        self.places: dict[Path, Location] = {}
        self.diagnostics: list[Diagnostic] = []

    def document(self) -> Value:
        """The value of the only document in the file; None if it is empty."""
        value: Value = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(
                        event,
                        "a second document starts here",
                        "Remove the line with only three hyphens.",
                        Rule.SECOND_DOCUMENT,
                    )
                    break
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, ())
        return value

    def _value(self, event: Any, path: Path) -> Value:
        place = self.places[path] = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                event,
                f"the alias *{event.anchor} is not allowed",
                "Write the value out again; a text that starts with * stands between double quotes.",
            )
            return None
        if event.anchor:
            self._refuse(
                event,
                f"the anchor &{event.anchor} is not allowed",
                "Remove it; a text that starts with & stands between double quotes.",
            )
        if event.tag and event.tag != "!":
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(
                event,
                f"the tag {written} is not allowed",
                "Remove it; a text that starts with ! stands between double quotes.",
            )
        if len(self.places) > MAX_VALUES:
            self._give_up(place, f"the file has more than {MAX_VALUES:,} values", "Split it.")
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_lookalikes(event)
            return _scalar(event)
        if len(path) >= MAX_DEPTH:
            self._give_up(place, f"values are nested more than {MAX_DEPTH} deep", "Look for a bracket too many.")
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _give_up(self, place: Location, what: str, hint: str) -> NoReturn:
        raise InvalidData([*self.diagnostics, Diagnostic(place, what, hint, rule=Rule.TOO_LARGE)])

    def _refuse_lookalikes(self, event: Any) -> None:
        """A text with signs that are not seen, or without quotes that looks quoted or is cut off by a #."""
        if hidden := _FORBIDDEN.search(event.value):
            self._refuse(event, _character(hidden), _CHARACTER_HINT, Rule.HIDDEN_CHARACTER)
        if event.style:
            return
        if event.value[:1] in ("“", "”", "„", "«"):
            hint = f'Write "{event.value.strip("“”„«»")}"'
            self._refuse(event, "curly quote marks do not make a text", hint, Rule.CURLY_QUOTES)
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
        """The key's text; a key that is refused gets an invisible name of its own, so that reading can go on."""
        place = self._place(event)
        if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
            raise InvalidData(
                [
                    *self.diagnostics,
                    Diagnostic(
                        place, "a key must be a plain word", "Write one word before the colon.", rule=Rule.PLAIN_KEY
                    ),
                ]
            )
        key = str(event.value)
        if key in values:
            self._refuse_again(event, key, self.places[(*path, key, _KEY)].line, list(values))
            return f"{key}{_KEY if key != next(iter(values)) else _RUN_ON}{len(values)}"
        self.places[(*path, key, _KEY)] = place
        return key

    def _refuse_again(self, event: Any, key: str, first: int, before: list[str]) -> None:
        """A key that stands twice; from the first key of a record on, it is a record that lost its hyphen."""
        if any(_RUN_ON in name for name in before):
            return
        what = f"the key {key!r} stands here again; the first is on line {first}"
        if key == before[0] and len(before) > 2:
            what, hint = (
                f"a second {key!r}: a record starts here without its hyphen",
                "Write a hyphen and a space before it, in place of two of its spaces.",
            )
            self._refuse(event, what, hint, Rule.HYPHEN)
        else:
            self._refuse(event, what, "Keep one.", Rule.REPEATED_KEY)

    def _refuse(self, event: Any, what: str, hint: str, rule: Rule = Rule.PLAIN_VALUE) -> None:
        if len(self.diagnostics) < 100:
            self.diagnostics.append(Diagnostic(self._place(event), what, hint, rule=rule))

    def _place(self, event: Any) -> Location:
        return Location(self.file, event.start_mark.line + 1, event.start_mark.column + 1)


def _scalar(event: Any) -> str | None:
    """The text of a scalar; None where nothing is written, or `null` or `~` without quotes."""
    return None if not event.style and event.value in ("", "~", "null") else str(event.value)
