"""Runs all checks, and defines those that concern more than one kind of record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.archive import Archive, Entry, Theme, citing, entries, plain_references, read_archive, source_of
from generator.checks.fact_check import figures_stand_in_passages, languages_agree
from generator.checks.logs import (
    aliases_lead_somewhere,
    allowances_are_of_rules_that_may_be_allowed,
    amendments_name_late_sources,
    corrections_are_of_what_was_published,
    corrections_name_records,
    ids_are_unique,
)
from generator.checks.meaning.rules import (
    figures_are_said_alike,
    languages_mean_the_same,
    texts_are_finished,
    what_is_done_is_not_announced,
)
from generator.checks.milestones import lineages_lead_back, reports_are_consistent, steps_follow_in_time
from generator.checks.observations import (
    a_series_counts_one_thing,
    a_series_has_one_step,
    a_source_gives_one_value,
    breakdowns_are_whole,
    charts_were_read,
    differences_are_explained,
    observations_say_what_they_are,
    standings_agree,
)
from generator.checks.registry import Check, Findings, enforces
from generator.checks.sense.rules import figures_and_years_are_in_place, what_is_to_come_is_a_plan
from generator.checks.sources import (
    citations_exist,
    external_sources_decide_nothing,
    external_sources_say_so,
    indexes_are_sealed,
    nothing_cited_is_out_of_scope,
    sources_are_whole,
)
from generator.checks.texts import (
    evolutions_are_short,
    phrases_are_known,
    phrases_match,
    phrases_name_the_same,
    summaries_fit,
    threads_share_nothing,
)
from generator.checks.verdicts import (
    natures_are_whole,
    near_passages_were_seen,
    searches_are_of_what_was_read,
    the_register_proves_existence,
    vague_promises_say_why,
    what_is_past_was_looked_for,
)
from generator.diagnostics import Diagnostic, InvalidData, Rule, did_you_mean
from generator.fingerprint import KEPT_CHECKS
from generator.model import Citation, is_registered
from generator.text import REMEMBERED


def open_archive(root: Path, kept: Path | None = None) -> Archive:
    """The archive under `root`, if no rule is broken; what was found of it before is kept there, or in that project.

    Raises InvalidData with all problems otherwise.
    """
    folder = (kept or root) / KEPT_CHECKS
    archive = read_archive(root)
    with REMEMBERED.kept_in(folder):
        return check(archive, Findings(archive, folder))


def check(archive: Archive, findings: Findings | None = None) -> Archive:
    """The archive unchanged, if no rule is broken; `findings` has what may be known of it already.

    Raises InvalidData with all problems otherwise.
    """
    return _without_problems(archive, problems_in(archive, findings))


def check_records(archive: Archive) -> Archive:
    """As `check`, but without what reads texts, which takes most of the time: figures may be wrong, texts unfinished.

    For comparing two versions of the data: the published one was checked before, the proposed one is checked elsewhere.
    Raises InvalidData with all problems.
    """
    rules = (rule for rule in RULES if rule not in (*FACT_CHECK, near_passages_were_seen, texts_are_finished))
    return _without_problems(archive, [diagnostic for rule in rules for diagnostic in rule(archive)])


def _without_problems(archive: Archive, diagnostics: list[Diagnostic]) -> Archive:
    if diagnostics:
        raise InvalidData(diagnostics)
    return archive


def problems_in(archive: Archive, findings: Findings | None = None) -> list[Diagnostic]:
    """The problems found by all rules, in the order of `RULES`; `findings` has what may be known already."""
    return [diagnostic for rule in RULES for diagnostic in rule(archive, findings)]


def problems_in_theme(archive: Archive, id: str, record: str = "") -> list[Diagnostic]:
    """The problems of one theme by itself, in a tenth of the time of all; with the id of a `record`, only of that.

    What leads to other themes is reported as leading nowhere, so compare with the problems before a change. What one
    record does to another is seen only without `record`, and what a theme does to another only by `check`.
    """
    theme = archive.themes[id]
    if record:
        ours: dict[str, Any] = {name: tuple(r for r in getattr(theme, name) if r.id == record) for name in _LISTS}
        theme = replace(_bare(theme), **ours)
    none: dict[str, Any] = dict.fromkeys(_LISTS, ())
    others = {key: replace(_bare(other), **none) for key, other in archive.themes.items()}
    narrow = replace(
        archive, themes={**others, id: theme}, tensions={}, terms={}, corrections={}, aliases={},
        words={code: {"units": archive.words[code].get("units", {})} for code in archive.words},
    )  # fmt: skip
    rules = (rule for rule in RULES if rule is not ids_are_unique)
    return [*ids_are_unique(archive), *(diagnostic for rule in rules for diagnostic in rule(narrow))]


def _bare(theme: Theme) -> Theme:
    """The theme without the parts of its text that name records."""
    names = ("standings", "evolution", "indicator_groups", "threads", "alone", "key_figures", "related")
    return replace(theme, text=theme.text.model_copy(update=dict.fromkeys(names, ())))


_LISTS = ("statements", "indicators", "milestones")
"""The records of a theme that have files of their own."""


@enforces(Rule.SEVERAL_SOURCES)
def one_source_each(archive: Archive) -> Iterator[Diagnostic]:
    """A report, observation or standing cites a single source."""
    for cited in citing(entries(archive)):
        if cited.of_one_source and len({citation.source for citation in cited.cites}) > 1:
            what = f"{cited.name} cites more than one source"
            hint = "Write one entry for each source."
            yield Diagnostic(cited.record.place("cites"), what, hint, rule=Rule.SEVERAL_SOURCES)


@enforces(Rule.CITED_TWICE)
def nothing_is_cited_twice(archive: Archive) -> Iterator[Diagnostic]:
    """A list of citations has each passage once."""
    for cited in citing(entries(archive)):
        for i, citation in enumerate(cited.cites):
            if citation in cited.cites[:i]:
                yield Diagnostic(
                    cited.record.place("cites", i),
                    f"{cited.name} cites {str(citation)!r} again",
                    "Delete one.",
                    rule=Rule.CITED_TWICE,
                )


@enforces(Rule.ORDER)
def oldest_first(archive: Archive) -> Iterator[Diagnostic]:
    """Reports, standings and evolutions are in the order in which the newest sources they cite were published."""
    previous: Entry | None = None
    for cited in citing(entries(archive)):
        siblings = previous and cited.parent is previous.parent and type(cited.record) is type(previous.record)
        if previous and siblings and _rank(cited, archive) < _rank(previous, archive):
            ours, theirs = (_cited_name(entry.cites[0]) for entry in (cited, previous))
            what = f"{cited.name} of {ours} is listed after that of {theirs}, which was published later"
            yield Diagnostic(cited.record.place("cites"), what, "List the oldest source first.", rule=Rule.ORDER)
        previous = cited if cited.is_ordered else None


def _cited_name(citation: Citation) -> str:
    return str(citation) if is_registered(citation) else citation.source


def _rank(cited: Entry, archive: Archive) -> tuple[date, date, str]:
    sources = [source_of(archive, citation) for citation in cited.cites]
    unknown = (date.max, date.max, "")
    return max((s.published.last, s.published.first, s.id) if s else unknown for s in sources)


@enforces(Rule.UNKNOWN_ID)
def references_exist(archive: Archive) -> Iterator[Diagnostic]:
    """Every id of a place, theme, indicator, milestone, unit or category that a record refers to exists."""
    for reference in plain_references(archive):
        if reference.id not in reference.known:
            what = f"{reference.name} refers to {reference.id!r}, which is not in {reference.where}"
            yield Diagnostic(
                reference.place,
                what,
                did_you_mean(reference.id, reference.known) or "Write one that exists, or add it.",
                rule=Rule.UNKNOWN_ID,
            )


@enforces(Rule.TENSION)
def tensions_have_two_sides(archive: Archive) -> Iterator[Diagnostic]:
    """A tension cites at least two passages."""
    for tension in archive.tensions.values():
        if len(set(tension.cites)) < 2:
            yield Diagnostic(
                tension.place("cites"),
                f"tension {tension.id!r} cites only one passage; it needs two",
                "Cite the other side too.",
                rule=Rule.TENSION,
            )


@enforces(Rule.MISSING_KEY, Rule.KEY_FIGURES, Rule.RELATED_TO_ITSELF)
def themes_are_tidy(archive: Archive) -> Iterator[Diagnostic]:
    """A theme has at most four key figures, is not related to itself, and has a group if the atlas has groups."""
    groups = ", ".join(group.id for group in archive.atlas.groups)
    for theme in archive.themes.values():
        if groups and not theme.text.group:
            what = f"theme {theme.id!r} has no `group`, so it is missing from the home page"
            yield Diagnostic(theme.text.place(), what, f"Add group: with one of {groups}.", rule=Rule.MISSING_KEY)
        if len(theme.text.key_figures) > MAX_KEY_FIGURES:
            what = (
                f"theme {theme.id!r} has {len(theme.text.key_figures)} key figures; at most {MAX_KEY_FIGURES} are shown"
            )
            hint = "Keep the most important ones."
            yield Diagnostic(theme.text.place("key_figures", MAX_KEY_FIGURES), what, hint, rule=Rule.KEY_FIGURES)
        if theme.id in theme.text.related:
            at = theme.text.place("related", theme.text.related.index(theme.id))
            yield Diagnostic(at, f"theme {theme.id!r} is related to itself", "Remove it.", rule=Rule.RELATED_TO_ITSELF)


@enforces(Rule.OFF_THE_EARTH)
def places_are_on_earth(archive: Archive) -> Iterator[Diagnostic]:
    """Latitude is between -90 and 90 degrees, longitude between -180 and 180."""
    for place in archive.places.values():
        for name, most in (("lat", 90), ("lon", 180)):
            degrees = getattr(place, name)
            if abs(degrees) > most:
                what = f"{name} of {place.id!r} is {degrees}; it must be between -{most} and {most}"
                hint = "Perhaps a decimal point is missing."
                yield Diagnostic(place.place(name), what, hint, rule=Rule.OFF_THE_EARTH)


MAX_KEY_FIGURES = 4

FACT_CHECK: tuple[Check, ...] = (
    figures_stand_in_passages,
    languages_agree,
    languages_mean_the_same,
    figures_are_said_alike,
)
"""The checks that compare every figure with its passages."""
RULES: tuple[Check, ...] = (
    citations_exist,
    one_source_each,
    nothing_is_cited_twice,
    oldest_first,
    references_exist,
    ids_are_unique,
    reports_are_consistent,
    observations_say_what_they_are,
    charts_were_read,
    a_source_gives_one_value,
    differences_are_explained,
    standings_agree,
    a_series_counts_one_thing,
    a_series_has_one_step,
    breakdowns_are_whole,
    lineages_lead_back,
    steps_follow_in_time,
    natures_are_whole,
    vague_promises_say_why,
    searches_are_of_what_was_read,
    near_passages_were_seen,
    what_is_past_was_looked_for,
    the_register_proves_existence,
    sources_are_whole,
    indexes_are_sealed,
    external_sources_say_so,
    external_sources_decide_nothing,
    nothing_cited_is_out_of_scope,
    summaries_fit,
    evolutions_are_short,
    threads_share_nothing,
    themes_are_tidy,
    places_are_on_earth,
    tensions_have_two_sides,
    phrases_are_known,
    phrases_match,
    phrases_name_the_same,
    texts_are_finished,
    what_is_done_is_not_announced,
    figures_and_years_are_in_place,
    what_is_to_come_is_a_plan,
    allowances_are_of_rules_that_may_be_allowed,
    *FACT_CHECK,
    corrections_name_records,
    corrections_are_of_what_was_published,
    amendments_name_late_sources,
    aliases_lead_somewhere,
)
