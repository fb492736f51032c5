"""A docx that anybody may have made is opened with care, and one line says why it cannot be read."""

import pytest

from generator.documents.block import Unreadable
from generator.documents.docx.parts import MAX_PART
from generator.documents.reader import blocks_of
from tests.support.docx_files import NAMESPACE, docx, paragraph, run, zipped

WHOLE = docx(paragraph(run("De sluis bij Oosterdam is weer open.")))
MAIN = "word/document.xml"
ENTITY = f'<!DOCTYPE d [<!ENTITY a "veel">]><w:document {NAMESPACE}><w:body><w:p>&a;</w:p></w:body></w:document>'
DEEP = f"<w:document {NAMESPACE}>{'<w:p>' * 200}{'</w:p>' * 200}</w:document>"
LOOP = '<r><R Type="x/officeDocument" Target="../../../etc/passwd"/></r>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(zipped({MAIN: b"<d>" + b" " * (MAX_PART + 1)}), "more than 20000000 bytes", id="a bomb"),
        pytest.param(zipped({MAIN: ENTITY}), "it uses the entity 'a'", id="an entity"),
        pytest.param(zipped({MAIN: DEEP}), "nested more than 100 deep", id="without end in it"),
        pytest.param(zipped({MAIN: "<w:document"}), "broken XML at line 1", id="broken XML"),
        pytest.param(zipped({MAIN: "<d/>"}), "no text was found in the file", id="nothing in it"),
        pytest.param(zipped({"word/styles.xml": "<s/>"}), "the docx has no document in it", id="no document"),
        pytest.param(
            zipped({"_rels/.rels": LOOP, MAIN: "<d/>"}), "the docx has no document in it", id="a way out of it"
        ),
        pytest.param(zipped({"word/media/a.png": "x"}), "the docx has no document in it", id="pictures only"),
        pytest.param(WHOLE[:200] + b"x" * 40 + WHOLE[240:], "the docx|broken XML|damaged", id="damaged"),
        pytest.param(WHOLE[: len(WHOLE) // 2], "a damaged zip", id="cut off"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as refused:
        blocks_of(content)

    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("place", range(0, len(WHOLE), 7))
def test_whatever_byte_is_damaged_it_is_read_or_refused(place: int) -> None:
    damaged = WHOLE[:place] + bytes([WHOLE[place] ^ 0xFF]) + WHOLE[place + 1 :]
    try:
        assert blocks_of(damaged)
    except Unreadable as error:
        assert str(error)


def test_a_document_may_be_anywhere_in_it() -> None:
    body = f"<w:document {NAMESPACE}><w:body>{paragraph(run('De sluis is open.'))}</w:body></w:document>"
    relation = '<r><R Type="x/officeDocument" Target="/word/document2.xml"/></r>'

    assert [b.text for b in blocks_of(zipped({"_rels/.rels": relation, "word/document2.xml": body}))] == [
        "De sluis is open."
    ]
