"""A new letter → the files that enter it, and what entering it anew would change. Decides; writes nothing."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.archive import LANGUAGES, Archive, cited_records, laid_out, read_record, read_yaml
from generator.diagnostics import Diagnostic, InvalidData, Rule
from generator.documents.passages import ExtractedPassage, index_of, passages_of
from generator.documents.reader import blocks_of
from generator.model import Passage, Period, Precision, Source, SourceKind, parse_id, parse_period, schema_line


@dataclass(frozen=True)
class Ingestion:
    """One source as read from a file."""

    source: str
    published: Period
    passages: tuple[ExtractedPassage, ...]
    sha256: str
    """Of the file."""

    @property
    def index(self) -> str:
        """The text of data/passages/<source>.yaml."""
        return index_of(self.source, self.published.text, self.passages, self.sha256)


def publication(archive: Archive, source: str, written: str | None) -> Period:
    """When the source was published: as its file says, or as was told for a new one.

    Raises ValueError if the id is none, nothing was told, or it is no day or month, or another than in its file.
    """
    parse_id(source)
    known = archive.sources[source].published if source in archive.sources else None
    if written is None and known is None:
        raise ValueError("say when it was published: --published 2026-06-11, or 2026-06 if only the month is printed")
    told = parse_period(written) if written else known
    if told is None or told.precision not in (Precision.DAY, Precision.MONTH):
        raise ValueError(f"{written!r} is not a day or a month")
    if known and told != known:
        raise ValueError(f"data/sources/{source}.yaml says that it was published {known}, not {told}")
    return told


def read_source(file: Path, source: str, published: Period) -> Ingestion:
    """The passages of a file and their index. Raises Unreadable if there is no text in it that can be read."""
    content = file.read_bytes()
    passages = passages_of(blocks_of(content), published.last)
    return Ingestion(source, published, passages, hashlib.sha256(content).hexdigest())


def changed_ids(archive: Archive, ingestion: Ingestion) -> Iterator[Diagnostic]:
    """A problem for each passage read before that would be another or none, with the records that cite it."""
    before = archive.passages.get(ingestion.source, {})
    now = {passage.id: passage for passage in ingestion.passages}
    moved = {passage.hash: passage.id for passage in reversed(ingestion.passages)}
    citing = _citing(archive)
    for i, (id, passage) in enumerate(before.items()):
        change = _change(passage, now.get(id))
        if not change:
            continue
        place = archive.place(f"passages/{ingestion.source}.yaml", "passages", i)
        what = f"{id!r} {change}"
        if moved.get(passage.hash, id) != id:
            what += f"; its text is now {moved[passage.hash]!r}"
        cited = citing.get(f"{ingestion.source}#{id}", [])
        yield Diagnostic(
            place, what, f"Cited by {', '.join(cited)}." if cited else "No record cites it.", rule=Rule.PASSAGE_CHANGED
        )


def _change(before: Passage, now: ExtractedPassage | None) -> str:
    """What would become of the passage; empty if letters, digits and figures stay."""
    if now is None:
        return "would vanish"
    if now.hash != before.hash:
        return "would get another text"
    figures_stay = (now.numbers, now.soft, now.dates) == (before.numbers, before.soft, before.dates)
    return "" if figures_stay else "would get other figures"


def _citing(archive: Archive) -> dict[str, list[str]]:
    citing: dict[str, list[str]] = {}
    for cited in cited_records(archive):
        for i, citation in enumerate(cited.cites):
            citing.setdefault(citation, []).append(f"{cited.name} ({cited.place(archive, 'cites', i)})")
    return citing


def source_stub(source: str, published: Period, told: Mapping[str, str | None]) -> str:
    """The file data/sources/<source>.yaml with what is known; `atlas check` asks for what is left empty.

    `told` may have title-nl, title-en, sender-nl, sender-en, kind, reference, covers and url; None for what was not.
    Raises ValueError if what was told cannot stand in the file of a source.
    """
    try:
        read_record(read_yaml(_stub(source, published, told, "to be told"), f"data/sources/{source}.yaml"), Source)
    except InvalidData as error:
        raise ValueError("; ".join(diagnostic.message for diagnostic in error.diagnostics)) from None
    return laid_out(_stub(source, published, told, ""), Source)


def _stub(source: str, published: Period, told: Mapping[str, str | None], missing: str) -> str:
    """The file, with `missing` for each text that was not told and that it must have."""
    first = schema_line(f"data/sources/{source}.yaml")
    lines = [first, f"id: {source}", f"kind: {told.get('kind') or SourceKind.LETTER.value}"]
    for name in ("title", "sender"):
        texts = {language: told.get(f"{name}-{language}") or missing for language in LANGUAGES}
        lines += [f"{name}:", *(f"  {language}: {_quoted(text)}".rstrip() for language, text in texts.items())]
        if name == "title":
            lines.append(f"published: {published.text}")
    lines += [f"{name}: {_quoted(told.get(name))}" for name in ("reference", "url") if told.get(name)]
    covers = told.get("covers")
    lines += [f"covers: {parse_period(covers)}"] if covers else []
    return "\n".join(lines) + "\n"


def _quoted(text: str | None) -> str:
    return json.dumps(text, ensure_ascii=False) if text else ""


def remarks(archive: Archive, source: str, told: Mapping[str, str | None]) -> Iterator[str]:
    """What an editor should know of a source whose file was there already: it is left as it is."""
    if source not in archive.sources:
        return
    file = f"data/sources/{source}.yaml"
    unused = [f"--{name}" for name, text in told.items() if text]
    if unused:
        yield f"{file} is there already and stays as it is; not used: {', '.join(unused)}."
    if not archive.sources[source].held:
        yield f"{file} says `held: false`; write `held: true` there, now that its text is read."
