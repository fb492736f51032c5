"""By what names a paper is known: as it is numbered, printed, linked to, or titled."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.archive.archive import Archive, read_archive
from generator.model.period import parse_period
from generator.watch.identifiers import (
    Identity,
    day_of_newest,
    known_papers,
    name_of_part,
    name_of_title,
    names_in,
)
from tests.support.small import ROOT, Files


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("kst-31934-36", {"kst-31934-36"}, id="an official number"),
        pytest.param("https://zoek.example.nl/kst-36915-IX-3.html", {"kst-36915-ix-3"}, id="an address"),
        pytest.param("Kamerstukken II 2020-2021, 31 934, nr. 36", {"kst-31934-36"}, id="as parliament prints it"),
        pytest.param("36 915 IX, nr. 3", {"kst-36915-ix-3"}, id="with a chapter of the budget"),
        pytest.param("https://www.tweedekamer.nl/detail?did=2024D26567&id=2024D26567", {"2024d26567"},
                     id="the number of a document of the House"),
        pytest.param("blg-1093410", {"blg-1093410"}, id="an enclosure"),
        pytest.param("2026-0000243288", set(), id="the reference of a ministry is no official number"),
        pytest.param("De wet van 31 934 euro", set(), id="a number in a sentence is none"),
    ],
)  # fmt: skip
def test_official_numbers_are_read_wherever_they_stand(text: str, names: set[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("dossier", "part", "name"),
    [
        pytest.param("31934", "82", "kst-31934-82", id="a part"),
        pytest.param("36 915", "3", "kst-36915-3", id="however the dossier is printed"),
        pytest.param("36915-IX", "3", "kst-36915-ix-3", id="of a chapter"),
        pytest.param("31934", "-1", "", id="the feed writes -1 where there is none yet"),
        pytest.param("31934", "", "", id="none"),
        pytest.param("31934", "3/../x", "", id="anything else"),
    ],
)
def test_a_paper_in_a_dossier_has_a_number_if_it_has_a_part(dossier: str, part: str, name: str) -> None:
    assert name_of_part(dossier, part) == name


@pytest.mark.parametrize(
    ("title", "day", "is_name"),
    [
        pytest.param("Derde brief over sluizen", "2026-06-11", True, id="a title of its own, with its day"),
        pytest.param("Beslisnota brief", "2026-06-11", False, id="too short to tell papers apart"),
        pytest.param("Derde brief over sluizen", None, False, id="without a day"),
    ],
)
def test_a_title_with_its_day_names_a_paper(title: str, day: str | None, is_name: bool) -> None:
    assert bool(name_of_title(title, parse_period(day) if day else None)) is is_name


def test_case_and_punctuation_of_a_title_do_not_count() -> None:
    day = parse_period("2026-06-11")

    assert name_of_title("Derde Brief: over «sluizen»", day) == name_of_title("derde brief over sluizen", day)


def test_the_archive_knows_its_sources_and_references_by_all_their_names(
    archive_from: Callable[[Files], Archive],
) -> None:
    source = """\
id: brief-2021-03-10
kind: letter
title: {nl: "Voortgangsbrief sluizen voorjaar", en: "Progress letter on locks, spring"}
published: 2021-03-10
sender: {nl: "de minister", en: "Minister"}
reference: "2021-0000123, 99 123, nr. 4"
url: https://example.nl/detail?id=2021D00123
"""
    reference = """\
- id: kst-99123-5
  title: {nl: "Antwoord op vragen over veren", en: "Answers to questions on ferries"}
  published: 2021-04
"""
    files = {"data/sources/brief-2021-03-10.yaml": source, "data/references.yaml": reference}

    known = known_papers(archive_from(files))

    assert known[0] == Identity(
        frozenset({"kst-99123-4", "2021d00123", "2021-0000123, 99 123, nr. 4"}),
        frozenset({"voortgangsbrief sluizen voorjaar | 2021-03-10"}),
    )
    assert known[-1] == Identity(frozenset({"kst-99123-5"}), frozenset({"antwoord op vragen over veren | 2021-04"}))


A, B, C = (frozenset({name}) for name in ("house:1", "kst-99123-4", "kst-99123-5"))
TITLE = frozenset({"een lange titel | 2026-06-11"})


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        pytest.param(Identity(A | B), Identity(B), True, id="that share a number"),
        pytest.param(Identity(A, TITLE), Identity(B, TITLE), True, id="that share title and day, one without number"),
        pytest.param(Identity(B, TITLE), Identity(C, TITLE), False, id="that share title and day, each numbered"),
        pytest.param(Identity(A), Identity(B), False, id="that share nothing"),
    ],
)
def test_papers_are_one(one: Identity, other: Identity, is_same: bool) -> None:
    assert (one.matches(other), other.matches(one)) == (is_same, is_same)


def test_this_archive_knows_the_papers_of_its_dossier() -> None:
    known = frozenset().union(*(identity.names for identity in known_papers(read_archive(ROOT))))

    assert {"kst-31934-36", "kst-31934-82", "kst-31934-110", "2024d26567", "2026-0000243288"} <= known


def test_the_newest_paper_is_the_last_that_was_entered_and_no_newspaper(
    archive_from: Callable[[Files], Archive],
) -> None:
    newspaper = """\
id: krant-2030-01-02
kind: external
title: {nl: "Sluis dicht", en: "Lock shut"}
published: 2030-01-02
publisher: {nl: "De Krant", en: "The Paper"}
url: https://example.nl/sluis
seen: 2030-01-03
held: partial
standing: relayed
"""
    archive = archive_from({"data/sources/krant-2030-01-02.yaml": newspaper})
    papers = [source for source in archive.sources.values() if not source.is_outside]

    assert day_of_newest(archive) == max(source.published.first for source in papers) < date(2030, 1, 1)


def test_the_newest_paper_of_this_archive_is_its_latest_letter() -> None:
    assert day_of_newest(read_archive(ROOT)) == date(2026, 6, 11)
