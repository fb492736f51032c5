"""The web page of a paper is read without its furniture, whatever is wrong with its tags."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.documents.block import Unreadable
from generator.documents.html import is_page
from generator.documents.reader import reading_of
from generator.documents.xml import read_paper
from tests.support.papers import h, i, p, r


def page(inside: str) -> bytes:
    """The least that is a page."""
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{inside}</body></html>".encode()


@pytest.mark.parametrize(
    ("inside", "blocks"),
    [
        pytest.param("<p>De\n  <strong class='vet'>brug</strong>&nbsp;is <abbr>jl.</abbr> <i>open</p>",
                     [p("De brug is jl. open")], id="white space is folded and tags in a sentence are not seen"),
        pytest.param("<p>Een<br>twee<p>drie<ul><li>vier<li>vijf</ul><hr>zes<img src='x'> zeven",
                     [p("Een twee"), p("drie"), i("vier"), i("vijf"), p("zes zeven")], id="end tags may be missing"),
        pytest.param("<b><p>Een</b> twee</p></div><p>drie</i></p>", [p("Een twee"), p("drie")],
                     id="tags may cross or end what never began"),
        pytest.param("<div><table><tr><td>A<td>B<tr><th>C </div>c<td><p>D<p>E</table><p>F</div>",
                     [r("A B"), r("C c D E"), p("F")],
                     id="cells and rows may be left open"),
        pytest.param("<div>Los <em>woord</em><div>en</div>meer</div>", [p("Los woord"), p("en"), p("meer")],
                     id="words outside paragraphs are paragraphs"),
        pytest.param("<h2>1 Sluizen</h2><p>a</p><h4>Deuren<p>b</p><h3>1.1 Kolk</h3>",
                     [h(1, "1 Sluizen"), p("a"), h(3, "Deuren"), p("b"), h(2, "1.1 Kolk")],
                     id="the outermost heading is of level 1"),
        pytest.param("<h1>99 123 Veren</h1><h1>Nr. 3 BRIEF</h1><p>a</p><h1>Kop</h1><h2>Lager</h2><p>b</p>",
                     [p("99 123 Veren"), p("Nr. 3 BRIEF"), p("a"), h(1, "Kop"), h(2, "Lager"), p("b")],
                     id="an h1 above all text is a title, further on a heading"),
        pytest.param("<h1 class='dossiertitel'>Veren</h1><h2 class='stuktitel'>BRIEF</h2><p>a</p>",
                     [p("Veren"), p("BRIEF"), p("a")], id="titles are paragraphs whatever their tag"),
        pytest.param("<h2>A</h2><p class='tussenkop'><em>C</em></p><p>c</p><p class='tussenkop_vet'>B</p><p>b</p>",
                     [h(1, "A"), h(3, "C"), p("c"), h(2, "B"), p("b")],
                     id="headings without number are below the one before, bold above italic"),
        pytest.param("<p class='tussenkop'>A</p><p>a</p><h2>B</h2><p>b</p>", [h(1, "A"), p("a"), h(1, "B"), p("b")],
                     id="headings without number rank with the outermost where none is before them"),
        pytest.param("<ul><li><span class='ol'>1°</span> Een<p>meer</p><ol><li>• in</li></ol>rest</li><li>b) twee</ul>",
                     [i("Een meer rest"), i("in"), i("twee")], id="points are without marks and hold their paragraphs"),
        pytest.param("<table><caption>Tabel 1</caption><thead><tr><th>Brug</th><th></th></tr></thead><tr><td>A</td>"
                     "</tr></table>", [p("Tabel 1"), r("Brug"), r("A")], id="a table is its caption and its rows"),
        pytest.param("<p>A<sup><a class='nootnum' href='#n1'>1</a></sup> <a class='nootnum' href='#n2'>2</a>.</p>"
                     "<div class='voetnoot' id='n1'><p>Een</p></div><div class='noot'><a name='n2'></a>Twee</div>",
                     [p("A. Een Twee")], id="linked notes follow the block in the order of their calls"),
        pytest.param("<div class='stuk'><p>A<a class='nootnum supernote-click-x'>1</a></p></div><div id='noten'>"
                     "<div class='voet noot'><h5 class='note-close'>X</h5><span class='nootnum'>1</span>Een</div>",
                     [p("A Een")], id="a note may stand outside the text and be known by its number"),
        pytest.param("<p>A<a href='#n'>*</a></p><div class='noot' id='n'>N <a class='nootnum' href='#t'>1</a></div>",
                     [p("A N")], id="a link to a note is a call, and the link back is not seen"),
        pytest.param("<p>In 2025<sup>1</sup> en <del>5</del><ins>6</ins> of <s>7</s> 8.</p>",
                     [p("In 2025¹ en 6 of 8.")], id="figures raised or struck through are no part of a number"),
        pytest.param("<table><tr><td><p>Nul.</p><table><tr><td><p>Een.</p><p>Twee.</p></td></tr></table></td></tr></table>",
                     [p("Nul."), p("Een."), p("Twee.")], id="a table of one cell with paragraphs is a frame"),
        pytest.param("<table><tr><td><p>Een</p></td></tr><tr><td><p>Twee</p></td></tr></table>",
                     [r("Een"), r("Twee")], id="a table of one column with a paragraph each is none"),
        pytest.param("<table><tr><th>Kop</th></tr><tr><td>Een</td><td>Twee</td></tr></table>",
                     [r("Kop"), r("Een Twee")], id="unless only some of its rows have one cell"),
        pytest.param("<table><tr><th><h3>Jaar</h3></th><th><h3>Aantal</h3></th></tr><tr><td>2024</td><td>12</td></tr></table>",
                     [r("Jaar Aantal"), r("2024 12")], id="a table whose columns have headings is none"),
        pytest.param("<p>A<a class='nootnum' href='#weg'>1</a>, <a href='#b'>b</a> m<sup>2</sup></p>", [p("A, b m2")],
                     id="other links and raised figures are text, and a call without note is not"),
        pytest.param("<dl><dt>Sluis<dd>Een deur</dl>", [i("Sluis"), i("Een deur")], id="definitions are points"),
        pytest.param("<nav><ul><li>Home</nav><header>Kop</header><form><p>Zoek</p></form>"
                     "<div class='toc'><p>Inhoud</p></div><p>Tekst<script>x<y</script></p><footer><p>Over</p></footer>",
                     [p("Tekst")], id="furniture is left behind"),
        pytest.param("<p>chroom</p><main><p>meer</p><article><p>tekst</p></article></main>", [p("tekst")],
                     id="the article is the paper"),
        pytest.param("<p>meer</p><div class='stuk'><p>tekst</p></div><main>Over</main>", [p("tekst")],
                     id="without article, the paper is what is marked as one"),
        pytest.param("<p>meer</p><main><p>tekst</p></main>", [p("tekst")], id="otherwise it is the main part"),
        pytest.param("<article><p>meer</p><div id='broodtekst'><p>tekst</p></div></article>", [p("tekst")],
                     id="the official place of the text is the paper"),
        pytest.param("<!--[if IE]><p>oud</p><![endif]--><![if !IE]><p>nieuw</p><![endif]><![sluis]><![dicht",
                     [p("nieuw")], id="conditions for old browsers are not seen"),
        pytest.param("<div>" * 3000 + "diep", [p("diep")], id="no depth is too deep"),
    ],
)  # fmt: skip
def test_a_page_is_read_as(inside, blocks):
    assert read_paper(page(inside)).blocks == tuple(blocks)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        pytest.param("", "utf-8", id="UTF-8 unless the page says otherwise"),
        pytest.param('<meta charset="iso-8859-1">', "utf-8-sig", id="a byte order mark before what the page says"),
        pytest.param('<meta charset="ISO-8859-1">', "cp1252", id="ISO-8859-1 is windows-1252 on the web"),
        pytest.param('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252",
                     id="windows-1252 in a header"),
        pytest.param("", "utf-16", id="UTF-16 with a byte order mark"),
    ],
)  # fmt: skip
def test_a_page_is_read_in_the_encoding_that_it_declares(head, encoding):
    written = f"<html><head>{head}</head><body><p>Eén veer – «heen» €</p></body></html>"

    assert read_paper(written.encode(encoding)).blocks == (p("Eén veer – «heen» €"),)


@pytest.mark.parametrize(
    ("paper", "is_html"),
    [
        pytest.param(b"<html><p>A", True, id="a page without declaration"),
        pytest.param(b"\n<!-- x --> <!DoctYpe HTML><sluis>A", True, id="a page with a declaration"),
        pytest.param(b"<div>A</div>", True, id="a part of a page"),
        pytest.param(b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", True, id="XHTML"),
        pytest.param(b"<?xml version='1.0'?><article/>", False, id="XML with an element that pages have too"),
        pytest.param(b"<!DOCTYPE kamerwrk SYSTEM 'html'><kamerwrk/>", False, id="XML with a declaration"),
        pytest.param(b"\xef\xbb\xbf<officiele-publicatie/>", False, id="XML with a byte order mark"),
    ],
)
def test_a_page_is_known_by_what_it_holds(paper, is_html):
    assert is_page(paper) is is_html


@pytest.mark.parametrize(
    ("paper", "says"),
    [
        pytest.param(page("<nav>Home</nav>"), "it has no text: ", id="a page without text"),
        pytest.param(page("<h1 class='dossiertitel'>Veren</h1>"), "it has no text: ", id="only a title"),
        pytest.param("<p>Eén\n\nb\xe9".encode("latin-1"), "line 1 is not utf-8, the encoding of the page; save",
                     id="bytes in another encoding than declared"),
        pytest.param(b"<html><meta charset=klingon>", "its encoding 'klingon' is not known; save the page as UTF-8",
                     id="an encoding that nobody knows"),
        pytest.param(b"<html><meta charset=base64>", "its encoding 'base64' is not known", id="no encoding of text"),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_read_is_refused_with_the_reason(paper, says):
    with pytest.raises(Unreadable) as refused:
        read_paper(paper)

    assert str(refused.value).startswith(says)


TAGS = ["div", "p", "ul", "li", "table", "tr", "td", "h2", "b", "abbr", "span", "dd", "sup", "section", "a", "tbody"]
SCRAPS = st.sampled_from([*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), "<br>", "w", "w", "w"])


@given(st.lists(SCRAPS, max_size=40))
@example(["<ul>", "<li>", "<li>", "<li>", "<h2>", "w"])
@example(["<h2>", "w", "</h2>", "<ul>", "<li>", "w", "<li>", "<li>"])
def test_no_word_of_a_page_is_lost_or_said_twice_whatever_its_tags(scraps):
    words = [f"w{number} " if scrap == "w" else scrap for number, scrap in enumerate(["w", *scraps])]
    read = reading_of(page("".join(words)))
    told = [*(block.text for block in read.blocks), *(left_out.text for left_out in read.left_out)]

    assert sorted(" ".join(told).split()) == sorted(word.strip() for word in words if word.startswith("w"))
