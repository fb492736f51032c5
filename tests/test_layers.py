"""The order of modules, who may touch what, and how large things may grow."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[1] / "generator"
ORDER = (
    "rules", "problems", "slips", "slips_of_text", "yaml_lines", "fields", "periods", "kinds", "shapes", "scalars",
    "schema_lines", "records", "settings", "logbook", "number_words", "date_phrases", "figures", "suggestions",
    "misplacing", "reading", "decoding", "archive", "yaml_comments", "layout", "formulas", "references", "claims",
    "evidence", "ledger", "vintages", "source_rules", "milestone_rules", "observation_rules", "log_rules",
    "phrase_rules", "checks", "blocks", "plain_text", "pdf_glyphs", "pdf_pieces", "pdf_lines", "pdf_furniture",
    "pdf_columns", "pdf_notes", "pdf_tables", "pdf_order", "pdf_paragraphs", "pdf_text", "official_pages",
    "xml_trees", "official_papers", "extraction", "passages", "ingestion", "worklist", "copying", "verify",
    "official_names", "downloads", "announcements", "sync_feed", "sru", "cursors", "watching", "tidings", "states",
    "editions", "changes", "coverage", "tallies", "reviewing", "words", "plots", "charts", "maps", "trend_spec",
    "map_spec", "specs", "drawings", "tables", "exports", "addresses", "editing", "glossing", "views",
    "passage_views", "time_views", "change_views", "feeds", "render", "making", "time_pages", "pages", "frame",
    "library", "fieldbook", "field_examples", "schemas", "known_ids", "schema_files", "plugin", "inputs",
    "manifest", "formatting", "questions", "drafts", "shelving", "publish", "revisions", "plain_markdown",
    "review_report", "console", "site_commands", "source_commands", "new_commands", "review_commands", "proposals",
    "watch_commands", "examples", "writing_commands", "cli",
)  # fmt: skip
COMMANDS = {
    "site_commands", "source_commands", "review_commands", "watch_commands", "new_commands", "writing_commands",
}  # fmt: skip
SPEAKING = {"console", *COMMANDS, "cli"}
"""The command line: it alone prints and exits."""
ALONE = {
    "yaml": {"yaml_lines", "yaml_comments"},
    "requests": {"downloads"},
    "pydantic": {"scalars", "records", "settings", "logbook", "reading", "fieldbook", "schemas"},
    "pypdfium2": {"pdf_glyphs"},
    "icalendar": {"feeds"},
    "altair": {"map_spec", "specs", "trend_spec"},
    "vl_convert": {"drawings"},
    "jinja2": {"render"},
    "babel": {"words"},
    "mkdocs": {"plugin"},
    "click": SPEAKING,
    "concurrent": {"publish"},
    "subprocess": {"revisions"},
    "multiprocessing": {"publish"},
}
MODULES = sorted(path.stem for path in GENERATOR.glob("*.py") if path.stem != "__init__")


def tree(module: str) -> ast.Module:
    return ast.parse((GENERATOR / f"{module}.py").read_text("utf-8"))


def imported(module: str) -> Iterator[str]:
    """The full name of everything that a module imports, wherever in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_order_names_every_module_once():
    assert sorted(ORDER) == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_modules_listed_before_it(module):
    before = set(ORDER[: ORDER.index(module)])
    ours = {name.split(".")[1] for name in imported(module) if name.startswith("generator.")}

    assert ours - before == set()


@pytest.mark.parametrize("library", sorted(ALONE))
def test_a_library_is_touched_only_by_the_modules_it_is_for(library):
    touching = {module for module in MODULES if any(name.split(".")[0] == library for name in imported(module))}

    assert touching <= ALONE[library]


def test_imports_for_typing_only_are_not_needed():
    assert [module for module in MODULES if any("TYPE_CHECKING" in name for name in imported(module))] == []


def test_only_the_command_line_prints_and_exits():
    def speaks(module: str) -> bool:
        names = {node.id for node in ast.walk(tree(module)) if isinstance(node, ast.Name)}
        exits = any(isinstance(node, ast.Attribute) and node.attr == "exit" for node in ast.walk(tree(module)))
        return "print" in names or exits

    assert {module for module in MODULES if speaks(module)} <= SPEAKING


def test_nothing_in_the_middle_reads_the_clock():
    clocks = {"today", "now", "utcnow"}

    def looks(module: str) -> bool:
        return any(isinstance(node, ast.Attribute) and node.attr in clocks for node in ast.walk(tree(module)))

    assert [module for module in MODULES if looks(module)] == []


def test_the_generator_does_not_know_whose_letters_these_are():
    named = [path.name for path in GENERATOR.rglob("*.py") if "douane" in path.read_text("utf-8").lower()]

    assert named == []


@pytest.mark.parametrize(
    "path",
    sorted(GENERATOR.parent.glob("generator/*.py")) + sorted(GENERATOR.parent.glob("tests/**/*.py")),
    ids=lambda path: path.name,
)
def test_a_file_is_at_most_300_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("module", MODULES)
def test_a_function_is_at_most_40_lines_and_takes_at_most_five_things_in_order(module):
    functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 40]
    wide = [f.name for f in functions if len([a for a in f.args.args if a.arg not in ("self", "cls")]) > 5]

    assert (long, [name for name in wide if name not in DOCUMENTED_WIDE]) == ([], [])


DOCUMENTED_WIDE = {"drawing", "page", "known_milestone", "_months"}
"""Functions that take more, each of which takes what its caller has at hand and passes nothing on."""
DOCSTRINGS_NOT_NEEDED = {"on_config", "on_files", "on_page_markdown", "on_page_context", "on_serve", "emit"}
"""Methods that a library calls."""


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for_and_every_public_function_what_the_caller_gets(module):
    parsed = tree(module)
    public = [n for n in parsed.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
    mute = [node.name for node in public if not ast.get_docstring(node)]

    assert ast.get_docstring(parsed)
    assert [name for name in mute if name not in DOCSTRINGS_NOT_NEEDED] == []
