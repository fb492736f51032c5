"""Every setting that is honoured, one by one, in a site that plain `mkdocs build` made; and what it leaves alone."""

import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.test_build import GIVE_UP_SECONDS, free_port
from tests.site.links import broken, documents
from tests.support.dressed import built_with_mkdocs, dressed_once, lay_out_dressed, mkdocs
from tests.support.once import built_once
from tests.support.small import lay_out_project

SITE = ".atlas/mkdocs"
NOT_HELD = "#wachttijd-1"
"""A passage of a source of the small archive whose text is not at hand: its page does not list it."""
pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def dressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one edition of the small archive, with every setting that is honoured."""
    return dressed_once(tmp_path_factory)


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one edition of the small archive, as it is."""
    return built_once(tmp_path_factory, "plain", lambda folder: built_with_mkdocs(lay_out_project(folder))) / SITE


HONOURED = [
    ("site_name", "index.html", r'<a class="brand" href="./">.*Sluizen &amp; veren</a>'),
    ("site_name", "themes/ferries/index.html", r"<title>Veren · Sluizen &amp; veren</title>"),
    ("site_name", "feed.xml", r"<title>Sluizen &amp; veren</title>"),
    ("site_description", "data/index.html",
     r'"description":"Wat er gezegd is\.","url":"https://atlas\.example\.org/water/'),
    ("site_url", "themes/ferries/index.html",
     r'<link rel="canonical" href="https://atlas.example.org/water/themes/ferries/">'),
    ("repo_url, repo_name", "index.html", r'<a href="https://code.example.org/agency/atlas">Broncode</a>'),
    ("repo_url", "index.html",
     r'<a href="https://code.example.org/agency/atlas/issues/new\?[^"]*" rel="external nofollow">'),
    ("edit_uri", "themes/ferries/index.html",
     r'href="https://code.example.org/agency/atlas/_edit/main/data/themes/ferries/statements.yaml#L1"'),
    ("copyright", "index.html",
     r"<p class=\"copyright\">&copy; 2026 <a href='https://example.org/'>De Waterdienst</a></p>"),
    ("theme.language", "index.html", r'<html lang="nl"'),
    ("theme.font", "index.html", r"^(?!.*fonts\.g)"),
    ("theme.logo", "milestones/index.html", r'<img class="logo" src="../own/logo.svg" alt="">'),
    ("theme.favicon", "milestones/index.html", r'<link rel="icon" href="../own/icon.svg">'),
    ("theme.custom_dir: a block", "index.html", r'<aside class="md-banner">\s*<div[^>]*>\s*Dit is een proef.'),
    ("theme.custom_dir: a partial", "index.html", r'<p class="own-comments">Reageren kan per brief.</p>'),
    ("theme.custom_dir: a file", "assets/own.txt", r"A file beside the templates."),
    ("theme.features", "milestones/ticket-sales/index.html",
     r'<a href="https://code.example.org/agency/atlas/_edit/main/data/themes/ferries/milestones.yaml#L\d+"'
     r' title="[^"]+" class="md-content__button md-icon" rel="edit">'),
    ("theme.icon", "accessibility/index.html", r"--md-admonition-icon--note:url\('data:image/svg"),
    ("theme.palette", "index.html",
     r'<body data-md-color-scheme="default" data-md-color-primary="deep-purple" data-md-color-accent="pink">'),
    ("theme.palette.toggle", "index.html",
     r'data-scheme="dark" data-md-color-scheme="slate" data-md-color-primary="teal" data-md-color-accent="lime" '
     r'title="Licht aan" aria-label="Licht aan"><svg'),
    ("extra_css", "milestones/index.html", r'<link rel="stylesheet" href="../own/extra.css">'),
    ("extra_javascript", "index.html", r'<script src="own/extra.js"></script>'),
    ("extra_javascript with keys", "index.html", r'<script src="own/module.js" type="module" defer></script>'),
    ("extra_templates", "own/about.txt", r"Sluizen & veren in nl"),
    ("markdown_extensions", "accessibility/index.html",
     r'<div class="admonition note">\s*<p class="admonition-title">Let op</p>'),
    ("markdown_extensions with options", "accessibility/index.html", r'<a class="headerlink" href="#kader"[^>]*>¶</a>'),
    ("hooks", "index.html", r'<p class="stamp">Gezien</p></footer>'),
    ("extra", "index.html", r'<meta name="own" content="from mkdocs.yml">'),
    ("extra.social", "index.html", r'<a href="https://social.example.org/@water"[^>]*title="Mastodon"[^>]*>\s*<svg'),
]  # fmt: skip


