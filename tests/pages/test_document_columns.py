"""Documents on the line of time: every one that is known and dated, held or not."""

from dataclasses import replace

from generator.editions.edition import editions_of
from generator.model.records import Document
from generator.pages.timeline_views import document_columns, timeline_columns
from tests.pages.test_timeline_views import SOURCES, read
from tests.support.described import TEXT, archive_of


def test_every_dated_document_stands_in_its_year_whether_it_is_held_or_not():
    archive = archive_of({"sources": SOURCES, "themes": {"bridges": read("third")}})
    known = {"title": TEXT, "cites": []}
    others = [
        Document.model_validate({"id": id, **known, **({"published": day} if day else {})})
        for id, day in [("old", "2019"), ("letter", "2024-07"), ("later", "2026-12"), ("undated", None)]
    ]
    archive = replace(archive, references={document.id: document for document in others})
    edition = editions_of(archive)[-1]
    columns = ("before", *map(str, timeline_columns(edition)), "after")
    told = {
        column: [(mark.path, mark.held) for mark in marks]
        for column, marks in zip(columns, document_columns(edition), strict=True)
        if marks
    }

    assert told == {
        "before": [("sources/#old", False)],
        "2020": [("sources/first/", True)],
        "2024": [("sources/second/", True), ("sources/#letter", False)],
        "2026": [("sources/third/", True)],
    }
