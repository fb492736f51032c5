"""What changed published editions: corrections, and documents that were entered late."""

from generator.pages.views.changes.log import corrections_view
from tests.support.views import reviewed, small_context, view_of


def test_the_log_is_shown_as_it_was_reviewed():
    assert view_of("corrections") == reviewed("corrections")


def test_an_edition_lists_only_what_changed_it():
    """The report that was entered late makes an edition itself, which was new and is not amended."""
    shown = [corrections_view(small_context(edition)) for edition in (0, 1, 2)]

    assert [[amendment.id for amendment in view.amendments] for view in shown] == [[], [], ["report-entered-late"]]
    assert [len(view.corrections) for view in shown] == [1, 1, 1]
