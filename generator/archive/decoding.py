"""The bytes of a file → its text."""

from generator.diagnostics import Diagnostic, InvalidData, Location, Rule


def decoded(content: bytes, file: str) -> str:
    """The text of a file, without a byte order mark. Raises InvalidData where a letter is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidData([_problem(content, error.start, file)]) from None


def _problem(content: bytes, start: int, file: str) -> Diagnostic:
    """Where the first letter stands that was saved in another encoding."""
    before = content[:start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")) + 1
    what = "the file is not UTF-8"
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        what += f": this letter, perhaps {bytes([content[start]]).decode('cp1252', 'replace')!r}, is not"
    hint = "Open it in an editor, choose `Save with encoding` or `Save as`, and there UTF-8."
    return Diagnostic(Location(file, before.count(b"\n") + 1, column), what, hint, rule=Rule.ENCODING)
