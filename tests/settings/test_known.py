"""No setting of the installed MkDocs and Material is forgotten: each is honoured, or refused with a reason."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from generator.settings import known

MATERIAL = Path(str(files("material"))) / "templates"
TEMPLATES = "".join(path.read_text("utf-8") for path in sorted(MATERIAL.rglob("*.html")))
SCRIPTED = {
    "content.code.annotate", "content.code.copy", "content.code.select", "content.footnote.tooltips",
    "content.tooltips", "header.autohide", "navigation.instant", "navigation.instant.prefetch",
    "navigation.instant.preview", "navigation.tracking", "search.highlight", "toc.follow",
}  # fmt: skip
"""Features that only the script of Material knows."""


def read_of(part: str) -> set[str]:
    """What the templates of Material read of `config.<part>`."""
    return set(re.findall(rf"config\.{part}\.([a-z_]+)", TEMPLATES))


def refusals() -> Iterator[known.Refusal]:
    for table in (known.REFUSED, known.REFUSED_OF_THEME, known.REFUSED_FEATURES, known.REFUSED_OF_EXTRA):
        yield from table.values()
    yield from (*known.REFUSED_PLUGINS.values(), known.OTHER_PLUGIN)


def test_every_setting_of_mkdocs_is_honoured_or_refused() -> None:
    settings = {name for name, _ in MkDocsConfig._schema} - {"config_file_path", "mdx_configs"}

    assert settings - known.HONOURED == known.REFUSED.keys() - {"INHERIT"}


def test_every_setting_of_the_theme_is_honoured_or_refused() -> None:
    written = yaml.safe_load((MATERIAL / "mkdocs_theme.yml").read_text("utf-8")).keys()

    assert (written | read_of("theme")) - known.THEME - known.REFUSED_OF_THEME.keys() == set()


def test_every_feature_that_material_looks_for_is_honoured_or_refused() -> None:
    asked = set(re.findall(r'"([a-z.]+)" (?:not )?in features', TEMPLATES))

    assert (asked | SCRIPTED) == known.FEATURES | known.REFUSED_FEATURES.keys()


def test_everything_that_material_reads_of_extra_is_honoured_or_refused() -> None:
    assert read_of("extra") - known.REFUSED_OF_EXTRA.keys() == {"social"}


def test_the_colours_are_those_of_the_palette_of_material() -> None:
    sheet = next((MATERIAL / "assets/stylesheets").glob("palette.*.css")).read_text("utf-8")

    for name, colours in (("primary", known.PRIMARY_COLOURS), ("accent", known.COLOURS)):
        found = set(re.findall(rf"data-md-color-{name}=([a-z-]+)", sheet))
        assert found == {colour.replace(" ", "-") for colour in colours}


@pytest.mark.parametrize("refusal", list(refusals()), ids=lambda refusal: refusal.why)
def test_a_refusal_says_why_and_what_to_do_instead(refusal: known.Refusal) -> None:
    assert refusal.why and not refusal.why.endswith(".")
    assert re.match(r"(Delete|Write|List) ?", refusal.hint)
