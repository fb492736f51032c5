"""Which files have a form, how a file that is not in it is told, and that all are written or none."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.authoring.format import canonical, hand_written, not_canonical
from generator.cli.main import main
from generator.diagnostics.diagnostic import InvalidData
from tests.support.small import lay_out_data

GLOSSARY = "data/glossary.yaml"
TERM = """\
- id: lockage
  term: {nl: "Schutting", en: "Lockage"}
  text: {nl: "Een schip door een sluis laten.", en: "Letting a ship through a lock."}
  cites: [brief-2021-03-10#sluizen-2]
"""
WAY_OUT = "    `atlas fix` writes it so."
NOT_SO = "the line is not in the canonical form"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small archive with all its files in form."""
    folder = lay_out_data(tmp_path)
    for name in hand_written(folder):
        (folder / name).write_text(canonical((folder / name).read_bytes(), name), "utf-8")
    return folder


def ran(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *words], catch_exceptions=False)


def files_of(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_files_that_people_write_have_a_form_and_those_that_are_made_do_not(root: Path) -> None:
    names = hand_written(root)

    assert {"data/atlas.yaml", "data/words/nl.yaml", "data/themes/locks/theme.yaml", GLOSSARY} <= set(names)
    assert not [name for name in names if name.startswith("data/passages/")]
    assert list(not_canonical(root, names)) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(
            TERM.replace('"Schutting"', "'Schutting'"),
            f'{GLOSSARY}:2:14: {NOT_SO}\n    It should be:\n      term: {{nl: "Schutting", en: "Lockage"}}\n{WAY_OUT}',
            id="the first line that is written otherwise is shown as it should be",
        ),
        pytest.param(
            TERM + "\n" + TERM.replace("lockage", "b") + TERM.replace("lockage", "c"),
            f"{GLOSSARY}:10:1: {NOT_SO}\n    From here it should be:\n\n    - id: c\n{WAY_OUT}",
            id="an empty line is missing",
        ),
        pytest.param(
            TERM + "\n\n",
            f"{GLOSSARY}:5:1: {NOT_SO}\n    It should not be there.\n{WAY_OUT}",
            id="empty lines at the end",
        ),
        pytest.param(
            TERM.replace("\n  cites", "  \n  cites"),
            f"{GLOSSARY}:3:86: {NOT_SO}\n    It should be:\n"
            f'      text: {{nl: "Een schip door een sluis laten.", en: "Letting a ship through a lock."}}\n{WAY_OUT}',
            id="blanks at the end of a line",
        ),
        pytest.param(
            TERM.removesuffix("\n"),
            f"{GLOSSARY}:4:38: the line ends without a line feed\n{WAY_OUT}",
            id="the last line is not ended",
        ),
        pytest.param(
            TERM.replace("\n", "\r\n"),
            f"{GLOSSARY}:1:14: the line ends in a carriage return\n{WAY_OUT}",
            id="lines end as on Windows",
        ),
        pytest.param(
            "\ufeff" + TERM,
            f"{GLOSSARY}:1:1: the file begins with a byte order mark\n{WAY_OUT}",
            id="a byte order mark",
        ),
    ],
)
def test_a_file_that_is_not_in_form_is_told_once_with_the_line_as_it_should_be(
    root: Path, content: str, told: str
) -> None:
    (root / GLOSSARY).write_bytes(content.encode())
    diagnostics = list(not_canonical(root, [GLOSSARY]))

    assert [str(diagnostic) for diagnostic in diagnostics] == [told]


def test_check_remarks_on_the_form_and_refuses_nothing_for_it(root: Path) -> None:
    (root / GLOSSARY).write_text(TERM.replace('"Schutting"', "Schutting"), "utf-8")
    run = ran(root, "check")

    assert run.exit_code == 0
    assert f"{GLOSSARY}:2:14: {NOT_SO} [form]\n" in run.stdout
    assert run.stdout.endswith(", 1 remark above.\n")


def test_fix_mends_every_file_that_can_be_read_and_names_the_others(root: Path) -> None:
    before = files_of(root)
    (root / GLOSSARY).write_bytes(b"\xef\xbb\xbf" + before[GLOSSARY].replace(b"\n", b"\r\n"))
    (root / "data/places.yaml").write_text("- id: [", "utf-8")
    run = ran(root, "fix")

    assert (run.exit_code, run.stdout) == (0, f"Mended: 1 of {len(hand_written(root))} files.\n")
    assert "Not mended: data/places.yaml:1:" in run.stderr
    assert files_of(root)[GLOSSARY] == before[GLOSSARY]


def test_suggestions_show_the_lines_as_they_should_be_and_change_nothing(root: Path) -> None:
    (root / GLOSSARY).write_text(TERM.replace('"Schutting"', "Schutting") + "# ```x\n", "utf-8")
    before = files_of(root)
    run = ran(root, "fix", "--suggest", str(root / "form.md"))
    text = (root / "form.md").read_text("utf-8")

    assert run.exit_code == 0
    assert {name: content for name, content in files_of(root).items() if name in before} == before
    assert f"`{GLOSSARY}`\n\n``````diff\n" in text
    assert "\n-  term: {nl: Schutting, " in text and '\n+  term: {nl: "Schutting", ' in text


