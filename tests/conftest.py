"""The small archive, read or laid out as a project; how the tests run."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from generator.archive.archive import Archive, read_archive
from generator.pages.workspace import Workspace, open_workspace
from tests.support.once import built, built_once
from tests.support.small import ROOT, Files, lay_out_data, lay_out_project

os.environ["FONTCONFIG_FILE"] = str(ROOT / "tests" / "fonts" / "fonts.conf")
"""Browsers of the tests know only the fonts that the tests bring."""
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
"""Compiled modules are kept, whatever the shell says: the tests start some hundreds of processes."""
settings.register_profile(
    "atlas", settings.get_profile("default"), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("atlas"), max_examples=1000)
settings.load_profile("atlas")
SLOW_FIXTURES = frozenset({"browser", "press", "site", "project"})
"""What needs a browser or a built site; a module that builds sites by itself marks its tests as slow."""

IN_MEMORY = Path("/dev/shm")
ROOM_BYTES = 8_000_000_000
"""So much is free in memory where the sites that tests build are put there: they have some hundred thousand files."""


def pytest_configure(config: pytest.Config) -> None:
    """Has temporary folders in memory, where there is room and programs may be run from there."""
    if not os.access(IN_MEMORY, os.W_OK) or os.statvfs(IN_MEMORY).f_flag & os.ST_NOEXEC:
        return
    if shutil.disk_usage(IN_MEMORY).free > ROOM_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))  # read when the first of them is made


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: tests often wait for a browser, or for what another one builds."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as slow what uses something slow, so that `make test-fast` leaves it out."""
    for item in items:
        fixtures = SLOW_FIXTURES.intersection(getattr(item, "fixturenames", ()))
        marked = any(item.get_closest_marker(name) for name in ("every_page", "thorough"))
        if fixtures or marked or item.path.is_relative_to(ROOT / "tests" / "site"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def archive_from(tmp_path: Path) -> Callable[[Files], Archive]:
    """The small archive overlaid with some files, as it is read; checked only if the test does so."""
    return lambda files: read_archive(lay_out_data(tmp_path, files))


@pytest.fixture
def small_archive(archive_from: Callable[[Files], Archive]) -> Archive:
    """The small archive as it stands in tests/cases/small/."""
    return archive_from({})


@pytest.fixture
def small_root(tmp_path: Path) -> Path:
    """A project of the small archive that can be opened and built."""
    folder = tmp_path / "project"
    folder.mkdir()
    return lay_out_project(folder)


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    """This project as a build opens it, once for all tests of a process; nobody changes it."""
    return open_workspace(ROOT)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the small archive whose site has been built, once for all processes; tests change copies of it."""
    return built_once(tmp_path_factory, "project", lambda folder: built(lay_out_project(folder), folder / "site"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real browser for all tests of a process."""
    from tests.support.browsers import chromium

    with chromium() as running:
        yield running
