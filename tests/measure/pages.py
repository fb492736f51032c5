"""What a built site asks of readers, as a table, with the limit of each: `python -m tests.measure.pages [SITE]`."""

import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.measure import page_layout as layout
from tests.measure.chart_texts import METRICS, outside, with_charts
from tests.measure.page_layout import DESK, LAPTOP, PHONE, TABLET
from tests.measure.page_weight import seen, weight
from tests.site.conftest import serving
from tests.support.browsers import chromium

LARGEST = tuple(f"{language}/themes/undermining/" for language in layout.LANGUAGES)
PROMISES = tuple(f"{language}/milestones/" for language in layout.LANGUAGES)
LIMITS = {
    "largest theme, wide": 5000, "largest theme, phone": 9000, "promises, phone": 12000, "any page, phone": 12000,
    "lines of header": 1, "top of title": 200, "end of answer, phone": 640, "share of citations": 0.03,
    "chart text outside": 0, "page": 90_000, "JavaScript": 8_000, "largest part seen": 1.2, "shift": 0,
}  # fmt: skip
"""Pixels, bytes, seconds, and shares from 0 to 1."""
TIMES = 3


@dataclass(frozen=True)
class Line:
    """A line of the table."""

    what: str
    value: float
    where: str = ""
    limit: float | None = None

    @property
    def is_exceeded(self) -> bool:
        """Whether readers are asked more than they may be."""
        return self.limit is not None and self.value > self.limit

    def __str__(self) -> str:
        allowed = "" if self.limit is None else f"<= {self.limit:g}"
        mark = "EXCEEDED" if self.is_exceeded else ""
        return f"{self.what:<34}{round(self.value, 3):>10,g}  {allowed:<10}{mark:<9}{self.where}"


def most(what: str, limit: str, found: dict[str, float]) -> Line:
    """The line of the page that asks most."""
    path = max(found, key=lambda path: found[path])
    return Line(what, found[path], path, LIMITS[limit])


def tall(browser: Browser, address: str, site: Path) -> Iterator[Line]:
    """How tall pages are, and where the answer is on a phone."""
    wide = layout.places(browser, address, LARGEST, DESK)
    kinds = layout.places(browser, address, layout.every_kind(site), PHONE)
    themes = layout.places(browser, address, layout.themes(site), PHONE)
    largest = {path: themes[path] for path in LARGEST}
    promises = {path: kinds[path] for path in PROMISES}
    yield most("height: largest theme, wide", "largest theme, wide", layout.each(wide, "height"))
    yield most("height: largest theme, phone", "largest theme, phone", layout.each(largest, "height"))
    yield most("height: promises, phone", "promises, phone", layout.each(promises, "height"))
    yield most("height: fullest of each kind, phone", "any page, phone", layout.each(kinds, "height"))
    yield most("height: all themes, phone", "any page, phone", layout.each(themes, "height"))
    yield most("end of answer, phone", "end of answer, phone", layout.each(themes, "answer"))


def placed(browser: Browser, address: str, site: Path) -> Iterator[Line]:
    """Where the header and the title are, how many words are citations, and where there are strips."""
    for width in (LAPTOP, DESK):
        found = layout.places(browser, address, layout.every_kind(site), width)
        yield Line(f"height of header at {width}", max(layout.each(found, "header").values()))
        yield most(f"lines of header at {width}", "lines of header", layout.each(found, "rows"))
        yield most(f"top of title at {width}", "top of title", layout.each(found, "title"))
    yield most("share of citations", "share of citations", layout.cited_shares(browser, address, LARGEST))
    for volume, (strips, shown) in layout.with_strips(site).items():
        yield Line(f"strips: {volume}", strips, f"of {shown} theme pages with milestones")


def heavy(browser: Browser, address: str, site: Path) -> Iterator[Line]:
    """What is sent for theme pages, and what is seen while the largest opens."""
    weights = {path: weight(browser, address + path) for path in layout.themes(site)}
    yield most("bytes: theme page, cold", "page", {path: found.all for path, found in weights.items()})
    yield most("bytes: of it JavaScript", "JavaScript", {path: found.script for path, found in weights.items()})
    for width in (PHONE, DESK):
        all_seen = [seen(browser, address + LARGEST[0], width) for _ in range(TIMES)]
        largest = statistics.median(found.largest_s for found in all_seen)
        yield Line(f"LCP at {width}, seconds", largest, LARGEST[0], LIMITS["largest part seen"])
        yield Line(f"CLS at {width}", round(max(found.shift for found in all_seen), 2), LARGEST[0], LIMITS["shift"])


def charts(browser: Browser, address: str, site: Path) -> Iterator[Line]:
    """How many texts of charts stand outside their drawing, in each typeface."""
    pages = with_charts(site)
    found = list(outside(browser, address, pages, (PHONE, TABLET, DESK)))
    for face in METRICS:
        lines = [line for line in found if f" {face}: " in line]
        where = lines[0] if lines else f"{len(pages)} pages"
        yield Line(f"chart text outside, {face}", len(lines), where, LIMITS["chart text outside"])


def main(site: Path) -> int:
    """Prints the table and returns 1 if a limit is exceeded."""
    failed = False
    with serving(site) as address, chromium() as browser:
        for part in (tall, placed, heavy, charts):
            for line in part(browser, address, site):
                print(line, flush=True)
                failed = failed or line.is_exceeded
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
