"""The pages of a review, without the server: what is asked for and sent becomes an answer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.authoring.review.desk import NEW, Desk, written_record
from generator.authoring.review.proposals import Proposal, blank
from generator.authoring.review.steps import State, Step
from generator.authoring.review.views import Filled, asked_form, step_view
from generator.diagnostics import InvalidData
from generator.model import Locale
from generator.pages import Renderer
from generator.text import EDITORS_LANGUAGE

_KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Reply:
    """What is sent back."""

    body: bytes = b""
    kind: str = _HTML
    status: int = 200
    to: str = ""
    """Where the browser goes on, relative to the address of the review; empty if it stays."""


NOTHING_THERE = Reply(b"Nothing is at this address.\n", "text/plain; charset=utf-8", 404)


@dataclass
class Site:
    """The pages of one review."""

    desk: Desk
    templates: Path
    """The folder of the templates, the style sheet and the script."""
    said: str = field(default="", repr=False)
    """What the next page says first: what was written, or why nothing was."""

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        """The page, picture or file at a path below the address of the review."""
        if path == "":
            return self._overview()
        if (file := self.templates / path).suffix in _KINDS and "/" not in path and file.is_file():
            return Reply(file.read_bytes(), _KINDS[file.suffix])
        if path.startswith("picture/"):
            return self._picture(path.removeprefix("picture/"))
        step = self._step(path)
        if step is None:
            return NOTHING_THERE
        if "new" not in query:
            return self._page(step)
        try:
            return self._page(step, asked_form(self.desk, query["new"], query.get("of", ""), step))
        except KeyError:
            self.said = f"There is no {query.get('of', '')!r} to which a {query['new']} can be added."
            return self._page(step, status=404)

    def post(self, path: str, act: str, sent: Mapping[str, str]) -> Reply:
        """What comes of a form that was sent to the page of a step: `check` answers as JSON, the others with a page.

        Besides answers by option, the form of a record has `_kind` and `_of`.
        """
        acts = {"check": self._check, "accept": self._accept, "leave-out": self._leave_out}
        acts |= {"not-there": self._not_there, "undo": self._undo}
        step = self._step(path)
        if act not in acts or step is None:
            return NOTHING_THERE
        try:
            return acts[act](step, sent)
        except LookupError as error:
            self.said = str(error.args[0])
        except InvalidData as error:
            self.said = f"Nothing was written. The data cannot be read: {error.diagnostics[0]}"
        return Reply(status=303, to=step.name)

    def _check(self, step: Step, sent: Mapping[str, str]) -> Reply:
        answers = self.desk.completed(_kind(sent), sent)
        faults = self.desk.faults(_kind(sent), sent.get("_of", ""), answers)
        rows = [
            {"options": list(fault.options), "what": fault.diagnostic.message, "hint": fault.diagnostic.hint}
            for fault in faults
        ]
        return Reply(json.dumps({"faults": rows, "id": answers.get("id", "")}).encode(), "application/json")

    def _accept(self, step: Step, sent: Mapping[str, str]) -> Reply:
        kind, of = _kind(sent), sent.get("_of", "")
        answers = self.desk.completed(kind, sent)
        faults = self.desk.accept(kind, of, answers)
        if not faults:
            self.said = written_record(kind, of)
            return Reply(status=303, to=step.name)
        made = blank(self.desk.archive, kind, of)
        return self._page(step, Filled(Proposal(made.kind, made.of, made.about, answers), faults), status=422)

    def _leave_out(self, step: Step, sent: Mapping[str, str]) -> Reply:
        return self._settled(step, self.desk.leave_out(step.id, sent.get("why", "")), "out of scope")

    def _not_there(self, step: Step, sent: Mapping[str, str]) -> Reply:
        problem = self.desk.not_there(step.id, sent.get("words", ""), by_hand="by_hand" in sent)
        return self._settled(step, problem, "looked for and not there")

    def _settled(self, step: Step, problem: str, state: str) -> Reply:
        """Goes on to what is open next, or says why it cannot."""
        self.said = f"Nothing was written. {problem}" if problem else f"Written: {step.id} is {state}."
        onward = step_view(self.desk, step).next_open
        return Reply(status=303, to=step.name if problem else onward)

    def _undo(self, step: Step, sent: Mapping[str, str]) -> Reply:
        file = self.desk.undo()
        self.said = f"Taken back: the latest change of {file}." if file else "There is nothing to take back."
        return Reply(status=303, to=step.name)

    def _overview(self) -> Reply:
        steps = self.desk.steps
        left = [step for step in steps if step.state is State.OPEN]
        title = self.desk.archive.sources[self.desk.source].title[EDITORS_LANGUAGE]
        first = left[0].name if left else ""
        return self._rendered(
            "overview.html.j2", title=title, source=self.desk.source, steps=steps, open=left, first=first
        )

    def _page(self, step: Step, filled: Filled | None = None, *, status: int = 200) -> Reply:
        return self._rendered("step.html.j2", status=status, view=step_view(self.desk, step, filled))

    def _rendered(self, template: str, *, status: int = 200, **values: Any) -> Reply:
        locale = Locale(EDITORS_LANGUAGE, self.desk.archive.words[EDITORS_LANGUAGE])
        said, self.said = self.said, ""
        page = Renderer(self.templates, locale).page(template, str, said=said, **values)
        return Reply(page.markdown.encode(), status=status)

    def _picture(self, name: str) -> Reply:
        page = name.removesuffix(".png")
        try:
            return Reply(self.desk.paper.picture(int(page)).png, "image/png")
        except (ValueError, IndexError):
            return NOTHING_THERE

    def _step(self, name: str) -> Step | None:
        return next((step for step in self.desk.steps if step.name == name), None)


def _kind(sent: Mapping[str, str]) -> str:
    """The kind of a record that was sent. Raises LookupError if it is none that a passage becomes."""
    if sent.get("_kind") not in NEW:
        raise LookupError(f"{sent.get('kind')!r} is not a kind of record that is made here.")
    return sent["_kind"]
