"""Polite HTTP: conditional requests, back-off, one host, and limits on size, time, waiting and redirects."""

import math
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import requests

from generator.model import Service
from generator.settings import Site
from generator.text import EDITORS_LANGUAGE

_TRIES = 4
_FIRST_WAIT_SECONDS = 2.0
_LONGEST_WAIT_SECONDS = 120.0
TIMEOUT_SECONDS = 120.0
"""Until the first and between two pieces of an answer; public services often think for a minute or more."""
_PAUSE_SECONDS = 0.25
"""Between two requests."""
_REDIRECTS = 5
_BUSY = frozenset({429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})
_SHOWN = 100
"""Characters of what a service says that are said again."""
MEGABYTE = 1_000_000


class ServiceFailed(Exception):
    """A service did not answer as it should: its address, what it answered, and what to do."""

    def __init__(self, address: str, answered: str, remedy: str = "") -> None:
        super().__init__(f"{address}: {answered}")
        self.address, self.answered, self.remedy = address, answered, remedy


class NothingThere(ServiceFailed):
    """The service answered that nothing is at the address."""


class ElsewhereNow(ServiceFailed):
    """The service redirects to another host, which is not followed."""


class NoAddress(ServiceFailed):
    """What the service gives as an address is none."""


class TooLarge(ServiceFailed):
    """The service sent more than it may."""


@dataclass(frozen=True)
class Validators:
    """By these a service can tell whether its answer has changed since the last one."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True)
class Answer:
    """The complete, decompressed content of an address."""

    address: str
    """The final address, after redirects."""
    content: bytes
    validators: Validators = field(default_factory=Validators)
    is_unchanged: bool = False
    """Nothing has changed since the last answer; `content` is empty then."""


def agent_of(site: Site) -> str:
    """The User-Agent by which services can tell who is asking: the project and its address."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", site.name[EDITORS_LANGUAGE]).strip("-")
    return f"{name}/1 (+{site.address})" if site.address else f"{name}/1 (looks for new papers)"


class Downloads:
    """Sends requests to one host, one after another."""

    def __init__(
        self,
        home: str,
        agent: str,
        sleep: Callable[[float], None],
        timeout_seconds: float = TIMEOUT_SECONDS,
        tries: int = _TRIES,
        *,
        seconds: float = math.inf,
    ) -> None:
        """`home` is any address on the host, `agent` the User-Agent; `sleep` waits for a number of seconds.

        A transient failure ends in ServiceFailed after that many tries, and all that is asked after so many `seconds`.
        """
        self._home = urlsplit(home)
        self._sleep = sleep
        self._timeout = timeout_seconds
        self._tries = tries
        self._session = requests.Session()
        self._session.trust_env = False  # a password in .netrc is not for a public service
        self._session.headers["User-Agent"] = agent
        self._requests = 0
        self._seconds, self._end = seconds, time.monotonic() + seconds

    def get(self, address: str, largest: int, before: Validators | None = None) -> Answer:
        """The content of the address, at most `largest` bytes; with `before`, only if it has changed.

        Raises NothingThere for 404 and 410, ServiceFailed for every other answer that cannot be used.
        """
        for _ in range(_REDIRECTS + 1):
            address = self.on_this_host(address)
            answer = self._in_time(address, largest, before or Validators())
            if isinstance(answer, Answer):
                return answer
            address = self.on_this_host(answer, address)
        raise ServiceFailed(address, f"it redirects more than {_REDIRECTS} times", "Open the address in a browser.")

    def _in_time(self, address: str, largest: int, before: Validators) -> Answer | str:
        """As `_with_retries`, until the end. In a thread, because who sends a little now and then is never late."""
        came: list[Answer | str | Exception] = []

        def ask() -> None:
            try:
                came.append(self._with_retries(address, largest, before))
            except Exception as error:  # whatever it is, it is raised again where it is waited for
                came.append(error)

        if self._left() > 0:
            thread = threading.Thread(target=ask, daemon=True)
            thread.start()
            thread.join(None if math.isinf(self._seconds) else self._left())
        if not came:
            what = f"its time is up: it has {self._seconds:g} s for all that is asked of it"
            raise ServiceFailed(address, what, "Try again later.")
        if isinstance(came[0], Exception):
            raise came[0]
        return came[0]

    def _left(self) -> float:
        return self._end - time.monotonic()

    def on_this_host(self, address: str, base: str = "") -> str:
        """The absolute address, relative to `base`. Raises ServiceFailed if it is no address, or on another host."""
        try:
            there = urlsplit(urljoin(base or self._home.geturl(), address))
            port = there.port
        except ValueError:
            what = f"{address[:_SHOWN]!r} is no address"
            raise NoAddress(base or self._home.geturl(), what, "Report it to the service.") from None
        if (there.scheme, self._home.scheme) == ("http", "https") and port in (None, 80):
            there = there._replace(scheme="https", netloc=there.hostname or "")
        if (there.scheme, there.hostname, there.port) != (self._home.scheme, self._home.hostname, self._home.port):
            raise ElsewhereNow(
                base or self._home.geturl(),
                f"it redirects to another host, {there.scheme}://{there.netloc[:_SHOWN]}, which is not followed",
                "If the service has moved, enter its new address in data/atlas.yaml.",
            )
        return there.geturl()

    def _with_retries(self, address: str, largest: int, before: Validators) -> Answer | str:
        """The answer, or the address that it redirects to; transient failures are retried after a while."""
        wait = _FIRST_WAIT_SECONDS
        for attempt in range(1, self._tries + 1):
            if self._requests:
                self._sleep(_PAUSE_SECONDS)
            self._requests += 1
            try:
                with self._request(address, before) as response:
                    if response.status_code not in _BUSY:
                        return _read(response, address, largest)
                    failure = f"it answered {response.status_code}{_kind(response)}"
                    wait = max(wait, _retry_after(response))
            except (requests.RequestException, ValueError) as error:
                failure = _worded(error)
            if attempt == self._tries or wait > min(_LONGEST_WAIT_SECONDS, self._left()):
                break
            self._sleep(wait)
            wait *= 2
        when = f"in {wait:.0f} s, as it asks" if wait > _LONGEST_WAIT_SECONDS else "later"
        raise ServiceFailed(address, failure, f"Try again {when}.")

    def _request(self, address: str, before: Validators) -> requests.Response:
        conditions = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
        return self._session.get(
            address,
            headers={name: value for name, value in conditions.items() if value},
            allow_redirects=False,
            stream=True,
            timeout=self._timeout,
        )


