"""How a service is asked: as seldom and as patiently as it wishes, and nobody else."""

from collections.abc import Iterator

import pytest

from generator.watch.http import Answer, Downloads, NothingThere, ServiceFailed, Validators
from tests.support.stand_in import Reply, StandIn, moved

WAY = "/paper"
BUSY = Reply(b"<html>Busy</html>", 503, "text/html")


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as made:
        made.keep(WAY, b"the paper")
        yield made


def downloads(server: StandIn, waits: list[float]) -> Downloads:
    return Downloads(server.home + WAY, "Tests/1 (+https://example.nl/)", waits.append, timeout_seconds=60)


def later(seconds: str) -> Reply:
    return Reply(status=429, headers={"Retry-After": seconds})


@pytest.mark.parametrize(
    ("replies", "waited"),
    [
        pytest.param([], [], id="not at all if it answers"),
        pytest.param([later("7")], [7], id="the seconds that it asks for"),
        pytest.param([later("Thu, 24 Sep 2026 10:00:30 GMT")], [30], id="until the time that it names, by its clock"),
        pytest.param([later("Thu, 24 Sep 2026 09:00:00 GMT")], [2], id="a little if that time has passed"),
        pytest.param([later("soon")], [2], id="a little if it does not say how long"),
        pytest.param([BUSY, BUSY, BUSY], [2, 4, 8], id="twice as long each time"),
        pytest.param([later("60"), BUSY], [60, 120], id="longer than it asked for the next time"),
        pytest.param([Reply(b"x" * 9, is_cut=True)], [2], id="a little after an answer that broke off"),
    ],
)
def test_a_busy_service_is_waited_for(server: StandIn, replies: list[Reply], waited: list[float]) -> None:
    waits: list[float] = []
    server.fail(WAY, *replies)
    answer = downloads(server, waits).get(server.home + WAY, 100)

    assert answer.content == b"the paper"
    assert [wait for wait in waits if wait >= 1] == waited
    assert len([wait for wait in waits if wait < 1]) == len(replies)


@pytest.mark.parametrize(
    ("replies", "said"),
    [
        pytest.param([BUSY] * 4, ("it answered 503 with text/html", "Try again later."), id="after four times"),
        pytest.param(
            [later("3600")],
            ("it answered 429 with application/xml", "Try again in 3600 s, as it asks."),
            id="at once if it asks for more than two minutes",
        ),
        pytest.param(
            [Reply(status=403)], ("it answered 403 with application/xml", "Check the address."), id="if it is refused"
        ),
        pytest.param(
            [Reply(b"no gzip", headers={"Content-Encoding": "gzip"})] * 4,
            ("its answer cannot be decompressed", "Try again later."),
            id="if the answer cannot be unpacked",
        ),
    ],
)
def test_a_service_is_given_up_with_the_reason(server: StandIn, replies: list[Reply], said: tuple[str, str]) -> None:
    server.fail(WAY, *replies)
    with pytest.raises(ServiceFailed) as failed:
        downloads(server, []).get(server.home + WAY, 100)

    assert (failed.value.answered, failed.value.remedy) == said
    assert failed.value.address == server.home + WAY


@pytest.mark.parametrize("status", [404, 410])
def test_nothing_there_is_told_apart_from_every_other_failure(server: StandIn, status: int) -> None:
    server.fail(WAY, Reply(status=status))
    with pytest.raises(NothingThere):
        downloads(server, []).get(server.home + WAY, 100)


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        pytest.param("https://a.example.nl/x?y=1", "https://a.example.nl/x?y=1", id="the same host"),
        pytest.param("/x", "https://a.example.nl/x", id="a path alone"),
        pytest.param("?skiptoken=3", "https://a.example.nl/feed?skiptoken=3", id="a query alone"),
        pytest.param("http://a.example.nl/x", "https://a.example.nl/x", id="the same host without encryption"),
    ],
)
def test_an_address_on_the_host_is_made_whole_and_encrypted(address: str, whole: str) -> None:
    asked = Downloads("https://a.example.nl/feed", "Tests/1", lambda seconds: None)

    assert asked.on_this_host(address) == whole


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("https://b.example.nl/x", id="another host"),
        pytest.param("https://a.example.nl.evil.nl/x", id="a host that begins alike"),
        pytest.param("https://a.example.nl@evil.nl/x", id="a host behind what looks like it"),
        pytest.param("https://a.example.nl:8443/x", id="another port"),
        pytest.param("//b.example.nl/x", id="a host without scheme"),
        pytest.param("file:///etc/passwd", id="a file"),
        pytest.param("http://a.example.nl:8080/x", id="another port without encryption"),
    ],
)
def test_no_other_host_is_asked(address: str) -> None:
    asked = Downloads("https://a.example.nl/feed", "Tests/1", lambda seconds: None)
    with pytest.raises(ServiceFailed, match="it redirects to another host"):
        asked.on_this_host(address)


def test_a_redirect_to_another_host_is_not_followed(server: StandIn) -> None:
    server.fail(WAY, moved(server.home.replace("127.0.0.1", "localhost") + WAY))
    with pytest.raises(ServiceFailed, match="it redirects to another host"):
        downloads(server, []).get(server.home + WAY, 100)

    assert [path for path, _ in server.asked] == [WAY]


def test_an_answer_comes_with_what_it_is_known_by_and_is_not_sent_again(server: StandIn) -> None:
    server.has_validators = True
    asked = downloads(server, [])
    first = asked.get(server.home + WAY, 100)
    second = asked.get(server.home + WAY, 100, first.validators)

    assert first.validators != Validators()
    assert second == Answer(server.home + WAY, b"", is_unchanged=True)


def test_a_service_is_told_who_asks_and_no_password_of_ours(
    server: StandIn, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = f"{tmp_path}/netrc"
    with open(netrc, "w") as file:  # noqa: PTH123
        file.write("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", netrc)
    downloads(server, []).get(server.home + WAY, 100)
    headers = server.asked[0][1]

    assert (headers["User-Agent"], "Authorization" in headers) == ("Tests/1 (+https://example.nl/)", False)


@pytest.mark.parametrize(("size", "is_taken"), [(100, True), (101, False)])
def test_an_answer_may_be_as_large_as_was_said_and_no_larger(server: StandIn, size: int, is_taken: bool) -> None:
    server.keep(WAY, bytes(size))
    try:
        taken = len(downloads(server, []).get(server.home + WAY, 100).content)
    except ServiceFailed as error:
        taken = 0
        assert error.answered == "it sent more than 0.0001 MB"

    assert (taken == size) is is_taken
