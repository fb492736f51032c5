"""The published site as a whole, as `mkdocs.yml` describes it."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from generator.diagnostics import InvalidData
from generator.model import Bilingual
from generator.settings.mkdocs_yml import CONTENT, Settings, read_settings
from generator.settings.rules import diagnostics_in
from generator.text import LANGUAGES


@dataclass(frozen=True)
class Site:
    """What `mkdocs.yml` says of the site; what it does not say is None."""

    language: str
    """The one that `mkdocs.yml` is written in, which `mkdocs build` and `mkdocs serve` show."""
    name: Bilingual
    description: Bilingual
    icon: str = "assets/atlas-icon.svg"
    """The file that browsers show beside the name of a page, by its path inside an edition."""
    copyright: Bilingual | None = None
    """HTML, for the foot of every page."""
    address: str | None = None
    """Where the site is published, with a closing slash. Without it, links between pages are all relative."""
    edit: str | None = None
    """Under which address a file of the project is edited in the browser, with a closing slash: the path of the file
    follows. Without it, pages name the file that they are made from and do not lead to it."""
    repository: str | None = None
    """Where the project is kept, for readers who object."""

    @property
    def identity(self) -> str:
        """What tells its feeds and events from those of other sites; another name makes them others."""
        return f"atlas/{self.name[self.language]}"


def read_site(root: Path) -> Site:
    """The site as `root`/mkdocs.yml describes it. Raises InvalidData with every setting that cannot be honoured."""
    settings = read_settings(root)
    diagnostics = list(diagnostics_in(settings))
    if diagnostics:
        raise InvalidData(diagnostics)
    values = settings.values
    icon = settings.theme.get("favicon")
    return Site(
        **({"icon": icon} if icon else {}),
        language=settings.language,
        name=_translated(settings, "site_name"),
        description=_translated(settings, "site_description"),
        copyright=_translated(settings, "copyright") if values.get("copyright") else None,
        address=_closed(values["site_url"]) if values.get("site_url") else None,
        edit=_edit_base(settings),
        repository=settings.values.get("repo_url") or None,
    )


def _translated(settings: Settings, name: str) -> Bilingual:
    """The text in each language: its translation, or else the text as written."""
    written = {language: settings.translations.get(language, {}).get(name) for language in LANGUAGES}
    return Bilingual(**{language: text or settings.values[name] for language, text in written.items()})


def _edit_base(settings: Settings) -> str | None:
    """Where the files of the project are edited: `edit_uri` is the address of content/, one folder below."""
    written = settings.values.get("edit_uri")
    if not written:
        return None
    repository = settings.values.get("repo_url") or ""
    if not written.startswith(("?", "#")):
        repository = repository and _closed(repository)
    return urljoin(repository, _closed(written)).removesuffix(f"{CONTENT}/")


def _closed(address: str) -> str:
    """The address with a slash at its end."""
    return f"{address.rstrip('/')}/"
