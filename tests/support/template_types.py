"""What a template may use, followed through its syntax: every field belongs to the dataclass that it is taken from.

It reads the templates of this project: `for`, `if`, `set`, macros and `call html()`. Whatever else a template does is
reported as something that belongs into a view.
"""

from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

PRINTING = {"md", "safe", "join"}
"""The filters that print; what others do belongs into a view."""
CALLS = {"say", "link", "site", "glossed", "draw", "html", "notes"}
"""The functions that a template is given."""


@dataclass
class Findings:
    """What was found in one template and the macros that it calls."""

    wrong: list[str] = field(default_factory=list)
    used: set[tuple[type, str]] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)


class Reader:
    """Follows one template. `given` are the types of the names that it is rendered with."""

    def __init__(self, folder: Path, results: dict[str, Any]) -> None:
        self.environment = Environment()
        self.folder = folder
        self.results = results
        """By function: the type of what it gives back."""
        self.found = Findings()
        self.macros: dict[str, nodes.Macro] = {}

    def read(self, template: str, **given: Any) -> Findings:
        self._macros_of("macros.j2")
        self._all(self._macros_of(template).body, dict(given))
        return self.found

    def _macros_of(self, template: str) -> nodes.Template:
        parsed = self.environment.parse((self.folder / template).read_text("utf-8"))
        self.macros |= {macro.name: macro for macro in parsed.find_all(nodes.Macro)}
        return parsed

    def _all(self, body: list[nodes.Node], names: dict[str, Any]) -> None:
        for node in body:
            self._statement(node, names)

    def _statement(self, node: nodes.Node, names: dict[str, Any]) -> None:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    self._type(part, names)
            case nodes.If() | nodes.For() | nodes.CallBlock():
                self._block(node, names)
            case nodes.Assign(target=nodes.Name(name=name)):
                names[name] = self._type(node.node, names)
            case nodes.Macro() | nodes.Import():
                pass
            case _:
                self._wrong(node, f"does {type(node).__name__}")

    def _block(self, node: nodes.Node, names: dict[str, Any]) -> None:
        match node:
            case nodes.If():
                self._type(node.test, names)
                asked = {path: _bare(self._type(part, names)) for path, part in _asked(node.test).items()}
                self._all(node.body, {**names, **asked})
                self._all([*node.elif_, *node.else_], names)
            case nodes.For(target=nodes.Name(name=name), test=None):
                inner = {name: self._entry(self._type(node.iter, names), node), "loop": LOOP}
                self._all(node.body, {**names, **inner})
                self._all(node.else_, names)
            case nodes.CallBlock():
                self._type(node.call, names)
                self._all(node.body, names)
            case _:
                self._wrong(node, "chooses or takes apart what it goes through")

    def _type(self, node: nodes.Node, names: dict[str, Any]) -> Any:
        match node:
            case nodes.TemplateData() | nodes.Const():
                return type(getattr(node, "value", ""))
            case nodes.Name():
                return names[node.name] if node.name in names else self._wrong(node, f"names {node.name}")
            case nodes.Getattr():
                return self._attribute(node, names)
            case nodes.Call():
                return self._call(node, names)
            case nodes.Filter() if node.name in PRINTING:
                return self._type(node.node, names) and str
            case nodes.Filter():
                return self._wrong(node, f"filters by {node.name}")
        return self._truth(node, names)

    def _truth(self, node: nodes.Node, names: dict[str, Any]) -> Any:
        match node:
            case nodes.Not():
                self._type(node.node, names)
            case nodes.And() | nodes.Or():
                self._type(node.left, names)
                self._type(node.right, names)
            case _:
                self._wrong(node, f"does {type(node).__name__}")
        return bool

    def _attribute(self, node: nodes.Getattr, names: dict[str, Any]) -> Any:
        path = _path(node)
        if path in names:
            return names[path]
        owner = self._type(node.node, names)
        if owner is LOOP:
            return bool if node.attr in ("first", "last") else self._wrong(node, f"takes loop.{node.attr}")
        if is_dataclass(owner) and node.attr in {f.name for f in fields(owner)}:
            self.found.used.add((owner, node.attr))
            return get_type_hints(owner)[node.attr]
        if isinstance(owner, type) and hasattr(owner, "__members__") and node.attr in owner.__members__:
            return str
        return self._wrong(node, f"takes {node.attr} of {getattr(owner, '__name__', owner)}")

    def _call(self, node: nodes.Call, names: dict[str, Any]) -> Any:
        given = [self._type(argument, names) for argument in node.args]
        given += [self._type(keyword.value, names) for keyword in node.kwargs]
        name = node.node.attr if isinstance(node.node, nodes.Getattr) else getattr(node.node, "name", "")
        if name in CALLS:
            return self._function(name, node, given)
        if name in self.macros:
            return self._macro(self.macros[name], given, names)
        return self._wrong(node, f"calls {name}")

    def _function(self, name: str, node: nodes.Call, given: list[Any]) -> Any:
        if name == "say" and isinstance(node.args[0], nodes.Const):
            self.found.phrases.add(node.args[0].value)
        elif name == "say":
            self._wrong(node, "makes the name of a phrase")
        elif name in ("link", "site", "glossed") and given != [str]:
            self._wrong(node, f"gives {name} {given}")
        return self.results.get(name, str)

    def _macro(self, macro: nodes.Macro, given: list[Any], names: dict[str, Any]) -> Any:
        parameters = [argument.name for argument in macro.args]
        defaults = [type(default.value) for default in macro.defaults if isinstance(default, nodes.Const)]
        missing = len(parameters) - len(given)
        types = [*given, *defaults[len(defaults) - missing :]] if missing else given
        outer = {name: names[name] for name in ("pages",)}
        self._all(macro.body, {**outer, **dict(zip(parameters, types, strict=True))})
        return str

    def _entry(self, sequence: Any, node: nodes.Node) -> Any:
        if get_origin(sequence) is tuple:
            return get_args(sequence)[0]
        return self._wrong(node, f"goes through {getattr(sequence, '__name__', sequence)}")

    def _wrong(self, node: nodes.Node, what: str) -> None:
        self.found.wrong.append(f"line {node.lineno} {what}")


LOOP = object()
"""The type of `loop`."""


def _asked(test: nodes.Node) -> dict[str, nodes.Node]:
    """What is there wherever a test holds, by its path."""
    if isinstance(test, nodes.And):
        return _asked(test.left) | _asked(test.right)
    return {_path(test): test} if isinstance(test, nodes.Name | nodes.Getattr) else {}


def _path(node: nodes.Node) -> str:
    """`view.title`, as it is written."""
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _bare(annotation: Any) -> Any:
    """The type without None."""
    if get_origin(annotation) in (Union, UnionType):
        (bare,) = [part for part in get_args(annotation) if part is not type(None)]
        return bare
    return annotation
