"""What runs on pull requests, on main and on new letters: safe, pinned, and doing what it says."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.test_first_day import LETTER, TELLING
from tests.support.code_host import Host
from tests.support.papers import xml_of
from tests.support.services import FEED, House, Paper, Publications
from tests.support.small import ROOT
from tests.support.stand_in import StandIn

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
SCRIPTS = Path(sys.executable).parent
UNSAFE = """\
on: pull_request_target
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo ${{ github.event.pull_request.title }}
"""


def linted(*files: Path) -> subprocess.CompletedProcess[str]:
    command = [
        str(SCRIPTS / "zizmor"),
        "--offline",
        "--pedantic",
        "--no-progress",
        "--format",
        "json",
        *map(str, files),
    ]
    return subprocess.run(command, capture_output=True, text=True)


def validated(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    command = [str(SCRIPTS / "check-jsonschema"), "--builtin-schema", schema, *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_security_linter_at_its_strictest_finds_nothing_in_the_workflows():
    run = linted(*WORKFLOWS)

    assert (run.returncode, json.loads(run.stdout)) == (0, []), run.stdout


def test_the_linter_sees_what_is_unsafe(tmp_path):
    (tmp_path / ".github/workflows").mkdir(parents=True)
    file = tmp_path / ".github/workflows/unsafe.yml"
    file.write_text(UNSAFE, "utf-8")
    run = linted(file)

    assert run.returncode != 0
    assert {"dangerous-triggers", "unpinned-uses", "template-injection"} <= {
        finding["ident"] for finding in json.loads(run.stdout)
    }


def test_workflows_and_forms_have_the_shape_that_they_must_have(tmp_path):
    (tmp_path / "bad.yml").write_text("on: push\njobs: {a: {runs-on: ubuntu-24.04, step: []}}\n", "utf-8")

    assert validated("vendor.github-workflows", *WORKFLOWS).returncode == 0
    assert validated("vendor.github-workflows", tmp_path / "bad.yml").returncode != 0


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_may_do_nothing_but_what_a_job_says_it_may(file: Path) -> None:
    workflow: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))

    assert workflow["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in workflow["jobs"].values())


def test_pull_requests_get_no_secret_and_may_write_nothing():
    text = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)

    assert list(workflow[True]) == ["pull_request"]
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}] * 2
    assert "secrets." not in text


def test_only_the_job_that_deploys_may_deploy_and_it_comes_after_all_others():
    jobs = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    deploying = [name for name, job in jobs.items() if "pages" in job["permissions"]]

    assert deploying == ["deploy"]
    assert {name: job.get("needs") for name, job in jobs.items()} == {
        "test": None,
        "editions": "test",
        "part": "editions",
        "site": "part",
        "deploy": "site",
    }


def test_every_part_and_the_site_are_built_from_the_documents_that_were_fetched_once():
    """Another folder of documents is another site: a part built without it would be built again."""
    jobs = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    steps = {name: job["steps"] for name, job in jobs.items()}
    fetching = [name for name, listed in steps.items() if any("make sources" in step.get("run", "") for step in listed)]
    handed = {name: [step["with"] for step in listed if step.get("with", {}).get("path") == ".atlas/sources"]
              for name, listed in steps.items()}  # fmt: skip

    assert fetching == ["editions"]
    assert [withs[0].get("name") for withs in (handed["editions"], handed["part"], handed["site"])] == [
        "sources", None, None,
    ]  # fmt: skip
    assert handed["editions"][0]["include-hidden-files"] is True
    assert [handed[name][0]["pattern"] for name in ("part", "site")] == ["sources", "sources"]
    assert [handed[name][0]["merge-multiple"] for name in ("part", "site")] == [True, True]


PUBLISHED = replace(Paper(), title="Voortgangsbrief Waterdienst zomer 2026", day="2026-06-03")
LETTER_ID = "voortgangsbrief-waterdienst-zomer-2026-2026-06-03"


@pytest.fixture
def server():
    with StandIn() as server:
        House(server)
        yield server, Publications(server)


def test_a_new_letter_becomes_one_pull_request_and_no_second(server, tmp_path):
    home, publications = server
    (tmp_path / "project").mkdir()
    host = Host(tmp_path / "project", TELLING.replace("HOME", home.home))
    publications.list(PUBLISHED)
    publications.server.keep(publications.path(PUBLISHED, "xml"), xml_of(LETTER))
    runs = [host.run("new-letter"), host.run("pull-request")]
    host.git("switch", "-q", "main")
    runs += [host.run("new-letter"), host.run("pull-request")]
    files = host.git("ls-tree", "-r", "--name-only", f"new-letter/{LETTER_ID}").split()

    assert [run.returncode for run in runs] == [0, 0, 0, 0], "\n".join(run.stderr for run in runs)
    assert host.branches == [f"refs/heads/new-letter/{LETTER_ID}"]
    assert [request["words"][:2] for request in host.requests] == [["pr", "create"]]
    assert "## sluizen-1" in host.requests[0]["body"]
    assert {f"data/passages/{LETTER_ID}.yaml", f"data/sources/{LETTER_ID}.yaml", "data/watch.json"} <= set(files)
    assert "Proposed before" in runs[3].stdout


def test_without_a_new_paper_nothing_is_proposed(server, tmp_path):
    (tmp_path / "project").mkdir()
    host = Host(tmp_path / "project", TELLING.replace("HOME", server[0].home))
    found, opened = host.run("new-letter"), host.run("pull-request")

    assert (found.returncode, opened.returncode) == (0, 0), found.stderr + opened.stderr
    assert "Nothing new." in found.stdout
    assert (host.root / "data/watch.json").is_file()
    assert (host.branches, host.requests) == ([], [])


def test_a_service_that_fails_fails_the_run_after_what_the_other_told_is_proposed(server, tmp_path):
    home, publications = server
    (tmp_path / "project").mkdir()
    host = Host(tmp_path / "project", TELLING.replace("HOME", home.home))
    settings = host.root / "data/atlas.yaml"
    settings.write_text(settings.read_text("utf-8").replace(FEED, "/nowhere"), "utf-8")
    host.commit("A wrong address")
    publications.list(PUBLISHED)
    publications.server.keep(publications.path(PUBLISHED, "xml"), xml_of(LETTER))
    found, opened = host.run("new-letter"), host.run("pull-request")

    assert (found.returncode, opened.returncode) == (0, 1), found.stderr
    assert len(host.requests) == 1
    assert "A service failed" in opened.stderr


def test_an_address_that_is_not_secure_is_refused(server, tmp_path):
    (tmp_path / "project").mkdir()
    host = Host(tmp_path / "project", TELLING.replace("HOME", server[0].home))
    run = host.run("new-letter", ADDRESS="http://example.org/a.pdf", SOURCE="a", PUBLISHED="2026-01-01")

    assert (run.returncode, "must begin with https://" in run.stderr) == (1, True)
