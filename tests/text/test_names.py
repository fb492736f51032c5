"""Which names other systems read as what is meant."""

import pytest

from generator.text.names import is_device, is_web_address


@pytest.mark.parametrize("name", ["con", "AUX", "nul", "com1", "Lpt9", "com³"])
def test_the_names_of_devices_are_no_names_of_files(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "annul", "lpt-1", ""])
def test_other_names_are(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://www.example.org/a/b?c=d&e=(f)#g",
        "https://Example.org:8443/%20",
        "https://xn--a.nl/é",
    ],
)
def test_an_address_on_the_web_is_one(address: str) -> None:
    assert is_web_address(address, encrypted=True)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "https://", "https:///x", "https://localhost/x", "https://10.0.0.1/x",
        "https://[::1]/x",
        "https://user:secret@example.org/", "https://example.org/a b", 'https://example.org/"onclick=',
        "//example.org/x",
        "https://example.org/'", "https://example.org\\x", "https://-a.org/", "https://a..org/",
        "https://example.org/<b>",
        "https://example.org:port/", "ftp://example.org/", "https://example/x", "https://example.org/\n",
        "data:text/html,x",
    ],
)  # fmt: skip
def test_what_a_browser_would_read_otherwise_is_none(address: str) -> None:
    assert not is_web_address(address, encrypted=False)


def test_an_address_without_encryption_is_one_only_where_that_is_not_asked() -> None:
    assert is_web_address("http://example.org/list", encrypted=False)
    assert not is_web_address("http://example.org/list", encrypted=True)
