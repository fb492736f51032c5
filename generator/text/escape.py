"""Foreign text in Markdown: neither read as Markdown or HTML, nor able to end a cell, mention anybody or link.

Two dialects: that of Python-Markdown, in which the pages of the site are written, and GFM, the Markdown of GitHub that
GitLab and Forgejo read too, in which summaries and pull requests are written. Those hosts make links of much that is no
link in Markdown, and most of it after Markdown, so that no backslash prevents it; what they never touch is code.
"""

import re
from collections.abc import Callable
from html import escape

_PYTHON_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|]")
_GFM = re.compile(r"[\\`*_\[\]<|~#]|&(?=#?\w+;)")
_BEGINNING = re.compile(r"\A(?P<number>\d*)(?=>|[+-](?:[\s+-]|\Z)|(?<=\d)[.)](?:\s|\Z))")
"""Where a list, a quotation or a line would begin."""
_LINKED = re.compile(
    r"""(?:
    (?: (?:[a-z][a-z0-9+.-]*:)?// | (?:mailto|xmpp|tel): ) [^\s|`]+    # addresses with a scheme
    | (?:[\w-]+\.)+ [^\W\d_]{2} [^\s|`]*                               # www. and bare names of hosts
    | [\w.+/-]* @ [^\s|`]+                                             # mentions, e-mail, user/repository@commit
    | [\w./-]* [#!] \w [^\s|`]*                                        # issues, merge requests, of any project
    | [\w./-]* & \d+                                                   # epics of GitLab
    | \$ [^\s|`]+ | [%~^] ["\w] [^\s|`]*                               # snippets, milestones, labels; formulas
    | (?-i: [A-Z][A-Z0-9]+ - \d+ )                                     # GH-123, and papers of other trackers
    | (?<!\w) (?-i: [0-9a-f]{7,64} ) (?!\w)                            # commits, alone or the ends of a range
    | : [\w+-]+ :                                                      # emoji
    | \[ \w+ (?:/\w+)? : [^\s|`]+ | \*iteration: [^\s|`]+              # other references of GitLab
    | [\[{][+-] | [+-][\]}]                                            # insertions and deletions of GitLab
    )+""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a host may make a link, a mention or a picture of. Rather too much than too little: it is shown as code."""
_AFTER = ".,;:!?'\"”’…)"
"""What at the end of such a word belongs to the sentence around it."""


def escape_markdown(text: str) -> str:
    """The text as Python-Markdown and HTML leave it as it is: for pages of the site."""
    return _PYTHON_MARKDOWN.sub(r"\\\g<0>", escape(text, quote=False))


def escape_gfm(text: str) -> str:
    """The text on one line, for a cell, an item or a paragraph of GFM; what a host would make a link of, as code."""
    plain = _with_code(text, lambda word: f"`{word}`", lambda rest: _GFM.sub(r"\\\g<0>", rest))
    return _BEGINNING.sub(r"\g<number>\\", plain)


def escape_gfm_html(text: str) -> str:
    """The same for HTML inside GFM, such as a summary that is folded: there Markdown is not read, links still are."""
    return _with_code(text, lambda word: f"<code>{_html(word)}</code>", _html)


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
