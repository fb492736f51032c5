"""The archives of the cases in tests/cases/refused/, and what the checks find in them: read once, found once."""

import pytest

from generator.archive.archive import Archive, read_archive
from generator.checks.run import RULES
from generator.diagnostics.diagnostic import InvalidData
from generator.diagnostics.rules import Rule
from tests.support.cases import case_in
from tests.support.small import CASES, lay_out_data


@pytest.fixture(scope="session")
def broken_archives(tmp_path_factory: pytest.TempPathFactory) -> list[Archive]:
    """Those whose files can be read; they go against a check."""
    archives = []
    for case in sorted((CASES / "refused").glob("*.yaml")):
        try:
            archives.append(read_archive(lay_out_data(tmp_path_factory.mktemp("case"), case_in(case)["files"])))
        except InvalidData:
            continue
    return archives


@pytest.fixture(scope="session")
def broken_in_cases(broken_archives: list[Archive]) -> dict[str, set[Rule]]:
    """The rules that each check, by its name, finds broken in them."""
    return {check.name: {d.rule for archive in broken_archives for d in check(archive)} for check in RULES}
