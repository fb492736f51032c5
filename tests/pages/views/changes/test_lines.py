"""Changes as lines for a list: which get one, what each says, where each leads, in both languages."""

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given

from generator.archive.yaml_loader import read_yaml
from generator.diagnostics.diagnostic import InvalidData
from generator.editions.diff import Change, changes_between
from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.model.locale import Locale
from generator.pages.urls import paths_of
from generator.pages.views.changes.lines import ChangeGroup, ChangeLine, change_groups
from tests.support.described import LETTERS, TEXT, archive_of, named, report
from tests.support.invented import archives, continued_archives
from tests.support.small import ROOT

SOURCES = [*LETTERS, {"id": "third", "kind": "letter", "published": "2026-06-11", "passages": "1"}]


def phrases(language: str) -> Any:
    return read_yaml((ROOT / f"data/words/{language}.yaml").read_text("utf-8"), language).value


WORDS = {language: Locale(language, phrases(language)) for language in ("nl", "en")}
"""As they stand in data/words/: what is tested is that nothing is missing, not how it is put."""


def bridge(*reports: dict[str, str], id: str = "bridge", **more: Any) -> dict[str, Any]:
    return {"id": id, "title": {"nl": "Brug", "en": "Bridge"}, "reports": list(reports), **more}


def statement(id: str, source: str) -> dict[str, Any]:
    text = {"nl": "De tunnel is open.", "en": "The tunnel is open."}
    return {"id": id, "when": "2020", "kind": "result", "text": text, "cites": [f"{source}#p-1"]}


def value(source: str, number: str, period: str = "2019", **more: Any) -> dict[str, Any]:
    return {"cites": f"{source}#p-1", "period": period, "value": number, "note": TEXT, **more}


def posts(*observations: dict[str, Any], **more: Any) -> dict[str, Any]:
    record = {"id": "posts", "title": {"nl": "Posten", "en": "Posts"}, "unit": "posts", "definition": TEXT}
    return {**record, "observations": list(observations), **more}


def editions(described: dict[str, Any], **more: Any) -> tuple[Edition, ...]:
    return Editions(archive_of({"sources": SOURCES, "themes": described, **more}))


def lines(earlier: Edition | None, later: Edition, language: str = "en") -> list[ChangeLine]:
    """All lines but those of the sources, which every new edition has."""
    groups = change_groups(changes_between(earlier, later), later, WORDS[language])
    return [line for group in groups for line in group.lines if line.subject != "source"]


def kinds(told: list[ChangeLine]) -> list[str]:
    return [line.kind for line in told if line.subject == "milestone"]


@pytest.mark.parametrize(
    ("reports", "second", "third"),
    [
        pytest.param([report("second", "announced")], ["new"], ["silent"], id="what is new, and then silent"),
        pytest.param(
            [report("first", "announced"), report("second", "stalled")],
            ["reported"],
            ["silent"],
            id="what a source only speaks of again",
        ),
        pytest.param(
            [report("first", "announced", due="2026"), report("second", "stalled", due="2027")],
            ["moved"],
            [],
            id="a move says that a source spoke of it again",
        ),
        pytest.param([report("first", "announced"), report("second", "done")], ["done"], [], id="so does its end"),
        pytest.param([report("first", "announced"), report("second", "dropped")], ["dropped"], [], id="or its drop"),
        pytest.param(
            [report("first", "done"), report("second", "stalled")],
            ["reopened"],
            ["silent"],
            id="so does that it is open again",
        ),
        pytest.param(
            [report("first", "announced"), report("third", "stalled")],
            ["silent"],
            ["back"],
            id="so does a return from silence",
        ),
        pytest.param(
            [report("first", "announced", due="2022"), report("third", "stalled", due="2027")],
            ["overdue", "silent"],
            ["moved", "reopened", "back"],
            id="a move and a return are two things",
        ),
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "stalled"), report("third", "stalled")],
            ["reported", "overdue"],
            ["reported"],
            id="that a day passed does not say that a source spoke",
        ),
        pytest.param(
            [report("second", "announced", due="2026", recalled="true"), report("second", "stalled", due="2027")],
            ["new", "moved"],
            [],
            id="what is new with a move that its source recalls",
        ),
        pytest.param(
            [report("second", "announced", due="2027"), report("second", "stalled")],
            ["new"],
            [],
            id="what is new is not mentioned again by the same source",
        ),
    ],
)
def test_a_change_has_a_line_unless_another_line_says_it(reports, second, third):
    read = [statement(f"read-{source}", source) for source in ("second", "third")]
    known = editions({"bridges": {"milestones": [bridge(*reports)]}, "tunnels": {"statements": read}})
    told = [kinds(lines(*pair)) for pair in pairwise(known)]

    assert told == [second, third]


