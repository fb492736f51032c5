"""`atlas looked`: shows the nearest passages, and writes that none of them mentions the milestone."""

from pathlib import Path

import pytest

from tests.support.command_line import ran
from tests.support.small import SMALL, lay_out_data

FILE = "data/themes/ferries/milestones.yaml"
SALES = '    - {source: brief-2023-06-20, words: ["kaartverkoop"], passages_seen: [veren-2], by_hand: true}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out_data(tmp_path)


def milestones(root: Path) -> str:
    return (root / FILE).read_text("utf-8")


def test_where_everything_was_looked_for_there_is_nothing_to_list(root: Path) -> None:
    run = ran(root, "looked")

    assert (run.exit_code, run.stdout, run.stderr) == (0, "", "Everything was looked for.\n")


def test_what_nobody_looked_for_is_listed_as_commands(root: Path) -> None:
    locks = root / "data/themes/locks/milestones.yaml"
    kept = [line for line in locks.read_text("utf-8").splitlines(True) if "words:" not in line and "looked" not in line]
    locks.write_text("".join(kept), "utf-8")
    run = ran(root, "looked")

    assert run.stdout == "atlas looked lock-zuiderkade verslag-2022\n"
    assert run.stderr == "1 to look at.\n"


def test_none_writes_the_search_with_the_rarest_words_and_the_nearest_passages(root: Path) -> None:
    run = ran(root, "looked", "ticket-sales", "brief-2021-03-10", "--none")

    assert run.exit_code == 0
    assert run.stdout.startswith("ticket-sales in brief-2021-03-10:\n")
    assert milestones(root).count("source: brief-2021-03-10") == 1
    assert milestones(root).index("source: brief-2021-03-10") < milestones(root).index("source: brief-2023-06-20")
    assert ran(root, "check").exit_code == 0


def test_words_and_hand_are_written_as_given(root: Path) -> None:
    ran(root, "looked", "ticket-sales", "brief-2021-03-10", "--none", "--words", "kaart, loket", "--by-hand")

    assert 'words: ["kaart", "loket"]' in milestones(root)
    assert milestones(root).count("by_hand: true") == 2


def test_a_second_search_of_a_source_adds_what_was_seen(root: Path) -> None:
    run = ran(root, "looked", "ticket-sales", "brief-2023-06-20", "--none", "--words", "loket")
    (line,) = [line for line in milestones(root).splitlines() if "brief-2023-06-20, words" in line]

    assert run.exit_code == 0
    assert 'words: ["loket"], passages_seen: [veren-2' in line
    assert line.endswith("by_hand: true}")


def test_without_an_answer_nothing_is_written(root: Path) -> None:
    before = milestones(root)
    run = ran(root, "looked", "electric-ferries", "brief-2021-03-10")

    assert run.stderr.endswith("Nothing was written. Run it again with --none if none of these mentions it.\n")
    assert milestones(root) == before


def test_the_passages_are_shown_where_the_documents_are_at_hand(root: Path) -> None:
    run = ran(root, "looked", "electric-ferries", "brief-2023-06-20", "--sources", str(SMALL / "texts"))

    assert "De laatste dieselmotor wordt uiterlijk" in " ".join(run.stdout.split())


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (
            ("ticket-sale", "brief-2021-03-10"),
            "'ticket-sale' is not in any milestones.yaml. Did you mean 'ticket-sales'?",
        ),
        (("ticket-sales", "brief-2021"), "'brief-2021' is not in data/passages/. Did you mean 'brief-2021-03-10'?"),
    ],
)
def test_what_there_is_not_is_refused_with_what_was_meant(root: Path, words: tuple[str, ...], fault: str) -> None:
    run = ran(root, "looked", *words, "--none")

    assert run.exit_code == 1
    assert run.stderr == f"Error: {fault} Nothing was written.\n"


def test_a_comment_among_the_searches_is_not_lost(root: Path) -> None:
    file = root / FILE
    file.write_text(milestones(root).replace(SALES, f"    # by two of us\n{SALES}"), "utf-8")
    before = milestones(root)
    run = ran(root, "looked", "ticket-sales", "brief-2021-03-10", "--none")

    assert run.exit_code == 1
    assert "a comment among the searches would be lost" in run.stderr
    assert milestones(root) == before


def test_data_that_cannot_be_read_are_reported_and_left(root: Path) -> None:
    (root / FILE).write_text("- id: [", "utf-8")
    run = ran(root, "looked")

    assert run.exit_code == 1
    assert f"{FILE}:1:" in run.stderr


def test_without_the_documents_it_says_which_are_missing_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    before = milestones(root)
    empty = tmp_path / "no documents"
    empty.mkdir()
    run = ran(root, "looked", "ticket-sales", "brief-2021-03-10", "--none", "--sources", str(empty))

    assert (run.exit_code, type(run.exception)) == (1, SystemExit)
    assert "brief-2021-03-10.txt is in no folder of documents" in run.output
    assert milestones(root) == before
