"""`mkdocs.yml` in, a validated description of the site out; what cannot be honoured is refused by name."""

from generator.settings.mkdocs_yml import CONTENT, FILE, PLUGIN, Settings, keyed, read_settings, value_at
from generator.settings.palettes import palettes_in
from generator.settings.site import Site, read_site

__all__ = [
    "CONTENT",
    "FILE",
    "PLUGIN",
    "Settings",
    "Site",
    "keyed",
    "palettes_in",
    "read_settings",
    "read_site",
    "value_at",
]
