"""What had been published on a day: the sources of records, and the documents that were not read."""

from datetime import date

from generator.editions.accounts import knowledge_of
from generator.editions.knowledge import Knowledge, Unread
from generator.model.citation import Citation
from tests.support.described import LETTERS, archive_of, named

PAPERS = [
    {"id": "before", "title": named("Before"), "published": "2020-10-15"},
    {"id": "month", "title": {"nl": "Brief over TERMIJNEN", "en": "Letter"}, "published": "2020-11"},
    {"id": "other", "title": {"nl": "Buitentermijn", "en": "Other"}, "published": "2021-01-01"},
    {"id": "after", "title": named("After"), "published": "2026-01-01"},
    {"id": "undated", "title": named("Undated")},
]


def known() -> Knowledge:
    return knowledge_of(archive_of({"sources": LETTERS, "themes": {}, "references": PAPERS}), date(2024, 12, 31))


def test_documents_count_after_the_last_mention_up_to_the_day() -> None:
    knowledge = known()
    unread = knowledge.unread_since(knowledge.sources["first"], ["term"])

    assert unread == Unread(2, ("month",), date(2020, 10, 15), date(2024, 12, 31))


def test_without_terms_no_title_names_the_theme() -> None:
    knowledge = known()

    assert knowledge.unread_since(knowledge.sources["first"], []).of_theme == ()


def test_a_report_may_be_of_a_source_or_of_the_register() -> None:
    knowledge = known()
    cited = [("first", "p-1"), ("register", "month"), ("register", "after"), ("register", "undated"), ("third", "p-1")]
    sources = [knowledge.source_of([Citation(*citation)]) for citation in cited]

    assert [source and source.id for source in sources] == ["first", "month", None, None, None]


def test_only_sources_that_were_read_or_cited_are_known_by_their_citations() -> None:
    knowledge = known()

    assert knowledge.knows([Citation("first", "p-1"), Citation("second", "p-1")])
    assert not knowledge.knows([Citation("first", "p-1"), Citation("register", "month")])
