"""How the templates of the project lie over those of Material for MkDocs, block by block."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from jinja2.ext import Extension

from generator.archive import Path as At
from generator.diagnostics import Diagnostic, Rule
from generator.pages import COMPILED
from generator.settings import Settings, keyed, palettes_in, value_at

OURS = "templates/theme"
MATERIAL = "material"
"""Under this folder our `base.html` finds the one of Material, which it extends."""
OMITTED = (
    ' dir="{{ direction }}"',
    '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">',
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">',
    '<label class="md-overlay" for="__drawer"></label>',
    '<div class="md-dialog" data-md-component="dialog">\n'
    '      <div class="md-dialog__inner md-typeset"></div>\n    </div>',
)
"""Markup of Material's `base.html` outside every block that has no use here.

A direction, which is that of every language of the atlas; the switches and the dialogue of its script.
"""


class WithoutIdleMarkup(Extension):
    """Removes from Material's base template the markup outside every block that has no use here."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template before it is compiled."""
        if filename == str(material_templates() / "base.html"):
            for markup in OMITTED:
                source = source.replace(markup, "")
        return source


def theme_folders(root: Path, own: list[str]) -> tuple[list[str], list[str]]:
    """The folders in which a template is looked for: those of the project, then those of Material and MkDocs.

    Ours come after a `theme.custom_dir`. `own` is the list that MkDocs made: it starts with the custom folder if there
    is one. MkDocs is to know only the first: it lists all files in a folder, and Material has ten thousand icons.
    """
    before = own.index(str(material_templates()))
    return [*own[:before], str(root / OURS)], own[before:]


def layer(environment: Environment, theirs: Sequence[str]) -> None:
    """Lets templates extend those in the folders `theirs`.

    Those of Material have the name `material/…` too, for where one of ours has the same name.
    """
    material = PrefixLoader({MATERIAL: FileSystemLoader(material_templates())})
    loaders = [loader for loader in (environment.loader, FileSystemLoader(theirs), material) if loader]
    environment.loader = ChoiceLoader(loaders)
    environment.bytecode_cache, environment.optimized = COMPILED, False
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.add_extension(WithoutIdleMarkup)


def material_templates() -> Path:
    """The folder of Material's templates."""
    return Path(str(files("material"))) / "templates"


def icons_are_there(settings: Settings, folders: Sequence[str]) -> Iterator[Diagnostic]:
    """Each icon that `mkdocs.yml` names and no folder of templates holds."""
    for at in _icons(settings):
        name = value_at(settings.values, at)
        if isinstance(name, str) and not any((Path(folder) / ".icons" / f"{name}.svg").is_file() for folder in folders):
            hint = "Its names are those of https://squidfunk.github.io/mkdocs-material/reference/icons-emojis/, with"
            what = f"Material has no icon {name!r}"
            yield Diagnostic(
                settings.place(*at), what, f"{hint} slashes: material/weather-night.", rule=Rule.UNKNOWN_WORD
            )


def _icons(settings: Settings) -> Iterator[At]:
    yield from (("theme", "icon", name) for name in keyed(settings.theme.get("icon")) if name != "admonition")
    icons = ("theme", "icon", "admonition")
    yield from ((*icons, name) for name in keyed(value_at(settings.values, icons)))
    yield from ((*at, "toggle", "icon") for at, _ in palettes_in(settings.theme.get("palette")))
    social = value_at(settings.values, ("extra", "social"))
    yield from (("extra", "social", i, "icon") for i in range(len(social if isinstance(social, list) else ())))
