"""(Edition, changes, language) → pages: one small function per kind, named like its template."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import views
from generator.addresses import Address, milestone_path, relative, source_path, theme_path
from generator.archive import Archive
from generator.changes import Change
from generator.charts import Figure, indicator_figure, map_figure, promises_figure
from generator.coverage import checked_in, coverage_of
from generator.drawings import drawing
from generator.editions import Edition, KnownTheme
from generator.passage_views import passage_groups
from generator.problems import InvalidData, Place, Problem
from generator.records import Place as PlaceRecord
from generator.records import Source, Term
from generator.render import Rendered, Renderer
from generator.states import KnownMilestone
from generator.words import Words


@dataclass(frozen=True)
class Volume:
    """One edition in one language at one address, with all that its pages are made from."""

    archive: Archive
    edition: Edition
    changes: tuple[Change, ...]
    """Since the edition before it."""
    words: Words
    address: Address
    root: Path
    """The project: `templates/` and `content/` lie in it."""
    kept: Path
    """Folder of finished drawings."""
    quotations: Mapping[str, str]
    """Texts of passages by citation, where the documents are at hand; else empty."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing that search can find."""

    path: str
    kind: str
    title: str
    text: str


@dataclass(frozen=True)
class Page:
    """One page of an edition, before any site engine has seen it."""

    path: str
    """Inside the edition, with a closing slash; empty for the home page; `404.html` for that."""
    title: str
    description: str
    markdown: str
    blocks: dict[str, str]
    """HTML by the placeholder in `markdown` that it replaces after Markdown."""
    search: tuple[SearchEntry, ...] = ()
    attachments: dict[str, str] = field(default_factory=dict)
    """Files that the page links to, by path inside the edition."""


@dataclass(frozen=True)
class Drawn:
    """A figure with its drawings, as `<svg>` elements."""

    figure: Figure
    wide: str
    narrow: str
    """For phones."""


def pages_of(volume: Volume) -> Iterator[Page]:
    """Every page of the volume."""
    maker = _Maker(volume)
    yield maker.home()
    yield from map(maker.theme, volume.edition.themes.values())
    yield maker.milestones()
    yield from map(maker.milestone, volume.edition.milestones)
    yield maker.sources()
    yield from map(maker.source, volume.edition.sources.values())
    yield from map(maker.content, ("data", "method", "accessibility"))
    yield maker.glossary()
    yield maker.plain("search", "search/")
    yield maker.plain("404", "404.html")


