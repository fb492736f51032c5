"""What a style sheet can select in finished files: the names of elements, classes, ids and attributes that occur."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

_START_TAG = re.compile(r"""<[a-zA-Z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")
_NAME = re.compile(r"[^\s/>]+")
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_PROPERTY = re.compile(r"--[\w-]+")
_WORD = re.compile(r"[\w-]+")
_VALUED = "data-md-color-"
"""Prefix of the attributes whose values are distinguished too: those of Material's palette, which has many."""


@dataclass(frozen=True)
class Names:
    """What occurs in some files."""

    selectors: frozenset[str]
    """Simple selectors: `p`, `.chip`, `#content`, `[hidden]`, `[data-md-color-primary=teal]`."""
    words: frozenset[str]
    """Locale of scripts, each of which may be the name of something that the script puts on a page."""
    properties: frozenset[str]
    """Custom properties that are used, such as `--ink`."""

    def tells_values_of(self, attribute: str) -> bool:
        """Whether `selectors` has the attribute with each of its values."""
        return attribute.startswith(_VALUED)


def names_in(
    pages: Iterable[str], scripts: Iterable[str] = (), sheets: Iterable[str] = (), known: Iterable[str] = ()
) -> Names:
    """What occurs in HTML pages, scripts and style sheets, of which the last only use custom properties.

    `known` are selectors and properties of other pages. Start tags that are equal are looked at once, as most are,
    which makes it fast.
    """
    tags: set[str] = set()
    for page in pages:
        tags.update(_START_TAG.findall(page))
    words = {word for script in scripts for word in _WORD.findall(script)}
    properties = {name for text in (*tags, *sheets) for name in _PROPERTY.findall(text)}
    selectors = {selector for tag in tags for selector in _selectors(tag)}
    for name in known:
        (properties if name.startswith("--") else selectors).add(name)
    return Names(frozenset(selectors), frozenset(words), frozenset(properties | {w for w in words if w[:2] == "--"}))


def words_of(text: str) -> list[str]:
    """The words that a selector, a property or a sheet is made of."""
    return _WORD.findall(text)


def _selectors(tag: str) -> Iterable[str]:
    """The simple selectors that a start tag answers to."""
    name = _NAME.match(tag, 1)
    assert name is not None, "a start tag has a name"
    yield name[0].lower()
    for attribute, *values in _ATTRIBUTE.findall(tag, name.end()):
        key, value = attribute.lower(), unescape("".join(values))
        yield f"[{key}]"
        if key == "class":
            yield from (f".{one}" for one in value.split())
        elif key == "id":
            yield f"#{value}"
        elif key.startswith(_VALUED):
            yield f"[{key}={value}]"
