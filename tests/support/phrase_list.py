"""Writes generator/checks/phrases.toml after data/words/: `python -m tests.support.phrase_list`, for new phrases."""

from generator.archive.yaml_loader import read_yaml
from generator.checks.texts import _names, _phrase_keys
from generator.text import LANGUAGES
from tests.support.small import ROOT

LIST = ROOT / "generator" / "checks" / "phrases.toml"
HEAD = """\
# Every phrase that the pages show, with the names of the values that it is given: they may stand in braces.
# The phrases of units are not listed: anybody may add one. `python -m tests.support.phrase_list` writes this file.

"""


def listed() -> str:
    """The text of the list; forms of one phrase, `one` and `other`, are given the same values."""
    names: dict[str, set[str]] = {}
    for code in LANGUAGES:
        words = read_yaml((ROOT / f"data/words/{code}.yaml").read_text("utf-8"), code).value
        assert isinstance(words, dict)
        for path, phrase in _phrase_keys(words):
            if path[0] != "units":
                names.setdefault(".".join(path), set()).update(_names(str(phrase)) or ())
    for key in names:
        stem, _, form = key.rpartition(".")
        if form in ("one", "other") and {f"{stem}.one", f"{stem}.other"} <= names.keys():
            names[key] = names[f"{stem}.one"] | names[f"{stem}.other"]
    return HEAD + "".join(f'"{key}" = "{" ".join(sorted(given))}"\n' for key, given in names.items())


if __name__ == "__main__":
    LIST.write_text(listed(), "utf-8")
