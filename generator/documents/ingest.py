"""A document → the files of its source and passages, and what reading it again would change. Writes nothing."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.archive import Archive, citing, entries, laid_out, read_record, read_yaml
from generator.diagnostics import Diagnostic, InvalidData, Rule
from generator.documents.block import LeftOut, Unreadable
from generator.documents.files import bytes_of, within_limits
from generator.documents.index import counts_left_out, index_of, seal_of
from generator.documents.passages import ExtractedPassage, figures_of, passages_of
from generator.documents.reader import reading_of
from generator.documents.search import moved_in, with_citations_moved, with_scope_moved
from generator.model import (
    Alias,
    Citation,
    Held,
    Passage,
    PassageIndex,
    Period,
    Precision,
    Source,
    SourceKind,
    file_of,
    parse_id,
    parse_period,
    schema_line,
)
from generator.text import LANGUAGES, is_spoken, language, spoken_in


@dataclass(frozen=True)
class Ingestion:
    """One source as read from a file."""

    source: str
    published: Period
    passages: tuple[ExtractedPassage, ...]
    sha256: str
    """Of the file."""
    language: str = LANGUAGES[0]
    """The code of the language in which it was read."""
    left_out: tuple[LeftOut, ...] = ()
    """What is in the file and in none of its passages."""
    read_again: tuple[str, ...] = ()
    """Why it was read again, the oldest reason first."""

    @property
    def index(self) -> str:
        """The text of data/passages/<source>.yaml."""
        more = {"left_out": tuple(counts_left_out(self.left_out)), "read_again": self.read_again}
        return index_of(self.source, self.published.text, self.passages, self.sha256, self.language, **more)


def publication(archive: Archive, source: str, written: str | None) -> Period:
    """When the source was published: as its file says, or as given for a new one.

    Raises ValueError if `source` is not an id, or the date is missing, not a day or month, or another than in the file.
    """
    parse_id(source)
    known = archive.sources[source].published if source in archive.sources else None
    if written is None and known is None:
        raise ValueError(
            "give the date of publication: --published 2026-06-11, or 2026-06 if only the month is printed"
        )
    given = parse_period(written) if written else known
    if given is None or given.precision not in (Precision.DAY, Precision.MONTH):
        raise ValueError(f"{written!r} is not a day or a month")
    if known and given != known:
        raise ValueError(f"{file_of(Source).path(source)} says that it was published {known}, not {given}")
    return given


def language_of(archive: Archive, source: str, written: str | None) -> str:
    """The code of the language of the source: as its file says, or as given for a new one, or the first of the atlas.

    Raises ValueError if another one is given than is in the file.
    """
    known = archive.sources[source].language if source in archive.sources else None
    if written and known and written != known:
        raise ValueError(f"{file_of(Source).path(source)} says that its language is {known}, not {written}")
    return known or written or LANGUAGES[0]


def read_source(file: Path, source: str, published: Period, code: str = LANGUAGES[0]) -> Ingestion:
    """The passages of a file and their index, read in the language `code`.

    Raises Unreadable if no text in it can be read, or not within limits of time and memory, or if it is in another
    language, whose figures would be misread.
    """
    content = bytes_of(file)

    def read() -> Ingestion:
        found = reading_of(content)
        _refuse_other_language(" ".join(block.text for block in found.blocks), code)
        passages = passages_of(found.blocks, published.last, code)
        return Ingestion(source, published, passages, hashlib.sha256(content).hexdigest(), code, found.left_out)

    return within_limits(read)


def _refuse_other_language(text: str, code: str) -> None:
    if is_spoken(text, code):
        return
    spoken = spoken_in(text)
    wrong = f"it is not in {language(code).name}, the language in which it is to be read"
    raise Unreadable(f"{wrong}; " + (f"give --language {spoken}" if spoken else "numbers in others are not read"))


def files_of(archive: Archive, ingestion: Ingestion, stub: str) -> dict[str, str]:
    """The texts of the files to write, by path in the project: of its passages and, for a new source, its `stub`."""
    files = {file_of(PassageIndex).path(ingestion.source): ingestion.index}
    return files if ingestion.source in archive.sources else {**files, file_of(Source).path(ingestion.source): stub}


def with_reason(archive: Archive, ingestion: Ingestion, why: str | None) -> Ingestion:
    """The same with the reasons for which its source was read again, the last of which is `why`.

    Raises ValueError if its sealed index would change and there is no reason: `atlas check --since` asks for one.
    """
    known = archive.indexes.get(ingestion.source)
    if known is None:
        return ingestion
    same = replace(ingestion, read_again=known.read_again)
    if known.seal in (None, seal_of(read_yaml(same.index, known.file).value)):
        return same
    reason = " ".join((why or "").split())
    if not reason:
        raise ValueError(f"{known.file} would change: give the reason, which it keeps: --why '…'")
    return replace(same, read_again=(*known.read_again, reason))


def changed_ids(archive: Archive, ingestion: Ingestion) -> Iterator[Diagnostic]:
    """A diagnostic for each known passage that would change or disappear, with the records that cite it."""
    before = archive.passages.get(ingestion.source, {})
    now = {passage.id: passage for passage in ingestion.passages}
    moved, citing = _moved_ids(archive, ingestion), _citing(archive)
    for id, passage in before.items():
        change = _change(passage, now.get(id))
        if not change:
            continue
        place = passage.place()
        what = f"{id!r} {change}"
        new = moved.get(id, id)
        if new != id:
            what += f"; its {'text is' if now[new].hash == passage.hash else 'words are'} now {new!r}"
        cited = citing.get(Citation(ingestion.source, id), [])
        yield Diagnostic(
            place, what, f"Cited by {', '.join(cited)}." if cited else "No record cites it.", rule=Rule.PASSAGE_CHANGED
        )


def _moved_ids(archive: Archive, ingestion: Ingestion) -> dict[str, str]:
    """The new id of each known passage whose text is read under another one, or nearly the same text."""
    now = [(passage.id, passage.hash, passage.stems) for passage in ingestion.passages]
    became = moved_in(ingestion.source, archive.passages.get(ingestion.source, {}), now)
    return {id: new for id, new in became.items() if new != id}


def citations_moved(root: Path, archive: Archive, ingestion: Ingestion) -> dict[Path, str]:
    """The files of data, by path, whose citations follow the passages; with an alias for each id that is gone."""
    source, ids = ingestion.source, {passage.id for passage in ingestion.passages}
    became = _moved_ids(archive, ingestion)
    texts = {file: file.read_text("utf-8") for file in sorted((root / "data").rglob("*.yaml"))}
    skipped = root / file_of(PassageIndex).path(source)
    moved = {f: with_citations_moved(text, source, became) for f, text in texts.items() if f != skipped}
    gone = [
        f"- kind: passage\n  was: {was}\n  became: {new}\n  source: {source}\n"
        for was, new in became.items()
        if was not in ids
    ]
    own, aliases = root / file_of(Source).path(source), root / file_of(Alias).path()
    if own in moved:
        moved[own] = with_scope_moved(moved[own], became)
    if gone:
        moved[aliases] = laid_out(moved.get(aliases, "") + "".join(gone), Alias, many=True)
    return {file: text for file, text in moved.items() if text != texts.get(file)}


def _change(before: Passage, now: ExtractedPassage | None) -> str:
    """How the passage would change; empty if its letters, digits and figures stay the same."""
    if now is None:
        return "would vanish"
    if now.hash != before.hash:
        return "would have another text"
    return "" if figures_of(now) == figures_of(before) else "would have other figures"


def _citing(archive: Archive) -> dict[Citation, list[str]]:
    found: dict[Citation, list[str]] = {}
    for cited in citing(entries(archive)):
        for i, citation in enumerate(cited.cites):
            found.setdefault(citation, []).append(f"{cited.name} ({cited.record.place('cites', i)})")
    return found


def source_stub(source: str, published: Period, given: Mapping[str, str | None]) -> str:
    """The text of data/sources/<source>.yaml with what is known; `atlas check` reports what is left empty.

    `given` may have title-nl, title-en, sender-nl, sender-en, publisher-nl, publisher-en, kind, reference, covers,
    url, language, standing and seen; None if unknown. Raises ValueError if a value is not allowed in the file of a
    source, or if an external source lacks what it needs, or has what only others have, or they what only it has.
    """
    is_external = given.get("kind") == SourceKind.EXTERNAL.value
    missing = [name for name in ("standing", "seen") if is_external and not given.get(name)]
    if missing:
        raise ValueError(f"an external source needs {' and '.join(f'--{name}' for name in missing)}")
    for name in (name for name in _ONLY_OF[not is_external] if given.get(name)):
        if is_external:
            raise ValueError(f"--{name} is of documents to parliament; an external source has a publisher")
        raise ValueError(f"--{name} is of external sources; add --kind {SourceKind.EXTERNAL.value}")
    try:
        read_record(read_yaml(_stub(source, published, given, "to be given"), file_of(Source).path(source)), Source)
    except InvalidData as error:
        raise ValueError("; ".join(diagnostic.message for diagnostic in error.diagnostics)) from None
    return laid_out(_stub(source, published, given, ""), Source)


_ONLY_OF = (
    tuple(f"sender-{code}" for code in LANGUAGES),
    ("standing", "seen", *(f"publisher-{code}" for code in LANGUAGES)),
)
"""What only documents to parliament have, and what only external sources have."""


def _stub(source: str, published: Period, given: Mapping[str, str | None], missing: str) -> str:
    """The text of the file, with `missing` for each required text that was not given."""
    first = schema_line(file_of(Source).path(source))
    kind = given.get("kind") or SourceKind.LETTER.value
    lines = [first, f"id: {source}", f"kind: {kind}"]
    is_external = kind == SourceKind.EXTERNAL.value
    for name in ("title", "publisher" if is_external else "sender"):
        texts = {language: given.get(f"{name}-{language}") or missing for language in LANGUAGES}
        lines += [f"{name}:", *(f"  {language}: {_quoted(text)}".rstrip() for language, text in texts.items())]
        if name == "title":
            lines.append(f"published: {published.text}")
    lines += [f"{name}: {given[name]}" for name in ("standing", "seen") if given.get(name)]
    lines += [f"held: {Held.PARTIAL.value}"] if is_external else []
    lines += [f"{name}: {_quoted(given.get(name))}" for name in ("reference", "url") if given.get(name)]
    covers = given.get("covers")
    lines += [f"covers: {parse_period(covers)}"] if covers else []
    spoken = given.get("language") or LANGUAGES[0]
    lines += [f"language: {spoken}"] if spoken != LANGUAGES[0] else []
    return "\n".join(lines) + "\n"


def _quoted(text: str | None) -> str:
    return json.dumps(text, ensure_ascii=False) if text else ""


_FEW_WORDS = 50
"""Of a document, at least, unless it has a date."""


def doubts(ingestion: Ingestion) -> Iterator[str]:
    """A remark on a text that is so short, and without any date, that it may not be the document that is meant."""
    words = sum(passage.words for passage in ingestion.passages)
    if words < _FEW_WORDS and not any(passage.dates for passage in ingestion.passages):
        yield f"Warning: only {words} words and no date; see whether this is the document itself."


def remarks(archive: Archive, source: str, given: Mapping[str, str | None]) -> Iterator[str]:
    """Remarks on a source whose file already exists and is left unchanged."""
    if source not in archive.sources:
        return
    file = file_of(Source).path(source)
    unused = [f"--{name}" for name, text in given.items() if text]
    if unused:
        yield f"{file} already exists and is not changed; ignored: {', '.join(unused)}."
    known = archive.sources[source]
    if not known.has_passages:
        now = "`held: true`, now that its text has been read, or to `held: partial` if that is only a fragment."
        yield f"{file} says `held: false`; change it to {'`held: partial`.' if known.is_outside else now}"
