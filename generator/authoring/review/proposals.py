"""What a passage may become: records with all answers filled in that follow from the passage, by kind and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.archive import Archive, Entry, citing, entries
from generator.documents import ExtractedPassage, WorkItem
from generator.model import Citation, Observation, Record, Report, Statement, parse_period
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


def proposals_of(archive: Archive, task: WorkItem, source: str) -> tuple[Proposal, ...]:
    """What a passage of a source may become, the likeliest first: reports, values, then statements.

    Without what it has become: the report, value or statement of the same milestone, indicator or theme that cites it.
    """
    citation = Citation(source, task.passage.id)
    made = {(type(c.record), _of(c)) for c in citing(entries(archive)) if citation in c.cites}
    made |= {
        (Statement, id) for id, theme in archive.themes.items() if any(citation in s.cites for s in theme.statements)
    }
    found = (*_reports(archive, task, source), *_values(task), *_statements(archive, task, source))
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


def _reports(archive: Archive, task: WorkItem, source: str) -> Iterator[Proposal]:
    published, passage = archive.sources[source].published, task.passage
    ahead = [date for date in passage.dates if parse_period(date).last >= published.first]
    past = [date for date in passage.dates if date not in ahead]
    for match in task.milestones:
        answers = {"cites": str(task.citation)}
        answers |= {"due": ahead[0]} if len(ahead) == 1 else {}
        answers |= {"done": past[0]} if len(past) == 1 and not ahead else {}
        answers |= {"says": "done"} if "done" in answers else {}
        yield Proposal("report", match.milestone.id, match.milestone.title[EDITORS_LANGUAGE], answers)


def _values(task: WorkItem) -> Iterator[Proposal]:
    for match in task.indicators:
        answers = {"cites": str(task.citation)}
        answers |= {"period": task.passage.dates[0]} if len(task.passage.dates) == 1 else {}
        answers |= {"value": match.value} if match.value else {}
        yield Proposal("observation", match.indicator.id, match.indicator.title[EDITORS_LANGUAGE], answers)


def _statements(archive: Archive, task: WorkItem, source: str) -> Iterator[Proposal]:
    for match in task.themes:
        answers = {"when": _when(archive, task.passage, source), "cites": str(task.citation)}
        title = archive.themes[match.theme].text.title[EDITORS_LANGUAGE]
        yield Proposal("statement", match.theme, title, answers)


def _when(archive: Archive, passage: ExtractedPassage, source: str) -> str:
    return passage.dates[0] if passage.dates else archive.sources[source].published.text
