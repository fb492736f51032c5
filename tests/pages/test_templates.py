"""Templates print, and nothing else: each uses only the fields of its view, and every field is used by one."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from jinja2 import meta

from generator.archive.yaml_loader import read_yaml
from generator.charts.build import Chart
from generator.model.locale import Locale
from generator.pages.figures.drawings import Drawn
from generator.pages.jinja import Renderer
from generator.pages.templates import TEMPLATES
from generator.pages.urls import FixedPage
from generator.pages.views.lists import Note
from generator.pages.views.parts import Chip
from tests.support.small import ROOT
from tests.support.template_types import Findings, Reader

FOLDER = ROOT / "templates" / "pages"
GIVEN = {"notes", "view", "say", "link", "site", "glossed", "draw", "html", "pages"}


def findings(view: type, folder: Path = FOLDER, template: str | None = None) -> Findings:
    reader = Reader(folder, {"draw": Drawn, "notes": tuple[Note, ...]})
    return reader.read(template or TEMPLATES[view], view=view, pages=FixedPage)


@pytest.mark.parametrize("view", TEMPLATES, ids=lambda view: TEMPLATES[view])
def test_a_template_uses_only_the_fields_of_its_view(view):
    assert findings(view).wrong == []


def test_every_template_prints_one_view():
    files = {path.name for path in FOLDER.iterdir()} - {"macros.j2"}

    assert sorted(TEMPLATES.values()) == sorted(files)


@pytest.mark.parametrize("template", ["macros.j2", *TEMPLATES.values()])
def test_a_template_names_nothing_but_what_it_is_given(template):
    parsed = Renderer(FOLDER, Locale("en", {})).environment.parse((FOLDER / template).read_text("utf-8"))

    assert meta.find_undeclared_variables(parsed) <= GIVEN


def test_every_field_of_a_view_is_printed_by_a_template():
    used = {pair for view in TEMPLATES for pair in findings(view).used}
    declared = {(owner, f.name) for owner in reachable() for f in fields(owner)}

    assert {(owner.__name__, name) for owner, name in declared - used} == set()


def reachable() -> set[type]:
    """The dataclasses of views, from those of templates inwards, but for charts and citations."""
    found: set[type] = set()
    waiting: list[Any] = list(TEMPLATES)
    while waiting:
        annotation = waiting.pop()
        waiting += get_args(annotation)
        if is_dataclass(annotation) and annotation not in (*found, Chart, Chip):
            found.add(annotation)
            waiting += get_type_hints(annotation).values()
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_phrase_that_a_template_names_is_written(language):
    written: Any = read_yaml((ROOT / f"data/words/{language}.yaml").read_text("utf-8"), language).value
    named = {phrase for view in TEMPLATES for phrase in findings(view).phrases}

    assert [phrase for phrase in sorted(named) if _at(written, phrase) is None] == []


def _at(written: Any, phrase: str) -> Any:
    for part in phrase.split("."):
        written = written.get(part) if isinstance(written, dict) else None
    return written


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("{{ view.titel }}", "line 1 takes titel of SearchView", id="a field that there is not"),
        pytest.param("{{ view.title.upper() }}", "line 1 calls upper", id="a method"),
        pytest.param("{{ view.title | length }}", "line 1 filters by length", id="a filter that works something out"),
        pytest.param("{% if view.title == 'a' %}{% endif %}", "line 1 does Compare", id="a comparison"),
        pytest.param("{{ link('a/' ~ view.title) }}", "line 1 does Concat", id="a path that is glued together"),
        pytest.param("{{ say('nav.' ~ view.title) }}", "line 1 does Concat", id="a phrase that is glued together"),
        pytest.param("{{ say(view.title) }}", "line 1 makes the name of a phrase", id="a phrase by a value"),
        pytest.param("{{ edition }}", "line 1 names edition", id="a name that it is not given"),
        pytest.param("{{ pages.NOWHERE }}", "line 1 takes NOWHERE of FixedPage", id="a page that there is not"),
        pytest.param("{% for x in view.title %}{% endfor %}", "line 1 goes through str", id="a loop over text"),
        pytest.param("{{ link(view.now) }}", "line 1 takes now of SearchView", id="a field of another view"),
        pytest.param("{{ view.title[0] }}", "line 1 does Getitem", id="a place in a list"),
    ],
)
def test_a_template_that_does_more_than_print_is_found(tmp_path, text, wrong):
    search = next(view for view in TEMPLATES if TEMPLATES[view] == "search.md.j2")
    (tmp_path / "macros.j2").write_text("", "utf-8")
    (tmp_path / "search.md.j2").write_text(text, "utf-8")

    assert wrong in findings(search, tmp_path).wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("{{ glossed(view.unmeasurable) }}", ["line 1 gives glossed [str | None]"], id="not asked for"),
        pytest.param("{% if view.unmeasurable %}{{ glossed(view.unmeasurable) }}{% endif %}", [], id="asked for"),
        pytest.param(
            "{% if view.title %}{% else %}{{ glossed(view.unmeasurable) }}{% endif %}",
            ["line 1 gives glossed [str | None]"],
            id="asked for something else",
        ),
    ],
)
def test_what_may_be_missing_is_asked_for_before_it_is_used(tmp_path, text, wrong):
    milestone = next(view for view in TEMPLATES if TEMPLATES[view] == "milestone.md.j2")
    (tmp_path / "macros.j2").write_text("", "utf-8")
    (tmp_path / "milestone.md.j2").write_text(text, "utf-8")

    assert findings(milestone, tmp_path).wrong == wrong
