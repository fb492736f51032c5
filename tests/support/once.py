"""Builds for tests: what takes long is built once for all processes of a test run."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from generator.publish.build import publish
from generator.publish.result import Built
from tests.support.small import NOTHING, Files, lay_out_project


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """The folder `name` of this test run, filled by `build` in the first process that asks; the others wait for it.

    Nobody may change what is in it. If `build` raises, whoever asks next tries again.
    """
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, complete = shared / name, shared / f"{name}.complete"
    with FileLock(shared / f"{name}.lock"):
        if not complete.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            build(folder)
            complete.touch()
    return folder


def built(root: Path, site: Path, jobs: int = 1) -> Built:
    """Builds the site of the project at `root`. By default in one process, for other tests run at the same time."""
    return publish(root, site, jobs=jobs, progress=lambda line: None)


def copied(project: Path, folder: Path, files: Files = NOTHING) -> Path:
    """The project with its site in a folder of its own, overlaid with `files`: its next build makes what differs."""
    folder.mkdir(exist_ok=True)
    root = lay_out_project(folder, files)
    subprocess.run(["cp", "-r", str(project / "site"), str(root)], check=True)
    return root
