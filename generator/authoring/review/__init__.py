"""A review of a document: each passage beside the records that it may become, in a browser or a terminal."""

from generator.authoring.review.desk import NEW, Desk, opened_desk, written_record
from generator.authoring.review.paper import paper_at_hand
from generator.authoring.review.proposals import Proposal, blank
from generator.authoring.review.server import ReviewServer
from generator.authoring.review.site import Site
from generator.authoring.review.steps import State, Step
from generator.authoring.review.views import reasons_of

__all__ = [
    "NEW",
    "Desk",
    "Proposal",
    "ReviewServer",
    "Site",
    "State",
    "Step",
    "blank",
    "opened_desk",
    "paper_at_hand",
    "reasons_of",
    "written_record",
]
