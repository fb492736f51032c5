"""Finds mistakes in YAML values: quote marks, brackets, commas, and texts with the special characters of YAML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.archive.yaml_structure_hints import STRUCTURE, Mistake, Part
from generator.diagnostics import Rule
from generator.text import LANGUAGES

_SPECIAL = "@`%*&!|>,]}"
_CLOSING = {"{": "}", "[": "]"}
MAX_TEXT = 20_000
"""Characters of one value or key."""
MAX_WORD = 300
"""Characters of a text without a space between them: an address may have half as many."""


def too_long(text: str) -> tuple[str, str] | None:
    """What is wrong with a value or key that is longer than anybody writes, and what to do; None if it is not."""
    if len(text) > MAX_TEXT:
        what = f"the text has {len(text):,} characters; at most {MAX_TEXT:,} are read"
        return what, "Write it shorter, or as several records."
    if len(text) > MAX_WORD and (longest := max(map(len, text.split()), default=0)) > MAX_WORD:
        what = f"the text has {longest:,} characters without a space; at most {MAX_WORD} are read"
        return what, "Look for a missing space, or for what was pasted twice."
    return None


def mistake_in_value(part: Part, lines: Sequence[str]) -> Mistake | int:
    """The mistake in the value that starts on the line of `part`; if there is none, the line on which it ends."""
    if part.value[:1] in ("'", '"'):
        return _in_quotes(part, lines)
    if part.value[:1] in _CLOSING:
        return _Flow(lines, part).mistake()
    return _in_plain(part) or part.line


def _in_plain(part: Part) -> Mistake | None:
    text = re.split(r"\s#", part.value)[0].rstrip()
    is_block = re.match(r"[|>][+-]?\d?[+-]?$", text)
    if (text[:1] and text[0] in _SPECIAL and not is_block) or (part.key and text.startswith(("- ", "? "))):
        return _needs_quotes(part.line, part.column, text)
    if part.key and (": " in text or text.endswith(":")):
        what = "the text has a colon followed by a space, and is not quoted"
        return Mistake(part.line, part.column, what, f"Write {part.key}: {_quoted(text)}", Rule.COLON_IN_TEXT)
    return None


def _needs_quotes(line: int, column: int, text: str) -> Mistake:
    what = f"a text that starts with {text[0]} must be quoted"
    return Mistake(line, column, what, f"Write {_quoted(text)}", Rule.NEEDS_QUOTES)


def _quoted(text: str) -> str:
    """The text in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def end_of_quote(line: str, start: int) -> int:
    """The column after the quote mark that ends the text starting at `start`; -1 if there is none on this line."""
    quote, i = line[start], start + 1
    while i < len(line):
        if (line[i] == "\\" and quote == '"') or line[i : i + 2] == "''" == quote * 2:
            i += 2
        elif line[i] == quote:
            return i + 1
        else:
            i += 1
    return -1


def _in_quotes(part: Part, lines: Sequence[str]) -> Mistake | int:
    end, number = end_of_quote(lines[part.line], part.column), part.line
    while end < 0:
        number += 1
        if number >= len(lines) or STRUCTURE.match(lines[number]):
            return _unclosed(part.line, part.column, part.value)
        end = end_of_quote(f"{part.value[0]}{lines[number]}", 0) - 1
        end = -1 if end < 0 else end
    rest = lines[number][end:].strip()
    if not rest or rest.startswith(("#", ":")):
        return number
    return _inside(number, end - 1, lines[number][part.column :] if number == part.line else lines[number])


def _unclosed(line: int, column: int, text: str) -> Mistake:
    hint = f"End it with {text[0]}, as in {text.rstrip()}{text[0]}" if len(text) < 60 else f"End it with {text[0]}"
    return Mistake(line, column, "the text that starts here has no closing quote mark", hint, Rule.UNCLOSED_QUOTE)


def _inside(line: int, column: int, text: str) -> Mistake:
    """A quote mark that ends a text too early."""
    what = "this quote mark ends the text, but the text continues"
    if text.startswith("'"):
        hint = f'Put the text in double quotes: "{text.strip()[1:].rstrip(chr(39))}"'
    else:
        hint = 'Write \\" for a quote mark inside the text, or use ‘ and ’.'
    return Mistake(line, column, what, hint, Rule.QUOTE_INSIDE)


@dataclass
class _Opened:
    sign: str
    line: int
    column: int


