"""The made-up archives by which growth is measured are in order, whatever their size."""

import pytest

from generator.archive.archive import read_archive
from generator.checks.run import check
from generator.editions.history import Editions
from tests.support.large import lay_out_large


@pytest.mark.parametrize(("letters", "records"), [(1, 8), (3, 24), (12, 40)])
def test_a_made_up_archive_of_any_size_breaks_no_rule(tmp_path, letters, records):
    archive = check(read_archive(lay_out_large(tmp_path, letters, records)))

    assert len(Editions(archive)) == letters
    assert len(archive.statements) + len(archive.milestones) == records
