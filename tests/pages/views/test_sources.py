"""The page of all documents, and the page of one: what it moved, said and left out."""

import pytest

from generator.model.citation import Citation
from generator.pages.views.parts import Link
from generator.pages.views.sources import LeftOut, source_view, sources_view
from tests.support.bridges import FIRST, READ, bridges
from tests.support.described import archive_of, named
from tests.support.views import CASES, context_with, reviewed, small_context, view_of

AT = "https://example.org/paper"


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("source")])
def test_sources_are_shown_as_they_were_reviewed(case):
    assert view_of(case) == reviewed(case)


@pytest.mark.parametrize(
    ("complete", "explained"),
    [
        pytest.param(True, "[source.unspoken_complete]", id="entered completely"),
        pytest.param(False, "[source.unspoken_incomplete]", id="not entered completely"),
    ],
)
def test_what_a_source_leaves_out_is_told_with_how_much_was_entered(complete, explained):
    themes = {"bridges": {"statements": [FIRST]}}
    archive = bridges(statements=[FIRST]) if complete else archive_of({"sources": READ, "themes": themes})
    context = context_with(archive)
    view = source_view(context.edition.sources["second"], context)

    assert view.left_out == LeftOut(explained, (Link("themes/bridges/", "Text"),))


@pytest.mark.parametrize(
    ("quoted", "says"),
    [
        pytest.param((), "[source.text_elsewhere]", id="none"),
        pytest.param(("p-1",), "[source.some_texts_elsewhere]", id="one of three"),
        pytest.param(("p-1", "p-2", "p-3"), None, id="all"),
    ],
)
def test_where_the_texts_are_is_said_if_any_passage_is_not_quoted(quoted, says):
    archive = archive_of({"sources": READ, "themes": {"bridges": {"statements": [FIRST]}}})
    texts = {Citation("second", id): "Text." for id in quoted}
    context = context_with(archive, quotations={**texts, Citation("first", "p-1"): "Text."})

    assert source_view(context.edition.sources["second"], context).elsewhere == says


def test_documents_that_are_not_held_stand_by_year_and_those_without_a_date_last():
    view = sources_view(small_context())

    assert [(year.heading, [d.id for d in year.documents]) for year in view.years] == [
        ("2020", ["plan-2020"]),
        ("2022", ["plan-2022"]),
        ("[sources.undated]", ["plan-undated"]),
    ]


@pytest.mark.parametrize(
    ("paper", "is_same"),
    [
        pytest.param({"id": "paper", "published": "2020-12-01"}, True, id="of one id"),
        pytest.param({"id": "other", "published": "2020-12-01", "url": AT}, True, id="of one day at one address"),
        pytest.param({"id": "other", "published": "2020-11-01", "url": AT}, False, id="of another day at it"),
        pytest.param({"id": "other", "published": "2020-12-01"}, False, id="of one day only"),
    ],
)
def test_a_paper_of_which_a_fragment_was_read_is_shown_once(paper, is_same):
    source = {"id": "paper", "kind": "external", "published": "2020-12-01", "passages": "1", "url": AT}
    archive = archive_of(
        {
            "sources": [*READ, source],
            "references": [{"title": named("Paper"), **paper}],
            "themes": {"bridges": {"statements": [FIRST]}},
        }
    )
    view = sources_view(context_with(archive))

    assert [entry.paper.id for entry in view.outside if entry.paper] == ([paper["id"]] if is_same else [])
    assert view.not_held == sum(len(year.documents) for year in view.years) == (0 if is_same else 1)


def test_a_document_cites_only_passages_of_sources_that_the_edition_knows():
    assert sources_view(small_context(0)).years[0].documents[0].cites == ()
    assert [year.heading for year in sources_view(small_context(0)).years] == ["2020"]
