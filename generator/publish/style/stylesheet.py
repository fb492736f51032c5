"""Style sheets → the one of the site, in which every selector can match something on a page.

What is for the dark, for print or for forced colours is no exception: it stays where what it selects occurs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2.ast import WhitespaceToken

from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.publish.style.markup_names import Names

_GROUPS = frozenset({"media", "supports", "container", "layer"})
"""At-rules that hold rules."""
_ALTERNATIVES = frozenset({"is", "where", "has", "matches", "-webkit-any", "-moz-any"})
"""Pseudo-classes of whose selectors one must match."""
_WORD = re.compile(r"[\w-]+")
_BLANK = WhitespaceToken(0, 0, " ")


@dataclass(frozen=True)
class _Block:
    """Declarations under selectors, or blocks under a condition."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    """(name, value)."""
    blocks: "tuple[_Block | _Whole, ...]" = ()


@dataclass(frozen=True)
class _Whole:
    """An at-rule that is kept unchanged, or removed."""

    text: str
    name: str = ""
    """Of key frames; they go if no animation has that name."""


def purged(sheets: Mapping[str, str], used: Names) -> str:
    """One sheet of all, in their order, without what no page uses; each is named by its file.

    Left out are selectors of names that do not occur, custom properties that nothing refers to, and key frames of no
    animation. Raises InvalidData where a sheet is not CSS.
    """
    blocks = [block for file, text in sheets.items() for block in _blocks(_parsed(text, file), used)]
    needed = _needed(blocks, used.properties)
    return "".join(text for block in blocks for text in _texts(block, needed))


@lru_cache(maxsize=8)
def _parsed(text: str, file: str) -> list[Any]:
    """The rules of a sheet. Those of Material are the same in every build of a process."""
    nodes: list[Any] = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    wrong = [node for node in nodes if node.type == "error"]
    if wrong:
        places = [(Location(file, node.source_line, node.source_column), node.message) for node in wrong]
        hint = "Look for a missing brace or semicolon here or above."
        raise InvalidData(Diagnostic(at, f"this is not CSS: {said}", hint, rule=Rule.TEMPLATE) for at, said in places)
    return nodes


def _blocks(nodes: Iterable[Any], used: Names) -> Iterator[_Block | _Whole]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = [_text(selector) for selector in _split(node.prelude) if _can_match(selector, used)]
            if selectors:
                yield _Block(",".join(selectors), declarations=tuple(_declarations(node.content)))
        elif node.type == "at-rule" and node.lower_at_keyword in _GROUPS and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield _Block(f"@{node.at_keyword} {_text(node.prelude)}", blocks=tuple(_blocks(inner, used)))
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            is_animation = node.lower_at_keyword.endswith("keyframes")
            yield _Whole(node.serialize(), _text(node.prelude) if is_animation else "")


def _declarations(content: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            yield node.name, _text(node.value) + ("!important" if node.important else "")


def _split(tokens: Iterable[Any]) -> list[list[Any]]:
    """The selectors of a list."""
    selectors: list[list[Any]] = [[]]
    for token in tokens:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _can_match(selector: Iterable[Any], used: Names) -> bool:
    """Whether everything that a selector names occurs; what it says must not be there need not."""
    before = ""
    for token in selector:
        if not _occurs(token, before, used):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _occurs(token: Any, before: str, used: Names) -> bool:
    if token.type == "ident" and before != ":":
        return _is_used(f".{token.value}" if before == "." else token.lower_value, token.value, used)
    if token.type == "hash":
        return _is_used(f"#{token.value}", token.value, used)
    if token.type == "[] block":
        return _attribute_occurs(token.content, used)
    if token.type == "function" and token.lower_name in _ALTERNATIVES:
        return any(_can_match(selector, used) for selector in _split(token.arguments))
    return True


def _attribute_occurs(tokens: Sequence[Any], used: Names) -> bool:
    name, *values = [token.value for token in tokens if token.type in ("ident", "string")]
    if used.tells_values_of(name) and "=" in tokens:
        return f"[{name}={values[0]}]" in used.selectors
    return _is_used(f"[{name.lower()}]", name, used)


def _is_used(selector: str, name: str, used: Names) -> bool:
    return selector in used.selectors or name in used.words


def _needed(blocks: Iterable[_Block | _Whole], properties: frozenset[str]) -> frozenset[str]:
    """The words of all values that are not left out themselves: custom properties and animations among them."""
    named: dict[str, set[str]] = {}
    needed = set(properties)
    for name, value in _all_declarations(blocks):
        words = _WORD.findall(value)
        needed.update(() if name.startswith("--") else words)
        named.setdefault(name, set()).update(words)
    waiting = list(needed)
    while waiting:
        found = named.get(waiting.pop(), set()) - needed
        needed |= found
        waiting += found
    return frozenset(needed)


def _all_declarations(blocks: Iterable[_Block | _Whole]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, _Block):
            yield from block.declarations
            yield from _all_declarations(block.blocks)


def _texts(block: _Block | _Whole, needed: frozenset[str]) -> Iterator[str]:
    """The block without what is not needed; nothing if nothing of it is."""
    if isinstance(block, _Whole):
        yield from (block.text,) if not block.name or block.name in needed else ()
        return
    kept = [f"{name}:{value}" for name, value in block.declarations if name[:2] != "--" or name in needed]
    inner = ";".join(kept) or "".join(text for part in block.blocks for text in _texts(part, needed))
    if inner:
        yield f"{block.head}{{{inner}}}"


def _text(tokens: Iterable[Any]) -> str:
    """The tokens as CSS, without comments and with one blank for several."""
    kept = [_BLANK if token.type == "whitespace" else token for token in tokens if token.type != "comment"]
    return str(tinycss2.serialize(kept)).strip()
