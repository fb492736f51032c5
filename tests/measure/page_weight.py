"""What a page costs a reader: bytes that a server sends packed, when its largest part is seen, and whether it jumps."""

import gzip
from dataclasses import dataclass

from playwright.sync_api import Browser, Response

from tests.measure.page_layout import screen

KINDS = ("document", "stylesheet", "script", "font")
_WATCH = """
window.seen = {lcp: 0, cls: 0};
new PerformanceObserver(list => list.getEntries().forEach(e => window.seen.lcp = e.startTime))
  .observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(e => window.seen.cls += e.hadRecentInput ? 0 : e.value))
  .observe({type: 'layout-shift', buffered: true});
"""
_SETTLE_MS = 400


@dataclass(frozen=True)
class Weight:
    """Bytes that a reader gets who opens a page for the first time."""

    all: int
    script: int


@dataclass(frozen=True)
class Seen:
    """What a reader sees while a page opens."""

    largest_s: float
    """When its largest part was painted (LCP)."""
    shift: float
    """How much of it moved, as browsers count it (CLS)."""


def weight(browser: Browser, url: str) -> Weight:
    """What is sent for a page that is opened cold, each file packed by gzip; fonts are packed already."""
    page = screen(browser, 1280)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url, wait_until="networkidle")
    sizes = dict.fromkeys(KINDS, 0)
    for answer in answers:
        kind = answer.request.resource_type
        if kind in sizes:
            body = answer.body()
            sizes[kind] += len(body) if kind == "font" else len(gzip.compress(body, mtime=0))
    page.context.close()
    return Weight(sum(sizes.values()), sizes["script"])


def seen(browser: Browser, url: str, width: int) -> Seen:
    """What is seen of a page that is opened cold. The time depends on the machine."""
    page = screen(browser, width)
    page.add_init_script(_WATCH)
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(_SETTLE_MS)
    found = page.evaluate("window.seen")
    page.context.close()
    return Seen(found["lcp"] / 1000, found["cls"])
