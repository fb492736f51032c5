"""(Edition, changes, language) → pages: one small function per kind, named like its template."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import starmap

from generator.charts import indicator_chart, named_places, place_map, place_maps, promises_chart
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.editions import KnownTheme
from generator.model import Source, Term
from generator.pages import views
from generator.pages.page import Maker, Page, SearchEntry, Volume
from generator.pages.passage_views import passage_groups
from generator.pages.time_pages import TimePages
from generator.pages.urls import moved_pages, source_path, term_path, theme_path


def pages_of(volume: Volume) -> Iterator[Page]:
    """Every page of the volume."""
    maker, time = _Pages(volume), TimePages(volume)
    yield maker.home()
    yield from map(maker.theme, volume.edition.themes.values())
    yield time.milestones()
    yield from map(time.milestone, volume.edition.milestones)
    yield from time.changes()
    yield time.silence()
    yield time.timeline()
    yield time.tensions()
    yield maker.indicators()
    yield maker.places_named()
    yield maker.sources()
    yield from map(maker.source, volume.edition.sources.values())
    yield from map(maker.content, ("data", "method", "accessibility"))
    yield maker.glossary()
    yield maker.corrections()
    yield from starmap(maker.moved, moved_pages(volume.edition).items())
    yield maker.plain("search", "search/")
    yield maker.plain("404", "404.html")


class _Pages(Maker):
    """Makes the pages of one volume that tell what is known."""

    def home(self) -> Page:
        key = "all-promises"
        slips = sorted((m for m in self.edition.milestones if m.moves), key=lambda m: -abs(m.slip_days or 0))
        return self.page(
            "home",
            "",
            self.words.text(self.volume.archive.atlas.title),
            groups=views.grouped(views.matrix(self.edition), self.volume.archive.atlas.groups, self.words),
            sources=[(s, views.source_name(s, self.words), source_path(s.id)) for s in self.edition.sources.values()],
            accounts=self.edition.accounts,
            checked=self.checked,
            counts=views.change_counts(self.volume.changes),
            newest=views.source_name(self.edition.source, self.words),
            slips=slips[:5],
            figures=self.figures(promises_chart(self.edition.milestones, self.edition, self.words, key)),
        )

    def theme(self, theme: KnownTheme) -> Page:
        title = self.words.text(theme.text.title)
        if not theme.is_mentioned:
            return self.page("unmentioned", theme_path(theme.id), title, theme=theme)
        charts = {
            indicator.id: indicator_chart(indicator, self.volume.archive.dimensions, self.words, indicator.id)
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
        return self.page(
            "theme",
            theme_path(theme.id),
            title,
            description=self.words.text(theme.text.question),
            search=tuple(entries),
            theme=theme,
            key_figures=list(views.key_figures(theme, self.words)),
            timeline=list(views.timeline(theme, self.edition, self.words)),
            places=self.places(theme),
            related=[self.edition.themes[id] for id in theme.text.related if self.edition.themes[id].is_mentioned],
            figures=self.figures(
                promises_chart(theme.milestones, self.edition, self.words, f"{theme.id}-promises"),
                place_map(theme, self.edition, self.words, f"{theme.id}-map"),
                *charts.values(),
            ),
        )

    def indicators(self) -> Page:
        rows = {theme.id: list(views.indicator_rows(theme, self.words)) for theme in self.edition.themes.values()}
        known = [theme for theme in self.edition.themes.values() if rows[theme.id]]
        return self.page("indicators", "indicators/", self.words.say("nav.indicators"), themes=known, rows=rows)

    def places_named(self) -> Page:
        places = named_places(self.edition)
        entries = tuple(
            SearchEntry(
                f"places/#{n.place.id}",
                "place",
                self.words.text(n.place.name),
                self.words.say(f"place_kind.{n.place.kind.value}"),
            )
            for n in places
        )
        return self.page(
            "places",
            "places/",
            self.words.say("nav.places"),
            search=entries,
            places=sorted(places, key=lambda n: self.words.text(n.place.name).casefold()),
            figures=self.figures(*place_maps(places, self.words)),
        )

    def sources(self) -> Page:
        known = self.edition.sources
        return self.page(
            "sources",
            "sources/",
            self.words.say("nav.sources"),
            sources=known.values(),
            cited_by=lambda document: tuple(c for c in document.cites if c.source in known),
        )

    def source(self, source: Source) -> Page:
        title = self.words.text(source.title)
        spoken = [
            (theme, next(s for s in views.timeline(theme, self.edition, self.words) if s.source is source))
            for theme in self.edition.mentioned
        ]
        return self.page(
            "source",
            source_path(source.id),
            title,
            search=(SearchEntry(source_path(source.id), "source", title, views.source_name(source, self.words)),),
            source=source,
            account=self.edition.accounts.get(source.id),
            spoken=[(theme, said) for theme, said in spoken if not said.is_silent],
            standings={t.id: s for t in self.edition.mentioned for where, s in t.standings if where is source},
            tensions=[t for t in self.edition.tensions if source.id in {c.source for c in t.cites}],
            moves=[(m, move) for m in self.edition.milestones for move in m.moves if move.report.source is source],
            unspoken=[theme for theme, _ in spoken if views.is_left_out(theme, source, self.edition)],
            coverage=self.coverage.get(source.id),
            quoted=bool(self.volume.quotations),
            former_passages=[alias.was for alias in self.edition.aliases if alias.source == source.id],
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
                [
                    Diagnostic(
                        Location(file, 1, 1),
                        what,
                        "Every page of content/ stands there in both languages.",
                        rule=Rule.CONTENT,
                    )
                ]
            )
        text = (self.volume.root / file).read_text("utf-8")
        title = text.partition("\n")[0].lstrip("# ")
        path = f"{name}/"
        values = {"coverage": self.coverage.values(), "checked": self.checked}
        rendered = self.renderer.content(text, file, self.link(path), **self.common(), **values)
        self.sign(path, rendered)
        return Page(path, title, "", rendered.markdown, rendered.blocks, (SearchEntry(path, "page", title, ""),))

    def glossary(self) -> Page:
        terms = sorted(self.edition.terms, key=lambda term: self._headword(term).casefold())
        entries = tuple(
            SearchEntry(term_path(term.id), "term", self._in_full(term), self.words.text(term.text)) for term in terms
        )
        rows = [(term, self._headword(term)) for term in terms]
        return self.page("glossary", "glossary/", self.words.say("nav.glossary"), search=entries, terms=rows)

    def corrections(self) -> Page:
        corrected = {c.id: views.record_links(c.of, self.edition, self.words) for c in self.edition.corrections}
        return self.page("corrections", "corrections/", self.words.say("nav.corrections"), corrected=corrected)

    def moved(self, path: str, now: str) -> Page:
        """A page at an address that was given up, which leads to the present one."""
        page = self.page("moved", path, self.words.say("nav.moved"), now=now)
        return replace(page, moved_to=now)

    def plain(self, template: str, path: str) -> Page:
        return self.page(template, path, self.words.say(f"nav.{template}"))

    def _headword(self, term: Term) -> str:
        return term.abbreviation or self.words.text(term.term)

    def _in_full(self, term: Term) -> str:
        """Abbreviation and name, so that either finds it."""
        name = self.words.text(term.term)
        return f"{term.abbreviation} ({name})" if term.abbreviation not in (None, name) else name
