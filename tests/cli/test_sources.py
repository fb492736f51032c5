"""`atlas fetch-sources` as a person types it, and a build that quotes what it fetched."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.fingerprint.manifest import is_current
from tests.support.command_line import ran
from tests.support.once import copied
from tests.support.published import LANDING, LETTER, REPORT, WAYS, page_of_text, text_of, with_addresses
from tests.support.stand_in import StandIn

FOLDER = ".atlas/sources"


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as server:
        yield server


@pytest.fixture
def root(tmp_path: Path, server: StandIn) -> Path:
    return with_addresses(tmp_path, server)


def test_every_source_with_an_address_says_how_many_of_its_passages_can_be_quoted(root: Path, server: StandIn) -> None:
    server.keep(WAYS[LETTER], page_of_text(text_of(LETTER)))
    server.keep(WAYS[REPORT], LANDING)
    run = ran(root, "fetch-sources")

    assert (run.exit_code, run.stdout) == (0, f"{LETTER}: 7 of 7 passages\n{REPORT}: 0 of 7 passages\n")
    assert run.stderr.splitlines()[0].startswith(f"{REPORT}: {server.home}/report: what came has 0 of 7 passages")
    assert run.stderr.splitlines()[1:] == [f"1 of 2 documents fetched into {root / FOLDER}"]
    assert sorted(path.name for path in (root / FOLDER).iterdir()) == [f"{LETTER}.html", "fetched.json"]


@pytest.mark.parametrize(
    ("ids", "code"),
    [
        pytest.param([], 0, id="all"),
        pytest.param([REPORT], 1, id="the one that failed"),
        pytest.param([REPORT, LETTER], 0, id="one of them did not"),
    ],
)
def test_a_failure_is_one_only_if_nothing_that_was_named_came(
    root: Path, server: StandIn, ids: list[str], code: int
) -> None:
    server.keep(WAYS[LETTER], text_of(LETTER).encode())

    assert ran(root, "fetch-sources", *ids).exit_code == code


def test_a_name_that_is_no_source_is_refused(root: Path, server: StandIn) -> None:
    run = ran(root, "fetch-sources", "verslag-2023")

    assert (run.exit_code, run.stderr) == (
        1, "Error: 'verslag-2023' is not in data/sources/. Did you mean 'verslag-2022'? Nothing was fetched.\n"
    )  # fmt: skip
    assert server.asked == []


def test_a_source_without_an_address_is_named_only_if_it_was_asked_for(root: Path, server: StandIn) -> None:
    run = ran(root, "fetch-sources", "brief-2023-06-20")

    assert (run.exit_code, "has no `url`" in run.stderr, server.asked) == (1, True, [])


def test_a_folder_that_cannot_be_written_says_so(root: Path, server: StandIn) -> None:
    server.keep(WAYS[LETTER], text_of(LETTER).encode())
    (root / ".atlas").write_text("", "utf-8")
    run = ran(root, "fetch-sources", LETTER)

    assert (run.exit_code, f"{root / FOLDER} cannot be written: Not a directory." in run.stderr) == (1, True)


def test_a_host_that_sends_little_by_little_is_given_up(root: Path) -> None:
    """The command ends too, although the host would go on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"url: http://127.0.0.1:{listening.getsockname()[1]}/"
        file = root / f"data/sources/{LETTER}.yaml"
        lines = file.read_text("utf-8").splitlines()
        file.write_text("\n".join([*lines[:-1], address, ""]), "utf-8")
        command = [
            sys.executable,
            "-m",
            "generator.cli",
            "--root",
            str(root),
            "fetch-sources",
            LETTER,
            "--patience",
            "2",
        ]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        connection, _ = listening.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n")
            while process.poll() is None:
                try:
                    connection.sendall(b"a")
                except OSError:
                    break
                time.sleep(0.2)
        said, problem = process.communicate()

    assert (process.returncode, said) == (1, f"{LETTER}: 0 of 7 passages\n")
    assert "it did not send the document within 2 s. Try again later." in problem
    assert "Traceback" not in problem


@pytest.mark.slow
def test_a_build_quotes_what_was_fetched_and_without_it_is_as_before(
    project: Path, tmp_path: Path, server: StandIn
) -> None:
    root = copied(project, tmp_path)
    file = root / f"data/sources/{LETTER}.yaml"
    file.write_text(f"{file.read_text('utf-8')}url: {server.home}/letter\n", "utf-8")
    server.keep("/letter", page_of_text(text_of(LETTER)))
    page, words = root / f"site/nl/sources/{LETTER}/index.html", "Vernieuwd worden twee sluizen"
    link = f"{server.home}/letter#:~:text=Vernieuwd%20worden%20twee%20sluizen%2C%20die"
    build = ("build", "--jobs", "1")
    plain = [ran(root, *build).exit_code, words in page.read_text("utf-8")]
    before = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    ran(root, "fetch-sources")
    quoted = [ran(root, *build).exit_code, words in page.read_text("utf-8"), link in page.read_text("utf-8")]
    again = ran(root, *build).stdout
    server.keep("/letter", text_of(LETTER).replace("Er komt", "Er komt nog").encode())
    (root / FOLDER / f"{LETTER}.html").unlink()
    ran(root, "fetch-sources")
    is_current_with_another = is_current(root, root / "site", root / FOLDER)
    for path in (root / FOLDER).iterdir():
        path.unlink()
    ran(root, *build)

    assert (plain, quoted) == ([0, False], [0, True, True])
    assert again.startswith("Nothing changed.")
    assert not is_current_with_another
    assert {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()} == before
