"""A passage that is read under another id is known by its words, and its citations follow it."""

from datetime import date

import pytest

from generator.archive.validate import read_record
from generator.archive.yaml_loader import read_yaml
from generator.documents.block import Block, BlockKind
from generator.documents.index.writing import index_of
from generator.documents.passages import passages_of
from generator.documents.search.moved import moved_in, with_citations_moved, with_scope_moved
from generator.model.source import PassageIndex

DAY = date(2026, 6, 11)
LOCK = "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen tot negentig meter."
NOTE = "Waterdienst, Jaarverslag 2025."
FERRY = "Het veer naar Noordeiland vaart sinds januari zonder uitstoot en zet meer reizigers over."
BRIDGE = "Alle bruggen zijn gekeurd."


def moved(before: list[str], now: list[str]) -> dict[str, str]:
    """What became of the passages of a letter with such paragraphs."""
    known, read = (passages_of([Block(BlockKind.PARAGRAPH, text) for text in texts], DAY) for texts in (before, now))
    index = read_record(read_yaml(index_of("letter", "2026-06-11", known, "0" * 64), "l.yaml"), PassageIndex)
    return moved_in("letter", {p.id: p for p in index.passages}, [(p.id, p.hash, p.stems) for p in read])


@pytest.mark.parametrize(
    ("before", "now", "became"),
    [
        pytest.param([LOCK, FERRY], [LOCK, FERRY], {}, id="nothing, where nothing changed"),
        pytest.param([LOCK, FERRY], [BRIDGE, LOCK, FERRY], {"aanhef-1": "aanhef-2", "aanhef-2": "aanhef-3"},
                     id="one moves up for another"),
        pytest.param([LOCK], [BRIDGE, f"{LOCK} {NOTE}"], {"aanhef-1": "aanhef-2"}, id="and may get a note"),
        pytest.param([LOCK, FERRY], [f"{LOCK} {NOTE}", FERRY], {"aanhef-1": "aanhef-1"}, id="in its place"),
        pytest.param([LOCK], [FERRY], {}, id="a text that is another did not move"),
        pytest.param([LOCK, LOCK], [BRIDGE, LOCK], {}, id="two do not become one")
    ],
)  # fmt: skip
def test_a_passage_becomes_the_one_with_its_words(before: list[str], now: list[str], became: dict[str, str]) -> None:
    assert moved(before, now) == became


def test_citations_of_the_source_follow_in_one_step() -> None:
    text = "cites: [letter#a-1, letter#a-2, letter#a-10, other-letter#a-1]"

    assert with_citations_moved(text, "letter", {"a-1": "a-2", "a-2": "b-1"}) == (
        "cites: [letter#a-2, letter#b-1, letter#a-10, other-letter#a-1]"
    )


def test_so_do_passages_out_of_scope() -> None:
    assert with_scope_moved("- {passage: a-1, why: letterhead}", {"a-1": "a-2"}) == "- {passage: a-2, why: letterhead}"
