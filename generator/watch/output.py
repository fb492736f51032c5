"""What a visit gave, in words and as JSON."""

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
    Match.CERTAIN: "certain: it bears the number of the dossier",
    Match.DOUBTFUL: "doubtful: only its title says so",
}


def as_text(watched: Watched) -> str:
    """The list as a person reads it; empty if there is nothing to tell but failures."""
    if not watched.told:
        return "" if watched.failures else NOTHING
    count = len(watched.told)
    head = f"{count} new paper{'s' * (count != 1)}"
    return "\n\n".join([head, *("\n".join(_lines(finding)) for finding in watched.told)])


def as_json(watched: Watched, folder: str) -> str:
    """The same for machines; files lie in `folder`."""
    told = {
        "papers": [_row(finding, folder) for finding in watched.told],
        "failures": [
            {"service": f.service, "address": f.error.address, "answered": f.error.answered, "remedy": f.error.remedy}
            for f in watched.failures
        ],
        "remarks": list(watched.remarks),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def failure_text(failure: Failure) -> str:
    """A failure in words: the service, where, what it answered, what to do."""
    error = failure.error
    told = f"{failure.service}: {error.answered}\n    {error.address}"
    return f"{told}\n    {error.remedy}" if error.remedy else told


def _lines(finding: Finding) -> Iterator[str]:
    paper = finding.paper
    day = paper.published.text if paper.published else "no date"
    yield f"{paper.number or 'no number yet'}, {day}: {paper.title or 'no title'}"
    yield f"    {_MATCHES[finding.match]}"
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
        "published": paper.published.text if paper.published else None,
        "match": finding.match.value,
        "stage": finding.stage.value,
        "service": finding.service,
        "page": paper.page or None,
        "address": finding.address or None,
        "file": f"{folder}/{finding.file}" if finding.file else None,
        "sha256": finding.sha256 or None,
    }
