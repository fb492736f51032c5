"""Archives that go against the rules."""

import pytest

from generator.archive.archive import Archive, read_archive
from generator.diagnostics.diagnostic import InvalidData
from tests.support.cases import case_in
from tests.support.small import CASES, lay_out_data


@pytest.fixture(scope="session")
def broken_archives(tmp_path_factory: pytest.TempPathFactory) -> list[Archive]:
    """Of the cases in tests/cases/refused/, the archives that can be read and go against a check."""
    archives = []
    for case in sorted((CASES / "refused").glob("*.yaml")):
        files = case_in(case)["files"]
        try:
            archives.append(read_archive(lay_out_data(tmp_path_factory.mktemp("case"), files)))
        except InvalidData:
            continue
    return archives
