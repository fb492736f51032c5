"""A build depends on files and on libraries: what the lock file names, and what is really installed of it."""

from importlib.metadata import version
from pathlib import Path

import pytest

from generator.fingerprint.inputs import FETCHED, LOCK, Named, everything, libraries, machinery, text_hash
from tests.support.small import ROOT

PINNED = "icalendar==7.0.0 \\\n    --hash=sha256:00\n    # via -r site.in\nmarkupsafe==3.0.0 ; python_version > '3'\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of one file of data, a template and a lock file with two libraries."""
    for name, text in ((LOCK, PINNED), ("data/a.yaml", "a: 1\n"), ("templates/a.j2", "a")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_library_counts_with_its_version_in_the_lock_file_and_the_one_installed(root):
    assert list(libraries(root)) == [
        f"icalendar 7.0.0 {version('icalendar')}",
        f"markupsafe 3.0.0 {version('markupsafe')}",
    ]


def test_every_library_of_this_project_counts():
    lines = list(libraries(ROOT))
    named = [line.split()[0] for line in lines]

    assert {line.split()[0]: line.split()[2] for line in lines} == {name: version(name) for name in named}

    assert {"icalendar", "markupsafe", "pyyaml", "pymdown-extensions", "altair"} <= set(named)
    assert len(named) == (ROOT / LOCK).read_text("utf-8").count("==")


@pytest.mark.parametrize("library", ["icalendar", "markupsafe"])
def test_a_library_that_was_upgraded_by_hand_is_noticed(root, monkeypatch, tmp_path_factory, library):
    before = (everything(root), machinery(root))
    upgraded = tmp_path_factory.mktemp("newer")
    (upgraded / f"{library.capitalize()}-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(upgraded))
    after = (everything(root), machinery(root))

    assert [old == new for old, new in zip(before, after, strict=True)] == [False, False]


def test_a_library_that_is_not_installed_is_no_error(root):
    (root / LOCK).write_text("no-such-library==1.0\n", "utf-8")

    assert list(libraries(root)) == ["no-such-library 1.0 not installed"]


def test_a_document_that_was_fetched_counts_and_the_record_of_it_does_not(root, tmp_path):
    sources = tmp_path / ".atlas" / "sources"
    sources.mkdir(parents=True)
    (sources / "letter.html").write_text("a", "utf-8")
    before = everything(root, sources)
    (sources / FETCHED).write_text("{}", "utf-8")
    recorded = everything(root, sources)
    (sources / "letter.html").write_text("b", "utf-8")

    assert (recorded == before, everything(root, sources) == before) == (True, False)


@pytest.mark.parametrize(
    ("file", "text", "noticed"),
    [
        pytest.param(LOCK, PINNED.replace("7.0.0", "7.0.1"), True, id="another version in the lock file"),
        pytest.param(LOCK, PINNED.replace("=sha256:00", "=sha256:01"), False, id="another hash of the same version"),
        pytest.param("data/a.yaml", "a: 2\n", True, id="data"),
        pytest.param("data/b.yaml", "a: 1\n", True, id="a new file"),
        pytest.param("mkdocs.yml", "a: 1\n", True, id="settings"),
        pytest.param("data/watch.json", "{}", False, id="what is remembered of services"),
        pytest.param("data/a.yaml~", "a: 2\n", False, id="what an editor leaves behind"),
        pytest.param("generator/__pycache__/a.pyc", "a", False, id="what Python leaves behind"),
        pytest.param("notes.txt", "a", False, id="a file that no page is made of"),
    ],
)
def test_only_what_pages_depend_on_is_noticed(root, file, text, noticed):
    before = everything(root)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, "utf-8")

    assert (everything(root) != before) is noticed


def test_what_people_write_is_no_part_of_the_machinery(root):
    before = machinery(root)
    (root / "data/a.yaml").write_text("a: 2\n", "utf-8")
    (root / "content").mkdir()
    (root / "content/method.md").write_text("# Method\n", "utf-8")

    assert machinery(root) == before


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        pytest.param("generator/documents/pdf/reader.py", False, id="what reads a format"),
        pytest.param("generator/watch/http.py", False, id="what asks services"),
        pytest.param("generator/documents/passages.py", True, id="how headings of passages are written"),
        pytest.param("generator/documents/conventions.toml", True, id="the words of that"),
        pytest.param("generator/pages/urls.py", True, id="where pages are"),
    ],
)
def test_only_code_that_pages_depend_on_is_part_of_the_machinery(root, name, counts):
    before = machinery(root), everything(root)
    (root / name).parent.mkdir(parents=True)
    (root / name).write_text("# A comment.\n", "utf-8")

    assert (machinery(root) != before[0], everything(root) != before[1]) == (counts, True)


@pytest.mark.parametrize("name", ["hooks/stamp.py", "hooks", "overrides/main.html"])
def test_a_file_or_folder_that_settings_name_counts(root, name):
    for file in ("hooks/stamp.py", "overrides/main.html"):
        (root / file).parent.mkdir()
        (root / file).write_text("a", "utf-8")
    before = [hashed(root, named=Named(files=(name,))) for hashed in (everything, machinery)]
    unnamed = everything(root)
    (root / ("hooks/stamp.py" if name == "hooks" else name)).write_text("b", "utf-8")
    after = [hashed(root, named=Named(files=(name,))) for hashed in (everything, machinery)]

    assert [old == new for old, new in zip(before, after, strict=True)] == [False, False]
    assert everything(root) == unnamed


def test_a_variable_of_the_environment_that_settings_name_counts(root, monkeypatch):
    named = Named(variables=("SITE_URL",))
    hashes = {everything(root, named=named)}
    for value in ("https://example.org/", "https://example.org/atlas/"):
        monkeypatch.setenv("SITE_URL", value)
        hashes.add(everything(root, named=named))

    assert len(hashes) == 3


def test_the_folder_of_documents_counts_if_it_is_given(root, tmp_path_factory):
    sources = tmp_path_factory.mktemp("sources")
    before = everything(root, sources)
    (sources / "letter.txt").write_text("Text.", "utf-8")

    assert len({before, everything(root, sources), everything(root)}) == 3


def test_texts_are_told_apart_where_one_ends():
    assert text_hash("a", "b") != text_hash("ab")
