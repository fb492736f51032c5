"""How a written scalar becomes a value: by one strict parser each, so that nothing is guessed."""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema

from generator.diagnostics import Rule
from generator.model.parsers import (
    Miswritten,
    parse_citation,
    parse_count,
    parse_decimal,
    parse_id,
    parse_switch,
    parse_text,
)
from generator.model.period import Period, parse_period
from generator.model.shapes import CITATION, COUNT, DAY_OR_MONTH, ID, NUMBER, PERIOD, SWITCH, TEXT, WEB_ADDRESS, Shape


def _read(parse: Callable[[str], Any], shape: Shape) -> tuple[PlainValidator, WithJsonSchema]:
    """How a written scalar becomes a value: by one strict parser, so that nothing is guessed."""

    def read(written: object) -> Any:
        if not isinstance(written, str):
            raise Miswritten(f"needs {shape['description']}", "write one value, without brackets or braces", Rule.SHAPE)
        return parse(written)

    return PlainValidator(read), WithJsonSchema(dict(shape))


def _one_or_more(written: object) -> object:
    return [written] if isinstance(written, str) else written


def _dated(period: Period) -> Period:
    if period.precision.value not in ("day", "month"):
        what = f"{period.text!r} must be a day or a month, as printed on the document"
        raise Miswritten(what, "write 2026-06-11, or 2026-06", Rule.PUBLISHED_ROUGHLY)
    return period


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")):
        raise Miswritten(
            f"{text!r} is not a web address", "write https:// and the address of the page", Rule.WEB_ADDRESS
        )
    return text


Text = Annotated[str, *_read(parse_text, TEXT)]
Id = Annotated[str, *_read(parse_id, ID)]
When = Annotated[Period, *_read(parse_period, PERIOD)]
Number = Annotated[Decimal, *_read(parse_decimal, NUMBER)]
Count = Annotated[int, *_read(parse_count, COUNT)]
Switch = Annotated[bool, *_read(parse_switch, SWITCH)]
Decimals = Annotated[str, *_read(lambda text: str(parse_decimal(text)), NUMBER)]
Dates = Annotated[str, *_read(lambda text: parse_period(text).text, PERIOD)]
Published = Annotated[When, AfterValidator(_dated), WithJsonSchema(dict(DAY_OR_MONTH))]
Address = Annotated[Text, AfterValidator(_web_address), WithJsonSchema(dict(WEB_ADDRESS))]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more), Field(min_length=1)]
Cited = Annotated[str, *_read(parse_citation, CITATION)]
Citations = Annotated[
    tuple[Cited, ...],
    BeforeValidator(_one_or_more),
    Field(min_length=1),
]


class Record(BaseModel):
    """Frozen, and strict about its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Bilingual(Record):
    """A text in both languages of the atlas."""

    nl: Text
    """The text in Dutch."""
    en: Text
    """The same in English; figures identical."""
