"""Whatever somebody writes into the data is shown as text, in every place of a text."""

from datetime import date

import pytest

from generator.archive.archive import read_archive
from generator.editions.history import Editions
from generator.pages.pages import pages_of
from generator.text import LANGUAGES
from generator.text.quantities import quantities_in
from tests.pages.test_pages import HARMLESS, events_of, html_of, pages_with, swapped, volume_of
from tests.support.payloads import PAYLOADS, ended_with
from tests.support.small import lay_out_data

TOGETHER = 20
"""So many stand in one text, and one figure, as in the harmless one: where one became markup, the page would differ."""
GROUPS = [" ".join((*PAYLOADS[i : i + TOGETHER], "0")) for i in range(0, len(PAYLOADS), TOGETHER)]
RUN = """
() => [...document.querySelectorAll("body *")].flatMap(e => [...e.attributes].map(a => [a.name, a.value]))
  .filter(([name, value]) => name.startsWith("on") || /^\\s*(javascript|vbscript|data:text)/i.test(value))
"""
"""Attributes that run something, or would when they are followed."""


def test_there_are_many_kinds_of_them():
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 118


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_of_them_has_a_figure(language):
    """The page that says how many figures were checked would differ."""
    assert [payload for payload in PAYLOADS if quantities_in(payload, language, date(2026, 6, 11))] == []


@pytest.mark.thorough
@pytest.mark.parametrize("group", range(len(GROUPS)))
@pytest.mark.parametrize("language", LANGUAGES)
def test_at_the_end_of_every_text_it_stays_text(tmp_path, language, group):
    harmless = pages_with(HARMLESS, tmp_path / "harmless", language)
    hostile = pages_with(GROUPS[group], tmp_path / "hostile", language)

    expected = {path: swapped(events_of(page), GROUPS[group]) for path, page in harmless.items()}
    assert {path: events_of(page) for path, page in hostile.items()} == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_browser_nothing_of_it_runs_or_is_loaded_on_any_page(browser, tmp_path, language):
    """One text after the other ends with another of them; `atlas check`, which refuses most, is passed by."""
    archive = read_archive(lay_out_data(tmp_path, ended_with(PAYLOADS)))
    pages = pages_of(volume_of(archive, Editions(archive)[-1], language))
    shown, run, asked = browser.new_page(), [], []
    shown.on("dialog", lambda dialog: (run.append(dialog.message), dialog.dismiss()))
    shown.on("request", lambda request: asked.append(request.url) if "evil" in request.url else None)
    texts = 0
    for page in pages:
        shown.set_content(html_of(page))
        run += shown.evaluate(RUN)
        texts += shown.evaluate("document.body.textContent.split('alert()').length - 1")
    shown.close()

    assert (run, asked) == ([], [])
    assert texts > len(PAYLOADS)


def test_in_a_browser_what_runs_is_found(browser):
    shown, run = browser.new_page(), []
    shown.on("dialog", lambda dialog: (run.append("dialog"), dialog.dismiss()))
    shown.set_content("<p><script>alert()</script><a href=' javascript:alert()'>x</a></p>")
    run += shown.evaluate(RUN)
    shown.close()

    assert run == ["dialog", ["href", " javascript:alert()"]]
