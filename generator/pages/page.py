"""What making any page needs: the volume it is of, its templates, links and drawings."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive import Archive
from generator.charts import Chart, MapPlot, drawing
from generator.checks import checked_in, coverage_of
from generator.editions import Change, Edition, KnownTheme
from generator.model import Citation, Locale, Place
from generator.pages import views
from generator.pages.edit_links import Origins
from generator.pages.glossary_links import Glossary, Glosser
from generator.pages.jinja import Rendered, Renderer
from generator.pages.urls import OWN_PAGE, Address, relative

_FOOT = "<!-- made from -->"
"""Stands in the Markdown of a page where it tells what it is made from."""


@dataclass(frozen=True)
class Volume:
    """One edition in one language at one address, with all that its pages are made from."""

    archive: Archive
    edition: Edition
    history: Mapping[str | None, tuple[Change, ...]]
    """The changes since each earlier edition, by its id, the newest first; under None, since nothing at all."""
    words: Locale
    address: Address
    root: Path
    """The project: `templates/` and `content/` lie in it."""
    kept: Path
    """Folder of finished drawings."""
    quotations: Mapping[Citation, str]
    """Texts of passages by citation, where the documents are at hand; else empty."""

    steps: tuple[tuple[Edition, tuple[Change, ...]], ...]
    """This edition and each before it, newest first, with what it knows otherwise than the one before it."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Since the edition before it."""
        return self.steps[0][1]


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
    moved_to: str | None = None
    """The path of the page that took its place, if this one only leads there."""


@dataclass(frozen=True)
class Drawn:
    """A figure with its drawings, as `<svg>` elements."""

    figure: Chart
    wide: str
    narrow: str
    """For phones."""


class Maker:
    """Makes pages of one volume from templates."""

    def __init__(self, volume: Volume) -> None:
        self.volume = volume
        self.edition = volume.edition
        self.words = volume.words
        self.renderer = Renderer(volume.root / "templates" / "pages", volume.words)
        self.coverage = {entry.source: entry for entry in coverage_of(volume.archive, volume.edition)}
        self.terms = Glossary(volume.edition.terms, volume.words)
        self.checked = checked_in(volume.archive, volume.edition)
        self.origins = Origins(volume.archive, volume.edition, volume.words.language)

    def places(self, theme: KnownTheme) -> list[Place]:
        named = [id for s in theme.statements for id in s.record.places]
        named += [id for m in theme.milestones for id in m.record.places]
        return [self.edition.places[id] for id in dict.fromkeys(named)]

    def former(self, kind: str, id: str) -> list[str]:
        """Other ids of a record that has no page of its own, to which links may still lead."""
        return [
            alias.was
            for alias in self.edition.aliases
            if alias.became == id and (alias.kind.value == kind or (kind == "theme" and alias.kind not in OWN_PAGE))
        ]

    def figures(self, *figures: Chart | None) -> dict[str, Chart]:
        return {figure.key: figure for figure in figures if figure}

    def link(self, path: str) -> Callable[[str], str]:
        origin = self.volume.address.root + path
        return lambda target: relative(origin, self.volume.address.root + target)

    def common(self) -> dict[str, object]:
        archive, words = self.volume.archive, self.words
        return {
            "atlas": archive.atlas,
            "edition": self.edition,
            "address": self.volume.address,
            "origin": self.origins.of,
            "former": self.former,
            "chips_of": lambda cites: views.chips(cites, archive, words),
            "categories_of": lambda observation: views.categories(observation, archive, words),
            "source_name": lambda source: views.source_name(source, words),
            "data_folder": "latest" if self.volume.address.latest else self.edition.id,
            "site": lambda target, path: relative(self.volume.address.root + path, target),
        }

    def page(
        self,
        template: str,
        path: str,
        title: str,
        description: str = "",
        search: tuple[SearchEntry, ...] = (),
        figures: dict[str, Chart] | None = None,
        **values: object,
    ) -> Page:
        drawn = {key: self._drawn(figure) for key, figure in (figures or {}).items()}
        link = self.link(path)
        told = Glosser(self.terms, link)
        rendered: Rendered = self.renderer.page(
            f"{template}.md.j2", link, path=path, title=title, figures=drawn, told=told, **self.common(), **values
        )
        self.sign(path, rendered)
        attachments = {}
        for key, figure in (figures or {}).items():
            attachments[f"figures/{key}.svg"] = drawn[key].wide
            attachments[f"figures/{key}.csv"] = _csv(figure)
        return Page(path, title, description, rendered.markdown, rendered.blocks, search, attachments)

    def sign(self, path: str, rendered: Rendered) -> None:
        """Puts what the page is made from at its foot."""
        origins = self.origins.of_page(path)
        if origins:
            rendered.blocks[_FOOT] = self.renderer.page("made_from.j2", self.link(path), origins=origins).markdown
            rendered.markdown += f"\n\n{_FOOT}\n"

    def _drawn(self, figure: Chart) -> Drawn:
        close = isinstance(figure.plot, MapPlot) and figure.plot.close
        land = self.volume.root / "templates" / "map" / f"land-{'50m' if close else '110m'}.json"

        def draw(narrow: bool) -> str:
            key = f"{figure.key}-narrow" if narrow else figure.key
            return drawing(figure.plot, key, figure.title, figure.description, narrow, land, self.volume.kept)

        return Drawn(figure, draw(False), draw(True))


def _csv(figure: Chart) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([figure.columns, *figure.rows])
    return out.getvalue()
