"""The dates of a brief: what was promised, by when, how it stands, on the axis of the evolution strip."""

from generator.charts import StripPlot
from generator.editions import KnownMilestone
from generator.model import Locale, Weight
from generator.pages.context import PageContext
from generator.pages.page import BriefNote, BriefRow, BriefTable
from generator.pages.views.parts import cited

_FATES = ("gone", "past", "ahead", "done", "open", "lost", "dropped")
"""Which rows come first: what to ask about, then what to expect, then what is done."""
_WEIGHTS = (Weight.LEAD, Weight.NORMAL, Weight.MINOR)


def table_of(plot: StripPlot, context: PageContext) -> BriefTable:
    """The rows of a strip with their dates in words: by `_FATES`, of one fate the weightiest first."""
    by_id = context.edition.by_id
    found = [(group.fate, row) for group in plot.groups for row in group.rows]
    if plot.of == "milestones":
        found.sort(key=lambda entry: (_FATES.index(entry[0]), _WEIGHTS.index(by_id[entry[1].id].record.weight)))
    rows = tuple(
        BriefRow(
            title=row.label,
            fate=fate,
            due=due_in_words(by_id.get(row.id), context.locale),
            stands=row.words,
            bands=tuple((band.begin, band.end) for band in row.bands),
            marks=tuple(day for day, _ in row.marks),
            done=row.done,
            cites=_last_word(by_id.get(row.id), context),
        )
        for fate, row in found
    )
    columns = ("what", "when", "stands") if plot.of == "milestones" else ("subject", "when", "mentioned")
    heads = tuple(context.locale.say(f"brief.{column}") for column in columns)
    title = context.locale.say("brief.dates" if plot.of == "milestones" else "theme.threads")
    legend = context.locale.say("brief.legend", day=context.locale.period(context.edition.source.published))
    return BriefTable(title, heads, plot.begin, plot.end, rows, legend)


def due_in_words(milestone: KnownMilestone | None, locale: Locale) -> str:
    """The latest date, with the first one if it moved; empty if no date was given."""
    if milestone is None or not milestone.latest_due or not milestone.first_due:
        return ""
    latest = locale.period(milestone.latest_due)
    if not milestone.moves:
        return latest
    return locale.say("brief.moved", latest=latest, first=locale.period(milestone.first_due))


def _last_word(milestone: KnownMilestone | None, context: PageContext) -> tuple[BriefNote, ...]:
    """Where it was mentioned last."""
    chips = cited(milestone.reports[-1].record.cites, context)[:1] if milestone else ()
    return tuple(BriefNote(chip.source, chip.passage) for chip in chips)
