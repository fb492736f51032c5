"""YAML as editors read it, by the core schema of YAML 1.2: `2026` is a number, `no` and `2026-06-11` are texts."""

import re
from typing import Any, ClassVar

import yaml

_BARE = (
    ("null", re.compile(r"null|Null|NULL|~|"), ["n", "N", "~", ""]),
    ("bool", re.compile(r"true|True|TRUE|false|False|FALSE"), list("tTfF")),
    ("int", re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"), list("-+0123456789")),
    ("float", re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), list("-+.0123456789")),
)


class CoreLoader(yaml.CSafeLoader):
    """Reads plain scalars by the core schema."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _number(loader: yaml.CSafeLoader, node: yaml.ScalarNode) -> int:
    text = node.value
    return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))


def _decimal(loader: yaml.CSafeLoader, node: yaml.ScalarNode) -> float:
    return float(node.value)


for _name, _pattern, _first in _BARE:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"(?:{_pattern.pattern})\\Z"), _first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", _number)
CoreLoader.add_constructor("tag:yaml.org,2002:float", _decimal)


def core_yaml(text: str) -> Any:
    """The values of the text. Raises yaml.YAMLError if it is not YAML."""
    return yaml.load(text, CoreLoader)
