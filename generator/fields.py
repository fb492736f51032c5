"""The strict readings of a single written word: id, citation, number, switch, text. Each raises ValueError."""

import re
from decimal import Decimal

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?", re.ASCII)


def parse_id(text: str) -> str:
    """The id itself."""
    if not _ID.fullmatch(text) or len(text) > 100:
        raise ValueError(f"{text!r} is not an id; write lower-case letters, digits and single hyphens")
    return text


def parse_citation(text: str) -> str:
    """The citation itself, `source#passage`."""
    source, hash_sign, passage = text.partition("#")
    if not hash_sign or not _ID.fullmatch(source) or not _ID.fullmatch(passage):
        raise ValueError(f"{text!r} is not a citation; write source#passage, as in letter-2026-06-11#drones-1")
    return text


def parse_decimal(text: str) -> Decimal:
    """The number with the decimals it was written with."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{text!r} is not a number; write 28000 or 98.9: a decimal point, no separator for thousands")
    return Decimal(text)


def parse_count(text: str) -> int:
    """The whole number, 1 or more."""
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise ValueError(f"{text!r} is not a whole number from 1; write 20")
    return int(text)


def parse_switch(text: str) -> bool:
    """True for `true`, False for `false`."""
    if text not in ("true", "false"):
        raise ValueError(f"{text!r} is not a switch; write true or false")
    return text == "true"


def parse_text(text: str) -> str:
    """The text with its white space folded."""
    folded = " ".join(text.split())
    if not folded:
        raise ValueError("the text is empty")
    return folded
