"""Text that people wrote stays text: in the Markdown of pages, and in that of GitHub, GitLab and Forgejo."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import markdown
from markdown_it import MarkdownIt

from generator.text.escape import escape_cell, escape_gfm, escape_gfm_html, escape_markdown

GFM = MarkdownIt("gfm-like")
"""Makes a link of whatever looks like one, also of a bare name of a host."""
REFERENCES = re.compile(
    r"(?<!\w)@\w|\w@\w|#\d|!\d|GH-\d|\$\w|%\d|%\"|~\w|&\d|:[a-z_+-]+:|\b[0-9a-f]{7,40}\b|\[\w+:|[\[{][+-]", re.ASCII
)
"""What hosts look for in the text of a page, outside of code, once Markdown has been read."""
LINKS = [
    pytest.param("http://example.org/a_b", id="an address"),
    pytest.param("see (https://example.org/a?b=c&d=e).", id="an address in a sentence"),
    pytest.param("ftp://example.org", id="an address of files"),
    pytest.param("www.example.org", id="a host that begins with www"),
    pytest.param("example.org or officielebekendmakingen.nl/stcrt", id="a bare host"),
    pytest.param("mail someone@example.org", id="an e-mail address"),
    pytest.param("mailto:someone@example.org", id="an e-mail address with a scheme"),
    pytest.param("xmpp:someone@example.org/room", id="an address of chat"),
    pytest.param("@someone and @an-organisation/team", id="a mention"),
    pytest.param("#12, owner/repository#12, someone#12 and GH-12", id="an issue"),
    pytest.param("!12 and group/project!12", id="a merge request"),
    pytest.param("ABC-1234", id="a paper of another tracker"),
    pytest.param("a5c3785ed8d6a35868bc169f07e40e889087fd2e", id="a commit"),
    pytest.param("a5c3785 or 9ba12248...b19a04f5", id="a commit in short, and a range"),
    pytest.param("someone@a5c3785, owner/repository@a5c3785", id="a commit of another project"),
    pytest.param('$12 &12 group&12 %12 %"1.0" ~bug ~"two words"', id="snippets, epics, milestones and labels"),
    pytest.param('[vulnerability:12] [work_item:12] *iteration:"a"', id="other references"),
    pytest.param("{+ in +} {- out -} [+ in +]", id="insertions and deletions"),
    pytest.param(":tada: :+1:", id="emoji"),
    pytest.param("it costs $x$ or $`x`$ or $$x$$", id="formulas"),
]
MARKS = [
    pytest.param("<img src=x> <!-- a --> a < b > c", id="HTML"),
    pytest.param("&amp; &#39; R&D & so on", id="entities"),
    pytest.param("*a* _b_ **c** `d` ~~e~~ [f](g) ![h](i) [^1] [[j]]", id="marks inside a line"),
    pytest.param("a | b \\| c \\", id="bars and backslashes"),
    pytest.param("# heading", id="a heading"),
    pytest.param("> quotation", id="a quotation"),
    pytest.param("- a", id="a list"),
    pytest.param("+ a", id="another list"),
    pytest.param("1. a", id="a numbered list"),
    pytest.param("2) a", id="another numbered list"),
    pytest.param("---", id="a line"),
    pytest.param("- [ ] a", id="a task"),
    pytest.param("'quoted' and \"quoted\"", id="quotation marks"),
]
PLACES = ("{}", "- {}", "| {} | b |\n| --- | --- |\n| {} | d |", "**{}**")
"""A paragraph, an item, cells, bold type."""
TEXTS = st.text(alphabet=st.sampled_from("ab1 .,:;/@#!$%&~^*_`|\\<>[](){}+-='\"wé\n"), max_size=25).filter(str.strip)


def shown(html: str) -> str:
    """What a reader sees of it, with its white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def scanned(html: str) -> str:
    """The text in which a host looks for references: that which stands in no code, cut at each tag."""
    return unescape(re.sub(r"<[^>]*>", "\0", re.sub(r"<code>.*?</code>", "\0", html)))


@pytest.mark.parametrize("text", [*LINKS, *MARKS])
@pytest.mark.parametrize("place", PLACES)
def test_text_is_shown_as_it_was_written_and_links_nowhere(text, place):
    html = GFM.render(place.replace("{}", escape_gfm(text)))

    assert shown(html) == shown(GFM.render(place.replace("{}", "x"))).replace("x", " ".join(text.split()))
    assert ("<a " in html, REFERENCES.search(scanned(html))) == (False, None)


@pytest.mark.parametrize("text", LINKS)
def test_the_same_text_unescaped_would_become_a_link_or_a_reference(text):
    html = GFM.render(text)

    assert "<a " in html or REFERENCES.search(scanned(html)) or "ABC-" in html or "$" in html


@given(TEXTS)
@example("1\\.")
def test_no_text_is_read_as_markdown_or_becomes_a_link(text):
    html = GFM.render(f"- {escape_gfm(text)}")

    assert shown(html) == " ".join(text.split())
    assert "<a " not in html


@given(TEXTS)
def test_no_text_breaks_a_table(text):
    cell = escape_gfm(text)
    html = GFM.render(f"| a | b |\n| --- | --- |\n| {cell} | end |")

    assert re.findall(r"<td>(.*?)</td>", html)[1:] == ["end"]
    assert shown(re.findall(r"<td>(.*?)</td>", html, re.DOTALL)[0]) == " ".join(text.split())


@pytest.mark.parametrize("text", [*LINKS, *MARKS])
def test_text_in_a_folded_summary_is_shown_as_it_was_written_and_links_nowhere(text):
    html = GFM.render(f"<details><summary>{escape_gfm_html(text)}</summary>\n\nx\n\n</details>")
    summary = html.partition("</summary>")[0]

    assert shown(summary) == " ".join(text.split())
    assert ("<a " in html, REFERENCES.search(scanned(summary))) == (False, None)


@pytest.mark.parametrize("text", ["Drones in 3 regio's: 1.094 (93%)", "€ 480 miljoen, medio 2021", "R&D"])
def test_ordinary_sentences_stay_as_they_are(text):
    assert (escape_gfm(text), escape_gfm_html(text).replace("&amp;", "&")) == (text, text)


def test_escaped_text_is_one_line():
    assert escape_gfm("a\r\n b\t*c*") == "a b \\*c\\*"


@pytest.mark.parametrize("text", MARKS)
def test_text_in_a_page_is_shown_as_it_was_written(text):
    """Inside a line: pages put no text of others where a list or a heading could begin."""
    html = markdown(f"x {escape_markdown(text)}", extensions=["tables"])

    assert shown(html) == f"x {text}"


@pytest.mark.parametrize("text", ["=1+1", "+31 days", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "-1.2.3", "-٣"])
def test_a_cell_that_begins_like_a_formula_begins_with_an_apostrophe(text):
    assert escape_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-3", "-4.20", "3", "2022-05-01", "a=b", "−31 days", "'quoted'"])
def test_other_cells_stay_as_they_are(text):
    assert escape_cell(text) == text
