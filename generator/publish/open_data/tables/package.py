"""`datapackage.json`: a description of the tables and their columns, as a Data Package of version 2."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from generator.editions import Edition
from generator.model import Locale
from generator.publish.open_data.model import FORMAT, Atlas
from generator.publish.open_data.tables.filled import TABLES
from generator.publish.open_data.tables.table import Column, Table, columns_of
from generator.text import EDITORS_LANGUAGE, LANGUAGES

_PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES = {str: "string", int: "integer", bool: "boolean", Decimal: "number", date: "date"}
"""The type names of Table Schema."""


@dataclass(frozen=True)
class About:
    """What the descriptions of the data say of the site as a whole; texts are by language."""

    title: Mapping[str, str]
    description: Mapping[str, str]
    publisher: Mapping[str, str]
    licence: Mapping[str, str]
    licence_address: str | None
    address: str
    """Where the site is; empty as long as that is not known."""
    words: Mapping[str, Locale]

    def lines(self, edition: Edition, words: Locale) -> tuple[str, ...]:
        """What a file that is taken along says of itself, the title first, in the language of `words`."""
        code, day = words.language, words.as_of(edition.source.published)
        lines = (f"{self.title[code]}, {day}", self.description[code], self.publisher[code], self.licence[code])
        return (*lines, self.licence_address or "", f"{self.address}data/{edition.id}/")

    def say(self, key: str) -> dict[str, str]:
        """The phrase in every language."""
        return {language: self.words[language].say(key) for language in LANGUAGES}


def package_of(atlas: Atlas, about: About, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The data package of an edition; `files` are those of the tables, by path."""
    id, published = atlas.edition.id, atlas.edition.published
    year, month, day = (*map(int, id.split("-")), 0)[:3]
    licence = {"path": about.licence_address, "title": about.licence[EDITORS_LANGUAGE]}
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": f"atlas-{id}",
        "title": f"{about.title[EDITORS_LANGUAGE]}, {id}",
        "titles": {language: f"{title}, {id}" for language, title in about.title.items()},
        "description": about.description[EDITORS_LANGUAGE],
        "descriptions": dict(about.description),
        "version": f"{year}.{month}.{day}",
        "format": FORMAT,
        "created": f"{published.last or published.first}T00:00:00Z",
        **({"homepage": about.address} if about.address else {}),
        **({"licenses": [licence]} if about.licence_address else {}),
        "contributors": [{"title": about.publisher[EDITORS_LANGUAGE], "roles": ["publisher"]}],
        "sources": [
            {
                "title": source.title.root[source.language if source.language in LANGUAGES else EDITORS_LANGUAGE],
                "titles": source.title.root,
                "published": source.published.text,
                **({"path": source.url} if source.url else {}),
                **({"hash": f"sha256:{source.sha256}"} if source.sha256 else {}),
            }
            for source in atlas.sources
        ],
        "resources": [_resource(table, about, files[f"{table.name}.csv"]) for table in TABLES],
    }


def _resource(table: Table, about: About, content: bytes) -> dict[str, Any]:
    columns = columns_of(table)
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column, about) for column in columns],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": [refers.column], "reference": {"resource": refers.table, "fields": [refers.key]}}
            for refers in table.refers
        ]
    titles, descriptions = about.say(f"tables.{table.name}.title"), about.say(f"tables.{table.name}.about")
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        **_named(titles, descriptions),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column, about: About) -> dict[str, Any]:
    constraints = {
        "required": column.required or None,
        "enum": list(column.words),
        "pattern": column.pattern,
        "minimum": column.minimum,
    }
    kept = {name: value for name, value in constraints.items() if value not in (None, [])}
    titles = {language: title_of(column, about.words[language]) for language in LANGUAGES}
    return {
        "name": column.name,
        "type": _TYPES[column.kind],
        **_named(titles, about.say(f"tables.columns.{column.field}.about")),
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": kept} if kept else {}),
    }


def title_of(column: Column, words: Locale) -> str:
    """The heading of a column, in the language of `words`: that of its field, and which day or language it has."""
    title = words.say(f"tables.columns.{column.field}.title")
    return words.say(f"tables.ends.{column.end.removeprefix('_')}", title=title) if column.end else title


def _named(titles: Mapping[str, str], descriptions: Mapping[str, str]) -> dict[str, Any]:
    """A title and a description in English, as the standard has them, and in every language."""
    return {
        "title": titles[EDITORS_LANGUAGE],
        "titles": dict(titles),
        "description": descriptions[EDITORS_LANGUAGE],
        "descriptions": dict(descriptions),
    }
