"""Chains of steps and parts. Single rules are cases of `test_edition`, laws are in `test_lineage`."""

from typing import Any

from generator.editions.chains import leads_to, line_of
from generator.editions.history import Editions
from generator.editions.milestones import KnownMilestone
from tests.support.described import LETTERS, archive_of, named, report


def tie(kind: str, *of: str) -> dict[str, Any]:
    return {"kind": kind, "of": list(of), "cites": ["first#p-1"]}


def known(**ties: list[dict[str, Any]]) -> dict[str, KnownMilestone]:
    """Milestones by their names, with their relations; all were announced in the first letter."""
    told = [report("first", "announced")]
    records = [{"id": id, "title": named(id), "reports": told, "lineage": lines} for id, lines in ties.items()]
    edition = Editions(archive_of({"sources": LETTERS[:1], "themes": {"bridges": {"milestones": records}}}))[-1]
    return {milestone.id: milestone for milestone in edition.milestones}


def test_a_line_runs_from_the_first_step_to_the_last_wherever_one_stands() -> None:
    line = known(plan=[], bill=[tie("follows", "plan")], act=[tie("follows", "bill")])

    assert [line_of(milestone, line) for milestone in line.values()] == [("plan", "bill", "act")] * 3


def test_two_steps_that_lead_to_one_stand_before_it() -> None:
    line = known(act=[], rule=[], start=[tie("follows", "act", "rule")])

    assert line_of(line["start"], line)[-1] == "start"
    assert set(line_of(line["start"], line)) == {"act", "rule", "start"}
    assert line_of(line["act"], line) == ("act", "start")


def test_another_name_is_the_next_step_of_a_line() -> None:
    line = known(pier=[], quay=[tie("renamed", "pier")])

    assert line_of(line["pier"], line) == ("pier", "quay")


def test_parts_are_no_steps() -> None:
    line = known(bridge=[], deck=[tie("part-of", "bridge")])

    assert (line_of(line["deck"], line), line["bridge"].parts) == (("deck",), ("deck",))


def test_a_step_leads_to_what_follows_and_to_the_whole_of_that() -> None:
    line = known(road=[], plan=[], bridge=[tie("follows", "plan"), tie("part-of", "road")])

    assert leads_to(line["plan"], line) == ("bridge", "road")
    assert leads_to(line["road"], line) == ()
