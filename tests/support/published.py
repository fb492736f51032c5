"""Documents of the small archive at addresses of a stand-in, as a project that wants to quote them finds them."""

from html import escape
from pathlib import Path

from tests.support.small import SMALL, lay_out_data
from tests.support.stand_in import StandIn

LETTER, REPORT = "brief-2021-03-10", "verslag-2022"
WAYS = {LETTER: "/letter", REPORT: "/report"}
"""The path of each of the two on the server; the third has no address."""
LANDING = b"<!DOCTYPE html><html><body><main><h1>Brief</h1><p>Download de brief (PDF).</p></main></body></html>"
"""A page about a document that has nothing of its text."""


def with_addresses(folder: Path, server: StandIn) -> Path:
    """The folder, with the small archive whose letter and report are at addresses of the server, and nothing else."""
    files = {}
    for source in (SMALL / "data/sources").glob("*.yaml"):
        lines = source.read_text("utf-8").splitlines(keepends=True)
        files[f"data/sources/{source.name}"] = "".join(line for line in lines if not line.startswith("url: "))
    for id, way in WAYS.items():
        name = f"data/sources/{id}.yaml"
        files[name] = f"{(SMALL / name).read_text('utf-8')}url: {server.home}{way}\n"
    return lay_out_data(folder, files)


def text_of(source: str) -> str:
    """What the document says."""
    return (SMALL / "texts" / f"{source}.txt").read_text("utf-8")


def page_of_text(text: str) -> bytes:
    """The text as a web page with navigation around it."""
    lines = [line for line in text.splitlines() if line]
    body = "".join(
        f"<h2>{escape(line[2:])}</h2>" if line.startswith("# ") else f"<p>{escape(line)}</p>" for line in lines
    )
    head = "<!DOCTYPE html><html><head><title>Brief</title></head><body><nav><a href='/'>Start</a></nav>"
    return f"{head}<main>{body}</main></body></html>".encode()