def doors_for(site: Site, sleep: Callable[[float], None], seconds: float) -> Callable[[Service], Downloads]:
    """Gives each service downloads of its own, in the name of the site: `seconds` for all that is asked of it."""
    return lambda service: Downloads(service.address, agent_of(site), sleep, seconds=seconds)


def _read(response: requests.Response, address: str, largest: int) -> Answer | str:
    if response.status_code == 304:
        return Answer(address, b"", is_unchanged=True)
    if response.is_redirect:
        return response.headers["Location"]
    if response.status_code in _GONE:
        raise NothingThere(address, f"it answered {response.status_code}: nothing is there", "Check the address.")
    if response.status_code != 200:
        raise ServiceFailed(address, f"it answered {response.status_code}{_kind(response)}", "Check the address.")
    content = b"".join(_no_more_than(largest, response, address))
    found = Validators(response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))
    return Answer(address, content, found)


def _no_more_than(largest: int, response: requests.Response, address: str) -> Iterator[bytes]:
    size = 0
    for chunk in response.iter_content(largest):
        size += len(chunk)
        if size > largest:
            raise TooLarge(
                address,
                f"it sent more than {largest / MEGABYTE:g} MB",
                "If that is expected, raise `largest_mb` of the service in data/atlas.yaml.",
            )
        yield chunk


def _retry_after(response: requests.Response) -> float:
    """The seconds of `Retry-After`, which may be a day and time: then counted from that of the answer. 0 if none."""
    given = response.headers.get("Retry-After", "")
    if given.isascii() and given.isdigit():
        return float(given)
    try:
        later, now = (parsedate_to_datetime(text) for text in (given, response.headers.get("Date", "")))
        return max(0.0, (later - now) / timedelta(seconds=1))
    except (TypeError, ValueError, OverflowError):
        return 0.0


def _kind(response: requests.Response) -> str:
    """For a message: the media type of an answer without success."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    return f" with {kind}" if kind else ""


def _worded(error: Exception) -> str:
    if isinstance(error, requests.Timeout) or "timed out" in str(error):
        return "it did not answer in time"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "its answer was truncated"
    if isinstance(error, requests.exceptions.ContentDecodingError):
        return "its answer cannot be decompressed"
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not trusted"
    if isinstance(error, requests.ConnectionError):
        return "no connection could be made"
    return f"the request failed ({type(error).__name__})"
