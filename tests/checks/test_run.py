"""Each rule over more than one record is content with what is in order, and has been seen to fail."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.checks.logs import ANCHORS, ids_are_unique
from generator.checks.registry import Check
from generator.checks.run import RULES, check, problems_in, sources_are_whole
from generator.diagnostics.rules import Rule
from generator.model.enums import SourceKind
from tests.support.cases import case_in
from tests.support.described import LETTERS, TEXT, archive_of, report
from tests.support.small import CASES, ROOT, SMALL, Files

ArchiveFrom = Callable[[Files], Archive]

INDICATOR = """\
- id: boarding-checks
  title: {nl: "Controles aan boord", en: "Checks on board"}
  unit: checks
  definition: {nl: "Controles tijdens de vaart.", en: "Checks under way."}
  observations:
"""
HOURS = INDICATOR.replace("unit: checks", "unit: hours")
MILESTONE = """\
- id: new-pier
  title: {nl: "Nieuwe steiger", en: "New pier"}
  nature: promise
  owed_by: customs
  reports:
"""
INDEX = ["source: meetnet-2021", "published: 2022-05", "sha256: 0", "passages:"]
NOTE = 'note: {nl: "Een raming.", en: "An estimate."}'
STATEMENT = """\
- id: calm-water
  when: 2022
  kind: context
  text: {{nl: "{nl}", en: "{en}"}}
  cites: [{cites}]
