"""What a service sent in place of a document is named."""

import pytest

from generator.watch.faults import refuse_unless_whole
from generator.watch.http import Answer, ServiceFailed


@pytest.mark.parametrize(
    ("kind", "content", "says"),
    [
        pytest.param("pdf", b"%PDF-1.7 cut off", "it sent no whole PDF", id="a PDF that is cut off"),
        pytest.param("xml", b"<!doctype html><html><body>Busy</body></html>", "a web page instead", id="a page"),
        pytest.param("xml", b"<kamerstuk><al>", "the XML is incomplete", id="XML that is cut off"),
        pytest.param("docx", b"PK\x03\x04", "no docx that can be read", id="the beginning of a docx"),
        pytest.param("docx", b"De sluis is open. " * 40, "something else than a docx", id="a text"),
    ],
)
def test_what_is_not_what_was_asked_for_is_refused(kind, content, says):
    with pytest.raises(ServiceFailed, match=says):
        refuse_unless_whole(kind, Answer("https://example.org/a", content))
