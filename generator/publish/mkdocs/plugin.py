"""The atlas as a plugin: hands MkDocs the pages of one edition in one language, and what its templates print."""

import logging
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.diagnostics import InvalidData
from generator.pages import (
    Address,
    Frames,
    Origins,
    Workspace,
    head_of,
    open_workspace,
    relative,
    report_link,
    trail_of,
)
from generator.publish.mkdocs.contents import Contents, contents_of
from generator.publish.mkdocs.files import files_alone, files_of_people, page_files
from generator.publish.mkdocs.palette_buttons import color_scheme, palette_buttons, palettes_of
from generator.publish.mkdocs.theme import layer, theme_folders
from generator.publish.style.site_style import SHEET, write_style_sheet
from generator.settings import FILE

WATCHED = ("data", "templates", "content")


class AtlasConfig(Config):
    """The options of the plugin in `mkdocs.yml`."""

    edition = config_options.Type((str, int, date), default="")
    """Which edition `mkdocs build` and `mkdocs serve` show, by id; YAML reads some as dates. The newest if empty."""
    translations = config_options.Type(dict, default={})
    """`site_name`, `site_description` and `copyright` by language, in those that the file is not written in."""


class AtlasPlugin(BasePlugin[AtlasConfig]):
    """Makes one volume of the whole site, or by itself a site of one edition in the language of `mkdocs.yml`."""

    given: tuple[Workspace, Address, Contents] | None = None
    """Set for a volume of the whole site; many are made of one workspace, and two of the same contents."""
    served_language: str | None = None
    """Set when serving in another language than that of `mkdocs.yml`, which MkDocs reads again for each rebuild."""
    command = ""
    """What MkDocs was started for: `build` or `serve`; empty for a volume of the whole site."""

    def on_startup(self, *, command: str, **_: Any) -> None:
        """MkDocs keeps a plugin that has this method for all builds of a process."""
        if command not in ("build", "serve"):
            raise PluginError(f"mkdocs {command} would publish one edition in one language; publish site/ instead.")
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path or FILE).resolve().parent
        workspace, address, contents = self.given or (*self._alone(config, root), None)
        self.workspace, self.volume = workspace, workspace.volume(address)
        self.contents = contents or contents_of(self.volume)
        self._put_into_words(config)
        self.palettes = palettes_of(config.theme.get("palette"))
        if self.palettes:
            config.theme["palette"] = list(self.palettes) if len(self.palettes) > 1 else self.palettes[0]
        config.theme.dirs[:], self.theirs = theme_folders(root, config.theme.dirs)
        config.theme.static_templates = set()
        if not address.alone:
            config.validation.links.not_found = logging.INFO  # other volumes and data/ are outside what MkDocs sees
        return config

    def _alone(self, config: MkDocsConfig, root: Path) -> tuple[Workspace, Address]:
        """The edition that `mkdocs.yml` names, as a site of its own."""
        is_usual = Path(config.config_file_path).name == FILE and config.theme.name == "material"
        if not is_usual or not config.use_directory_urls:
            raise PluginError(f"The atlas is built with {FILE}, the theme of Material, and addresses that are folders.")
        try:
            workspace = open_workspace(root)
        except InvalidData as error:
            raise PluginError(f"\n{error}") from error
        known = [edition.id for edition in workspace.editions]
        edition = str(self.config.edition or known[-1])
        if edition not in known:
            raise PluginError(f"{FILE}: {edition!r} is not an edition; there are {', '.join(known)}.")
        language = self.served_language or workspace.site.language
        return workspace, Address(language, edition, edition == known[-1], alone=True)

    def _put_into_words(self, config: MkDocsConfig) -> None:
        """Has MkDocs say what `mkdocs.yml` says in the language of the volume."""
        site, locale = self.workspace.site, self.volume.locale
        config.site_name = locale.text(site.name)
        config.site_description = locale.text(site.description)
        config.copyright = locale.text(site.copyright) if site.copyright else None
        config.site_author = locale.text(self.workspace.archive.atlas.publisher)
        config.theme["language"] = locale.language
        config.theme["favicon"] = site.icon

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        volume = self.volume
        self.frames = Frames(volume)
        self.origins = Origins(volume.archive, volume.edition, volume.locale.language, volume.site.edit)
        self.pages = self.contents.pages_at(volume.address)
        made = list(page_files(self.pages, self.contents.search, volume, config))
        alone = files_alone(self.workspace, volume, config) if volume.address.alone else ()
        return Files([*files_of_people(files, config), *made, *alone])

    def on_env(self, env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
        layer(env, self.theirs)
        locale = self.volume.locale
        is_theirs = locale.language == self.workspace.site.language
        env.globals.update(
            say=locale.say,
            licence=locale.text(self.volume.archive.atlas.licence),
            color_scheme=color_scheme(self.palettes),
            palettes=palette_buttons(self.palettes, locale, is_language_of_names=is_theirs),
        )
        return env

    def on_page_markdown(self, markdown: str, page: MkDocsPage, **_: Any) -> str:
        page.title = self.pages[page.file.src_uri].title
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage, **_: Any) -> str:
        """Puts what must not pass through Markdown in its place."""
        return self.contents.content_at(self.volume.address, self.pages[page.file.src_uri], page, html)

    def on_page_context(self, context: dict[str, Any], page: MkDocsPage, **_: Any) -> dict[str, Any]:
        ours = self.pages[page.file.src_uri]
        origins, frame = self.origins.of_page(ours.path), self.frames.frame(ours.path)
        page.edit_url = next((origin.link for origin in origins if origin.link), None)
        trail = trail_of(ours.path, ours.title, self.volume)
        context.update(
            ours=ours,
            frame=frame,
            head=head_of(ours, page.content or "", trail, self.volume, is_indexed=frame.indexed),
            report=report_link(ours, origins, self.volume),
            moved_link=ours.moved_to and relative(ours.path, ours.moved_to),
            style_sheet=relative(self.volume.address.root + ours.path, SHEET),
        )
        return context

    def on_post_build(self, config: MkDocsConfig, **_: Any) -> None:
        """A preview keeps the sheet for any page: it is built for one reader, who waits."""
        if self.command == "build":
            site = Path(config.site_dir)
            (site / SHEET).unlink()
            write_style_sheet(site, self.volume.root)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        folders = [str(self.volume.root / folder) for folder in WATCHED]
        for folder in filter(None, (*folders, config.theme.custom_dir)):
            server.watch(folder)
        return server
