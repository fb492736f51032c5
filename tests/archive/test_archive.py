"""The archive holds everything in data/, whole, in order, with the place of each record."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive.archive import Archive, read_archive
from generator.diagnostics.diagnostic import InvalidData, Location
from tests.support.small import Files, lay_out_data

ArchiveFrom = Callable[[Files], Archive]
SOURCE = """\
id: {id}
kind: external
title: {{nl: "Bron", en: "Source"}}
published: {published}
publisher: {{nl: "het Meetnet", en: "the network"}}
standing: official
seen: 2026-11
held: false
"""


def refusal(root: Path) -> str:
    with pytest.raises(InvalidData) as refused:
        read_archive(root)
    return str(refused.value)


def test_every_record_is_there_by_its_id(small_archive: Archive) -> None:
    themes = {
        theme.id: [
            [record.id for record in records] for records in (theme.statements, theme.indicators, theme.milestones)
        ]
        for theme in small_archive.themes.values()
    }

    assert themes == {
        "ferries": [
            ["jetty-without-permit", "jetty-refused"],
            ["safety-checks", "safety-checks-total"],
            ["ferry-noordeiland", "electric-ferries", "ticket-sales"],
        ],
        "locks": [
            ["two-locks-renewed", "soft-ground", "lock-keeper-trainings", "remote-control"],
            ["waiting-time", "lock-trainings", "ships-counted"],
            ["lock-oosterdam", "lock-westhaven", "lock-zuiderkade"],
        ],
    }
    assert [list(records) for records in (small_archive.tensions, small_archive.terms, small_archive.dimensions)] == [
        ["waiting-time-2021"],
        ["lockage", "pontoon"],
        ["vessel", "season", "body", "area"],
    ]


def test_sources_stand_oldest_first(small_archive: Archive) -> None:
    assert list(small_archive.sources) == [
        "brief-2021-03-10", "meetnet-2021", "krant-2022", "verslag-2022", "meetnet-2023", "brief-2023-06-20",
    ]  # fmt: skip


def test_a_month_stands_after_the_days_in_it_and_equal_days_stand_by_id(archive_from: ArchiveFrom) -> None:
    days = {"z-month": "2024-05", "b-day": "2024-05-31", "a-day": "2024-05-31", "y-day": "2024-05-02"}
    files = {f"data/sources/{id}.yaml": SOURCE.format(id=id, published=day) for id, day in days.items()}

    assert list(archive_from(files).sources)[-4:] == ["y-day", "z-month", "a-day", "b-day"]


def test_passages_stand_in_reading_order_and_only_under_sources_that_are_held(small_archive: Archive) -> None:
    assert {source: list(passages) for source, passages in small_archive.passages.items()} == {
        "brief-2021-03-10": ["aanhef-1", "aanhef-2", "sluizen-1", "sluizen-2", "sluizen-3", "veren-1", "tot-slot-1"],
        "brief-2023-06-20": ["aanhef-1", "aanhef-2", "sluizen-1", "sluizen-2", "veren-1", "veren-2", "vooruitblik-1"],
        "krant-2022": ["aanhef-1", "aanhef-2"],
        "meetnet-2023": ["aanhef-1", "aanhef-2"],
        "verslag-2022": ["sluizen-1", "sluizen-2", "sluizen-3", "veren-1", "veren-2", "veren-3", "mensen-1"],
    }


@pytest.mark.parametrize(
    ("file", "path", "place"),
    [
        pytest.param("places.yaml", (1, "lat"), (10, 8), id="a value"),
        pytest.param("themes/locks/milestones.yaml", (0, "reports", 1, "due"), (10, 12), id="a value deep inside"),
        pytest.param("themes/locks/milestones.yaml", (0, "reports", 0, "done"), (7, 7), id="what is not written"),
    ],
)
def test_every_value_can_be_found_in_its_file(
    small_archive: Archive, file: str, path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    assert small_archive.documents[f"data/{file}"].place(*path) == Location(f"data/{file}", *place)


@pytest.mark.parametrize("text", [pytest.param(None, id="no file"), pytest.param("", id="an empty file")])
@pytest.mark.parametrize(
    ("file", "records"),
    [("tensions", "tensions"), ("places", "places"), ("glossary", "terms"), ("categories", "dimensions")],
)
def test_a_list_that_is_not_written_is_a_list_of_nothing(
    archive_from: ArchiveFrom, file: str, records: str, text: str | None
) -> None:
    assert getattr(archive_from({f"data/{file}.yaml": text}), records) == {}


def test_a_theme_needs_no_more_than_its_text(archive_from: ArchiveFrom) -> None:
    names = ("statements", "indicators", "milestones")
    theme = archive_from({f"data/themes/ferries/{name}.yaml": None for name in names}).themes["ferries"]

    assert (theme.statements, theme.indicators, theme.milestones) == ((), (), ())


def test_a_file_that_is_not_utf_8_is_refused_at_its_line(tmp_path: Path) -> None:
    root = lay_out_data(tmp_path)
    (root / "data/places.yaml").write_bytes("- id: haven\n  name: {nl: Brazilië, en: Brazil}\n".encode("latin-1"))

    assert refusal(root) == (
        "data/places.yaml:2:21: the file is not UTF-8: the character here, probably 'ë', is not\n"
        "    Open it in an editor and save it again as UTF-8 (`Save with encoding` or `Save as`)."
    )


def test_a_byte_order_mark_at_the_start_of_a_file_is_not_a_mistake(tmp_path: Path) -> None:
    root = lay_out_data(tmp_path)
    file = root / "data/places.yaml"
    file.write_text(file.read_text("utf-8"), "utf-8-sig")

    assert list(read_archive(root).places) == ["oosterdam", "westhaven", "noordeiland"]


def test_an_empty_folder_lacks_the_files_that_no_atlas_can_do_without(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "\n".join(
        f"data/{file}:1:1: the file is missing\n    Restore it, or create it as data/README.md describes."
        for file in ("atlas.yaml", "words/en.yaml", "words/nl.yaml")
    )


def test_what_editors_and_systems_leave_behind_is_not_data(tmp_path: Path) -> None:
    left = [
        "README.md",
        "themes/notes.txt",
        "places.yaml~",
        ".places.yaml.swp",
        "themes/locks/.#theme.yaml",
        ".DS_Store",
    ]
    root = lay_out_data(tmp_path, {f"data/{name}": "left: behind\n" for name in left})

    assert list(read_archive(root).themes) == ["ferries", "locks"]


def test_what_is_no_plain_file_is_not_read_and_hides_no_mistake_elsewhere(tmp_path: Path) -> None:
    root = lay_out_data(tmp_path / "project", {"data/places.yaml": "- &a\n"})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "text.yaml").write_text("of somebody else\n", "utf-8")
    (root / "data/themes/linked").symlink_to(outside)
    (root / "data/glossary.yaml").unlink(missing_ok=True)
    (root / "data/glossary.yaml").symlink_to(tmp_path / "nowhere")
    found = refusal(root)

    assert found.count("this is a link to a place outside data/") == 2
    assert "data/places.yaml:1:3" in found
    assert "somebody else" not in found and "missing" not in found
