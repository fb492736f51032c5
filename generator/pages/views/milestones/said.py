"""What a source says of a milestone, in words."""

from dataclasses import dataclass

from generator.editions import KnownReport
from generator.model import Locale, ReportBasis
from generator.pages.views.parts import Label, phrase_label


@dataclass(frozen=True)
class SaidView:
    """What a source says of a milestone."""

    says: Label
    is_recalled: bool
    due: str | None
    done: str | None
    is_unread: bool
    """Whether it is based on the existence of a document that was not read."""


def said_view(report: KnownReport, locale: Locale) -> SaidView:
    """What the report says, in words."""
    record = report.record
    return SaidView(
        says=phrase_label("says", record.says.value, locale),
        is_recalled=record.recalled,
        due=locale.period(record.due) if record.due else None,
        done=locale.moment(record.done) if record.done else None,
        is_unread=record.basis is ReportBasis.EXISTS_UNREAD,
    )
