"""Where an error is reported: page, edition and record are filled in."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.pages.edit_links import Origin
from generator.pages.frame.report_error import report_link
from tests.support.heads import HOME, page_at, volume_at

PAGE = page_at("milestones/lock-east/", "Lock & <east>")
ORIGINS = (Origin("data/themes/locks/milestones.yaml", "lock-east"), Origin("data/places.yaml"))
ADDRESS = f"{HOME}en/editions/2023-06-20/milestones/lock-east/"
RECORD = "data/themes/locks/milestones.yaml lock-east"


def reported(repository: str | None = None, objections: str | None = None, base: str | None = HOME) -> str | None:
    volume = volume_at(base)
    atlas = volume.archive.atlas.model_copy(update={"objections": objections})
    archive = replace(volume.archive, atlas=atlas)
    return report_link(
        PAGE, ORIGINS, replace(volume, archive=archive, site=replace(volume.site, repository=repository))
    )


def told(link: str | None) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link or "").query).items()}


@pytest.mark.parametrize(
    ("repository", "address", "names"),
    [
        pytest.param(
            "https://github.com/agency/atlas",
            "https://github.com/agency/atlas/issues/new",
            ("title", "body"),
            id="GitHub",
        ),
        pytest.param(
            "https://codeberg.org/a/b/", "https://codeberg.org/a/b/issues/new", ("title", "body"), id="Forgejo"
        ),
        pytest.param(
            "https://gitlab.example.org/a/b",
            "https://gitlab.example.org/a/b/-/issues/new",
            ("issue[title]", "issue[description]"),
            id="GitLab",
        ),
    ],
)
def test_a_new_issue_names_the_page_its_edition_and_the_record(repository, address, names):
    link = reported(repository)
    title, body = map(told(link).get, names)

    assert str(link).partition("?")[0] == address
    assert title == f"[error.title {PAGE.title}]"
    assert (body or "").splitlines() == [
        f"[error.page {ADDRESS}]",
        "[error.edition 2023-06-20]",
        f"[error.record {RECORD}]",
        "",
        "[error.what]",
    ]


@pytest.mark.parametrize("objections", ["https://example.org/form", "https://example.org/form?of=atlas"])
def test_an_address_for_objections_is_asked_before_the_repository(objections):
    link = reported("https://github.com/agency/atlas", objections)

    assert str(link).startswith(objections)
    assert told(link).items() >= {"page": ADDRESS, "edition": "2023-06-20", "record": RECORD}.items()


def test_without_an_address_of_the_site_the_path_of_the_page_is_named():
    link = reported(objections="https://example.org/form", base=None)

    assert told(link)["page"] == "en/editions/2023-06-20/milestones/lock-east/"


def test_a_project_that_names_neither_has_no_link():
    assert reported() is None
