"""The first line of each hand-written YAML file, which tells editors by which schema they complete and explain."""

import re

_LINE = re.compile(r"#\s*(?:yaml-language-server\s*:|\$schema\s*:)")


def schema_name(file: str) -> str:
    """The name of the schema of a file of `data/`, given as a path relative to it; empty for the phrases of pages."""
    folder, _, name = file.rpartition("/")
    return {"sources": "source", "passages": "passages", "words": ""}.get(folder, name.removesuffix(".yaml"))


def schema_line(file: str) -> str:
    """The first line of a file, given as a path relative to the project; empty if nobody writes it by hand."""
    within = file.removeprefix("data/")
    name = schema_name(within)
    if name in ("", "passages"):
        return ""
    return f"# yaml-language-server: $schema={'../' * within.count('/')}schema/{name}.json"


def named(text: str, file: str) -> str:
    """The text of a file with the first line that names its schema, in place of one that names another."""
    line = schema_line(file)
    kept = [written for written in text.split("\n") if not _LINE.match(written)]
    return "\n".join([line, *kept]) if line else text
