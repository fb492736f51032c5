"""The phrases of the project in English, with those fixed that tests of charts read."""

from typing import Any

from generator.archive.yaml_loader import read_yaml
from generator.model.locale import Locale
from tests.support.small import ROOT

PHRASES: Any = read_yaml((ROOT / "data/words/en.yaml").read_text("utf-8"), "en").value
OURS = {
    "units": {"posts": {"one": " post", "other": " posts"}},
    "due": {"moved": "{first}, now {latest}", "done": "{due}; done {done}"},
    "restated": "since restated",
    "basis": {"computed": "computed"},
    "source_kind": {"letter": "Letter"},
    "state": {"open": "open", "done": "done", "dropped": "dropped", "overdue": "overdue", "undated": "no date"},
    "chart": {
        **PHRASES["chart"],
        "promises_sentence": {"one": "{n} promise.", "other": "{n} promises."},
        "none_moved": "None moved.",
        "moved_sentence": {"one": "One moved: {title} ({slip}).", "other": "{n} moved, most: {title} ({slip})."},
        "series_sentence": "{title}: {first} ({first_period}), then {last} ({last_period}).",
        "grid_sentence": "{title}, {period}: at most {largest}, {row}, {column}.",
        "map_done": "Done: {places}.",
        "map_open": "Ahead: {places}.",
    },
}
WORDS = Locale("en", {**PHRASES, **OURS})
"""An editor may reword the others any day."""
