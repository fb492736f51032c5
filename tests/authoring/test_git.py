"""The data of a commit are laid out in a folder of their own, which is gone afterwards; nothing else is."""

import subprocess
from pathlib import Path

import pytest

from generator.authoring.git import UnknownRevision, folder_at


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with two commits: `data/a.yaml` says `a: 1`, then `a: 2`."""

    def git(*words: str) -> None:
        who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(tmp_path), *who, *words], check=True, capture_output=True)

    (tmp_path / "data").mkdir()
    (tmp_path / "notes.txt").write_text("not data", "utf-8")
    git("init", "-q")
    for value in (1, 2):
        (tmp_path / "data/a.yaml").write_text(f"a: {value}\n", "utf-8")
        git("add", "-A")
        git("commit", "-qm", "A commit")
    return tmp_path


def test_the_folder_holds_the_data_of_the_commit_alone_and_is_gone_afterwards(project):
    with folder_at(project, "HEAD~1") as folder:
        files = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.*")}

    assert (files, folder.exists()) == ({"data/a.yaml": "a: 1\n"}, False)


def test_no_commit_is_the_project_as_it_stands(project):
    (project / "data/a.yaml").write_text("a: 3\n", "utf-8")
    with folder_at(project, "") as folder:
        assert folder == project
    assert project.exists()


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:data"])
def test_what_is_no_commit_is_refused(project, revision):
    with pytest.raises(UnknownRevision, match="there is no such commit"), folder_at(project, revision):
        pass


def test_a_folder_that_is_no_repository_is_refused(tmp_path):
    with pytest.raises(UnknownRevision, match="not a git repository"), folder_at(tmp_path, "HEAD"):
        pass


def test_without_git_it_is_said_that_there_is_none(project, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnknownRevision, match="git is not installed"), folder_at(project, "HEAD"):
        pass
