"""`data/schema/` is what models and archive say, and each YAML file names its schema; nobody is made to care."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.archive.archive import Archive, read_archive
from generator.authoring.schema_files import FOLDER, schema_texts
from generator.cli.main import main
from generator.model.files import schema_line, with_schema_line
from tests.support.language_server import vscode_settings
from tests.support.small import ROOT, lay_out_data

STATEMENTS = "data/themes/ferries/statements.yaml"
LINE = "# yaml-language-server: $schema=../../schema/statements.json"


def ran(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *words], catch_exceptions=False)


@pytest.fixture
def written(small_root: Path) -> Path:
    """The small project, whose schemas have been written."""
    assert ran(small_root, "schema").exit_code == 0
    return small_root


def texts_of(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted((root / "data").rglob("*.*"))}


@pytest.fixture(scope="module")
def real() -> Archive:
    return read_archive(ROOT)


@pytest.fixture(scope="module")
def current(real: Archive) -> dict[str, str]:
    """The text of every schema of this atlas as it is to be."""
    return schema_texts(real)


def test_the_schemas_in_the_repository_are_current(current):
    stale = [name for name in current if "ids" not in name and (ROOT / name).read_text("utf-8") != current[name]]

    assert len(current) > 10
    assert stale == [], "Run `atlas schema`."


def test_the_ids_in_the_repository_have_the_shape_that_is_written(current):
    kept = json.loads((ROOT / FOLDER / "ids.json").read_text("utf-8"))
    current = json.loads(current[f"{FOLDER}/ids.json"])

    assert list(kept) == list(current)
    assert list(kept["definitions"]) == list(current["definitions"])


def test_editors_without_the_first_line_find_every_schema_by_the_name_of_the_file(real, current):
    settings = vscode_settings()
    schemas = {name for name in current if not name.endswith("ids.json")}
    found = {
        file: [schema for schema, pattern in settings["yaml.schemas"].items() if Path(f"/{file}").match(pattern)]
        for file in real.documents
        if "/words/" not in file
    }
    passages = [file for file in found if "/passages/" in file]

    assert set(settings["yaml.schemas"]) == schemas
    assert [file for file, matching in found.items() if len(matching) != 1] == []
    assert [file for file, [schema] in found.items() if not schema_line(file).endswith(Path(schema).name)] == passages


@pytest.mark.parametrize(
    ("file", "line"),
    [
        pytest.param("data/atlas.yaml", "schema/atlas.json", id="in data/"),
        pytest.param("data/sources/brief.yaml", "../schema/source.json", id="of a source"),
        pytest.param("data/themes/ferries/theme.yaml", "../../schema/theme.json", id="of a theme"),
        pytest.param("data/passages/brief.yaml", "", id="none, as nobody writes passages by hand"),
        pytest.param("data/words/nl.yaml", "", id="none, as phrases have no schema"),
    ],
)
def test_the_first_line_leads_from_the_file_to_its_schema(file, line):
    assert schema_line(file) == (f"# yaml-language-server: $schema={line}" if line else "")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("- id: a\n", f"{LINE}\n- id: a\n", id="it is put first"),
        pytest.param("# Oldest first.\n- id: a\n", f"{LINE}\n# Oldest first.\n- id: a\n", id="above other comments"),
        pytest.param(f"{LINE}\n- id: a\n", f"{LINE}\n- id: a\n", id="it stays where it is"),
        pytest.param(f"- id: a\n{LINE}\n", f"{LINE}\n- id: a\n", id="it is moved up"),
        pytest.param(
            "# yaml-language-server: $schema=theme.json\n- id: a\n", f"{LINE}\n- id: a\n", id="another is replaced"
        ),
        pytest.param("# $schema: theme.json\n- id: a\n", f"{LINE}\n- id: a\n", id="also in its other form"),
        pytest.param("", f"{LINE}\n", id="an empty file has it alone"),
    ],
)
def test_a_file_has_the_line_once_and_at_its_top(text, after):
    assert with_schema_line(text, STATEMENTS) == after


def test_what_was_written_is_in_order_and_written_once(written):
    texts = texts_of(written)
    again = ran(written, "schema")

    assert texts[STATEMENTS].startswith(f"{LINE}\n- id: ")
    assert (again.exit_code, again.stdout, again.stderr) == (
        0,
        "Nothing to write: data/schema/ is up to date, and every file names its schema.\n",
        "",
    )
    assert texts_of(written) == texts
    assert ran(written, "check").stdout == "No problems: 2 themes, 3 editions.\n"


def test_only_the_first_line_of_the_data_is_touched(tmp_path):
    before = texts_of(lay_out_data(tmp_path))
    run = ran(tmp_path, "schema")
    after = {name: text for name, text in texts_of(tmp_path).items() if name in before}

    assert run.exit_code == 0
    assert after == {name: with_schema_line(text, name) for name, text in before.items()}


def test_nothing_is_written_while_the_data_cannot_be_read(small_root):
    file = small_root / STATEMENTS
    file.write_text(file.read_text("utf-8").replace("kind: ", "kinde: ", 1), "utf-8")
    before = texts_of(small_root)
    run = ran(small_root, "schema")

    assert run.exit_code == 1
    assert "\n\n1 problem in 1 file. " in run.stderr
    assert texts_of(small_root) == before


def test_the_check_remarks_what_editors_do_not_know_and_passes(written):
    file = written / STATEMENTS
    file.write_text(file.read_text("utf-8").replace(LINE, "# yaml-language-server: $schema=x.json"), "utf-8")
    line = ran(written, "check")
    place = written / "data/places.yaml"
    place.write_text(
        place.read_text("utf-8") + '\n- {id: new, name: {nl: "N", en: "N"}, kind: city, lat: 52, lon: 5}\n'
    )
    ran(written, "fmt")
    both = ran(written, "check")

    assert (line.exit_code, both.exit_code) == (0, 0)
    assert line.stdout.splitlines()[:-1] == [
        "For editors: 1 file does not name its schema. `atlas schema` updates them."
    ]
    assert both.stdout.splitlines()[:-1] == [
        "For editors: 1 file does not name its schema; data/schema/ids.json lacks the newest ids. "
        "`atlas schema` updates them."
    ]


def test_a_schema_that_is_not_current_is_remarked_by_name(written):
    (written / FOLDER / "theme.json").unlink()
    (written / FOLDER / "places.json").write_bytes(b"\xff")

    assert ran(written, "check").stdout.splitlines()[:-1] == [
        "For editors: out of date: data/schema/theme.json, data/schema/places.json. `atlas schema` updates them."
    ]


def test_a_project_without_schemas_is_told_nothing_of_them(small_root):
    assert ran(small_root, "check").stdout == "No problems: 2 themes, 3 editions.\n"


def test_machines_are_told_of_problems_only(written):
    (written / FOLDER / "theme.json").unlink()

    assert ran(written, "check", "--format", "json").stdout == "[]\n"
    assert ran(written, "check", "--format", "github").stdout == ""