def test_where_all_is_in_form_there_is_nothing_to_suggest(root: Path) -> None:
    ran(root, "fix", "--suggest", str(root / "form.md"))

    assert (root / "form.md").read_text("utf-8") == ""


def test_fmt_puts_every_file_into_its_form_and_says_which(root: Path) -> None:
    before = files_of(root)
    for name in (GLOSSARY, "data/atlas.yaml"):
        (root / name).write_bytes(b"\xef\xbb\xbf" + before[name].replace(b"\n", b"\r\n").replace(b'"', b"'"))
    run = ran(root, "fmt")

    assert (run.exit_code, run.stdout) == (0, f"Formatted 2 of {len(hand_written(root))} files.\n")
    assert run.stderr == f"Written: {root}/data/atlas.yaml\nWritten: {root}/{GLOSSARY}\n"
    assert files_of(root) == before
    assert ran(root, "check").exit_code == 0


def test_fmt_puts_only_the_named_files_into_form(root: Path) -> None:
    for name in (GLOSSARY, "data/places.yaml"):
        (root / name).write_bytes(b"# Ours.\n\n\n" + (root / name).read_bytes())
    run = ran(root, "fmt", str(root / GLOSSARY))

    assert (run.exit_code, run.stdout) == (0, "Formatted 1 of 1 file.\n")
    assert [diagnostic.location.file for diagnostic in not_canonical(root, hand_written(root))] == ["data/places.yaml"]


def test_fmt_check_writes_nothing_and_exits_with_1_if_a_file_is_not_in_form(root: Path) -> None:
    in_form = ran(root, "fmt", "--check")
    (root / GLOSSARY).write_text(TERM + "\n", "utf-8")
    before = files_of(root)
    run = ran(root, "fmt", "--check")

    assert (in_form.exit_code, in_form.stdout) == (0, f"{len(hand_written(root))} files formatted already.\n")
    assert (run.exit_code, files_of(root)) == (1, before)
    assert run.stdout.startswith(f"{GLOSSARY}:5:1: {NOT_SO} [form]\n")
    assert "\n\n1 problem in 1 file. " in run.stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"- id: a: b\n", "a colon followed by a space", id="no YAML"),
        pytest.param(b"- &a {id: b}\n", "the anchor &a is not allowed", id="an anchor"),
        pytest.param(b"- id: \xe9\n", "the file is not UTF-8", id="another encoding"),
        pytest.param(b'"' + b"k" * 1100 + b'": v\n', "this is not YAML", id="a key that nobody can read"),
        pytest.param(
            b"? " + b"k " * 550 + b"k\n: v\n", "without changing its content", id="a key that only it can say"
        ),
    ],
)
def test_if_one_file_cannot_be_read_it_is_told_and_no_file_is_written(root: Path, content: bytes, told: str) -> None:
    (root / "data/atlas.yaml").write_bytes(b"\n" + (root / "data/atlas.yaml").read_bytes())
    (root / GLOSSARY).write_bytes(content)
    before = files_of(root)
    run = ran(root, "fmt")

    assert (run.exit_code, run.stderr, files_of(root)) == (1, "", before)
    assert run.stdout.startswith(f"{GLOSSARY}:1:")
    assert told in run.stdout


@pytest.mark.parametrize("name", ["data/passages/brief-2021-03-10.yaml", "notes.yaml"])
def test_a_file_that_people_do_not_write_is_refused(root: Path, name: str) -> None:
    (root / "notes.yaml").write_text("a:   b\n", "utf-8")
    run = ran(root, "fmt", str(root / name))

    assert run.exit_code == 2
    assert "is not a hand-written file of data/" in run.stderr


def test_a_form_that_would_lose_something_is_refused() -> None:
    with pytest.raises(InvalidData, match="without changing its content"):
        canonical(b"? " + b"k " * 550 + b"k\n: v # c\n", "data/words/nl.yaml")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        pytest.param("Curac\u0327ao", "Curaçao", id="an accent apart from its letter"),
        pytest.param("pro\ufb01el", "profiel", id="two letters in one sign"),
        pytest.param("\u0133zer", "ijzer", id="the Dutch ij in one sign"),
        pytest.param("douane\u00adcontrole", "douanecontrole", id="a soft hyphen"),
    ],
)
def test_letters_that_a_search_would_miss_are_refused_by_check_and_written_plainly_by_fmt(
    root: Path, written: str, plain: str
) -> None:
    file = root / GLOSSARY
    before = file.read_text("utf-8")
    file.write_text(before.replace("Schutting", written), "utf-8")
    refused = ran(root, "check")
    formatted = ran(root, "fmt")

    assert (refused.exit_code, f'Write "{plain}".' in refused.output) == (1, True)
    assert formatted.exit_code == 0
    assert file.read_text("utf-8") == before.replace("Schutting", plain)


def test_what_is_invisible_otherwise_is_left_to_people(root: Path) -> None:
    file = root / GLOSSARY
    file.write_text(file.read_text("utf-8").replace("Schutting", "Schut\u202eting"), "utf-8")
    refused = ran(root, "fmt")

    assert (refused.exit_code, "the character U+202E is not allowed" in refused.output) == (1, True)
