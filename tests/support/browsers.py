"""A real Chromium. Playwright runs once in a process: tests share the one of the fixture `browser`."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""What the systems call their Chromium. The first has no window to keep up, and so takes a third of the time."""


def program() -> str | None:
    """Where the system's Chromium is; None if it has none, for Playwright's own."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


PATIENCE_MS = 60_000
"""When a browser is given up that does not come to what a test waits for. It says nothing of how quick it must be."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that runs; what is expected of its pages is waited for with patience."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        yield browser
        browser.close()
