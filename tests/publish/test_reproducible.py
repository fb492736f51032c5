"""Two builds of the same data are the same, byte for byte, whatever is around them."""

from pathlib import Path

import pytest

from tests.measure.compare_sites import differences
from tests.measure.repro import ELSEWHERE, build_in


@pytest.mark.slow
def test_a_site_does_not_depend_on_who_builds_it_where_and_when(project: Path, tmp_path: Path) -> None:
    """It is the same as the site that other tests have, which was built by this process where it stands."""
    assert list(differences(project / "site", build_in(project, tmp_path, ELSEWHERE))) == []
