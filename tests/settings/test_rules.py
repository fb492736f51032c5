"""Every setting of mkdocs.yml that cannot be honoured is refused at its place, with what to do instead, all at once."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import InvalidData
from generator.settings import read_site
from tests.support.small import CASES, SMALL

WRITTEN = (SMALL / "mkdocs.yml").read_text("utf-8")
REFUSED = yaml.safe_load((CASES / "mkdocs_refused.yaml").read_text("utf-8"))


def with_lines(case: dict[str, Any]) -> str:
    """The settings of the small archive with the lines of a case."""
    text = WRITTEN
    if "old" in case:
        assert text.count(case["old"]) == 1
        text = text.replace(case["old"], case["new"])
    if "theme" in case:
        text = text.replace("  font: false\n", f"  font: false\n  {case['theme']}\n")
    return text + (f"{case['add']}\n" if "add" in case else "")


def refusal(text: str, folder: Path) -> InvalidData:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    with pytest.raises(InvalidData) as refused:
        read_site(folder)
    return refused.value


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["why"])
def test_a_setting_that_cannot_be_honoured_is_refused_by_name(case: dict[str, Any], tmp_path: Path) -> None:
    refused = refusal(with_lines(case), tmp_path)

    assert f"{refused}\n" == case["says"]
    assert [diagnostic for diagnostic in refused.diagnostics if not diagnostic.hint] == []


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    added = [case for case in REFUSED if list(case) == ["why", "add", "says"] and "extra" not in case["add"]]
    lines = {case["add"].partition(":")[0]: case["add"] for case in added if "\n" not in case["add"]}
    refused = refusal(WRITTEN + "".join(f"{line}\n" for line in lines.values()), tmp_path)

    assert len({diagnostic.location.line for diagnostic in refused.diagnostics}) == len(lines) > 6


def test_the_settings_of_this_project_and_of_the_small_archive_are_in_order() -> None:
    assert read_site(SMALL).name.en == "Atlas of the Waterway Service"
    assert read_site(CASES.parents[1]).name.en == "Douane progress atlas"
