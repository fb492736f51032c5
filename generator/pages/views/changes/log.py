"""What the page of corrections prints: all that changed published editions."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.editions import Edition
from generator.model import Amendment, Correction, Locale
from generator.pages.context import PageContext
from generator.pages.urls import theme_part_path
from generator.pages.views.indicators import indicator_link
from generator.pages.views.parts import Link, milestone_link, source_link, theme_link


@dataclass(frozen=True)
class CorrectionView:
    """A mistake of ours that was mended."""

    id: str
    date: str
    """ISO."""
    day: str
    what: str
    why: str
    records: tuple[Link, ...]
    """Those that it was in, as far as the edition knows them."""


@dataclass(frozen=True)
class AmendmentView:
    """Documents that were entered late, which changed published editions."""

    id: str
    date: str
    """ISO."""
    day: str
    why: str
    sources: tuple[Link, ...]
    """Those that the edition knows."""
    as_published: str | None


@dataclass(frozen=True)
class CorrectionsView:
    """The page of all that changed published editions, the last first."""

    title: str
    corrections: tuple[CorrectionView, ...]
    amendments: tuple[AmendmentView, ...]


def corrections_view(context: PageContext) -> CorrectionsView:
    """The corrections in records that the edition knows."""
    corrections = tuple(_correction(correction, context) for correction in context.edition.corrections)
    amendments = tuple(_amendment(amendment, context) for amendment in context.edition.amendments)
    return CorrectionsView(context.locale.say("nav.corrections"), corrections, amendments)


def _amendment(amendment: Amendment, context: PageContext) -> AmendmentView:
    locale, known = context.locale, context.edition.sources | context.edition.outside
    return AmendmentView(
        id=amendment.id,
        date=str(amendment.published.first),
        day=locale.period(amendment.published),
        why=locale.text(amendment.why),
        sources=tuple(source_link(known[id], locale) for id in amendment.sources if id in known),
        as_published=amendment.as_published,
    )


def _correction(correction: Correction, context: PageContext) -> CorrectionView:
    locale = context.locale
    return CorrectionView(
        id=correction.id,
        date=str(correction.published.first),
        day=locale.period(correction.published),
        what=locale.text(correction.what),
        why=locale.text(correction.why),
        records=record_links(correction.of, context.edition, locale),
    )


def record_links(ids: Iterable[str], edition: Edition, locale: Locale) -> tuple[Link, ...]:
    """A link to each record that the edition knows; former ids lead to what they are now."""
    now = {alias.was: alias.became for alias in edition.aliases}
    links: dict[str, Link] = {}
    for theme in edition.mentioned:
        links[theme.id] = theme_link(theme, locale)
        links |= {s.id: Link(theme_part_path(theme.id, s.id), links[theme.id].text) for s in theme.statements}
        links |= {i.id: indicator_link(i, locale) for i in theme.indicators}
        links |= {m.id: milestone_link(m, locale) for m in theme.milestones}
    wanted = (now.get(id, id) for id in ids)
    return tuple(links[id] for id in wanted if id in links)
