"""A record or file that is changed in memory is judged as the archive on disk would be."""

from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from generator.authoring.adding.kinds import KINDS
from generator.authoring.adding.scaffold import spot_of
from generator.authoring.review.changed import Before, alone, with_file, with_record
from generator.checks.run import problems_in_theme
from tests.support.small import lay_out_data

KIND = {kind.name: kind for kind in KINDS}
CITED = "brief-2023-06-20#sluizen-1"
BOTH = {"nl": "Open.", "en": "Open."}
RECORDS = {
    "statement locks": {"id": "x", "when": "2023", "kind": "result", "text": BOTH, "cites": [CITED]},
    "report lock-westhaven": {"cites": CITED, "says": "done"},
    "observation waiting-time": {"period": "2023", "value": "1", "cites": CITED},
    "standing locks": {"cites": [CITED], "summary": BOTH, "text": BOTH},
    "milestone locks": {"id": "y", "title": BOTH, "nature": "event", "reports": [{"cites": CITED, "says": "done"}]},
}


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_alone_brings_the_problems_that_the_file_with_it_would(tmp_path: Path, name: str) -> None:
    root, (kind, of) = lay_out_data(tmp_path), name.split()
    before = read_archive(root)
    spot = spot_of(before, KIND[kind], of)
    after, id = with_record(before, KIND[kind], spot, alone(spot, RECORDS[name]))
    found = {(d.rule, d.message) for d in Before(before).problems_brought(after, "locks", id)}

    assert found == {(d.rule, d.message) for d in Before(before).problems_brought(after, "locks")}
    assert len(found) == (name == "observation waiting-time") * 2


def test_one_archive_before_many_changes_tells_of_each_what_it_would_alone(tmp_path: Path) -> None:
    archive = read_archive(lay_out_data(tmp_path))
    spot, before = spot_of(archive, KIND["statement"], "locks"), Before(archive)
    right = RECORDS["statement locks"]
    wrong = {**right, "id": "z", "text": {"nl": "Er zijn 9 sluizen.", "en": "There are 9 locks."}}
    taken = {**wrong, "id": archive.statements[0].id}
    found = [
        before.problems_brought(after, "locks", id)
        for record in (right, wrong, taken, wrong, right)
        for after, id in [with_record(archive, KIND["statement"], spot, alone(spot, record))]
    ]

    assert [len(problems) > 0 for problems in found] == [False, True, True, True, False]
    assert found[3] == found[1]


@pytest.mark.parametrize("name", ["theme", "statements", "indicators", "milestones"])
def test_a_file_as_text_is_read_as_from_disk(tmp_path: Path, name: str) -> None:
    root, file = lay_out_data(tmp_path), f"data/themes/ferries/{name}.yaml"
    text = (root / file).read_text("utf-8").replace("Noordeiland", "Zuideiland")
    changed = with_file(read_archive(root), file, text)
    (root / file).write_text(text, "utf-8")

    assert changed.themes["ferries"] == read_archive(root).themes["ferries"]


def test_a_source_as_text_is_read_as_from_disk(tmp_path: Path) -> None:
    root, file = lay_out_data(tmp_path), "data/sources/brief-2023-06-20.yaml"
    text = (root / file).read_text("utf-8").replace("date line", "day")

    assert with_file(read_archive(root), file, text).sources["brief-2023-06-20"].out_of_scope[0].why == "day"


def test_one_theme_alone_has_the_problems_of_its_records_and_those_of_ids(tmp_path: Path) -> None:
    root = lay_out_data(tmp_path)
    file = root / "data/themes/ferries/statements.yaml"
    file.write_text(file.read_text("utf-8").replace("id: jetty-refused", "id: soft-ground"), "utf-8")
    rules = {str(d.rule) for d in problems_in_theme(read_archive(root), "ferries")}

    assert "id-taken" in rules
