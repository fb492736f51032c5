"""What a passage may become: records with all answers filled in that follow from the passage, by kind and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.archive import Archive, Entry, citing, entries
from generator.documents import WorkItem
from generator.model import Citation, Observation, Record, Report, Statement
from generator.text import EDITORS_LANGUAGE

_WORDS_OF_ID = 6


@dataclass(frozen=True)
class Proposal:
    """A record that may be added: its kind, as in `atlas new`, and what it is added to."""

    kind: str
    of: str
    """The id of the theme, milestone or indicator."""
    about: str
    """The title of that, in the language of the editors."""
    answers: dict[str, str] = field(default_factory=dict)
    """By option; what does not follow from the passage is left out."""
    claim: str = ""
    """What the passage seems to say of it: `same promise, date moved from 2025-Q4 to 2026`."""


def proposals_of(archive: Archive, item: WorkItem) -> tuple[Proposal, ...]:
    """What a passage may become, the likeliest first: reports, values, then statements.

    Without what it has become: the report, value or statement of the same milestone, indicator or theme that cites it.
    """
    citation = item.citation
    made = {(type(c.record), _of(c)) for c in citing(entries(archive)) if citation in c.cites}
    made |= {
        (Statement, id) for id, theme in archive.themes.items() if any(citation in s.cites for s in theme.statements)
    }
    found = (*_reports(item), *_values(item), *_statements(archive, item))
    return tuple(proposal for proposal in found if (_MODELS[proposal.kind], proposal.of) not in made)


_MODELS: dict[str, type[Record]] = {"report": Report, "observation": Observation, "statement": Statement}


def _of(cited: Entry) -> str:
    return str(getattr(cited.parent, "id", ""))


def blank(archive: Archive, kind: str, of: str, *cites: Citation) -> Proposal:
    """A record of a kind of which nothing is known but its citations, in order.

    Raises KeyError if there is no such theme, milestone or indicator.
    """
    titles = {id: theme.text.title for id, theme in archive.themes.items()}
    titles |= {record.id: record.title for record in archive.indicators}
    titles |= {record.id: record.title for record in archive.milestones}
    return Proposal(kind, of, titles[of][EDITORS_LANGUAGE], {"cites": ", ".join(map(str, cites))} if cites else {})


def id_from(text: str, taken: frozenset[str]) -> str:
    """An id of the first words of a text; with a number if it is taken, empty if the text has no words."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))
    id = "-".join([word for word in words if word not in _SMALL][:_WORDS_OF_ID])
    n = 2
    while id in taken:
        id = f"{id.removesuffix(f'-{n - 1}')}-{n}"
        n += 1
    return id


_SMALL = frozenset({
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "has", "have", "in", "is", "it", "its", "of", "on", "or",
    "that", "the", "this", "to", "was", "were", "with",
})  # fmt: skip
"""Words that an id can do without."""


def _reports(item: WorkItem) -> Iterator[Proposal]:
    for match in item.milestones:
        known = {"says": match.says.value, "due": match.due, "done": match.done}
        answers = {option: answer for option, answer in known.items() if answer}
        title = match.milestone.title[EDITORS_LANGUAGE]
        yield Proposal("report", match.milestone.id, title, {"cites": str(item.citation), **answers}, match.claim)


def _values(item: WorkItem) -> Iterator[Proposal]:
    for match in item.indicators:
        known = {"period": match.period, "value": match.value}
        answers = {option: answer for option, answer in known.items() if answer}
        title = match.indicator.title[EDITORS_LANGUAGE]
        yield Proposal("observation", match.indicator.id, title, {"cites": str(item.citation), **answers})


def _statements(archive: Archive, item: WorkItem) -> Iterator[Proposal]:
    published = archive.sources[item.citation.source].published.text
    for match in item.themes:
        when = item.passage.dates[0] if item.passage.dates else published
        title = archive.themes[match.theme].text.title[EDITORS_LANGUAGE]
        yield Proposal("statement", match.theme, title, {"when": when, "cites": str(item.citation)})
