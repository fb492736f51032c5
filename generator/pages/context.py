"""What every page of a volume is made from, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.archive import Archive
from generator.checks import Checked, Coverage, checked_in, coverage_of
from generator.editions import Edition
from generator.model import Locale
from generator.pages.edit_links import Origins
from generator.pages.glossary_links import Glossary
from generator.pages.jinja import Renderer
from generator.pages.page import Volume
from generator.pages.urls import OWN_PAGE


@dataclass(frozen=True, eq=False)
class PageContext:
    """One volume, with what several of its pages need. It is equal only to itself."""

    volume: Volume
    renderer: Renderer
    glossary: Glossary
    origins: Origins
    coverage: Mapping[str, Coverage]
    """By the id of the source, of those that are held."""
    checked: Checked

    @property
    def archive(self) -> Archive:
        return self.volume.archive

    @property
    def edition(self) -> Edition:
        return self.volume.edition

    @property
    def locale(self) -> Locale:
        return self.volume.locale

    def former_ids(self, kind: str, id: str) -> tuple[str, ...]:
        """Other ids of a record that has no page of its own, to which links may still lead."""
        return tuple(
            alias.was
            for alias in self.edition.aliases
            if alias.became == id and (alias.kind.value == kind or (kind == "theme" and alias.kind not in OWN_PAGE))
        )


def context_of(volume: Volume, twin: PageContext | None = None) -> PageContext:
    """The context of the pages of a volume; a `twin` of the same edition in another language counted for it already."""
    archive, edition = volume.archive, volume.edition
    return PageContext(
        volume=volume,
        renderer=Renderer(volume.root / "templates" / "pages", volume.locale),
        glossary=Glossary(edition.terms, volume.locale),
        origins=Origins(archive, edition, volume.locale.language, volume.site.edit),
        coverage=twin.coverage if twin else {entry.source: entry for entry in coverage_of(archive, edition)},
        checked=twin.checked if twin else checked_in(archive, edition),
    )
