"""The order of packages, their doors, who may touch what, and how large things may grow."""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pytest
from importlinter.cli import lint_imports

from generator.cli.main import COMMANDS as MODULE_OF
from tests.support.small import ROOT

GENERATOR = ROOT / "generator"
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): path
    for path in sorted(GENERATOR.rglob("*.py"))
    if path.name not in ("__init__.py", "__main__.py")
}
"""Every module but the doors of packages, by its full name."""
PACKAGES = {".".join(path.parent.relative_to(ROOT).parts): path for path in sorted(GENERATOR.rglob("__init__.py"))}
COMMANDS = {name for name in MODULES if name.startswith("generator.cli.")}
"""The command line: it alone prints and exits."""
ALONE = {
    "yaml": {"archive.yaml_loader", "archive.yaml_comments"},
    "requests": {"watch.http"},
    "pydantic": {
        "model.types", "model.records", "model.milestone", "model.settings", "model.source", "archive.validate",
        "authoring.json_schema", "publish.open_data.model", "publish.open_data.values", "publish.open_data.json_export",
        "publish.open_data.milestones", "publish.open_data.figures", "publish.open_data.lists",
        "publish.open_data.history", "publish.open_data.tables.rows", "publish.open_data.tables.table",
    },
    "arro3": {"publish.open_data.tables.parquet_file"},
    "xlsxwriter": {"publish.open_data.tables.workbook"},
    "snowballstemmer": {"documents.search.stems"},
    "pypdfium2": {
        "documents.pdf.sheets.glyphs", "documents.pdf.sheets.letters", "documents.pdf.sheets.opening",
        "documents.pdf.sheets.seen", "documents.pdf.picture", "charts.files.picture",
    },
    "icalendar": {"publish.calendars"},
    "altair": {f"charts.spec.{name}" for name in ("bars", "grid", "layers", "maps", "series", "strip")},
    "vl_convert": {"charts.svg"},
    "PIL": {"charts.files.picture", "documents.pdf.sheets.seen"},
    "typst": {"publish.briefs", "charts.files.picture"},
    "jinja2": {"pages.jinja", "publish.mkdocs.theme", "publish.mkdocs.plugin"},
    "tinycss2": {"publish.style.stylesheet"},
    "babel": {"model.locale", "text.language"},
    "mkdocs": {"publish.mkdocs.contents", "publish.mkdocs.files", "publish.mkdocs.plugin", "publish.mkdocs.runs"},
    "click": {name.removeprefix("generator.") for name in COMMANDS},
    "concurrent": {"publish.workers"},
    "subprocess": {"authoring.git", "fingerprint.planted"},
    "multiprocessing": {"publish.workers"},
}  # fmt: skip
"""The modules that may import a library, without the name of the whole in front."""


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


@cache
def imported(parsed: ast.Module) -> tuple[str, ...]:
    """The full name of everything that is imported, wherever it stands."""
    return tuple(_imported(parsed))


def _imported(parsed: ast.Module) -> Iterator[str]:
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def faults(found_in: Callable[[str], object], names: Iterable[str]) -> dict[str, object]:
    """What is found wrong in each, by its name, without those in which nothing is."""
    return {name: found for name in names if (found := found_in(name))}


def package_of(module: str) -> str:
    """The package of `generator` that a module is in: `documents` for `generator.documents.pdf.lines` too."""
    return module.split(".")[1]


def test_packages_import_only_packages_below_them(capsys: pytest.CaptureFixture[str]) -> None:
    """The contracts of import-linter stand in pyproject.toml; what it prints says which import breaks which."""
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert (status, capsys.readouterr().out if status else "") == (0, "")


def test_a_package_is_entered_by_its_door() -> None:
    """Another package is imported by its name; so is a package inside one's own."""

    def past(module: str) -> list[str]:
        own = f"generator.{package_of(module)}"
        other = [name for name in imported(tree(module)) if name.startswith("generator.") and not _is_within(name, own)]
        return [name for name in other if name.rpartition(".")[0] not in PACKAGES]

    assert faults(past, MODULES) == {}


def _is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


@pytest.mark.parametrize("package", PACKAGES)
def test_a_door_offers_what_it_lists_and_says_what_the_package_is_for(package: str) -> None:
    parsed = ast.parse(PACKAGES[package].read_text("utf-8"))
    lists = [n for n in parsed.body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "__all__"]
    listed = [name for assign in lists for name in ast.literal_eval(assign.value)]
    bound = [alias.asname or alias.name for n in parsed.body if isinstance(n, ast.ImportFrom) for alias in n.names]

    assert ast.get_docstring(parsed)
    assert sorted(listed) == sorted(bound)


@pytest.mark.parametrize("package", [name for name in PACKAGES if name.count(".")])
def test_what_a_door_offers_is_used_by_another_package(package: str) -> None:
    offered = {name.rpartition(".")[2] for name in imported(ast.parse(PACKAGES[package].read_text("utf-8")))}
    outside = [name for name in MODULES if not name.startswith(f"{package}.")]
    doors = [path for name, path in PACKAGES.items() if not _is_within(name, package)]
    used = {name for module in outside for name in imported(tree(module))}
    used |= {name for path in doors for name in imported(ast.parse(path.read_text("utf-8")))}
    used |= {f"generator.cli.{module}.{name}" for names in MODULE_OF.values() for name, module in names.items()}

    assert sorted(name for name in offered if f"{package}.{name}" not in used and package != "generator.cli") == []


