"""What is asked for a record, the record of the answers, and which answer a problem is about."""

from pathlib import Path

from generator.archive.archive import read_archive
from generator.authoring.adding.entry import answered, asked_of, fault_with
from generator.authoring.adding.kinds import KINDS
from generator.authoring.adding.scaffold import drafted, problems_with, spot_of
from tests.support.small import lay_out_data

KIND = {kind.name: kind for kind in KINDS}
ANSWERS = {
    "id": "ship-lift",
    "title-nl": "Scheepslift",
    "title-en": "Ship lift",
    "nature": "promise",
    "owed-by": "customs",
    "cites": "brief-2023-06-20#sluizen-1",
    "says": "announced",
    "due": "2020",
}


def test_a_record_and_its_first_entry_are_asked_for_in_one_go_and_an_id_that_is_given_is_not() -> None:
    milestone, theme = ([question.option for _, question in asked_of(KIND[name])] for name in ("milestone", "place"))

    assert milestone[0] == "id"
    assert milestone.index("title-nl") < milestone.index("says")
    assert "id" not in theme


def test_the_first_entry_gets_the_answers_that_are_its_own() -> None:
    record = answered(KIND["milestone"], "locks", ANSWERS)

    assert record["reports"] == [{"cites": "brief-2023-06-20#sluizen-1", "says": "announced", "due": "2020"}]
    assert "says" not in record


def test_a_problem_names_the_option_that_it_is_about(tmp_path: Path) -> None:
    root, kind = lay_out_data(tmp_path), KIND["milestone"]
    archive = read_archive(root)
    draft = drafted(root, archive, spot_of(archive, kind, "locks"), answered(kind, "locks", ANSWERS))
    faults = [fault_with(kind, draft, diagnostic) for diagnostic in problems_with(root, draft)]

    assert {fault.place for fault in faults} == {"--due"}
    assert {fault.options for fault in faults} == {("due",)}
