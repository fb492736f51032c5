"""What is kept of a site: pages that print the same, and all of it where the site itself was removed."""

import shutil
from pathlib import Path

import pytest

from generator.publish.build import KEPT_SITE
from generator.publish.swap import sole_build
from tests.publish.test_build import changed, files_of, fingerprint
from tests.support.once import built, copied

pytestmark = pytest.mark.slow


@pytest.fixture
def root(project: Path, tmp_path: Path) -> Path:
    """A project with its site and what is kept of it, which share their files."""
    root = copied(project, tmp_path)
    built(root, root / "site")
    return root


def test_a_page_that_prints_the_same_is_the_same_file(project, tmp_path):
    root = copied(project, tmp_path)
    before = files_of(root / "site")
    changed(root, "data/themes/ferries/statements.yaml", 'nl: "', 'nl: "Aangepast: ')
    result = built(root, root / "site")
    after = files_of(root / "site")
    other = {path for path in after if path.endswith("/index.html") and after[path] != before[path]}

    assert result.built > 0
    assert "nl/themes/ferries/index.html" in other
    assert not any("milestones/" in path or path.startswith("en/") for path in other)
    assert len(other) < sum(path.endswith("/index.html") for path in after) / 5


def test_a_site_that_was_removed_is_put_together_of_what_was_kept(project, root):
    shutil.rmtree(root / "site")
    result = built(root, root / "site")

    assert result.built == 0
    assert fingerprint(root / "site") == fingerprint(project / "site")


def test_what_was_kept_is_not_taken_where_it_was_tampered_with(project, root):
    page = root / KEPT_SITE / "en/themes/ferries/index.html"
    page.write_text("<script>alert(1)</script>", "utf-8")
    shutil.rmtree(root / "site")
    built(root, root / "site")

    assert fingerprint(root / "site") == fingerprint(project / "site")


@pytest.mark.parametrize(
    ("record", "old", "new"),
    [
        pytest.param("build.json", '"manifest.sha256"', '"manifest"', id="what vouches for the files"),
        pytest.param("pages.json", "themes/ferries/index.html", "themes/locks/index.html", id="what pages consist of"),
    ],
)
def test_nothing_is_taken_from_a_site_whose_records_were_tampered_with(project, root, record, old, new):
    """The two places share their files, so what is written into one is in the other."""
    (root / "site/en/themes/ferries/index.html").write_text("<script>alert(1)</script>", "utf-8")
    changed(root, f"site/{record}", old, new)
    changed(root, "data/themes/locks/statements.yaml", "The Waterway Service renews", "The Waterway Service replaces")
    built(root, root / "site")
    changed(root, "data/themes/locks/statements.yaml", "The Waterway Service replaces", "The Waterway Service renews")
    built(root, root / "site")

    assert fingerprint(root / "site") == fingerprint(project / "site")


def test_a_build_that_finds_the_kept_site_in_use_does_without_it(project, tmp_path):
    root = copied(project, tmp_path)
    with sole_build(root / KEPT_SITE):
        built(root, root / "site")
        first = (root / KEPT_SITE).exists()
    built(root, root / "other")

    assert (first, (root / KEPT_SITE / "pages.json").is_file()) == (False, True)
    assert fingerprint(root / "other") == fingerprint(root / "site") == fingerprint(project / "site")


def test_a_site_that_cannot_be_kept_is_built_all_the_same(project, tmp_path):
    root = copied(project, tmp_path)
    (root / KEPT_SITE).write_text("in the way", "utf-8")
    built(root, root / "site")

    assert fingerprint(root / "site") == fingerprint(project / "site")
