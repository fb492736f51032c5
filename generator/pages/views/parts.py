"""What several kinds of pages print: links, citations, labels, charts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.archive import Archive, RegisteredSource
from generator.charts import Chart, short_source
from generator.documents import OPENING, PATH
from generator.editions import Change, ChangeKind, KnownMilestone, KnownTheme
from generator.model import (
    Basis,
    Citation,
    Locale,
    Observation,
    Place,
    Source,
    Standing,
    Tension,
    file_of,
    is_registered,
)
from generator.pages.context import PageContext
from generator.pages.urls import (
    change_kind_path,
    drawing_path,
    milestone_path,
    passage_path,
    picture_path,
    place_path,
    reference_path,
    source_path,
    specification_path,
    tension_path,
    theme_path,
    values_path,
)


@dataclass(frozen=True)
class Link:
    """A link to a page or a place on it."""

    path: str
    """Inside the edition."""
    text: str


@dataclass(frozen=True)
class Label:
    """A word of a closed set: its name, for the style sheet, and what readers see."""

    name: str
    text: str


@dataclass(frozen=True)
class Chip:
    """A citation as shown on a page."""

    path: str
    """Of the passage on its source's page."""
    source: str
    passage: str
    """Section and number, or numbers: `CERTEX ¶2`, `CERTEX ¶1–3`."""
    language: str | None = None
    """Of the section, if that is not the language of the page."""
    is_outside: bool = False
    """Whether the source is external."""


@dataclass(frozen=True)
class EditLink:
    """Where a record, or a file as a whole, is edited."""

    address: str
    place: str
    """`file:line`."""
    name: str
    """The id of the record, or the file."""


@dataclass(frozen=True)
class ChartView:
    """A chart with its files to download."""

    chart: Chart
    files: tuple[Link, ...]
    """By the name of their format."""


@dataclass(frozen=True)
class EmbedView:
    """The page of a chart alone."""

    language: str
    title: str
    description: str
    icon: str
    style: str
    """The paths of the icon and of the style sheet."""
    wide: str
    """The path of the drawing."""
    narrow: str
    oembed: str | None
    """The address of what programs read; None without an address of the site."""
    page: Link
    """To where the chart stands in the atlas."""


@dataclass(frozen=True)
class CountView:
    """How many changes of one kind there are."""

    kind: str
    path: str
    """Of their list on the page of changes."""
    count: int
    text: str


@dataclass(frozen=True)
class TensionView:
    """A contradiction."""

    id: str
    former: tuple[str, ...]
    kind: Label
    text: str
    cites: tuple[Chip, ...]
    edit: EditLink | None
    themes: tuple[Link, ...]
    """Those that it is about, as far as the edition knows them."""
    path: str
    """Of its place on the page of all."""


def chips(cites: Iterable[Citation], archive: Archive, locale: Locale) -> tuple[Chip, ...]:
    """The citations in words; passages that follow each other in one section share a chip, which leads to the first."""
    return tuple(_chip(run, archive, locale) for run in _runs(cites))


def _runs(cites: Iterable[Citation]) -> Iterator[list[Citation]]:
    run: list[Citation] = []
    for citation in dict.fromkeys(cites):
        if run and not _follows(run[-1], citation):
            yield run
            run = []
        run.append(citation)
    if run:
        yield run


def _follows(before: Citation, after: Citation) -> bool:
    stem, _, number = before.passage.rpartition("-")
    next_stem, _, next_number = after.passage.rpartition("-")
    same = (before.source, stem) == (after.source, next_stem)
    return same and number.isdigit() and next_number.isdigit() and int(next_number) == int(number) + 1


def _chip(run: list[Citation], archive: Archive, locale: Locale) -> Chip:
    if is_registered(run[0]):
        document = archive.references[run[0].passage]
        return Chip(passage_path(run[0]), locale.say("register"), document.number or locale.text(document.title))
    source = archive.sources[run[0].source]
    passage = archive.passages.get(source.id, {}).get(run[0].passage)
    numbers = "–".join(dict.fromkeys(citation.passage.rpartition("-")[2] for citation in (run[0], run[-1])))
    path, name = passage_path(run[0]), source_name(source, locale)
    if passage is None:
        return Chip(path, name, locale.text(source.title), is_outside=source.is_outside)
    headings = headings_of(passage.section)
    language = source.language if headings and source.language != locale.language else None
    page = (locale.say("on_page", n=passage.page),) if passage.page else ()
    return Chip(path, name, " ".join((*headings[-1:], f"¶{numbers}", *page)), language, source.is_outside)


def headings_of(section: str) -> tuple[str, ...]:
    """The headings above a passage, outermost first; none above the first heading of a document."""
    return () if section == OPENING else tuple(section.split(PATH))


