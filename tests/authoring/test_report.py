"""The report of a pull request is Markdown of code hosts: it reads as it was written, and links nowhere."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.authoring.report import Report, editions_compared, report, with_pages_of
from generator.pages.workspace import open_to_compare
from tests.support.small import SITE, SMALL, Files, lay_out_project

STATEMENTS = "data/themes/locks/statements.yaml"
MILESTONES = "data/themes/locks/milestones.yaml"
HOSTILE = "Lock's @everyone at www.example.org, #12 <b>x</b> | a@example.org &amp; `c`"
GFM = MarkdownIt("gfm-like")


def written(file: str, *changes: tuple[str, str]) -> Files:
    text = (SMALL / file).read_text("utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    return {file: text}


@pytest.fixture
def reported(tmp_path: Path):
    """The report of the small archive overlaid with some files, against the small archive."""

    def made(files: Files) -> Report:
        (tmp_path / "old").mkdir()
        (tmp_path / "new").mkdir()
        old = open_to_compare(lay_out_project(tmp_path / "old"), SITE)
        new = open_to_compare(lay_out_project(tmp_path / "new", files), SITE)
        return report(with_pages_of(old, new, new.root), new)

    return made


def test_titles_that_change_in_dutch_alone_are_told_with_their_charts(reported):
    changed = written(
        MILESTONES,
        ('nl: "Vernieuwing van de sluis bij Oosterdam"', 'nl: "Sluis Oosterdam"'),
        ('nl: "Vernieuwing van de sluis bij Westhaven"', 'nl: "Sluis Westhaven"'),
    )
    markdown = reported(changed).markdown

    assert "2 records reworded (nl 2, en 0)" in markdown
    assert "4 charts changed" in markdown
    assert "- lock-oosterdam-evolution (nl)" in markdown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_people_wrote_is_shown_as_text_and_links_nowhere(reported, language):
    text = HOSTILE.replace("'", "''")
    markdown = reported(
        written(
            MILESTONES,
            (re.search(rf'{language}: "[^"]*"', (SMALL / MILESTONES).read_text("utf-8"))[0], f"{language}: '{text}'"),
        )
    ).markdown
    html = GFM.render(markdown)

    assert HOSTILE in unescape(re.sub(r"</?(?!b>)[a-z]+[^>]*>", "", html))
    assert ("<a " in html, "<b>x" in html) == (False, False)


def test_the_report_reads_well_as_plain_text_too(reported):
    markdown = reported(written(STATEMENTS, ('en: "', "en: \"The lock's keeper: "))).markdown

    assert "&#39;" not in markdown
    assert "The lock's keeper: " in markdown
    assert "<details><summary>statement 'two-locks-renewed'" in markdown


def test_editions_compared_link_nowhere(tmp_path):
    new = open_to_compare(
        lay_out_project(tmp_path, written(MILESTONES, ('en: "Renewal of the lock at Oosterdam"', f'en: "{HOSTILE}"'))),
        SITE,
    )
    html = GFM.render(editions_compared(new, "2021-03-10", "2023-06-20"))

    assert HOSTILE in unescape(re.sub(r"</?(?!b>)[a-z]+[^>]*>", "", html))
    assert ("<a " in html, "<b>x" in html) == (False, False)


def test_phrases_and_templates_are_those_of_today(tmp_path):
    """What differs between two states is what their data differ in."""
    workspace = open_to_compare(lay_out_project(tmp_path), SITE)
    other = replace(workspace, archive=replace(workspace.archive, words={}), root=tmp_path / "elsewhere")
    old = with_pages_of(other, workspace, workspace.root)

    assert (old.root, old.archive.words) == (workspace.root, workspace.archive.words)
