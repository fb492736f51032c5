"""Polite HTTP: conditional requests, back-off, one host, and an end to size, waiting and redirects."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import requests

_TRIES = 4
_FIRST_WAIT_SECONDS = 2.0
_LONGEST_WAIT_SECONDS = 120.0
_PAUSE_SECONDS = 0.25
"""Between two requests."""
_REDIRECTS = 5
_BUSY = frozenset({429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})
_CHUNK = 65536
MEGABYTE = 1_000_000


class ServiceFailed(Exception):
    """A service did not answer as it should: where, what it answered, and what to do."""

    def __init__(self, address: str, answered: str, remedy: str = "") -> None:
        super().__init__(f"{address}: {answered}")
        self.address, self.answered, self.remedy = address, answered, remedy


class NothingThere(ServiceFailed):
    """The service answered that there is nothing at the address."""


@dataclass(frozen=True)
class Validators:
    """By what a service knows whether an answer is still the one that it gave before."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True)
class Answer:
    """What came from an address, whole and unpacked."""

    address: str
    """Where it came from in the end."""
    content: bytes
    validators: Validators = field(default_factory=Validators)
    is_unchanged: bool = False
    """The service has nothing newer than what it gave before; `content` is empty then."""


class Downloads:
    """Asks one host, one request after another."""

    def __init__(self, home: str, agent: str, sleep: Callable[[float], None], timeout_seconds: float = 30) -> None:
        """`home` is an address on the host; `sleep` waits for so many seconds."""
        self._home = urlsplit(home)
        self._sleep = sleep
        self._timeout = timeout_seconds
        self._session = requests.Session()
        self._session.trust_env = False  # a password in .netrc is not for a public service
        self._session.headers["User-Agent"] = agent
        self._asked = 0

    def get(self, address: str, largest: int, before: Validators | None = None) -> Answer:
        """What is at the address, of at most so many bytes; `before` asks only for what is newer.

        Raises NothingThere where the service says so, ServiceFailed for every other answer that is of no use.
        """
        for _ in range(_REDIRECTS + 1):
            address = self.on_this_host(address)
            answer = self._asked_again(address, largest, before or Validators())
            if isinstance(answer, Answer):
                return answer
            address = urljoin(address, answer)
        raise ServiceFailed(address, f"it leads on more than {_REDIRECTS} times", "See where it leads in a browser.")

    def on_this_host(self, address: str, base: str = "") -> str:
        """The address, made whole with `base`. Raises ServiceFailed if it is on another host than this service."""
        there = urlsplit(urljoin(base or self._home.geturl(), address))
        is_upgraded = (there.scheme, self._home.scheme) == ("http", "https") and there.port in (None, 80)
        if is_upgraded:
            there = there._replace(scheme="https", netloc=there.hostname or "")
        if (there.scheme, there.hostname, there.port) != (self._home.scheme, self._home.hostname, self._home.port):
            raise ServiceFailed(
                base or self._home.geturl(),
                f"it leads to another host, {there.scheme}://{there.netloc}, which is not asked",
                "If the service has moved, write its new address in data/atlas.yaml.",
            )
        return there.geturl()

    def _asked_again(self, address: str, largest: int, before: Validators) -> Answer | str:
        """The answer, or where it leads; what may pass is asked again after a while."""
        wait = _FIRST_WAIT_SECONDS
        for attempt in range(1, _TRIES + 1):
            if self._asked:
                self._sleep(_PAUSE_SECONDS)
            self._asked += 1
            try:
                with self._request(address, before) as response:
                    if response.status_code not in _BUSY:
                        return _read(response, address, largest)
                    failure = f"it answered {response.status_code}{_kind(response)}"
                    wait = max(wait, _asked_to_wait(response))
            except requests.RequestException as error:
                failure = _worded(error)
            if attempt == _TRIES or wait > _LONGEST_WAIT_SECONDS:
                break
            self._sleep(wait)
            wait *= 2
        asked = f", which it asks for {wait:.0f} s" if wait > _LONGEST_WAIT_SECONDS else ""
        raise ServiceFailed(address, failure, f"Try again later{asked}.")

    def _request(self, address: str, before: Validators) -> requests.Response:
        conditions = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
        return self._session.get(
            address,
            headers={name: value for name, value in conditions.items() if value},
            allow_redirects=False,
            stream=True,
            timeout=self._timeout,
        )


def _read(response: requests.Response, address: str, largest: int) -> Answer | str:
    if response.status_code == 304:
        return Answer(address, b"", is_unchanged=True)
    if response.is_redirect:
        return response.headers["Location"]
    if response.status_code in _GONE:
        raise NothingThere(address, f"it answered {response.status_code}: nothing is there", "Look at the address.")
    if response.status_code != 200:
        raise ServiceFailed(address, f"it answered {response.status_code}{_kind(response)}", "Look at the address.")
    content = b"".join(_no_more_than(largest, response, address))
    found = Validators(response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))
    return Answer(address, content, found)


def _no_more_than(largest: int, response: requests.Response, address: str) -> Iterator[bytes]:
    size = 0
    for chunk in response.iter_content(_CHUNK):
        size += len(chunk)
        if size > largest:
            raise ServiceFailed(
                address,
                f"it sends more than {largest / MEGABYTE:g} MB",
                "If that is right, write a larger `largest_mb` for the service in data/atlas.yaml.",
            )
        yield chunk


def _asked_to_wait(response: requests.Response) -> float:
    """The seconds of `Retry-After`, which may be a day and time: then counted from that of the answer. 0 if none."""
    told = response.headers.get("Retry-After", "")
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        later, now = (parsedate_to_datetime(text) for text in (told, response.headers.get("Date", "")))
        return max(0.0, (later - now) / timedelta(seconds=1))
    except (TypeError, ValueError):
        return 0.0


def _kind(response: requests.Response) -> str:
    """For a message: what kind of page came with a status that is none of success."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    return f" with {kind}" if kind else ""


def _worded(error: requests.RequestException) -> str:
    if isinstance(error, requests.Timeout) or "timed out" in str(error):
        return "it did not answer in time"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "it broke off in the middle of its answer"
    if isinstance(error, requests.exceptions.ContentDecodingError):
        return "its answer cannot be unpacked"
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not trusted"
    if isinstance(error, requests.ConnectionError):
        return "no connection could be made"
    return f"it cannot be asked ({type(error).__name__})"
