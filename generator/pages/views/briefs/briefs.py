"""What a brief says: of a theme, and of what the document of an edition changed."""

from dataclasses import replace

from generator.charts import StripPlot, answer, evolution_chart, theme_charts
from generator.editions import KnownTheme, Subject
from generator.pages.context import PageContext
from generator.pages.page import Brief, BriefLine, BriefPart
from generator.pages.urls import FixedPage, theme_path
from generator.pages.views.briefs.parts import (
    asked,
    changed,
    differing,
    figures,
    notes,
    part,
    unmentioned,
    unsaid,
)
from generator.pages.views.briefs.rows import table_of
from generator.pages.views.changes import LEADING, change_groups
from generator.pages.views.milestones import base_of
from generator.pages.views.parts import change_counts, cited, named_source

_TOLD = (Subject.MILESTONE.value, Subject.INDICATOR.value, Subject.STATEMENT.value)
"""What is listed as changed; where documents differ has a list of its own, the rest is on the page."""
_SHOWN = ("moved", "overdue", "silent", "done", "dropped")
"""Changes of the milestones that have a row in the brief of changes."""


def theme_brief(theme: KnownTheme, context: PageContext) -> Brief:
    """The brief of a theme that the edition knows something of."""
    locale, edition = context.locale, context.edition
    evolution = theme.text.evolution[-1] if theme.text.evolution else None
    strip, *_ = theme_charts(theme, edition, locale)
    newest = named_source(edition.source, locale)
    changes = [c for c in context.volume.changes if c.theme == theme.id and c.subject in _TOLD]
    new = changed(change_groups(changes, edition, locale), context)
    parts = (
        *part(locale.say("changes.new_in", source=newest), new, share=3),
        *part(locale.say("brief.figures"), figures(theme, context)),
        *part(locale.say("brief.unsaid"), unsaid(theme, context)),
        *part(locale.say("brief.asked"), asked(theme.milestones, theme.tensions, context)),
        *part(locale.say("theme.tensions"), differing(theme.tensions, context), share=1),
    )
    brief = _framed(theme_path(theme.id), locale.text(theme.text.title), parts, context)
    return replace(
        brief,
        question=locale.text(theme.text.question),
        answer=answer(theme.milestones, locale),
        evolution=BriefLine(locale.text(evolution.text), notes(cited(evolution.cites, context))) if evolution else None,
        table=table_of(strip.plot, context) if strip and isinstance(strip.plot, StripPlot) else None,
    )


def changes_brief(context: PageContext) -> Brief:
    """The brief of what the document of the edition changed."""
    locale, edition = context.locale, context.edition
    changes = context.volume.changes
    newest = named_source(edition.source, locale)
    moved = {c.id for c in changes if c.subject == "milestone" and c.kind.value in _SHOWN}
    touched = {c.id for c in changes if c.subject == "milestone"}
    silent = {c.id for c in changes if c.kind.value == "silent"}
    groups = change_groups([c for c in changes if c.subject in _TOLD], edition, locale)
    strip = evolution_chart((m for m in edition.milestones if m.id in moved), edition, locale, "brief")
    new = {c.id for c in changes if c.subject == Subject.TENSION.value}
    tensions = [tension for tension in edition.tensions if tension.id in new]
    base = BriefLine(base_of(edition, locale))
    absent = unmentioned((m for m in edition.milestones if m.id in silent), context)
    parts = (
        *part(locale.say("changes.leading"), changed(groups, context), share=4),
        *part(locale.say("brief.unsaid"), (base, *absent)),
        *part(locale.say("brief.asked"), asked((m for m in edition.milestones if m.id in touched), tensions, context)),
        *part(locale.say("theme.tensions"), differing(tensions, context), share=1),
    )
    brief = _framed(FixedPage.CHANGES.value, locale.say("changes.new_in", source=newest), parts, context)
    counts = change_counts(changes, locale)
    leading = [f"{locale.number(count.count)} {count.text}" for count in counts if count.kind in LEADING]
    every = [f"{locale.number(count.count)} {count.text}" for count in counts]
    return replace(
        brief,
        question=locale.text(edition.source.title),
        answer=locale.say("brief.counts", counts=locale.listed(leading or every))
        if counts
        else locale.say("changes.nothing"),
        table=table_of(strip.plot, context) if strip and isinstance(strip.plot, StripPlot) else None,
    )


def _framed(path: str, title: str, parts: tuple[BriefPart, ...], context: PageContext) -> Brief:
    """The brief of the page at `path` with what each has; what is its own is yet to be filled in."""
    volume, locale, published = context.volume, context.locale, context.edition.source.published
    address = f"{volume.site.address or ''}{replace(volume.address, latest=False).root}{path}"
    return Brief(
        language=locale.language,
        site=locale.text(volume.site.name),
        publisher=locale.text(context.archive.atlas.publisher),
        kind=locale.say("brief.kind"),
        known=locale.say("brief.known", day=locale.as_of(published)),
        day=str(context.edition.as_of),
        title=title,
        question="",
        answer="",
        evolution_title=locale.say("theme.evolution"),
        evolution=None,
        table=None,
        parts=parts,
        more=locale.say("brief.more", n="{n}"),
        sources=locale.say("brief.sources"),
        address=address,
        citation=locale.say(
            "brief.citation",
            site=locale.text(volume.site.name),
            title=title,
            day=locale.period(published),
            edition=context.edition.id,
            address=address,
            licence=locale.text(context.archive.atlas.licence),
        ),
        compiled=locale.say("frame.compiled"),
    )
