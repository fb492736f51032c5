"""The head of a page: what search engines and programs that show shared links are given of it."""

import re
from dataclasses import dataclass
from html import unescape

from generator.pages.frame.linked_data import linked_data
from generator.pages.frame.trail import Trail
from generator.pages.page import Page, Volume
from generator.pages.urls import Address, calendar_path, feed_path, other_language
from generator.text import LANGUAGES, language

_LONGEST = 220
"""Letters of a description: of a longer one, search engines show the beginning."""
_OPENINGS = (
    re.compile(r'<p class="lead[^>]*>(.*?)</p>', re.DOTALL),
    re.compile(r'<ul class="key-figures">\s*<li[^>]*>(.*?)</li>', re.DOTALL),
    re.compile(r'<dl class="facts">(.*?)</dl>', re.DOTALL),
    re.compile(r'<p(?! class="crumbs")[^>]*>(.*?)</p>', re.DOTALL),
)
"""Where the first sentence of a page may stand; the first of them that the page has."""
_ENDINGS = (
    ('</strong> <span class="base">', "; "),
    ("</strong> <span>", ". "),
    ("</span> <span>", ". "),
    ("</dt>", ": "),
    ("</dd>", ". "),
)
"""Markup between parts of a page that stand apart there, and what stands between them in a sentence."""
_NOT_SAID = re.compile(r'<span class="(?:notes|visually-hidden|spelt)">.*?</span>|<svg.*?</svg>', re.DOTALL)


@dataclass(frozen=True)
class Subscription:
    """A feed or a calendar that browsers and feed readers find."""

    media_type: str
    title: str
    link: str


@dataclass(frozen=True)
class Head:
    """Links are absolute if the address of the site is known, else relative to the page."""

    description: str
    address: str | None
    """Of this copy of the page, absolute; None if the address of the site is not known."""
    picture: str | None
    """Of the picture that shows the page where it is shared, absolute; None if it has none, or nobody knows where."""
    locale: str
    """Language and country of the page, as `nl_NL`."""
    other_locale: str
    alternates: tuple[tuple[str, str], ...]
    """(language, link): the page in each language and for any other reader; of a page that search engines may list."""
    subscriptions: tuple[Subscription, ...]
    linked_data: str | None
    """JSON-LD that may stand in a script; of a page that search engines may list."""


def head_of(page: Page, html: str, trail: Trail, volume: Volume, *, is_indexed: bool) -> Head:
    """The head of a page whose content is `html`."""
    origin, address = volume.address.root + page.path, volume.site.address
    description = description_of(page.title if page.path else "", html) or volume.locale.text(volume.site.description)
    codes = [language(code).babel for code in (volume.locale.language, other_language(volume.locale.language))]
    return Head(
        description=description,
        address=f"{address}{origin}" if address else None,
        picture=f"{address}{volume.address.root}{page.picture}" if address and page.picture else None,
        locale=codes[0],
        other_locale=codes[1],
        alternates=_alternates(page.path, volume) if is_indexed and not volume.address.alone else (),
        subscriptions=_subscriptions(page, volume),
        linked_data=linked_data(page, description, trail, volume) if is_indexed else None,
    )


def description_of(title: str, html: str) -> str:
    """The first sentence or sentences of a page after its title; empty if it has none."""
    found = next(filter(None, (opening.search(html) for opening in _OPENINGS)), None)
    if found is None:
        return ""
    said = _NOT_SAID.sub("", found[1])
    for markup, ending in _ENDINGS:
        said = said.replace(markup, ending)
    text = re.sub(r" (?=[.,;:])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", said)).split()))
    return _shortened(text if not title or title in text else f"{title}: {text}")


def _shortened(text: str) -> str:
    """As many whole sentences as fit, or else as many words."""
    if len(text) <= _LONGEST:
        return text
    sentence = re.match(rf".{{60,{_LONGEST - 1}}}[.?!](?= )", text)
    return sentence[0] if sentence else f"{text[:_LONGEST].rpartition(' ')[0].rstrip(',;:')} …"


def _alternates(path: str, volume: Volume) -> tuple[tuple[str, str], ...]:
    """In each language; readers of any other get the language of the site, and of its home page the choice."""
    origin = volume.address.root + path
    roots = {code: Address(code, volume.address.edition, latest=True).root for code in LANGUAGES}
    links = [(code, volume.link(f"{root}{path}", origin)) for code, root in roots.items()]
    other = f"{roots[volume.site.language]}{path}" if path else ""
    return (*links, ("x-default", volume.link(other, origin)))


def _subscriptions(page: Page, volume: Volume) -> tuple[Subscription, ...]:
    """The feed of the newest edition, and the feed and the calendar of what the page is about."""
    root, origin, site = volume.living_root, volume.address.root + page.path, volume.locale.text(volume.site.name)
    if root is None:
        return ()
    files = [(feed_path(), "application/atom+xml", site)]
    if page.path:
        about = f"{page.title} · {site}"
        files.append((feed_path(page.path), "application/atom+xml", about))
        files.append((calendar_path(page.path), "text/calendar", about))
    return tuple(
        Subscription(media_type, title, volume.link(root + path, origin))
        for path, media_type, title in files
        if path in volume.followed
    )
