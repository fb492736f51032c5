"""Whether later documents mention a milestone. Single rules are cases of `test_edition`; these hold for any history."""

from hypothesis import given

from generator.editions.history import Editions
from generator.editions.milestones import State
from generator.editions.verdicts import AbsenceKind
from tests.support.invented import continued_archives


@given(continued_archives())
def test_what_is_not_mentioned_was_looked_for_in_every_later_document(archive):
    for edition in Editions(archive):
        absent = [m.absence for m in edition.milestones if m.absence and m.silent_since]

        assert [a.kind for a in absent] == [AbsenceKind.NOT_MENTIONED for _ in absent]
        assert [{source.id for source, _ in a.looked} for a in absent] == [{s.id for s in a.later} for a in absent]


@given(continued_archives())
def test_every_absence_is_since_the_last_document_that_mentions_it(archive):
    for edition in Editions(archive):
        for milestone in edition.milestones:
            if milestone.absence:
                last = milestone.reports[-1].source

                assert milestone.absence.since is last
                assert all(source.published.last > last.published.last for source in milestone.absence.later)


@given(continued_archives())
def test_what_ended_or_is_not_due_is_never_called_not_mentioned(archive):
    for edition in Editions(archive):
        silent = [m.state for m in edition.milestones if m.silent_since]

        assert {State.DONE, State.DROPPED, State.OPEN} & set(silent) == set()