def test_over_two_letters_a_move_is_told_and_not_that_a_later_letter_speaks_of_it():
    spoken = [report("first", "announced", due="2026"), report("second", "stalled", due="2027")]
    first, _, third = editions({"bridges": {"milestones": [bridge(*spoken, report("third", "stalled"))]}})

    assert kinds(lines(first, third)) == ["moved"]


def test_a_line_says_that_a_theme_is_new():
    opened, dug = statement("opened", "first"), statement("dug", "second")
    first, second, _ = editions({"bridges": {"statements": [opened]}, "tunnels": {"statements": [dug]}})
    told = [(line.kind, line.path) for line in lines(first, second) if line.subject == "theme"]

    assert told == [("new", "themes/tunnels/")]


EVERYTHING = {
    "bridges": {
        "standings": [{"cites": ["second#p-1"], "summary": {"nl": "Er ligt een brug", "en": "A bridge"}, "text": TEXT}],
        "statements": [statement("dug", "second")],
        "indicators": [posts(value("first", "3"), value("second", "1234.50"))],
        "milestones": [bridge(report("first", "announced", due="mid-2024"), report("second", "stalled", due="2027"))],
    }
}
BESIDES = {
    "tensions": [
        {"id": "colour", "themes": ["bridges"], "text": named("Red or blue"), "cites": ["first#p-1", "second#p-1"]}
    ],
    "terms": [{"id": "span", "term": {"nl": "Overspanning", "en": "Span"}, "text": TEXT, "cites": ["second#p-1"]}],
}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        pytest.param(
            "nl",
            [
                ("tension", "tension", "Red or blue", "tensions/#colour", "", "", ""),
                ("milestone", "moved", "Brug", "milestones/bridge/", "medio 2024", "2027", "+1.217 dagen"),
                ("indicator", "restated", "Posten, 2019", "themes/bridges/#posts", "3", "1.234,50", ""),
                ("standing", "standing", "Er ligt een brug", "themes/bridges/#standing", "", "", ""),
                ("statement", "new", "De tunnel is open.", "themes/bridges/#dug", "", "", ""),
                ("term", "new", "Overspanning", "glossary/#span", "", "", ""),
            ],
            id="in Dutch",
        ),
        pytest.param(
            "en",
            [
                ("tension", "tension", "Red or blue", "tensions/#colour", "", "", ""),
                ("milestone", "moved", "Bridge", "milestones/bridge/", "mid-2024", "2027", "+1,217 days"),
                ("indicator", "restated", "Posts, 2019", "themes/bridges/#posts", "3", "1,234.50", ""),
                ("standing", "standing", "A bridge", "themes/bridges/#standing", "", "", ""),
                ("statement", "new", "The tunnel is open.", "themes/bridges/#dug", "", "", ""),
                ("term", "new", "Span", "glossary/#span", "", "", ""),
            ],
            id="in English",
        ),
    ],
)
def test_a_line_says_what_where_from_and_to_in_each_language(language, told):
    first, second, _ = editions(EVERYTHING, **BESIDES)
    shown = [
        (line.subject, line.kind, line.label, line.path, line.before, line.after, line.slip)
        for line in lines(first, second, language)
    ]

    assert shown == told


