"""Where a reader reports an error: with the page, its edition and the record filled in."""

from urllib.parse import urlencode, urlsplit

from generator.pages.edit_links import Origin
from generator.pages.page import Page, Volume


def report_link(page: Page, origins: tuple[Origin, ...], volume: Volume) -> str | None:
    """The address at which an error on the page is reported; None if the project names none.

    `objections` of data/atlas.yaml is given `page`, `edition` and `record` as parameters; without it, a new issue is
    begun in the repository of mkdocs.yml, as GitHub, Forgejo and GitLab know it. `origins` are what the page is made
    from; the first of them is the record.
    """
    locale, site, at = volume.locale, volume.site, volume.dated(page.path)
    record = next((f"{origin.file} {origin.id or ''}".strip() for origin in origins), "")
    objections = volume.archive.atlas.objections
    if objections:
        named = {"page": at, "edition": volume.edition.id, **({"record": record} if record else {})}
        return f"{objections}{'&' if urlsplit(objections).query else '?'}{urlencode(named)}"
    if not site.repository:
        return None
    lines = [locale.say("error.page", page=at), locale.say("error.edition", edition=volume.edition.id)]
    lines += [locale.say("error.record", record=record)] if record else []
    body = "\n".join([*lines, "", locale.say("error.what"), ""])
    return _new_issue(site.repository.rstrip("/"), locale.say("error.title", title=page.title), body)


def _new_issue(repository: str, title: str, body: str) -> str:
    """A new issue with its title and text; GitLab has names of its own for them."""
    if "gitlab" in (urlsplit(repository).hostname or ""):
        return f"{repository}/-/issues/new?{urlencode({'issue[title]': title, 'issue[description]': body})}"
    return f"{repository}/issues/new?{urlencode({'title': title, 'body': body})}"
