"""Every way of being wrong that has been thought of: a file each in tests/cases/refused/."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.archive import Archive
from generator.checks import check
from generator.problems import InvalidData
from tests.small import CASES, Files

REFUSED = sorted((CASES / "refused").glob("*.yaml"))


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.stem)
def test_what_is_wrong_is_refused_within_a_second_with_its_place_and_a_way_out(
    case: Path, archive_from: Callable[[Files], Archive]
) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    start = time.perf_counter()

    with pytest.raises(InvalidData) as refused:
        check(archive_from(told["files"]))

    assert f"{refused.value}\n" == told["says"]
    assert time.perf_counter() - start < 1
