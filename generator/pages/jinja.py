"""The Jinja environment: strict about what is missing, escaping by default, with the phrases of one language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.model import Locale
from generator.text import escape_markdown

E = TypeVar("E", bound=Environment)


@dataclass
class Rendered:
    """What came of one template: Markdown, and the HTML that must not pass through Markdown."""

    markdown: str = ""
    blocks: dict[str, str] = field(default_factory=dict)
    """HTML by placeholder; each placeholder occurs once in `markdown`, on its own line."""


class _Compiled(BytecodeCache):
    """Templates as compiled once in this process; one whose text is another is compiled again."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return str(Path(filename or name).resolve())  # the same by whatever link it is reached

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()
"""Compiling takes longer than filling in. Nothing is worked out in advance, so it is the same for every language."""


class Renderer:
    """Templates of one folder in one language."""

    def __init__(self, templates: Path, locale: Locale) -> None:
        self.environment = _set_up(
            Environment(loader=FileSystemLoader(templates), bytecode_cache=COMPILED, optimized=False), locale
        )
        self.sandbox = _set_up(ImmutableSandboxedEnvironment(), locale)
        """For texts that editors write: what stands in double braces reaches values, and never the program."""

    def page(self, template: str, link: Callable[[str], str], **values: Any) -> Rendered:
        """The template filled in. `link` makes the address of a path of the edition, for use from this page."""
        rendered = Rendered()

        def html(caller: Callable[[], str]) -> Markup:
            """`{% call html() %}…{% endcall %}`: this HTML goes into the page after Markdown, not through it."""
            name = f"<!-- block {len(rendered.blocks)} -->"
            rendered.blocks[name] = str(caller())
            return Markup(f"\n\n{name}\n\n")

        loaded = self.environment.get_template(template, globals={"html": html, "link": link})
        rendered.markdown = loaded.render(**values)
        return rendered

    def content(self, text: str, file: str, link: Callable[[str], str], **values: Any) -> Rendered:
        """A page of `content/`: Markdown in which values may stand. Raises InvalidData, naming `file` and the line."""
        try:
            template = self.sandbox.from_string(text, globals={"link": link})
            return Rendered(template.render(**values))
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            line = getattr(error, "lineno", None) or 1
            what = f"the values of this page cannot be filled in: {error}"
            raise InvalidData(
                [
                    Diagnostic(
                        Location(file, line, 1), what, "Check the expressions in double braces.", rule=Rule.TEMPLATE
                    )
                ]
            ) from error


def _set_up(environment: E, locale: Locale) -> E:
    environment.undefined = StrictUndefined
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = environment.keep_trailing_newline = True
    environment.auto_reload = False
    environment.globals.update(say=locale.say)
    environment.filters["md"] = lambda text: Markup(escape_markdown(text))
    return environment
