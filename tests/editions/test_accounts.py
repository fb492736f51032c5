"""How much of each source is entered decides what is known of it; single rules are cases of `test_edition`."""

from datetime import date

import pytest

from generator.editions.accounts import Account, accounts_of, knowledge_of
from tests.support.described import LETTERS, TEXT, archive_of, named


@pytest.mark.parametrize(
    ("passages", "cited", "out", "complete"),
    [(2, 1, 1, True), (2, 2, 0, True), (2, 1, 0, False), (0, 0, 0, False)],
)
def test_a_source_is_complete_when_every_passage_is_cited_or_out_of_scope(
    passages: int, cited: int, out: int, complete: bool
) -> None:
    assert Account(passages, cited, out).is_complete is complete


def test_only_what_had_been_published_is_known() -> None:
    read = {"id": "read", "when": "2020", "kind": "result", "text": TEXT, "cites": ["first#p-1"]}
    papers = [
        {"id": "old", "title": named("Old"), "published": "2020-01"},
        {"id": "new", "title": named("New"), "published": "2022-01"},
        {"id": "undated", "title": named("Undated")},
    ]
    themes = {"bridges": {"statements": [read]}}
    archive = archive_of({"sources": LETTERS, "themes": themes, "references": papers})
    known = knowledge_of(archive, date(2020, 12, 31))

    assert (list(known.sources), known.complete, list(known.registered)) == (["first"], {"first"}, ["old"])
    assert accounts_of(archive, known) == {"first": Account(1, 1, 0)}
