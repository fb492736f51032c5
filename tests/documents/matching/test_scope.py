"""Letterhead, salutation, closing and signature are known by what they are, and the text between them is not."""

from datetime import date

from generator.documents.block import Block, BlockKind
from generator.documents.matching.scope import out_of_scope
from generator.documents.passages import passages_of

TEXTS = {
    "Ministerie van Water": "letterhead",
    "Retouradres Postbus 1": "letterhead",
    "Datum 11 juni 2026": "date line",
    "Betreft Stand van zaken": "subject line",
    "Geachte voorzitter,": "salutation",
    "De sluis is open.": "",
    "Hieronder staan de sluizen.": "announces what follows",
    "2024 2025": "column heads",
    "Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.": "closing formula",
    "Hoogachtend,": "closing formula",
    "de minister van Water": "signature",
    "A. van der Sluis": "signature",
}


def reasons(texts: list[str]) -> list[str]:
    passages = passages_of([Block(BlockKind.PARAGRAPH, text) for text in texts], date(2026, 6, 11))
    found = out_of_scope(passages)
    return [found.get(passage.id, "") for passage in passages]


def test_what_frames_a_letter_is_out_of_scope() -> None:
    assert reasons(list(TEXTS)) == list(TEXTS.values())


def test_a_long_paragraph_above_the_salutation_is_read() -> None:
    assert reasons(["woord " * 40, "Geachte voorzitter,", "De sluis is open."]) == ["", "salutation", ""]


def test_what_follows_a_closing_and_is_long_is_no_signature() -> None:
    assert reasons(["De sluis is open.", "Hoogachtend,", "woord " * 40]) == ["", "", ""]


def test_a_paper_without_salutation_has_no_letterhead() -> None:
    assert reasons(["De sluis is open.", "Het veer vaart."]) == ["", ""]
