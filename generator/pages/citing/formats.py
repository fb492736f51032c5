"""How to cite a page of the atlas, in words and in the formats that reference managers read."""

import json
import re
from dataclasses import dataclass

from generator.model import Locale, Period

_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_SPECIAL_NAMES = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}


@dataclass(frozen=True)
class Citable:
    """A page, or a chart on one, as an edition shows it."""

    key: str
    """Unique in the edition and language: `theme-undermining`."""
    title: str
    author: str
    """Who publishes the atlas."""
    site: str
    edition: Period
    """The day, or the month, that the edition is of."""
    address: str
    """In that edition, where it stays what it is."""
    language: str


def in_words(cited: Citable, words: Locale) -> str:
    """Return the citation as APA has it: author, date, title, site with its edition, address."""
    day = words.period(cited.edition)
    year, rest = str(cited.edition.last.year), day.removesuffix(str(cited.edition.last.year)).strip()
    return words.say(
        "cite.text",
        author=cited.author,
        date=f"{year}, {rest}" if rest else year,
        title=cited.title,
        site=cited.site,
        day=day,
        address=cited.address,
    )


def bibtex(cited: Citable, words: Locale) -> str:
    """Return an entry `@online` as BibLaTeX has it."""
    fields = {
        "author": f"{{{_escaped(cited.author)}}}",
        "title": f"{{{_escaped(cited.title)}}}",
        "date": _iso(cited.edition),
        "organization": _escaped(cited.site),
        "note": _escaped(words.say("cite.edition", day=words.period(cited.edition))),
        "url": cited.address,
        "langid": words.english_name,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@online{{{cited.key}-{_iso(cited.edition)},\n{lines}}}\n"


def ris(cited: Citable, words: Locale) -> str:
    """Return a record of type ELEC as RIS has it, one tag on a line."""
    day = "/".join([*_parts(cited.edition), "", ""][:3])
    tags = (
        ("TY", "ELEC"),
        ("AU", cited.author),
        ("TI", cited.title),
        ("T2", cited.site),
        ("PY", str(cited.edition.last.year)),
        ("DA", f"{day}/"),
        ("ET", words.say("cite.edition", day=words.period(cited.edition))),
        ("LA", cited.language),
        ("UR", cited.address),
        ("ID", f"{cited.key}-{_iso(cited.edition)}"),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {value}\n" for tag, value in tags)


def csl_json(cited: Citable, words: Locale) -> str:
    """Return a list of one item as CSL-JSON has it."""
    item = {
        "id": f"{cited.key}-{_iso(cited.edition)}",
        "type": "webpage",
        "title": cited.title,
        "author": [{"literal": cited.author}],
        "container-title": cited.site,
        "edition": words.say("cite.edition", day=words.period(cited.edition)),
        "issued": {"date-parts": [[int(part) for part in _parts(cited.edition)]]},
        "language": cited.language,
        "URL": cited.address,
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def _iso(period: Period) -> str:
    return "-".join(_parts(period))


def _parts(period: Period) -> list[str]:
    """Year, month and day, as far as the period is sharp."""
    year, month, day = str(period.last).split("-")
    if period.first == period.last:
        return [year, month, day]
    return [year, month] if period.first.replace(day=1) == period.last.replace(day=1) else [year]


def _escaped(text: str) -> str:
    """The text without what TeX would take for a command."""
    return _SPECIAL.sub(lambda sign: _SPECIAL_NAMES.get(sign[0], f"\\{sign[0]}"), text)
