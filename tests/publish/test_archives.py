"""Archives of editions: unzipped into a folder every link of every page leads to a file, and every file is whole."""

import hashlib
import re
import shutil
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from generator.publish.archives import SUMS, archive_key, key_of, page_in_folder
from tests.support.once import built, copied

pytestmark = pytest.mark.slow
NEWEST = "archive/2023-06-20-en.zip"
LINK = re.compile(r' (?:href|src|action)="([^"]*)"')
FILES = {name: Path(name) for name in ("en/index.html", "en/themes/locks/index.html", "assets/atlas.css")}


@pytest.fixture(scope="module")
def unzipped(project, tmp_path_factory) -> Path:
    """The newest edition of the small archive, as a reader has it."""
    folder = tmp_path_factory.mktemp("unzipped")
    ZipFile(project / "site" / NEWEST).extractall(folder)
    [inside] = folder.iterdir()
    return inside


def leading_nowhere(folder: Path) -> list[str]:
    """The links of pages that do not lead to a file in the folder."""
    found = []
    for page in sorted(folder.rglob("*.html")):
        for link in LINK.findall(page.read_text("utf-8")):
            place = unquote(re.split("[?#]", link)[0])
            if place and not re.match("[a-z]+:", link) and not (page.parent / place).is_file():
                found.append(f"{page.relative_to(folder)}: {link}")
    return found


def test_every_link_of_every_page_leads_to_a_file(unzipped):
    assert len([*unzipped.rglob("index.html")]) > 20
    assert leading_nowhere(unzipped) == []


def test_a_link_to_a_folder_would_be_found(unzipped, tmp_path):
    folder = Path(shutil.copytree(unzipped, tmp_path / "copy"))
    (folder / "wrong.html").write_text('<a href="en/"></a><a href="gone.html"></a>', "utf-8")

    assert leading_nowhere(folder) == ["wrong.html: en/", "wrong.html: gone.html"]


def test_the_checksums_are_those_of_all_files(unzipped):
    listed = dict(reversed(line.split("  ")) for line in (unzipped / SUMS).read_text("utf-8").splitlines())
    files = [path for path in unzipped.rglob("*") if path.is_file() and path.name != SUMS]

    assert listed == {
        file.relative_to(unzipped).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def test_it_has_the_open_data_of_its_edition_and_says_what_it_is(unzipped):
    assert (unzipped / "data/2023-06-20/atlas.json").is_file()
    assert "SHA256SUMS" in (unzipped / "README.txt").read_text("utf-8")
    assert [path.name for path in (unzipped / "data").iterdir()] == ["2023-06-20"]


def test_every_edition_has_one_in_each_language_and_the_page_of_data_leads_to_it(project):
    site = project / "site"
    dated = {f"{page.parent.name}-{page.parts[-4]}.zip" for page in site.glob("*/editions/*/index.html")}
    page = site / "en/editions/2023-06-20/data/index.html"
    links = [normpath(join(dirname(page), link)) for link in LINK.findall(page.read_text("utf-8"))]

    assert {path.name for path in (site / "archive").iterdir()} == dated
    assert links.count(str(site / NEWEST)) == 1


def test_it_is_linked_from_a_site_of_the_same_inputs_and_packed_again_from_others(project, tmp_path):
    root = copied(project, tmp_path / "project")
    site = root / "site"
    inodes = {path.name: path.stat().st_ino for path in (site / "archive").iterdir()}
    words = root / "data/words/en.yaml"
    words.write_text(words.read_text("utf-8").replace('home: "Home"', 'home: "Front"'), "utf-8")
    built(root, site)
    second = {path.name: path.stat().st_ino for path in (site / "archive").iterdir()}

    assert {name for name in inodes if second[name] == inodes[name]} == {n for n in inodes if n.endswith("-nl.zip")}


def test_what_an_archive_is_made_from_is_its_comment(project, tmp_path):
    (tmp_path / "broken.zip").write_bytes(b"no zip")

    assert re.fullmatch(rb"[0-9a-f]{64}", key_of(project / "site" / NEWEST))
    assert key_of(tmp_path / "broken.zip") == key_of(tmp_path / "missing.zip") == b""
    keys = {archive_key(key, "2023-06-20", project / "site", project) for key in ("a", "b")}
    assert len(keys) == 2


@pytest.mark.parametrize(
    ("link", "site", "becomes"),
    [
        pytest.param("../../", None, '<a href="../../index.html">', id="a folder leads to its page"),
        pytest.param("../../#top", None, '<a href="../../index.html#top">', id="with the place on it"),
        pytest.param("./", None, '<a href="index.html">', id="so does the folder of the page itself"),
        pytest.param("#here", None, '<a href="#here">', id="a place on the page stays"),
        pytest.param("?q=a", None, '<a href="index.html?q=a">', id="and so does a question to the page"),
        pytest.param("https://x.org/", None, '<a href="https://x.org/">', id="another site stays"),
        pytest.param("../../../nl/", None, "<a>", id="what is not in the folder is no link"),
        pytest.param("../../../nl/#a", "https://a.nl/", '<a href="https://a.nl/nl/#a">', id="or leads to the site"),
    ],
)
def test_a_link_is_made_for_a_folder(link, site, becomes):
    page = page_in_folder(f'<a href="{link}">', "en/themes/locks/index.html", FILES, site)

    assert page == becomes


def test_links_in_the_head_that_are_for_servers_are_left_out():
    head = '<link rel="canonical" href="../">\n<link rel="alternate" href="../x">\n<link rel="icon" href="https://i">'
    head = f'<link rel="preload" href="a.woff2" as="font" crossorigin>{head}'

    assert page_in_folder(head, "en/index.html", FILES, None) == '<link rel="icon" href="https://i">'


def test_an_archive_has_the_data_of_the_site_also_when_only_words_of_the_other_language_changed(project, tmp_path):
    root = copied(project, tmp_path / "project")
    words = root / "data/words/nl.yaml"
    text = words.read_text("utf-8")
    head, tables, rest = text.partition("\ntables:\n")
    words.write_text(head + tables + re.sub(r'title: "', 'title: "Nieuwe ', rest, count=1), "utf-8")
    built(root, root / "site")
    packed = ZipFile(root / "site" / NEWEST).read("2023-06-20-en/data/2023-06-20/datapackage.json")

    assert "Nieuwe" in packed.decode()
    assert packed == (root / "site/data/2023-06-20/datapackage.json").read_bytes()
