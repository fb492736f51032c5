"""The map of the site for search engines: the pages of the newest edition in each language."""

from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.pages import Volume, Workspace, moved_pages, paths_of

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NAME = "sitemap.xml"
"""Its name at the top of the site."""


def sitemap(workspace: Workspace) -> str | None:
    """The map, with the day on which a source last changed each page; None if nobody knows the site's address.

    In it are the pages without an edition in their address: others are copies, or lead to them.
    """
    base = workspace.site.address
    if base is None:
        return None
    pages = Element("urlset", {"xmlns": _SITEMAP})
    for address in workspace.addresses:
        if address.latest:
            for path, day in _pages(workspace.volume(address)).items():
                page = SubElement(pages, "url")
                SubElement(page, "loc").text = f"{base}{address.root}{path}"
                SubElement(page, "lastmod").text = str(day)
    indent(pages, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(pages, encoding="unicode")}\n'


def _pages(volume: Volume) -> dict[str, date]:
    """The pages of the newest edition with the day on which each last changed."""
    newest, days = volume.edition, volume.days
    moved = moved_pages(newest)
    return {path: days.get(path, (None, newest.as_of))[1] for path in paths_of(newest) if path not in moved}
