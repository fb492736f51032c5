"""A build that is killed at any moment, alone or with its workers, leaves a whole site and no process behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from generator.fingerprint.manifest import is_current
from generator.publish.audit import audited_folder
from tests.publish.test_build import ATLAS, GIVE_UP_SECONDS, changed, fingerprint
from tests.support.once import copied

MOMENTS = 20
"""Of each seed: half of them kill only the first process, the others its whole group."""
SEEDS = range(10)
STATEMENTS = "data/themes/ferries/statements.yaml"

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(not Path("/proc").is_dir(), reason="no list of processes")]


def started(root: Path) -> subprocess.Popen[bytes]:
    """A build with two workers, in a group of its own."""
    command = [*ATLAS, "--root", str(root), "build", "--jobs", "2"]
    return subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def living(group: int) -> list[int]:
    """The processes of a group that still run; what ended and was not asked for its status does not."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = stat.read_text("utf-8").rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of) == group and state not in "ZX":
            found.append(int(stat.parent.name))
    return found


def waited_for(is_so: Callable[[], bool]) -> bool:
    """Whether it came to be so; how long it takes says nothing."""
    end = time.monotonic() + GIVE_UP_SECONDS
    while not is_so() and time.monotonic() < end:
        time.sleep(0.02)
    return is_so()


def killed_at(root: Path, seconds: float, *, alone: bool) -> subprocess.Popen[bytes]:
    """A build that was killed so long after its start, if it had not ended; it and its workers have ended."""
    process = started(root)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        (os.kill if alone else os.killpg)(process.pid, signal.SIGKILL)
    process.wait()
    assert waited_for(lambda: not living(process.pid)), f"of the build live on: {living(process.pid)}"
    return process


@pytest.mark.parametrize("seed", SEEDS)
def test_a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_heals(
    project: Path, tmp_path: Path, seed: int
) -> None:
    root, chosen = copied(project, tmp_path), Random(seed)
    text = (root / STATEMENTS).read_text("utf-8")
    changed(root, STATEMENTS, 'nl: "', 'nl: "Voor: ')
    begun = time.monotonic()
    assert started(root).wait(GIVE_UP_SECONDS) == 0
    whole_s, broken_off = time.monotonic() - begun, 0
    for moment in range(MOMENTS):
        before = fingerprint(root / "site")
        (root / STATEMENTS).write_text(text.replace('nl: "', f'nl: "Keer {chr(97 + moment)}: ', 1), "utf-8")
        process = killed_at(root, chosen.uniform(0, whole_s), alone=moment % 2 == 0)
        is_new = is_current(root, root / "site")
        broken_off += process.returncode == -signal.SIGKILL

        assert list(audited_folder(root / "site")) == []
        assert is_new or fingerprint(root / "site") == before
        assert started(root).wait(GIVE_UP_SECONDS) == 0
        assert is_current(root, root / "site")
        assert list(audited_folder(root / "site")) == []
        assert [path.name for path in root.iterdir() if path.name.startswith(".site")] == []

    assert broken_off > MOMENTS / 2
