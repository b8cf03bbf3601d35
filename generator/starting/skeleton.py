"""The files of an empty project, filled in with what is known about the survey."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

from generator import __version__
from generator.text import escape

PACKAGE = "survey-site-generator"
TITLE = "A literature survey"
ISSUE_FORMS = ("suggest-a-paper", "correct-a-record", "config")
WORKFLOWS = ("publish", "check", "refresh")
# SPDX name to the address of the licence's text.
LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/legalcode",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/legalcode",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/legalcode",
}
_TO_CHOOSE = (
    "None has been chosen yet, so nobody but its authors may reuse the texts. Most surveys take "
    "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/) (anybody may, who names you), "
    "[CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/) (and passes it on alike) or "
    "[CC0](https://creativecommons.org/publicdomain/zero/1.0/) (anybody may). Write `license: CC-BY-4.0` into "
    "`bib/survey.yml`, and the sentence here. Abstracts remain their publishers' and authors'."
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known about a survey before it exists.

    Attributes:
        title: what it is called.
        authors: who makes it, as names; empty if unknown.
        repository: its address on the web, or "".
        licence: SPDX name of the licence of its texts, or "".
        requirement: what pip is to install for it.
        settings: further lines of `survey.yml`, each with its line end.
    """

    title: str = TITLE
    authors: tuple[str, ...] = ()
    repository: str = ""
    licence: str = ""
    requirement: str = f"{PACKAGE}=={__version__}"
    settings: str = ""


def skeleton(beginning: Beginning | None = None) -> dict[str, str]:
    """Relative path to text of every file of an empty project."""
    known = beginning or Beginning()
    forms = {f".github/ISSUE_TEMPLATE/{form}.yml": _text(f"issue_forms/{form}.yml") for form in ISSUE_FORMS}
    workflows = {f".github/workflows/{name}.yml": _text(f"workflows/{name}.yml") for name in WORKFLOWS}
    return {
        "README.md": _filled(_text("README.md"), TITLE=escape.markdown(known.title), LICENCE=_licence(known.licence)),
        "Makefile": _text("Makefile"),
        "requirements.txt": _filled(_text("requirements.txt"), REQUIREMENT=known.requirement),
        "mkdocs.yml": _text("mkdocs.yml").replace(f"site_name: {TITLE}", f"site_name: {escape.yaml(known.title)}", 1),
        ".gitignore": _text("gitignore"),
        "bib/survey.yml": _settings(known),
        "bib/sources/.gitkeep": "",
        **forms,
        **workflows,
        "docs/.gitkeep": "",
    }


def _settings(known: Beginning) -> str:
    names = ", ".join(escape.yaml(name) for name in known.authors)
    return _filled(
        _text("bib/survey.yml"),
        TITLE=escape.yaml(known.title),
        AUTHORS=f"authors: [{names}]" if names else '# authors: ["Family, Given", "{A Group}"]',
        REPOSITORY=_given("repository", known.repository, "https://github.com/you/survey"),
        LICENSE=_given("license", known.licence, "CC-BY-4.0   # of the survey's own texts"),
        FOUND=known.settings,
        VERSION=__version__,
    )


def _given(name: str, value: str, example: str) -> str:
    return f"{name}: {escape.yaml(value)}" if value else f"# {name}: {example}"


def _licence(name: str) -> str:
    if not name:
        return _TO_CHOOSE
    return f"The texts of this survey: [{name}]({LICENCES[name]}). Abstracts remain their publishers' and authors'."


def _filled(text: str, **values: str) -> str:
    """The text with each `%NAME%` replaced, in one pass: a value may look like the place of another."""
    return re.sub(r"%([A-Z]+)%", lambda place: values.get(place[1], place[0]), text)


def _text(path: str) -> str:
    return (files("generator") / "skeleton" / path).read_text(encoding="utf-8")
