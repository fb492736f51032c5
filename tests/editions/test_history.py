"""The editions of an archive and the changes between them: each worked out once, when it is asked for."""

from collections.abc import Sequence

import pytest

from generator.editions import history
from generator.editions.edition import edition_of
from generator.editions.history import Editions, History
from tests.support.views import small_context

IDS = ["2021-03-10", "2023-02", "2023-06-20"]


@pytest.fixture(scope="module")
def archive():
    return small_context().archive


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The sources of the editions that were worked out."""
    sources: list[str] = []

    def counted(archive, source):
        sources.append(source.published.text)
        return edition_of(archive, source)

    monkeypatch.setattr(history, "edition_of", counted)
    return sources


def test_editions_are_those_of_the_sources_that_make_one_oldest_first(archive):
    editions = Editions(archive)

    assert [edition.id for edition in editions] == IDS
    assert [edition.id for edition in reversed(editions)] == IDS[::-1]
    assert len(editions) == 3
    assert tuple(editions[:2]) == (editions[0], editions[1])


def test_an_edition_that_nobody_asks_for_is_not_worked_out(archive, asked):
    editions = Editions(archive)

    assert len(editions) == 3
    assert asked == []
    assert editions[-1] is editions[2]
    assert asked == ["2023-06-20"]


def test_a_number_that_no_edition_has_is_an_error(archive):
    with pytest.raises(IndexError):
        Editions(archive)[3]


def test_an_edition_knows_what_changed_since_each_earlier_one_and_since_nothing(archive):
    editions: Sequence = Editions(archive)
    past = History(editions)

    assert list(past.since(editions[-1])) == ["2023-02", "2021-03-10", None]
    assert past.changes(editions[-1]) == past.since(editions[-1])["2023-02"]
    assert [edition.id for edition, _ in past.steps(editions[-1])] == IDS[::-1]
    assert past.changes(editions[0]) == past.since(editions[0])[None]
