"""A search for a milestone goes into its record, the oldest source first, and nothing is lost."""

from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from generator.authoring.adding.searches import with_search
from generator.model.milestone import Looked
from tests.support.small import lay_out_data

FILE = "data/themes/ferries/milestones.yaml"


def test_a_search_stands_before_those_of_later_sources(tmp_path: Path) -> None:
    archive = read_archive(lay_out_data(tmp_path))
    milestone = next(record for record in archive.milestones if record.id == "ticket-sales")
    looked = Looked.model_construct(source="brief-2021-03-10", words=("loket",), passages_seen=("veren-1",))
    text = with_search(tmp_path, archive, milestone, looked)

    assert (
        '    - {source: brief-2021-03-10, words: ["loket"], passages_seen: [veren-1]}\n'
        '    - {source: brief-2023-06-20, words: ["kaartverkoop"], passages_seen: [veren-2], by_hand: true}\n'
    ) in text


def test_a_comment_among_the_searches_is_not_lost(tmp_path: Path) -> None:
    file = lay_out_data(tmp_path) / FILE
    file.write_text(file.read_text("utf-8").replace("  looked:\n", "  looked:\n    # by telephone\n"), "utf-8")
    archive = read_archive(tmp_path)
    milestone = next(record for record in archive.milestones if record.id == "ticket-sales")
    looked = Looked.model_construct(source="brief-2021-03-10", words=("loket",))

    with pytest.raises(ValueError, match="would be lost"):
        with_search(tmp_path, archive, milestone, looked)
