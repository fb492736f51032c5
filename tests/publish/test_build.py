"""Building and putting in place: what is kept, what is made anew, and what a failure leaves behind."""

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import InvalidData
from generator.fingerprint.manifest import is_current, workplace_of
from generator.publish.build import publish_part
from generator.publish.result import BuildFailed
from tests.support.command_line import atlas
from tests.support.once import built, copied
from tests.support.small import DRAWINGS, ROOT, lay_out_project

ATLAS = (sys.executable, "-m", "generator.cli")
GIVE_UP_SECONDS = 600
"""So that a server that never shows a change, or a build that hangs, is a failure. It says nothing of being quick."""


def fingerprint(site: Path) -> dict[str, str]:
    """The hash of every file, by its path."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def files_of(site: Path) -> dict[str, int]:
    """The number of each file, by its path: links to one file have one number."""
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*") if path.is_file()}


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def changed(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def newest_in_dutch(root: Path) -> dict[str, str]:
    """What a worker makes of the newest edition in Dutch."""
    publish_part(
        root, root / "part", 2, progress=print, wanted=lambda a: (a.language, a.edition) == ("nl", "2023-06-20")
    )
    return fingerprint(root / "part")


def test_what_a_worker_makes_of_nothing_is_the_same_to_the_byte_whatever_its_process_drew_before(tmp_path):
    """The threads of what draws have no part in a forked worker, which would wait for them for ever."""
    root = lay_out_project(made(tmp_path / "drawn"))
    (root / DRAWINGS).unlink()
    code = (
        "from tests.publish.test_build import *; from tests.support.plots import SERIES;"
        "from generator.charts.svg import drawing; root = Path(sys.argv[1]);"
        "drawing(SERIES, 'a', 'b', 'c', False, root / 'templates/map', root / 'kept');"
        "newest_in_dutch(root)"
    )
    subprocess.run([sys.executable, "-c", code, str(root)], cwd=ROOT, check=True, timeout=GIVE_UP_SECONDS)

    assert fingerprint(root / "part") == newest_in_dutch(lay_out_project(made(tmp_path / "with drawings")))


def test_nothing_is_built_when_nothing_changed(project, tmp_path):
    root = copied(project, tmp_path)

    assert is_current(root, root / "site")


def test_what_is_remembered_of_services_is_no_reason_to_build(project, tmp_path):
    root = copied(project, tmp_path)
    (root / "data/watch.json").write_text('{"papers": [], "services": {}}\n', "utf-8")

    assert is_current(root, root / "site")


def test_no_page_is_made_of_where_new_papers_are_looked_for(project, tmp_path):
    root = copied(project, tmp_path)
    before = fingerprint(root / "site")
    service = '{id: house, kind: syncfeed, address: "https://example.nl/feed"}'
    with (root / "data/atlas.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f'watch: {{dossier: "99123", services: [{service}]}}\n')
    result = built(root, root / "site")
    after = fingerprint(root / "site")

    assert (result.built, result.kept) == (0, 8)
    assert {path for path in after if after[path] != before.get(path)} == {"build.json"}


@pytest.mark.parametrize("text", [None, "", "<script>alert(1)</script>"], ids=["lost", "emptied", "tampered with"])
def test_a_page_that_is_not_as_it_was_built_is_made_again_with_its_volume(project, tmp_path, text):
    root = copied(project, tmp_path)
    before = fingerprint(root / "site")
    page, archive = root / "site/en/editions/2023-02/themes/ferries/index.html", root / "site/archive/2023-02-nl.zip"
    archived = archive.read_bytes()
    page.unlink()
    archive.unlink()
    if text is not None:
        page.write_text(text, "utf-8")
        archive.write_bytes(text.encode() + archived[len(text) :])
    was_current = is_current(root, root / "site")
    result = built(root, root / "site")

    assert (was_current, is_current(root, root / "site")) == (False, True)
    assert (result.built, result.kept) == (2, 6)  # its own volume, and the one in whose folder it lies
    assert fingerprint(root / "site") == before


def test_only_the_editions_that_know_of_a_changed_statement_are_built_again(project, tmp_path):
    root = copied(project, tmp_path)
    last = sorted((root / "site/nl/editions").iterdir())[-1].name
    statements = root / "data/themes/ferries/statements.yaml"
    text = statements.read_text("utf-8")
    head, mark, tail = text.rpartition('nl: "')
    statements.write_text(f"{head}{mark}Aangepast: {tail}", "utf-8")
    before = fingerprint(root / "site")
    result = built(root, root / "site")
    after = fingerprint(root / "site")
    differing = {path.split("/")[2] for path in after if "/editions/" in path and after[path] != before.get(path)}

    assert differing == {last}
    assert (result.built, result.kept) == (2, len(list((root / "site/nl/editions").iterdir())) * 2)
    assert {path[:3] for path in after if path.endswith(".html") and after[path] != before.get(path)} == {"nl/"}


def test_a_site_built_in_steps_is_the_same_as_one_built_at_once(project, tmp_path):
    stepwise = copied(project, tmp_path / "a")
    statements = "data/themes/ferries/statements.yaml"
    changed(stepwise, statements, 'nl: "', 'nl: "Aangepast: ')
    built(stepwise, stepwise / "site")
    at_once = lay_out_project(made(tmp_path / "b"))
    changed(at_once, statements, 'nl: "', 'nl: "Aangepast: ')
    built(at_once, at_once / "site")

    assert fingerprint(stepwise / "site") == fingerprint(at_once / "site")


def test_bad_data_leaves_the_old_site_whole(project, tmp_path):
    root = copied(project, tmp_path)
    before = fingerprint(root / "site")
    changed(root, "data/themes/ferries/statements.yaml", "kind: ", "kinde: ")
    with pytest.raises(InvalidData):
        built(root, root / "site")

    assert fingerprint(root / "site") == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(None, "content/en/method.md:1:1: the file is missing", id="a page that one language lacks"),
        pytest.param(
            "# Method\n\n{{ nothing }}\n",
            "content/en/method.md:1:1: the values of this page cannot be filled in: 'nothing' is undefined",
            id="a value that does not exist",
        ),
        pytest.param(
            "# Method\n\n{{ edition\n",
            "content/en/method.md:3:1: the values of this page cannot be filled in: ",
            id="braces that are not closed",
        ),
    ],
)
def test_a_fault_in_content_is_told_from_the_worker_and_leaves_the_old_site_whole(project, tmp_path, text, message):
    root = copied(project, tmp_path)
    before = fingerprint(root / "site")
    (root / "content").unlink()
    shutil.copytree(ROOT / "content", root / "content")
    if text is None:
        (root / "content/en/method.md").unlink()
    else:
        (root / "content/en/method.md").write_text(text, "utf-8")
    with pytest.raises(InvalidData) as refused:
        built(root, root / "site")

    assert str(refused.value).startswith(message)
    assert fingerprint(root / "site") == before


def test_a_warning_of_mkdocs_stops_the_build_and_is_told(project, tmp_path):
    root = copied(project, tmp_path)
    changed(root, "mkdocs.yml", "strict: true", "strict: true\nvalidation: {links: {unrecognized_links: warn}}")
    with pytest.raises(BuildFailed, match="unrecognized relative link"):
        built(root, root / "site")


def test_a_killed_build_leaves_the_old_site_whole_and_the_next_one_succeeds(project, tmp_path):
    root = copied(project, tmp_path)
    before = fingerprint(root / "site")
    changed(root, "data/themes/ferries/statements.yaml", 'nl: "', 'nl: "Aangepast: ')
    process = subprocess.Popen(
        [*ATLAS, "--root", str(root), "build"],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stderr is not None
    process.stderr.readline()
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stderr.close()
    after = fingerprint(root / "site")
    built(root, root / "site")

    assert after == before
    assert is_current(root, root / "site")
    assert sorted(path.name for path in root.iterdir() if path.name.startswith(".site")) == []


def test_what_a_killed_build_left_is_removed_also_where_nothing_changed(project, tmp_path):
    """It was killed after its site was in place, and before the old one was gone."""
    root = copied(project, tmp_path)
    before = fingerprint(root / "site")
    (workplace_of(root / "site") / "site").mkdir(parents=True)
    run = atlas(root, "build")

    assert run.returncode == 0
    assert (fingerprint(root / "site"), workplace_of(root / "site").exists()) == (before, False)


def test_the_site_lost_between_two_renames_is_brought_back(project, tmp_path):
    root = copied(project, tmp_path)
    before = fingerprint(root / "site")
    (root / "site").rename(root / ".site-old")
    changed(root, "data/themes/ferries/statements.yaml", "kind: ", "kinde: ")
    with pytest.raises(InvalidData):
        built(root, root / "site")

    assert fingerprint(root / "site") == before


def test_a_folder_that_is_not_a_site_is_never_replaced(tmp_path):
    root = lay_out_project(made(tmp_path / "project"))
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("mine", "utf-8")
    run = subprocess.run(
        [*ATLAS, "--root", str(root), "build", "--to", str(tmp_path / "letters")], capture_output=True, text=True
    )

    assert run.returncode == 1
    assert "contains something else" in run.stderr
    assert (tmp_path / "letters" / "mine.txt").read_text("utf-8") == "mine"


def test_serving_shows_a_change_of_the_data_and_tells_a_mistake_without_being_started_again(project, tmp_path):
    import urllib.request

    root = copied(project, tmp_path)
    port = free_port()
    said = tmp_path / "said.txt"
    with said.open("wb") as out:
        command = [*ATLAS, "--root", str(root), "serve", "--port", str(port)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=out)

    def shown() -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/themes/ferries/", timeout=60) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    def waited(true: Callable[[], bool]) -> bool:
        end = time.monotonic() + GIVE_UP_SECONDS
        while process.poll() is None and time.monotonic() < end:
            if true():
                return True
            time.sleep(0.3)
        return False

    try:
        started = waited(lambda: "</html>" in shown())
        changed(root, "data/themes/ferries/theme.yaml", "title: ", "titel: ")
        told = waited(lambda: "the key 'titel' is unknown here" in said.read_text("utf-8"))
        changed(root, "data/themes/ferries/theme.yaml", 'titel: {nl: "Veren', 'title: {nl: "Veerboten')
        reloaded = waited(lambda: "Veerboten" in shown())
    finally:
        process.terminate()
        process.wait()

    assert (started, told, reloaded) == (True, True, True)
