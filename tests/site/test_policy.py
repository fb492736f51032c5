"""The site works under the strictest policy that it offers to hosts, on every kind of page."""

import re
from pathlib import Path

import pytest

from tests.site.kinds import KINDS, fullest
from tests.site.test_reading import closed, opened
from tests.support.small import ROOT

OTHERS = ("", "404.html", "nl/404.html", "nl/figures/undermining-evolution/embed/", "en/editions/2020-10-15/")


def policy(site: Path) -> str:
    found = re.search(r"^  Content-Security-Policy: (.*)$", (site / "_headers").read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


def violations(browser, address, paths, told):
    """What Chromium refuses, and what else goes wrong, on pages that are served with the policy."""
    page, wrong = opened(browser, f"{address}nl/404.html")
    page.route(
        "**/*",
        lambda route: (
            route.fulfill(response=(got := route.fetch()), headers={**got.headers, "content-security-policy": told})
            if route.request.resource_type == "document"
            else route.continue_()
        ),
    )
    wrong.clear()
    for path in paths:
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
    closed(page)
    return [line for line in wrong if not line.startswith("404")]


def test_no_kind_of_page_breaks_it(browser, address, site):
    paths = [fullest(site, "nl", kind) for kind in KINDS] + list(OTHERS)

    assert violations(browser, address, paths, policy(site)) == []


def test_what_breaks_it_is_seen(browser, address, site):
    stricter = policy(site).replace("script-src 'self'; ", "")

    assert violations(browser, address, ["nl/"], stricter)


@pytest.mark.parametrize("server", ["Caddy", "nginx"])
def test_what_is_said_to_hosts_is_the_same_policy(site, server):
    text = (ROOT / "docs" / "publishing.md").read_text("utf-8").partition(f"{server}:\n")[2]

    assert f'Content-Security-Policy "{policy(site)}"' in text.partition("```\n\n")[0]


def test_without_anybody_to_reach_there_is_no_security_txt(site):
    assert not (site / ".well-known").exists()
