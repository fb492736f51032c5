"""XML of others is read as a tree, or refused with the reason; nothing in it can make the reader work without end."""

import pytest

from generator.documents.block import Unreadable
from generator.documents.xml_tree import attribute, said, tree_of


def test_elements_bear_plain_names_and_attributes_are_found_by_theirs() -> None:
    root = tree_of(
        b'<a:feed xmlns:a="x" xmlns:tk="y"><tk:document tk:id="1" plain="2"> een\n <b>twee</b></tk:document></a:feed>'
    )
    document = root[0]

    assert (root.tag, document.tag, said(document)) == ("feed", "document", "een twee")
    assert (attribute(document, "id"), attribute(document, "plain"), attribute(document, "none")) == ("1", "2", "")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"<a><b></a>", "broken XML at line 1, column 9: mismatched tag; download the answer again",
                     id="broken"),
        pytest.param(b"", "broken XML at line 1, column 1: no element found; download the answer again", id="empty"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
                     "it uses the entity 'b', and answers have none of their own; download the answer again",
                     id="an entity of its own"),
        pytest.param(b'<!DOCTYPE a SYSTEM "http://example.nl/a.dtd"><a>&b;</a>',
                     "it uses the entity 'b', and answers have none of their own; download the answer again",
                     id="an entity from elsewhere"),
        pytest.param(b"<a>" * 100_000, "its elements are nested more than", id="nested without end"),
        pytest.param(b'<?xml version="1.0" encoding="klingon"?><a/>', "its encoding cannot be read",
                     id="unknown letters"),
    ],
)  # fmt: skip
def test_what_is_no_plain_xml_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        tree_of(content, "answer")

    assert str(refused.value).startswith(reason)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_letters_may_be_written_in_any_way_that_the_xml_says(encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?><a>coördinatie</a>'.encode(encoding)

    assert said(tree_of(content)) == "coördinatie"
