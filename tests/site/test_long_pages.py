"""Pages that hold much stay readable: threads are folded, and nothing folded is out of reach."""

import io
import re

import pypdfium2
import pytest

from tests.site.kinds import KINDS, fullest
from tests.site.test_reading import closed, opened


def flat(text: str) -> str:
    """Without the blanks and line ends that printing adds."""
    return "".join(text.split())


@pytest.fixture
def folded(browser, address):
    """The largest theme without JavaScript, and a statement in it that is folded away."""
    page, _ = opened(browser, f"{address}en/themes/undermining/", java_script_enabled=False)
    statement = page.locator("details.thread .statement").first
    yield page, statement.get_attribute("id"), statement.text_content()
    closed(page)


def test_threads_are_folded_and_say_what_they_hold(folded):
    page, id, _ = folded
    heads = page.locator("details.thread:has(.statement) > summary .extent")

    assert not page.locator(f"[id='{id}']").is_visible()
    assert heads.count() > 3
    assert [head for head in heads.all_inner_texts() if not head[:1].isdigit()] == []


def test_a_link_to_a_folded_statement_opens_it(folded):
    page, id, _ = folded
    page.goto(f"{page.url}#{id}")

    assert page.locator(f"[id='{id}']").is_visible()


def test_on_paper_nothing_is_folded(folded):
    page, _, text = folded
    pdf = pypdfium2.PdfDocument(io.BytesIO(page.pdf()))
    printed = "".join(page.get_textpage().get_text_range() for page in pdf)

    assert flat(text.split("#")[0])[8:60] in flat(printed)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_fold_is_itself_what_a_link_leads_to_for_it_would_stay_closed(site, language):
    pages = [site / fullest(site, language, kind) / "index.html" for kind in KINDS]
    folds = {page: re.findall(r"<details[^>]* id=[^>]*>", page.read_text("utf-8")) for page in pages}

    assert {page: found for page, found in folds.items() if found} == {}


@pytest.mark.parametrize(
    ("path", "link"),
    [
        pytest.param("themes/revenue/", ".chart-wide .row-link >> nth=0", id="a row of subjects"),
        pytest.param("themes/undermining/", ".by-document a >> nth=1", id="a document on a theme"),
        pytest.param("milestones/", ".scoreboard a >> nth=0", id="an outcome"),
        pytest.param("milestones/", ".overview tbody th a >> nth=3", id="a theme"),
    ],
)
def test_without_javascript_what_a_link_leads_to_is_open_and_its_heading_seen(browser, address, path, link):
    page, _ = opened(browser, f"{address}en/{path}", java_script_enabled=False)
    page.locator(link).click()
    fold = page.locator("details:has(:target)")
    is_open, top = fold.evaluate("fold => [fold.open, fold.querySelector('summary').getBoundingClientRect().top]")
    closed(page)

    assert is_open
    assert 0 <= top < 300
