"""That all was in order, and what was said of it: known until something changes."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from generator.fingerprint.inputs import NOTHING_NAMED, Named, everything, named_in, program, text_hash
from generator.fingerprint.kept import KEPT_CHECKS, keep, kept


def said_before(root: Path, form: str) -> str | None:
    """Return what was said of a project in which all was in order, in that form; None if anything is not as then.

    What the settings refer to is read from what is kept: if they refer to something else now, they have changed.
    """
    written = kept(_file(root, form))
    known = json.loads(written) if written else {}
    return known["said"] if known.get("inputs") == _inputs(root, named_in(known.get("named"))) else None


def state_of(root: Path, named: Named = NOTHING_NAMED) -> Mapping[str, object]:
    """Return how a project is, for `keep_said`; to be asked before it is looked at. `named` is as in `everything`."""
    return {"inputs": _inputs(root, named), "named": asdict(named)}


def keep_said(root: Path, form: str, said: str, state: Mapping[str, object]) -> None:
    """Keep what was said of a project which was in that state, and in which all is in order."""
    with suppress(OSError):
        keep(_file(root, form), json.dumps({**state, "said": said}).encode())


def _file(root: Path, form: str) -> Path:
    return root / KEPT_CHECKS / f"in-order-{form}"


def _inputs(root: Path, named: Named) -> str:
    return text_hash(everything(root, named=named), program("."))
