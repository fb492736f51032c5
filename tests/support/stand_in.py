"""A web server of our own on loopback that stands in for the public services, and can fail in every way they do."""

import gzip
import hashlib
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Query = Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """What the server sends."""

    body: bytes = b""
    status: int = 200
    kind: str = "application/xml"
    headers: Mapping[str, str] = field(default_factory=dict)
    is_cut: bool = False
    """Announces the whole body, sends half of it, and hangs up."""
    pause: float = 0
    """Seconds before each of its bytes, one by one."""
    late: float = 0
    """Seconds before the answer comes; the server gives up waiting when it is closed."""

    def zipped(self) -> "Reply":
        """The same, packed."""
        headers = {**self.headers, "Content-Encoding": "gzip"}
        return Reply(gzip.compress(self.body), self.status, self.kind, headers)


NOT_FOUND_PAGE = Reply(b"<!DOCTYPE html><html><head><title>Not found</title></head><body><p>Sorry</p></body></html>",
                       kind="text/html")  # fmt: skip


def moved(to: str) -> Reply:
    """A redirect."""
    return Reply(status=302, headers={"Location": to})


class StandIn:
    """The server as a context; `pages` answer by path, and what is put in `faults` is sent first."""

    def __init__(self) -> None:
        self.pages: dict[str, Callable[[Query], Reply]] = {}
        self.faults: dict[str, deque[Reply]] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        """Path with query, and headers, of every request."""
        self.has_validators = False
        """Whether answers bear an ETag, and 304 is sent to who knows them."""
        self.closing = threading.Event()
        self.server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"stand_in": self}))
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> "StandIn":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    @property
    def home(self) -> str:
        """The address of the server, without a slash at its end."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def keep(self, path: str, body: bytes, kind: str = "application/xml") -> None:
        """A file that stays as it is."""
        self.pages[path] = lambda query: Reply(body, kind=kind)

    def fail(self, path: str, *replies: Reply) -> None:
        """What is sent the next times that the path is asked for."""
        self.faults.setdefault(path, deque()).extend(replies)

    def reply(self, address: str, headers: Mapping[str, str]) -> Reply:
        """What is sent to a request."""
        self.asked.append((address, headers))
        parts = urlsplit(address)
        if self.faults.get(parts.path):
            return self.faults[parts.path].popleft()
        if parts.path not in self.pages:
            return Reply(NOT_FOUND_PAGE.body, 404, "text/html")
        reply = self.pages[parts.path]({name: values[-1] for name, values in parse_qs(parts.query).items()})
        if not self.has_validators or reply.status != 200:
            return reply
        tag = f'"{hashlib.sha256(reply.body).hexdigest()[:12]}"'
        if headers.get("If-None-Match") == tag:
            return Reply(status=304)
        return Reply(reply.body, kind=reply.kind, headers={**reply.headers, "ETag": tag})


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A client that hangs up, as one does that has seen enough, is no error."""


class _Handler(BaseHTTPRequestHandler):
    stand_in: StandIn
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        reply = self.stand_in.reply(self.path, dict(self.headers.items()))
        if reply.late:
            self.stand_in.closing.wait(reply.late)
            self.close_connection = True
            return
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(0 if reply.status == 304 else len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self._write(reply.body[: len(reply.body) // 2] if reply.is_cut else reply.body, reply.pause)
        self.close_connection = reply.is_cut

    def _write(self, body: bytes, pause: float) -> None:
        if not pause:
            self.wfile.write(body)
            return
        for byte in body:
            if self.stand_in.closing.wait(pause):
                return
            self.wfile.write(bytes([byte]))

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The server's clock stands still."""
        return "Thu, 24 Sep 2026 10:00:00 GMT"

    def log_message(self, *_: object) -> None:
        """Says nothing."""