def cited(cites: Iterable[Citation], context: PageContext) -> tuple[Chip, ...]:
    """The citations as chips of this volume."""
    return chips(cites, context.archive, context.locale)


def cited_passages(source: Source, passages: Iterable[str], context: PageContext) -> tuple[Chip, ...]:
    """The passages of one source as chips."""
    return cited((Citation(source.id, passage) for passage in passages), context)


def source_name(source: Source, locale: Locale) -> str:
    """`Letter 11 Jun 2026`; of a document that was not read its number or title."""
    if isinstance(source, RegisteredSource):
        return source.reference or locale.text(source.title)
    return short_source(source, locale)


def named_source(source: Source, locale: Locale) -> str:
    """`the letter of 11 June 2026`, inside a sentence; of a document that was not read its number or title."""
    if isinstance(source, RegisteredSource) or source.is_outside:
        return source_name(source, locale)
    return locale.say(f"source_named.{source.kind.value}", published=locale.period(source.published))


def source_link(source: Source, locale: Locale) -> Link:
    """To the page of the source, under its short name; of a document that was not read, to its place in the list."""
    is_read = not isinstance(source, RegisteredSource)
    path = source_path(source.id) if is_read else reference_path(source.id)
    return Link(path, source_name(source, locale))


def theme_link(theme: KnownTheme, locale: Locale) -> Link:
    """To the page of the theme."""
    return Link(theme_path(theme.id), locale.text(theme.text.title))


def milestone_link(milestone: KnownMilestone, locale: Locale) -> Link:
    """To the page of the milestone."""
    return Link(milestone_path(milestone.id), locale.text(milestone.record.title))


def place_link(place: Place, locale: Locale) -> Link:
    """To the place on the page of all."""
    return Link(place_path(place.id), locale.text(place.name))


def edit_link(context: PageContext, file: str, id: str | None = None) -> EditLink | None:
    """Where the record, or the file as a whole, is edited; None if nothing says where."""
    origin = context.origins.of(file, id)
    return EditLink(origin.link, f"{origin.file}:{origin.line}", id or origin.file) if origin.link else None


def chart_view(chart: Chart | None) -> ChartView | None:
    """The chart with its files; None if there is nothing to draw."""
    if chart is None:
        return None
    paths = {
        "SVG": drawing_path(chart.key),
        "PNG": picture_path(chart.key),
        "Vega-Lite": specification_path(chart.key),
        "CSV": values_path(chart.key),
    }
    return ChartView(chart, tuple(Link(path, name) for name, path in paths.items()))


def phrase_label(phrase: str, name: str, locale: Locale) -> Label:
    """The name with its phrase, `<phrase>.<name>`."""
    return Label(name, locale.say(f"{phrase}.{name}"))


def basis_label(observation: Observation, locale: Locale) -> Label:
    """How a value was come by, with its formula if it is computed."""
    said = locale.say(f"basis.{observation.basis.value}")
    return Label(observation.basis.value, f"{said}: {observation.formula}" if observation.formula else said)


def is_stated(observation: Observation) -> bool:
    """Whether the source states the value as it is."""
    return observation.basis is Basis.STATED


def standing_by(theme: KnownTheme, source: Source) -> Standing | None:
    """What the source gives as the standing of the theme."""
    return next((standing for by, standing in theme.standings if by.id == source.id), None)


def change_counts(changes: tuple[Change, ...], locale: Locale) -> tuple[CountView, ...]:
    """The changes counted by kind and subject, in the order in which the kinds are listed; those that occur."""
    pairs = [(kind, subject) for kind in ChangeKind for subject in ("statement", "milestone", "indicator", "tension")]
    counts = Counter((change.kind, change.subject) for change in changes)
    counted = [(kind, subject, counts[kind, subject]) for kind, subject in pairs]
    return tuple(
        CountView(
            kind.value,
            change_kind_path(subject, kind.value),
            count,
            locale.say(f"change.{subject}.{kind.value}", n=count),
        )
        for kind, subject, count in counted
        if count
    )


def tension_view(tension: Tension, context: PageContext) -> TensionView:
    """A place where documents differ, with the themes that it is about."""
    themes = [context.edition.themes[id] for id in tension.themes]
    return TensionView(
        id=tension.id,
        former=context.former_ids("tension", tension.id),
        kind=phrase_label("tension_kind", tension.kind.value, context.locale),
        text=context.locale.text(tension.text),
        cites=cited(tension.cites, context),
        edit=edit_link(context, file_of(Tension).path(), tension.id),
        themes=tuple(theme_link(theme, context.locale) for theme in themes if theme.is_mentioned),
        path=tension_path(tension.id),
    )
