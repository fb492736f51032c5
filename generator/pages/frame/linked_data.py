"""What a page is about as JSON-LD, in the words of schema.org."""

import json
from typing import Any

from generator.pages.frame.trail import Trail
from generator.pages.page import Page, Volume
from generator.pages.urls import FixedPage, data_path

_FILES = {
    "atlas.json": "application/json",
    "changes.json": "application/json",
    "datapackage.json": "application/json",
    "statements.csv": "text/csv",
    "observations.csv": "text/csv",
    "milestones.csv": "text/csv",
    "reports.csv": "text/csv",
}
"""The open data that the data set consists of, with their media types."""

Thing = dict[str, Any]


def linked_data(page: Page, description: str, trail: Trail, volume: Volume) -> str | None:
    """What the page is about and where it stands, safe to stand in a script; None if there is nothing to say of it.

    A theme and a milestone are reports, the page of data is a data set. Days are those of sources.
    """
    things: list[Thing] = []
    if page.path == FixedPage.DATA.value:
        things.append(_data_set(page, volume))
    elif page.path.startswith(("themes/", "milestones/")) and page.path != FixedPage.MILESTONES.value:
        things.append(_report(page, description, volume))
    if len(trail) > 1:
        things.append(_breadcrumbs(page, trail, volume))
    written = {"@context": "https://schema.org", "@graph": things}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c") if things else None


def _report(page: Page, description: str, volume: Volume) -> Thing:
    first, last = volume.days.get(page.path, (volume.edition.as_of, volume.edition.as_of))
    return {
        "@type": "Report",
        "name": page.title,
        "headline": page.title,
        "description": description,
        "url": _link(page.path, page, volume),
        "inLanguage": volume.locale.language,
        "datePublished": str(first),
        "dateModified": str(last),
        "isPartOf": {"@type": "WebSite", "name": _site(volume), "url": _link("", page, volume)},
        **_rights(volume),
    }


def _data_set(page: Page, volume: Volume) -> Thing:
    oldest = volume.steps[-1][0].source.published.first
    root = volume.address.root
    return {
        "@type": "Dataset",
        "name": _site(volume),
        "description": volume.locale.text(volume.site.description),
        "url": _link(page.path, page, volume),
        "version": volume.edition.id,
        "dateModified": str(volume.edition.as_of),
        "temporalCoverage": f"{oldest}/{volume.edition.as_of}",
        "isAccessibleForFree": True,
        **_rights(volume),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": media_type,
                "contentUrl": volume.link(data_path(volume.address, name), root + page.path),
            }
            for name, media_type in _FILES.items()
        ],
    }


def _rights(volume: Volume) -> Thing:
    publisher = {"@type": "Organization", "name": volume.locale.text(volume.archive.atlas.publisher)}
    licence = {"@type": "CreativeWork", "name": volume.locale.text(volume.archive.atlas.licence)}
    return {"creator": publisher, "publisher": publisher, "license": licence}


def _breadcrumbs(page: Page, trail: Trail, volume: Volume) -> Thing:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": i, "name": crumb.title, "item": _link(crumb.path, page, volume)}
            for i, crumb in enumerate(trail, 1)
        ],
    }


def _site(volume: Volume) -> str:
    return volume.locale.text(volume.site.name)


def _link(path: str, page: Page, volume: Volume) -> str:
    return volume.link(volume.address.root + path, volume.address.root + page.path)
