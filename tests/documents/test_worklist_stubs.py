"""What the work list offers to paste is read as it stands, and nothing in it is a sentence of the source."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.archive import Archive, read_archive
from generator.archive.yaml_loader import read_yaml
from generator.checks.run import check
from generator.diagnostics.diagnostic import InvalidData
from generator.documents.block import Block, BlockKind
from generator.documents.ingest import Ingestion, read_source, source_stub
from generator.documents.overlap import copied
from generator.documents.passages import ExtractedPassage, passages_of
from generator.documents.worklist import worklist_of
from generator.model.period import parse_period
from tests.support.small import Files, lay_out_data

NEW = "brief-2024-02-01"
LETTER = """\
# Stand van zaken

In 2023 wachtte men gemiddeld 3,5 uur op een schutting, en dat is een kortere wachttijd dan in de jaren waarover eerder aan u is bericht; het doel was 4 uur.

Naar een Sluis bij Zuiderkade is vorig jaar opnieuw gekeken, maar een besluit over de vraag of zij er komt wordt niet eerder dan in mei 2025 genomen.

De laatste dieselmotor is op 12 januari 2024 vervangen, zodat op alle lijnen die de dienst zelf bevaart voortaan zonder uitstoot wordt gevaren.

Aan het oudste veer is veel geschilderd, en dat was een kwartaal eerder gedaan dan was beloofd, doordat het in de zomer nauwelijks heeft geregend.
"""  # noqa: E501 - one line for each paragraph is the layout that is meant
TEXTS = {"title-nl": "Brief", "title-en": "Letter", "sender-nl": "de minister", "sender-en": "Minister"}
STUB = re.compile(r"^`(?P<file>data/\S+)`[^\n]*?(?:`(?P<record>[^`]+)`)?:\n\n```yaml\n(?P<yaml>.*?)^```$", re.M | re.S)
FILLED = {
    "id: locks-\n": "id: locks-new\n",
    "id: ferries-\n": "id: ferries-new\n",
    "kind: # plan, progress, result, setback or context": "kind: context",
    'nl: ""': "nl: Nieuws over dit onderwerp.",
    'en: ""': "en: News on this subject.",
    "says: # announced, under-way, stalled, done, dropped": "says: under-way",
    "value: # 3.5, 4": "value: 3.5",
}
"""What an editor writes in the empty places."""


@pytest.fixture
def ingestion(tmp_path: Path) -> Ingestion:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    return read_source(tmp_path / "letter.txt", NEW, parse_period("2024-02-01"))


@pytest.fixture
def with_source(archive_from: Callable[[Files], Archive], ingestion: Ingestion) -> Archive:
    """The small archive with the new letter entered, and no record that cites it."""
    stub = source_stub(NEW, ingestion.published, TEXTS)
    return archive_from({f"data/sources/{NEW}.yaml": stub, f"data/passages/{NEW}.yaml": ingestion.index})


def passages_told(text: str, section: str = "Stand van zaken") -> tuple[ExtractedPassage, ...]:
    """The passages of a section with one paragraph."""
    blocks = [Block(BlockKind.HEADING, section, 1), Block(BlockKind.PARAGRAPH, text)]
    return passages_of(blocks, parse_period("2024-02-01").last)


def stubs(worklist: str) -> list[tuple[str, str | None, str]]:
    """The file, the record and the YAML of each stub."""
    return [(stub["file"], stub["record"], stub["yaml"]) for stub in STUB.finditer(worklist)]


def filled(stub: str) -> str:
    for empty, written in FILLED.items():
        stub = stub.replace(empty, written)
    return stub


def test_every_stub_is_read_once_its_empty_places_are_filled_in(
    with_source: Archive, ingestion: Ingestion, tmp_path: Path
) -> None:
    found = stubs(worklist_of(with_source, ingestion))
    for number, (file, record, stub) in enumerate(found):
        folder = tmp_path / str(number)
        folder.mkdir()
        root = lay_out_data(folder, {f"data/sources/{NEW}.yaml": source_stub(NEW, ingestion.published, TEXTS)})
        (root / f"data/passages/{NEW}.yaml").write_text(ingestion.index, "utf-8")
        before = (root / file).read_text("utf-8")
        (root / file).write_text(pasted(before, record, filled(stub)), "utf-8")

        assert isinstance(read_yaml(stub, "stub.yaml").value, list)
        assert read_archive(root), stub

    assert [(file.rpartition("/")[2], record) for file, record, _ in found] == [
        ("statements.yaml", None),
        ("indicators.yaml", "waiting-time"),
        ("statements.yaml", None),
        ("milestones.yaml", "lock-zuiderkade"),
        ("statements.yaml", None),
        ("milestones.yaml", "electric-ferries"),
        ("statements.yaml", None),
    ]


def pasted(text: str, record: str | None, stub: str) -> str:
    """The file with the stub behind the last entry of the record, or at its end."""
    if record is None:
        return text + "\n" + stub
    records = re.split(r"(?m)^(?=- id: )", text)
    return "".join(
        part.rstrip("\n") + "\n" + stub + "\n" if part.startswith(f"- id: {record}\n") else part for part in records
    )


def test_a_work_list_done_passes_every_check(with_source: Archive, ingestion: Ingestion, tmp_path: Path) -> None:
    for number, (file, record, stub) in enumerate(stubs(worklist_of(with_source, ingestion))):
        once = filled(stub).replace("-new", f"-{number}")
        path = tmp_path / file
        path.write_text(pasted(path.read_text("utf-8"), record, once), "utf-8")
    archive = check(read_archive(tmp_path))

    assert sum(len(theme.statements) for theme in archive.themes.values()) == 6 + 4


def test_no_seven_words_of_the_source_stand_in_a_row_in_what_is_written(
    small_archive: Archive, ingestion: Ingestion, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "worklist.md").write_text(worklist_of(small_archive, ingestion), "utf-8")
    (tmp_path / "docs" / "index.md").write_text(ingestion.index, "utf-8")
    (tmp_path / "docs" / "source.md").write_text(source_stub(NEW, ingestion.published, TEXTS), "utf-8")
    texts = {NEW: [passage.text for passage in ingestion.passages]}

    assert list(copied(tmp_path, texts, ())) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        pytest.param(
            "De nieuwe kaartverkoop begint in mei 2025.", "      due: 2025-05\n", id="the one date that it names"
        ),
        pytest.param("De nieuwe kaartverkoop begint later.", "", id="none if it names none"),
        pytest.param(
            "De nieuwe kaartverkoop begint in mei 2025 of eind 2026.",
            "      due: # 2025-05, late-2026\n",
            id="a choice if it names several",
        ),
    ],
)
def test_a_report_comes_with_the_date_of_its_passage(
    small_archive: Archive, ingestion: Ingestion, text: str, due: str
) -> None:
    found = stubs(worklist_of(small_archive, replace(ingestion, passages=passages_told(text))))
    (stub,) = [stub for _, record, stub in found if record == "ticket-sales"]

    assert stub == (
        "    - cites: brief-2024-02-01#stand-van-zaken-1\n"
        f"      says: # announced, under-way, stalled, done, dropped\n{due}"
    )
    assert isinstance(read_yaml(stub, "stub.yaml").value, list)


@pytest.mark.parametrize(
    ("text", "stub"),
    [
        pytest.param(
            "De wachttijd bij sluizen is 3,5 uur.",
            f"    - period: 2024-02-01\n      value: 3.5\n      cites: {NEW}#stand-van-zaken-1\n",
            id="the one number that it names",
        ),
        pytest.param(
            "De wachttijd bij sluizen is 3,5 uur; het doel was 4 uur.",
            f"    - period: 2024-02-01\n      value: # 3.5, 4\n      cites: {NEW}#stand-van-zaken-1\n",
            id="a choice if it names several",
        ),
        pytest.param(
            "Er waren 14 veiligheidscontroles op veren.",
            "    - period: 2024-02-01\n      of:\n        vessel: # ferry, pontoon\n        season: # summer, winter\n"
            f"      value: 14\n      cites: {NEW}#stand-van-zaken-1\n",
            id="the categories to choose from if it is broken down",
        ),
    ],
)
def test_a_value_comes_with_the_number_of_its_passage(
    small_archive: Archive, ingestion: Ingestion, text: str, stub: str
) -> None:
    found = stubs(worklist_of(small_archive, replace(ingestion, passages=passages_told(text))))
    first = next(yaml for file, _, yaml in found if file.endswith("indicators.yaml"))

    assert first == stub
    assert isinstance(read_yaml(stub, "stub.yaml").value, list)


@pytest.mark.parametrize(
    ("sentence", "record", "choices", "missing"),
    [
        pytest.param(
            "De wachttijd bij de sluizen was 3,5 uur, het doel 4 uur.",
            "waiting-time",
            {"value: # 3.5, 4": "value: 3.5"},
            ["value is empty"],
            id="a number of several",
        ),
        pytest.param(
            "In de winter waren er 14 veiligheidscontroles op veren.",
            "safety-checks",
            {"vessel: # ferry, pontoon": "vessel: ferry", "season: # summer, winter": "season: winter"},
            ["vessel is empty", "season is empty"],
            id="a category of each dimension",
        ),
    ],
)
def test_what_is_to_be_chosen_is_asked_for_and_then_all_is_in_order(
    tmp_path: Path, sentence: str, record: str, choices: dict[str, str], missing: list[str]
) -> None:
    (tmp_path / "letter.txt").write_text(f"# Stand van zaken\n\n{sentence}\n", "utf-8")
    read = read_source(tmp_path / "letter.txt", NEW, parse_period("2024-02-01"))
    source = {f"data/sources/{NEW}.yaml": source_stub(NEW, read.published, TEXTS)}
    root = lay_out_data(tmp_path / "project", {**source, f"data/passages/{NEW}.yaml": read.index})
    found = stubs(worklist_of(read_archive(root), read))
    file, stub = next((root / file, yaml) for file, of, yaml in found if of == record)
    before = file.read_text("utf-8")
    file.write_text(pasted(before, record, stub), "utf-8")
    with pytest.raises(InvalidData) as refused:
        read_archive(root)
    for empty, chosen in choices.items():
        stub = stub.replace(empty, chosen)
    file.write_text(pasted(before, record, stub), "utf-8")

    assert [diagnostic.message for diagnostic in refused.value.diagnostics] == missing
    assert check(read_archive(root))
