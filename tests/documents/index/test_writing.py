"""Of the passages of a source the file keeps what is needed to check, on a line each, and no sentence."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.archive.validate import read_record
from generator.archive.yaml_loader import read_yaml
from generator.documents.block import Block, BlockKind
from generator.documents.index.writing import index_of
from generator.documents.passages import figures_of, passages_of
from generator.documents.reader import blocks_of
from generator.documents.search.stems import hashed
from generator.model.source import PassageIndex
from tests.support.small import SMALL

DAY = date(2022, 5, 4)


def h(text: str, level: int = 0) -> Block:
    return Block(BlockKind.HEADING, text, level)


def p(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def read(index: str) -> PassageIndex:
    return read_record(read_yaml(index, "data/passages/letter.yaml"), PassageIndex)


def test_an_index_has_a_line_for_each_passage() -> None:
    blocks = [h("Sluizen", 1), h('De "grote" \\ sluis', 2), p("Van de twee is er één dicht sinds 4 mei jl."), p("Ja.")]
    first, second = passages_of(blocks, DAY)
    section = r'section: "Sluizen › De \"grote\" \\ sluis"'

    assert index_of("brief", "2022-05", (first, second), "0a" * 32).splitlines()[:-1] == [
        "source: brief",
        "published: 2022-05",
        f"sha256: {'0a' * 32}",
        "passages:",
        f'  - {{id: de-grote-sluis-1, {section}, words: 11, hash: "{first.hash}", '
        f'numbers: ["2"], dates: ["2022-05-04"], soft: ["1"], stems: "{hashed(first.stems, "brief")}"}}',
        f'  - {{id: de-grote-sluis-2, {section}, words: 1, hash: "{second.hash}", numbers: [], dates: [], '
        f'stems: "{hashed(second.stems, "brief")}"}}',
    ]


def test_the_index_of_a_source_without_passages_is_an_empty_list() -> None:
    assert index_of("brief", "2022-05", (), "0" * 64).splitlines()[-2] == "passages: []"


def test_an_index_holds_no_sentence() -> None:
    passages = passages_of([h("Sluizen"), p("De andere sluis volgt in 2023."), p("Vier veren.")], DAY)
    index = index_of("brief", "2022-05-04", passages, "0" * 64)

    assert [passage.id for passage in passages if passage.text in index] == []


TEXTS = sorted((SMALL / "texts").glob("*.txt"))


@pytest.mark.parametrize("file", TEXTS, ids=[file.stem for file in TEXTS])
def test_the_index_of_the_small_archive_is_that_of_its_texts(file: Path) -> None:
    index = (SMALL / f"data/passages/{file.stem}.yaml").read_text("utf-8")
    known, content = read(index), file.read_bytes()
    published, code = known.published, known.language
    passages = passages_of(blocks_of(content), published.last, code)

    assert index_of(file.stem, published.text, passages, hashlib.sha256(content).hexdigest(), code) == index


def test_what_relative_words_may_mean_has_a_place_of_its_own() -> None:
    (passage,) = passages_of([p("In 2021 vijf boten, een jaar eerder vier.")], DAY)

    assert 'dates: ["2021"], relative: ["2020"], stems: ' in index_of("brief", "2022-05-04", (passage,), "0" * 64)


def test_what_is_said_of_figures_is_on_the_line_where_it_says_more_than_the_numbers() -> None:
    blocks = [p("Er kwamen er 3 bij, toen 12."), p("Het daalde met bijna 4,5% naar 3, en weer naar 3.")]
    plain, said = read(index_of("letter", "2022-05-04", passages_of(blocks, DAY), "0" * 64)).passages

    assert (plain.figures, [figure.number for figure in plain.said]) == ((), ["3", "12"])
    assert said.figures == ("under 4.5 % fell", "3 fell", "3 fell")
    assert (said.rises, int(said.falls or 0)) == (None, 1)


def test_why_it_was_read_again_is_in_the_file() -> None:
    index = read(index_of("letter", "2022-05-04", (), "0" * 64, read_again=['"Het" PDF', "nu\techt"]))

    assert index.read_again == ('"Het" PDF', "nu echt")


WORDS = st.text("Ab3 .,:;-#*•\"'\\{}[]§é²¹½…›", max_size=12).map(lambda text: " ".join(text.split()))
BLOCKS = st.lists(
    st.builds(Block, st.just(BlockKind.HEADING), WORDS, st.integers(0, 4))
    | st.builds(Block, st.sampled_from([BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW]), WORDS)
)


@given(BLOCKS)
@example([h('"Sluizen" \\ [veren]: {1}'), p("Eén zin.")])
@example([h("§"), p("Eén zin.")])
@example([h("1."), p("Eén zin.")])
def test_whatever_the_blocks_say_their_index_can_be_read(blocks: list[Block]) -> None:
    passages = passages_of(blocks, DAY)
    known = read(index_of("letter", "2022-05-04", passages, "0" * 64))

    assert [(p.id, p.section, int(p.words), p.hash, *figures_of(p)) for p in known.passages] == [
        (p.id, p.section, p.words, p.hash, *figures_of(p)) for p in passages
    ]


@given(st.lists(st.text("0123456789.,% €-−/()abjmunil'QHk", max_size=40), min_size=1, max_size=4))
@example(["Het waren er 1 094 000 en 007, op 0 094 000 na: -0,5 of 1 094 000,050."])
@example(["-007 en -00,5; 2025Q4 en 31-02-2025"])
def test_whatever_figures_a_letter_has_its_index_passes_the_check(texts: list[str]) -> None:
    passages = passages_of([p(text or "Eén zin.") for text in texts], DAY)
    known = read(index_of("letter", "2022-05-04", passages, "0" * 64))

    assert [(*figures_of(p), p.said) for p in known.passages] == [(*figures_of(p), p.said) for p in passages]
