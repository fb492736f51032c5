"""Read data files of the program, TOML beside the code, as typed values."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from importlib.resources import files
from typing import Any, TypeVar

from generator.diagnostics import Diagnostic, InvalidData, Location, Rule

T = TypeVar("T")


def table_in(package: str, name: str) -> dict[str, Any]:
    """Return the table of the file `name` in the folder of `package`, such as `generator.text`.

    Raises InvalidData if there is no such file or it is not TOML.
    """
    path = files(package) / name
    file = f"{package.replace('.', '/')}/{name}"
    if not path.is_file():
        raise _wrong(file, "the file is missing", "Create it after the model of the file beside it.", Rule.MISSING_FILE)
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(file, f"the file is not TOML: {error}", "Correct that line.", Rule.SHAPE) from None


def typed(table: Mapping[str, Any], kind: type[T], file: str) -> T:
    """Return the table as a dataclass of that kind; lists become tuples, and a key such as `and` the field `and_`.

    `file` is the path shown in messages. Raises InvalidData with all missing and unknown keys.
    """
    wanted = {field.name.rstrip("_"): field.name for field in fields(kind)}  # type: ignore[arg-type]
    missing = [name for name in wanted if name not in table]
    unknown = [name for name in table if name not in wanted]
    if missing or unknown:
        found = (f"{verdict} {', '.join(names)}" for verdict, names in (("no", missing), ("unknown", unknown)) if names)
        what = f"{kind.__name__} has {'; '.join(found)}"
        rule = Rule.MISSING_KEY if missing else Rule.UNKNOWN_KEY
        raise _wrong(file, what, f"The fields of `{kind.__name__}` say what belongs there.", rule)
    return kind(**{wanted[name]: _frozen(value) for name, value in table.items()})


def _wrong(file: str, what: str, hint: str, rule: Rule) -> InvalidData:
    return InvalidData([Diagnostic(Location(file, 1, 1), what, hint, rule=rule)])


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(value) if isinstance(value, list) else value
