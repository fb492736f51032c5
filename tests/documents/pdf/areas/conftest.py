"""One Chromium that prints for all tests of areas."""

from collections.abc import Iterator

import pytest

from tests.support.printed import Press


@pytest.fixture(scope="package")
def press() -> Iterator[Press]:
    chromium = Press()
    yield chromium
    chromium.close()
