"""The strict types of what people write: one parser each, so that nothing is guessed, and one shape for editors.

A shape is part of a JSON Schema. Its reader, an editor, has made numbers of what looks like one. It refuses nothing
that the parser takes, but for a text that is only the word `true` or `false`: to let it pass, an editor would have to
offer both words for every text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    PrivateAttr,
    WithJsonSchema,
)

from generator.diagnostics import Location, Miswritten, Rule
from generator.model.citation import Citation
from generator.model.enums import Held
from generator.model.period import FORMS, Period, parse_period
from generator.model.written import NOWHERE, Step, Written
from generator.text import LANGUAGES, is_device, is_web_address, language

Shape = Mapping[str, Any]
"""Part of a JSON Schema; the first type is the one that an editor writes."""

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_YEAR = "(19|20)[0-9]{2}"
_MONTH = "(0[1-9]|1[0-2])"
_DAY_OF_YEAR = "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
_PART = "(early|mid|late|spring|summer|autumn|winter|before-summer|after-summer)"
_PERIOD = f"({_YEAR}(-({_MONTH}|{_DAY_OF_YEAR}|Q[1-4]|H[12]))?|{_PART}-{_YEAR})"
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?", re.ASCII)


def _shape(description: str, **keywords: Any) -> Shape:
    """The description of the scalar, also used as the message where it is something else."""
    return {**keywords, "description": description, "errorMessage": f"needs {description}"}


def _read(parse: Callable[[str], Any], shape: Shape) -> tuple[PlainValidator, WithJsonSchema]:
    """The validator and the JSON Schema of a scalar that `parse` reads."""

    def read(written: object) -> Any:
        if not isinstance(written, str):
            raise Miswritten(f"needs {shape['description']}", "write one value, without brackets or braces", Rule.SHAPE)
        return parse(written)

    return PlainValidator(read), WithJsonSchema(dict(shape))


def _one_or_more(written: object) -> object:
    return [written] if isinstance(written, str) else written


def parse_text(text: str) -> str:
    """The text with its white space folded."""
    folded = " ".join(text.split())
    if not folded:
        raise Miswritten("the text is empty", "write it, or leave the key out if it is not needed", Rule.EMPTY_VALUE)
    if folded in ("…", "..."):
        raise Miswritten(f"the text {folded!r} is still to be written", "write it", Rule.EMPTY_VALUE)
    return folded


TEXT = _shape("a text", type=["string", "number"], pattern=r"\S")
Text = Annotated[str, *_read(parse_text, TEXT)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more), Field(min_length=1)]


def parse_id(text: str) -> str:
    """The id itself."""
    if not re.fullmatch(_ID, text) or len(text) > 100:
        raise Miswritten(f"{text!r} is not an id", "write lower-case letters, digits and single hyphens", Rule.ID_FORM)
    if is_device(text):
        raise Miswritten(
            f"{text!r} is the name of a device of Windows", "write another: files have its name", Rule.ID_FORM
        )
    return text


ID = _shape(
    "an id: lower-case words joined by hyphens",
    type=["string", "number"],
    pattern=f"^{_ID}$",
    maxLength=100,
    minimum=0,
)
Id = Annotated[str, *_read(parse_id, ID)]


def parse_citation(text: str) -> Citation:
    """The citation that `source#passage` writes."""
    source, hash_sign, passage = text.partition("#")
    if not hash_sign or not re.fullmatch(_ID, source) or not re.fullmatch(_ID, passage):
        rule = Rule.CITATION_FORM if passage else Rule.CITATION_WITHOUT_PASSAGE
        way_out = "write source#passage, as in letter-2026-06-11#drones-1"
        raise Miswritten(f"{text!r} is not a citation", way_out, rule)
    return Citation(source, passage)


CITATION = _shape("a citation: source#passage", type="string", pattern=f"^{_ID}#{_ID}$")
Cited = Annotated[Citation, *_read(parse_citation, CITATION)]
Citations = Annotated[tuple[Cited, ...], BeforeValidator(_one_or_more), Field(min_length=1)]


def parse_switch(text: str) -> bool:
    """True for `true`, False for `false`."""
    if text not in ("true", "false"):
        raise Miswritten(f"{text!r} is not a switch", "write true or false", Rule.SWITCH)
    return text == "true"


SWITCH = _shape("true or false", type=["boolean", "string"], pattern="^(true|false)$")
Switch = Annotated[bool, *_read(parse_switch, SWITCH)]


def parse_held(text: str) -> Held:
    """The whole for `true`, a fragment for `partial`, nothing for `false`."""
    known = {"true": Held.WHOLE, "partial": Held.PARTIAL, "false": Held.NONE}
    if text not in known:
        raise Miswritten(f"{text!r} does not say how much was read", "write true, partial or false", Rule.SWITCH)
    return known[text]


HELD = _shape("true, partial or false", type=["boolean", "string"], pattern="^(true|partial|false)$")
HowMuchHeld = Annotated[Held, *_read(parse_held, HELD)]


def parse_language(text: str) -> str:
    """The code itself."""
    if text not in LANGUAGES:
        way_out = f"write {' or '.join(LANGUAGES)}"
        raise Miswritten(f"{text!r} is not the code of a language of the atlas", way_out, Rule.UNKNOWN_WORD)
    return text


LANGUAGE = _shape(" or ".join(LANGUAGES), type="string", enum=list(LANGUAGES))
LanguageCode = Annotated[str, *_read(parse_language, LANGUAGE)]


def parse_decimal(text: str) -> Decimal:
    """The number with the decimals it was written with."""
    if not _NUMBER.fullmatch(text):
        way_out = "write 28000 or 98.9: a decimal point, no separator for thousands"
        raise Miswritten(f"{text!r} is not a number", way_out, _rule_of_number(text))
    return Decimal(text)


def _rule_of_number(text: str) -> Rule:
    """Which of the ways of writing a number it is that pages use and values do not."""
    if re.fullmatch(r"-?\d+,\d{1,6}", text) and not re.fullmatch(r"-?\d{1,3},\d{3}", text):
        return Rule.COMMA_DECIMAL
    return Rule.THOUSANDS if re.fullmatch(r"-?\d{1,3}(?:[., _']\d{3})+(?:[.,]\d+)?", text) else Rule.NUMBER_FORM


NUMBER = _shape(
    "a number: 28000 or 98.9",
    type=["number", "string"],
    pattern=r"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$",
    minimum=-(10**15),
    maximum=10**15,
    examples=[28000, 98.9],
)
Number = Annotated[Decimal, *_read(parse_decimal, NUMBER)]
Decimals = Annotated[str, *_read(lambda text: str(parse_decimal(text)), NUMBER)]


def parse_count(text: str) -> int:
    """The whole number, 1 or more."""
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise Miswritten(f"{text!r} is not a whole number from 1", "write 20", Rule.WATCH)
    return int(text)


COUNT = _shape(
    "a whole number",
    type=["integer", "string"],
    pattern="^[1-9][0-9]{0,5}$",
    minimum=1,
    maximum=999999,
    examples=[20, 100],
)
Count = Annotated[int, *_read(parse_count, COUNT)]

PERIOD = _shape(
    f"a date: {FORMS}",
    type=["string", "integer"],
    pattern=rf"^{_PERIOD}(/({_PERIOD}|\.\.|P[1-9][0-9]?[YMWD]))?$",
    minimum=1900,
    maximum=2099,
    examples=["2026-06-11", "2026-Q3", "early-2026", "spring-2026", "2026-06/2026-09", "2026-06/P2Y", "2028/.."],
)
When = Annotated[Period, *_read(parse_period, PERIOD)]
Dates = Annotated[str, *_read(lambda text: parse_period(text).text, PERIOD)]


def _day_or_month(period: Period) -> Period:
    if period.precision.value not in ("day", "month"):
        what = f"{period.text!r} must be a day or a month, as printed on the document"
        raise Miswritten(what, "write 2026-06-11, or 2026-06", Rule.PUBLISHED_ROUGHLY)
    return period


DAY_OR_MONTH = _shape(
    "a day or a month: 2026-06-11 or 2026-06",
    type="string",
    pattern=f"^{_YEAR}-({_MONTH}|{_DAY_OF_YEAR})$",
    examples=["2026-06-11", "2026-06"],
)
Published = Annotated[When, AfterValidator(_day_or_month), WithJsonSchema(dict(DAY_OR_MONTH))]


def _web_address(text: str, *, encrypted: bool = False) -> str:
    if not is_web_address(text, encrypted=encrypted):
        what = f"{text!r} is not a web address"
        raise Miswritten(what, "write https:// and the address of the page", Rule.WEB_ADDRESS)
    return text


WEB_ADDRESS = _shape(
    "a web address: https://…",
    type="string",
    pattern=r"^\s*https?://",
    examples=["https://example.org/letter.pdf", "https://example.org/papers/31934-35"],
)
Address = Annotated[Text, AfterValidator(_web_address), WithJsonSchema(dict(WEB_ADDRESS))]
PageAddress = Annotated[Text, AfterValidator(partial(_web_address, encrypted=True)), WithJsonSchema(dict(WEB_ADDRESS))]
"""Of a page to which readers are led."""


class Record(BaseModel):
    """Frozen, and strict about its keys. Knows where it is written; records that say the same are equal."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, defer_build=True)

    _written: Written = PrivateAttr(default_factory=lambda: NOWHERE)  # as a default it would be copied, deeply

    @property
    def file(self) -> str:
        """The file in which it is written, relative to the project; empty if it was not read from one."""
        return self._written.file

    @property
    def path(self) -> tuple[Step, ...]:
        """Where in its file it is written: keys, and numbers of entries from 0."""
        return self._written.path

    def place(self, *path: Step) -> Location:
        """Where the value at `path` within it starts; if it is not written, where its nearest parent does."""
        return self._written.place(*path)

    def locate(self, written: Written) -> None:
        """Gives it and every record inside it their locations; called once, when they are read."""
        self._written = written
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Record):
                value.locate(written.inside(name))
            elif isinstance(value, tuple):
                for i, entry in enumerate(value):
                    if isinstance(entry, Record):
                        entry.locate(written.inside(name, i))


def _described(code: str) -> str:
    name = language(code).name
    return f"The text in {name}." if code == LANGUAGES[0] else f"The same in {name}; figures identical."


class Bilingual(Record):
    """A text in both languages of the atlas."""

    __annotations__ = dict.fromkeys(LANGUAGES, Text)

    def __getitem__(self, code: str) -> str:
        """The text in the language of that code."""
        return str(getattr(self, code))


for _code in LANGUAGES:
    Bilingual.model_fields[_code].description = _described(_code)
Bilingual.model_rebuild(force=True)


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """Every model in the annotation of a field, however deep: of `tuple[Report, ...]` it is Report."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from records_in(argument)
