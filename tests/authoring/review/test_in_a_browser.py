"""The review in a real browser, by keys alone: from the first passage to a letter of which everything is settled."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.authoring.review.server import ReviewServer
from generator.authoring.review.site import Site
from tests.support.command_line import ran
from tests.support.reviewed import SOURCE, STATEMENT, desk_at, printed, with_letter

AXE = Axe()
STEPS = ("", "passage/sluizen-1", "passage/wachttijd-bij-de-sluizen-1", "milestone/ticket-sales")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    root = with_letter(tmp_path, printed(), "letter.pdf")
    with ReviewServer(Site(desk_at(root), root / "templates/review"), "secret") as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield running
        running.shutdown()


@pytest.fixture
def page(browser: Browser, server: ReviewServer) -> Iterator[Page]:
    """The page of the review; whatever goes wrong on it, or is asked of elsewhere, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown, wrong = context.new_page(), list[str]()
    shown.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.on("request", lambda sent: None if sent.url.startswith(server.address) else wrong.append(sent.url))
    shown.goto(server.address)
    yield shown
    context.close()
    assert wrong == []


def press(page: Page, *keys: str) -> None:
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


def leave_out(page: Page, why: str) -> None:
    press(page, "o")
    page.keyboard.type(why)
    press(page, "Enter")
    expect(page.locator("#said")).to_contain_text("is out of scope")


def test_a_letter_is_settled_by_keys_and_the_archive_is_in_order(page: Page, server: ReviewServer) -> None:
    press(page, "n")
    expect(page.locator("h1")).to_have_text("passage aanhef-1")
    leave_out(page, "salutation")
    expect(page.locator("h1")).to_have_text("passage sluizen-1")
    says = page.locator("form.record", has_text="report of Lock at Zuiderkade").get_by_label("Says needed")
    says.select_option("under-way")
    says.press("Control+Enter")
    expect(page.locator("#said")).to_have_text("Written: a report of lock-zuiderkade.")
    statement = page.locator("form.record", has_text="statement of Locks")
    statement.get_by_label("Kind needed").select_option("progress")
    statement.get_by_label("Text (nl)").fill(STATEMENT["text-nl"])
    statement.get_by_label("Text (en)").fill(STATEMENT["text-en"])
    press(page, "Escape", "a")
    expect(page.locator("#said")).to_have_text("Written: a statement of locks.")
    press(page, "n")
    expect(page.locator("h1")).to_have_text("passage wachttijd-bij-de-sluizen-1")
    press(page, "1", "Escape", "a")
    expect(page.locator("#said")).to_have_text("Written: an observation of waiting-time.")
    press(page, "n")
    expect(page.locator("h1")).to_have_text("milestone electric-ferries")
    press(page, "l")
    expect(page.locator("h1")).to_have_text("milestone ticket-sales")
    press(page, "l")
    expect(page.locator("h1")).to_have_text("standing locks")
    texts = {"Cites needed": f"{SOURCE}#sluizen-1", "Summary (nl)": "Aannemer", "Summary (en)": "Contractor"}
    texts |= {"Text (nl)": STATEMENT["text-nl"], "Text (en)": STATEMENT["text-en"]}
    for label, text in texts.items():
        page.locator("form.record").get_by_label(label).fill(text)
    page.get_by_label("Text (en)").press("Control+Enter")
    expect(page.locator("#said")).to_have_text("Written: a standing of locks.")
    page.goto(server.address)

    expect(page.locator("header")).to_contain_text("Everything is settled")
    check = ran(server.site.desk.root, "check")
    assert check.exit_code == 0, check.stdout
    assert ran(server.site.desk.root, "fmt", "--check").exit_code == 0


def test_a_figure_that_is_not_in_the_passage_is_told_while_it_is_typed(page: Page, server: ReviewServer) -> None:
    page.goto(f"{server.address}passage/sluizen-1")
    statement = page.locator("form.record", has_text="statement of Locks")
    statement.get_by_label("Kind needed").select_option("progress")
    statement.get_by_label("Text (nl)").fill("Er zijn 7 aannemers.")
    statement.get_by_label("Text (en)").fill("There are 7 contractors.")

    expect(statement.locator('[data-fault="text-en"]')).to_contain_text("'7' in text of statement")
    expect(statement.get_by_label("Text (en)")).to_have_attribute("aria-invalid", "true")
    statement.get_by_label("Text (nl)").fill("Er is een aannemer.")
    statement.get_by_label("Text (en)").fill("There is a contractor.")
    expect(statement.locator(".verdict")).to_have_text("In order")


def test_the_printed_page_is_shown_with_the_passage_in_a_box(page: Page, server: ReviewServer) -> None:
    page.goto(f"{server.address}passage/wachttijd-bij-de-sluizen-1")
    rect, picture = page.locator("figure rect"), page.locator("figure image")

    expect(page.get_by_role("img", name="Page 2 as printed, the passage in a box")).to_be_visible()
    assert (rect.bounding_box() or {})["width"] > 100
    assert picture.get_attribute("href") == "../picture/2.png"


def test_keys_do_nothing_in_a_field_or_when_they_are_off(page: Page, server: ReviewServer) -> None:
    page.goto(f"{server.address}passage/sluizen-1")
    press(page, "r")
    page.keyboard.type("kjn")
    expect(page.get_by_label("of the theme, milestone or indicator")).to_have_value("kjn")
    press(page, "Escape")
    page.locator("#keys").uncheck()
    press(page, "j", "k")
    expect(page.locator("h1")).to_have_text("passage sluizen-1")
    page.reload()
    expect(page.locator("#keys")).not_to_be_checked()


@pytest.mark.parametrize("system", [("light", 1280), ("dark", 360)], ids=["wide and light", "narrow and dark"])
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step or "overview")
def test_axe_finds_nothing(browser: Browser, server: ReviewServer, step: str, system: tuple[str, int]) -> None:
    scheme, width = system
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    shown = context.new_page()
    shown.goto(server.address + step)
    options = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
    violations = AXE.run(shown, options=options).response["violations"]
    wide = shown.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    context.close()

    assert [(v["id"], [node["html"][:100] for node in v["nodes"]][:3]) for v in violations] == []
    assert not wide


def test_every_form_works_without_a_script(browser: Browser, server: ReviewServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto(f"{server.address}passage/sluizen-1")
    form = shown.locator("form.record", has_text="report of Lock at Zuiderkade")
    form.get_by_label("Says needed").select_option("")
    form.get_by_role("button", name="Accept a").click()
    missing = shown.locator('[data-fault="says"]').first.text_content()
    shown.locator("form.record").first.get_by_label("Says needed").select_option("under-way")
    shown.locator("form.record").first.get_by_role("button", name="Accept a").click()
    told = shown.locator("#said").text_content()
    context.close()

    assert (missing, told) == ("an answer is needed.", "Written: a report of lock-zuiderkade.")
