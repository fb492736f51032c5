"""A new letter becomes an index of its passages; what entering it anew would change is told first."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive.archive import Archive, read_archive
from generator.checks.run import check
from generator.documents.index.writing import index_of
from generator.documents.ingest import (
    Ingestion,
    changed_ids,
    doubts,
    publication,
    read_source,
    source_stub,
)
from generator.model.period import parse_period
from tests.support.small import SMALL, lay_out_data

NEW, OLD = "brief-2024-02-01", "brief-2021-03-10"
LETTER = """\
# Sluizen

Bij Zuiderkade komt een nieuwe sluis, zo blijkt uit het onderzoek dat in januari 2024 is afgerond; zij kost 12,5 miljoen euro en ligt er in 2027.

# Veren

Het veer naar Noordeiland is uit de plannen geschrapt, en de steiger die er al lag wordt voor de zomer van 2024 weggehaald door de gemeente zelf.
"""  # noqa: E501 - one line for each paragraph is the layout that is meant
TEXTS = {"title-nl": "Brief", "title-en": "Letter", "sender-nl": "de minister", "sender-en": "Minister"}


@pytest.fixture
def again(small_archive: Archive, tmp_path: Path) -> Callable[[str, str], list[str]]:
    """What reading the first letter anew would change, after `before` in its text has become `after`."""

    def told(before: str, after: str) -> list[str]:
        text = (SMALL / "texts" / f"{OLD}.txt").read_text("utf-8")
        file = tmp_path / "again.txt"
        file.write_text(text.replace(before, after), "utf-8")
        read = read_source(file, OLD, small_archive.sources[OLD].published)
        return [str(diagnostic) for diagnostic in changed_ids(small_archive, read)]

    return told


def ingestion_of(text: str, folder: Path) -> Ingestion:
    (folder / "letter.txt").write_text(text, "utf-8")
    return read_source(folder / "letter.txt", NEW, parse_period("2024-02-01"))


@pytest.mark.parametrize(
    ("source", "written", "published"),
    [
        pytest.param(NEW, "2024-02-01", "2024-02-01", id="a new source, on the day that is told"),
        pytest.param(NEW, "2024-02", "2024-02", id="or in the month"),
        pytest.param(OLD, None, "2021-03-10", id="a known source, when its file says"),
        pytest.param("verslag-2022", None, "2023-02", id="also if that is a month"),
        pytest.param(OLD, "2021-03-10", "2021-03-10", id="and telling it again does no harm"),
    ],
)
def test_a_source_was_published_as_its_file_says_or_as_was_told(
    small_archive: Archive, source: str, written: str | None, published: str
) -> None:
    assert publication(small_archive, source, written) == parse_period(published)


@pytest.mark.parametrize(
    ("source", "written", "says"),
    [
        pytest.param(
            NEW,
            None,
            "give the date of publication: --published 2026-06-11, or 2026-06 if only the month is printed",
            id="a new source of which nothing was told",
        ),
        pytest.param(NEW, "2024", "'2024' is not a day or a month", id="a year"),
        pytest.param(NEW, "2024-Q1", "'2024-Q1' is not a day or a month", id="a quarter"),
        pytest.param(NEW, "2024-01-31/2024-02-01", "'2024-01-31/2024-02-01' is not a day or a month", id="two days"),
        pytest.param(NEW, "2023-02-29", "'2023-02-29' is not a day of the calendar", id="a day that there was not"),
        pytest.param(
            OLD,
            "2021-03-11",
            "data/sources/brief-2021-03-10.yaml says that it was published 2021-03-10, not 2021-03-11",
            id="another day than its file says",
        ),
        pytest.param(
            OLD,
            "2021-03",
            "data/sources/brief-2021-03-10.yaml says that it was published 2021-03-10, not 2021-03",
            id="the month of which its file says the day",
        ),
        pytest.param(
            "Brief 2024",
            "2024-02-01",
            "'Brief 2024' is not an id; write lower-case letters, digits and single hyphens",
            id="an id that is none",
        ),
        pytest.param(
            "../atlas",
            "2024-02-01",
            "'../atlas' is not an id; write lower-case letters, digits and single hyphens",
            id="a path that leads elsewhere",
        ),
    ],
)
def test_a_publication_that_cannot_be_is_refused(
    small_archive: Archive, source: str, written: str | None, says: str
) -> None:
    with pytest.raises(ValueError) as refused:
        publication(small_archive, source, written)

    assert str(refused.value) == says


def test_a_source_as_read_knows_its_file_and_its_day(tmp_path: Path) -> None:
    read = ingestion_of(LETTER, tmp_path)

    assert read.sha256 == hashlib.sha256(LETTER.encode()).hexdigest()
    assert read.index == index_of(NEW, "2024-02-01", read.passages, read.sha256)
    assert [(passage.id, passage.numbers, passage.dates) for passage in read.passages] == [
        ("sluizen-1", ("12500000",), ("2024-01", "2027")),
        ("veren-1", (), ("before-summer-2024",)),
    ]


@pytest.mark.parametrize("heading", ['De "Sluis" bij: Oost', "Sluizen # veren", "Sluis C:\\water", "[Sluizen] {veren}"])
def test_an_index_is_read_back_whatever_signs_stand_in_its_headings(tmp_path: Path, heading: str) -> None:
    read = ingestion_of(LETTER.replace("# Sluizen", f"# {heading}"), tmp_path)
    files = {
        f"data/passages/{NEW}.yaml": read.index,
        f"data/sources/{NEW}.yaml": source_stub(NEW, read.published, TEXTS),
    }
    archive = check(read_archive(lay_out_data(tmp_path, files)))

    assert [passage.section for passage in archive.passages[NEW].values()] == [heading, "Veren"]


def test_the_same_text_again_changes_nothing(again: Callable[[str, str], list[str]]) -> None:
    assert again("", "") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("# Tot slot", "# Bruggen\n\nEr is een brug bij gekomen.\n\n# Tot slot", id="under a new heading"),
        pytest.param("is vernieuwd.", "is vernieuwd.\n\nEr komen twee veren bij.", id="at the end of a section"),
        pytest.param("Wanneer dat onderzoek", "wanneer, dat ‘Onderzoek’", id="nor do case and punctuation"),
    ],
)
def test_new_passages_alone_change_nothing(again: Callable[[str, str], list[str]], before: str, after: str) -> None:
    assert again(before, after) == []


def test_a_passage_that_vanishes_is_told_with_the_records_that_cite_it(
    again: Callable[[str, str], list[str]],
) -> None:
    assert again("# Veren\n", "") == [
        "data/passages/brief-2021-03-10.yaml:10:5: 'veren-1' would vanish; its text is now 'sluizen-4'\n"
        "    Cited by a standing of theme 'ferries' (data/themes/ferries/theme.yaml:6:13), "
        "a report of milestone 'ferry-noordeiland' (data/themes/ferries/milestones.yaml:7:15)."
    ]


def test_a_passage_that_gets_another_text_is_told_with_the_records_that_cite_it(
    again: Callable[[str, str], list[str]],
) -> None:
    assert again("medio 2022 gereed", "medio 2023 gereed") == [
        "data/passages/brief-2021-03-10.yaml:7:5: 'sluizen-1' would have another text\n"
        "    Cited by a standing of theme 'locks' (data/themes/locks/theme.yaml:10:13), "
        "statement 'two-locks-renewed' (data/themes/locks/statements.yaml:8:11), "
        "a report of milestone 'lock-oosterdam' (data/themes/locks/milestones.yaml:7:15)."
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("4,50 uur", "4.50 uur", id="a number"),
        pytest.param("2020", "20 20", id="a year"),
    ],
)
def test_a_passage_whose_letters_and_digits_stay_is_told_if_it_would_get_other_figures(
    again: Callable[[str, str], list[str]], before: str, after: str
) -> None:
    assert [diagnostic.splitlines()[0] for diagnostic in again(before, after)] == [
        "data/passages/brief-2021-03-10.yaml:8:5: 'sluizen-2' would have other figures"
    ]


def test_passages_that_move_are_told_with_where_their_texts_are_now(
    again: Callable[[str, str], list[str]],
) -> None:
    diagnostics = again("# Sluizen\n", "# Sluizen\n\nVooraf dit: er is dit jaar veel gebeurd.\n")

    assert [diagnostic.splitlines()[0].partition(": ")[2] for diagnostic in diagnostics] == [
        "'sluizen-1' would have another text; its text is now 'sluizen-2'",
        "'sluizen-2' would have another text; its text is now 'sluizen-3'",
        "'sluizen-3' would have another text; its text is now 'sluizen-4'",
    ]


def test_a_passage_that_no_record_cites_is_told_to_be_so(again: Callable[[str, str], list[str]]) -> None:
    assert again("De Waterdienst informeert", "De Waterdienst bericht") == [
        "data/passages/brief-2021-03-10.yaml:11:5: 'tot-slot-1' would have another text\n    No record cites it."
    ]


def test_of_a_source_that_was_never_read_nothing_changes(small_archive: Archive, tmp_path: Path) -> None:
    assert list(changed_ids(small_archive, ingestion_of(LETTER, tmp_path))) == []


@pytest.mark.parametrize(
    ("text", "is_doubted"),
    [
        pytest.param("Lees verder op de volgende bladzijde van deze website.", True, id="a few words without a date"),
        pytest.param("Op 3 mei 2024 is de sluis bij Oosterdam geopend.", False, id="a few words with one"),
        pytest.param("Het veer vaart elke dag heen en weer. " * 20, False, id="many words without one"),
    ],
)
def test_what_may_be_no_document_is_doubted(text: str, is_doubted: bool, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(text, "utf-8")
    read = read_source(file, NEW, parse_period("2024-05-31"))

    assert bool(list(doubts(read))) is is_doubted
    assert all("9 words and no date" in doubt for doubt in doubts(read))
