"""What several pages print: citations, links to edit, states, counts of changes, contradictions."""

from dataclasses import replace

import pytest

from generator.archive.register import registered
from generator.model.types import parse_citation
from generator.pages.views.parts import (
    Chip,
    CountView,
    EditLink,
    Link,
    change_counts,
    chart_view,
    chips,
    edit_link,
    source_link,
    tension_view,
)
from tests.support.bridges import FIRST, bridges
from tests.support.described import archive_of
from tests.support.phrases import WORDS
from tests.support.views import context_with, small_context


@pytest.mark.parametrize(
    ("cites", "shown"),
    [
        pytest.param(["second#p-1"], ["Section ¶1"], id="one passage is one chip"),
        pytest.param(["second#p-1", "second#p-2", "second#p-3"], ["Section ¶1–3"], id="passages in a row share a chip"),
        pytest.param(["second#p-1", "second#p-3"], ["Section ¶1", "Section ¶3"], id="a gap parts them"),
        pytest.param(["second#p-2", "second#p-2"], ["Section ¶2"], id="the same passage is cited once"),
        pytest.param(["first#p-1", "second#p-2"], ["Section ¶1", "Section ¶2"], id="two sources are two chips"),
    ],
)
def test_citations_are_told_by_section_and_number(cites, shown):
    assert [chip.passage for chip in chips(map(parse_citation, cites), bridges(), WORDS)] == shown


def test_a_citation_has_the_page_of_a_document_that_has_pages():
    archive = bridges()
    paged = archive.passages["second"]["p-1"].model_copy(update={"page": "1007"})
    printed = replace(archive, passages={**archive.passages, "second": {**archive.passages["second"], "p-1": paged}})
    cites = [parse_citation(f"second#p-{n}") for n in (1, 3)]

    assert [chip.passage for chip in chips(cites, printed, WORDS)] == ["Section ¶1 (p. 1007)", "Section ¶3"]


def test_a_source_without_passages_is_cited_by_its_title():
    context = small_context()
    (chip,) = chips([parse_citation("meetnet-2021#wachttijd-1")], context.archive, context.locale)

    assert (chip.path, chip.passage) == ("sources/meetnet-2021/#wachttijd-1", "Figures of the measuring network")


def test_a_record_and_a_file_are_edited_where_they_stand():
    context, file = small_context(), "data/themes/locks/statements.yaml"
    base = "https://example.org/edit/"

    assert edit_link(context, file) == EditLink(f"{base}{file}#L1", f"{file}:1", file)
    assert edit_link(context, file, "soft-ground") == EditLink(f"{base}{file}#L10", f"{file}:10", "soft-ground")


def test_nothing_is_edited_where_the_atlas_does_not_say_where():
    assert edit_link(context_with(bridges(statements=[FIRST])), "data/glossary.yaml") is None


def test_what_is_not_drawn_has_no_chart():
    assert chart_view(None) is None


def test_a_document_that_was_not_read_is_cited_in_the_register_by_its_number():
    context = small_context()
    (chip,) = chips([parse_citation("register#plan-2020")], context.archive, context.locale)

    assert chip == Chip("sources/#plan-2020", "[register]", "12 345, nr. 6")


def test_a_document_that_was_not_read_is_named_by_its_number_or_else_its_title():
    context = small_context()
    papers = [registered(context.archive.references[id]) for id in ("plan-2020", "plan-2022")]
    links = [source_link(paper, context.locale) for paper in papers if paper]

    assert links == [Link("sources/#plan-2020", "12 345, nr. 6"), Link("sources/#plan-2022", "Plan for the locks")]


def test_changes_are_counted_by_kind_and_subject():
    context = small_context()

    assert change_counts(context.volume.changes, context.locale)[:3] == (
        CountView("new", "changes/#kind-statement-new", 2, "[change.statement.new]"),
        CountView("new", "changes/#kind-milestone-new", 1, "[change.milestone.new]"),
        CountView("restated", "changes/#kind-indicator-restated", 1, "[change.indicator.restated]"),
    )


def test_a_contradiction_names_only_themes_that_are_known():
    tension = {"id": "t", "themes": ["bridges", "ferries"], "text": {"nl": "T", "en": "T"}}
    archive = archive_of(
        {
            "sources": [{"id": "first", "kind": "letter", "published": "2020-10-15", "passages": "2"}],
            "themes": {"bridges": {"statements": [FIRST]}, "ferries": {}},
            "tensions": [{**tension, "cites": ["first#p-1", "first#p-2"]}],
        }
    )
    context = context_with(archive)

    assert [link.path for link in tension_view(context.edition.tensions[0], context).themes] == ["themes/bridges/"]
