"""A chart differs by what it shows in either language; it is drawn only then."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.authoring import changed_charts as module
from generator.authoring.changed_charts import changed_charts, charts_page
from generator.pages.workspace import Workspace, open_to_compare
from tests.support.small import SITE, SMALL, Files, lay_out_project

MILESTONES = "data/themes/locks/milestones.yaml"
INDICATORS = "data/themes/locks/indicators.yaml"


def written(file: str, before: str, after: str) -> Files:
    text = (SMALL / file).read_text("utf-8")
    assert before in text
    return {file: text.replace(before, after, 1)}


@pytest.fixture
def both(tmp_path: Path) -> Callable[[Files], tuple[Workspace, Workspace]]:
    """The small archive as it stands, and overlaid with some files."""

    def opened(files: Files) -> tuple[Workspace, Workspace]:
        folders = [tmp_path / "old", tmp_path / "new"]
        for folder in folders:
            folder.mkdir()
        old, new = lay_out_project(folders[0]), lay_out_project(folders[1], files)
        return open_to_compare(old, SITE), open_to_compare(new, SITE)

    return opened


def told(workspaces: tuple[Workspace, Workspace]) -> list[tuple[str, str]]:
    return [(chart.key, chart.language) for chart in changed_charts(*workspaces)]


def test_nothing_differs_from_itself(both):
    assert told(both({})) == []


def test_a_title_that_changes_in_dutch_alone_changes_the_charts_in_dutch(both):
    workspaces = both(written(MILESTONES, 'nl: "Vernieuwing van de sluis bij Oosterdam"', 'nl: "Sluis Oosterdam"'))

    assert told(workspaces) == [
        ("lock-oosterdam-evolution", "nl"), ("locks-evolution", "nl"), ("locks-map", "nl"), ("moved-dates", "nl")
    ]  # fmt: skip


def test_a_value_changes_its_chart_in_every_language(both):
    assert told(both(written(INDICATORS, "value: 4.20", "value: 4"))) == [
        ("waiting-time", "nl"),
        ("waiting-time", "en"),
    ]


def test_a_chart_that_is_new_or_gone_has_no_other_side(both):
    renamed = written(INDICATORS, "id: waiting-time", "id: waiting")
    old, new = both({**renamed, **written("data/themes/locks/theme.yaml", "waiting-time", "waiting")})
    found = {(c.key, c.before is None, c.after is None) for c in changed_charts(old, new)}

    assert found == {("waiting", True, False), ("waiting-time", False, True)}


def test_only_what_differs_is_drawn_and_no_two_drawings_share_an_id(both, monkeypatch):
    drawn = []
    draw = module.drawing
    monkeypatch.setattr(module, "drawing", lambda plot, key, *rest: drawn.append(key) or draw(plot, key, *rest))
    old, new = both(written(INDICATORS, "value: 4.20", "value: 4"))
    html = charts_page(changed_charts(old, new), new)
    ids = re.findall(r' id="([^"]+)"', html)

    assert drawn == [f"waiting-time-{language}-{when}" for language in ("nl", "en") for when in ("before", "after")]
    assert len(set(ids)) == len(ids)
    assert re.findall(r"<h2>(.*?)</h2>", html) == ["waiting-time, nl", "waiting-time, en"]


def test_a_page_without_charts_says_so(both):
    _, new = both({})

    assert "<p>No chart changes.</p>" in charts_page([], new)