@pytest.mark.parametrize("library", sorted(ALONE))
def test_a_library_is_touched_only_by_the_modules_it_is_for(library: str) -> None:
    touching = {m for m in MODULES if any(name.split(".")[0] == library for name in imported(tree(m)))}

    assert {name.removeprefix("generator.") for name in touching} <= ALONE[library]


def test_imports_for_typing_only_are_not_needed() -> None:
    assert [m for m in MODULES if any("TYPE_CHECKING" in name for name in imported(tree(m)))] == []


def test_only_the_command_line_prints_and_exits() -> None:
    def speaks(module: str) -> bool:
        names = {node.id for node in ast.walk(tree(module)) if isinstance(node, ast.Name)}
        exits = any(isinstance(node, ast.Attribute) and node.attr == "exit" for node in ast.walk(tree(module)))
        return "print" in names or exits

    assert {module for module in MODULES if speaks(module)} <= COMMANDS


def test_nothing_in_the_middle_reads_the_clock() -> None:
    clocks = {"today", "now", "utcnow"}

    def looks(module: str) -> bool:
        return any(isinstance(node, ast.Attribute) and node.attr in clocks for node in ast.walk(tree(module)))

    assert [module for module in MODULES if looks(module)] == []


def test_the_generator_does_not_know_whose_letters_these_are() -> None:
    named = [path.name for path in GENERATOR.rglob("*.py") if "douane" in path.read_text("utf-8").lower()]

    assert named == []


def test_only_the_registry_puts_the_path_of_a_data_file_together() -> None:
    def together(module: str) -> list[str]:
        texts = ("".join(p.value if isinstance(p, ast.Constant) else "<>" for p in node.values)
                 for node in ast.walk(tree(module)) if isinstance(node, ast.JoinedStr))  # fmt: skip
        return [text for text in texts if re.search(r"(data|themes|sources|passages|words)/\S*<>\S*\.yaml", text)]

    assert faults(together, MODULES.keys() - {"generator.model.files"}) == {}


def test_a_file_is_at_most_300_lines() -> None:
    files = [path for folder in ("generator", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]
    lines = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in files}

    assert {path: n for path, n in lines.items() if n > 300} == {}


def test_a_package_has_at_most_12_modules() -> None:
    sizes = Counter(name.rpartition(".")[0] for name in MODULES)

    assert {package: n for package, n in sizes.items() if n > 12 and package.count(".")} == {}


def decides(module: str) -> bool:
    """Whether it has more than declarations and how they print; those are tested where they are used."""
    functions = (node.name for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef))
    return any(name != "__str__" for name in functions)


def test_every_module_has_a_file_of_tests() -> None:
    def missing(module: str) -> str:
        *packages, name = TESTED_TOGETHER.get(module, module).split(".")[1:]
        file = ROOT.joinpath("tests", *packages) / f"test_{name}.py"
        return "" if file.is_file() else file.relative_to(ROOT).as_posix()

    assert faults(missing, filter(decides, MODULES)) == {}


def test_a_function_is_at_most_40_lines_and_takes_at_most_five_things_in_order() -> None:
    def too_large(module: str) -> list[str]:
        functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef)]
        long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 40]
        wide = [f.name for f in functions if len([a for a in f.args.args if a.arg not in ("self", "cls")]) > 5]
        return [*long, *(name for name in wide if name not in DOCUMENTED_WIDE)]

    assert faults(too_large, MODULES) == {}


TESTED_TOGETHER = {
    "generator.publish.open_data.folders": "generator.publish.build",
    "generator.publish.mkdocs.files": "generator.publish.mkdocs.plugin",
    "generator.documents.pdf.areas.columns": "generator.documents.pdf.reader",
    "generator.documents.pdf.footnotes": "generator.documents.pdf.reader",
    "generator.documents.pdf.headers_footers": "generator.documents.pdf.reader",
    "generator.documents.pdf.layout": "generator.documents.pdf.reader",
    "generator.documents.pdf.lines": "generator.documents.pdf.reader",
    "generator.documents.pdf.paragraphs": "generator.documents.pdf.reader",
    "generator.documents.pdf.reading_order": "generator.documents.pdf.reader",
    "generator.documents.pdf.rows": "generator.documents.pdf.reader",
    "generator.documents.pdf.sheets.letters": "generator.documents.pdf.sheets.glyphs",
    "generator.documents.pdf.sheets.sheet": "generator.documents.pdf.sheets.glyphs",
    "generator.documents.pdf.tables": "generator.documents.pdf.reader",
    "generator.documents.pdf.touching": "generator.documents.pdf.rows",
}
"""Modules that have a meaning only together, and the one whose tests are of all of them."""
DOCUMENTED_WIDE = {"drawing", "page", "known_milestone", "_months"}
"""Functions that take more, each of which takes what its caller has at hand and passes nothing on."""
DOCSTRINGS_NOT_NEEDED = {"on_config", "on_files", "on_page_markdown", "on_page_context", "on_serve", "emit"}
"""Methods that a library calls."""


def test_every_module_says_what_it_is_for_and_every_public_function_what_the_caller_gets() -> None:
    def mute(module: str) -> list[str]:
        parsed = tree(module)
        named = [n for n in parsed.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
        without = [node.name for node in named if not ast.get_docstring(node)]
        own = [] if ast.get_docstring(parsed) else ["the module"]
        return own + [name for name in without if name not in DOCSTRINGS_NOT_NEEDED]

    assert faults(mute, MODULES) == {}
