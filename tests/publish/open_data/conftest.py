"""What the tests of the open data have in common: two atlases and their files, made once."""

import pytest

from generator.pages.workspace import Workspace, open_workspace
from generator.publish.open_data.folders import data_of
from tests.support.small import lay_out_project

Exports = dict[str, dict[str, dict[str, bytes]]]
"""The content of each file by atlas (`real` or `small`), id of the edition, and path."""


@pytest.fixture(scope="session")
def libraries(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workspace]:
    """This atlas and the small archive."""
    return {"real": workspace, "small": open_workspace(lay_out_project(tmp_path_factory.mktemp("small")))}


@pytest.fixture(scope="session")
def exports(libraries: dict[str, Workspace]) -> Exports:
    return {name: {e.id: data_of(e, library) for e in library.editions} for name, library in libraries.items()}
