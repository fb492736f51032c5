"""Whatever is done to a file of the small archive, it is in order, or refused with the place of what is wrong."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType

import pytest

from generator.archive.archive import read_archive
from generator.checks.run import check
from generator.diagnostics.diagnostic import InvalidData
from tests.support.hostile import edited
from tests.support.small import lay_out_data

EDITS = 100
"""Random edits of each seed."""
SEEDS = [pytest.param(seed, marks=[pytest.mark.thorough] if seed else []) for seed in range(50)]
GIVE_UP_CPU_S = 60
"""Of one file of a few kilobytes: more is taken for a hang."""


@contextmanager
def ended_if_it_hangs() -> Iterator[None]:
    """Raises TimeoutError once the process has worked so long; how busy the machine is does not count."""

    def give_up(signal: int, frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, GIVE_UP_CPU_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def said_of(root: Path) -> list[str]:
    """The diagnostics of the archive as text; whatever else is raised is a failure."""
    try:
        check(read_archive(root))
    except InvalidData as error:
        return [str(diagnostic) for diagnostic in error.diagnostics]
    return []


@pytest.mark.parametrize("seed", SEEDS)
def test_an_edited_file_is_in_order_or_refused_with_a_place(tmp_path: Path, seed: int) -> None:
    root, chosen = lay_out_data(tmp_path), Random(seed)
    files = sorted((root / "data").rglob("*.yaml"))
    refused = 0
    for _ in range(EDITS):
        file = chosen.choice(files)
        text = file.read_text("utf-8")
        file.write_text(edited(text, chosen), "utf-8", newline="")
        with ended_if_it_hangs():
            said = said_of(root)
        assert [line for line in said if not re.match(r"(?:data/|mkdocs\.yml)[^:]*:\d+:\d+: ", line)] == [], file
        refused += bool(said)
        file.write_text(text, "utf-8")

    assert refused > EDITS / 2
    assert said_of(root) == []
