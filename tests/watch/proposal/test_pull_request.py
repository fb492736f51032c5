"""Papers that were found → the files and the text of a pull request, with nothing foreign read as Markdown."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from generator.cli.main import main
from generator.watch.proposal.pull_request import FoundPaper, proposed, text_of

LETTER = """\
# Sluizen

De sluis bij Zuiderkade gaat in 2028 open.
"""


@pytest.fixture
def paper(tmp_path: Path) -> FoundPaper:
    file = tmp_path / "kst-99123-8.txt"
    file.write_text(LETTER, "utf-8")
    return FoundPaper(
        number="kst-99123-8",
        title="Voortgangsbrief Waterdienst, najaar 2024",
        published="2024-11-05",
        match="certain",
        service="publications",
        page="https://example.org/kst-99123-8",
        address="https://example.org/kst-99123-8.txt",
        file=str(file),
        sha256="0" * 64,
    )


def test_a_paper_that_can_be_read_enters_its_passages_and_a_stub(small_archive, paper):
    (proposal,) = proposed(small_archive, [paper])
    id = "voortgangsbrief-waterdienst-najaar-2024-2024-11-05"

    assert (proposal.source, sorted(proposal.files)) == (
        id, [f"data/passages/{id}.yaml", f"data/sources/{id}.yaml"]
    )  # fmt: skip
    assert "sluizen-1" in proposal.files[f"data/passages/{id}.yaml"]
    assert 'reference: "kst-99123-8"' in proposal.files[f"data/sources/{id}.yaml"]
    assert "## sluizen-1" in proposal.worklist
    assert "### sluizen-1" in text_of([proposal])


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"file": ""}, "There is no text yet", id="that is only announced"),
        pytest.param({"published": ""}, "gives no day of publication", id="without a day"),
        pytest.param({"page": "ftp://x"}, "cannot be read", id="with an address that is none"),
    ],
)
def test_a_paper_enters_nothing_and_says_why(small_archive, paper, changed, told):
    (proposal,) = proposed(small_archive, [replace(paper, **changed)])

    assert (proposal.source, proposal.files, told in proposal.text) == ("", {}, True)


def test_a_file_that_is_no_text_enters_nothing_and_says_why(small_archive, paper):
    Path(paper.file).write_bytes(b"\x89PNG\r\n\x1a\n")
    (proposal,) = proposed(small_archive, [paper])

    assert (proposal.files, "cannot be read" in proposal.text) == ({}, True)


def test_two_papers_of_one_title_and_day_get_ids_of_their_own(small_archive, paper):
    first, second = proposed(small_archive, [paper, paper])

    assert second.source == f"{first.source}-2"


def test_what_a_service_tells_is_never_read_as_markdown_or_html(small_archive, paper):
    hostile = "<img src=x> | @everyone [x](https://evil.example) `a` \n## b #1"
    (proposal,) = proposed(small_archive, [replace(paper, title=hostile, match=hostile)])
    head = text_of([proposal]).partition("<details>")[0]

    html = MarkdownIt("gfm-like").render(head)

    assert ("<img" in html, "<a " in html) == (False, False)
    assert "<code>@everyone</code>" in html
    assert "\n## b" not in head


def test_a_text_of_any_length_fits_and_names_the_file_with_the_rest(small_archive, paper):
    ships = [f"{first}{last}" for first in ("noord", "zuid", "oost", "west", "midden") for last in "abcdefgh"]
    sections = (
        f"# Sluizen {n}\n\n" + "".join(f"De sluis van {a} bij de {b} gaat in 2028 open.\n\n" for b in ships[:3])
        for n, a in enumerate(ships)
    )
    Path(paper.file).write_text("".join(sections), "utf-8")
    found = proposed(small_archive, [paper, replace(paper, number="kst-99123-9")])
    whole, short = text_of(found, 1_000_000), text_of(found, 20_000)

    assert len(short) <= 20_000 < len(whole)
    assert [f"`{found[0].file}`" in text for text in (short, whole)] == [True, False]
    assert {id for id in re.findall(r"sluizen-\d+-\d", found[0].worklist) if id not in short} == set()
    assert short.count("<details>") == short.count("</details>")
    assert short.count("```") % 2 == 0


def test_a_paper_that_was_entered_is_not_entered_again(small_archive, paper):
    known = small_archive.sources["brief-2023-06-20"]
    listed = replace(paper, title="Voortgangsbrief sluizen 2023", published="2023-06-20")
    small_archive.sources[known.id] = known.model_copy(update={"reference": paper.number})
    (proposal,) = proposed(small_archive, [listed])

    assert (proposal.source, proposal.files) == ("", {})
    assert "atlas ingest FILE --id brief-2023-06-20 --accept --move --why …" in proposal.text


def test_an_id_that_somebody_gave_is_kept(small_archive, paper):
    (proposal,) = proposed(small_archive, [replace(paper, id="brief-2024-2")])

    assert (proposal.source, proposal.file) == ("brief-2024-2", "work-list-brief-2024-2.md")


def test_the_command_writes_what_it_proposes_and_prints_the_ids(small_root, paper, tmp_path):
    papers = tmp_path / "papers.json"
    papers.write_text(json.dumps({"papers": [{**vars(paper), "stage": "text"}]}), "utf-8")
    words = ["--root", str(small_root), "propose", str(papers), "--to", str(tmp_path / "body.md")]
    run = CliRunner().invoke(main, words, catch_exceptions=False)
    id = run.stdout.strip()

    assert run.exit_code == 0
    assert (small_root / f"data/sources/{id}.yaml").is_file()
    assert "## Voortgangsbrief Waterdienst" in (tmp_path / "body.md").read_text("utf-8")
    assert "## sluizen-1" in (tmp_path / f"work-list-{id}.md").read_text("utf-8")


@pytest.mark.parametrize("text", ["[]", "{}", "no JSON", '{"papers": ["1"]}'])
def test_what_is_not_the_list_of_a_visit_is_told(small_root, tmp_path, text):
    papers = tmp_path / "papers.json"
    papers.write_text(text, "utf-8")
    words = ["--root", str(small_root), "propose", str(papers), "--to", str(tmp_path / "body.md")]
    run = CliRunner().invoke(main, words, catch_exceptions=False)

    assert run.exit_code == 1
    assert "is not what `atlas watch --format json` prints" in run.stderr
