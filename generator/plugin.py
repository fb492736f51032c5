"""Hands MkDocs the pages of one edition in one language, and nothing else: MkDocs knows no more of the atlas."""

import json
import re
from pathlib import Path
from typing import Any

import mkdocs.contrib.search
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.addresses import Address
from generator.frame import Frames
from generator.library import Library, open_library
from generator.pages import Page, SearchEntry, pages_of
from generator.words import Words

WATCHED = ("data", "templates", "content")
_THEME_FILES = re.compile(r"assets/(?:atlas[^/]*\.(?:css|js|svg)|stylesheets/main\.[^/]*\.css)")
"""What is copied of the theme: our own assets, and Material's style sheet."""
_LUNR = {
    "assets/lunr/lunr.js": "templates/search/lunr.js",
    "assets/lunr/stemmer.js": "lunr-language/lunr.stemmer.support.js",
    "assets/lunr/lunr.nl.js": "lunr-language/lunr.nl.js",
}


class AtlasConfig(Config):
    edition = config_options.Type(str, default="")
    """Which edition to build, by id; the newest if empty."""
    language = config_options.Type(str, default="nl")
    latest = config_options.Type(bool, default=True)
    """Whether this is the copy without an edition in its address."""


class AtlasPlugin(BasePlugin[AtlasConfig]):
    """The atlas as a MkDocs plugin."""

    library: Library | None = None
    """Given by `publish`, which opens it once for many builds; read anew for each build when serving."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        config.theme["language"] = self.config.language
        config.theme.static_templates = set()
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        library = self.library or open_library(self.root)
        address = Address(self.config.language, self.config.edition or library.editions[-1].id, self.config.latest)
        volume = library.volume(address)
        self.frames = Frames(volume, library.editions)
        self.pages = {_source_name(page.path): page for page in pages_of(volume)}
        theme_files = [file for file in files if _THEME_FILES.fullmatch(file.src_uri)]
        self.material = next(f.src_uri for f in theme_files if "stylesheets/main" in f.src_uri)
        return Files([*theme_files, *_generated(self.pages, volume.words, config)])

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
            say=volume.words.say,
            atlas={
                name: volume.words.text(getattr(volume.archive.atlas, name))
                for name in ("title", "description", "licence")
            },
            material=self.material,
        )
        return context

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        for folder in WATCHED:
            server.watch(str(self.root / folder))
        return server


def _source_name(path: str) -> str:
    return "404.md" if path == "404.html" else f"{path}index.md"


def _generated(pages: dict[str, Page], words: Words, config: MkDocsConfig) -> list[File]:
    generated = []
    for name, page in pages.items():
        file = File.generated(config, name, content=page.markdown)
        if page.path == "404.html":
            file.dest_uri = file.url = "404.html"
        generated.append(file)
        generated += [File.generated(config, uri, content=text) for uri, text in page.attachments.items()]
    folder = Path(mkdocs.contrib.search.__file__).parent
    generated += [File.generated(config, uri, abs_src_path=str(folder / name)) for uri, name in _LUNR.items()]
    entries = [entry for page in pages.values() for entry in page.search]
    generated.append(File.generated(config, "search.json", content=search_index(entries, words)))
    return generated


def search_index(entries: list[SearchEntry], words: Words) -> str:
    """What the search page reads: one row per entry, `[path, kind in words, title, text]`."""
    rows = [[entry.path, words.say(f"found.{entry.kind}"), entry.title, entry.text] for entry in entries]
    return json.dumps({"language": words.language, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
