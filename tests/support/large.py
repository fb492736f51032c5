"""Archives as large as one likes, all in order: for measuring how what is built grows with letters and records."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from generator.documents.ingest import read_source
from generator.model.period import parse_period
from generator.text.language import months_of
from tests.support.small import ROOT, SMALL

THEMES = ("bruggen", "sluizen", "veren", "kaden")
"""What letters speak of, each under a heading of its own."""
_SYLLABLES = ("ka", "lo", "mi", "ru", "ten", "ve", "wor", "zui", "bel", "do")
_FIRST = date(2016, 1, 15)


@dataclass
class _Letter:
    """One letter, with what it says of each theme: sentences, and the records that are made of them."""

    number: int
    sections: dict[str, list[str]] = field(default_factory=lambda: {theme: [] for theme in THEMES})

    @property
    def day(self) -> date:
        """Letters come month by month."""
        months = _FIRST.month - 1 + self.number
        return date(_FIRST.year + months // 12, months % 12 + 1, _FIRST.day)

    @property
    def id(self) -> str:
        return f"brief-{self.day}"

    def says(self, theme: str, sentence: str) -> str:
        """Adds a paragraph, and returns its citation."""
        self.sections[theme].append(sentence)
        return f"{self.id}#{theme}-{len(self.sections[theme])}"

    @property
    def text(self) -> str:
        parts = [f"# Voortgang {self.number + 1}"]
        for theme, sentences in self.sections.items():
            opening = f"Over de {theme} is dit keer het volgende te melden aan de lezer van deze brief."
            parts += [f"## {theme.capitalize()}", *(sentences or [opening])]
        return "\n\n".join(parts) + "\n"


def lay_out_large(folder: Path, letters: int, records: int) -> Path:
    """The folder with all that a build needs of an archive of so many letters, one a month, and records.

    The records are spread evenly over letters and themes. One in two is a statement; the others are promises, which
    the next letter reports as kept; those of the last letter are awaited. Code, templates and content are links.
    """
    for name in ("generator", "templates", "content", "requirements", "pyproject.toml"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "mkdocs.yml").write_bytes((SMALL / "mkdocs.yml").read_bytes())
    data = folder / "data"
    for name in ("sources", "passages", *(f"themes/{theme}" for theme in THEMES)):
        (data / name).mkdir(parents=True)
    shutil.copytree(ROOT / "data/words", data / "words")
    (data / "atlas.yaml").write_bytes((SMALL / "data/atlas.yaml").read_bytes())
    written = [_Letter(number) for number in range(letters)]
    files = dict(_themes(written, records))
    for letter in written:
        _write_letter(letter, folder)
    for path, content in files.items():
        _write(data / path, content)
    return folder


def _themes(letters: list[_Letter], records: int) -> Iterator[tuple[str, object]]:
    """The files of the themes, by path inside data/; the letters are given what they say."""
    statements: dict[str, list[object]] = {theme: [] for theme in THEMES}
    milestones: dict[str, list[object]] = {theme: [] for theme in THEMES}
    for n in range(records):
        letter = letters[n * len(letters) // records]
        later = letters[letter.number + 1] if letter.number + 1 < len(letters) else None
        theme = THEMES[n // 2 % len(THEMES)]
        if n % 2:
            milestones[theme].append(_milestone(n, theme, letter, later))
        else:
            statements[theme].append(_statement(n, theme, letter))
    for theme in THEMES:
        yield f"themes/{theme}/statements.yaml", statements[theme]
        yield f"themes/{theme}/milestones.yaml", milestones[theme]
        yield f"themes/{theme}/theme.yaml", _theme(theme, letters)


def _theme(theme: str, letters: list[_Letter]) -> object:
    spoken = next((letter for letter in letters if letter.sections[theme]), letters[0])
    name = theme.capitalize()
    return {
        "title": {"nl": name, "en": name},
        "question": {"nl": f"Hoe staat het met de {theme}?", "en": f"How are the {theme}?"},
        "terms": [theme],
        "standings": [
            {
                "cites": [f"{spoken.id}#{theme}-1"],
                "summary": {"nl": f"De {theme} vorderen", "en": f"The {theme} proceed"},
                "text": {"nl": f"De {theme} vorderen verder.", "en": f"The {theme} proceed further."},
            }
        ],
    }


def _statement(n: int, theme: str, letter: _Letter) -> object:
    name = _name(n)
    dutch = f"De dienst onderhoudt {name} bij de {theme} met eigen mensen en met hulp van de streek."
    english = f"The service maintains {name} at the {theme} with its own people and with help of the region."
    return {
        "id": f"statement-{n}",
        "when": letter.day.strftime("%Y-%m"),
        "kind": "progress",
        "text": {"nl": dutch, "en": english},
        "cites": [letter.says(theme, dutch)],
    }


def _milestone(n: int, theme: str, letter: _Letter, later: _Letter | None) -> object:
    """Promised for the month after the next letter, which reports that it is done."""
    name, due = _name(n), _Letter(letter.number + 2).day
    said = letter.says(theme, f"Het werk aan {name} bij de {theme} is naar verwachting klaar in {_month(due)}.")
    reports = [{"cites": said, "says": "announced", "due": due.strftime("%Y-%m")}]
    if later:
        done = later.says(theme, f"Het werk aan {name} bij de {theme} is klaar en in gebruik genomen.")
        reports.append({"cites": done, "says": "done"})
    title = {"nl": f"Werk aan {name} klaar", "en": f"Work on {name} finished"}
    return {"id": f"milestone-{n}", "title": title, "nature": "promise", "owed_by": "customs", "reports": reports}


def _month(day: date) -> str:
    return f"{months_of('nl')[day.month - 1]} {day.year}"


def _name(n: int) -> str:
    """A name of its own for each number."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{n:05}").capitalize()


def _write_letter(letter: _Letter, folder: Path) -> None:
    file = folder / "letter.txt"
    file.write_text(letter.text, "utf-8")
    read = read_source(file, letter.id, parse_period(letter.day.isoformat()))
    (folder / "data/passages" / f"{letter.id}.yaml").write_text(read.index, "utf-8")
    file.unlink()
    source = {
        "id": letter.id,
        "kind": "letter",
        "title": {"nl": f"Voortgang {letter.number + 1}", "en": f"Progress {letter.number + 1}"},
        "published": letter.day,
        "sender": {"nl": "de minister van Water", "en": "Minister for Water"},
    }
    _write(folder / "data/sources" / f"{letter.id}.yaml", source)


def _write(file: Path, content: object) -> None:
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
