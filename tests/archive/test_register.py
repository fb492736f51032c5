"""The register of documents that were not read: each with a date is a source that proves that it exists."""

from collections.abc import Callable

from generator.archive.archive import Archive
from generator.archive.register import RegisteredSource, registered, source_of
from generator.model.citation import Citation
from generator.model.enums import Held
from tests.support.small import Files

PAPERS = """\
- id: paper
  title: {nl: "Plan voor de sluizen", en: "Plan for the locks"}
  published: 2022-05-06
  sender: {nl: "de Waterdienst", en: "the Waterway Service"}
  number: "12 345, nr. 6"
- id: undated
  title: {nl: "Ander plan", en: "Other plan"}
"""


def test_a_document_with_a_date_is_a_source_that_is_not_held(archive_from: Callable[[Files], Archive]) -> None:
    archive = archive_from({"data/references.yaml": PAPERS})
    paper = registered(archive.references["paper"])

    assert isinstance(paper, RegisteredSource)
    assert (paper.id, paper.published.text, paper.reference, paper.held) == (
        "paper", "2022-05-06", "12 345, nr. 6", Held.NONE,
    )  # fmt: skip
    assert paper.sender.en == "the Waterway Service"


def test_a_document_without_a_date_is_no_source(archive_from: Callable[[Files], Archive]) -> None:
    archive = archive_from({"data/references.yaml": PAPERS})

    assert registered(archive.references["undated"]) is None


def test_a_citation_leads_to_a_source_or_to_the_register_or_nowhere(archive_from: Callable[[Files], Archive]) -> None:
    archive = archive_from({"data/references.yaml": PAPERS})
    cited = [Citation("verslag-2022", "veren-1"), Citation("register", "paper"), Citation("register", "nothing"),
             Citation("nowhere", "veren-1")]  # fmt: skip

    assert [source and source.id for source in (source_of(archive, c) for c in cited)] == [
        "verslag-2022", "paper", None, None,
    ]  # fmt: skip
