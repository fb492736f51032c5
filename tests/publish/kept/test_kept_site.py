"""What is kept of a site: pages that print the same, and all of it where the site itself was removed."""

import shutil

import pytest

from generator.publish.build import KEPT_SITE
from tests.publish.test_build import changed, copied, files_of, fingerprint, made
from tests.support.once import built
from tests.support.small import lay_out_project

pytestmark = pytest.mark.slow


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


def test_a_site_that_was_removed_is_put_together_of_what_was_kept(project, tmp_path):
    root = lay_out_project(made(tmp_path / "a"))
    built(root, root / "site")
    shutil.rmtree(root / "site")
    result = built(root, root / "site")

    assert result.built == 0
    assert fingerprint(root / "site") == fingerprint(project / "site")


def test_what_was_kept_is_not_taken_where_it_was_tampered_with(project, tmp_path):
    root = lay_out_project(made(tmp_path / "a"))
    built(root, root / "site")
    page = root / KEPT_SITE / "en/themes/ferries/index.html"
    page.write_text("<script>alert(1)</script>", "utf-8")
    shutil.rmtree(root / "site")
    built(root, root / "site")

    assert fingerprint(root / "site") == fingerprint(project / "site")
