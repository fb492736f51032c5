"""A reader can open the passage behind every record; a source that is held is whole."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.checks.sources import citations_exist, nothing_cited_is_out_of_scope, sources_are_whole
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.rules import Rule
from tests.support.small import SMALL, Files

Read = Callable[[Files], Archive]
OLD = "brief-2021-03-10"
STATEMENTS = "data/themes/locks/statements.yaml"


def small(file: str, *, before: str = "", after: str = "") -> dict[str, str | None]:
    """The file of the small archive, with another text in one place."""
    text = (SMALL / file).read_text("utf-8")
    assert before in text
    return {file: text.replace(before, after, 1)}


def citing(citation: str) -> dict[str, str | None]:
    return small(STATEMENTS, before=f"{OLD}#sluizen-1", after=citation)


def said(diagnostics: Any) -> list[tuple[Rule, str, str]]:
    found: list[Diagnostic] = list(diagnostics)
    return [(problem.rule, problem.message, problem.hint) for problem in found]


@pytest.mark.parametrize("rule", [citations_exist, sources_are_whole, nothing_cited_is_out_of_scope])
def test_the_small_archive_is_in_order(small_archive: Archive, rule: Callable[[Archive], Any]) -> None:
    assert list(rule(small_archive)) == []


@pytest.mark.parametrize(
    ("citation", "rule", "says", "hint"),
    [
        pytest.param(
            "brief-2021-03-11#sluizen-1", Rule.UNKNOWN_SOURCE,
            "cites 'brief-2021-03-11', which is not in data/sources/",
            f"Did you mean '{OLD}'?", id="a source that is nearly called so",
        ),
        pytest.param(
            "x#sluizen-1", Rule.UNKNOWN_SOURCE, "cites 'x', which is not in data/sources/",
            "Known: brief-2021-03-10, brief-2023-06-20, meetnet-2021, verslag-2022", id="a source of no such name",
        ),
        pytest.param(
            f"{OLD}#sluizen-9", Rule.UNKNOWN_PASSAGE,
            f"cites '{OLD}#sluizen-9', but that source has no such passage",
            "Its section has sluizen-1 to sluizen-3.", id="a passage beyond the end of its section",
        ),
        pytest.param(
            f"{OLD}#veren-2", Rule.UNKNOWN_PASSAGE, f"cites '{OLD}#veren-2', but that source has no such passage",
            "Its section has only veren-1.", id="a passage of a section of one",
        ),
        pytest.param(
            f"{OLD}#sluisen-1", Rule.UNKNOWN_PASSAGE, f"cites '{OLD}#sluisen-1', but that source has no such passage",
            "Did you mean 'sluizen-1'?", id="a passage of a section that is nearly called so",
        ),
    ],
)  # fmt: skip
def test_what_is_cited_exists(archive_from: Read, citation: str, rule: Rule, says: str, hint: str) -> None:
    archive = archive_from(citing(citation))

    assert said(citations_exist(archive)) == [(rule, f"statement 'two-locks-renewed' {says}", hint)]


def test_of_a_source_that_is_not_held_any_passage_may_be_cited(archive_from: Read) -> None:
    assert said(citations_exist(archive_from(citing("meetnet-2021#whatever-9")))) == []


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param(
            {f"data/passages/{OLD}.yaml": None},
            (Rule.HELD_WITHOUT_PASSAGES, f"{OLD} is held, but data/passages/{OLD}.yaml is missing",
             "Run `atlas ingest`, or write `held: false`."),
            id="a held source without passages",
        ),
        pytest.param(
            {f"data/sources/{OLD}.yaml": None},
            (Rule.PASSAGES_WITHOUT_SOURCE, f"'{OLD}' is not in data/sources/",
             "Write its file there, or delete these passages."),
            id="passages without a source",
        ),
        pytest.param(
            small(f"data/sources/{OLD}.yaml", before="published: 2021-03-10", after="published: 2021-03-11"),
            (Rule.READ_AS_OF, f"{OLD} was published 2021-03-11, but its passages were read with 2021-03-10",
             "If the date is right, run `atlas ingest` again."),
            id="passages read as of another day",
        ),
        pytest.param(
            small(f"data/sources/{OLD}.yaml", before="passage: aanhef-2", after="passage: aanhef-3"),
            (Rule.UNKNOWN_PASSAGE, f"{OLD} has no passage 'aanhef-3'",
             "Its section has aanhef-1 to aanhef-2."),
            id="a passage out of scope that there is not",
        ),
        pytest.param(
            small(f"data/sources/{OLD}.yaml", before="passage: aanhef-2", after="passage: aanhef-1"),
            (Rule.LISTED_TWICE, "the passage 'aanhef-1' is repeated; it first occurs on line 8", "Delete one."),
            id="a passage out of scope twice",
        ),
    ],
)  # fmt: skip
def test_a_source_is_whole(archive_from: Read, files: Files, found: tuple[Rule, str, str]) -> None:
    assert said(sources_are_whole(archive_from(files))) == [found]


def test_without_a_letter_or_report_there_is_nothing_to_build(small_archive: Archive) -> None:
    outside = {"meetnet-2021": small_archive.sources["meetnet-2021"]}
    archive = replace(small_archive, sources=outside, passages={}, indexes={})

    assert said(sources_are_whole(archive)) == [
        (
            Rule.NO_EDITION,
            "data/sources/ has no letter or report, so there is no edition to build",
            "Write data/sources/<id>.yaml.",
        )
    ]


def test_a_passage_that_carries_something_is_not_out_of_scope(archive_from: Read) -> None:
    archive = archive_from(citing(f"{OLD}#aanhef-1"))

    assert said(nothing_cited_is_out_of_scope(archive)) == [
        (
            Rule.OUT_OF_SCOPE,
            f"statement 'two-locks-renewed' cites '{OLD}#aanhef-1', which its source lists as out of scope",
            f"Remove it from `out_of_scope` in {OLD}.yaml, or do not cite it.",
        )
    ]
