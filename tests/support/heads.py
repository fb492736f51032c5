"""Pages of the small archive with what stands around them, for tests of heads."""

from dataclasses import dataclass, replace
from typing import Any

from generator.pages.frame.head import Head, head_of
from generator.pages.frame.trail import trail_of
from generator.pages.page import Page, SearchEntry, Volume
from generator.pages.pages import pages_to_make
from tests.support.small import SITE
from tests.support.views import small_context

HOME = "https://example.org/atlas/"


def volume_at(base: str | None = HOME, *, edition: int = -1, **address: Any) -> Volume:
    """A volume of the small archive in English at its newest address, on a site whose address is `base`."""
    volume = small_context(edition).volume
    at = replace(volume.address, **{"latest": edition == -1, **address})
    return replace(volume, address=at, site=replace(SITE, address=base))


def search_of(volume: Volume) -> list[SearchEntry]:
    """What search finds on the pages of a volume."""
    return [entry for plan, _ in pages_to_make(volume, lambda plan, picture: Shown(picture)) for entry in plan.search]


@dataclass(frozen=True)
class Shown:
    """A page that was made before, which therefore is not made."""

    picture: str | None


def page_at(path: str, title: str = "Title", **more: Any) -> Page:
    """A page of which only that matters."""
    return Page(path, title, "", {}, **more)


def head(page: Page, html: str = "", volume: Volume | None = None, *, is_indexed: bool = True) -> Head:
    """The head of the page; by default in the volume that `volume_at` gives."""
    within = volume or volume_at()
    return head_of(page, html, trail_of(page.path, page.title, within), within, is_indexed=is_indexed)
