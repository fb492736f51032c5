"""Reads `mkdocs.yml`: its values, and where each is written. Knows no MkDocs, which reads the file once more itself."""

import os
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.archive import Document, decoded, read_yaml
from generator.archive import Path as At
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.text import EDITORS_LANGUAGE

FILE = "mkdocs.yml"
CONTENT = "content"
"""The value of `docs_dir`: the folder of what people write."""
PLUGIN = "atlas"
TRANSLATED = ("site_name", "site_description", "copyright")
"""Texts: written in the language of the file, and in the other languages as options of the plugin."""
_ENVIRONMENT = "!ENV"
_TAGS = (_ENVIRONMENT, "!relative", "!!python/")
"""How the tags start that MkDocs reads: of a variable of the environment, a path, a function for an extension."""
_NO = ("false", "no", "off")


@dataclass(frozen=True)
class Settings:
    """The settings of one file as written. Nothing of them has been checked but that they are keys with values."""

    root: Path
    document: Document
    variables: tuple[str, ...] = ()
    """Variables of the environment that it names."""

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """The settings by name."""
        return keyed(self.document.value)

    @cached_property
    def theme(self) -> Mapping[str, Any]:
        """The settings of the theme by name; the theme can also be written as its name alone."""
        theme = self.values.get("theme")
        return theme if isinstance(theme, dict) else {"name": theme}

    @cached_property
    def language(self) -> str:
        """That of the file itself; if it names none, English, as for Material."""
        return str(self.theme.get("language") or EDITORS_LANGUAGE)

    @cached_property
    def plugins(self) -> Mapping[str, At]:
        """Where each plugin is named, by its name; they can be written as a list or as keys."""
        written = self.values.get("plugins")
        if isinstance(written, dict):
            return {name: ("plugins", name) for name in written}
        entries = enumerate(written if isinstance(written, list) else ())
        return {name: at for i, entry in entries for name, at in _named(entry, ("plugins", i))}

    @cached_property
    def options(self) -> Mapping[str, Any]:
        """Those of the plugin `atlas`, by name."""
        return keyed(value_at(self.values, self.plugins.get(PLUGIN, ("plugins", PLUGIN))))

    @cached_property
    def translations(self) -> Mapping[str, Mapping[str, Any]]:
        """By language, the texts in other languages than that of the file, by the name of their setting."""
        return {language: keyed(texts) for language, texts in keyed(self.options.get("translations")).items()}

    @cached_property
    def named_files(self) -> tuple[str, ...]:
        """Files and folders outside of content/ that the settings name, relative to the project, in order."""
        folder = self.theme.get("custom_dir")
        return (*texts([folder]), *texts(self.values.get("hooks")), *texts(self.values.get("watch")))

    def place(self, *at: str | int) -> Location:
        """Where the value at a path starts, or its nearest parent."""
        return self.document.place(*at)

    def key_place(self, *at: str | int) -> Location:
        """Where the key at a path is written, or the value of its nearest parent starts."""
        return self.document.key_place(*at)


def read_settings(root: Path) -> Settings:
    """The settings of `root`/mkdocs.yml, with the variables of the environment that they name filled in.

    Raises InvalidData if the file is missing, cannot be read as YAML, or holds no settings.
    """
    file = root / FILE
    if not file.is_file():
        hint = "Restore it from an earlier version: it names the site and says what it looks like."
        raise InvalidData([Diagnostic(Location(FILE, 1, 1), "the file is missing", hint, rule=Rule.MISSING_FILE)])
    document = deepcopy(read_yaml(decoded(file.read_bytes(), FILE), FILE, _TAGS))
    if not isinstance(document.value, dict):
        what = "the file must hold settings: keys with values"
        raise InvalidData([Diagnostic(document.place(), what, "Write each as key: value.", rule=Rule.SHAPE)])
    variables: list[str] = []
    for at in [at for at, tag in document.tags.items() if tag == _ENVIRONMENT]:
        names, default = _variables(value_at(document.value, at))
        value = next((os.environ[name] for name in names if name in os.environ), default)
        value_at(document.value, at[:-1])[at[-1]] = value
        variables += names
    return Settings(root, document, tuple(variables))


def value_at(value: Any, at: At) -> Any:
    """The value at a path; None if there is none."""
    for step in at:
        is_there = step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int)
        value = value[step] if is_there else None
    return value


def keyed(written: object) -> dict[str, Any]:
    """The value if it is keys with values; none if it is something else."""
    return written if isinstance(written, dict) else {}


def texts(written: object) -> tuple[str, ...]:
    """Those entries of a list that are texts; none if it is no list."""
    return tuple(entry for entry in written if isinstance(entry, str)) if isinstance(written, list) else ()


def is_no(written: object) -> bool:
    """Whether YAML reads the text as false."""
    return isinstance(written, str) and written.lower() in _NO


def _named(entry: object, at: At) -> Iterator[tuple[str, At]]:
    if isinstance(entry, str):
        yield entry, at
    yield from ((name, (*at, name)) for name in keyed(entry))


def _variables(written: Any) -> tuple[list[str], Any]:
    """The variables that are looked for, and what is the value if none is set: the last entry of a list."""
    listed = written if isinstance(written, list) else [written]
    return (listed[:-1], listed[-1]) if len(listed) > 1 else (listed, None)
