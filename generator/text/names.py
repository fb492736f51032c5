"""Names that other systems read: of files on any system, and addresses on the web."""

import re

_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9¹²³]", re.IGNORECASE)
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = re.compile(
    rf"(?P<scheme>https?)://(?P<host>(?:{_LABEL}\.){{1,9}}[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])|127\.0\.0\.1)(?::\d{{1,5}})?"
    r"(?:[/?#][^\s\"'<>\\^`{|}\x00-\x1f\x7f]{0,2000})?",
    re.IGNORECASE,
)
_OWN = "127.0.0.1"
"""The machine itself, on which no page is encrypted."""


def is_device(name: str) -> bool:
    """Return whether Windows has a device of that name, in any case, and therefore no file."""
    return bool(_DEVICE.fullmatch(name))


def is_web_address(text: str, *, encrypted: bool) -> bool:
    """Return whether a text is an address with the name of a host, and without quote marks, spaces or a password.

    `encrypted` asks for https, unless the host is this machine.
    """
    found = _ADDRESS.fullmatch(text)
    if not found:
        return False
    return not encrypted or found["scheme"].lower() == "https" or found["host"] == _OWN
