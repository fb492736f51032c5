"""A source passage by passage: its numbers, and every record that it supports."""

import re
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.model.citation import Citation
from generator.pages.render import Planned, printed
from generator.pages.views.parts import Link
from generator.pages.views.passages import PassageView, RecordsOfTheme, at_text, passage_groups
from generator.pages.views.sources import source_view
from tests.support.bridges import bridges, indicator, milestone, standing, statement, value
from tests.support.described import TEXT, archive_of, report
from tests.support.views import context_with, small_context


def supported(archive: Archive, passage: str = "p-1") -> list[tuple[str, str]]:
    """(path, text) of the records that a passage of the first letter supports."""
    context = context_with(archive)
    groups = passage_groups(context.edition.sources["first"], context)
    (found,) = [shown for group in groups for shown in group.passages if shown.id == passage]
    return [(link.path, link.text) for theme in found.themes for link in theme.records]


@pytest.mark.parametrize(
    ("theme", "record"),
    [
        pytest.param(
            {"statements": [statement("first")]}, ("themes/bridges/#opened", "[statement] 1"), id="a statement"
        ),
        pytest.param({"indicators": [indicator(value("first"))]}, ("themes/bridges/#posts", "Posts"), id="a value"),
        pytest.param(
            {"milestones": [milestone(report("first", "announced"))]}, ("milestones/bridge/", "Bridge"), id="a report"
        ),
        pytest.param(
            {"statements": [statement("second")], "standings": [standing("first")]},
            ("themes/bridges/#standing", "[standing]"),
            id="a standing",
        ),
    ],
)
def test_a_passage_shows_every_kind_of_record_that_it_supports(theme: dict[str, Any], record: tuple[str, str]):
    assert supported(bridges(**theme)) == [record]


def test_a_passage_shows_the_contradiction_that_it_is_part_of():
    sources = [{"id": "first", "kind": "letter", "published": "2020-10-15", "passages": "2"}]
    tension = {"id": "t", "themes": ["bridges"], "text": TEXT, "cites": ["first#p-1", "first#p-2"]}
    themes = {"bridges": {"statements": [statement("first")]}}
    archive = archive_of({"sources": sources, "themes": themes, "tensions": [tension]})

    assert supported(archive, "p-2") == [("tensions/#t", "[tension]")]


def test_a_record_that_cites_a_passage_twice_stands_once():
    twice = milestone(report("first", "announced", due="2021"), report("first", "stalled", due="2022"))

    assert supported(bridges(milestones=[twice])) == [("milestones/bridge/", "Bridge")]


def test_a_passage_is_shown_with_all_that_is_known_of_it():
    context = small_context()
    groups = passage_groups(context.edition.sources["verslag-2022"], context)
    records = (
        Link("themes/ferries/#standing", "[standing]"),
        Link("themes/ferries/#jetty-without-permit", "[statement] 1"),
        Link("milestones/ferry-noordeiland/", "Ferry to Noordeiland"),
    )

    assert [(group.headings, [p.id for p in group.passages]) for group in groups] == [
        (("Sluizen",), ["sluizen-1", "sluizen-2", "sluizen-3"]),
        (("Veren",), ["veren-1", "veren-2", "veren-3"]),
        (("Mensen",), ["mensen-1"]),
    ]
    assert {group.language for group in groups} == {"nl"}
    assert groups[1].passages[0] == PassageView(
        id="veren-1",
        former=("ponten-1",),
        number="1",
        words=26,
        numbers=(),
        dates=(),
        uncarried=(),
        themes=(RecordsOfTheme("Ferries", records),),
        unused=None,
        quotation="Voor de steiger is nog geen vergunning verleend.",
        address=None,
        place="[source.place Veren 1]",
    )


def test_only_a_passage_that_is_quoted_links_to_its_words_in_the_document():
    sources = [
        {
            "id": "first",
            "kind": "letter",
            "published": "2020-10-15",
            "passages": "2",
            "url": "https://example.org/a.html",
        }
    ]
    archive = archive_of({"sources": sources, "themes": {"bridges": {"statements": [statement("first")]}}})
    quoted = {Citation("first", "p-1"): "De brug is in mei geopend, zegt de minister."}
    context = context_with(archive, quotations=quoted)
    shown = [p for group in passage_groups(context.edition.sources["first"], context) for p in group.passages]

    assert [passage.address for passage in shown] == [
        "https://example.org/a.html#:~:text=De%20brug%20is%20in%20mei",
        None,
    ]


def test_links_to_the_words_of_passages_have_names_that_differ():
    quoted = dict.fromkeys((Citation("first", "p-1"), Citation("first", "p-2")), "De brug is geopend.")
    sources = [
        {"id": "first", "kind": "letter", "published": "2020-10-15", "passages": "2", "url": "https://example.org/"}
    ]
    archive = archive_of({"sources": sources, "themes": {"bridges": {"statements": [statement("first")]}}})
    context = context_with(archive, quotations=quoted)
    page = printed(Planned("sources/first/", "Title", source_view(context.edition.sources["first"], context)), context)
    links = re.findall(r"<figcaption><a [^>]*>(.*?)</a>", "".join(page.blocks.values()))
    names = [re.sub(r"<[^>]*>", "", link) for link in links]

    assert len(names) == len(set(names)) == 2
    assert [name for name in names if "[source.quotation " not in name or "[source.place " not in name] == []


@pytest.mark.parametrize(
    ("address", "text", "found"),
    [
        pytest.param("https://a.nl/", "Een, twee & drie", "https://a.nl/#:~:text=Een%2C%20twee%20%26%20drie",
                     id="a comma and an ampersand separate parts of a fragment"),
        pytest.param("https://a.nl/", "-tussen-haakjes-", "https://a.nl/#:~:text=%2Dtussen%2Dhaakjes%2D",
                     id="a dash marks what is around the text"),
        pytest.param("https://a.nl/", "één 100% #1 a_b?", "https://a.nl/#:~:text=%C3%A9%C3%A9n%20100%25%20%231%20a_b%3F",
                     id="letters and signs that an address cannot have"),
        pytest.param("https://a.nl/?id=1#p2", "Een", "https://a.nl/?id=1#p2:~:text=Een",
                     id="an address with a fragment"),
    ],
)  # fmt: skip
def test_the_words_to_find_are_encoded(address: str, text: str, found: str):
    assert at_text(address, text) == found


def test_what_is_out_of_scope_says_why():
    context = small_context()
    groups = passage_groups(context.edition.sources["brief-2021-03-10"], context)
    unused = {p.id: p.unused for group in groups for p in group.passages if p.unused}

    assert unused == {
        "aanhef-1": "[source.out_of_scope] (date line)",
        "aanhef-2": "[source.out_of_scope] (salutation)",
        "tot-slot-1": "[source.out_of_scope] (closing formula)",
    }


def test_what_stands_above_all_headings_is_under_none():
    """That it stands there is said in the language of the page, whatever that of the document is."""
    context = small_context(language="en")
    opening = next(
        group for group in passage_groups(context.edition.source, context) if group.passages[0].id.startswith("aanhef-")
    )

    assert opening.headings == ("[source.opening]",)
    assert (opening.heading_language, opening.language) == ("en", "nl")
    assert opening.passages[0].place == "[source.place_at_the_top 1]"
