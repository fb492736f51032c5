"""The sheet of the site keeps what can match something on a page, in order, and nothing else."""

import pytest

from generator.diagnostics import InvalidData
from generator.publish.style.markup_names import names_in
from generator.publish.style.stylesheet import purged

PAGE = '<html><body><main id="content"><p class="lead chip" hidden>a</p></main></body></html>'


def kept(sheet: str, page: str = PAGE, script: str = "", own: str = "") -> str:
    return purged({"a.css": sheet}, names_in([page], [script], [own]))


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        pytest.param("p{color:red}", "p{color:red}", id="an element that is there"),
        pytest.param("a{color:red}", "", id="one that is not"),
        pytest.param("P.lead #content{color:red}", "P.lead #content{color:red}", id="classes and ids that are"),
        pytest.param(".other p, p.other, #other{color:red}", "", id="those that are not"),
        pytest.param("a, p, b{color:red}", "p{color:red}", id="of a list, those that can match"),
        pytest.param("p > a + p{color:red}", "", id="each part must be there"),
        pytest.param("p:not(.other, a):hover::before{color:red}", "p:not(.other, a):hover::before{color:red}",
                     id="what must not be there need not"),
        pytest.param("p:is(.lead, .other){color:red}", "p:is(.lead, .other){color:red}", id="one of several"),
        pytest.param("p:where(.a, .b), main:has(a){color:red}", "", id="none of several"),
        pytest.param("p[hidden], p[title]{color:red}", "p[hidden]{color:red}", id="attributes"),
        pytest.param(":root, *, html, body, ::selection{color:red}", ":root,*,html,body,::selection{color:red}",
                     id="what every page has"),
        pytest.param("p{}  a{}", "", id="rules that say nothing"),
        pytest.param("/* a */ p /* b */ { color : red ; /* c */ }", "p{color:red}", id="comments and blanks"),
        pytest.param('p::after{content:"a  b"}', 'p::after{content:"a  b"}', id="blanks in a text"),
        pytest.param("p{color:red!important}", "p{color:red!important}", id="what is important"),
        pytest.param('@charset "UTF-8";p{color:red}', "p{color:red}", id="the encoding, which is that of the page"),
        pytest.param("@page{margin:1cm}", "@page{margin:1cm}", id="pages of paper"),
        pytest.param("@media print{p{color:red}a{color:red}}", "@media print{p{color:red}}", id="on paper"),
        pytest.param("@media (forced-colors:active){@supports (gap:1em){p{gap:1em}}}",
                     "@media (forced-colors:active){@supports (gap:1em){p{gap:1em}}}", id="groups in groups"),
        pytest.param("@media print{a{color:red}}", "", id="a group of nothing"),
        pytest.param("@media(prefers-color-scheme:dark){p{top:0}}", "@media (prefers-color-scheme:dark){p{top:0}}",
                     id="in the dark"),
    ],
)  # fmt: skip
def test_a_rule_stays_where_what_it_selects_occurs(sheet: str, left: str) -> None:
    assert kept(sheet) == left


@pytest.mark.parametrize("word", ["tag", ".tag", "#tag", "[tag]"])
def test_what_a_script_puts_on_a_page_stays(word: str) -> None:
    assert kept(f"{word}{{color:red}}", script="make('tag')") == f"{word}{{color:red}}"


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        pytest.param(":root{--a:1;--b:2}p{top:var(--a)}", ":root{--a:1}p{top:var(--a)}", id="one that a rule uses"),
        pytest.param(":root{--a:var(--b);--b:var(--c);--c:1;--d:var(--a)}p{top:var(--a)}",
                     ":root{--a:var(--b);--b:var(--c);--c:1}p{top:var(--a)}", id="and what that one uses"),
        pytest.param(":root{--a:1}a{top:var(--a)}", "", id="not one that only a rule uses which goes"),
        pytest.param("p{--a:1}:root{--a:2}main{top:var(--a)}", "p{--a:1}:root{--a:2}main{top:var(--a)}",
                     id="in every place where it is set"),
    ],
)  # fmt: skip
def test_a_custom_property_stays_if_something_refers_to_it(sheet: str, left: str) -> None:
    assert kept(sheet) == left


def test_custom_properties_that_drawings_or_other_sheets_use_stay() -> None:
    sheet = ":root{--a:1;--b:2;--c:3}"

    assert kept(sheet, page='<p style="top:var(--a)">', own="i{top:var(--b)}") == ":root{--a:1;--b:2}"


def test_key_frames_stay_if_an_animation_has_their_name() -> None:
    frames = "@keyframes spin{to{rotate:1turn}}@keyframes fade{to{opacity:0}}"

    assert kept(f"{frames}p{{animation:spin 1s}}a{{animation:fade 1s}}") == (
        "@keyframes spin{to{rotate:1turn}}p{animation:spin 1s}"
    )


def test_of_the_palette_only_the_colours_that_occur_stay() -> None:
    sheet = "[data-md-color-primary=teal]{top:1px}[data-md-color-primary=red]{top:2px}[data-md-color-primary]{top:3px}"

    assert kept(sheet, page="<body data-md-color-primary=teal>") == (
        "[data-md-color-primary=teal]{top:1px}[data-md-color-primary]{top:3px}"
    )


def test_sheets_follow_each_other_in_order() -> None:
    assert purged({"b.css": "p{top:1px}", "a.css": "p{top:2px}"}, names_in([PAGE])) == "p{top:1px}p{top:2px}"


def test_what_is_no_css_is_refused_at_its_place() -> None:
    with pytest.raises(InvalidData) as refused:
        kept("p{color:red}\n\n  p color:red")

    assert str(refused.value).startswith("a.css:3:")
    assert "this is not CSS" in str(refused.value)
