"""The data-quality page: what the checks find, with a link to a prefilled issue for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from generator.cache.tasks import Tasks
from generator.checks.finding import Check, Finding
from generator.checks.material import Material, read_material
from generator.checks.report import SEVERITIES
from generator.checks.run import chosen, findings
from generator.language import later, marked_in
from generator.pages.issues import LONGEST, issue
from generator.pages.page import UNSEARCHED, Page
from generator.pages.places import LONG_LIST
from generator.pages.site import Site
from generator.text.escape import visible

PATH = "quality.md"
MOST = 1_000  # findings of one check that the page shows; `check` prints all of them
SHOWN = (marked_in("severity", "error"), marked_in("severity", "warning"), marked_in("severity", "info"))
FRONT = {
    "title": later("Data quality"),
    "description": later("What is missing, contradictory or damaged in the survey, and where"),
    "search": UNSEARCHED,
}


def pages(site: Site, project: Path, generated: Iterable[str], tasks: Tasks) -> list[tuple[str, str]]:
    """(path, text) of the page. `generated` are the other files that the build writes, to find links that lead
    nowhere.
    """
    material = read_material(site.survey, project, [*generated, f"docs/{PATH}"])
    watched = tasks.watch(material, {Material: "around"})
    checks = chosen(site.survey.settings)
    found = [
        finding
        for check in checks
        for finding in tasks.value(f"check {check.name}", partial(findings, watched, [check]))
    ]
    found.sort(key=lambda finding: finding.order)
    return [_page(site, checks, found)]


def _page(site: Site, checks: Sequence[Check], found: Sequence[Finding]) -> tuple[str, str]:
    page = Page(site, PATH)
    return (
        page.path,
        page.render(
            "quality.md.j2",
            FRONT,
            groups=grouped(found),
            made=len(checks),
            total=len(found),
            most=MOST,
            issue=lambda finding: prefilled(site, finding),
            is_long=len(found) > LONG_LIST,
        ),
    )


def grouped(found: Iterable[Finding]) -> list[tuple[Check, list[Finding]]]:
    """The findings of each check that found something, most severe first."""
    groups: dict[Check, list[Finding]] = {}
    for finding in found:
        groups.setdefault(finding.check, []).append(finding)
    return sorted(groups.items(), key=lambda group: (SEVERITIES.index(group[0].severity), group[0].name))


def prefilled(site: Site, finding: Finding) -> str:
    """The address of an issue prefilled with the finding; "" if `survey.yml` names no repository on GitHub or GitLab.

    On GitHub, a finding about a work opens the form that corrects its paper page.
    """
    repository, found = site.survey.settings.repository, finding.found
    host = urlsplit(repository).hostname or ""
    title = visible(f"Correct: {found.key or found.place}: {found.message}")[:LONGEST]
    text = visible(
        f"{finding.check.name} in {found.place}: {found.message}" + (f" ({found.hint})" if found.hint else "")
    )[:LONGEST]
    page = (site.places.web_address(site.places.paper(found.key)) or site.places.paper(found.key)) if found.key else ""
    if found.key and "github" in host:
        fields = {"key": found.key, "paper": site.survey.works[found.key].shown_title, "page": page, "right": text}
        return issue(site.survey.settings, "correct-a-record", title, fields)
    body = "\n\n".join(part for part in (text, page) if part)
    if "github" in host:
        return f"{repository}/issues/new?" + urlencode({"title": title, "body": body}, quote_via=quote)
    if "gitlab" in host:
        return f"{repository}/-/issues/new?" + urlencode(
            {"issue[title]": title, "issue[description]": body}, quote_via=quote
        )
    return ""
