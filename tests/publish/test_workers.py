"""Workers: what each task gives, what it raises, and that none outlives the process that started it."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.publish.result import BuildFailed
from generator.publish.workers import in_workers
from tests.support.small import ROOT

GIVE_UP_SECONDS = 60
"""So that a worker that lives on is a failure. It says nothing of being quick."""
WORKSPACE: Any = "what is open here"


def given(workspace: Any, n: int) -> str:
    return f"{n}: {workspace}"


def failing(workspace: Any) -> str:
    raise ValueError("it cannot be done")


def killed(workspace: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def waiting(workspace: Any, folder: Path) -> None:
    """Says which process it is, and then waits for ever."""
    (folder / str(os.getpid())).touch()
    while True:
        time.sleep(60)


def test_each_task_is_given_what_is_open_and_what_it_gives_comes_back():
    lines: list[str] = []
    found = in_workers(WORKSPACE, {str(n): partial(given, n=n) for n in range(5)}, jobs=2, progress=lines.append)

    assert found == {str(n): f"{n}: {WORKSPACE}" for n in range(5)}
    assert (len(lines), lines[-1][:5]) == (5, "[5/5]")
    assert in_workers(WORKSPACE, {}, jobs=2, progress=lines.append) == {}


def test_one_at_a_time_is_done_in_this_process():
    assert in_workers(WORKSPACE, {"a": lambda workspace: os.getpid()}, jobs=1, progress=print) == {"a": os.getpid()}


@pytest.mark.parametrize(
    ("task", "error", "says"),
    [
        pytest.param(failing, ValueError, "it cannot be done", id="it fails"),
        pytest.param(killed, BuildFailed, "a worker process was killed", id="it is killed"),
    ],
)
def test_what_a_task_raises_is_raised_here(task, error, says):
    with pytest.raises(error, match=says):
        in_workers(WORKSPACE, {"a": task}, jobs=2, progress=lambda line: None)


def is_there(process: int) -> bool:
    """Whether a process is still running, and not only waiting to be collected."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def eventually(is_so: Any) -> bool:
    end = time.monotonic() + GIVE_UP_SECONDS
    while time.monotonic() < end and not is_so():
        time.sleep(0.05)
    return bool(is_so())


@pytest.mark.parametrize(
    "threads",
    ["", "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start();"],
    ids=["of one thread", "with threads, whose workers are forked elsewhere"],
)
def test_no_worker_lives_on_when_the_process_that_started_it_is_killed(tmp_path, threads):
    code = threads + (
        "import sys; from pathlib import Path; from functools import partial;"
        "from generator.publish.workers import in_workers; from tests.publish.test_workers import waiting;"
        "task = partial(waiting, folder=Path(sys.argv[1]));"
        "in_workers(None, {'a': task, 'b': task, 'c': task}, jobs=3, progress=print)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT)
    assert eventually(lambda: len(list(tmp_path.iterdir())) == 3)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    running = [is_there(worker) for worker in workers]
    parent.kill()
    parent.wait()

    assert running == [True] * 3
    assert eventually(lambda: not any(map(is_there, workers)))
