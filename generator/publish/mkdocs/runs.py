"""Runs MkDocs: to check its settings, to build a volume of the whole site, and to serve the newest edition."""

import logging
import traceback
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.pages import Address, Workspace
from generator.publish.mkdocs.contents import Contents
from generator.publish.mkdocs.plugin import AtlasPlugin
from generator.publish.mkdocs.theme import OURS, icons_are_there
from generator.publish.result import BuildFailed
from generator.settings import CONTENT, FILE, PLUGIN, Settings, keyed, read_settings


def build_with_mkdocs(workspace: Workspace, address: Address, folder: Path, contents: Contents) -> None:
    """Builds one volume of the whole site into `folder`, which must be new.

    `contents` are the pages to make: they are made at the first address of an edition, and moved to the others.
    The pages link to the style sheet of the whole site, which is not there yet; see `site_style`. Raises BuildFailed
    with what MkDocs warned of, and InvalidData where a hook or a template of the project fails.
    """
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    config = load_config(str(workspace.root / FILE), site_dir=str(folder))
    config.plugins[PLUGIN].given = (workspace, address, contents)
    try:
        build(config)
    except Abort as error:
        raise BuildFailed("\n    ".join([f"{address.root}: {error}", *warnings.lines])) from error
    except Exception as error:
        raise _known(error, read_settings(workspace.root)) from error
    finally:
        logger.removeHandler(warnings)


def serve_with_mkdocs(root: Path, language: str | None, port: int) -> None:
    """Shows the newest edition on this machine until it is stopped, and reloads it on every change.

    Without a language, in that of `mkdocs.yml`.
    """
    AtlasPlugin.served_language = language
    speaking = logging.StreamHandler()
    speaking.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(speaking)
    serve(str(root / FILE), livereload=True, dev_addr=f"127.0.0.1:{port}")


def further_problems(reported: Sequence[Diagnostic], root: Path) -> Iterator[Diagnostic]:
    """Problems that MkDocs, a Markdown extension or a hook finds in settings for which none is `reported` yet."""
    try:
        settings = read_settings(root)
    except InvalidData:
        return  # the file cannot be read, which is reported elsewhere
    passed = {_setting_at(diagnostic.location, settings) for diagnostic in reported} - {None}
    while True:
        config = _config(settings, passed)
        try:
            errors, _ = config.validate()
        except Exception as error:
            yield from _known(error, settings).diagnostics
            return
        new = [(name, error) for name, error in errors if name not in passed]
        if not new:
            break
        for name, said in new:  # MkDocs stops at the first, so it is asked again without it
            passed.add(name)
            yield _said(settings, name, str(said).replace(f"{root}/", ""))
    if "theme" not in passed:
        yield from icons_are_there(settings, config.theme.dirs)


def _config(settings: Settings, passed: Collection[str | None]) -> MkDocsConfig:
    """The settings as MkDocs reads them, but for some, which are as they need not be looked at."""
    path = settings.root / FILE
    config = MkDocsConfig(config_file_path=str(path))
    usual = {**config, "site_name": "…", "docs_dir": CONTENT, "theme": {"name": "material"}, "plugins": [PLUGIN]}
    with path.open("rb") as file:
        config.load_file(file)
    config.load_dict({name: usual[name] for name in passed if name in usual})
    return config


def _said(settings: Settings, name: str, said: str) -> Diagnostic:
    """What MkDocs says of a setting, at the entry of the list that it names, or else where the setting is written.

    Of a traceback, which it says where an extension failed, the error is left.
    """
    lines = said.strip().splitlines()
    what = " ".join(dict.fromkeys((lines[0], lines[-1].strip())))
    written = settings.values.get(name)
    entries = [(i, entry) for i, entry in enumerate(written if isinstance(written, list) else ())]
    named = [i for i, entry in entries if any(str(word) in lines[0] for word in (keyed(entry) or (entry,)))]
    place = settings.place(name, named[0]) if named else settings.key_place(name)
    hint = f"What it may hold: https://www.mkdocs.org/user-guide/configuration/#{name}"
    return Diagnostic(place, f"{name}: {what}", hint, rule=Rule.MKDOCS)


def _setting_at(place: Location, settings: Settings) -> str | None:
    """The setting whose lines a place of the file is on."""
    lines = {settings.key_place(name).line: name for name in settings.values}
    above = [line for line in lines if line <= place.line]
    return lines[max(above)] if above and place.file == FILE else None


def _known(error: Exception, settings: Settings) -> InvalidData:
    """The error at the line of the project's own hook or template in which it arose.

    Raises the error itself if it arose in none: then it is a mistake of the program.
    """
    ours = [settings.root / name for name in (*settings.named_files, OURS)]
    lines = [(Path(frame.filename), frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    lines += [(Path(getattr(error, "filename", None) or ""), getattr(error, "lineno", None) or 1)]
    found = [(file, line) for file, line in lines if any(file.is_relative_to(place) for place in ours)]
    if not found:
        raise error
    file, line = found[-1]
    place = Location(file.relative_to(settings.root).as_posix(), line, 1)
    what = f"{type(error).__name__}: {error}"
    return InvalidData([Diagnostic(place, what, "Look at this line, which MkDocs ran.", rule=Rule.TEMPLATE)])


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, so that a failed build can say why."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