@pytest.mark.parametrize(("setting", "file", "shown"), HONOURED, ids=[f"{case[0]} in {case[1]}" for case in HONOURED])
def test_a_setting_is_honoured(dressed: Path, plain: Path, setting: str, file: str, shown: str) -> None:
    text = (dressed / file).read_text("utf-8")

    assert re.search(shown, text, re.DOTALL)
    if (plain / file).is_file() and setting not in ("theme.language", "theme.font"):
        assert not re.search(shown, (plain / file).read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("name", ["dressed", "plain"])
def test_every_link_of_a_site_of_one_edition_leads_somewhere(request: pytest.FixtureRequest, name: str) -> None:
    site = request.getfixturevalue(name)

    assert [link for link in broken(documents(site)) if NOT_HELD not in link] == []


def test_a_site_of_one_edition_has_its_open_data_and_leads_to_no_other(plain: Path) -> None:
    page = (plain / "index.html").read_text("utf-8")

    assert {file.name for file in (plain / "data/latest").iterdir()} >= {"atlas.json", "milestones.csv", "changes.json"}
    assert [word for word in ('class="picker"', "hreflang", "editions/") if word in page] == []


def test_another_edition_can_be_shown(tmp_path: Path) -> None:
    root = lay_out_project(tmp_path)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("- atlas:", "- atlas:\n      edition: 2021-03-10"), "utf-8")
    run = mkdocs(root, "build")
    page = (root / SITE / "index.html").read_text("utf-8")

    assert run.returncode == 0, run.stderr
    assert "U leest de atlas zoals die op 10 maart 2021 bekend was." in page
    assert (root / SITE / "data/2021-03-10/atlas.json").is_file()


@pytest.mark.parametrize(
    ("old", "new", "words", "says"),
    [
        pytest.param(
            "docs_dir: content", "docs_dir: content\nnav: []", ("build",), "mkdocs.yml:15:1: 'nav' cannot be honoured",
            id="what the atlas refuses",
        ),
        pytest.param(
            "- atlas:", "- atlas:\n      edition: '2021'", ("build",), "mkdocs.yml: '2021' is not an edition",
            id="an edition that does not exist",
        ),
        pytest.param("strict", "strict", ("build", "-t", "readthedocs"), "the theme of Material", id="another theme"),
        pytest.param(
            "strict", "strict", ("gh-deploy",), "mkdocs gh-deploy would publish one edition in one language",
            id="publishing one edition as if it were all",
        ),
    ],
)  # fmt: skip
def test_mkdocs_itself_tells_what_cannot_be(
    tmp_path: Path, old: str, new: str, words: tuple[str, ...], says: str
) -> None:
    root = lay_out_project(tmp_path)
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text("utf-8").replace(old, new), "utf-8")
    run = mkdocs(root, *words)

    assert run.returncode == 1
    assert says in run.stderr
    assert "Traceback" not in run.stderr


def test_mkdocs_serve_shows_every_change_without_being_started_again(tmp_path: Path) -> None:
    """But for the code of a hook, which MkDocs itself loads once for as long as it runs."""
    root, port = lay_out_dressed(tmp_path), free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def shows(text: str) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/water/themes/ferries/", timeout=60) as answer:
                return text in answer.read().decode()
        except OSError:
            return False

    def waited(true: Callable[[], bool]) -> bool:
        end = time.monotonic() + GIVE_UP_SECONDS
        while process.poll() is None and time.monotonic() < end:
            if true():
                return True
            time.sleep(0.3)
        return False

    def changed(name: str, old: str, new: str) -> bool:
        text = (root / name).read_text("utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new, 1), "utf-8")
        return waited(lambda: shows(new))

    try:
        seen = [
            waited(lambda: shows("Sluizen &amp; veren")),
            changed("mkdocs.yml", "De Waterdienst</a>", "De Sluizendienst</a>"),
            changed("data/themes/ferries/theme.yaml", "Waar varen", "Waarheen varen"),
            changed("overrides/main.html", "Dit is een proef.", "Dit was een proef."),
        ]
    finally:
        process.terminate()
        process.wait()

    assert seen == [True] * 4