"""


def refused_by(rules: tuple[Check, ...], archive: Archive) -> set[str]:
    return {rule.name for rule in rules if list(rule(archive))}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_broken_by_a_case(rule: Check, broken_in_cases: dict[str, set[Rule]]) -> None:
    assert broken_in_cases[rule.name]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_content_with_the_small_archive(rule: Check, small_archive: Archive) -> None:
    assert list(rule(small_archive)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_in_a_sentence_what_it_holds(rule: Check) -> None:
    assert rule.sentence
    assert rule.sentence.endswith(".")


def test_what_is_in_order_is_handed_back_unchanged(small_archive: Archive) -> None:
    assert check(small_archive) is small_archive


def test_all_rules_are_asked_whatever_the_first_of_them_finds(archive_from: ArchiveFrom) -> None:
    case = case_in(CASES / "refused/several_mistakes_across_records.yaml")
    archive = archive_from(case["files"])

    assert refused_by(RULES, archive) == {
        "citations_exist", "references_exist", "ids_are_unique", "reports_are_consistent",
    }  # fmt: skip
    assert len(problems_in(archive)) == 5


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("milestones", MILESTONE + "    - {cites: brief-2023-06-20#sluizen-1, says: done, done: 2023-H1}\n",
                     id="done in a period in which the source was published"),
        pytest.param("milestones", MILESTONE + "    - {cites: verslag-2022#veren-1, says: done}\n",
                     id="done, and the source does not say when"),
        pytest.param("milestones", MILESTONE + "    - {cites: verslag-2022#veren-2, says: announced, due: 2023-03}\n"
                     "    - {cites: verslag-2022#veren-2, says: under-way, due: late-2023}\n",
                     id="two reports of one source"),
        pytest.param("milestones", MILESTONE + "    - {cites: [verslag-2022#veren-1, verslag-2022#veren-2], "
                     "says: stalled}\n", id="a report of two passages of one source"),
        pytest.param("milestones", MILESTONE.replace("new-pier", "soft-ground") +
                     "    - {cites: verslag-2022#veren-1, says: stalled}\n",
                     id="a milestone with the id of a statement: they have pages of their own"),
        pytest.param("indicators", INDICATOR + "    - {period: 2023-02, value: 3, cites: verslag-2022#veren-3}\n",
                     id="a period that ends on the day of publication"),
        pytest.param("indicators", INDICATOR + "    - {period: 2023, value: 3, cites: verslag-2022#veren-3, "
                     f"{NOTE}}}\n", id="a period that was not over, with a note"),
        pytest.param("indicators", HOURS + "    - {period: 2022, value: 3.9, cites: verslag-2022#sluizen-3}\n"
                     "    - {period: 2022, value: 3.8, because: revision, cites: brief-2023-06-20#sluizen-2}\n",
                     id="two values of one period by two sources, with a reason"),
        pytest.param("indicators", HOURS + "    - {period: 2022, value: 3.9, cites: verslag-2022#sluizen-3}\n"
                     "    - {period: 2021/2022, value: 4.20, cites: verslag-2022#sluizen-3}\n",
                     id="two periods that overlap"),
        pytest.param("milestones", MILESTONE + "    - {cites: meetnet-2021#any-passage-7, says: under-way}\n",
                     id="any passage of a source that is not held, without a figure"),
        pytest.param("statements", STATEMENT.format(nl="Twaalf controles.", en="12 checks.",
                                                    cites="verslag-2022#veren-3"),
                     id="a number in letters where its passage has digits"),
        pytest.param("statements", STATEMENT.format(nl="Er waren 12 controles.", en="There were 12 checks.",
                                                    cites="verslag-2022#veren-1, verslag-2022#veren-3"),
                     id="a number that stands in the second of two passages"),
        pytest.param("statements", STATEMENT.format(nl="In totaal 22 controles.", en="22 checks in all.",
                                                    cites="verslag-2022#veren-3"),
                     id="a number that was computed from the same passage"),
        pytest.param("statements", STATEMENT.format(nl="Eén pont, als eerste.", en="One pontoon, the first.",
                                                    cites="verslag-2022#veren-1"),
                     id="words that are mostly not meant as numbers"),
        pytest.param("milestones", MILESTONE +
                     "    - {cites: brief-2023-06-20#veren-2, says: announced, due: 2024-H1}\n",
                     id="a date less sharp than in its passage"),
        pytest.param("indicators", INDICATOR + "    - {period: 2022, value: 58.3, basis: computed, "
                     "formula: 7 / 12 * 100, cites: verslag-2022#veren-3}\n",
                     id="a computed percentage, rounded"),
    ],
)  # fmt: skip
def test_a_rule_goes_no_further_than_it_says(archive_from: ArchiveFrom, file: str, text: str) -> None:
    assert problems_in(archive_from({f"data/themes/ferries/{file}.yaml": text})) == []


@pytest.mark.parametrize(
    ("length", "told"),
    [(90, []), (91, ["the summary has 91 characters; at most 90 fit on its line"])],
)
def test_a_summary_has_room_for_ninety_characters(archive_from: ArchiveFrom, length: int, told: list[str]) -> None:
    file = "data/themes/ferries/theme.yaml"
    theme = (SMALL / file).read_text("utf-8")
    summary = "é" * (length - 17) + " Noordeiland 2022"
    archive = archive_from({file: theme.replace("A ferry to Noordeiland in 2022", summary)})

    assert [diagnostic.message for diagnostic in problems_in(archive)] == told


@pytest.mark.parametrize(
    ("cited", "hint"),
    [
        pytest.param("veren-11", "Its section has veren-2 to veren-10.", id="the numbers of its section"),
        pytest.param("veeren-2", "Did you mean 'veren-2'?", id="or the nearest passage"),
        pytest.param("veren-drie", "Its section has veren-2 to veren-10.", id="even if it ends in a word"),
        pytest.param(
            "bruggen",
            "data/passages/meetnet-2021.yaml lists its passages by section.",
            id="or the file that lists them, where nothing is near and there are many",
        ),
    ],
)
def test_a_passage_that_is_not_there_gets_the_nearest(archive_from: ArchiveFrom, cited: str, hint: str) -> None:
    ids = [*(f"veren-{i}" for i in range(2, 11)), "veren-een", *(f"sluizen-{i}" for i in range(1, 5))]
    lines = [f'  - {{id: {id}, section: "Deel", words: 1, hash: "0", numbers: [], dates: []}}' for id in ids]
    source = (SMALL / "data/sources/meetnet-2021.yaml").read_text("utf-8").replace("held: false", "held: partial")
    tension = (SMALL / "data/tensions.yaml").read_text("utf-8").replace("wachttijd-1", cited)
    archive = archive_from(
        {
            "data/sources/meetnet-2021.yaml": source,
            "data/passages/meetnet-2021.yaml": "\n".join([*INDEX, *lines]),
            "data/tensions.yaml": tension,
        }
    )

    assert [diagnostic.hint for diagnostic in problems_in(archive)] == [hint]


def test_an_archive_without_a_document_of_its_own_is_refused(small_archive: Archive) -> None:
    only_external = {id: source for id, source in small_archive.sources.items() if source.kind is SourceKind.EXTERNAL}
    told = [
        str(diagnostic)
        for diagnostic in sources_are_whole(replace(small_archive, sources=only_external))
        if diagnostic.rule is Rule.NO_EDITION
    ]

    assert told == [
        "data/atlas.yaml:1:1: no letter or report in data/sources/ makes an edition, so there is nothing to build\n"
        "    Write data/sources/<id>.yaml; a fragment (`held: partial`) makes none."
    ]


def test_an_archive_without_any_source_is_refused_by_all_rules_that_miss_one(small_archive: Archive) -> None:
    nothing_cited = replace(small_archive, sources={}, passages={}, indexes={})

    missing = {"citations_exist", "sources_are_whole", "searches_are_of_what_was_read"}

    assert refused_by(RULES, nothing_cited) == missing


def test_what_was_done_on_the_day_of_publication_does_not_lie_after_it() -> None:
    done = report("first", "done", done="2020-10-15")
    described = {
        "sources": LETTERS,
        "themes": {"bridges": {"milestones": [{"id": "a", "title": TEXT, "reports": [done]}]}},
    }

    assert problems_in(archive_of(described)) == []


@pytest.mark.parametrize(
    "id",
    [
        "ferries-promises", "ferries-evolution", "ferries-map", "ferries-outside", "figure-safety-checks",
        "safety-checks-title", "safety-checks-series", "safety-checks-narrow", "figure-ferries-map",
        "ferries-evolution-narrow-title", "ferries", "moved-dates", "search-results",
    ],
)  # fmt: skip
def test_no_record_has_the_name_of_what_pages_are_given(small_archive, id):
    theme = small_archive.themes["ferries"]
    statement = theme.statements[0].model_copy(update={"id": id})
    themes = {**small_archive.themes, "ferries": replace(theme, statements=(statement, *theme.statements[1:]))}
    told = list(ids_are_unique(replace(small_archive, themes=themes)))

    assert [diagnostic.rule for diagnostic in told] == [Rule.ID_TAKEN]


def site_templates() -> list[Path]:
    """Those of the pages of the site; the pages of a review have no records beside them."""
    return [file for file in sorted((ROOT / "templates").rglob("*.j2")) if file.parent.name != "review"]


def test_every_id_that_a_template_names_is_taken():
    written = "".join(file.read_text("utf-8") for file in site_templates())

    assert set(re.findall(r'\sid="([a-z-]+)"', written)) <= set(ANCHORS)
