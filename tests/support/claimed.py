"""Claims of an invented lock, and passages with the figures that a test puts into them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from generator.archive.archive import Archive
from generator.checks.claims import Claim
from generator.checks.fact_check import FactChecker
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.types import Bilingual, parse_citation
from tests.support.described import TEXT, archive_of

DESCRIBED: dict[str, Any] = {
    "sources": [
        {"id": "letter", "kind": "letter", "published": "2022-05-04", "passages": "2"},
        {"id": "report", "kind": "annual-report", "published": "2024-06", "covers": "2023", "passages": "1"},
        {"id": "elsewhere", "kind": "external", "published": "2021-01", "reference": "2021, nr. 12"},
    ],
    "themes": {"locks": {}},
}


def archive(**passages: dict[str, Any]) -> Archive:
    """An archive of which some passages say something: `letter_1` is letter#p-1."""
    whole = archive_of(DESCRIBED)
    indexes = {id: dict(index) for id, index in whole.passages.items()}
    for name, said in passages.items():
        source, _, number = name.partition("_")
        indexes[source][f"p-{number}"] = indexes[source][f"p-{number}"].model_copy(update=said)
    return replace(whole, passages=indexes)


def checker(**passages: dict[str, Any]) -> FactChecker:
    return FactChecker(archive(**passages))


def claim(value: Any, *cites: str, part: str = "text", **more: Any) -> Claim:
    return Claim("the lock", value, tuple(map(parse_citation, cites)), Bilingual.model_validate(TEXT), part, **more)


def what(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [diagnostic.message for diagnostic in diagnostics]


def dutch(text: str) -> Bilingual:
    return Bilingual(nl=text, en="Text")
