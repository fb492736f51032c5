"""Archives of one theme, bridges, with another by which both letters are read completely."""

from typing import Any

from generator.archive.archive import Archive
from tests.support.described import LETTERS, TEXT, archive_of, named

READ = [LETTERS[0], {**LETTERS[1], "passages": "3"}]


def bridges(**theme: Any) -> Archive:
    """An archive with one theme, in which every passage of the second letter is accounted for."""
    read = {
        "id": "read",
        "when": "2024",
        "kind": "context",
        "text": TEXT,
        "cites": [f"second#p-{n}" for n in (1, 2, 3)],
    }
    return archive_of({"sources": READ, "themes": {"bridges": theme, "tunnels": {"statements": [read]}}})


def statement(source: str, id: str = "opened") -> dict[str, Any]:
    return {"id": id, "when": "2020", "kind": "result", "text": TEXT, "cites": [f"{source}#p-1"]}


def indicator(*observations: dict[str, Any], **more: Any) -> dict[str, Any]:
    record = {"id": "posts", "title": named("Posts"), "unit": "posts", "definition": TEXT}
    return {**record, "observations": list(observations), **more}


def value(source: str, number: str = "3", **more: Any) -> dict[str, Any]:
    return {"period": "2019", "value": number, "cites": f"{source}#p-1", **more}


def milestone(*reports: dict[str, str]) -> dict[str, Any]:
    return {"id": "bridge", "title": named("Bridge"), "reports": list(reports)}


def standing(source: str) -> dict[str, Any]:
    return {"cites": [f"{source}#p-1"], "summary": TEXT, "text": TEXT}


FIRST = statement("first", "planned")
"""What the first letter says of bridges."""
