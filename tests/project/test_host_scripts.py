"""The scripts that publish and open requests on hosts other than GitHub, against a server and a remote of our own."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.support.code_host import Host
from tests.support.small import ROOT


class Api(HTTPServer):
    """Notes every request, and answers with `status`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status = 201
        self.asked: list[tuple[str, str | None, dict[str, str]]] = []
        """Path, token and fields of each request."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Api

    def do_POST(self) -> None:
        fields = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        token = self.headers["Authorization"] or self.headers["PRIVATE-TOKEN"]
        self.server.asked.append((self.path, token, fields))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(b'{"message": "the answer of the host"}')

    def log_message(self, *_: object) -> None:
        """Prints nothing."""


@pytest.fixture
def api() -> Iterator[Api]:
    with Api() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def host(tmp_path: Path) -> Host:
    """A project in which `.ci/new-letter` has prepared a request."""
    (tmp_path / "project").mkdir()
    host = Host(tmp_path / "project")
    (host.root / "proposal").mkdir()
    for name, text in (("branch", "new-letter/a\n"), ("title", "New letter: a\n"), ("text.md", "# Work “list”\n")):
        (host.root / "proposal" / name).write_text(text, "utf-8")
    (host.root / "data/sources/a.yaml").write_text("id: a\n", "utf-8")
    return host


TITLE, TEXT = "New letter: a", "# Work “list”"
ASKED = {
    "forgejo": (
        "/api/v1/repos/e/atlas/pulls",
        "token secret",
        {"head": "new-letter/a", "base": "main", "title": TITLE, "body": TEXT},
    ),
    "gitlab": (
        "/api/v4/projects/e%2Fatlas/merge_requests",
        "secret",
        {"source_branch": "new-letter/a", "target_branch": "main", "title": TITLE, "description": TEXT},
    ),
}


@pytest.mark.parametrize("code_host", ["forgejo", "gitlab"])
def test_a_new_letter_becomes_one_request_on_each_host(host, api, code_host):
    environment = {"CODE_HOST": code_host, "SERVER": api.address, "TOKEN": "secret"}
    runs = [host.run("pull-request", **environment) for _ in range(2)]

    assert [run.returncode for run in runs] == [0, 0], runs[0].stderr
    assert api.asked == [ASKED[code_host]]
    assert host.branches == ["refs/heads/new-letter/a"]
    assert "data/sources/a.yaml" in host.git("ls-tree", "-r", "--name-only", "new-letter/a")
    assert "secret" not in "".join(run.stdout + run.stderr for run in runs)


def test_what_a_host_answers_to_a_request_that_it_refuses_is_shown(host, api):
    api.status = 403
    run = host.run("pull-request", CODE_HOST="forgejo", SERVER=api.address, TOKEN="secret")

    assert (run.returncode != 0, "the answer of the host" in run.stderr) == (True, True)


def test_a_host_that_is_not_known_is_refused(host):
    run = host.run("pull-request", CODE_HOST="sourcehut", SERVER="http://127.0.0.1", TOKEN="secret")

    assert (run.returncode, "github, forgejo or gitlab" in run.stderr) == (1, True)


@pytest.fixture
def site(tmp_path: Path) -> tuple[Path, Path]:
    """A project with a site, and the remote that it is published to."""
    root, remote = tmp_path / "project", tmp_path / "remote.git"
    shutil.copytree(ROOT / ".ci", root / ".ci")
    (root / "site/data").mkdir(parents=True)
    (root / "site/build.json").write_text("{}", "utf-8")
    (root / "site/data/a.csv").write_bytes(b"a\r\n")
    for words in (("init", "-q", str(root)), ("init", "-q", "--bare", str(remote))):
        subprocess.run(["git", *words], check=True)
    who = ("-c", "user.name=E", "-c", "user.email=e@example.org")
    subprocess.run(["git", *who, "commit", "-qm", "A", "--allow-empty"], cwd=root, check=True)
    return root, remote


def published(root: Path, remote: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "REMOTE": str(remote)}
    return subprocess.run([".ci/pages-branch"], cwd=root, env=environment, capture_output=True, text=True)


def test_the_branch_of_the_pages_holds_the_last_site_and_nothing_else(site):
    root, remote = site
    runs = [published(root, remote)]
    (root / "site/data/b.csv").write_bytes(b"b\r\n")
    (root / "site/data/a.csv").unlink()
    runs += [published(root, remote)]

    def output(*words: str) -> bytes:
        return subprocess.run(["git", *words], cwd=remote, check=True, capture_output=True).stdout

    assert [run.returncode for run in runs] == [0, 0], runs[0].stderr
    assert output("ls-tree", "-r", "--name-only", "pages").split() == [b"build.json", b"data/b.csv"]
    assert output("show", "pages:data/b.csv") == b"b\r\n"
    assert output("rev-list", "--count", "pages").strip() == b"1"


def test_without_a_whole_site_nothing_is_published(site):
    root, remote = site
    (root / "site/build.json").unlink()
    run = published(root, remote)

    assert (run.returncode, "run make site first" in run.stderr) == (1, True)
    assert subprocess.run(["git", "branch"], cwd=remote, capture_output=True).stdout == b""
