"""Cases that are files of YAML in tests/cases/: so many that the loader in C reads them, not the one in Python."""

from pathlib import Path
from typing import Any

import yaml


def case_in(file: Path) -> Any:
    """What stands in the file."""
    return yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)


def texts_in(file: Path) -> Any:
    """What stands in the file, with numbers and dates as they are written."""
    return yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
