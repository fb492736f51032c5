"""What is written to follow the newest edition of an archive, and what the Atom format (RFC 4287) asks of a feed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from generator.archive.archive import Archive
from generator.archive.yaml_loader import read_yaml
from generator.editions.history import Editions
from generator.pages.page import Volume
from generator.pages.urls import Address
from generator.pages.workspace import Workspace
from generator.publish.feeds import feeds_of
from tests.support.small import ROOT, SITE

HOME = "https://example.org/atlas/"
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
WORDS: dict[str, Any] = {
    language: read_yaml((ROOT / f"data/words/{language}.yaml").read_text("utf-8"), language).value
    for language in ("nl", "en")
}
_ONCE = ("id", "title", "updated")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def workspace_of(archive: Archive, base: str | None = HOME, known: int | None = None) -> Workspace:
    """The archive on a site at `base`; with `known`, when it had no more than that many editions."""
    return Workspace(ROOT, replace(archive, words=WORDS), replace(SITE, address=base), Editions(archive)[:known])


def volume_of(archive: Archive, language: str = "en", base: str | None = HOME, known: int | None = None) -> Volume:
    """The newest edition at the address that always shows the newest."""
    workspace = workspace_of(archive, base, known)
    return workspace.volume(Address(language, workspace.editions[-1].id, latest=True))


def followed(
    archive: Archive, language: str = "en", base: str | None = HOME, known: int | None = None
) -> dict[str, str]:
    """The feeds and calendars of the newest edition, by path."""
    return feeds_of(volume_of(archive, language, base, known))


def faults(feed: str) -> Iterator[str]:
    """What RFC 4287 does not allow in a feed, or asks for in vain."""
    root = ElementTree.fromstring(feed)
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    yield from (f"{id} twice" for id in {id for id in ids if ids.count(id) > 1})
    if not (root.find(f"{ATOM}author") or all(entry.find(f"{ATOM}author") for entry in root.iter(f"{ATOM}entry"))):
        yield "no author"
    if not any(link.get("rel") == "self" for link in root.findall(f"{ATOM}link")):
        yield "no link to itself"
    for element in (root, *root.iter(f"{ATOM}entry")):
        yield from _faults_of(element)


def _faults_of(element: ElementTree.Element) -> Iterator[str]:
    """Those of the feed as a whole, or of one entry."""
    for name in _ONCE:
        if len(element.findall(f"{ATOM}{name}")) != 1 or not (element.findtext(f"{ATOM}{name}") or "").strip():
            yield f"not one {name}"
    if not urlsplit(element.findtext(f"{ATOM}id") or "").scheme:
        yield "an id that is no address"
    moments = [*element.findall(f"{ATOM}updated"), *element.findall(f"{ATOM}published")]
    yield from (f"{moment.text} is no moment" for moment in moments if not _is_moment(moment.text or ""))
    pages = [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
    if len(pages) != 1:
        yield "not one page that it leads to"
    contents = [[part.tag for part in content] for content in element.findall(f"{ATOM}content")]
    if contents not in ([], [[f"{XHTML}div"]]):
        yield "content is not one div"


def _is_moment(text: str) -> bool:
    try:
        return bool(_MOMENT.fullmatch(text)) and datetime.fromisoformat(text) is not None
    except ValueError:
        return False
