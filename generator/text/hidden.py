"""Signs that look like something else, or like nothing: a search for what the reader sees does not find them."""

import re
import unicodedata
from dataclasses import dataclass

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Control characters, and all that Unicode lets programs leave out, but the soft hyphen."""
_SOFT_HYPHEN = "\u00ad"
_JOINED = re.compile("[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06]")
"""Several letters in one sign: ĳ, ﬁ."""
_DELETE = "It is invisible and can make a text look different from what it is. Delete it."


@dataclass(frozen=True)
class Hidden:
    """A sign that is not what it looks like."""

    offset: int
    """Where it is in the text, in characters."""
    what: str
    hint: str


def with_plain_letters(text: str) -> str:
    """The text with each letter and its accent as one character, ligatures as their letters, and no soft hyphens."""
    split = _JOINED.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)
    return unicodedata.normalize("NFC", split.replace(_SOFT_HYPHEN, ""))


def without_unseen(text: str) -> str:
    """The text without the signs that `hidden_in` refuses because nobody can see them."""
    return _UNSEEN.sub("", text)


def hidden_in(text: str) -> Hidden | None:
    """The first sign of the text that cannot be seen or, if there is none, that is not a plain letter."""
    if unseen := _UNSEEN.search(text):
        return Hidden(unseen.start(), _refused(unseen[0]), _DELETE)
    if text.isascii() or (plain := with_plain_letters(text)) == text:
        return None
    same = next((i for i, (one, other) in enumerate(zip(text, plain, strict=False)) if one != other), len(plain))
    start = max(text.rfind(space, 0, same) for space in " \n\"'{[") + 1
    word = re.split(r"[\s\"'\]},]", text[start:])[0]
    hint = f'A search for the word does not find it. Write "{with_plain_letters(word)}".'
    is_accent = text[same] != _SOFT_HYPHEN and not _JOINED.match(text[same])
    what = f"the letter {plain[same]} is not written as one character" if is_accent else _refused(text[same])
    return Hidden(same, what, hint)


def _refused(sign: str) -> str:
    return f"the character U+{ord(sign):04X} is not allowed"
