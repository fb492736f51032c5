"""What an editor does at the desk: what is wrong is not written, what is written is what `atlas new` writes."""

from pathlib import Path

import pytest

from generator.authoring.review.desk import Desk
from generator.authoring.review.steps import State
from tests.support.command_line import ran
from tests.support.reviewed import LETTER, SOURCE, STATEMENT, desk_at, with_letter

LOCKS = "data/themes/locks/statements.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_at(with_letter(tmp_path))


def files_of(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()}


def what(faults) -> list[tuple[tuple[str, ...], str]]:
    return [(fault.options, fault.diagnostic.message) for fault in faults]


def test_a_record_is_written_as_atlas_new_writes_it_and_nothing_else_is(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with_letter(other)
    before = files_of(desk.root)
    answers = desk.completed("statement", STATEMENT)
    faults = desk.accept("statement", "locks", answers)
    ran(other, "looked", "ticket-sales", SOURCE, "--none")
    desk.not_there("ticket-sales")
    ran(other, "new", "statement", "locks", *(w for o, a in answers.items() for w in (f"--{o}", a)))
    changed = {name for name, content in files_of(desk.root).items() if before[name] != content}

    assert (what(faults), answers["id"]) == ([], "contractor-zuiderkade-known")
    assert changed == {LOCKS, "data/themes/ferries/milestones.yaml"}
    assert files_of(desk.root) == files_of(other)


def test_the_text_of_the_letter_is_nowhere_in_what_is_written(desk: Desk) -> None:
    desk.accept("statement", "locks", desk.completed("statement", STATEMENT))
    desk.leave_out("tot-slot-1", "closing formula")
    sentences = [line for line in LETTER.splitlines() if len(line) > 40]
    written = b"".join(files_of(desk.root).values()).decode()

    assert [sentence for sentence in sentences if sentence in written] == []


def test_a_figure_that_is_not_in_the_passage_is_refused_by_option(desk: Desk) -> None:
    before = files_of(desk.root)
    answers = desk.completed("statement", {**STATEMENT, "text-en": "The 7 contractors are known."})
    faults = desk.faults("statement", "locks", answers)

    assert (("text-en", "'7' in text of statement '7-contractors-known' is not in brief-2026-06-03#sluizen-1")) in [
        (options[-1], message) for options, message in what(faults)
    ]
    assert what(desk.accept("statement", "locks", answers)) == what(faults)
    assert files_of(desk.root) == before


def test_what_is_missing_or_of_another_form_is_said_before_anything_else(desk: Desk) -> None:
    faults = desk.faults("report", "lock-zuiderkade", {"cites": f"{SOURCE}#sluizen-1", "due": "soon", "says": ""})

    assert [options for options, _ in what(faults)] == [("says",), ("due",)]


def test_what_a_record_does_to_another_is_seen_when_it_is_accepted(desk: Desk) -> None:
    ids = {"id": "two-locks-renewed", **STATEMENT}

    assert "two-locks-renewed" in what(desk.accept("statement", "locks", ids))[0][1]


def test_problems_that_were_there_before_keep_nobody_from_adding(desk: Desk) -> None:
    file = desk.root / "data/themes/ferries/milestones.yaml"
    file.write_text(file.read_text("utf-8").replace("2024-06-30", "2024-06-29"), "utf-8")

    assert "'2024-06-29' in due" in ran(desk.root, "check").stdout
    assert what(desk.accept("statement", "ferries", desk.completed("statement", STATEMENT))) == []


def test_a_report_and_a_value_go_to_their_records(desk: Desk) -> None:
    report = {"cites": f"{SOURCE}#sluizen-1", "says": "under-way"}
    value = {"cites": f"{SOURCE}#sluizen-2", "period": "2025", "value": "3.1"}
    faults = desk.accept("report", "lock-zuiderkade", report), desk.accept("observation", "waiting-time", value)

    assert faults == ((), ())
    assert "{cites: brief-2026-06-03#sluizen-1, says: under-way}" in (
        desk.root / "data/themes/locks/milestones.yaml"
    ).read_text("utf-8")
    assert {step.id: step.state for step in desk.steps}["sluizen-2"] is State.ENTERED


def test_a_passage_is_left_out_once_and_with_a_reason(desk: Desk) -> None:
    assert desk.leave_out("tot-slot-1", " ") == "an answer is needed"
    assert desk.leave_out("tot-slot-1", "closing formula") == ""
    assert desk.leave_out("tot-slot-1", "again") == "tot-slot-1 is out of scope."
    assert desk.leave_out("sluizen-9", "again") == "sluizen-9 is no passage of this document."
    assert '  - {passage: tot-slot-1, why: "closing formula"}\n' in (
        desk.root / f"data/sources/{SOURCE}.yaml"
    ).read_text("utf-8")


def test_a_search_is_written_once(desk: Desk) -> None:
    assert desk.not_there("ticket-sales", "loket, kaart") == ""
    assert desk.not_there("ticket-sales") == "ticket-sales is looked for and not there."
    assert 'source: brief-2026-06-03, words: ["loket", "kaart"]' in (
        desk.root / "data/themes/ferries/milestones.yaml"
    ).read_text("utf-8")


def test_the_latest_change_is_taken_back_to_the_byte(desk: Desk) -> None:
    before = files_of(desk.root)
    desk.leave_out("tot-slot-1", "closing formula")
    desk.accept("statement", "locks", desk.completed("statement", STATEMENT))

    assert [desk.undo(), desk.undo(), desk.undo()] == [LOCKS, f"data/sources/{SOURCE}.yaml", ""]
    assert files_of(desk.root) == before
    assert {step.state for step in desk.steps} == {State.OPEN}


def test_what_somebody_else_writes_meanwhile_is_kept(desk: Desk) -> None:
    file = desk.root / LOCKS
    file.write_text(file.read_text("utf-8").replace("soft-ground", "very-soft-ground"), "utf-8")
    desk.accept("statement", "locks", desk.completed("statement", STATEMENT))

    assert "very-soft-ground" in file.read_text("utf-8")
    assert "contractor-zuiderkade-known" in file.read_text("utf-8")


def test_there_is_no_record_of_what_does_not_exist(desk: Desk) -> None:
    with pytest.raises(LookupError, match="'lcks' is not in"):
        desk.faults("statement", "lcks", STATEMENT)
    with pytest.raises(LookupError, match="'lck' is not in any milestones"):
        desk.near("lck")
