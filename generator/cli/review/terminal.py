"""A review as text in the terminal: each step is shown, and a letter says what to do with it."""

from collections.abc import Iterable, Mapping

import click

from generator.authoring import (
    KINDS,
    NEW,
    Desk,
    Fault,
    Proposal,
    Question,
    State,
    Step,
    asked_of,
    blank,
    reasons_of,
    written_record,
)
from generator.diagnostics import InvalidData

_KIND = {kind.name: kind for kind in KINDS}
_WIDTH = 100


def walk(desk: Desk) -> None:
    """Goes through all steps that are open, until everything is settled or the editor quits."""
    steps = [step for step in desk.steps if step.state is State.OPEN]
    at = 0
    while steps and at < len(steps):
        step = next((each for each in desk.steps if each.name == steps[at].name), None)
        if step is None:
            at += 1
            continue
        proposals = desk.proposals(step)
        _show(desk, step, f"{at + 1} of {len(steps)}", proposals)
        answer = _asked("What", "").lower()
        if answer == "q":
            break
        if answer == "b":
            at = max(0, at - 1)
        elif answer in ("", "s") or _done(desk, step, proposals, answer):
            at += 1
    click.echo(left_of(desk))


def left_of(desk: Desk) -> str:
    """How much is still open."""
    left = sum(step.state is State.OPEN for step in desk.steps)
    return f"{left} of {len(desk.steps)} open." if left else "Everything is settled: run `make check`."


def _show(desk: Desk, step: Step, where: str, proposals: Iterable[Proposal]) -> None:
    click.echo(f"\n{where}: {step.kind} {step.id} ({step.state.value})")
    passages = [step.id] if step.kind == "passage" else []
    if step.kind == "milestone":
        passages = [near.passage.id for near in desk.near(step.id)]
    for id in passages:
        kept, read = desk.archive.passages[desk.source][id], desk.paper.passages.get(id)
        place = f", p. {kept.page}" if kept.page else ""
        click.echo(f"\n  {id} ({kept.section}{place})")
        text = read.text if read else "The document at hand does not have this passage."
        click.echo(click.wrap_text(text, _WIDTH, "  | ", "  | "))
    click.echo()
    for number, proposal in enumerate(proposals, 1):
        known = ", ".join(f"{option} {answer}" for option, answer in proposal.answers.items() if option != "cites")
        said = [f" ({known})" * bool(known), f"; {proposal.claim}" * bool(proposal.claim)]
        click.echo(f"  {number}  {proposal.kind} of {proposal.of}: {proposal.about}{''.join(said)}")
    acts = {"o": "out of scope"} if step.kind == "passage" else {}
    acts |= {"l": "looked, and not there"} if step.kind == "milestone" else {}
    acts |= {"r": "another record", "u": "take the latest change back", "b": "back", "Enter": "next", "q": "quit"}
    click.echo("  " + "; ".join(f"{key} {meaning}" for key, meaning in acts.items()))


def _done(desk: Desk, step: Step, proposals: tuple[Proposal, ...], answer: str) -> bool:
    """Does what was answered; returns whether the step is settled by it."""
    try:
        if answer == "o" and step.kind == "passage":
            return _said(desk.leave_out(step.id, _reason(desk, desk.items[step.id].out_of_scope)))
        if answer == "l" and step.kind == "milestone":
            return _said(desk.not_there(step.id))
        if answer == "u":
            click.echo(f"Taken back: {desk.undo() or 'nothing'}")
        elif answer == "r":
            _enter(desk, _other(desk, step))
        elif answer.isdigit() and 0 < int(answer) <= len(proposals):
            _enter(desk, proposals[int(answer) - 1])
        else:
            click.echo(f"{answer!r} is none of these.")
    except LookupError as error:
        click.echo(error.args[0])
    except InvalidData as error:
        click.echo(f"Nothing was written. The data cannot be read: {error.diagnostics[0]}")
    return False


def _said(problem: str) -> bool:
    click.echo(f"Nothing was written. {problem}" if problem else "Written.")
    return not problem


def _reason(desk: Desk, seeming: str) -> str:
    reasons = reasons_of(desk.archive)
    for number, reason in enumerate(reasons, 1):
        click.echo(f"  {number}  {reason}")
    answer = _asked("Why, in words or by number", seeming or ("1" if reasons else ""))
    return reasons[int(answer) - 1] if answer.isdigit() and 0 < int(answer) <= len(reasons) else answer


def _other(desk: Desk, step: Step) -> Proposal:
    """An empty record of a kind that is asked for. Raises LookupError if there is no such kind or place."""
    kind = click.prompt("Kind", type=click.Choice(NEW), err=True)
    of = _asked("Of the theme, milestone or indicator", "")
    try:
        made = blank(desk.archive, kind, of)
    except KeyError:
        raise LookupError(f"There is no {of!r}.") from None
    cites = {"cites": f"{desk.source}#{step.id}"} if step.kind == "passage" else {}
    return Proposal(made.kind, made.of, made.about, cites)


def _enter(desk: Desk, proposal: Proposal) -> None:
    """Asks for what is needed and known, and for what is refused again; a hyphen removes an answer, q gives up."""
    answers, asked = dict(proposal.answers), [question for _, question in asked_of(_KIND[proposal.kind])]
    ask = [question for question in asked if _is_asked(question, answers)]
    while ask:
        for question in ask:
            click.echo(f"\n{question.about} {question.separator_hint}".rstrip())
            answer = _asked(question.option, answers.get(question.option, ""))
            if answer == "q":
                click.echo("Nothing was written.")
                return
            answers[question.option] = "" if answer == "-" else answer
        answers = desk.completed(proposal.kind, answers)
        faults = desk.accept(proposal.kind, proposal.of, answers)
        _tell(faults)
        wrong = {option for fault in faults for option in fault.options}
        ask = [question for question in asked if question.option in wrong]
    if not faults:
        click.echo(written_record(proposal.kind, proposal.of))


def _is_asked(question: Question, answers: Mapping[str, str]) -> bool:
    is_text = question.option.rpartition("-")[0] in ("text", "title", "reason")
    return question.option != "id" and (question.needed or question.option in answers or is_text)


def _tell(faults: Iterable[Fault]) -> None:
    for fault in faults:
        hint = f"\n    {fault.diagnostic.hint}" if fault.diagnostic.hint else ""
        click.echo(f"{fault.place}: {fault.diagnostic.message}{hint}")


def _asked(what: str, default: str) -> str:
    return str(click.prompt(what, default=default, show_default=bool(default), err=True)).strip()
