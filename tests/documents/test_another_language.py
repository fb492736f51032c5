"""A source in another language than the first is read in its own: its numbers, dates and words count as they stand."""

from datetime import date
from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from generator.checks.evidence import evidence_of
from generator.checks.run import problems_in
from generator.diagnostics.rules import Rule
from generator.documents.block import Block, BlockKind
from generator.documents.index.writing import index_of
from generator.documents.ingest import language_of
from generator.documents.passages import passages_of
from generator.documents.search.nearest import Search
from generator.documents.verify import differences, quotable, readings
from tests.support.command_line import ran
from tests.support.small import SMALL

NEW, OLD, DAY = "letter-2024-02-01", "brief-2021-03-10", date(2024, 2, 1)
LETTER = """\
# Locks

In the third quarter of 2023 the lock at Oosterdam opened 1,250 times; renewing it cost 12.5 million euros, not nine.

# Ferries

The last diesel engine is to go by the end of next year, says the agency in its letter of 3 May 2022.
"""
TOLD = ("--id", NEW, "--published", "2024-02-01", "--language", "en")
TEXTS = ("--title-nl", "Brief", "--title-en", "Letter", "--sender-nl", "de minister", "--sender-en", "Minister")
STATEMENT = """\
- id: lock-opened
  when: 2023-Q3
  kind: result
  text:
    nl: "De sluis ging in het derde kwartaal van 2023 1.250 keer open en kostte 12,5 miljoen euro."
    en: "The lock opened 1,250 times in the third quarter of 2023; it cost 12.5 million euros."
  cites: [letter-2024-02-01#locks-1]
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / f"{NEW}.txt").write_text(LETTER, "utf-8")
    return tmp_path / "texts"


@pytest.fixture
def entered(small_root: Path, texts: Path) -> Path:
    """The small archive with the letter in English, and a statement that cites it."""
    assert ran(small_root, "ingest", str(texts / f"{NEW}.txt"), *TOLD, *TEXTS).exit_code == 0
    file = small_root / "data/themes/locks/statements.yaml"
    file.write_text(file.read_text("utf-8") + STATEMENT, "utf-8")
    return small_root


def found(root: Path) -> set[Rule | None]:
    return {diagnostic.rule for diagnostic in problems_in(read_archive(root))}


def test_its_numbers_dates_and_words_are_those_of_its_language() -> None:
    text = "Last year 1,250 boats passed, in May 2023 not one of 12.5 million euros was paid."
    english, dutch = (passages_of([Block(BlockKind.PARAGRAPH, text)], DAY, code)[0] for code in ("en", "nl"))

    assert (english.numbers, english.dates, english.negations) == (("1250", "12500000"), ("2023", "2023-05"), 1)
    assert english.numbers != dutch.numbers
    assert english.stems != dutch.stems
    assert english.hash == dutch.hash


def test_its_index_says_in_which_language_it_was_read() -> None:
    lines = {code: index_of("letter", "2024-02", (), "0a" * 32, code).splitlines() for code in ("en", "nl")}

    assert lines["en"][2] == "language: en"
    assert [line for line in lines["en"] if line not in lines["nl"]][:-1] == ["language: en"]


def test_its_passages_are_evidence_of_texts_in_both_languages(entered: Path) -> None:
    assert found(entered) == set()
    assert read_archive(entered).sources[NEW].language == "en"


def test_read_in_the_wrong_language_they_are_refused_and_prove_nothing(entered: Path, texts: Path) -> None:
    file = entered / f"data/sources/{NEW}.yaml"
    file.write_text(file.read_text("utf-8").replace("language: en\n", ""), "utf-8")

    assert Rule.READ_AS_OF in found(entered)
    letter = str(texts / f"{NEW}.txt")
    run = ran(entered, "ingest", letter, "--id", NEW, "--accept", "--why", "In Dutch")
    assert run.exit_code == 1
    assert "it is not in Dutch, the language in which it is to be read; give --language en" in run.stderr
    assert Rule.READ_AS_OF in found(entered)


def test_it_is_verified_and_quoted_in_its_language(entered: Path, texts: Path) -> None:
    for file in (SMALL / "texts").iterdir():
        (texts / file.name).write_bytes(file.read_bytes())
    archive = read_archive(entered)

    assert list(differences(archive, entered, readings(archive, [texts]))) == []
    assert len(quotable(archive, NEW, LETTER.encode())) == len(archive.passages[NEW]) == 2


def test_what_is_near_a_milestone_is_looked_up_in_its_language(entered: Path) -> None:
    archive = read_archive(entered)
    ferries = next(record for record in archive.milestones if record.id == "electric-ferries")
    (first, *_) = Search(archive).nearest(ferries, NEW)

    assert (first.passage.id, "engin" in first.words) == ("ferries-1", True)


def test_headings_above_a_passage_are_read_in_its_language(entered: Path) -> None:
    archive = read_archive(entered)
    passage = archive.passages[NEW]["locks-1"].model_copy(update={"section": "Costs in March 2021 (x € 1 mln), 1,100"})
    evidence = evidence_of(passage, archive.sources[NEW])

    assert {"1100", "1250000000"} <= evidence.numbers
    assert "2021-03" in {period.text for period in evidence.periods}


def test_a_known_source_keeps_its_language(entered: Path, texts: Path) -> None:
    archive = read_archive(entered)

    assert [language_of(archive, id, None) for id in (NEW, OLD, "new")] == ["en", "nl", "nl"]
    assert language_of(archive, "new", "en") == "en"
    with pytest.raises(ValueError, match=f"{OLD}.yaml says that its language is nl, not en"):
        language_of(archive, OLD, "en")
