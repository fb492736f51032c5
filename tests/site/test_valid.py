"""Every page, drawing and sheet of the site is valid by the rules of the W3C."""

import pytest

from tests.support.validator import faults_in, why_not_here

FAULTY = {
    "html": '<!DOCTYPE html><html lang="en"><title>Page</title><ul><p>Not an item</p></ul></html>',
    "svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect widht="3" height="2"/></svg>',
    "css": "p { colour: red; }\n",
}
"""A file of each kind with one fault."""
pytestmark = pytest.mark.every_page


@pytest.fixture(autouse=True)
def validator() -> None:
    """Leaves a test out where the validator cannot be run."""
    if why := why_not_here():
        pytest.skip(why)


@pytest.mark.parametrize("kind", FAULTY)
def test_every_file_of_the_site_is_valid(site, kind):
    assert any(site.rglob(f"*.{kind}"))
    assert faults_in(site, kind) == []


@pytest.mark.parametrize("kind", FAULTY)
def test_a_file_that_is_not_valid_is_found(tmp_path, kind):
    for name, text in FAULTY.items():
        (tmp_path / f"faulty.{name}").write_text(text, "utf-8")

    assert [fault.partition(":")[0] for fault in faults_in(tmp_path, kind)] == [f"faulty.{kind}"]
