"""What the checks find in the cases of tests/cases/refused/, found once."""

import pytest

from generator.archive.archive import read_archive
from generator.checks.run import RULES
from generator.diagnostics.diagnostic import InvalidData
from generator.diagnostics.rules import Rule
from tests.support.cases import case_in
from tests.support.small import CASES, lay_out_data


@pytest.fixture(scope="session")
def broken_in_cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[Rule]]:
    """The rules that each check, by its name, finds broken in the cases whose files can be read."""
    broken: dict[str, set[Rule]] = {check.name: set() for check in RULES}
    for case in sorted((CASES / "refused").glob("*.yaml")):
        try:
            archive = read_archive(lay_out_data(tmp_path_factory.mktemp("case"), case_in(case)["files"]))
        except InvalidData:
            continue
        for check in RULES:
            broken[check.name] |= {diagnostic.rule for diagnostic in check(archive)}
    return broken
