"""Decodes the bytes of a file."""

from generator.diagnostics import Diagnostic, InvalidData, Location, Rule


def decoded(content: bytes, file: str) -> str:
    """The text of a UTF-8 file, without byte order mark; `file` is its path for messages.

    Raises InvalidData with the location of the first character that is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidData([_problem(content, error.start, file)]) from None


def _problem(content: bytes, start: int, file: str) -> Diagnostic:
    """The location of the byte at `start`, which is not UTF-8, and the character it probably is."""
    before = content[:start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")) + 1
    what = "the file is not UTF-8"
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        what += f": the character here, probably {bytes([content[start]]).decode('cp1252', 'replace')!r}, is not"
    hint = "Open it in an editor and save it again as UTF-8 (`Save with encoding` or `Save as`)."
    return Diagnostic(Location(file, before.count(b"\n") + 1, column), what, hint, rule=Rule.ENCODING)
