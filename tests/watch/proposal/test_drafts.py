"""A new source is called as the latest of its kind was, with the next number and year."""

from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from generator.watch.proposal.drafts import draft_of
from tests.support.small import ROOT, lay_out_data


@pytest.fixture(scope="module")
def archive():
    return read_archive(ROOT)


@pytest.mark.parametrize(
    ("title", "published", "id", "english"),
    [
        pytest.param(
            "Stand van zakenbrief Douane", "2026-12-11", "stand-van-zakenbrief-2026-2",
            "Second state-of-affairs letter on Customs 2026", id="the second of a year",
        ),
        pytest.param(
            "Stand-van-zakenbrief Douane 2027", "2027-06-11", "stand-van-zakenbrief-2027-1",
            "First state-of-affairs letter on Customs 2027", id="the first of another year",
        ),
        pytest.param(
            "Aanbieding Jaarrapportage Douane 2026", "2027-03-01", "jaarrapportage-2026", None,
            id="of the year that is in its title",
        ),
    ],
)  # fmt: skip
def test_a_paper_of_a_known_kind_follows_the_latest(archive, title, published, id, english):
    draft = draft_of(archive, title, published, archive.sources)

    assert draft.id == id
    assert english in (None, draft.given["title-en"])
    assert draft.model in archive.sources
    assert draft.given["sender-nl"] == archive.sources[draft.model].sender["nl"]


def test_a_paper_of_no_known_kind_is_called_by_its_title_and_day(tmp_path: Path) -> None:
    small = read_archive(lay_out_data(tmp_path))
    first = draft_of(small, "Één plan voor de sluizen", "2026-06-03", small.sources)
    second = draft_of(small, "Één plan voor de sluizen", "2026-06-03", {first.id})

    assert (first.id, second.id) == ("een-plan-voor-de-sluizen-2026-06-03", "een-plan-voor-de-sluizen-2026-06-03-2")
    assert first.given == {"title-nl": "Één plan voor de sluizen"}
    assert draft_of(small, "…", "2026-06-03", ()).id == "paper-2026-06-03"
