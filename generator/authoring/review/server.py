"""The server of a review: for this machine only, for whoever has the address, and with nothing from elsewhere."""

import hmac
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from generator.authoring.review.site import NOTHING_THERE, Reply, Site

HOST = "127.0.0.1"
_MOST_BYTES = 1_000_000
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class ReviewServer(ThreadingHTTPServer):
    """Answers one request after another on a free port of this machine; `token` is the first part of every path."""

    daemon_threads = True

    def __init__(self, site: Site, token: str) -> None:
        super().__init__((HOST, 0), _Handler)
        self.site, self.token, self.lock = site, token, threading.Lock()

    @property
    def address(self) -> str:
        """Where the review is, for a browser of this machine."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "atlas", ""

    def do_GET(self) -> None:
        path, query = self._asked()
        self._send(NOTHING_THERE if path is None else self._answer(path, query, None))

    def do_POST(self) -> None:
        path, query = self._asked()
        sent = self._sent()
        self._send(NOTHING_THERE if path is None or sent is None else self._answer(path, query, sent))

    def _answer(self, path: str, query: dict[str, str], sent: dict[str, str] | None) -> Reply:
        with self.server.lock:
            site = self.server.site
            return site.get(path, query) if sent is None else site.post(path, query.get("act", ""), sent)

    def _asked(self) -> tuple[str | None, dict[str, str]]:
        """The path below the token, and the query; no path if the request is not for the holder of the address."""
        parts = urlsplit(self.path)
        token, _, path = parts.path.lstrip("/").partition("/")
        is_ours = self.headers.get("Host") == f"{HOST}:{self.server.server_port}"
        is_known = hmac.compare_digest(token.encode(), self.server.token.encode())
        return (path if is_ours and is_known else None), dict(parse_qsl(parts.query))

    def _sent(self) -> dict[str, str] | None:
        """The fields of the form that was sent; None if it is none, or too large, or from a page elsewhere."""
        length = self.headers.get("Content-Length", "")
        is_form = self.headers.get_content_type() == "application/x-www-form-urlencoded"
        is_ours = self.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        if not (length.isascii() and length.isdigit() and int(length) <= _MOST_BYTES and is_form and is_ours):
            self.close_connection = True
            return None
        return dict(parse_qsl(self.rfile.read(int(length)).decode("utf-8", "replace"), keep_blank_values=True))

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        if reply.status == 303:
            self.send_header("Location", f"/{self.server.token}/{reply.to}")
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, *_: object) -> None:
        """Says nothing: paths hold the token."""
