"""Tasks in worker processes, which share what this one has open and end when it ends, however it ends.

Where there is to be one process, it is this one: a worker would have to load again all that is loaded here.
"""

import gc
import os
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TypeVar

from generator.pages import Workspace
from generator.publish.result import BuildFailed

Progress = Callable[[str], None]
T = TypeVar("T")


def in_workers(
    workspace: Workspace, tasks: Mapping[str, Callable[[Workspace], T]], *, jobs: int, progress: Progress
) -> dict[str, T]:
    """Run each task, at most `jobs` at once, and return what each gave, by the name of the task.

    A task is called with the workspace as it is open here. `progress` is given a line for each that is done. Raises
    what a task raises, and BuildFailed if a worker was killed.
    """
    given = {}

    def done(name: str, result: T) -> None:
        given[name] = result
        progress(f"[{len(given)}/{len(tasks)}] {name}")

    if jobs == 1:
        for name, task in tasks.items():
            done(name, task(workspace))
    elif tasks:
        _in_processes(workspace, tasks, jobs, done)
    return given


def _in_processes(
    workspace: Workspace, tasks: Mapping[str, Callable[[Workspace], T]], jobs: int, done: Callable[[str, T], None]
) -> None:
    with ProcessPoolExecutor(min(jobs, len(tasks)), _how_started(), _begin, (workspace,)) as pool:
        futures = {pool.submit(_run, task): name for name, task in tasks.items()}
        try:
            for future in as_completed(futures):
                done(futures[future], future.result())
        except BrokenProcessPool as error:
            raise BuildFailed("a worker process was killed") from error
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _how_started() -> BaseContext:
    """Workers are forked if this process has one thread, so that they share all that it has loaded.

    Threads have no part in a fork, so one in which something waits for them hangs: that is so once a chart was drawn.
    Then they are forked from a process that loads what they need, once, and draws nothing.
    """
    threads = Path("/proc/self/task")
    if not threads.is_dir():
        return get_context("spawn")
    context = get_context("fork" if len(list(threads.iterdir())) == 1 else "forkserver")
    context.set_forkserver_preload([f"{_PACKAGE}.build", f"{_PACKAGE}.mkdocs.runs"])
    return context


_PACKAGE = __name__.rpartition(".")[0]


def _begin(workspace: Workspace) -> None:
    """Makes a worker ready. What is loaded by now stays, so the garbage collector passes over it."""
    global _workspace
    _workspace = workspace
    gc.freeze()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _run(task: Callable[[Workspace], T]) -> T:
    return task(_workspace)


_workspace: Workspace
"""Of a worker process."""
