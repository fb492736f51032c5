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
