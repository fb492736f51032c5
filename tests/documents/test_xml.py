"""The official XML and web page of a paper are read into the same blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.block import BlockKind, Unreadable
from generator.documents.xml import read_paper
from tests.support.letters import LETTER, Part, expected_blocks
from tests.support.papers import HEAD, h, i, meant, p, page_of, r, xml_of

STYLES = [
    pytest.param((), id="all headings are divisions"),
    pytest.param(("cur",), id="the deepest headings are italic only"),
    pytest.param(("vet", "cur"), id="headings are bold and italic, without divisions"),
]


def xml(inside: str) -> bytes:
    """The least that is a paper."""
    text = f"<algemeen><vrije-tekst><tekst>{inside}</tekst></vrije-tekst></algemeen>"
    return f"<officiele-publicatie><kamerstuk><stuk>{text}</stuk></kamerstuk></officiele-publicatie>".encode()


@pytest.mark.parametrize("styles", STYLES)
@pytest.mark.parametrize("published_as", [xml_of, page_of], ids=["XML", "web page"])
def test_a_long_letter_comes_back_whole(published_as, styles):
    blocks = read_paper(published_as(LETTER, styles)).blocks

    assert blocks == (*map(p, HEAD), *expected_blocks())


@pytest.mark.parametrize(
    ("inside", "blocks"),
    [
        pytest.param("<al>De\n   <nadruk type='vet'>brug</nadruk>\u00a0is\topen.</al>", [p("De brug is open.")],
                     id="white space is folded and emphasis is text"),
        pytest.param("<al>Vier sluis<?xpp afbm?>deuren</al>", [p("Vier sluisdeuren")],
                     id="an instruction to the printer is not seen"),
        pytest.param("<al>8 m<sup>3</sup> CO<inf>2</inf></al>", [p("8 m3 CO2")], id="raised and lowered figures stay"),
        pytest.param("<al>Sinds 2025<sup>1</sup> 10<sup>6</sup> van 7.<sup>2</sup></al>",
                     [p("Sinds 2025¹ 10⁶ van 7.²")], id="raised figures are no part of the number before them"),
        pytest.param("<al>Zie<noot><noot.nr>1</noot.nr><noot.al>Een.</noot.al><noot.al>Meer.</noot.al></noot> en"
                     "<noot><noot.nr>2</noot.nr><noot.al>Twee <extref doc='x'>36</extref>.</noot.al></noot>.</al>",
                     [p("Zie en. Een. Meer. Twee 36.")], id="notes follow the block in the order of their calls"),
        pytest.param("<al>Een <noot><noot.al>Noot.</noot.al></noot> , twee</al>", [p("Een, twee Noot.")],
                     id="a call leaves no gap before a comma"),
        pytest.param("<al>A<noot id='n'><noot.al>N.</noot.al></noot></al><al>B<nootref refid='n'/></al>",
                     [p("A N."), p("B N.")], id="a note called twice stands twice"),
        pytest.param("<al>A<voetref refid='n'/></al><voetnoot id='n'><al>N<voetref refid='n'/></al></voetnoot>",
                     [p("A N")], id="a note that calls itself is told once"),
        pytest.param("<divisie><kop><label>Deel</label><nr>2.1</nr><titel>Sluizen</titel></kop><al>Dicht.</al></divisie>",
                     [h(1, "Deel 2.1 Sluizen"), p("Dicht.")], id="the number stays in the heading"),
        pytest.param("<divisie><kop><titel>Veer<noot><noot.al>N.</noot.al></noot></titel></kop></divisie><al>Nu.</al>",
                     [h(1, "Veer"), p("N."), p("Nu.")], id="a note of a heading is a paragraph below it"),
        pytest.param("<divisie><kop><titel>A</titel></kop><tussenkop kopopmaak='cur'>C</tussenkop><al>c</al>"
                     "<tussenkop kopopmaak='vet'>B</tussenkop><al>b</al></divisie>",
                     [h(1, "A"), h(3, "C"), p("c"), h(2, "B"), p("b")],
                     id="headings in a division are below it, bold above italic"),
        pytest.param("<divisie><kop><titel/></kop><tussenkop kopopmaak='vet'/><tussenkop kopopmaak='cur'>A</tussenkop>"
                     "<al>a</al></divisie>", [h(1, "A"), p("a")], id="headings that say nothing do not count"),
        pytest.param("<tussenkop kopopmaak='cur'>Veren</tussenkop><al>Nu.</al>", [h(1, "Veren"), p("Nu.")],
                     id="the only kind of heading is outermost however it is printed"),
        pytest.param("<tussenkop><nadruk type='cur'>B</nadruk></tussenkop><tussenkop>A</tussenkop><al>a</al>",
                     [h(2, "B"), h(1, "A"), p("a")], id="emphasis tells how a heading is printed, else it is bold"),
        pytest.param("<tussenkop kopopmaak='rom'>Dit is geen kop maar een hele zin die als kop is opgemaakt en "
                     "eindigt met een dubbele punt:</tussenkop><al>a</al>",
                     [p("Dit is geen kop maar een hele zin die als kop is opgemaakt en eindigt met een dubbele punt:"),
                      p("a")], id="a sentence printed as a heading is a paragraph"),
        pytest.param("<lijst><li><li.nr>1°</li.nr><al>Een,</al><al>meer.</al></li></lijst>", [i("Een, meer.")],
                     id="a point of several paragraphs is one"),
        pytest.param("<lijst><li><li.nr>–</li.nr><al>Een:</al><lijst><li><li.nr>a.</li.nr><al>in</al></li></lijst>"
                     "<al>rest.</al></li></lijst>", [i("Een: rest."), i("in")],
                     id="points in a point follow its own text"),
        pytest.param("<al>Drie:</al><al>– een</al><lijst><li><al>• twee</al></li><li>b) drie</li></lijst>",
                     [p("Drie:"), i("een"), i("twee"), i("drie")], id="marks typed in the text are no part of a point"),
        pytest.param("<al>Ervoor <lijst><li><al>punt</al></li></lijst> erna</al>", [p("Ervoor"), i("punt"), p("erna")],
                     id="a list in the middle of a paragraph parts it"),
        pytest.param("<table><title>Tabel 1</title><tgroup><thead><row><entry><al>Brug</al></entry><entry><al>Aantal"
                     "</al></entry></row></thead><tbody><row><entry/><entry/></row><row><entry><al>Klap</al><al>brug"
                     "</al></entry><entry><nadruk>4</nadruk><noot><noot.al>Nu.</noot.al></noot></entry></row></tbody>"
                     "</tgroup></table>", [p("Tabel 1"), r("Brug Aantal"), r("Klap brug 4 Nu.")],
                     id="a table is its title and its rows, without empty ones"),
        pytest.param("<al>Groet,</al><ondertekening><functie>De directeur,</functie><naam><voornaam>A.</voornaam>"
                     "<achternaam>Sluis</achternaam></naam></ondertekening>",
                     [p("Groet,"), p("De directeur, A. Sluis")], id="a signature is a paragraph"),
        pytest.param("<al-groep><al>Een.</al><al>Twee.</al></al-groep>", [p("Een."), p("Twee.")],
                     id="paragraphs in a group stay apart"),
        pytest.param("<kader>Een <afk>jl.</afk></kader><al><afk>Twee</afk> <afk>en</afk></al>"
                     "<nieuw>Drie</nieuw><nieuw>Vier</nieuw>",
                     [p("Een jl."), p("Twee en"), p("Drie"), p("Vier")], id="what is not known is read as text"),
        pytest.param("<plaatje><illustratie naam='x'/></plaatje><al>Na\u00ad\u200bam cafe\u0301</al>", [p("Naam café")],
                     id="letters are composed, and what does not print is left out"),
        pytest.param("<definitielijst><definitie-item><li.nr>a.</li.nr><term>sluis:</term><definitie><al>een deur</al>"
                     "</definitie></definitie-item></definitielijst>", [i("sluis: een deur")],
                     id="a definition is a point"),
    ],
)  # fmt: skip
def test_the_xml_of_a_paper_is_read_as(inside, blocks):
    assert read_paper(xml(inside)).blocks == tuple(blocks)


def test_a_paper_before_2010_is_read_as_one_of_now():
    paper = """<?xml version="1.0"?><!DOCTYPE kamerwrk SYSTEM "kamerwrk.dtd">
    <kamerwrk kamer="2"><metadata/><kop><titel>Tweede Kamer der Staten-Generaal</titel><subtitel>2</subtitel></kop>
    <frontm><versie dtd="0.10"/><ordernr>9K1</ordernr><vergjaar>1998-1999</vergjaar>
    <onderw><nummer>99 123</nummer><naam>Veren</naam></onderw></frontm>
    <body><stuk><ltrlabel>Nr. </ltrlabel><nummer>3</nummer><titel>BRIEF </titel>
    <tuskop letat="vet">I. Sluizen </tuskop><tuskop letat="cur">Deuren</tuskop><al>De deur
    is dicht<voetref refid="v1" nr="1"/>.</al><witreg></witreg><al>– open</al>
    <ondtek><functie>De directeur,</functie><naam>A. Sluis</naam></ondtek></stuk></body>
    <voetnoot id="v1" nr="1"><al>Sinds gisteren.</al></voetnoot></kamerwrk>"""

    assert read_paper(paper.encode()).blocks == (
        p("99 123 Veren"), p("Nr. 3 BRIEF"), h(1, "I. Sluizen"), h(2, "Deuren"), p("De deur is dicht. Sinds gisteren."),
        i("open"), p("De directeur, A. Sluis"),
    )  # fmt: skip


def test_elements_may_be_written_with_a_prefix():
    paper = b"<op:officiele-publicatie xmlns:op='urn:x'><op:al>Dicht</op:al></op:officiele-publicatie>"

    assert read_paper(paper).blocks == (p("Dicht"),)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        pytest.param("", "utf-8", id="UTF-8 unless the file says otherwise"),
        pytest.param("", "utf-8-sig", id="UTF-8 with a byte order mark"),
        pytest.param("ISO-8859-1", "latin-1", id="ISO-8859-1"),
        pytest.param("windows-1252", "cp1252", id="windows-1252"),
        pytest.param("UTF-16", "utf-16", id="UTF-16 with a byte order mark"),
    ],
)
def test_xml_is_read_in_the_encoding_that_it_declares(declared, encoding):
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    paper = declaration + xml("<al>Eén veer, «heen»</al>").decode()

    assert read_paper(paper.encode(encoding)).blocks == (p("Eén veer, «heen»"),)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + xml("<al>&b;</al>").decode()
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + xml("<al>&a;</al>").decode()


@pytest.mark.parametrize(
    ("paper", "says"),
    [
        pytest.param(b"", "it is empty: download", id="an empty file"),
        pytest.param(b"%PDF-1.7 <a>", "it starts with '%PDF-1.7 <a>', which is neither XML nor HTML", id="a PDF"),
        pytest.param(b"<!-- brief -->", "it starts with '<!-- brief -->', which is neither", id="no elements"),
        pytest.param(b"<kamerwrk>\n <al>A</b>", "broken XML at line 2, column 9: mismatched tag", id="a wrong end tag"),
        pytest.param(b"<?xml version='1.0'?>\n<kamerwrk><al>A", "broken XML at line 2, column 16: ", id="half a file"),
        pytest.param(b"<kamerwrk><al>\xe9\xe9</al></kamerwrk>", "broken XML at line 1, column 15: not well-formed",
                     id="bytes in another encoding than declared"),
        pytest.param(b"<?xml version='1.0' encoding='klingon'?><a/>", "its encoding cannot be read (unknown encoding: "
                     "klingon); save it as UTF-8", id="an encoding that nobody knows"),
        pytest.param(b"<toestand><al>A</al></toestand>", "the root is <toestand>, not <officiele-publicatie>: ",
                     id="the XML of a law"),
        pytest.param(BOMB.encode(), "it uses the entity 'a', and papers have none", id="an entity bomb"),
        pytest.param(OUTSIDE.encode(), "it uses the entity 'a', and papers have none", id="a file outside"),
        pytest.param(b"<!DOCTYPE kamerwrk SYSTEM 'x'><kamerwrk><al>&eacute;</al></kamerwrk>",
                     "it uses the entity 'eacute', and papers", id="an entity declared elsewhere"),
        pytest.param(xml(""), "it has no text: the paper may exist only as PDF", id="a paper without text"),
        pytest.param(xml("<al> </al>").replace(b"<stuk>", b"<dossier><titel>Sluis</titel></dossier><stuk><titel>BRIEF"
                     b"</titel>"), "it has no text: ", id="a paper with no more than its title"),
        pytest.param(b"<kamerwrk>" + b"<x>" * 5000 + b"A", "its elements are nested more than 100 deep", id="a pit"),
    ],
)  # fmt: skip
def test_what_is_no_paper_is_refused_with_the_reason(paper, says):
    with pytest.raises(Unreadable) as refused:
        read_paper(paper)

    assert str(refused.value).startswith(says)


WORDS = st.sampled_from(
    ["sluis", "veer", "de", "het", "open", "café", "jl.", "€12", "1,5%", "«heen»", "A&B", "<3", "2.1"]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=20).map(" ".join)
TITLES = st.lists(WORDS, min_size=1, max_size=10).map(" ".join)
"""Shorter, for a heading as long as a sentence is one."""


@st.composite
def parts(draw: st.DrawFn, kind: BlockKind, level: int) -> Part:
    """A part of a letter that may call up to two notes."""
    if kind is BlockKind.HEADING:
        return Part(kind, f"{draw(st.sampled_from(['', '2.1 ']))}De {draw(TITLES)}", level)
    notes = tuple(draw(st.lists(SENTENCES, max_size=2)))
    texts = [draw(SENTENCES) for _ in range(len(notes) + 1)]
    text = "".join(f"{said}[^{number}] " for number, said in enumerate(texts[:-1], 1)) + texts[-1]
    if kind is BlockKind.ROW:
        text = "\t".join([text, *draw(st.lists(SENTENCES, max_size=3))])
    mark = draw(st.sampled_from(["•", "–", "1.", "a)"])) if kind is BlockKind.ITEM else ""
    return Part(kind, f"De {text}", level, notes, mark)


@st.composite
def letters(draw: st.DrawFn) -> list[Part]:
    """A letter in any order: headings never skip a level, and a list within a list follows a point."""
    letter = [draw(parts(BlockKind.PARAGRAPH, 0))]
    rank = 0
    for kind in draw(st.lists(st.sampled_from(BlockKind), max_size=12)):
        level = 0
        if kind is BlockKind.HEADING:
            level = rank = draw(st.integers(1, min(rank + 1, 4)))
        elif kind is BlockKind.ITEM:
            level = draw(st.integers(1, min(letter[-1].level + 1, 3))) if letter[-1].kind is kind else 1
        letter.append(draw(parts(kind, level)))
    return letter


@given(letters(), st.sampled_from([(), ("cur",), ("vet", "cur")]))
def test_any_letter_comes_back_as_it_was_written(letter, styles):
    xml_blocks, page_blocks = (read_paper(published(letter, styles)).blocks for published in (xml_of, page_of))

    assert (xml_blocks, page_blocks) == (meant(letter), meant(letter))


TAGS = st.sampled_from(
    [
        "al",
        "al-groep",
        "lijst",
        "li",
        "table",
        "row",
        "entry",
        "nadruk",
        "divisie",
        "kop",
        "titel",
        "tussenkop",
        "kader",
    ]
)
TREES = st.recursive(
    st.just(" ? "),
    lambda inside: st.tuples(TAGS, st.lists(inside, max_size=4)).map(
        lambda of: f"<{of[0]}>{' '.join(of[1])}</{of[0]}>"
    ),
    max_leaves=20,
)


@given(st.lists(TREES, max_size=5))
def test_no_word_of_a_paper_is_lost_or_said_twice_wherever_it_stands(trees):
    pieces = " ".join(trees).split("?")
    words = [f"w{number}" for number in range(len(pieces))]
    blocks = read_paper(xml("".join(piece + word for piece, word in zip(pieces, words, strict=True)))).blocks

    assert sorted(" ".join(block.text for block in blocks).split()) == sorted(words)


SCRAPS = st.sampled_from([
    "<al>", "</al>", "<kop>", "</kop>", "<titel>", "<noot id='1'>", "<noot.al>", "</noot>", "<lijst>", "<li>", "<row>",
    "<table>", "<x:y>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "&amp;", "&a;", "<p>", "</p>", "<ul>", "<td>", "<tr>",
    "<b>", "</b>", "<h2>", "<a href='#1'>", "<![if", "<!doctype", "sluis", "1.", "\x00", "\ue000", "", "</li>",
])  # fmt: skip
STARTS = st.sampled_from(["", "<html>", "<kamerwrk>", "<div class=noot id=1>"])


@given(st.lists(SCRAPS, max_size=30).map(" ".join), STARTS)
def test_whatever_the_file_it_is_read_or_refused(scraps, start):
    try:
        blocks = read_paper((start + scraps).encode()).blocks
    except Unreadable:
        return

    assert all(block.text == " ".join(block.text.split()) != "" for block in blocks)


@pytest.mark.parametrize("nothing", ["\ufeff", "\u00ad \u200b", "• ", "\ue000"])
def test_a_page_of_signs_that_nobody_sees_is_refused(nothing):
    with pytest.raises(Unreadable, match="it has no text"):
        read_paper(f"<div>{nothing}</div>".encode())


@given(st.binary(max_size=200), st.sampled_from([b"", b"<div>", b"<?xml version='1.0'?><kamerwrk>"]))
def test_whatever_the_bytes_they_are_read_or_refused(paper, start):
    try:
        blocks = read_paper(start + paper).blocks
    except Unreadable:
        return

    assert blocks
