"""Volumes of an edition in one language: what is the same as in an earlier build is linked from there."""

import pytest

from generator.fingerprint.inputs import Named
from generator.pages.workspace import open_workspace
from generator.publish.kept.keys import keys_of
from generator.publish.kept.pages import write_records
from generator.publish.volumes import Before, build_volumes
from tests.publish.test_build import changed, files_of, fingerprint, made
from tests.support.small import lay_out_project

pytestmark = pytest.mark.slow


def volumes(root, target, places):
    """The newest edition in Dutch at its two addresses, as built into `target`, with what is known of its pages."""
    workspace = open_workspace(root)
    addresses = tuple(a for a in workspace.addresses if (a.edition, a.language) == (workspace.editions[-1].id, "nl"))
    (target / "site").mkdir(parents=True)
    before = Before.of(keys_of(workspace, Named()), places).part(addresses)
    records = build_volumes(workspace, addresses, target / "site", before)
    write_records(target / "site", records)
    return records


@pytest.fixture(scope="module")
def built_before(tmp_path_factory):
    """A project, its volumes, and what is known of their pages."""
    root = lay_out_project(tmp_path_factory.mktemp("project"))
    folder = tmp_path_factory.mktemp("before")
    return root, folder / "a", volumes(root, folder / "a", {})


def test_what_is_the_same_is_the_same_file_and_the_rest_is_as_if_made_from_nothing(built_before, tmp_path):
    _, before, _ = built_before
    root = lay_out_project(made(tmp_path / "project"))
    changed(root, "data/themes/ferries/statements.yaml", 'nl: "', 'nl: "Aangepast: ')
    volumes(root, tmp_path / "kept", {before / "site": frozenset()})
    volumes(root, tmp_path / "new", {})
    old, now = files_of(before / "site"), files_of(tmp_path / "kept/site")
    pages = [path for path in now if path.endswith("/index.html")]

    assert fingerprint(tmp_path / "kept/site") == fingerprint(tmp_path / "new/site")
    assert 0 < sum(now[path] != old[path] for path in pages) < len(pages) / 3


def test_a_file_that_several_pages_have_is_that_of_the_last_of_them(built_before, tmp_path):
    """Which of them is made, and which is kept, makes no difference."""
    root, before, records = built_before
    shared = [
        (page, path)
        for path, page in records["nl/"].items()
        if any(file in other.files for other in records["nl/"].values() if other is not page for file in page.files)
    ]
    [page, path, *_] = next((page, path) for page, path in shared if path.startswith("themes/"))
    lost = frozenset(f"{volume}{page.files[0]}" for volume in records)
    volumes(root, tmp_path / "kept", {before / "site": lost})

    assert path == "themes/locks/"
    assert fingerprint(tmp_path / "kept/site") == fingerprint(before / "site")
