"""Whatever letter is read, the file of its passages is read again, is sealed, and passes the check."""

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.archive.validate import read_record
from generator.archive.yaml_loader import read_yaml
from generator.checks.sources import indexes_are_sealed, sources_are_whole
from generator.documents.block import Unreadable
from generator.documents.ingest import read_source
from generator.model.period import parse_period
from generator.model.source import PassageIndex, Source

NEW, DAY = "brief-2024-02-01", parse_period("2024-02-01")
WORDS = [
    "ruim",
    "bijna",
    "€",
    "%",
    "uur",
    "fte",
    "-37,4",
    "1&nbsp;094",
    "007",
    "mio",
    "Q4-2025",
    "31-02-2025",
    "steeg",
    "daalde",
    "niet",
    "'t",
    '"',
    "\\\\",
    "{a:",
    "b}",
    "#",
    "-",
    ":",
    "½",
    "é",
    "…",
    "null",
    "true",
    "~",
    "Geachte",
    "Hoogachtend,",
    "12.345,67",
    "-/-",
    "4,2",
    "1-2-3",
    "0,0",
]
PHRASES = ("1 094 000", "3,5 mio", "1 jan. 2026", "p. 7", "twee derde", "een derde.", "k€ 25", "€ 2 ton", "12 345",
           "1,500", "(1.250) 3", "2⅔", "1'094'000", "vijf- à zeshonderd", "min 3", "komend voorjaar", "in '25",
           "20260611", "één miljoen tweehonderd")  # fmt: skip
PIECES = st.sampled_from([*WORDS, *PHRASES, "\u200b", "\u202e", "\ufeff"])
LINES = st.lists(PIECES | st.text(max_size=12), min_size=1, max_size=8).map(" ".join)
LETTERS = st.lists(LINES | LINES.map("# {}".format), min_size=1, max_size=8).map("\n\n".join)


@given(text=LETTERS)
@example(text="# Sluizen\u200b\n\nEr zijn 7 sluizen.")
@example(text="# Sluizen \u26a0\ufe0f\n\nEr zijn \U000e0080 7 sluizen.")
@example(text="# \u202eSluizen\n\nEr zijn 1 094 000 sluizen en 007.")
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_letter_is_read_its_index_passes_the_check(text: str, small_archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(text, "utf-8")
    try:
        read = read_source(tmp_path / "letter.txt", NEW, DAY)
    except Unreadable:
        return
    document = read_yaml(read.index, f"data/passages/{NEW}.yaml")
    index = read_record(document, PassageIndex)
    known = small_archive.sources["brief-2023-06-20"]
    source: Source = known.model_copy(update={"id": NEW, "published": DAY, "out_of_scope": ()})
    archive = replace(
        small_archive,
        sources={**small_archive.sources, NEW: source},
        indexes={**small_archive.indexes, NEW: index},
        passages={**small_archive.passages, NEW: {passage.id: passage for passage in index.passages}},
        documents={**small_archive.documents, index.file: document},
    )

    problems = [
        *indexes_are_sealed(archive),
        *sources_are_whole(replace(archive, indexes={**small_archive.indexes, NEW: index})),
    ]
    assert problems == []
    assert [passage.said for passage in index.passages] == [passage.said for passage in read.passages]
