"""What became of what among milestones. Single rules are cases of `test_editions`; these hold for any history."""

from collections.abc import Callable
from itertools import combinations, pairwise

from hypothesis import given, note

from generator.archive.archive import Archive
from generator.editions.chains import line_of
from generator.editions.diff import ChangeKind, applied, changes_between, difference, facts_of
from generator.editions.edition import Edition, edition_of
from generator.editions.history import Editions
from generator.editions.milestones import KnownMilestone
from generator.pages.views.milestones.silence import silence_ledger
from tests.support.described import without_later
from tests.support.invented import continued_archives

Rule = Callable[[Archive, Editions], None]
RULES: list[Rule] = []
"""Each is asked of every history, so that a history need be made up only once."""


def rule(holds: Rule) -> Rule:
    RULES.append(holds)
    return holds


@given(continued_archives())
def test_whatever_became_of_milestones_every_rule_holds(archive):
    editions = Editions(archive)
    for holds in RULES:
        note(holds.__name__)
        holds(archive, editions)


def told(editions: Editions) -> list[tuple[Edition, KnownMilestone]]:
    """Every milestone as each edition knows it, oldest edition first."""
    return [(edition, milestone) for edition in editions for milestone in edition.milestones]


def pairs(edition: Edition) -> set[tuple[str, str]]:
    """(before, after) as the later ones tell it."""
    return {(before, milestone.id) for milestone in edition.milestones for before in milestone.predecessors}


def ties(edition: Edition) -> set[tuple[str, str, str]]:
    """(kind, before, after) of steps and parts as the later ones tell it."""
    steps = {("step", before, m.id) for m in edition.milestones for before in m.steps_before}
    return steps | {("part", whole, m.id) for m in edition.milestones for whole in m.wholes}


@rule
def links_between_old_and_new_lead_both_ways(archive, editions):
    for edition in editions:
        forwards = {(m.id, after) for m in edition.milestones for after in m.successors}

        assert forwards == pairs(edition)


@rule
def steps_and_parts_lead_both_ways(archive, editions):
    for edition in editions:
        forwards = {("step", m.id, after) for m in edition.milestones for after in m.steps_after}
        forwards |= {("part", m.id, part) for m in edition.milestones for part in m.parts}

        assert forwards == ties(edition)


@rule
def the_line_of_a_milestone_holds_each_step_once_and_every_step_after_those_before_it(archive, editions):
    for edition in editions:
        known = {milestone.id: milestone for milestone in edition.milestones}
        for milestone in edition.milestones:
            line = line_of(milestone, known)
            order = {id: place for place, id in enumerate(line)}
            tied = [(b, a) for id in line for a in (*known[id].steps_after, *known[id].successors) for b in [id]]

            assert len(order) == len(line)
            assert [pair for pair in tied if pair[1] in order and order[pair[0]] > order[pair[1]]] == []


@rule
def a_link_leads_to_what_the_edition_knows(archive, editions):
    for edition in editions:
        known = {milestone.id for milestone in edition.milestones}

        assert {id for pair in pairs(edition) for id in pair} <= known


@rule
def a_lineage_is_known_when_every_source_that_it_cites_is(archive, editions):
    for edition, milestone in told(editions):
        written = next(m for theme in archive.themes.values() for m in theme.milestones if m.id == milestone.id)
        shown = [line for line in written.lineage if {c.source for c in line.cites} <= set(edition.sources)]
        there = {m.id for m in edition.milestones}
        of = {id for line in shown for id in line.of if id in there}

        assert {*milestone.predecessors, *milestone.steps_before, *milestone.wholes} == of


@rule
def a_milestone_that_became_another_is_never_silent(archive, editions):
    continued = [milestone for _, milestone in told(editions) if milestone.successors]

    assert [m.id for m in continued if m.silent_since] == []


@rule
def what_is_continued_stays_continued(archive, editions):
    kept = [later for earlier, later in pairwise(editions) if pairs(earlier) <= pairs(later)]

    assert kept == list(editions[1:])


@rule
def deleting_everything_later_changes_no_edition(archive, editions):
    kept = [edition_of(without_later(archive, e.as_of), e.source) for e in editions]

    assert kept == list(editions)


@rule
def what_an_edition_knows_the_next_one_knows_too(archive, editions):
    for earlier, later in pairwise(editions):
        ahead = {milestone.id: milestone for milestone in later.milestones}
        shortened = [ahead[m.id].reports[: len(m.reports)] for m in earlier.milestones]

        assert shortened == [milestone.reports for milestone in earlier.milestones]


@rule
def the_changes_are_all_the_difference_between_two_editions_and_nothing_else(archive, editions):
    for earlier, later in combinations(editions, 2):
        assert applied(facts_of(earlier), changes_between(earlier, later)) == facts_of(later)


@rule
def changes_in_two_steps_are_those_in_one(archive, editions):
    for first, second, third in combinations(editions, 3):
        steps = applied(facts_of(first), [*changes_between(first, second), *changes_between(second, third)])

        assert set(difference(facts_of(first), steps)) == set(changes_between(first, third))


@rule
def each_lineage_is_told_once_as_a_change_of_what_was_there_before(archive, editions):
    for earlier, later in zip((None, *editions), editions, strict=False):
        was = pairs(earlier) if earlier else set()
        grown = {before for before, _ in pairs(later) - was}

        assert {c.id for c in changes_between(earlier, later) if c.kind is ChangeKind.CONTINUED} == grown


@rule
def only_what_a_source_of_a_day_between_passed_over_comes_back_from_silence(archive, editions):
    for edition, milestone in told(editions):
        days = [report.source.published.last for report in milestone.reports]
        for back in milestone.returns:
            day = back.source.published.last
            before = max(earlier for earlier in days if earlier < day)

            assert [s.id for s in edition.sources.values() if before < s.published.last < day] != []


def words_since(edition: Edition, milestone: KnownMilestone) -> list[str]:
    """What the ledger tells of the sources after the last that speaks of the milestone."""
    last = milestone.reports[-1].source.published.last
    rows = [row for _, rows in silence_ledger(edition) for row in rows if row.milestone is milestone]
    return [cell.word for row in rows for cell in row.cells if cell.source.published.last > last]


@rule
def the_ledger_shows_where_was_looked_for_each_milestone_that_the_edition_calls_not_mentioned(archive, editions):
    followed = [(edition, milestone) for edition, milestone in told(editions) if not milestone.successors]
    told_so = [m for edition, m in followed if m.silent_since and "looked" not in words_since(edition, m)]

    assert told_so == []


@rule
def the_ledger_asks_nobody_to_look_for_what_became_another(archive, editions):
    continued = [words_since(edition, milestone) for edition, milestone in told(editions) if milestone.successors]

    assert [words for words in continued if "not-looked" in words] == []
