"""The small archive as somebody sets it up who knows MkDocs and Material: with every setting that is honoured."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.once import built_once
from tests.support.small import ROOT, Files, lay_out_project

SETTINGS = """\
site_name: Sluizen & veren
site_description: Wat er gezegd is.
site_url: https://atlas.example.org/water
repo_url: https://code.example.org/agency/atlas
repo_name: Broncode
edit_uri: _edit/main/content/
copyright: "&copy; 2026 <a href='https://example.org/'>De Waterdienst</a>"
theme:
  name: material
  language: nl
  font: false
  logo: own/logo.svg
  favicon: own/icon.svg
  custom_dir: overrides
  features: [content.action.edit, content.action.view]
  icon:
    edit: material/pencil
    admonition: {note: material/anchor}
  palette: PALETTE
extra_css: [own/extra.css]
extra_javascript:
  - own/extra.js
  - {path: own/module.js, type: module, defer: true}
extra_templates: [own/about.txt]
markdown_extensions: [attr_list, tables, admonition, toc: {permalink: "¶"}]
hooks: [hooks/stamp.py]
watch: [hooks]
extra:
  own: from mkdocs.yml
  social: [{icon: fontawesome/brands/mastodon, link: "https://social.example.org/@water", name: Mastodon}]
plugins:
  - atlas:
      translations:
        en:
          site_name: Locks & ferries
          site_description: What was said.
          copyright: "&copy; 2026 The Waterway Service"
docs_dir: content
site_dir: .atlas/mkdocs
strict: true
"""
PALETTES = """
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: deep purple, accent: pink,
       toggle: {icon: material/weather-night, name: Donker aan}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: teal, accent: lime,
       toggle: {icon: material/weather-sunny, name: Licht aan}}"""
FILES: Files = {
    "content/own/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>',
    "content/own/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>',
    "content/own/extra.css": """\
.note-link { outline: 1px solid var(--md-code-hl-string-color) }
[data-md-color-scheme="dusk"] {
  --md-default-bg-color: rgb(64, 0, 64); --md-default-fg-color: rgb(255, 240, 200);
  --md-typeset-color: rgb(255, 240, 200); --md-primary-fg-color: rgb(90, 20, 90);
  --md-typeset-a-color: rgb(255, 200, 120);
}
""",
    "content/own/extra.js": 'document.documentElement.dataset.own = "extra";\n',
    "content/own/module.js": 'document.documentElement.dataset.module = "module";\n',
    "content/own/about.txt": "{{ config.site_name }} in {{ config.theme.language }}\n",
    "content/nl/accessibility.md": '# Toegang\n\n## Een kader { #kader }\n\n!!! note "Let op"\n    In een kader.\n',
    "overrides/main.html": '{% extends "base.html" %}\n'
    "{% block announce %}Dit is een proef.{% endblock %}\n"
    '{% block extrahead %}<meta name="own" content="{{ config.extra.own }}">{% endblock %}\n',
    "overrides/partials/comments.html": '<p class="own-comments">Reageren kan per brief.</p>\n',
    "overrides/assets/own.txt": "A file beside the templates.\n",
    "hooks/stamp.py": """\
def on_post_page(output, **_):
    return output.replace("</footer>", '<p class="stamp">Gezien</p></footer>')
""",
}


def lay_out_dressed(folder: Path, files: Files = FILES, palette: str = PALETTES) -> Path:
    """The folder with the small archive, these settings with that palette, and the files that they name."""
    lay_out_project(folder)
    (folder / "content").unlink()
    shutil.copytree(ROOT / "content", folder / "content")
    for name, text in {"mkdocs.yml": SETTINGS.replace("PALETTE", palette.strip(" ")), **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text or "", "utf-8")
    return folder


def mkdocs(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What `mkdocs` with these words did in a project; the theme does not advertise its successor."""
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *words], cwd=root, env=quiet, capture_output=True, text=True, check=False
    )


def dressed_once(factory: pytest.TempPathFactory, name: str = "two", palette: str = PALETTES) -> Path:
    """The site that plain `mkdocs build` makes of the dressed project with the palette of that name, made once."""
    made = built_once(
        factory, f"dressed-{name}", lambda folder: built_with_mkdocs(lay_out_dressed(folder, palette=palette))
    )
    return made / ".atlas/mkdocs"


def built_with_mkdocs(root: Path) -> Path:
    """The site that plain `mkdocs build` makes of a project."""
    run = mkdocs(root, "build")
    assert run.returncode == 0, run.stderr
    return root / ".atlas/mkdocs"
