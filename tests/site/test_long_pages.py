"""Pages that hold much stay readable: the rest is folded, and nothing folded is out of reach."""

import io

import pypdfium2
import pytest

from tests.site.test_reading import closed, opened


def flat(text: str) -> str:
    """Without the blanks and line ends that printing adds."""
    return "".join(text.split())


@pytest.fixture
def folded(browser, address):
    """The largest theme without JavaScript, and a statement in it that is folded away."""
    page, _ = opened(browser, f"{address}en/themes/undermining/", java_script_enabled=False)
    statement = page.locator("details.more .statement").first
    yield page, statement.get_attribute("id"), statement.text_content()
    closed(page)


def test_many_statements_of_one_document_are_folded_after_the_first_ten(folded):
    page, id, _ = folded

    assert page.locator(".spoken > .statement").first.is_visible()
    assert not page.locator(f"[id='{id}']").is_visible()
    assert page.locator("details.more > summary").first.is_visible()


def test_a_link_to_a_folded_statement_opens_it(folded):
    page, id, _ = folded
    page.goto(f"{page.url}#{id}")

    assert page.locator(f"[id='{id}']").is_visible()


def test_on_paper_nothing_is_folded(folded):
    page, _, text = folded
    pdf = pypdfium2.PdfDocument(io.BytesIO(page.pdf()))
    printed = "".join(page.get_textpage().get_text_range() for page in pdf)

    assert flat(text.split("#")[0])[8:60] in flat(printed)
