"""Templates filled in: text is escaped, HTML goes around Markdown, and what is missing is an error."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from generator.diagnostics.diagnostic import InvalidData
from generator.model.locale import Locale
from generator.pages.jinja import COMPILED, Renderer


def renderer(folder: Path, text: str = "") -> Renderer:
    (folder / "page.j2").write_text(text, "utf-8")
    return Renderer(folder, Locale("en", {"greeting": "Hello {name}"}))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("{{ value }}", "&lt;b&gt; *a* # | &amp;", id="HTML is escaped"),
        pytest.param("{{ value | md }}", r"&lt;b&gt; \*a\* \# \| &amp;", id="and Markdown where it would be read"),
        pytest.param("{{ say('greeting', name='X') }}", "Hello X", id="a phrase"),
        pytest.param("{{ link('a/') }}", "../a/", id="a link"),
    ],
)
def test_what_is_printed_is_read_as_text(tmp_path, text, printed):
    rendered = renderer(tmp_path, text).page("page.j2", lambda path: f"../{path}", value="<b> *a* # | &")

    assert (rendered.markdown, rendered.blocks) == (printed, {})


def test_html_stands_in_markdown_as_a_placeholder_of_its_own(tmp_path):
    text = "# A\n{% call html() %}<p>{{ value }}</p>{% endcall %}\n{% call html() %}<hr>{% endcall %}"
    rendered = renderer(tmp_path, text).page("page.j2", str, value="&")

    assert rendered.markdown == "# A\n\n\n<!-- block 0 -->\n\n\n\n<!-- block 1 -->\n\n"
    assert rendered.blocks == {"<!-- block 0 -->": "<p>&amp;</p>", "<!-- block 1 -->": "<hr>"}


def test_a_name_that_is_not_given_is_an_error(tmp_path):
    with pytest.raises(UndefinedError):
        renderer(tmp_path, "{{ view.nothing }}").page("page.j2", str, view=object())


def test_in_a_page_that_people_write_it_is_reported_with_file_and_line(tmp_path):
    with pytest.raises(InvalidData) as refused:
        renderer(tmp_path).content("A\n\n{{ 1 + }}", "content/en/data.md", str)

    assert "content/en/data.md:3:1: the values of this page cannot be filled in" in str(refused.value)


def test_templates_are_compiled_once_for_all_that_share_them_and_apart_where_only_their_name_is_the_same(
    tmp_path, monkeypatch
):
    compiled, dump = [], COMPILED.dump_bytecode
    monkeypatch.setattr(COMPILED, "dump_bytecode", lambda bucket: (compiled.append(bucket.key), dump(bucket)))
    own, other, linked = tmp_path / "own", tmp_path / "other", tmp_path / "linked"
    for folder in (own, other):
        folder.mkdir()
        renderer(folder, folder.name)
    linked.symlink_to(own, target_is_directory=True)
    printed = [
        Renderer(folder, Locale("en", {})).page("page.j2", str).markdown for folder in (own, other, linked, own, other)
    ]

    assert printed == ["own", "other", "own", "own", "other"]
    assert len(compiled) == 2
