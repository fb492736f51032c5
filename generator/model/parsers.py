"""The strict readings of a single written word: id, citation, number, switch, text. Each raises Miswritten."""

import re
from decimal import Decimal

from generator.diagnostics import Rule

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?", re.ASCII)


class Miswritten(ValueError):
    """A written word that is not what it should be: the fact, the way out, and the rule."""

    def __init__(self, what: str, way_out: str, rule: Rule) -> None:
        self.what, self.way_out, self.rule = what, way_out, rule
        super().__init__(f"{what}; {way_out}" if way_out else what)


def parse_id(text: str) -> str:
    """The id itself."""
    if not _ID.fullmatch(text) or len(text) > 100:
        raise Miswritten(f"{text!r} is not an id", "write lower-case letters, digits and single hyphens", Rule.ID_FORM)
    return text


def parse_citation(text: str) -> str:
    """The citation itself, `source#passage`."""
    source, hash_sign, passage = text.partition("#")
    if not hash_sign or not _ID.fullmatch(source) or not _ID.fullmatch(passage):
        rule = Rule.CITATION_FORM if passage else Rule.CITATION_WITHOUT_PASSAGE
        way_out = "write source#passage, as in letter-2026-06-11#drones-1"
        raise Miswritten(f"{text!r} is not a citation", way_out, rule)
    return text


def parse_decimal(text: str) -> Decimal:
    """The number with the decimals it was written with."""
    if not _NUMBER.fullmatch(text):
        way_out = "write 28000 or 98.9: a decimal point, no separator for thousands"
        raise Miswritten(f"{text!r} is not a number", way_out, _rule_of_number(text))
    return Decimal(text)


def parse_count(text: str) -> int:
    """The whole number, 1 or more."""
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise Miswritten(f"{text!r} is not a whole number from 1", "write 20", Rule.WATCH)
    return int(text)


def parse_switch(text: str) -> bool:
    """True for `true`, False for `false`."""
    if text not in ("true", "false"):
        raise Miswritten(f"{text!r} is not a switch", "write true or false", Rule.SWITCH)
    return text == "true"


def parse_text(text: str) -> str:
    """The text with its white space folded."""
    folded = " ".join(text.split())
    if not folded:
        raise Miswritten("the text is empty", "write it, or leave the key out if it is not needed", Rule.EMPTY_VALUE)
    if folded in ("…", "..."):
        raise Miswritten(f"the text {folded!r} is still to be written", "write it", Rule.EMPTY_VALUE)
    return folded


def _rule_of_number(text: str) -> Rule:
    """Which of the ways of writing a number it is that pages use and values do not."""
    if re.fullmatch(r"-?\d+,\d{1,6}", text) and not re.fullmatch(r"-?\d{1,3},\d{3}", text):
        return Rule.COMMA_DECIMAL
    return Rule.THOUSANDS if re.fullmatch(r"-?\d{1,3}(?:[., _']\d{3})+(?:[.,]\d+)?", text) else Rule.NUMBER_FORM
