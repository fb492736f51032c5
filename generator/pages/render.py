"""(Planned page, context) → page: links relative to its path, terms linked, charts drawn, its files at its foot."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.model import Locale
from generator.pages.citing import cite, is_citable
from generator.pages.context import PageContext
from generator.pages.figures import Drawings
from generator.pages.glossary_links import Glosser
from generator.pages.jinja import Rendered
from generator.pages.page import Brief, Page, SearchEntry
from generator.pages.templates import TEMPLATES
from generator.pages.urls import FixedPage, relative
from generator.pages.views import Chip, MadeFromView, Note

_FOOT = "<!-- made from -->"
"""Placeholder in the Markdown of a page for the files that it is made from."""


class Notes:
    """Numbers the citations of one page in the order in which it cites them; one passage has one number."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.by_chip: dict[Chip, Note] = {}

    def __call__(self, chips: Iterable[Chip]) -> list[Note]:
        return [self.by_chip.setdefault(chip, self._note(len(self.by_chip) + 1, chip)) for chip in chips]

    @property
    def listed(self) -> tuple[Note, ...]:
        """All of the page, by number."""
        return tuple(self.by_chip.values())

    def _note(self, number: int, chip: Chip) -> Note:
        label = self.locale.say("note", number=str(number), source=chip.source, passage=chip.passage)
        return Note(number, chip.path, chip.source, chip.passage, chip.language, label, chip.is_outside)


@dataclass(frozen=True)
class Planned:
    """A page before it is printed: all that it shows that is not the same on every page of its volume."""

    path: str
    """Inside the edition."""
    title: str
    view: object
    """What its template prints."""
    search: tuple[SearchEntry, ...] = ()
    brief: Brief | None = None
    moved_to: str | None = None
    written: str = ""
    """The Markdown of a page that people write, before its values are filled in."""
    shown_by: str | None = None
    """The path of the page whose picture shows this one where a link to it is shared, if it has none itself."""


def printed(plan: Planned, context: PageContext, picture: str | None = None) -> Page:
    """The page: its view, printed by its template. `picture` shows it if it has none itself."""
    path, title, view = plan.path, plan.title, plan.view
    link = link_from(path, context)
    draw, notes = Drawings(context, path, title), Notes(context.locale)
    rendered = context.renderer.page(
        TEMPLATES[type(view)],
        link,
        view=view,
        site=site_link_from(path, context),
        draw=draw,
        notes=notes,
        glossed=Glosser(context.glossary, link),
        pages=FixedPage,
    )
    files = draw.files | sign(rendered, path, title, context, notes)
    return Page(
        path=path,
        title=title,
        markdown=rendered.markdown,
        blocks=rendered.blocks,
        attachments=files,
        picture=next((name for name in files if name.endswith(".png")), picture),
        brief=plan.brief,
        moved_to=plan.moved_to,
    )


def link_from(path: str, context: PageContext) -> Callable[[str], str]:
    """From the page at `path`: a path inside the edition → the link to it."""
    root = context.volume.address.root
    return lambda target: relative(root + path, root + target)


def site_link_from(path: str, context: PageContext) -> Callable[[str], str]:
    """From the page at `path`: a path from the root of the site → the link to it."""
    root = context.volume.address.root
    return lambda target: relative(root + path, target)


def sign(
    rendered: Rendered, path: str, title: str, context: PageContext, notes: Notes | None = None
) -> dict[str, str | bytes]:
    """Puts what the notes of the page refer to, how it is cited and what it is made from at its foot.

    Returns the files by which it is cited, by path inside the edition.
    """
    cited, files = cite(context.volume, title, path, f"{path}cite") if is_citable(path) else (None, {})
    foot = MadeFromView(notes.listed if notes else (), cited, context.origins.of_page(path))
    if foot.notes or foot.cite or foot.origins:
        made_from = context.renderer.page(TEMPLATES[MadeFromView], link_from(path, context), view=foot)
        rendered.blocks[_FOOT] = made_from.markdown
        rendered.markdown += f"\n\n{_FOOT}\n"
    return files
