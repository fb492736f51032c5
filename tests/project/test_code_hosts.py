"""GitHub, Forgejo and GitLab run the same: one set of make targets and scripts, on the oldest and the newest Python."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.small import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
VERSIONS = [line.rpartition(" ")[2] for line in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", line)]
WORKFLOWS = {
    host: {
        file.stem: yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
        for file in (ROOT / host / "workflows").glob("*.yml")
    }
    for host in (".github", ".forgejo")
}
FORGEJO = sorted((ROOT / ".forgejo/workflows").glob("*.yml"))
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
GITLAB_JOBS = {name: job for name, job in GITLAB.items() if isinstance(job, dict) and "script" in job}


def ran(script: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(Path(sys.executable).with_name(script)), *words], capture_output=True, text=True)


def validated(file: Path) -> subprocess.CompletedProcess[str]:
    transform = ("--data-transform", "gitlab-ci")
    return ran("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", *transform, str(file))


def commands(workflow: dict[str, Any]) -> str:
    return "\n".join(step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"])


def lines(event: str) -> str:
    """What GitLab runs on an event, such as `push`."""
    jobs = [job for job in GITLAB_JOBS.values() if any(f'"{event}"' in rule["if"] for rule in job["rules"])]
    return "\n".join(line for job in jobs for line in job["script"])


def ours(text: str) -> set[str]:
    """The make targets and scripts of the project that a text of commands runs."""
    targets = {word for line in re.findall(r"\bmake ([^|\n]+)", text) for word in line.split() if "=" not in word}
    return targets | set(re.findall(r"(?m)^(\.ci/\S+)", text))


def test_workflows_of_forgejo_have_the_shape_that_they_must_have():
    run = ran("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, FORGEJO))

    assert run.returncode == 0, run.stdout


def test_a_security_linter_objects_only_to_images_without_a_digest_in_the_workflows_of_forgejo():
    """A digest cannot be known without asking a registry; Renovate adds it in its first request."""
    run = ran("zizmor", "--offline", "--pedantic", "--no-progress", "--format", "json", *map(str, FORGEJO))

    assert {finding["ident"] for finding in json.loads(run.stdout)} <= {"unpinned-images"}


@pytest.mark.parametrize("name", sorted(WORKFLOWS[".forgejo"]))
def test_a_workflow_of_forgejo_may_do_nothing_but_what_a_job_says_it_may(name):
    workflow = WORKFLOWS[".forgejo"][name]

    assert workflow["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in workflow["jobs"].values())
    assert "secrets." not in (ROOT / f".forgejo/workflows/{name}.yml").read_text("utf-8")


def test_the_pipeline_of_gitlab_has_the_shape_that_it_must_have(tmp_path):
    (tmp_path / "bad.yml").write_text("test:\n  script: [make test]\n  rule: []\n", "utf-8")

    assert validated(ROOT / ".gitlab-ci.yml").returncode == 0
    assert validated(tmp_path / "bad.yml").returncode != 0


def test_only_a_job_that_opens_requests_gets_the_token_of_the_project_on_gitlab():
    assert [name for name, job in GITLAB_JOBS.items() if "TOKEN" in str(job)] == ["new-letter"]
    assert "TOKEN" not in str({name: value for name, value in GITLAB.items() if name not in GITLAB_JOBS})


def test_each_host_runs_the_same_for_a_proposal_and_for_new_letters():
    runs = {host: {name: ours(commands(flow)) for name, flow in flows.items()} for host, flows in WORKFLOWS.items()}
    gitlab = {event: ours(lines(event)) for event in ("merge_request_event", "schedule")}

    proposal = [runs[".github"]["check"], runs[".forgejo"]["check"], gitlab["merge_request_event"]]
    letters = [runs[".github"]["new-letter"], runs[".forgejo"]["new-letter"], gitlab["schedule"]]
    assert proposal == [{"check", "report", "repro", "site", "test"}] * 3
    assert letters == [{".ci/new-letter", ".ci/pull-request"}] * 3


def test_each_host_checks_and_tests_before_it_publishes_the_site_in_its_own_way():
    runs = {host: ours(commands(flows["publish"])) for host, flows in WORKFLOWS.items()}

    assert {**runs, ".gitlab-ci.yml": ours(lines("push"))} == {
        ".github": {"check", "test", "sources", "ready", "part", "whole"},
        ".forgejo": {"check", "test", "sources", "site", ".ci/pages-branch"},
        ".gitlab-ci.yml": {"check", "test", "sources", "site"},
    }
    assert WORKFLOWS[".forgejo"]["publish"]["jobs"]["site"]["needs"] == "test"
    assert GITLAB["stages"].index(GITLAB["test"]["stage"]) < GITLAB["stages"].index(GITLAB["pages"]["stage"])


def test_what_is_run_is_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    texts = [commands(workflow) for workflows in WORKFLOWS.values() for workflow in workflows.values()]
    names = ours("\n".join([*texts, lines("push"), lines("merge_request_event"), lines("schedule")]))

    assert [
        name
        for name in sorted(names)
        if not ((ROOT / name).is_file() if name.startswith(".ci/") else re.search(rf"(?m)^{name}:", makefile))
    ] == []


def test_tests_run_on_the_oldest_and_the_newest_python_everywhere():
    matrices = [
        job["strategy"]["matrix"]["python"]
        for workflows in WORKFLOWS.values()
        for name in ("check", "publish")
        for job in workflows[name]["jobs"].values()
        if "make check test" in commands({"jobs": {"a": job}}) or "make test" in commands({"jobs": {"a": job}})
    ]
    [images] = GITLAB["test"]["parallel"]["matrix"]

    assert matrices == [[VERSIONS[0], VERSIONS[-1]]] * 4
    assert images["IMAGE"] == [f"python:{version}-bookworm" for version in (VERSIONS[0], VERSIONS[-1])]
    assert f">={VERSIONS[0]}" == PROJECT["requires-python"]


def test_everything_else_runs_on_the_oldest_python():
    texts = [file.read_text("utf-8") for host in WORKFLOWS for file in (ROOT / host / "workflows").glob("*.yml")]
    fixed = re.findall(r'python-version: "(.+)"|image: python:([\d.]+)-bookworm', "\n".join(texts))

    assert {first or second for first, second in fixed} == {VERSIONS[0]}
    assert GITLAB["default"]["image"] == f"python:{VERSIONS[0]}-bookworm"


def test_merge_requests_ask_the_same_as_pull_requests():
    template = (ROOT / ".gitlab/merge_request_templates/Default.md").read_bytes()

    assert template == (ROOT / ".github/pull_request_template.md").read_bytes()


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-issue-forms", "document.yml"),
        ("vendor.github-issue-forms", "wrong.yml"),
        ("vendor.github-issue-config", "config.yml"),
    ],
)
def test_forms_of_issues_have_the_shape_that_they_must_have(tmp_path, schema, file):
    path = ROOT / ".github/ISSUE_TEMPLATE" / file
    (tmp_path / file).write_text(f"{path.read_text('utf-8')}bodies: []\n", "utf-8")

    assert ran("check-jsonschema", "--builtin-schema", schema, str(path)).returncode == 0
    assert ran("check-jsonschema", "--builtin-schema", schema, str(tmp_path / file)).returncode != 0
