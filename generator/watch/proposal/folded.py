"""The work list in the text of a pull request: folded theme by theme, and never more than the host takes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST = 65_000
"""Characters of the text of a pull request; GitHub takes 65,536."""
_THEME = re.compile(r"data/themes/([a-z0-9-]+)/")
_PASSAGE = re.compile(r"(\S+) \((\d+ words?)\)$")
_NAMED = re.compile(r", (a report|a value) of `([^`]+)`")


@dataclass(frozen=True)
class Part:
    """A part of a work list, in full and as a list of what is in it."""

    title: str
    full: str
    short: str
    is_of_theme: bool = False
    """Whether it has YAML to paste: of these, the list says enough to begin with."""

    def folded(self, *, is_full: bool) -> str:
        """The part as one line that opens."""
        body = self.full if is_full else self.short
        return f"<details><summary>{self.title}</summary>\n\n{body}\n\n</details>" if body else ""


def parts_of(worklist: str) -> tuple[Part, ...]:
    """The parts of a work list: what stands above it, its passages by theme, then its other sections."""
    head, *sections = re.split(r"^## ", worklist, flags=re.MULTILINE)
    themes: dict[str, list[str]] = {}
    others = []
    for section in sections:
        title, _, body = section.partition("\n")
        if _PASSAGE.match(title):
            found = _THEME.search(body)
            themes.setdefault(found[1] if found else "", []).append(section.rstrip())
        else:
            others.append(Part(title, body.strip(), _counted(body)))
    by_theme = [
        Part(
            f"{theme or 'No theme'}: {len(found)} passage{'s' * (len(found) != 1)}",
            "\n\n".join(f"### {section}" for section in found),
            "\n".join(map(_line, found)),
            is_of_theme=True,
        )
        for theme, found in sorted(themes.items())
    ]
    top = Part("", "", re.sub(r"^# .*\n+", "", head).strip())
    return (top, *by_theme, *others)


def fitted(parts: Sequence[Part], most: int, where: str) -> str:
    """The parts in at most so many characters, each in full if it fits after all others are listed.

    Those without YAML are put in full first. `where` says where the whole work list is. What does not fit
    even as a list ends at a whole line.
    """
    top, *rest = parts
    chosen = {i: part.folded(is_full=False) for i, part in enumerate(rest)}
    left = most - len(top.short) - len(where) - _BETWEEN - sum(len(text) + _BETWEEN for text in chosen.values())
    is_whole = True
    for i, part in sorted(enumerate(rest), key=lambda numbered: numbered[1].is_of_theme):
        more = len(part.folded(is_full=True)) - len(chosen[i])
        if more <= left:
            chosen[i], left = part.folded(is_full=True), left - more
        else:
            is_whole = False
    said = [top.short, *([] if is_whole else [where]), *chosen.values()]
    return "\n\n".join(_within(said, most))


def _within(texts: Sequence[str], most: int) -> Iterator[str]:
    """The texts, as long as they fit; of the first that does not, the lines that do."""
    for text in texts:
        if len(text) + _BETWEEN <= most:
            most -= len(text) + _BETWEEN
            yield text
        else:
            yield from _begun(text, most)
            return


def _begun(text: str, most: int) -> Iterator[str]:
    end = "\n\n</details>"
    cut = text[: max(0, most - len(end) - _BETWEEN)].rpartition("\n")[0]
    if cut:
        yield f"{cut}{end}"


_BETWEEN = 2
"""Characters between two parts."""


def _line(section: str) -> str:
    """A passage in one line: its length, its heading with its figures, and what it may be about."""
    title, _, body = section.partition("\n")
    found = _PASSAGE.match(title)
    about = [f"{kind} of `{id}`" for kind, id in _NAMED.findall(body)]
    heading = body.strip().partition("\n")[0]
    named = f"`{found[1]}` ({found[2]})" if found else title
    return f"- {named}: {'; '.join([heading, *about])}"


def _counted(body: str) -> str:
    lines = sum(line.startswith(("- ", "  - ")) for line in body.splitlines())
    return f"{lines} line{'s' * (lines != 1)}." if lines else ""
