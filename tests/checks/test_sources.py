"""A reader can open the passage behind every record; a source that is held is whole."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.checks.sources import (
    citations_exist,
    external_sources_decide_nothing,
    external_sources_say_so,
    nothing_cited_is_out_of_scope,
    sources_are_whole,
)
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


@pytest.mark.parametrize(
    "rule",
    [
        citations_exist,
        sources_are_whole,
        nothing_cited_is_out_of_scope,
        external_sources_say_so,
        external_sources_decide_nothing,
    ],
)
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
            "Known: brief-2021-03-10, brief-2023-06-20, krant-2022, meetnet-2021, meetnet-2023, verslag-2022",
            id="a source of no such name",
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
            small(f"data/sources/{OLD}.yaml", before="out_of_scope:", after="language: en\nout_of_scope:"),
            (Rule.READ_AS_OF, f"the language of {OLD} is en, but its passages were read in nl",
             "If the language is right, run `atlas ingest` again."),
            id="passages read in another language",
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
            "no letter or report in data/sources/ makes an edition, so there is nothing to build",
            "Write data/sources/<id>.yaml; a fragment (`held: partial`) makes none.",
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


PAPER, LETTER = "data/sources/krant-2022.yaml", f"data/sources/{OLD}.yaml"
HAS_NO = "krant-2022 is of kind external, but has no `{}`"


@pytest.mark.parametrize(
    ("files", "rule", "says"),
    [
        pytest.param(small(PAPER, before='publisher: {nl: "De Krant", en: "De Krant"}\n'), Rule.EXTERNAL_SOURCE,
                     HAS_NO.format("publisher"), id="nobody who published it"),
        pytest.param(small(PAPER, before="standing: relayed\n"), Rule.EXTERNAL_SOURCE, HAS_NO.format("standing"),
                     id="no standing"),
        pytest.param(small(PAPER, before="seen: 2023-07-01\n"), Rule.EXTERNAL_SOURCE, HAS_NO.format("seen"),
                     id="no day on which it was seen"),
        pytest.param(small(PAPER, before="seen: 2023-07-01", after="seen: 2022-11-14"), Rule.EXTERNAL_SOURCE,
                     "krant-2022 was seen on 2022-11-14, before it was published (2022-11-15)", id="seen too early"),
        pytest.param(small(PAPER, before="held: partial", after="held: true"), Rule.EXTERNAL_SOURCE,
                     "krant-2022 is of kind external, but has `held: true`", id="read whole"),
        pytest.param(small(LETTER, before="out_of_scope", after="seen: 2022-01-01\nout_of_scope"), Rule.EXTERNAL_SOURCE,
                     f"{OLD} has a `seen`, but is of kind letter", id="a letter that was seen"),
        pytest.param(small(LETTER, before="sender:", after="publisher:"), Rule.EXTERNAL_SOURCE,
                     f"{OLD} has a `publisher`, but is of kind letter", id="a letter that was published"),
        pytest.param(small(LETTER, before="sender:", after="publisher:"), Rule.MISSING_KEY, f"{OLD} has no `sender`",
                     id="a letter of nobody"),
    ],
)  # fmt: skip
def test_an_external_source_says_what_it_is_and_others_who_sent_them(
    archive_from: Read, files: Files, rule: Rule, says: str
) -> None:
    assert (rule, says) in [found[:2] for found in said(external_sources_say_so(archive_from(files)))]


def test_a_source_seen_in_the_month_in_which_it_was_published_was_not_seen_too_early(archive_from: Read) -> None:
    files = small("data/sources/meetnet-2021.yaml", before="seen: 2023-07-01", after="seen: 2022-05-02")

    assert said(external_sources_say_so(archive_from(files))) == []


@pytest.mark.parametrize("before", [f"{OLD}#sluizen-1", "verslag-2022#sluizen-1"])
def test_what_the_atlas_says_itself_is_of_documents_to_parliament(archive_from: Read, before: str) -> None:
    archive = archive_from(small(STATEMENTS, before=before, after="krant-2022#aanhef-2"))

    assert [found[0] for found in said(external_sources_decide_nothing(archive))] == [Rule.OUTSIDE_CITED]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(small("data/glossary.yaml", before=f"{OLD}#sluizen-2", after="krant-2022#aanhef-1"), id="a term"),
        pytest.param(small("data/themes/locks/theme.yaml", before=f"{OLD}#sluizen-1", after="krant-2022#aanhef-2"),
                     id="a standing"),
    ],
)  # fmt: skip
def test_nor_does_a_term_or_a_standing_cite_an_external_source(archive_from: Read, files: Files) -> None:
    assert [found[0] for found in said(external_sources_decide_nothing(archive_from(files)))] == [Rule.OUTSIDE_CITED]