class _Flow:
    """Reads a value in braces or brackets, character by character, up to the first mistake or the last bracket."""

    def __init__(self, lines: Sequence[str], part: Part) -> None:
        self.lines, self.part = lines, part
        self.line, self.column = part.line, part.column
        self.opened: list[_Opened] = []
        self.before = ""
        """The last character that was read, except spaces."""

    def mistake(self) -> Mistake | int:
        """The first mistake; the line of the last bracket, from 0, if there is none."""
        while self.line < len(self.lines):
            text = self.lines[self.line]
            found = self._next_line() if self.column >= len(text.rstrip()) else self._sign(text)
            if found or (not self.opened and self.before):
                return found or self._rest() or self.line
        return self._not_closed()

    def _next_line(self) -> Mistake | None:
        self.line, self.column = self.line + 1, 0
        ends = self.line >= len(self.lines)
        if not ends and STRUCTURE.match(self.lines[self.line]) and self.before not in (",", "{", "["):
            return self._not_closed()
        return None

    def _sign(self, text: str) -> Mistake | None:
        sign = text[self.column]
        if sign == " ":
            self.column += 1
            return None
        if sign == "#" and text[self.column - 1] == " ":
            return self._comment(text)
        if sign in "{[}]":
            return self._bracket(sign)
        if sign in "\"'":
            return self._quote(text)
        if sign in ",:":
            self.before, self.column = sign, self.column + 1
            return None
        return self._plain(text)

    def _bracket(self, sign: str) -> Mistake | None:
        if sign in _CLOSING:
            self.opened.append(_Opened(sign, self.line, self.column))
        else:
            last = self.opened.pop()
            if sign != _CLOSING[last.sign]:
                what = f"{last.sign} opens here, but {sign} closes it"
                hint = f"Write {_CLOSING[last.sign]} where it ends."
                return Mistake(last.line, last.column, what, hint, Rule.UNCLOSED_BRACKET)
        self.before, self.column = sign, self.column + 1
        return None

    def _quote(self, text: str) -> Mistake | None:
        start, end = self.column, end_of_quote(text, self.column)
        if end < 0:
            return _unclosed(self.line, start, re.split(r"[}\]]*\s*$", text[start:])[0])
        if re.search(r", *[a-z_]+: *$", text[start : end - 1]):
            return _unclosed(self.line, start, re.split(r", *[a-z_]+: *$", text[start : end - 1])[0])
        rest = text[end:].lstrip()
        self.before, self.column = text[start], end
        if not rest or rest[0] in ",:}]#":
            return None
        if re.match(r"[a-z_]+:(?: |$)|[\"'{\[]", rest):
            return self._comma(len(text) - len(rest), rest)
        return _inside(self.line, end - 1, text[start:].split(text[start] + ",")[0])

    def _comma(self, column: int, rest: str) -> Mistake:
        word = re.split(r"[\s,}\]]", rest)[0]
        return Mistake(self.line, column, f"a comma is missing before {word}", f"Write , {word}", Rule.MISSING_COMMA)

    def _comment(self, text: str) -> Mistake | None:
        if re.match(r"#[^\s#]", text[self.column :]):
            return cut_off(self.line, self.column, text[self.part.column : self.column].strip("[{ "), text)
        self.column = len(text)
        return None

    def _plain(self, text: str) -> Mistake | None:
        """Read an unquoted text, up to the comma, colon or bracket that ends it."""
        start = self.column
        end = re.compile(r"[,{}\[\]]|:(?= |$)| (?=#)|$").search(text, start)
        stop = end.start() if end else len(text)
        written = text[start:stop]
        if text[start] in _SPECIAL and self.before in (":", ",", "["):
            return _needs_quotes(self.line, start, written.rstrip())
        if self.before == ":" and text[stop : stop + 1] == ":":
            return self._second_colon(start, written, text)
        self.before, self.column = "a", stop
        return None

    def _second_colon(self, start: int, written: str, text: str) -> Mistake:
        """A colon in a value: either the comma before the next key is missing, or the text needs quotes."""
        head, _, word = written.rpartition(" ")
        keys = re.findall(r"(?:^|[{,]) *(?:- )?([a-z_]+):(?= )", "\n".join(self.lines), re.MULTILINE)
        if head and (word in LANGUAGES or keys.count(word) > 1):
            return self._comma(start + len(head) + 1, f"{word}:")
        whole = re.split(r", [a-z_]+: |[}\]]", text[start:])[0]
        what = "the text has a colon followed by a space, and is not quoted"
        return Mistake(self.line, start, what, f"Write {_quoted(whole)}", Rule.COLON_IN_TEXT)

    def _rest(self) -> Mistake | None:
        """Text after the last bracket, where only a comment is allowed."""
        rest = self.lines[self.line][self.column :].strip()
        if not rest or rest.startswith("#"):
            return None
        if rest[0] in "}]":
            hint = "Delete it, or add the opening one."
            return Mistake(self.line, self.column, f"{rest[0]} has no opening bracket", hint, Rule.UNCLOSED_BRACKET)
        return _needs_quotes(self.part.line, self.part.column, self.part.value)

    def _not_closed(self) -> Mistake:
        last = self.opened[-1]
        written = self.lines[last.line][last.column :].rstrip()
        hint = f"Write {written}{_CLOSING[last.sign]}" if len(written) < 90 else f"End it with {_CLOSING[last.sign]}"
        what = f"{last.sign} opens here and is not closed"
        return Mistake(last.line, last.column, what, hint, Rule.UNCLOSED_BRACKET)


def cut_off(line: int, column: int, before: str, text: str) -> Mistake:
    """The mistake of a # after a space, which turns the rest of the text into a comment."""
    behind = re.split(r"[\s,}\]]", text[column:])[0]
    last = before.rpartition(" ")[2]
    is_citation = re.fullmatch(r"[a-z0-9-]+", last) and re.fullmatch(r"#[a-z0-9-]+", behind)
    if is_citation and " " not in before.rpartition(",")[2].strip():
        hint = f"Write {last}{behind}, without the space."
    else:
        hint = "Put the whole text in double quotes; for a comment, write a space after the #."
    return Mistake(
        line, column, f"the text after # is read as a comment: {text[column:].strip()!r}", hint, Rule.CUT_OFF
    )
