"""What search reads, as values."""

import json
import re
from pathlib import Path
from typing import Any

INDEX = re.compile(r"atlasSearch\.found = (\{.*\});\n", re.DOTALL)


def found(script: str) -> dict[str, Any]:
    """What the script gives search: `rows`, `groups`, `kinds`, and how its language is read."""
    held = INDEX.fullmatch(script)
    assert held
    given = json.loads(held[1])
    return {**given, "rows": [list(row) for row in zip(*given["columns"], strict=True)]}


def found_in(volume: Path) -> dict[str, Any]:
    """The same of a volume of the built site."""
    return found((volume / "search.js").read_text("utf-8"))
