"""`atlas ingest` leaves nothing out in silence, and refuses what is no letter."""

import pytest

from tests.support.command_line import ran
from tests.support.docx_files import docx, paragraph, run
from tests.support.pdf_files import Shown, drawn_pdf

NEW = "brief-2024-02-01"
TOLD = ("--id", NEW, "--published", "2024-02-01")


def test_what_is_left_out_of_a_letter_is_told(small_root, tmp_path):
    sentence = "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen."
    page = (Shown(sentence, 70, 100), Shown("Waterdienst | 1", 70, 812, 7))
    (tmp_path / "brief.pdf").write_bytes(drawn_pdf(page, (Shown("Waterdienst | 2", 70, 812, 7),), ()))
    done = ran(small_root, "ingest", str(tmp_path / "brief.pdf"), *TOLD)

    assert done.exit_code == 0
    assert done.stderr.splitlines()[-2:] == [
        "Left out of pages 1–2 as foot: 'Waterdienst | 1'.",
        "Warning: page 3 is a picture; no text of it is read.",
    ]


def test_a_docx_is_entered_with_its_head_told(small_root, tmp_path):
    body = paragraph(run("Sluizen"), "Kop1") + paragraph(run("De sluis bij Oosterdam is weer open."))
    (tmp_path / "brief.docx").write_bytes(docx(body, more={"header": paragraph(run("Waterdienst"))}))
    done = ran(small_root, "ingest", str(tmp_path / "brief.docx"), *TOLD)

    assert done.exit_code == 0
    assert "{id: sluizen-1, " in (small_root / f"data/passages/{NEW}.yaml").read_text("utf-8")
    assert done.stderr.endswith("Left out of the file as head: 'Waterdienst'.\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("<html><p>404<p>Pagina niet gevonden</html>", "the answer of a server", id="an error page"),
        pytest.param('{"titel": "Brief"}', "the file is JSON, not a document", id="data"),
    ],
)
def test_what_is_no_letter_is_refused_and_nothing_is_written(small_root, tmp_path, text, says):
    (tmp_path / "brief.html").write_text(text, "utf-8")
    done = ran(small_root, "ingest", str(tmp_path / "brief.html"), *TOLD)

    assert (done.exit_code, says in done.stderr) == (1, True)
    assert done.stderr.endswith("Nothing was written.\n")
    assert not (small_root / f"data/sources/{NEW}.yaml").exists()
