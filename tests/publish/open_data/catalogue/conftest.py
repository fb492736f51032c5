"""The lists above the folders of the editions, made once."""

import dataclasses

import pytest

from generator.pages.workspace import Workspace
from generator.publish.open_data.folders import data_of, listing_of
from tests.publish.open_data.conftest import Exports

ADDRESS = "https://example.org/atlas/"
Placed = tuple[Exports, dict[str, str]]
"""The files of each edition by id and path, and the lists above them by name."""


@pytest.fixture(scope="session", params=["real", "small", "with an address"])
def placed(request: pytest.FixtureRequest, libraries: dict[str, Workspace], exports: Exports) -> Placed:
    """Those of this atlas, of the small archive, and of the small archive published at `ADDRESS`."""
    name = request.param if request.param in libraries else "small"
    library, files = libraries[name], exports[name]
    if name != request.param:
        library = dataclasses.replace(library, site=dataclasses.replace(library.site, address=ADDRESS))
        files = {edition.id: data_of(edition, library) for edition in library.editions}
    return files, listing_of([(edition, files[edition.id]) for edition in library.editions], library)
