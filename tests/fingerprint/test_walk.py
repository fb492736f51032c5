"""Every file of a folder is found, whatever it is; links to folders are not followed."""

from pathlib import Path

from generator.fingerprint.walk import files_in


def test_every_file_is_found_with_its_path_inside_the_folder(tmp_path: Path) -> None:
    for name in ("a.txt", "b/c.txt", "b/d/e.txt", ".hidden/f"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    (tmp_path / "b" / "round").symlink_to(tmp_path)
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    found = dict(files_in(tmp_path))

    assert sorted(found) == [".hidden/f", "a.txt", "b/c.txt", "b/d/e.txt", "b/round", "lost"]
    assert {path for path, entry in found.items() if entry.is_file() and Path(entry).read_text("utf-8") == path} == {
        ".hidden/f", "a.txt", "b/c.txt", "b/d/e.txt",
    }  # fmt: skip


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert (list(files_in(tmp_path / "none")), list(files_in(tmp_path / "file"))) == ([], [])
