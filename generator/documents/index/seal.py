"""The seal of an index of passages: a digest over everything else in its file, whatever its layout and comments."""

import hashlib
import json
from collections.abc import Mapping

from generator.archive import Value, read_yaml

_KEY = "seal"


def seal_of(values: Value) -> str:
    """Return the SHA-256 of the values of a file without its seal; they are those of `read_yaml`."""
    rest = {key: value for key, value in values.items() if key != _KEY} if isinstance(values, Mapping) else values
    return hashlib.sha256(json.dumps(rest, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def sealed(text: str) -> str:
    """Return the text of an index with its seal in the last line, in place of an earlier one."""
    rest = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"{_KEY}:"))
    return f"{rest.rstrip()}\n{_KEY}: {seal_of(read_yaml(rest, '').value)}\n"
