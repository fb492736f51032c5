"""Hands MkDocs the pages of one edition in one language, and nothing else: MkDocs knows no more of the atlas."""

import json
import logging
import re
from pathlib import Path
from typing import Any

import mkdocs.contrib.search
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.diagnostics import InvalidData
from generator.model import Locale
from generator.pages import Address, Frames, Page, SearchEntry, Volume, Workspace, open_workspace, pages_of, relative
from generator.publish.feeds import feeds_of
from generator.publish.result import BuildFailed
from generator.text import LANGUAGES, language

WATCHED = ("data", "templates", "content")
_THEME_FILES = re.compile(r"assets/(?:atlas[^/]*\.(?:css|js|svg)|stylesheets/main\.[^/]*\.css)")
"""What is copied of the theme: our own assets, and Material's style sheet."""
_STEMMERS = [file for code in LANGUAGES if (file := language(code).stemmer)]
_LUNR = {
    "assets/lunr/lunr.js": "templates/search/lunr.js",
    "assets/lunr/stemmer.js": "lunr-language/lunr.stemmer.support.js",
    **{f"assets/lunr/{file}": f"lunr-language/{file}" for file in _STEMMERS},
}


def build_with_mkdocs(workspace: Workspace, address: Address, folder: Path) -> None:
    """Builds one volume into `folder`, which must be new. Raises BuildFailed, with what MkDocs warned of."""
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    options = {"language": address.language, "edition": address.edition, "latest": address.latest}
    config = load_config(str(workspace.root / "mkdocs.yml"), site_dir=str(folder), plugins=[{"atlas": options}])
    config.plugins["atlas"].workspace = workspace
    try:
        build(config)
    except Abort as error:
        raise BuildFailed("\n    ".join([f"{address.root}: {error}", *warnings.lines])) from error
    finally:
        logger.removeHandler(warnings)


def serve_with_mkdocs(root: Path, language: str, port: int) -> None:
    """Shows the newest edition in one language on this machine until it is stopped, and reloads it on every change."""
    AtlasPlugin.served_language = language
    speaking = logging.StreamHandler()
    speaking.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(speaking)
    serve(str(root / "mkdocs.yml"), livereload=True, dev_addr=f"127.0.0.1:{port}", plugins=["atlas"])


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, so that a failed build can say why."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class AtlasConfig(Config):
    """Which volume to build; as it stands, the newest edition in Dutch."""

    edition = config_options.Type(str, default="")
    """Which edition to build, by id; the newest if empty."""
    language = config_options.Type(str, default=LANGUAGES[0])
    latest = config_options.Type(bool, default=True)
    """Whether this is the copy without an edition in its address."""


class AtlasPlugin(BasePlugin[AtlasConfig]):
    """The atlas as a MkDocs plugin."""

    workspace: Workspace | None = None
    """Given by `build_with_mkdocs`, which is called for many volumes of one workspace; read anew when serving."""
    served_language: str | None = None
    """Set when serving: MkDocs reads its configuration anew for each rebuild, and uses up options given by hand."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self.config.language = self.served_language or self.config.language
        config.theme["language"] = self.config.language
        config.theme.static_templates = set()
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        workspace = self.workspace or _opened(self.root)
        address = Address(self.config.language, self.config.edition or workspace.editions[-1].id, self.config.latest)
        volume = workspace.volume(address)
        self.frames = Frames(volume, workspace.editions)
        self.pages = {_source_name(page.path): page for page in pages_of(volume)}
        theme_files = [file for file in files if _THEME_FILES.fullmatch(file.src_uri)]
        self.material = next(f.src_uri for f in theme_files if "stylesheets/main" in f.src_uri)
        return Files([*theme_files, *_generated(self.pages, volume, config)])

    def on_page_markdown(self, markdown: str, page: MkDocsPage, **_: Any) -> str:
        page.title = self.pages[page.file.src_uri].title
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage, **_: Any) -> str:
        """Puts what must not pass through Markdown in its place."""
        for placeholder, block in self.pages[page.file.src_uri].blocks.items():
            html = html.replace(placeholder, block, 1)
        return html

    def on_page_context(self, context: dict[str, Any], page: MkDocsPage, **_: Any) -> dict[str, Any]:
        ours = self.pages[page.file.src_uri]
        volume = self.frames.volume
        context.update(
            ours=ours,
            frame=self.frames.frame(ours.path),
            moved_link=ours.moved_to and relative(ours.path, ours.moved_to),
            say=volume.locale.say,
            atlas={
                name: volume.locale.text(getattr(volume.archive.atlas, name))
                for name in ("title", "description", "licence", "publisher")
            },
            material=self.material,
        )
        return context

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        for folder in WATCHED:
            server.watch(str(self.root / folder))
        return server


def _opened(root: Path) -> Workspace:
    """The workspace, or its diagnostics raised as MkDocs expects: while serving, the editor can mend them."""
    try:
        return open_workspace(root)
    except InvalidData as error:
        raise PluginError(f"\n{error}") from error


def _source_name(path: str) -> str:
    return "404.md" if path == "404.html" else f"{path}index.md"


def _generated(pages: dict[str, Page], volume: Volume, config: MkDocsConfig) -> list[File]:
    generated = []
    for name, page in pages.items():
        file = File.generated(config, name, content=page.markdown)
        if page.path == "404.html":
            file.dest_uri = file.url = "404.html"
        generated.append(file)
        generated += [File.generated(config, uri, content=text) for uri, text in page.attachments.items()]
    generated += [File.generated(config, uri, content=text) for uri, text in feeds_of(volume).items()]
    folder = Path(mkdocs.contrib.search.__file__).parent
    generated += [File.generated(config, uri, abs_src_path=str(folder / name)) for uri, name in _LUNR.items()]
    entries = [entry for page in pages.values() for entry in page.search]
    generated.append(File.generated(config, "search.json", content=search_index(entries, volume.locale)))
    return generated


def search_index(entries: list[SearchEntry], words: Locale) -> str:
    """What the search page reads: one row per entry, `[path, kind in words, title, text]`."""
    rows = [[entry.path, words.say(f"found.{entry.kind}"), entry.title, entry.text] for entry in entries]
    return json.dumps({"language": words.language, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
