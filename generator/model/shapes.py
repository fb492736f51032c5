"""What each kind of written scalar looks like to a JSON Schema, whose reader has made numbers of what looks like one.

A shape refuses nothing that the strict reading of `scalars` takes, but for a text that is only the word `true` or
`false`: to let it pass, an editor would have to offer both words for every text.
"""

from collections.abc import Mapping
from typing import Any

from generator.model.period import FORMS

Shape = Mapping[str, Any]
"""Part of a JSON Schema; the first type is the one that an editor writes."""

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_YEAR = "(19|20)[0-9]{2}"
_MONTH = "(0[1-9]|1[0-2])"
_DAY_OF_YEAR = "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
_PERIOD = f"({_YEAR}(-({_MONTH}|{_DAY_OF_YEAR}|Q[1-4]|H[12]))?|(early|mid|late|before-summer)-{_YEAR})"


def _shape(description: str, **keywords: Any) -> Shape:
    """What is told of the scalar, also where it is something else."""
    return {**keywords, "description": description, "errorMessage": f"needs {description}"}


TEXT = _shape("a text", type=["string", "number"], pattern=r"\S")
ID = _shape(
    "an id: lower-case words joined by hyphens",
    type=["string", "number"],
    pattern=f"^{_ID}$",
    maxLength=100,
    minimum=0,
)
CITATION = _shape("a citation: source#passage", type="string", pattern=f"^{_ID}#{_ID}$")
SWITCH = _shape("true or false", type=["boolean", "string"], pattern="^(true|false)$")
WEB_ADDRESS = _shape(
    "a web address: https://… or http://…",
    type="string",
    pattern=r"^\s*https?://",
    examples=["https://example.org/letter.pdf", "https://example.org/papers/31934-35"],
)
BASE_ADDRESS = _shape(
    "a web address that ends in a slash",
    type="string",
    pattern=r"^\s*https?://(.*\S)?/\s*$",
    examples=["https://example.org/atlas/", "https://example.org/agency/atlas/edit/main/"],
)
NUMBER = _shape(
    "a number: 28000 or 98.9",
    type=["number", "string"],
    pattern=r"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$",
    minimum=-(10**15),
    maximum=10**15,
    examples=[28000, 98.9],
)
COUNT = _shape(
    "a whole number",
    type=["integer", "string"],
    pattern="^[1-9][0-9]{0,5}$",
    minimum=1,
    maximum=999999,
    examples=[20, 100],
)
PERIOD = _shape(
    f"a date: {FORMS}",
    type=["string", "integer"],
    pattern=f"^{_PERIOD}(/{_PERIOD})?$",
    minimum=1900,
    maximum=2099,
    examples=["2026-06-11", "2026-Q3", "early-2026", "2026-06/2026-09"],
)
DAY_OR_MONTH = _shape(
    "a day or a month: 2026-06-11 or 2026-06",
    type="string",
    pattern=f"^{_YEAR}-({_MONTH}|{_DAY_OF_YEAR})$",
    examples=["2026-06-11", "2026-06"],
)
