"""Menus are no text, however a page marks them; a list of the text is, and what is left out is told."""

import pytest

from generator.documents.block import LeftOut, PagePart
from generator.documents.reader import reading_of

SENTENCE = "De sluis bij Oosterdam is weer open."
MENU = "<ul><li>Menu</li><li>Voorpagina</li><li>Sluizen<ul><li>Noord</li><li>Zuid</li></ul></li><li>Veren</li></ul>"
POINTS = ["Menu", "Voorpagina", "Sluizen", "Noord", "Zuid", "Veren"]
LINKS = (
    "<ul>"
    + "".join(f"<li><a href='/{n}'>Bericht over sluis {n} en over alle veren</a></li>" for n in range(3))
    + "</ul>"
)
LIST = "<ul><li>eerst Noord</li><li>dan Zuid</li><li>dan West</li></ul>"
TITLES = [f"Bericht over sluis {n} en over alle veren" for n in range(3)]


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("body", "texts", "menu"),
    [
        pytest.param(f"{MENU}<h1>Sluizen</h1><p>{SENTENCE}</p>", ["Sluizen", SENTENCE], POINTS, id="before the text"),
        pytest.param(f"<h1>Sluizen</h1><p>{SENTENCE}</p>{MENU}", ["Sluizen", SENTENCE], POINTS, id="after it"),
        pytest.param(f"<p>{SENTENCE}</p>{LINKS}<p>{SENTENCE}</p>", [SENTENCE, SENTENCE], TITLES, id="links within it"),
        pytest.param(f"<p>Direct naar de inhoud</p>{MENU}<div id='main'><p>{SENTENCE}</p></div>", [SENTENCE],
                     ["Direct naar de inhoud", *POINTS], id="outside the main part"),
        pytest.param(f"<div id='main'></div><p>{SENTENCE}</p>", [SENTENCE], [], id="a main part without text"),
        pytest.param(f"<nav><a href='/'>Voorpagina</a></nav><div role='main'><p>{SENTENCE}</p></div>"
                     "<footer><p>Over ons</p></footer><script>1</script>", [SENTENCE], ["Voorpagina", "Over ons"],
                     id="what is marked as such"),
        pytest.param(f"<p>De volgorde is:</p>{LIST}<p>{SENTENCE}</p>",
                     ["De volgorde is:", "eerst Noord", "dan Zuid", "dan West", SENTENCE], [], id="but not a list"),
        pytest.param(f"<p>{SENTENCE}</p><ul><li>Noord gaat open in mei.</li><li>Zuid niet.</li><li>West wel.</li></ul>",
                     [SENTENCE, "Noord gaat open in mei.", "Zuid niet.", "West wel."], [], id="nor one of sentences"),
        pytest.param(f"<article><p>{SENTENCE}</p>{LIST}</article>",
                     [SENTENCE, "eerst Noord", "dan Zuid", "dan West"], [], id="nor the last one of an article"),
        pytest.param("<ul><li>Noord</li><li>Zuid</li><li>West<h2>Sluizen</h2></li></ul>",
                     ["Noord", "Zuid", "West", "Sluizen"], [], id="nor one with the only heading of the page"),
    ],
)  # fmt: skip
def test_menus_are_left_out_and_told(body: str, texts: list[str], menu: list[str]) -> None:
    read = reading_of(page(body))

    assert [block.text for block in read.blocks] == texts
    assert list(read.left_out) == [LeftOut(PagePart.MENU, line) for line in menu]


OTHERS = "<p>Deze plek zet koekjes.</p>"
LETTER = f"<h1>Sluizen</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>"


@pytest.mark.parametrize(
    ("around", "lines"),
    [
        pytest.param(f"<div id='cookie-banner'>{OTHERS}</div>", ["Deze plek zet koekjes."], id="a banner"),
        pytest.param("<div class='c-breadcrumbs'><a>Thuis</a> &gt; <a>Brieven</a></div>", ["Thuis > Brieven"],
                     id="the path to the page"),
        pytest.param(f"<section class='related-content'><h2>Zie ook</h2>{OTHERS}</section>",
                     ["Zie ook", "Deze plek zet koekjes."], id="what is related"),
        pytest.param("<div><p><a>Thuis</a></p><p><a>Post</a></p><p><a>Zoek</a></p></div>", ["Thuis", "Post", "Zoek"],
                     id="links one below the other"),
        pytest.param("<div><a>Thuis</a> | <a>Post</a> | <a>Zoek</a></div>", ["Thuis | Post | Zoek"],
                     id="links beside each other"),
    ],
)  # fmt: skip
def test_what_is_around_the_text_is_known_by_its_name_or_its_links(around: str, lines: list[str]) -> None:
    read = reading_of(page(f"{around}<div>{LETTER}</div>"))

    assert [block.text for block in read.blocks] == ["Sluizen", SENTENCE, SENTENCE]
    assert list(read.left_out) == [LeftOut(PagePart.MENU, line) for line in lines]


def test_a_name_on_what_holds_the_text_takes_nothing_away() -> None:
    read = reading_of(page(f"<div class='menu cookie'>{LETTER}</div>"))

    assert ([block.text for block in read.blocks], read.left_out) == (["Sluizen", SENTENCE, SENTENCE], ())


@pytest.mark.parametrize("tag", ["body", "main", "article"])
def test_a_page_that_is_hidden_until_a_script_shows_it_is_read(tag: str) -> None:
    whole = f"<{tag} style='visibility: hidden'><p>{SENTENCE}</p></{tag}>"
    reading = reading_of(f"<!DOCTYPE html><html>{whole}</html>".encode())

    assert [block.text for block in reading.blocks] == [SENTENCE]


def test_what_nobody_sees_or_is_struck_through_is_told_as_such() -> None:
    read = reading_of(
        page(f"<p>{SENTENCE}</p><p hidden>Zeven.</p><div style='display: none'>Acht.</div><p>En <s>9</s> 10.</p>")
    )

    assert [block.text for block in read.blocks] == [SENTENCE, "En 10."]
    assert read.left_out == (
        LeftOut(PagePart.HIDDEN, "Zeven."), LeftOut(PagePart.HIDDEN, "Acht."), LeftOut(PagePart.STRUCK, "9"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        pytest.param(f"<article><p>Kort.</p></article><div>{LETTER}</div>", ["Kort.", "Sluizen", SENTENCE, SENTENCE],
                     id="an article that is only an announcement is not the text"),
        pytest.param(f"<main><article>{LETTER}</article><article>{LETTER}</article></main>",
                     ["Sluizen", SENTENCE, SENTENCE] * 2, id="nor the first of two"),
        pytest.param(f"<div>{SENTENCE}<br><br>Het veer vaart. <br>Elke dag.<br/> <br/>Slot.</div>",
                     [SENTENCE, "Het veer vaart. Elke dag.", "Slot."], id="an empty line parts paragraphs"),
    ],
)  # fmt: skip
def test_all_of_the_text_is_read(body: str, texts: list[str]) -> None:
    assert [block.text for block in reading_of(page(body)).blocks] == texts
