"""Any reader can see whether a published site is the one that was built."""

import hashlib
from pathlib import Path

import pytest

from generator.fingerprint.manifest import write_manifest
from generator.publish.audit import NoManifest, audited_address, audited_folder
from tests.support.stand_in import StandIn

FILES = {"index.html": "Atlas", "nl/index.html": "Veren", "nl/a b.html": "é", "data/latest/places.csv": "id\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    write_manifest(tmp_path, "inputs", {})
    return tmp_path


def test_a_site_as_it_was_built_is_in_order(site: Path) -> None:
    assert list(audited_folder(site)) == []


def test_what_is_missing_changed_or_extra_has_a_line(site: Path) -> None:
    (site / "nl" / "index.html").write_text("Other", "utf-8")
    (site / "nl" / "a b.html").unlink()
    (site / "nl" / "evil.js").write_text("alert(1)", "utf-8")
    (site / "link").symlink_to("index.html")

    assert list(audited_folder(site)) == [
        "missing: nl/a b.html",
        "changed: nl/index.html",
        "extra: link",
        "extra: nl/evil.js",
    ]


def test_a_list_that_was_changed_with_its_files_is_seen_by_the_record_of_the_build(site: Path) -> None:
    was, now = (hashlib.sha256(text.encode()).hexdigest() for text in (FILES["index.html"], "Other"))
    (site / "index.html").write_text("Other", "utf-8")
    sums = (site / "manifest.sha256").read_text("utf-8")
    (site / "manifest.sha256").write_text(sums.replace(was, now), "utf-8")

    assert list(audited_folder(site)) == ["changed: manifest.sha256"]


@pytest.mark.parametrize("text", [None, "", "no hashes\n", f"{'0' * 64}  ../secret\n", f"{'0' * 64}  /etc/passwd\n"])
def test_without_a_list_of_hashes_nothing_can_be_said(site: Path, text: str | None) -> None:
    (site / "manifest.sha256").unlink()
    if text is not None:
        (site / "manifest.sha256").write_text(text, "utf-8")

    with pytest.raises(NoManifest, match=r"manifest\.sha256"):
        list(audited_folder(site))


def test_a_site_at_an_address_is_asked_file_by_file(site: Path) -> None:
    with StandIn() as server:
        for path in ("manifest.sha256", "build.json", *FILES):
            server.keep(f"/atlas/{path.replace(' ', '%20')}", (site / path).read_bytes(), "text/plain")
        assert list(audited_address(f"{server.home}/atlas", "test")) == []

        server.keep("/atlas/nl/index.html", b"Other", "text/html")
        del server.pages["/atlas/nl/a%20b.html"]
        assert list(audited_address(f"{server.home}/atlas/", "test")) == [
            "missing: nl/a b.html",
            "changed: nl/index.html",
        ]
