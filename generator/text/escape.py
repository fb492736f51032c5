"""Escape plain text for Markdown, so that it is not read as Markdown or HTML and creates no cell, mention or link.

There are two dialects: Python-Markdown for the pages of the site, and GFM (GitHub, GitLab, Forgejo) for summaries and
pull requests. Code hosts turn much into links that is not a link in Markdown, and mostly after Markdown, so that a
backslash does not prevent it; only code is left alone.
"""

import re
from collections.abc import Callable
from html import escape

_PYTHON_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|]")
_GFM = re.compile(r"[\\`*_\[\]<|~#]|&(?=#?\w+;)")
_BEGINNING = re.compile(r"\A(?P<number>\d*)(?=>|[+-](?:[\s+-]|\Z)|(?<=\d)[.)](?:\s|\Z))")
"""Where a list, a quotation or a horizontal rule would begin."""
_LINKED = re.compile(
    r"""(?:
    (?: (?:[a-z][a-z0-9+.-]{0,20}:)?// | (?:mailto|xmpp|tel): ) [^\s|`]+    # addresses with a scheme
    | (?:[\w-]{1,63}+\.){1,9} [^\W\d_]{2} [^\s|`]*                               # www. and bare names of hosts
    | [\w.+/-]{0,99} @ [^\s|`]+                                             # mentions, e-mail, user/repository@commit
    | [\w./-]{0,99} [#!] \w [^\s|`]*                                        # issues, merge requests, of any project
    | [\w./-]{0,99} & \d+                                                   # epics of GitLab
    | \$ [^\s|`]+ | [%~^] ["\w] [^\s|`]*                               # snippets, milestones, labels; formulas
    | (?-i: [A-Z][A-Z0-9]{1,20} - \d+ )                                     # GH-123, and papers of other trackers
    | (?<!\w) (?-i: [0-9a-f]{7,64} ) (?!\w)                            # commits, alone or the ends of a range
    | : [\w+-]{1,99} :                                                      # emoji
    | \[ \w{1,99} (?:/\w{1,99})? : [^\s|`]+ | \*iteration: [^\s|`]+              # other references of GitLab
    | [\[{][+-] | [+-][\]}]                                            # insertions and deletions of GitLab
    )+""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a host may turn into a link, a mention or an emoji. It rather matches too much: the match is shown as code."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)
_AFTER = ".,;:!?'\"”’…)"
"""Punctuation at the end of such a word that belongs to the sentence."""


def escape_markdown(text: str) -> str:
    """Return the text escaped for Python-Markdown and HTML, for pages of the site."""
    return _PYTHON_MARKDOWN.sub(r"\\\g<0>", escape(text, quote=False))


def escape_gfm(text: str) -> str:
    """Return the text escaped for GFM, on one line; what a host would turn into a link becomes code."""
    plain = _with_code(text, lambda word: f"`{word}`", lambda rest: _GFM.sub(r"\\\g<0>", rest))
    return _BEGINNING.sub(r"\g<number>\\", plain)


def escape_gfm_html(text: str) -> str:
    """Return the text escaped for HTML inside GFM (`<summary>`), where links are recognised but not Markdown."""
    return _with_code(text, lambda word: f"<code>{_html(word)}</code>", _html)


def escape_cell(text: str) -> str:
    """Return the text for a cell of CSV: an apostrophe stands before what a spreadsheet would take for a formula.

    Numbers stay as they are.
    """
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def _html(text: str) -> str:
    return escape(text, quote=False)


def _with_code(text: str, code: Callable[[str], str], plain: Callable[[str], str]) -> str:
    line = " ".join(text.split())
    parts, end = [], 0
    for found in _LINKED.finditer(line):
        word = found[0].rstrip(_AFTER)
        parts += [plain(line[end : found.start()]), code(word)]
        end = found.start() + len(word)
    return "".join([*parts, plain(line[end:])])
