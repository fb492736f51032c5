"""A finished site replaces the old one whole; what a crash or a killed build leaves is mended."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish.result import BuildFailed
from generator.publish.swap import clear, copy_linked, link, mirror, recover, sole_build, swap_in


def folder(path: Path, **files: str) -> Path:
    path.mkdir(parents=True)
    for name, text in files.items():
        (path / name).write_text(text, "utf-8")
    return path


def contents(path: Path) -> dict[str, str]:
    """Every file below the folder with its text, by its path in it."""
    files = sorted(file for file in path.rglob("*") if file.is_file())
    return {file.relative_to(path).as_posix(): file.read_text("utf-8") for file in files}


def test_the_first_site_is_put_where_none_was(tmp_path: Path) -> None:
    swap_in(folder(tmp_path / "made", page="new"), tmp_path / "site")

    assert contents(tmp_path) == {"site/page": "new"}


def test_a_new_site_replaces_the_old_one_and_nothing_of_either_is_left_beside_it(tmp_path: Path) -> None:
    made, site = folder(tmp_path / "made", page="new"), folder(tmp_path / "site", page="old", gone="old")
    swap_in(made, site)

    assert contents(tmp_path) == {"site/page": "new"}
    assert list(tmp_path.iterdir()) == [site]


@pytest.mark.parametrize(
    ("left", "mended"),
    [
        pytest.param({".site-old": "old"}, {"site/page": "old"}, id="only the old one: it comes back"),
        pytest.param(
            {".site-old": "old", "site": "new"},
            {".site-old/page": "old", "site/page": "new"},
            id="both: the new one stays",
        ),
        pytest.param({}, {}, id="none: there is none"),
    ],
)
def test_after_a_crash_between_two_renames_there_is_a_site(
    tmp_path: Path, left: dict[str, str], mended: dict[str, str]
) -> None:
    for name, text in left.items():
        folder(tmp_path / name, page=text)
    recover(tmp_path / "site")

    assert contents(tmp_path) == mended


def test_what_a_killed_build_left_in_a_folder_is_gone(tmp_path: Path) -> None:
    cleared = clear(folder(tmp_path / "a/made", page="half"))

    assert (cleared, contents(cleared)) == (tmp_path / "a/made", {})
    assert clear(tmp_path / "b/new").is_dir()


def test_a_folder_is_copied_without_taking_space_twice(tmp_path: Path) -> None:
    source, target = folder(tmp_path / "source/inner", page="text").parent, folder(tmp_path / "target", own="own")
    copy_linked(source, target)

    assert contents(target) == {"inner/page": "text", "own": "own"}
    assert (target / "inner/page").samefile(source / "inner/page")


def test_a_file_that_cannot_be_linked_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "another file system")

    folder(tmp_path / "source", page="new")
    folder(tmp_path / "target")
    monkeypatch.setattr(os, "link", refuse)
    link(tmp_path / "source/page", tmp_path / "target/page")

    assert contents(tmp_path / "target") == {"page": "new"}
    assert not (tmp_path / "target/page").samefile(tmp_path / "source/page")


def test_two_builds_never_write_one_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with sole_build(site), pytest.raises(BuildFailed, match="another build is writing site/; wait"), sole_build(site):
        pass

    with sole_build(site), sole_build(tmp_path / "part"):
        pass


def test_what_a_killed_build_held_is_free_again(tmp_path: Path) -> None:
    code = "import os, pathlib, sys; from generator.publish.swap import sole_build\n"
    code += "with sole_build(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path / "site")], check=False)

    assert killed.returncode == -9
    with sole_build(tmp_path / "site"):
        pass


def test_a_link_never_writes_into_a_file_that_is_there(tmp_path: Path) -> None:
    """That file may be a link to a page of another site."""
    for name in ("one", "other"):
        (tmp_path / name).write_text(name, "utf-8")
    with pytest.raises(FileExistsError):
        link(tmp_path / "one", tmp_path / "other")

    assert (tmp_path / "other").read_text("utf-8") == "other"


def test_a_mirror_holds_the_same_files_and_no_other(tmp_path: Path) -> None:
    source = folder(tmp_path / "a", same="1", changed="new", file="f")
    folder(source / "sub", page="p")
    target = folder(tmp_path / "b", changed="old", gone="g", sub="a file in place of a folder")
    folder(target / "file", page="a folder in place of a file")
    link(source / "same", target / "same")
    mirror(source, target)

    assert contents(target) == contents(source)
    assert all(file.samefile(target / file.relative_to(source)) for file in source.rglob("*") if file.is_file())


def test_a_new_site_is_on_the_disk_before_the_old_one_goes(tmp_path, monkeypatch):
    for name in ("made", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    seen = []
    monkeypatch.setattr(
        "generator.publish.swap._flush", lambda _: seen.append((tmp_path / "site" / "index.html").read_text())
    )
    swap_in(tmp_path / "made", tmp_path / "site")

    assert (seen, (tmp_path / "site" / "index.html").read_text()) == (["site"], "made")


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two folders."""
    monkeypatch.setattr("generator.publish.swap._exchange", lambda made, site: False)


@pytest.mark.usefixtures("no_exchange")
def test_what_was_left_of_an_older_site_does_not_stand_in_the_way(tmp_path):
    for name in (".site-old", "site", "made"):
        folder(tmp_path / name, page=name)
    swap_in(tmp_path / "made", tmp_path / "site")

    assert contents(tmp_path) == {"site/page": "made"}


@pytest.mark.usefixtures("no_exchange")
def test_a_new_site_that_cannot_be_moved_leaves_the_old_one_where_it_was(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.publish.swap._flush", lambda made: None)
    folder(tmp_path / "site", page="old")
    with pytest.raises(FileNotFoundError):
        swap_in(tmp_path / "made", tmp_path / "site")

    assert contents(tmp_path) == {"site/page": "old"}


@pytest.mark.parametrize("name", ["nl", "gone", "page"])
def test_a_link_in_a_mirror_goes_and_what_it_leads_to_stays(tmp_path: Path, name: str) -> None:
    site = folder(tmp_path / "site/nl", page="new").parent
    (site / "page").write_text("new", "utf-8")
    theirs, kept = folder(tmp_path / "theirs", thesis="years of work"), folder(tmp_path / "kept")
    (kept / name).symlink_to(theirs)
    mirror(site, kept)

    assert contents(kept) == contents(site)
    assert contents(theirs) == {"thesis": "years of work"}
