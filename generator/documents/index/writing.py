"""The passages of a source → the text of the file that keeps of them what is needed to check, and no sentence."""

import json
from collections.abc import Iterator, Sequence

from generator.documents.index.seal import sealed
from generator.documents.passages import ExtractedPassage
from generator.documents.search import hashed
from generator.text import LANGUAGES


def index_of(
    source: str,
    published: str,
    passages: Sequence[ExtractedPassage],
    sha256: str,
    code: str = LANGUAGES[0],
    *,
    left_out: Sequence[str] = (),
    read_again: Sequence[str] = (),
) -> str:
    """The file `data/passages/<source>.yaml`: one line per passage, without its text; the last line is the seal.

    `published` is a day or month as in the data; `sha256` is that of the file that was read, `code` its language;
    `left_out` counts the lines that are in no passage; `read_again` has the reasons for which it was read again.
    """
    lines = [f"source: {source}", f"published: {published}"]
    lines += [f"language: {code}"] if code != LANGUAGES[0] else []
    lines.append(f"sha256: {sha256}")
    lines += [f"read_again: {_listed(read_again)}"] if read_again else []
    lines += [f"left_out: {_listed(left_out)}"] if left_out else []
    lines.append("passages:" if passages else "passages: []")
    lines += [f"  - {{{', '.join(_entries(passage, source))}}}" for passage in passages]
    return sealed("\n".join(lines) + "\n")


def _entries(passage: ExtractedPassage, source: str) -> Iterator[str]:
    """The keys of a passage with their values; without those that have none."""
    section = passage.section.replace("\\", "\\\\").replace('"', '\\"')
    yield from (f"id: {passage.id}", f'section: "{section}"', f"words: {passage.words}", f'hash: "{passage.hash}"')
    yield from (f"numbers: {_listed(passage.numbers)}", f"dates: {_listed(passage.dates)}")
    figures = tuple(map(str, passage.said))
    lists = {"soft": passage.soft, "relative": passage.relative, "figures": figures * (figures != passage.numbers)}
    yield from (f"{key}: {_listed(values)}" for key, values in lists.items() if values)
    hashes = {"stems": hashed(passage.stems, source), "names": hashed(passage.names, source)}
    yield from (f'{key}: "{value}"' for key, value in hashes.items() if value)
    counts = {"negations": passage.negations, "rises": passage.rises, "falls": passage.falls, "page": passage.page}
    yield from (f"{key}: {count}" for key, count in counts.items() if count)


def _listed(values: Sequence[str]) -> str:
    return json.dumps(values, ensure_ascii=False)
