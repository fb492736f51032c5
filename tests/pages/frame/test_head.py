"""The head of a page: its own first sentence, its address in each language, its feeds, and how it is shared."""

import pytest

from generator.pages.frame.head import description_of
from tests.support.heads import HOME, head, page_at, volume_at

FERRIES = page_at("themes/ferries/", "Ferries")


@pytest.mark.parametrize(
    ("html", "description"),
    [
        pytest.param('<p class="lead answer">Two are done.</p><p>More.</p>', "Ferries: Two are done.", id="its answer"),
        pytest.param(
            '<p class="question">What?</p><p class="lead">One is.</p>', "Ferries: One is.", id="not a question"
        ),
        pytest.param(
            '<p class="crumbs"><a>Up</a></p><ul class="key-figures"><li><strong>open</strong> '
            '<span class="base">late</span> <span>It says so.</span></li><li>2022</li></ul>',
            "Ferries: open; late. It says so.",
            id="of a milestone its state, not the page above it",
        ),
        pytest.param(
            '<dl class="facts"><div><dt>Published</dt><dd>2020</dd></div><div><dt>By</dt><dd>Us</dd></div></dl>',
            "Ferries: Published: 2020. By: Us.",
            id="of a document the facts",
        ),
        pytest.param(
            "<p>Ferries &amp; <b>locks</b>.</p>", "Ferries & locks.", id="a title that is in it is not repeated"
        ),
        pytest.param(
            '<p class="lead">Two<span class="notes"><a>1</a></span> <svg><text>9</text></svg> are.</p>',
            "Ferries: Two are.",
            id="without notes and drawings",
        ),
        pytest.param("<h1>Ferries</h1>", "", id="nothing where the page has no sentence"),
    ],
)
def test_a_description_is_the_first_sentence_of_the_page(html, description):
    assert description_of("Ferries", html) == description


@pytest.mark.parametrize(
    ("text", "description"),
    [
        pytest.param("A" * 100 + ". " + "B" * 200 + ".", "A" * 100 + ".", id="whole sentences if they fit"),
        pytest.param("word " * 60 + ".", "word " * 43 + "word …", id="else whole words"),
    ],
)
def test_a_long_description_is_shortened_at_a_border(text, description):
    assert description_of("", f"<p>{text}</p>") == description
    assert len(description) <= 222


def test_a_page_without_a_sentence_is_described_as_the_site():
    assert head(FERRIES).description == "What the Waterway Service said it would do, and what came of it."


@pytest.mark.parametrize(
    ("base", "path", "alternates"),
    [
        pytest.param(
            HOME,
            "themes/ferries/",
            (
                ("nl", f"{HOME}nl/themes/ferries/"),
                ("en", f"{HOME}en/themes/ferries/"),
                ("x-default", f"{HOME}nl/themes/ferries/"),
            ),
            id="itself, the other language, and the language of the site for any other reader",
        ),
        pytest.param(
            HOME,
            "",
            (("nl", f"{HOME}nl/"), ("en", f"{HOME}en/"), ("x-default", HOME)),
            id="the home page of each language, and the choice between them",
        ),
        pytest.param(
            None,
            "places/",
            (("nl", "../../nl/places/"), ("en", "./"), ("x-default", "../../nl/places/")),
            id="relative as long as nobody knows where the site is",
        ),
    ],
)
def test_a_page_names_itself_in_every_language(base, path, alternates):
    assert head(page_at(path), volume=volume_at(base)).alternates == alternates


@pytest.mark.parametrize(
    ("volume", "is_indexed"),
    [
        pytest.param(volume_at(edition=0), False, id="of an older edition"),
        pytest.param(volume_at(alone=True), True, id="of a site of one language"),
    ],
)
def test_a_page_names_no_other_language_where_search_engines_list_none(volume, is_indexed):
    assert head(FERRIES, volume=volume, is_indexed=is_indexed).alternates == ()


@pytest.mark.parametrize("edition", [0, -1], ids=["an older edition", "the newest"])
def test_the_feeds_of_a_page_are_those_of_the_newest_edition_and_of_what_it_is_about(edition):
    files = head(FERRIES, volume=volume_at(edition=edition)).subscriptions

    assert [(file.media_type, file.title, file.link) for file in files] == [
        ("application/atom+xml", "Atlas of the Waterway Service", f"{HOME}en/feed.xml"),
        ("application/atom+xml", "Ferries · Atlas of the Waterway Service", f"{HOME}en/themes/ferries/feed.xml"),
        ("text/calendar", "Ferries · Atlas of the Waterway Service", f"{HOME}en/themes/ferries/promises.ics"),
    ]


def test_no_calendar_is_offered_in_which_nothing_is_awaited():
    files = head(page_at("themes/locks/")).subscriptions

    assert [file.link for file in files] == [f"{HOME}en/feed.xml", f"{HOME}en/themes/locks/feed.xml"]


def test_a_site_of_an_older_edition_alone_has_nothing_to_follow():
    assert head(FERRIES, volume=volume_at(edition=0, alone=True)).subscriptions == ()


def test_a_shared_link_leads_to_the_copy_that_was_shared_and_shows_its_picture():
    shown = head(page_at("places/", picture="figures/places.png"), volume=volume_at(edition=0))

    assert shown.address == f"{HOME}en/editions/2021-03-10/places/"
    assert shown.picture == f"{HOME}en/editions/2021-03-10/figures/places.png"
    assert (shown.locale, shown.other_locale) == ("en_GB", "nl_NL")


def test_without_an_address_of_the_site_nothing_claims_to_be_absolute():
    shown = head(page_at("places/", picture="figures/places.png"), volume=volume_at(None))

    assert (shown.address, shown.picture) == (None, None)
