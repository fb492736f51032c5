"""Official services are asked for new papers, which become pull requests, and addresses for documents to quote."""

from generator.watch.documents import Limits, fetch_document
from generator.watch.http import Downloads, ServiceFailed, agent_of, doors_for
from generator.watch.identifiers import day_of_newest, known_papers
from generator.watch.output import as_json, as_text, failure_text
from generator.watch.proposal.pull_request import FoundPaper, proposed, text_of
from generator.watch.state import remembered
from generator.watch.state import text_of as state_text
from generator.watch.watcher import watch_services

__all__ = [
    "Downloads",
    "FoundPaper",
    "Limits",
    "ServiceFailed",
    "agent_of",
    "as_json",
    "as_text",
    "day_of_newest",
    "doors_for",
    "failure_text",
    "fetch_document",
    "known_papers",
    "proposed",
    "remembered",
    "state_text",
    "text_of",
    "watch_services",
]
