"""The newest edition at its two addresses: the content of a page is made once, and its links lead to the same."""

import pytest

from generator.pages.urls import Address
from generator.publish.build import publish_part
from generator.publish.mkdocs.contents import moved
from tests.publish.test_build import fingerprint
from tests.support.small import lay_out_project

DATED, LIVING = Address("nl", "2024-05", latest=False), Address("nl", "2024-05", latest=True)


def test_the_newest_edition_made_alone_is_the_one_made_after_its_dated_copy(project, tmp_path):
    root = lay_out_project(tmp_path)
    publish_part(root, tmp_path / "part", 1, lambda line: None, wanted=lambda address: address.latest)
    alone = fingerprint(tmp_path / "part")
    volumes = {path: digest for path, digest in alone.items() if path.startswith(("nl/", "en/"))}
    whole = fingerprint(project / "site")
    sheet = next(path for path in whole if path.startswith("assets/atlas."))
    texts = {
        path: (tmp_path / "part" / path).read_bytes().replace(b"assets/atlas.css", sheet.encode())
        for path in volumes
        if path.endswith(".html")
    }

    assert len(texts) > 50
    assert [path for path, text in texts.items() if text != (project / "site" / path).read_bytes()] == []
    assert [path for path, digest in volumes.items() if path not in texts and digest != whole[path]] == []


@pytest.mark.parametrize(
    ("link", "led"),
    [
        pytest.param("../../sources/letter/#p-1", "../../sources/letter/#p-1", id="inside the edition"),
        pytest.param("../../", "../../", id="the home page of the edition"),
        pytest.param("../../../2020-10/themes/a/", "../../editions/2020-10/themes/a/", id="an older edition"),
        pytest.param("../../../../themes/a/feed.xml", "feed.xml", id="what only the living one has"),
        pytest.param("../../../../../en/themes/a/", "../../../en/themes/a/", id="the other language"),
        pytest.param(
            "../../../../../data/2024-05/a.csv#x", "../../../data/latest/a.csv#x", id="the data of the edition"
        ),
        pytest.param("../../../../../data/2020-10/a.csv", "../../../data/2020-10/a.csv", id="the data of another"),
        pytest.param("https://example.org/../a", "https://example.org/../a", id="another site"),
        pytest.param("#here", "#here", id="the page itself"),
    ],
)
def test_a_link_leads_from_the_living_edition_to_what_it_led_to_from_the_dated_one(link, led):
    assert moved(f'<a href="{link}">../../text</a>', "themes/a/", DATED, LIVING) == f'<a href="{led}">../../text</a>'
