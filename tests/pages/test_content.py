"""Pages that people write: values of the edition are filled in, and what cannot be is named with its line."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import InvalidData
from generator.pages.content import CoverageView, content_page, content_problems, content_view, planned_content
from generator.pages.context import PageContext
from generator.pages.page import Page
from generator.pages.render import Planned
from generator.pages.views.parts import Link
from generator.pages.workspace import open_workspace
from tests.support.small import ROOT
from tests.support.views import small_context


def written(folder: Path, text: str, latest: bool = False) -> PageContext:
    """The newest edition of a project in which the page on data has this text."""
    file = folder / "content" / "en" / "data.md"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    (folder / "templates").symlink_to(small_context().volume.root / "templates")
    context = small_context()
    address = replace(context.volume.address, latest=latest)
    return replace(context, volume=replace(context.volume, root=folder, address=address))


def as_planned(context: PageContext, name: str) -> tuple[Planned, Page]:
    """A page of `content/` as planned, and as printed."""
    plan = planned_content(context, name)
    return plan, content_page(plan, context)


@pytest.mark.parametrize(
    ("text", "latest", "filled"),
    [
        pytest.param("{{ view.edition }}", False, "20 June 2023", id="the day of the edition"),
        pytest.param("{{ view.licence | md }}", False, "CC BY 4.0", id="the licence"),
        pytest.param(
            "{{ data('atlas.json') }}", False, "../../../../data/2023-06-20/atlas.json", id="a file of this edition"
        ),
        pytest.param("{{ data('atlas.json') }}", True, "../../data/latest/atlas.json", id="a file of the newest"),
        pytest.param("{{ site('data/editions.json') }}", True, "../../data/editions.json", id="a file of the site"),
        pytest.param("{{ link('silence/') }}", False, "../silence/", id="a page"),
        pytest.param("{{ say('rule.done') }}", False, "[rule.done]", id="a phrase"),
    ],
)
def test_values_of_the_edition_are_filled_in(tmp_path, text, latest, filled):
    plan, page = as_planned(written(tmp_path, f"# Data\n\n{text}", latest), "data")

    assert (page.title, page.markdown.splitlines()[2]) == ("Data", filled)
    assert [(entry.path, entry.kind, entry.title) for entry in plan.search] == [("data/", "page", "Data")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("# Data\n\n{{ view.nothing }}", 1, id="a value that there is not"),
        pytest.param("# Data\n\n{% if %}", 3, id="a template that is none"),
    ],
)
def test_what_cannot_be_filled_in_is_named_with_its_file(tmp_path, text, line):
    with pytest.raises(InvalidData) as refused:
        as_planned(written(tmp_path, text), "data")

    assert f"content/en/data.md:{line}:1: the values of this page cannot be filled in" in str(refused.value)


def test_a_page_that_is_missing_is_named(tmp_path):
    with pytest.raises(InvalidData) as refused:
        as_planned(written(tmp_path, "# Data"), "method")

    assert "content/en/method.md:1:1: the file is missing" in str(refused.value)


def test_the_view_of_content_counts_what_was_read_and_checked():
    view = content_view(small_context())

    assert (view.edition, view.licence, view.checked, view.computed, view.is_one_computed) == (
        "20 June 2023", "CC BY 4.0", "68", "1", True,
    )  # fmt: skip
    assert view.coverage[1] == CoverageView(
        Link("sources/verslag-2022/", "[source_kind.annual-report] February 2023"), 7, 7, 9, 9
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{{ say.__globals__ }}", id="the program"),
        pytest.param("{{ ''.__class__.__mro__ }}", id="what a text is made of"),
        pytest.param("{{ 1 / 0 }}", id="a division"),
        pytest.param("{{ view.coverage[99].accounted }}", id="a source that there is not"),
        pytest.param("{{ link(1) }}", id="a link to a number"),
    ],
)
def test_what_an_editor_writes_in_braces_reaches_values_only(tmp_path, text):
    with pytest.raises(InvalidData, match=r"content/en/data\.md:\d+:1: the values of this page cannot be filled in"):
        as_planned(written(tmp_path, f"# Data\n\n{text}"), "data")


def test_a_check_makes_the_pages_that_people_write(small_root):
    (small_root / "content").unlink()
    shutil.copytree(ROOT / "content", small_root / "content")
    (small_root / "content" / "nl" / "data.md").write_text("# Data\n\n{{ view.nothing }}\n", "utf-8")
    told = [str(diagnostic.location) for diagnostic in content_problems(open_workspace(small_root))]

    assert told == ["content/nl/data.md:1:1"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{{ 'x' * 10**10 }}", id="a text as long as a disk"),
        pytest.param("{{ 9 ** 9 ** 9 ** 99 }}", id="a number as long as a life"),
        pytest.param("{{ 'x'.center(10000000000) }}", id="a wide text"),
        pytest.param("{{ '%10000000000d' % 1 }}", id="a wide number"),
        pytest.param("{{ 'x' | center(10000000000) }}", id="a wide text by a filter"),
        pytest.param("{{ lipsum(n=1000000000) }}", id="words of the template language"),
        pytest.param("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", id="counting"),
        pytest.param(
            "{% for a in view.coverage %}" * 3 + "x" + "{% endfor %}" * 3, id="a list within a list within a list"
        ),
        pytest.param("{% for a in view.coverage recursive %}{{ loop(view) }}{% endfor %}", id="a loop in itself"),
        pytest.param("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", id="a macro that calls itself"),
        pytest.param("{% include 'page.html' %}", id="another template"),
        pytest.param("{% set a = view %}{{ a.edition }}", id="a name of its own"),
        pytest.param("{{ " + "( " * 600 + "1" + " )" * 600 + " }}", id="brackets within brackets"),
    ],
)
def test_what_an_editor_writes_in_braces_is_no_program(tmp_path, text):
    """Each was seen to run for ever, to end in a traceback, or to do what nobody needs."""
    with pytest.raises(InvalidData, match=r"content/en/data\.md:\d+:1: the values of this page cannot be filled in"):
        as_planned(written(tmp_path, f"# Data\n\n{text}"), "data")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        pytest.param("\n\nword word" * 6_000, 1, "the page has 66,006 characters; at most 50,000", id="a long page"),
        pytest.param("\n\nA text.\n\n" + "a " * 1_600, 5, "3,200 characters stand here", id="a long block"),
        pytest.param("\n\n" + "[ " * 300, 3, "300 opening brackets stand here", id="links that do not end"),
        pytest.param("\n\nA\n\n" + "<a " * 300, 5, "300 opening brackets stand here", id="tags that do not end"),
        pytest.param("\n\n" + "_a" * 160, 3, "more than 300 characters stand here without", id="a word that is none"),
        pytest.param("\n\n" + "1. " * 900, 3, "this is nested more than 10 deep", id="lists on one line"),
        pytest.param("\n\n" + "> - " * 6 + "x", 3, "this is nested more than 10 deep", id="lists in quotations"),
        pytest.param("\n\n- a\n\n" + " " * 44 + "- b", 5, "this is nested more than 10 deep", id="a deep list"),
    ],
)
def test_more_than_markdown_reads_in_time_is_refused_with_its_line(tmp_path, text, line, what):
    with pytest.raises(InvalidData) as refused:
        as_planned(written(tmp_path, f"# Data{text}"), "data")

    assert f"content/en/data.md:{line}:1: {what}" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a " * 1_450, id="a long block"),
        pytest.param("\n".join("- " * n + "x" for n in range(1, 11)), id="ten lists within each other"),
        pytest.param("\n\n".join(["[a](b) " * 100] * 5), id="many links"),
        pytest.param("```\n" + "print ( 1 )\n" * 100 + "```", id="a piece of code"),
        pytest.param("{% for c in view.coverage %}{{ c.numbers }}{% for d in view.coverage %}.{% endfor %}{% endfor %}",
                     id="a list within a list"),
    ],
)  # fmt: skip
def test_what_people_write_is_read(tmp_path, text):
    as_planned(written(tmp_path, f"# Data\n\n{text}"), "data")


def test_what_values_make_too_long_is_refused(tmp_path):
    many = "{% for a in view.coverage %}{% for b in view.coverage %}" + "[ " * 190 + "{% endfor %}{% endfor %}"
    with pytest.raises(InvalidData, match=r"data\.md:1:1: 1,710 opening brackets stand here"):
        as_planned(written(tmp_path, f"# Data\n\n{many}"), "data")


@pytest.mark.parametrize(
    ("text", "place", "sign"),
    [
        pytest.param("a\n\nb \u202e c", "5:3", "U+202E", id="letters in the other direction"),
        pytest.param("\x1b[31m", "3:1", "U+001B", id="an order to a terminal"),
        pytest.param("na\0ught", "3:3", "U+0000", id="nothing"),
    ],
)
def test_a_sign_that_nobody_sees_is_refused_where_it_stands(tmp_path, text, place, sign):
    with pytest.raises(InvalidData) as refused:
        as_planned(written(tmp_path, f"# Data\n\n{text}"), "data")

    assert f"content/en/data.md:{place}: the character {sign} is not allowed" in str(refused.value)
