"""Are the passages in the repository those of the texts? Makes them anew and yields a Problem for each difference."""

from collections.abc import Iterator
from pathlib import Path

from generator.library import Library
from generator.passages import Passage, passages_of
from generator.problems import Place, Problem
from generator.records import Passage as PassageRecord


def differences(library: Library, sources: Path) -> Iterator[Problem]:
    """Every passage of a held source that is missing, changed or new against its text, `<source>.txt` in `sources`."""
    for source in library.archive.sources.values():
        if not source.held:
            continue
        file = f"data/passages/{source.id}.yaml"
        text = sources / f"{source.id}.txt"
        if not text.is_file():
            yield Problem(Place(file, 1, 1), f"{text.name} is not in the folder of texts")
            continue
        try:
            made = {p.id: p for p in passages_of(text.read_text("utf-8"), source.published.first.year)}
        except UnicodeDecodeError:
            yield Problem(Place(file, 1, 1), f"{text.name} is not UTF-8 text")
            continue
        yield from _differences(file, library.archive.passages[source.id], made, library)


def _differences(
    file: str, kept: dict[str, PassageRecord], made: dict[str, Passage], library: Library
) -> Iterator[Problem]:
    for i, (id, passage) in enumerate(kept.items()):
        place = library.archive.documents[file].place("passages", i)
        if id not in made:
            yield Problem(place, f"the text has no passage {id!r}")
        elif made[id].hash != passage.hash:
            yield Problem(place, f"the text of {id!r} is another: its hash is {made[id].hash}, not {passage.hash}")
        elif (made[id].numbers, made[id].dates) != (passage.numbers, passage.dates):
            yield Problem(place, f"the figures of {id!r} are others than those of its text")
    for id in (id for id in made if id not in kept):
        yield Problem(Place(file, 1, 1), f"the passage {id!r} of the text is missing")
