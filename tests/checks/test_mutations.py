"""The mutation proof changes what it says, misses nothing in this archive, and fails when a check is gone."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.archive.archive import Archive, read_archive
from generator.checks.claims import Claim
from generator.checks.fact_check import FactChecker
from generator.diagnostics.diagnostic import Diagnostic
from tests.measure.mutate_data import Mutation, Outcome, main, mutations
from tests.support.small import ROOT, Files, lay_out_data

STATEMENTS = "data/themes/ferries/statements.yaml"
ONLY_ONE: Files = {
    "data/themes/ferries/indicators.yaml": None,
    "data/themes/ferries/milestones.yaml": None,
    "data/themes/locks/indicators.yaml": None,
    "data/themes/locks/milestones.yaml": None,
    "data/themes/locks/statements.yaml": None,
    "data/themes/ferries/theme.yaml": "title: {nl: V, en: F}\nquestion: {nl: Welke, en: Which}\nterms: [veer]\n",
    "data/themes/locks/theme.yaml": "title: {nl: S, en: L}\nquestion: {nl: Welke, en: Which}\nterms: [sluis]\n",
    "data/tensions.yaml": None,
    "data/glossary.yaml": None,
}
"""Nothing but the statement that a test writes."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return read_archive(lay_out_data(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def of_small(small: Archive) -> list[Mutation]:
    """All changes of the small archive."""
    return list(mutations(small))


