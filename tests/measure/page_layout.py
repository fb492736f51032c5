"""Where things stand on a page in a real browser: heights, the header, the answer, and how much of it is citations."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.site.kinds import KINDS, fullest, pages_of

LANGUAGES = ("nl", "en")
PHONE, TABLET, LAPTOP, DESK = 360, 768, 1024, 1280
"""Widths of screens in pixels."""
THEMES = "themes/*/"

_PLACES = """() => {
  const all = [...document.querySelectorAll('.masthead-row .brand, .masthead-row .menu li, .masthead-row .tools > *')];
  const boxes = all.map(e => e.getBoundingClientRect()).filter(box => box.width && box.height);
  let rows = 0, bottom = -1;
  for (const box of boxes.sort((a, b) => a.top - b.top)) {
    if (box.top >= bottom) rows += 1;
    bottom = Math.max(bottom, box.bottom);
  }
  const box = selector => document.querySelector(selector)?.getBoundingClientRect();
  return {
    height: document.documentElement.scrollHeight, rows, header: box('header').height,
    title: box('h1').top, answer: box('.answer')?.bottom ?? 0,
  };
}"""
_WORDS = r"""() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  let [all, cited] = [0, 0];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest('svg, script, style')) continue;
    const words = walker.currentNode.data.split(/\s+/).filter(Boolean).length;
    all += words;
    if (parent.closest('.notes, .note-link')) cited += words;
  }
  return cited / all;
}"""


def screen(browser: Browser, width: int) -> Page:
    """A page on a screen of its own; whoever opens it closes its context."""
    return browser.new_context(viewport={"width": width, "height": 900}).new_page()


def themes(site: Path) -> list[str]:
    """The theme pages of the newest edition, in both languages."""
    return [f"{language}/{path}" for language in LANGUAGES for path in pages_of(site / language, THEMES)]


def every_kind(site: Path) -> list[str]:
    """The fullest page of each kind, in both languages."""
    return [fullest(site, language, kind) for language in LANGUAGES for kind in KINDS]


@dataclass(frozen=True)
class Places:
    """Where the parts of a page are as it opens, in pixels from the top."""

    height: float
    rows: int
    """On how many lines the name of the site, the menu and the tools are."""
    header: float
    """How tall the header is, with the picker of editions."""
    title: float
    """Where the title begins."""
    answer: float
    """Where the answer of a theme ends; 0 on other pages."""


def places(browser: Browser, address: str, paths: Iterable[str], width: int) -> dict[str, Places]:
    """Where things are on each page on a screen of that width, by path."""
    page = screen(browser, width)
    found = {}
    for path in paths:
        page.goto(address + path)
        found[path] = Places(**page.evaluate(_PLACES))
    page.context.close()
    return found


def each(found: dict[str, Places], part: str) -> dict[str, float]:
    """One of the measures of each page."""
    return {path: getattr(at, part) for path, at in found.items()}


def cited_shares(browser: Browser, address: str, paths: Iterable[str]) -> dict[str, float]:
    """Which part of the words on each page are citations, from 0 to 1; drawings are not counted."""
    page = screen(browser, DESK)
    found = {}
    for path in paths:
        page.goto(address + path)
        found[path] = page.evaluate(_WORDS)
    page.context.close()
    return found


def with_strips(site: Path) -> dict[str, tuple[int, int]]:
    """By edition in both languages: theme pages with an evolution strip, of those that have milestones to show."""
    counts = {}
    for language in LANGUAGES:
        for volume in (site / language, *sorted((site / language / "editions").iterdir())):
            texts = [(volume / path / "index.html").read_text("utf-8") for path in pages_of(volume, THEMES)]
            shown = [text for text in texts if 'id="promised"' in text]
            strips = [text for text in shown if re.search(r'<figure class="[^"]*\bstrip\b', text)]
            counts[volume.relative_to(site).as_posix()] = (len(strips), len(shown))
    return counts
