"""Where a page stands: the pages above it, from the home page down to itself."""

from dataclasses import dataclass

from generator.model import Locale
from generator.pages.page import Volume
from generator.pages.urls import FixedPage, theme_path


@dataclass(frozen=True)
class Crumb:
    """A page on the way to another."""

    title: str
    path: str
    """Inside the edition."""


Trail = tuple[Crumb, ...]


def trail_of(path: str, title: str, volume: Volume) -> Trail:
    """From the home page to the page of that title at `path`; a milestone stands under its theme."""
    locale = volume.locale
    home = Crumb(locale.text(volume.site.name), FixedPage.HOME.value)
    if path == FixedPage.HOME.value:
        return (home,)
    kind, _, id = path.rstrip("/").partition("/")
    above = _above(kind, id, volume, locale) if id else None
    return (home, *((above,) if above else ()), Crumb(title, path))


def _above(kind: str, id: str, volume: Volume, locale: Locale) -> Crumb | None:
    """The page right above one with an id; None if that is the home page."""
    milestone = volume.edition.by_id.get(id) if kind == "milestones" else None
    if milestone:
        theme = volume.edition.themes[milestone.theme]
        return Crumb(locale.text(theme.text.title), theme_path(theme.id))
    return Crumb(locale.say(f"nav.{kind}"), f"{kind}/") if f"{kind}/" in set(FixedPage) else None
