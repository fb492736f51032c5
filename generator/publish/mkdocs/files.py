"""The files that MkDocs is given of one volume: its pages, what they link to, and what people put beside them."""

from collections.abc import Iterable, Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.pages import SEARCH_INDEX, Page, SearchEntry, Volume, Workspace, brief_path, search_index
from generator.publish.briefs import brief_pdf
from generator.publish.feeds import feeds_of
from generator.publish.mkdocs.theme import OURS
from generator.publish.open_data.folders import data_of, folders_of, listing_of
from generator.publish.style.site_style import SHEET, sheets_of


def page_files(
    pages: Mapping[str, Page], search: Iterable[SearchEntry], volume: Volume, config: MkDocsConfig
) -> Iterator[File]:
    """Every page by its name among the sources, what it offers to take along, and feeds and search of the volume."""
    for name, page in pages.items():
        file = File.generated(config, name, content=page.markdown)
        if page.path == "404.html":
            file.dest_uri = file.url = "404.html"
        yield file
        yield from (File.generated(config, uri, content=text) for uri, text in page.attachments.items())
        if page.brief:
            yield File.generated(config, brief_path(page.path), content=brief_pdf(page.brief, volume.root, volume.kept))
    yield from (File.generated(config, uri, content=text) for uri, text in feeds_of(volume).items())
    yield File.generated(config, SEARCH_INDEX, content=search_index(search, volume.edition, volume.locale))


def files_alone(workspace: Workspace, volume: Volume, config: MkDocsConfig) -> Iterator[File]:
    """What the whole site has once, for a site of one volume: its open data, and a style sheet for any page."""
    files = data_of(volume.edition, workspace)
    folders = folders_of(volume.edition, workspace)
    data: dict[str, str | bytes] = {f"data/{f}/{name}": content for f in folders for name, content in files.items()}
    data |= {f"data/{name}": text for name, text in listing_of([(volume.edition, files)], workspace).items()}
    data[SHEET] = "\n".join(sheets_of(workspace.root).values())
    return (File.generated(config, uri, content=text) for uri, text in data.items())


def files_of_people(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """What lies in content/, templates/theme/ or `theme.custom_dir` and is no page, no template and no style sheet."""
    ours = [folder for folder in config.theme.dirs if folder.endswith(OURS)]
    folders = {config.docs_dir, config.theme.custom_dir, *ours}
    for file in files:
        if file.src_dir in folders and not file.is_documentation_page() and file.src_uri != SHEET:
            yield file


def source_name(path: str) -> str:
    """The name among MkDocs's sources of the page at a path of the volume."""
    return "404.md" if path == "404.html" else f"{path}index.md"
