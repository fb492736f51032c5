"""Archives that hypothesis makes up: a few sources in any order of days, and what they say of a bridge or three."""

from typing import Any

from hypothesis import strategies as st

from generator.model.period import parse_period
from tests.support.described import archive_of

DAYS = ["2020-10-15", "2021-06-30", "2024-05", "2024-05-30", "2024-05-31", "2024-06-24", "2026-05", "2026-06-11"]
DUE = [
    "2020",
    "2021-H1",
    "mid-2021",
    "2024-06",
    "2024-06-24",
    "before-summer-2024",
    "2024-03/2024-Q2",
    "late-2026",
    "2030",
]
DONE = ("2019", "2020-09", "2020-10-15")
"""Before every publication day, so that no source tells of what lies beyond it."""


@st.composite
def _sources(draw: st.DrawFn) -> list[dict[str, Any]]:
    days = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=5))
    kinds = st.sampled_from(["letter", "letter", "annual-report", "implementation-report", "external"])
    sizes = st.sampled_from(["1", "2"])
    drawn = [(day, draw(kinds), draw(sizes)) for day in days]
    letter = draw(st.integers(0, len(days) - 1))
    drawn[letter] = (drawn[letter][0], "letter", drawn[letter][2])
    return [
        {"id": f"source-{i}", "kind": kind, "published": day, "passages": size}
        for i, (day, kind, size) in enumerate(drawn)
    ]


def _order(source: dict[str, Any]) -> tuple[object, ...]:
    """The order of the archive: by the last day of publication, a month before a day."""
    published = parse_period(source["published"])
    return published.last, published.first, source["id"]


@st.composite
def _reports(draw: st.DrawFn, sources: list[dict[str, Any]], done: tuple[str, ...] = DONE) -> list[dict[str, str]]:
    reports = []
    for source in sources:
        for _ in range(draw(st.integers(0, 2))):
            says = draw(st.sampled_from(["announced", "under-way", "stalled", "done", "dropped"]))
            report = {"cites": f"{source['id']}#p-1", "says": says}
            if draw(st.booleans()):
                report["due"] = draw(st.sampled_from(_dues(source, says)))
            if says == "done" and draw(st.booleans()):
                report["done"] = draw(st.sampled_from(done))
            reports.append(report)
    return reports


def _dues(source: dict[str, Any], says: str) -> list[str]:
    """Of what is announced or under way only dates that lie ahead of the source."""
    published = parse_period(source["published"]).first
    return [due for due in DUE if says not in ("announced", "under-way") or parse_period(due).last >= published]


def _citable(sources: list[dict[str, Any]]) -> list[str]:
    """The passages that a statement or lineage may cite: those of documents to parliament."""
    ours = [source for source in sources if source["kind"] != "external"]
    return [f"{s['id']}#p-{n}" for s in ours for n in range(1, int(s["passages"]) + 1)]


@st.composite
def _records(draw: st.DrawFn, sources: list[dict[str, Any]]) -> dict[str, Any]:
    text = {"nl": "Brug", "en": "Bridge"}
    passages = st.sampled_from(_citable(sources))
    cites = draw(st.lists(st.lists(passages, min_size=1, max_size=2, unique=True), max_size=4))
    told = [(s["id"], draw(st.sampled_from(["3", "4"]))) for s in sources if draw(st.booleans())]
    statements = [
        {"id": f"statement-{i}", "when": "2020", "kind": "result", "text": text, "cites": c}
        for i, c in enumerate(cites)
    ]
    external = {source["id"] for source in sources if source["kind"] == "external"}
    observations = [
        {"period": "2018" if source in external else "2019", "value": value, "cites": f"{source}#p-1"}
        for source, value in told
    ]
    counted = {"counted_by": "all", "area": "all"}
    indicator = {"id": "posts", "title": text, "unit": "posts", "definition": text, "observations": observations}
    indicator |= counted
    reports = draw(_reports(sources))
    milestone = {"id": "bridge", "title": text, "reports": reports}
    return {
        "statements": statements,
        "indicators": [indicator] if observations else [],
        "milestones": [milestone] if reports else [],
    }


@st.composite
def archives(draw: st.DrawFn) -> Any:
    """A small archive that passes every check."""
    sources = sorted(draw(_sources()), key=_order)
    return archive_of({"sources": sources, "themes": {"bridges": draw(_records(sources))}})


NAMES = ("bridge", "arch", "ferry")
"""Each may have come out of those before it."""


@st.composite
def _lineage(draw: st.DrawFn, names: list[str], passages: list[str]) -> dict[str, Any]:
    of = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    kinds = ["merged", "follows", "part-of"] if len(of) > 1 else ["renamed", "split", "follows", "part-of"]
    kind = draw(st.sampled_from(kinds))
    cites = draw(st.lists(st.sampled_from(passages), min_size=1, max_size=2, unique=True))
    return {"kind": kind, "of": of, "cites": cites}


@st.composite
def continued_archives(draw: st.DrawFn) -> Any:
    """A small archive with up to three milestones, some of which came out of others."""
    sources = sorted(draw(_sources()), key=_order)
    passages = _citable(sources)
    records = draw(_records(sources))
    milestones: list[dict[str, Any]] = []
    for name in NAMES:
        reports = draw(_reports(sources, DONE[:1]))  # so that no step is done before the one that it follows
        milestone = {"id": name, "title": {"nl": "Brug", "en": "Bridge"}, "reports": reports}
        if milestones and draw(st.booleans()):
            milestone["lineage"] = [draw(_lineage([m["id"] for m in milestones], passages))]
        milestones += [milestone] if reports else []
    return archive_of({"sources": sources, "themes": {"bridges": {**records, "milestones": milestones}}})
