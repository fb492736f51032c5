"""`atlas explain`, `fmt`, `fields` and `schema`: what they print, write and return."""

from pathlib import Path

from generator.diagnostics.rules import Rule
from tests.support.command_line import ran
from tests.support.small import ROOT


def test_a_rule_is_explained_by_its_name_with_or_without_the_brackets(small_root: Path) -> None:
    runs = [ran(small_root, "explain", name) for name in ("tab", "[tab]")]

    assert [run.exit_code for run in runs] == [0, 0]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.startswith("tab\n\nLines are indented with spaces")


def test_an_unknown_rule_is_told_with_the_nearest(small_root: Path) -> None:
    run = ran(small_root, "explain", "coma-decimal")

    assert run.exit_code == 2
    assert "'coma-decimal' is not the name of a rule. Did you mean 'comma-decimal'?" in run.stderr


def test_all_rules_are_listed_where_none_is_named(small_root: Path) -> None:
    names = [line for line in ran(small_root, "explain").stdout.splitlines() if not line.startswith(" ")]

    assert names == sorted(rule.value for rule in Rule)


STATEMENTS = "data/themes/ferries/statements.yaml"


def test_fmt_formats_the_files_that_need_it_and_then_finds_nothing_to_do(small_root: Path) -> None:
    file = small_root / STATEMENTS
    formatted = file.read_text("utf-8")
    file.write_text(formatted.replace("kind: ", "kind:   ", 1), "utf-8")
    reported = ran(small_root, "fmt", "--check", str(file))
    run = ran(small_root, "fmt", str(file))
    again = ran(small_root, "fmt", "--check", str(file))

    assert (reported.exit_code, STATEMENTS in reported.stdout) == (1, True)
    assert (run.exit_code, run.stdout, run.stderr) == (0, "Formatted 1 of 1 file.\n", f"Written: {file}\n")
    assert (again.exit_code, again.stdout) == (0, "1 file formatted already.\n")
    assert file.read_text("utf-8") == formatted


def test_fmt_refuses_what_nobody_wrote_by_hand(small_root: Path) -> None:
    run = ran(small_root, "fmt", str(small_root / "data/passages/verslag-2022.yaml"))

    assert run.exit_code == 2
    assert "is not a hand-written file of data/" in run.stderr


def test_fields_prints_the_reference_that_stands_beside_the_data(tmp_path: Path) -> None:
    assert ran(tmp_path, "fields").stdout == (ROOT / "data/README.md").read_text("utf-8")
