"""Whether what a service sent is what it was asked for: a whole PDF, XML or docx."""

from collections.abc import Iterator

from generator.documents import (
    Unreadable,
    is_page,
    reading_of,
    require_whole_pdf,
    suffix_of,
    tree_of,
    within_limits,
)
from generator.watch.announcement import reason_of
from generator.watch.http import Answer, ServiceFailed


def refuse_unless_whole(kind: str, answer: Answer) -> None:
    """Raise ServiceFailed if what a service sent is not of the stated format, or is truncated."""
    reason = next(_FAULTS[kind](answer.content), "")
    if reason:
        remedy = "Open the address in a browser. A paper listed in data/references.yaml is not requested again."
        raise ServiceFailed(answer.address, reason, remedy)


def _faults_of_pdf(content: bytes) -> Iterator[str]:
    try:
        within_limits(lambda: require_whole_pdf(content))
    except Unreadable as error:
        yield f"it sent no whole PDF: {reason_of(error)}"


def _faults_of_xml(content: bytes) -> Iterator[str]:
    try:
        if is_page(content):
            yield "it sent a web page instead of XML"
            return
        within_limits(lambda: bool(tree_of(content)))
    except Unreadable as error:
        yield f"the XML is incomplete: {reason_of(error)}"


def _faults_of_docx(content: bytes) -> Iterator[str]:
    try:
        within_limits(lambda: bool(reading_of(content).blocks))
    except Unreadable as error:
        yield f"it sent no docx that can be read: {reason_of(error)}"
        return
    if suffix_of(content) != ".docx":
        yield "it sent something else than a docx"


_FAULTS = {"pdf": _faults_of_pdf, "xml": _faults_of_xml, "docx": _faults_of_docx}
