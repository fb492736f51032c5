"""The result of a visit as text and as JSON."""

import json
from collections.abc import Iterator

from generator.model import Match, Stage
from generator.watch.state import Finding
from generator.watch.watcher import Failure, Watched

NOTHING = "Nothing new."
_STAGES = {
    Stage.ANNOUNCED: "announced, no text yet",
    Stage.WITHDRAWN: "withdrawn by the service",
}
_MATCHES = {
    Match.CERTAIN: "certain: it carries the number of the dossier",
    Match.DOUBTFUL: "doubtful: only its title says so",
}


def as_text(watched: Watched) -> str:
    """The new papers as text for people; empty if there are only failures to report."""
    if not watched.findings:
        return "" if watched.failures else NOTHING
    count = len(watched.findings)
    head = f"{count} new paper{'s' * (count != 1)}"
    return "\n\n".join([head, *("\n".join(_lines(finding)) for finding in watched.findings)])


def as_json(watched: Watched, folder: str) -> str:
    """The same for programs; `folder` is the one that fetched files are in."""
    result = {
        "papers": [_row(finding, folder) for finding in watched.findings],
        "failures": [
            {
                "service": f.service,
                "paper": f.paper,
                "address": f.error.address,
                "answered": f.error.answered,
                "remedy": f.error.remedy,
            }
            for f in watched.failures
        ],
        "remarks": list(watched.remarks),
    }
    return json.dumps(result, ensure_ascii=False, indent=1)


def failure_text(failure: Failure) -> str:
    """A failure as text: the service, its answer, the address, and what to do."""
    error = failure.error
    whose = f"{failure.service}, {failure.paper}" if failure.paper else failure.service
    text = f"{whose}: {error.answered}\n    {error.address}"
    return f"{text}\n    {error.remedy}" if error.remedy else text


def _lines(finding: Finding) -> Iterator[str]:
    paper = finding.paper
    day = paper.published.text if paper.published else "no date"
    yield f"{paper.number or 'no number yet'}, {day}: {paper.title or 'no title'}"
    yield f"    {_MATCHES[finding.match]}"
    if paper.sort:
        yield f"    {paper.sort}"
    yield f"    found at {finding.service}: {paper.page or 'no page'}"
    if finding.stage is not Stage.TEXT:
        yield f"    {_STAGES[finding.stage]}"
    if finding.address:
        yield f"    file: {finding.address}"
    if finding.sha256:
        yield f"    fetched as {finding.file}, SHA-256 {finding.sha256}"


def _row(finding: Finding, folder: str) -> dict[str, str | None]:
    paper = finding.paper
    return {
        "number": paper.number or None,
        "title": paper.title or None,
        "sort": paper.sort or None,
        "reference": paper.reference or None,
        "published": paper.published.text if paper.published else None,
        "match": finding.match.value,
        "stage": finding.stage.value,
        "service": finding.service,
        "page": paper.page or None,
        "address": finding.address or None,
        "file": f"{folder}/{finding.file}" if finding.file else None,
        "sha256": finding.sha256 or None,
    }
