"""The values of which the open data consist: ids, decimals, dates, texts in every language, citations."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, WithJsonSchema

from generator.model import ID
from generator.text import LANGUAGES

Id = Annotated[str, Field(pattern=ID["pattern"])]
EditionId = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")]
Number = Annotated[
    Decimal,
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^-?[0-9]+(\.[0-9]+)?$",
            "description": "A decimal as published: 1.20 stays 1.20.",
        }
    ),
]
Days = Annotated[int, Field(json_schema_extra={"unit": "days"})]
Degrees = Annotated[Number, Field(json_schema_extra={"unit": "degrees"})]


class Exported(BaseModel):
    """Base of all exported models: immutable, without unknown keys, every key always present, null where unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, defer_build=True)


class Text(RootModel[dict[str, str]]):
    """A text in every language of the atlas."""

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={
            "additionalProperties": False,
            "required": list(LANGUAGES),
            "properties": {
                language: {"type": "string", "minLength": 1, "description": f"In the language `{language}`."}
                for language in LANGUAGES
            },
        },
    )


class Date(Exported):
    """A day or a period, as precise as the source gives it."""

    text: str
    """As written in the data: `mid-2022`."""
    first: date
    """The first day of the period."""
    last: date | None
    """The last day of the period; what is due is on time up to and including this day. Null for "not before"."""
    edtf: str
    """In the Extended Date/Time Format (ISO 8601-2, level 2)."""


class Citation(Exported):
    """A passage of a source."""

    source: Id
    """Id of the source."""
    passage: Id
    """Id of the passage in it."""


Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]
