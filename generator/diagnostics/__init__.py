"""What can be wrong in what people write: diagnostics, their locations, and the rules they name."""

from generator.diagnostics.diagnostic import (
    Diagnostic,
    InvalidData,
    Location,
    Miswritten,
    UnreadData,
    did_you_mean,
    nearest,
)
from generator.diagnostics.rule_book import explanation, rule_book
from generator.diagnostics.rules import Rule

__all__ = [
    "Diagnostic",
    "InvalidData",
    "Location",
    "Miswritten",
    "Rule",
    "UnreadData",
    "did_you_mean",
    "explanation",
    "nearest",
    "rule_book",
]
