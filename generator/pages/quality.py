"""The data-quality page: what the checks find, with a link to a prefilled issue for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from generator.checks.finding import Check, Finding
from generator.checks.material import read_material
from generator.checks.report import SEVERITIES
from generator.checks.run import chosen, findings
from generator.pages.site import Page, Site
from generator.text.escape import visible

PATH = "quality.md"
_LONGEST = 1500  # characters of an issue's text in an address; browsers and hosts refuse very long ones


def pages(site: Site, project: Path, generated: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(path, text) of the page. `generated` are the other files that the build writes, for links that lead nowhere."""
    checks = chosen(site.survey.settings)
    found = findings(read_material(site.survey, project, [*generated, f"docs/{PATH}"]), checks)
    page = Page(site, PATH)
    yield page.path, page.render("quality.md.j2", groups=grouped(found), made=len(checks), total=len(found), issue=lambda finding: issue(site, finding))


def grouped(found: Iterable[Finding]) -> list[tuple[Check, list[Finding]]]:
    """The findings of each check that found something, worst severity first."""
    groups: dict[Check, list[Finding]] = {}
    for finding in found:
        groups.setdefault(finding.check, []).append(finding)
    return sorted(groups.items(), key=lambda group: (SEVERITIES.index(group[0].severity), group[0].name))


def issue(site: Site, finding: Finding) -> str:
    """The address of an issue with the finding already in it; "" where `survey.yml` names no repository on GitHub or GitLab.

    On GitHub it opens the form `correction.yml` with its fields `work`, `place` and `problem`.
    """
    repository = site.survey.settings.repository
    host = (urlsplit(repository).hostname or "").lower()
    found = finding.found
    title = visible(f"Correction: {found.key or found.place}: {found.message}")[:200]
    work = site.web_address(site.paper(found.key)) or found.key if found.key else ""
    problem = visible(f"{finding.check.name}: {found.message}" + (f" ({found.hint})" if found.hint else ""))[:_LONGEST]
    if host == "github.com":
        return f"{repository}/issues/new?" + urlencode(
            {"template": "correction.yml", "title": title, "work": work, "place": str(found.place), "problem": problem}
        )
    if host == "gitlab.com" or host.startswith("gitlab."):
        text = "\n\n".join(part for part in (work, str(found.place), problem) if part)
        return f"{repository}/-/issues/new?" + urlencode({"issue[title]": title, "issue[description]": text})
    return ""
