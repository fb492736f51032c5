"""What a file holds decides how it is read, whatever its name; what cannot be read is told with the way out."""

from pathlib import Path

import pytest

from generator.documents.block import Block, BlockKind, Unreadable
from generator.documents.ingest import read_source
from generator.documents.reader import SUFFIXES, blocks_of, suffix_of
from generator.model.period import parse_period
from tests.support.pdf_files import plain_pdf

HEADING, SENTENCE = "Sluizen en veren", "De sluis bij Oosterdam is op 1 juli weer open voor schepen tot 90 meter."
PLAIN = f"# {HEADING}\n\n{SENTENCE}\n".encode()
PAPER = f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><kamerstuk><stuk><algemeen><vrije-tekst><tekst>
<tussenkop kopopmaak="vet">{HEADING}</tussenkop><al>{SENTENCE}</al>
</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>""".encode()
NO_TEXT = "no text was found in the file; check that it is the right one"
PAGE = f"<!DOCTYPE html><html><body><h2>{HEADING}</h2><p>{SENTENCE}</p></body></html>".encode()

SECURITY = b"/Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O (%b) /U (%b)>> /ID [(a) (a)]" % (b"o" * 32, b"u" * 32)


def pdf_of(security: bytes = b"") -> bytes:
    """One page with the heading and the sentence; `security` is the dictionary by which a PDF asks for a password."""
    shown = f"BT /B 16 Tf 70 700 Td ({HEADING}) Tj /F 9 Tf 0 -40 Td ({SENTENCE}) Tj ET".encode()
    return b"\n".join(
        [
            b"%PDF-1.4",
            b"1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
            b"2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj",
            b"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R",
            b"  /Resources <</Font <</F 5 0 R /B 6 0 R>>>>>> endobj",
            b"4 0 obj <</Length %d>> stream\n%s\nendstream endobj" % (len(shown), shown),
            b"5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj",
            b"6 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold>> endobj",
            b"trailer <</Root 1 0 R /Size 7 %s>>" % security,
            b"%%EOF",
        ]
    )


def refusal_of(content: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        blocks_of(content)
    return str(refused.value)


CONTENTS = [
    pytest.param(PLAIN, id="plain text"),
    pytest.param(PAPER, id="the XML of a parliamentary paper"),
    pytest.param(PAGE, id="a web page"),
    pytest.param(pdf_of(), id="a PDF"),
]


@pytest.mark.parametrize("content", CONTENTS)
def test_a_text_has_the_same_blocks_whatever_kind_of_file_it_stands_in(content: bytes) -> None:
    heading, sentence = blocks_of(content)

    assert (heading.kind, heading.text) == (BlockKind.HEADING, HEADING)
    assert sentence == Block(BlockKind.PARAGRAPH, SENTENCE)


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("suffix", [*SUFFIXES, ".TXT", ".docx", ""])
def test_the_name_of_a_file_does_not_decide_how_it_is_read(tmp_path: Path, content: bytes, suffix: str) -> None:
    file = tmp_path / f"letter{suffix}"
    file.write_bytes(content)
    read = read_source(file, "brief-2024-02-01", parse_period("2024-02-01"))

    assert [(p.id, p.section, p.text) for p in read.passages] == [("sluizen-en-veren-1", HEADING, SENTENCE)]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(b"\xef\xbb\xbf", id="a byte order mark"),
        pytest.param(b"\n \r\n", id="blank lines"),
        pytest.param(b"\xef\xbb\xbf\n", id="both"),
    ],
)
@pytest.mark.parametrize("content", CONTENTS)
def test_what_stands_before_the_first_sign_changes_nothing(content: bytes, before: bytes) -> None:
    if content == PAPER:
        before = before.strip()  # an XML declaration stands at the very beginning, or it is none

    assert blocks_of(before + content) == blocks_of(content)


def test_line_ends_of_windows_change_nothing() -> None:
    assert blocks_of(PLAIN.replace(b"\n", b"\r\n")) == blocks_of(PLAIN)


def test_a_text_that_speaks_of_pdf_and_xml_is_a_text() -> None:
    text = "De brief begint met %PDF-1.7 of met <?xml, en is toch gewone tekst."

    assert blocks_of(text.encode()) == (Block(BlockKind.PARAGRAPH, text),)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "the file is empty; fetch it again", id="an empty file"),
        pytest.param(b" \n\t\r\n", "the file is empty; fetch it again", id="nothing but white space"),
        pytest.param(
            b"\xef\xbb\xbf",
            NO_TEXT,
            id="nothing but a byte order mark",
        ),
        pytest.param(
            "\u00a0\n\u00a0\n".encode(),
            NO_TEXT,
            id="nothing but hard spaces",
        ),
        pytest.param(
            b"12\n\n---\n\n- 13 -\n",
            NO_TEXT,
            id="nothing but page numbers",
        ),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "the file is neither text, docx, PDF, XML nor HTML; save the document as docx, PDF or plain text",
            id="a picture",
        ),
        pytest.param(
            "De sluis is open.\n\nDe coördinatie ligt bij de dienst.\n".encode("latin-1"),
            "the text is not UTF-8 (line 3); save it as UTF-8",
            id="a text in an older encoding, with the line",
        ),
        pytest.param(
            PLAIN.decode().encode("utf-16"), "the text is UTF-16; save it as UTF-8", id="a text in two bytes per letter"
        ),
        pytest.param(
            PLAIN.decode().encode("utf-16-le"), "the text is UTF-16; save it as UTF-8", id="also if it does not say so"
        ),
        pytest.param(
            PLAIN.decode().encode("utf-16-be"), "the text is UTF-16; save it as UTF-8", id="in the other order"
        ),
        pytest.param(
            b"{\\rtf1\\ansi De sluis bij Oosterdam is weer open.\\par}",
            "the file is RTF; save the document as docx, PDF or plain text",
            id="rich text",
        ),
        pytest.param(
            b"%!PS-Adobe-3.0\n(De sluis) show\n",
            "the file is PostScript; save the document as docx, PDF or plain text",
            id="what is sent to a printer",
        ),
        pytest.param(
            b'<?xml version="1.0"?><note>De sluis is open.</note>',
            "the root is <note>, not <officiele-publicatie>: this is not the XML of a parliamentary paper; "
            "download the paper itself",
            id="XML of another kind",
        ),
        pytest.param(
            b"<!-- 2 -->\n<note lang='nl'>\n<al>De sluis is open.</al>\n</note>\n",
            "the root is <note>, not <officiele-publicatie>: this is not the XML of a parliamentary paper; "
            "download the paper itself",
            id="also if it does not say that it is XML",
        ),
        pytest.param(
            b'<svg xmlns="http://www.w3.org/2000/svg"><text>De sluis</text></svg>',
            "the root is <svg>, not <officiele-publicatie>: this is not the XML of a parliamentary paper; "
            "download the paper itself",
            id="a drawing",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_the_way_out(content: bytes, says: str) -> None:
    assert refusal_of(content) == says


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(pdf_of()[:400], "broken off", id="a PDF that was not fetched to its end"),
        pytest.param(b"%PDF-1.7\nnothing\n%%EOF", "damaged", id="a PDF with nothing in it"),
        pytest.param(pdf_of(SECURITY), "password", id="a PDF that asks for a password"),
        pytest.param(pdf_of().replace(b"Tj", b"n "), "nothing is written", id="a PDF without letters"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_told_too(content: bytes, says: str) -> None:
    assert says in refusal_of(content)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\n", id="what a server said"),
        pytest.param(b"\0" * 128, id="what a disk kept of it"),
        pytest.param(b"x" * 1019, id="as much as there may be"),
    ],
)
def test_what_stands_before_a_pdf_is_no_part_of_it(before: bytes) -> None:
    assert blocks_of(before + pdf_of()) == blocks_of(pdf_of())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<b>De sluis is open.</b>", id="in bold"),
        pytest.param("<sup>1</sup> Eerst was zij dicht. <i>Nu niet.</i>", id="with tags within"),
        pytest.param("<2024 was zij dicht, en nu niet meer>", id="with brackets around it"),
    ],
)
def test_a_text_with_some_tags_in_it_is_a_text(text: str) -> None:
    assert blocks_of(f"{text}\n\n{SENTENCE}\n".encode())[-1] == Block(BlockKind.PARAGRAPH, SENTENCE)


@pytest.mark.parametrize("content", CONTENTS[:3])
@pytest.mark.parametrize("sign", [*"\u00ad\u200b\u200e\u202a\u2060\ufeff\U000e0041"])
def test_what_cannot_be_seen_is_no_part_of_a_text(content: bytes, sign: str) -> None:
    assert blocks_of(content.replace(b"Slui", f"Slui{sign}".encode())) == blocks_of(content)


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\x7f", "\u2065", "\ufffe"])
def test_a_sign_that_is_no_character_is_no_part_of_it_either(sign: str) -> None:
    assert blocks_of(PLAIN.replace(b"Slui", f"Slui{sign}".encode())) == blocks_of(PLAIN)


def test_lines_that_all_look_like_headings_are_paragraphs() -> None:
    assert blocks_of(b"# Sluizen\n\n## Veren\n") == (
        Block(BlockKind.PARAGRAPH, "Sluizen"),
        Block(BlockKind.PARAGRAPH, "Veren"),
    )


def test_of_several_files_of_a_source_the_plain_text_comes_first_and_the_web_page_last() -> None:
    assert SUFFIXES == (".txt", ".md", ".docx", ".pdf", ".xml", ".html")


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        pytest.param(PLAIN, ".txt", id="text"),
        pytest.param(PAPER, ".xml", id="the official XML"),
        pytest.param(PAGE, ".html", id="a web page"),
        pytest.param(b"\xef\xbb\xbf" + plain_pdf(SENTENCE), ".pdf", id="a PDF"),
    ],
)
def test_the_ending_of_a_file_is_that_of_its_content(content: bytes, suffix: str) -> None:
    assert suffix_of(content) == suffix


def test_joined_letters_and_accents_apart_are_read_as_plain_letters() -> None:
    blocks = blocks_of("Pro\ufb01el\n\nHet pro\ufb01el van Curac\u0327ao is vast\u00adgesteld.".encode())

    assert [block.text for block in blocks] == ["Profiel", "Het profiel van Curaçao is vastgesteld."]
