"""Two builds of the same data are the same, byte for byte, whatever is around them."""

from pathlib import Path

import pytest

from tests.measure.repro import what_differs
from tests.support.small import lay_out_project


@pytest.mark.slow
def test_a_site_does_not_depend_on_who_builds_it_where_and_when(tmp_path: Path) -> None:
    assert what_differs(lay_out_project(tmp_path)) == []
