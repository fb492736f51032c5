"""A web page is read as its reader sees it who opens what can be opened; what stays hidden is reported."""

import pytest

from generator.documents.block import LeftOut, PagePart
from generator.documents.reader import reading_of

SENTENCE = "De sluis bij Oosterdam is weer open."
OTHER = "Het veer bij Westhaven vaart zonder uitstoot, ook in de winter."
TEXT = f"<h1>Sluizen</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>"
TEXTS = ["Sluizen", SENTENCE, SENTENCE]


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        pytest.param(f"<div hidden>{TEXT}</div>", TEXTS, id="hidden until a script shows it"),
        pytest.param(f"<div style='display:none'><div>{TEXT}</div></div>", TEXTS, id="not displayed until then"),
        pytest.param(f"<p>Een moment.</p><div id='app' style='visibility: hidden'>{TEXT}</div>",
                     ["Een moment.", *TEXTS], id="hidden while something else is shown"),
        pytest.param(f"<form action='/'><div hidden></div>{TEXT}</form>", TEXTS, id="in the form around a whole page"),
        pytest.param(f"{TEXT}<h2><button>Wat vaart er?</button></h2><p>{OTHER}</p>",
                     [*TEXTS, "Wat vaart er?", OTHER], id="below a heading that is a button"),
        pytest.param(f"{TEXT}<h2><button aria-expanded='false'>Wat vaart er?</button></h2><div hidden><p>{OTHER}</div>",
                     [*TEXTS, "Wat vaart er?", OTHER], id="folded in below a heading"),
        pytest.param(f"{TEXT}<button aria-controls='a'>Wat vaart er?</button><div hidden id='a'><p>{OTHER}</p></div>",
                     [*TEXTS, "Wat vaart er?", OTHER], id="folded in below a button"),
        pytest.param(f"{TEXT}<a data-target='#a'>Wat vaart er?</a><div style='display: none' id='a'><p>{OTHER}</div>",
                     [*TEXTS, "Wat vaart er?", OTHER], id="folded in below a link"),
        pytest.param(f"{TEXT}<div role='tabpanel' hidden><p>{OTHER}</p></div>", [*TEXTS, OTHER], id="behind a tab"),
        pytest.param(f"<article><header><h1>Sluizen</h1><p>12 mei 2026</p></header><p>{SENTENCE}</p></article>",
                     ["Sluizen", "12 mei 2026", SENTENCE], id="in the head of an article"),
    ],
)  # fmt: skip
def test_what_a_reader_can_open_is_read(body: str, texts: list[str]) -> None:
    read = reading_of(page(body))

    assert [block.text for block in read.blocks] == texts
    assert list(read.left_out) == []


@pytest.mark.parametrize(
    ("around", "part"),
    [
        pytest.param(f"<div hidden><p>{OTHER}</p></div>", PagePart.HIDDEN, id="that nothing opens"),
        pytest.param(f"<p class='x sr-only'>{OTHER}</p>", PagePart.HIDDEN, id="that is only read aloud"),
        pytest.param(f"<div role='dialog'><p>{OTHER}</p></div>", PagePart.MENU, id="that is a window of its own"),
        pytest.param(f"<form><p>{OTHER}</p></form>", PagePart.MENU, id="that is a form"),
        pytest.param(f"<header><p>{OTHER}</p></header>", PagePart.MENU, id="that is the head of the page"),
        pytest.param(f"<button aria-controls='n'>{OTHER}</button><nav id='n' hidden></nav>", PagePart.MENU,
                     id="that opens a menu"),
    ],
)  # fmt: skip
def test_what_is_no_part_of_the_text_is_reported(around: str, part: PagePart) -> None:
    read = reading_of(page(f"{around}{TEXT}"))

    assert [block.text for block in read.blocks] == TEXTS
    assert list(read.left_out) == [LeftOut(part, OTHER)]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(f"<table><tr><td>{TEXT}<td><p>Tel. 12</table>", id="with a heading in a cell"),
        pytest.param(f"<table role='presentation'><tr><td>{TEXT}<td>Tel. 12</table>", id="that says so"),
    ],
)
def test_a_table_that_is_there_for_its_place_has_no_rows(table: str) -> None:
    assert [block.text for block in reading_of(page(table)).blocks] == [*TEXTS, "Tel. 12"]
