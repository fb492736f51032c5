"""What a visit gave, as a person and as a machine reads it."""

import json
from dataclasses import replace

import pytest

from generator.model.enums import Match, Stage
from generator.watch.http import ServiceFailed
from generator.watch.output import as_json, as_text, failure_text
from generator.watch.state import Cursor, Finding
from generator.watch.watcher import Failure, Watched
from tests.watch.test_state import FOUND, WAITING

NOTHING = Watched((), (), (), Cursor(), {})
FAILED = Failure("house", ServiceFailed("https://example.nl/feed", "it answered 503", "Try again later."))


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        pytest.param(
            FOUND,
            [
                "kst-99123-7, 2026-09-24: Een “brief” – nr. 7",
                "    certain: it carries the number of the dossier",
                "    found at house: https://example.nl/7",
                "    file: https://example.nl/7.xml",
                f"    fetched as kst-99123-7.xml, SHA-256 {'ab' * 32}",
            ],
            id="with its file",
        ),
        pytest.param(
            WAITING,
            [
                "no number yet, no date: no title",
                "    doubtful: only its title says so",
                "    found at house: no page",
                "    announced, no text yet",
            ],
            id="of which there is nothing yet",
        ),
        pytest.param(
            replace(FOUND, stage=Stage.WITHDRAWN, match=Match.DOUBTFUL, file="", address="", sha256=""),
            [
                "kst-99123-7, 2026-09-24: Een “brief” – nr. 7",
                "    doubtful: only its title says so",
                "    found at house: https://example.nl/7",
                "    withdrawn by the service",
            ],
            id="that was taken back",
        ),
    ],
)
def test_a_paper_is_told_with_all_that_is_known(found: Finding, lines: list[str]) -> None:
    assert as_text(replace(NOTHING, findings=(found,))).splitlines() == ["1 new paper", "", *lines]


def test_several_papers_are_counted() -> None:
    assert as_text(replace(NOTHING, findings=(FOUND, WAITING))).startswith("2 new papers\n\n")


def test_nothing_new_is_said_unless_a_service_failed() -> None:
    assert (as_text(NOTHING), as_text(replace(NOTHING, failures=(FAILED,)))) == ("Nothing new.", "")


def test_a_failure_tells_the_service_the_address_the_answer_and_the_way_out() -> None:
    assert failure_text(FAILED) == "house: it answered 503\n    https://example.nl/feed\n    Try again later."


def test_a_machine_gets_null_for_what_is_not_known() -> None:
    told = json.loads(as_json(replace(NOTHING, findings=(WAITING,), remarks=("more",)), "inbox"))

    assert told == {
        "papers": [
            {
                "number": None, "title": None, "sort": None, "reference": None,
                "published": None, "match": "doubtful", "stage": "announced",
                "service": "house", "page": None, "address": None, "file": None, "sha256": None,
            }
        ],
        "failures": [],
        "remarks": ["more"],
    }  # fmt: skip
