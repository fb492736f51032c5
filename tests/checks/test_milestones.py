"""What reports and lineages may say of each other."""

from collections.abc import Callable

import pytest

from generator.archive.archive import Archive
from generator.checks.run import problems_in
from tests.support.small import SMALL, Files

FILE = "data/themes/ferries/milestones.yaml"
WRITTEN = (SMALL / FILE).read_text("utf-8")
SALES = "    - {cites: verslag-2022#veren-2, says: announced, due: 2023-03}"


def rules(archive: Archive) -> list[str]:
    return [diagnostic.rule.value for diagnostic in problems_in(archive)]


@pytest.mark.parametrize(
    ("says", "broken"),
    [
        pytest.param("says: announced, due: 2023-03", [], id="what is announced lies ahead"),
        pytest.param("says: announced, due: late-2023", [], id="however far"),
        pytest.param("says: stalled, due: 2022", [], id="what is stalled may have been due before"),
        pytest.param("says: announced, due: 2022, recalled: true", [], id="so may what the source looks back on"),
        pytest.param("says: announced, due: 2022", ["due-before"], id="nothing is announced for the past"),
        pytest.param("says: under-way, due: 2022", ["due-before"], id="nor under way for it"),
        pytest.param("says: announced, due: 2022/2023-02", [], id="the month of publication is not the past"),
    ],
)  # fmt: skip
def test_a_promise_lies_ahead_of_its_source(
    archive_from: Callable[[Files], Archive], says: str, broken: list[str]
) -> None:
    report = f"    - {{cites: [verslag-2022#veren-2, verslag-2022#sluizen-3], {says}}}"
    found = rules(archive_from({FILE: WRITTEN.replace(SALES, report)}))

    assert [rule for rule in found if rule != "figure-without-evidence"] == broken


@pytest.mark.parametrize(
    ("lineage", "broken"),
    [
        pytest.param("renamed, of: [electric-ferries]", [], id="renamed from one"),
        pytest.param("split, of: [electric-ferries]", [], id="split from one"),
        pytest.param("merged, of: [electric-ferries, lock-oosterdam]", [], id="merged from two"),
        pytest.param("merged, of: [electric-ferries]", ["lineage"], id="not merged from one"),
        pytest.param("renamed, of: [electric-ferries, lock-oosterdam]", ["lineage"], id="nor renamed from two"),
        pytest.param("merged, of: [electric-ferries, electric-ferries]", ["lineage"], id="nor from one named twice"),
        pytest.param("renamed, of: [ticket-sales]", ["lineage-loop"], id="nor from itself"),
    ],
)
def test_a_lineage_names_as_many_as_its_kind_says(
    archive_from: Callable[[Files], Archive], lineage: str, broken: list[str]
) -> None:
    cited = f"  lineage: [{{kind: {lineage}, cites: [verslag-2022#veren-2]}}]\n  reports:\n{SALES}"

    assert rules(archive_from({FILE: WRITTEN.replace(f"  reports:\n{SALES}", cited)})) == broken