class _Maker:
    """Makes the pages of one volume."""

    def __init__(self, volume: Volume) -> None:
        self.volume = volume
        self.edition = volume.edition
        self.words = volume.words
        self.renderer = Renderer(volume.root / "templates" / "pages", volume.words)
        self.coverage = {entry.source: entry for entry in coverage_of(volume.archive, volume.edition)}
        self.checked = checked_in(volume.archive, volume.edition)

    def home(self) -> Page:
        key = "all-promises"
        slips = sorted((m for m in self.edition.milestones if m.moves), key=lambda m: -abs(m.slip_days or 0))
        return self._page(
            "home",
            "",
            self.words.text(self.volume.archive.atlas.title),
            matrix=views.matrix(self.edition),
            sources=[(s, views.source_name(s, self.words), source_path(s.id)) for s in self.edition.sources.values()],
            accounts=self.edition.accounts,
            checked=self.checked,
            counts=views.change_counts(self.volume.changes),
            newest=views.source_name(self.edition.source, self.words),
            slips=slips[:5],
            figures=self._figures(promises_figure(self.edition.milestones, self.edition, self.words, key)),
        )

    def theme(self, theme: KnownTheme) -> Page:
        title = self.words.text(theme.text.title)
        if not theme.is_mentioned:
            return self._page("unmentioned", theme_path(theme.id), title, theme=theme)
        charts = {
            indicator.id: indicator_figure(indicator, self.volume.archive.dimensions, self.words, indicator.id)
            for indicator in theme.indicators
        }
        entries = [SearchEntry(theme_path(theme.id), "theme", title, self.words.text(theme.text.question))]
        entries += [
            SearchEntry(f"{theme_path(theme.id)}#{s.id}", "statement", title, self.words.text(s.record.text))
            for s in theme.statements
        ]
        entries += [
            SearchEntry(f"{theme_path(theme.id)}#{i.id}", "indicator", self.words.text(i.record.title),
                        self.words.text(i.record.definition))
            for i in theme.indicators
        ]  # fmt: skip
        return self._page(
            "theme",
            theme_path(theme.id),
            title,
            description=self.words.text(theme.text.question),
            search=tuple(entries),
            theme=theme,
            key_figures=list(views.key_figures(theme, self.words)),
            timeline=list(views.timeline(theme, self.edition, self.words)),
            places=self._places(theme),
            related=[self.edition.themes[id] for id in theme.text.related if self.edition.themes[id].is_mentioned],
            figures=self._figures(
                promises_figure(theme.milestones, self.edition, self.words, f"{theme.id}-promises"),
                map_figure(theme, self.edition, self.words, f"{theme.id}-map"),
                *charts.values(),
            ),
        )

    def milestones(self) -> Page:
        groups = [(theme, theme.milestones) for theme in self.edition.mentioned if theme.milestones]
        return self._page("milestones", "milestones/", self.words.say("nav.milestones"), groups=groups)

    def milestone(self, milestone: KnownMilestone) -> Page:
        title = self.words.text(milestone.record.title)
        key = f"{milestone.id}-promise"
        theme = self.edition.themes[milestone.theme]
        path = milestone_path(milestone.id)
        return self._page(
            "milestone",
            path,
            title,
            search=(SearchEntry(path, "milestone", title, self.words.text(theme.text.title)),),
            milestone=milestone,
            theme=theme,
            places=[self.edition.places[id] for id in milestone.record.places],
            figures=self._figures(
                promises_figure((milestone,), self.edition, self.words, key) if milestone.moves else None
            ),
        )

    def sources(self) -> Page:
        return self._page("sources", "sources/", self.words.say("nav.sources"), sources=self.edition.sources.values())

    def source(self, source: Source) -> Page:
        title = self.words.text(source.title)
        spoken = [
            (theme, next(s for s in views.timeline(theme, self.edition, self.words) if s.source is source))
            for theme in self.edition.mentioned
        ]
        return self._page(
            "source",
            source_path(source.id),
            title,
            search=(SearchEntry(source_path(source.id), "source", title, views.source_name(source, self.words)),),
            source=source,
            account=self.edition.accounts.get(source.id),
            spoken=[(theme, said) for theme, said in spoken if not said.is_silent],
            standings={t.id: s for t in self.edition.mentioned for where, s in t.standings if where is source},
            moves=[(m, move) for m in self.edition.milestones for move in m.moves if move.report.source is source],
            unspoken=[theme for theme, _ in spoken if views.is_left_out(theme, source, self.edition)],
            coverage=self.coverage.get(source.id),
            quoted=bool(self.volume.quotations),
            passages=passage_groups(
                source,
                self.edition,
                self.volume.archive,
                self.words,
                coverage=self.coverage.get(source.id),
                quotations=self.volume.quotations,
            ),
        )

    def content(self, name: str) -> Page:
        """A page that people write in Markdown, `content/<language>/<name>.md`; its first line is its title."""
        file = f"content/{self.words.language}/{name}.md"
        if not (self.volume.root / file).is_file():
            what = "the file is missing"
            raise InvalidData(
                [Problem(Place(file, 1, 1), what, "Every page of content/ stands there in both languages.")]
            )
        text = (self.volume.root / file).read_text("utf-8")
        title = text.partition("\n")[0].lstrip("# ")
        path = f"{name}/"
        values = {"coverage": self.coverage.values(), "checked": self.checked}
        rendered = self.renderer.content(text, file, self._link(path), **self._common(), **values)
        return Page(path, title, "", rendered.markdown, {}, (SearchEntry(path, "page", title, ""),))

    def glossary(self) -> Page:
        terms = sorted(self.edition.terms, key=lambda term: self._headword(term).casefold())
        entries = tuple(
            SearchEntry(f"glossary/#{term.id}", "term", self._headword(term), self.words.text(term.text))
            for term in terms
        )
        rows = [(term, self._headword(term)) for term in terms]
        return self._page("glossary", "glossary/", self.words.say("nav.glossary"), search=entries, terms=rows)

    def plain(self, template: str, path: str) -> Page:
        return self._page(template, path, self.words.say(f"nav.{template}"))

    def _headword(self, term: Term) -> str:
        return term.abbreviation or self.words.text(term.term)

    def _places(self, theme: KnownTheme) -> list[PlaceRecord]:
        named = [id for s in theme.statements for id in s.record.places]
        named += [id for m in theme.milestones for id in m.record.places]
        return [self.edition.places[id] for id in dict.fromkeys(named)]

    def _figures(self, *figures: Figure | None) -> dict[str, Figure]:
        return {figure.key: figure for figure in figures if figure}

    def _link(self, path: str) -> Callable[[str], str]:
        origin = self.volume.address.root + path
        return lambda target: relative(origin, self.volume.address.root + target)

    def _common(self) -> dict[str, object]:
        archive, words = self.volume.archive, self.words
        return {
            "atlas": archive.atlas,
            "edition": self.edition,
            "address": self.volume.address,
            "chips_of": lambda cites: views.chips(cites, archive, words),
            "source_name": lambda source: views.source_name(source, words),
            "data_folder": "latest" if self.volume.address.latest else self.edition.id,
            "site": lambda target, path: relative(self.volume.address.root + path, target),
        }

    def _page(
        self,
        template: str,
        path: str,
        title: str,
        description: str = "",
        search: tuple[SearchEntry, ...] = (),
        figures: dict[str, Figure] | None = None,
        **values: object,
    ) -> Page:
        drawn = {key: self._drawn(figure) for key, figure in (figures or {}).items()}
        rendered: Rendered = self.renderer.page(
            f"{template}.md.j2", self._link(path), path=path, title=title, figures=drawn, **self._common(), **values
        )
        attachments = {}
        for key, figure in (figures or {}).items():
            attachments[f"figures/{key}.svg"] = drawn[key].wide
            attachments[f"figures/{key}.csv"] = _csv(figure)
        return Page(path, title, description, rendered.markdown, rendered.blocks, search, attachments)

    def _drawn(self, figure: Figure) -> Drawn:
        land = self.volume.root / "templates" / "map" / "land-110m.json"

        def draw(narrow: bool) -> str:
            key = f"{figure.key}-narrow" if narrow else figure.key
            return drawing(figure.plot, key, figure.title, figure.description, narrow, land, self.volume.kept)

        return Drawn(figure, draw(False), draw(True))


def _csv(figure: Figure) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([figure.columns, *figure.rows])
    return out.getvalue()
