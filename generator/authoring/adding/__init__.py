"""New records: what is asked for them, where they go in a file, and whether the archive stays valid."""

from generator.authoring.adding.entry import Fault, answered, asked_of, fault_with
from generator.authoring.adding.kinds import KINDS, RecordKind
from generator.authoring.adding.prompts import Question, example_of, fault_in
from generator.authoring.adding.scaffold import Draft, Spot, drafted, problems_with, spot_of
from generator.authoring.adding.searches import with_search

__all__ = [
    "KINDS",
    "Draft",
    "Fault",
    "Question",
    "RecordKind",
    "Spot",
    "answered",
    "asked_of",
    "drafted",
    "example_of",
    "fault_in",
    "fault_with",
    "problems_with",
    "spot_of",
    "with_search",
]