@pytest.fixture(scope="module")
def let_pass(small: Archive) -> list[Mutation]:
    """The same, where the check that looks for figures in passages finds no problem."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FactChecker, "missing", nothing)
        return list(mutations(small))


@pytest.fixture
def one_statement(tmp_path: Path) -> Path:
    """A project with one statement that has a year and a number in each language."""
    text = '{nl: "Het duurde 4 uur.", en: "It took 4 hours."}'
    written = f"- {{id: s, when: 2021, kind: context, text: {text}, cites: [verslag-2022#sluizen-3]}}\n"
    return lay_out_data(tmp_path, {**ONLY_ONE, STATEMENTS: written})


@pytest.fixture
def of_statement(archive_from: Callable[[Files], Archive]) -> Callable[..., list[Mutation]]:
    """The changes of one statement, which cites the passage with 4.20, 3.9, 4, 2021 and 2022."""

    def found(nl: str, en: str, when: str = "2021", id: str = "s") -> list[Mutation]:
        written = (
            f"- id: {id}\n  when: {when}\n  kind: context\n"
            f'  text: {{nl: "{nl}", en: "{en}"}}\n  cites: [verslag-2022#sluizen-3]\n'
        )
        return list(mutations(archive_from({**ONLY_ONE, STATEMENTS: written})))

    return found


def seen(found: list[Mutation]) -> list[tuple[str, str]]:
    return [(mutation.before, mutation.after) for mutation in found]


def nothing(self: FactChecker, claim: Claim) -> Iterator[Diagnostic]:
    """A check that finds no problem, whatever is wrong."""
    return iter(())


def counted(found: list[Mutation]) -> Counter[Outcome]:
    return Counter(mutation.outcome for mutation in found)


def test_no_changed_digit_of_this_archive_is_missed_and_few_become_another_figure() -> None:
    sample = counted(list(mutations(read_archive(ROOT), every=97)))

    assert sample.total() > 100
    assert sample[Outcome.MISSED] == 0
    assert sample[Outcome.ANOTHER_FIGURE] <= 0.03 * sample.total()


def test_no_changed_digit_of_the_small_archive_is_missed(of_small: list[Mutation]) -> None:
    found = counted(of_small)

    assert found.total() > 2000
    assert found[Outcome.MISSED] == 0
    assert found[Outcome.ANOTHER_FIGURE] <= 0.03 * found.total()


def test_every_digit_of_a_figure_becomes_each_of_the_nine_others(of_statement: Callable[..., list[Mutation]]) -> None:
    found = of_statement("Het duurde 3,9 uur.", "It took long.", when="2021")
    when, number = found[:36], found[36:]

    assert [after for _, after in seen(when)[27:]] == ["2020", *(f"202{n}" for n in range(2, 10))]
    assert {mutation.where for mutation in when} == {f"{STATEMENTS}:2:9"}
    assert [after[11:14] for _, after in seen(number)] == [
        *(f"{n},9" for n in (0, 1, 2, 4, 5, 6, 7, 8, 9)),
        *(f",{n} " for n in range(9)),
    ]
    assert {mutation.where for mutation in number} == {f"{STATEMENTS}:4:14"}


def test_what_stands_in_words_is_left_alone(of_statement: Callable[..., list[Mutation]]) -> None:
    assert len(of_statement("Het zijn er vier.", "There are four.", when="2021")) == 4 * 9


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Het ICS2 werkt.", id="inside a name"),
        pytest.param("Het F16 werkt.", id="after a letter"),
        pytest.param("De mbo-3 is vol.", id="after a hyphen"),
    ],
)
def test_a_digit_of_a_name_is_no_figure(of_statement: Callable[..., list[Mutation]], text: str) -> None:
    assert len(of_statement(text, text, when="2021")) == 4 * 9


def test_a_digit_of_an_id_or_a_citation_is_no_figure(of_statement: Callable[..., list[Mutation]]) -> None:
    assert len(of_statement("Het werkt.", "It works.", when="2021", id="plan-2021")) == 4 * 9


@pytest.mark.parametrize(
    ("when", "digits"),
    [
        pytest.param("mid-2021", 4, id="a part of a year"),
        pytest.param("before-summer-2021", 4, id="the time before summer"),
        pytest.param("2021-Q3", 5, id="a quarter, its number too"),
        pytest.param("2021-H1", 5, id="a half, its number too"),
        pytest.param("2021-03-10/2022", 12, id="both ends of an interval"),
    ],
)
def test_every_digit_of_a_date_is_changed(of_statement: Callable[..., list[Mutation]], when: str, digits: int) -> None:
    assert len(of_statement("Het werkt.", "It works.", when=when)) == digits * 9


def test_a_change_to_another_figure_of_the_passage_is_told_apart(of_statement: Callable[..., list[Mutation]]) -> None:
    found = of_statement("Het werkt.", "It works.", when="2021")
    another = [(m.where, m.before, m.after) for m in found if m.outcome is Outcome.ANOTHER_FIGURE]

    assert another == [(f"{STATEMENTS}:2:9", "2021", "2022"), (f"{STATEMENTS}:2:9", "2021", "2023")]


CHECKED_BY_NOBODY = [
    pytest.param("data/themes/locks/indicators.yaml", "value", {"4.20": "9.20", "3.9": "4.9", "9": "1"}, id="values"),
    pytest.param("data/themes/locks/indicators.yaml", "period", {"2020": "2029", "2021": "2026"}, id="periods"),
    pytest.param("data/themes/locks/milestones.yaml", "due", {"mid-2022": "mid-2025", "2022": "2032"}, id="due dates"),
    pytest.param("data/themes/locks/milestones.yaml", "done", {"2023-05": "2023-06"}, id="days on which it was done"),
    pytest.param("data/themes/ferries/statements.yaml", "when", {"2023-H1": "2023-H2"}, id="dates of statements"),
]


@pytest.mark.parametrize(("file", "field", "changes"), CHECKED_BY_NOBODY)
def test_a_value_that_is_let_pass_and_stands_in_no_cited_passage_is_missed(
    let_pass: list[Mutation], file: str, field: str, changes: dict[str, str]
) -> None:
    found = {(m.before, m.after): m.outcome for m in let_pass if m.where.startswith(f"{file}:")}

    assert {change: found[change] for change in changes.items()} == dict.fromkeys(changes.items(), Outcome.MISSED)


def test_the_proof_looks_in_the_passages_itself_and_asks_no_check(
    of_small: list[Mutation], let_pass: list[Mutation]
) -> None:
    computed = ("data/themes/ferries/indicators.yaml:19:29", "22", "12")

    assert another(let_pass) - another(of_small) == {computed}


def another(found: list[Mutation]) -> set[tuple[str, str, str]]:
    return {(m.where, m.before, m.after) for m in found if m.outcome is Outcome.ANOTHER_FIGURE}


def test_a_change_that_makes_a_record_unreadable_is_caught(of_statement: Callable[..., list[Mutation]]) -> None:
    found = {mutation.after: mutation.outcome for mutation in of_statement("Het werkt.", "It works.", when="2021-01")}

    assert (found["2021-91"], found["9021-01"]) == (Outcome.CAUGHT, Outcome.CAUGHT)


def test_a_sample_takes_each_so_many_of_all_changes(small: Archive, of_small: list[Mutation]) -> None:
    assert list(mutations(small, every=50)) == of_small[::50]


def test_without_the_checks_of_figures_the_proof_finds_what_is_missed(
    small: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FactChecker, "missing", nothing)
    monkeypatch.setattr(FactChecker, "disagreements", nothing)
    missed = [mutation for mutation in mutations(small, every=7) if mutation.outcome is Outcome.MISSED]

    assert len(missed) > 100
    assert {mutation.where.split(":")[0] for mutation in missed} >= {
        "data/themes/ferries/theme.yaml",
        "data/themes/locks/theme.yaml",
        "data/tensions.yaml",
    }


@pytest.mark.parametrize("check", ["missing", "disagreements"])
def test_one_of_the_two_checks_does_not_do_the_work_of_the_other(
    small: Archive, of_small: list[Mutation], monkeypatch: pytest.MonkeyPatch, check: str
) -> None:
    monkeypatch.setattr(FactChecker, check, nothing)
    broken = counted(list(mutations(small, every=7)))

    assert broken[Outcome.CAUGHT] < counted(of_small[::7])[Outcome.CAUGHT]


def test_the_proof_prints_what_became_another_figure_and_its_counts(
    one_statement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(one_statement)

    assert code == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{STATEMENTS}:1:17: 2021 → 2022 is another figure of the cited passage",
        f"{STATEMENTS}:1:17: 2021 → 2023 is another figure of the cited passage",
        "54 changes of one digit: 52 caught, 0 missed,",
        "2 (3.7%) became another figure of the cited passage.",
        "Caught of those that could be: 100.00%",
        "Not changed, for nothing is cited there: sources' own titles and dates, names of places, coordinates.",
    ]


def test_the_proof_names_what_was_missed_and_fails(
    one_statement: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FactChecker, "missing", nothing)
    monkeypatch.setattr(FactChecker, "disagreements", nothing)
    code = main(one_statement)
    missed = [line for line in capsys.readouterr().out.splitlines() if line.endswith(" is missed")]
    in_texts = [line for line in missed if ":1:17: 2021 → " not in line]

    assert (code, len(missed) - len(in_texts)) == (1, 16)
    assert in_texts == [
        *(f"{STATEMENTS}:1:49: Het duurde 4 uur. → Het duurde {n} uur. is missed" for n in (0, 1, 2, 3, 5, 6, 7, 8, 9)),
        *(f"{STATEMENTS}:1:74: It took 4 hours. → It took {n} hours. is missed" for n in (0, 1, 2, 3, 5, 6, 7, 8, 9)),
    ]
