"""The Jinja environment: strict about what is missing, escaping by default, with the phrases of one language."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    nodes,
)
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
        """A page of `content/`: Markdown in which values may stand. Raises InvalidData, naming `file` and the line.

        It may name values, decide by them, and go through lists of them, two deep: nothing that could run for ever.
        """
        functions = {"say", "link", *(name for name, value in values.items() if callable(value))}
        try:
            _refuse_programs(self.sandbox.parse(text), functions)
            template = self.sandbox.from_string(text, globals={"link": link})
            return Rendered(template.render(**values))
        except _FAULTS as error:
            line = getattr(error, "lineno", None) or 1
            said = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
            what = f"the values of this page cannot be filled in: {said}"
            hint = "Check the expressions in double braces."
            raise InvalidData([Diagnostic(Location(file, line, 1), what, hint, rule=Rule.TEMPLATE)]) from error


_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError)
_VALUES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const,
    nodes.Tuple, nodes.List, nodes.Call, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.CondExpr, nodes.Concat, nodes.If, nodes.For, nodes.Keyword,
)  # fmt: skip
"""What a page of `content/` may be made of, in the words of Jinja."""
_FILTERS = ("md", "length", "join")
_DEEPEST = 2
"""So deep may one list be gone through within another."""


def _refuse_programs(node: nodes.Node, functions: Collection[str], deep: int = 0) -> None:
    """Raises TemplateSyntaxError, with its line, at the first part that is more than values."""
    kind = type(node).__name__.lower()
    is_loop = isinstance(node, nodes.For)
    what = ""
    if not isinstance(node, _VALUES):
        what = f"{kind!r} may not stand here, only values, `if` and `for`"
    elif isinstance(node, nodes.Call) and not (isinstance(node.node, nodes.Name) and node.node.name in functions):
        what = f"only {', '.join(sorted(functions))} may be called here"
    elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        what = f"the filter {node.name!r} may not stand here, only {', '.join(_FILTERS)}"
    elif isinstance(node, nodes.For) and (deep == _DEEPEST or node.recursive):
        what = f"lists are gone through at most {_DEEPEST} deep here"
    if what:
        raise TemplateSyntaxError(what, node.lineno)
    for inner in node.iter_child_nodes():
        _refuse_programs(inner, functions, deep + is_loop)


def _set_up(environment: E, locale: Locale) -> E:
    environment.undefined = StrictUndefined
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = environment.keep_trailing_newline = True
    environment.auto_reload = False
    environment.globals.update(say=locale.say)
    environment.filters["md"] = lambda text: Markup(escape_markdown(text))
    return environment