def test_changes_stand_by_theme_and_those_of_none_come_last():
    themes = {
        id: {"statements": [statement(f"{id}-open", "second")], "title": named(id.title())}
        for id in ("tunnels", "arches")
    }
    first, second, _ = editions(themes, terms=BESIDES["terms"])
    groups = change_groups(changes_between(first, second), second, WORDS["en"])

    assert [(group.theme, group.title, {line.subject for line in group.lines} - {"theme"}) for group in groups] == [
        ("tunnels", "Tunnels", {"statement"}),
        ("arches", "Arches", {"statement"}),
        (None, "", {"source", "term"}),
    ]


def test_values_of_a_breakdown_are_told_apart():
    vessels = {"id": "vessel", "title": TEXT, "values": [
        {"id": "ferry", "title": {"nl": "Veer", "en": "Ferry"}},
        {"id": "tug", "title": {"nl": "Sleper", "en": "Tug"}}]}  # fmt: skip
    told = [value("second", "3", of={"vessel": vessel}) for vessel in ("ferry", "tug")]
    first, second, _ = editions({"bridges": {"indicators": [posts(*told, breakdown=["vessel"])]}}, categories=[vessels])
    labels = [line.label for line in lines(first, second) if line.subject == "indicator"]

    assert len(set(labels)) == 2


def all_pairs(known: tuple[Edition, ...]) -> list[tuple[Edition | None, Edition]]:
    """Every edition with nothing, and with each earlier one."""
    return [*((None, edition) for edition in known), *combinations(known, 2)]


def without_phrase(changes: tuple[Change, ...]) -> set[str]:
    """What data/words/ would need for these changes, and does not have."""
    keys = {f"changes.kind.{change.subject}.{change.kind.value}" for change in changes}
    keys |= {f"change.{change.subject}.{change.kind.value}" for change in changes}
    return {f"{language}: {key}" for language in WORDS for key in keys if not has(WORDS[language], key)}


def has(words: Locale, key: str) -> bool:
    try:
        return bool(words.say(key, n=2))
    except InvalidData:
        return False


def faults(groups: tuple[ChangeGroup, ...], edition: Edition) -> list[object]:
    """The lines without words or that lead to a page that is not there."""
    paths = set(paths_of(edition))
    told = [line for group in groups for line in group.lines]
    return [line for line in told if not line.label or line.path.partition("#")[0] not in paths]


def check_words_and_places(known: tuple[Edition, ...]) -> None:
    for earlier, later in all_pairs(known):
        changes = changes_between(earlier, later)

        assert without_phrase(changes) == set()
        assert [faults(change_groups(changes, later, words), later) for words in WORDS.values()] == [[], []]


def test_every_change_of_this_atlas_has_words_and_a_place_in_both_languages(workspace):
    check_words_and_places(workspace.editions)


@given(archives())
def test_every_change_of_any_archive_has_words_and_a_place_in_both_languages(archive):
    check_words_and_places(Editions(archive))


@given(continued_archives())
def test_so_has_what_became_of_what(archive):
    check_words_and_places(Editions(archive))


@given(continued_archives())
def test_whatever_changed_leaves_a_line(archive):
    for earlier, later in all_pairs(Editions(archive)):
        changes = changes_between(earlier, later)
        told = {line.path for line in lines(earlier, later)}
        milestones = {f"milestones/{change.id}/" for change in changes if change.subject == "milestone"}

        assert milestones <= told


def test_no_two_lines_of_this_atlas_read_the_same(workspace):
    for earlier, later in all_pairs(workspace.editions):
        told = [
            (line.subject, line.kind, line.label, line.path, line.before, line.after)
            for line in lines(earlier, later, "nl")
        ]

        assert sorted({line for line in told if told.count(line) > 1}) == []
