"""Ten thousand names of any kind become ids, addresses and names of files that are safe, stable and never mixed up."""

import re
from collections import Counter
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import PurePosixPath

import pytest

from generator.diagnostics.diagnostic import Miswritten
from generator.documents.block import Block, BlockKind
from generator.documents.passages import passages_of, slug_of
from generator.model.citation import Citation
from generator.model.types import parse_id
from generator.pages import urls
from generator.text.names import is_device
from generator.watch.proposal.drafts import _id_of
from generator.watch.watcher import file_stem
from tests.support.hostile import names

COUNT, SEED = 10_000, 25
"""Names of the one seed."""
DAY = date(2022, 5, 4)
PATHS = (
    urls.theme_path, urls.milestone_path, urls.source_path, urls.changes_path, urls.drawing_path,
    urls.narrow_drawing_path, urls.picture_path, urls.specification_path, urls.values_path, urls.embed_path,
    urls.oembed_path,
)  # fmt: skip
"""What gives a record or chart a page or file of its own, by its id."""


@pytest.fixture(scope="module")
def thousands() -> list[str]:
    return names(COUNT, SEED)


@pytest.fixture(scope="module")
def ids(thousands: list[str]) -> list[str]:
    """The ids among the names and their slugs."""
    return [name for name in dict.fromkeys([*thousands, *map(slug_of, thousands)]) if is_id(name)]


def is_id(name: str) -> bool:
    try:
        return parse_id(name) == name
    except Miswritten:
        return False


def test_what_is_read_as_an_id_is_one_name_of_a_file_on_any_system(ids: list[str]) -> None:
    assert len(ids) > COUNT / 10
    assert [id for id in ids if not re.fullmatch(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", id) or len(id) > 100] == []
    assert [id for id in ids if is_device(id)] == []


def test_no_two_ids_share_an_address_and_none_leaves_its_folder(ids: list[str]) -> None:
    paths = [path(id) for path in PATHS for id in ids]

    assert [path for path, n in Counter(paths).items() if n > 1] == []
    assert [path for path in paths if path.startswith("/") or ".." in PurePosixPath(path).parts or "//" in path] == []
    assert {urls.FixedPage(path) for path in paths if path in set(urls.FixedPage)} == set()


def test_no_two_records_share_an_element_of_a_page(ids: list[str]) -> None:
    for path in (urls.term_path, urls.tension_path, urls.place_path, urls.reference_path):
        assert len({path(id) for id in ids}) == len(ids)
    assert len({urls.passage_path(Citation(one, other)) for one, other in pairwise(ids)}) == len(ids) - 1


def test_passages_under_whatever_headings_have_ids_of_their_own(thousands: list[str]) -> None:
    blocks = [Block(BlockKind.PARAGRAPH, "Geachte voorzitter,")]
    for name in thousands:
        blocks += [Block(BlockKind.HEADING, name, 1), Block(BlockKind.PARAGRAPH, "De sluis is open.")]
    found = [passage.id for passage in passages_of(blocks, DAY)]

    assert len(found) >= COUNT
    assert [id for id, n in Counter(found).items() if n > 1 or not is_id(id)] == []
    assert [passage.id for passage in passages_of(blocks, DAY)] == found


def test_titles_of_papers_become_ids_that_nothing_has_yet(thousands: list[str]) -> None:
    taken: set[str] = set()
    for name in thousands:
        id = _id_of(name, "2022-05-04", taken)
        assert id not in taken
        assert is_id(id), (name, id)
        taken.add(id)


def test_papers_of_whatever_number_are_fetched_into_files_of_their_own(thousands: list[str]) -> None:
    numbers = {name.lower(): name for name in thousands}
    stems = {name: file_stem(name, sha256(name.encode()).hexdigest()) for name in numbers.values()}

    assert [stem for stem, n in Counter(stems.values()).items() if n > 1] == []
    assert [stem for stem in stems.values() if not re.fullmatch("[a-z0-9-]{1,97}", stem) or is_device(stem)] == []
    assert file_stem("31934-93", "0" * 64) == "31934-93"
    assert file_stem("", "0" * 64) == "0" * 16
