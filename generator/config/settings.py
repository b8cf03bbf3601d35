"""`bib/survey.yml`: what the survey is called and how it is built. Every setting has a default.

A new setting is one annotated line in a dataclass below: `schema.py` reads and validates it, and `make reference`
brings it into the README's table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal

from generator.config.schema import Setting, read_group
from generator.config.yaml_file import Node, read_yaml
from generator.errors import Place
from generator.names import Name, parse_name
from generator.project.paths import SETTINGS
from generator.records import FETCHED
from generator.text.compare import did_you_mean
from generator.text.escape import safe_url

NAME = SETTINGS
SERVICE_NAMES = ("acl-anthology", "pubmed", "crossref", "arxiv", "openalex", "semantic-scholar", "dblp")
Fields = Mapping[str, Mapping[str, str]]


def _date(node: Node, name: str) -> str:
    date = str(node.value)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
        raise node.fault(f"{name} must be written as YYYY-MM-DD")
    return date


def _address(node: Node, name: str) -> str:
    """An address without a final slash, or ""."""
    if not node.value:
        return ""
    address = node.text(name)
    if not safe_url(address):
        raise node.fault(f"{name} must be an http or https address")
    return address.rstrip("/")


def _site_address(node: Node, name: str) -> str:
    """An address with a final slash, or ""."""
    address = _address(node, name)
    return f"{address}/" if address else ""


def _names(node: Node, name: str) -> tuple[Name, ...]:
    return tuple(parse_name(text) for text in node.texts(name))


def _files(node: Node, name: str) -> tuple[str, ...]:
    return tuple(_inside(item, name) for item in node.items(name))


def _inside(node: Node, name: str) -> str:
    """A relative path that stays inside `bib/`. Raises InputError."""
    path = node.text(name)
    if path.startswith(("/", "~")) or ".." in Path(path).parts or "\\" in path or ":" in path:
        raise node.fault(f"{name}: `{path}` leaves the folder bib/", "give a path inside bib/")
    return path


def _words(node: Node, name: str) -> tuple[str, ...]:
    """A list of words as they are written: `yes` and `1` are words here, not true and a number."""
    nodes = node.items(name) if isinstance(node.value, list) else [node]
    return tuple(item.written.strip() or item.text(name) for item in nodes)


def _fields(node: Node, name: str) -> Fields:
    return {
        source: {
            field_name: column.text(f"{name}.{source}.{field_name}")
            for field_name, column in table.mapping(f"{name}.{source}").items()
        }
        for source, table in node.mapping(name).items()
    }


@dataclass(frozen=True, slots=True)
class ServiceAddress:
    """Where a service is asked, and how many seconds lie between two questions, where that is not as it is built in."""

    url: str = ""
    pause: float | None = None


def _email(node: Node, name: str) -> str:
    if not node.value:
        return ""
    address = node.text(name)
    if not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", address):
        raise node.fault(f"{name}: `{address}` is no e-mail address")
    return address


def _services(node: Node, name: str) -> tuple[str, ...]:
    names = node.texts(name)
    for one in names:
        _known_service(one, node, name)
    return tuple(dict.fromkeys(names))


def _known_service(written: str, node: Node, name: str) -> None:
    if written not in SERVICE_NAMES:
        raise node.fault(f"{name}: `{written}` is no known service", did_you_mean(written, SERVICE_NAMES))


def _age(node: Node, name: str) -> str:
    text = node.text(name)
    if days_in(text) is None:
        raise node.fault(f"{name}: `{text}` is no age", "write a number and d, w, m or y: `90d`")
    return text


def days_in(age: str) -> int | None:
    """The days of `90d`, `12w`, `3m` or `1y`; a number alone counts days. None for what is no age."""
    match = re.fullmatch(r"(\d{1,5})\s*([dwmy]?)", age.strip().lower())
    return int(match[1]) * {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}[match[2]] if match else None


def _addresses(node: Node, name: str) -> Mapping[str, ServiceAddress]:
    found = {}
    for service, one in node.mapping(name).items():
        _known_service(service, one, name)
        values = one.mapping(f"{name}.{service}", ("url", "pause"))
        pause = values["pause"].value if "pause" in values else None
        if pause is not None and (isinstance(pause, bool) or not isinstance(pause, (int, float)) or pause < 0):
            raise values["pause"].fault(f"{name}.{service}.pause must be a number of seconds")
        url = _address(values["url"], f"{name}.{service}.url") if "url" in values else ""
        found[service] = ServiceAddress(url, None if pause is None else float(pause))
    return found


@dataclass(frozen=True, slots=True)
class KeySettings:
    """How citation keys are made."""

    pattern: Annotated[
        str,
        Setting(
            "what citation keys are made of: text and the tokens `[auth]`, `[year]`, `[yy]`, `[shorttitle]`, "
            "`[title]`, `[venue]`"
        ),
    ] = "[auth][year][shorttitle]"
    mode: Annotated[
        Literal["pattern", "keep"],
        Setting(
            "`keep` takes the keys of imported BibTeX where there are any; `keys: keep` is short for it", short=True
        ),
    ] = "pattern"


@dataclass(frozen=True, slots=True)
class CitationSettings:
    """How works are cited and listed."""

    style: Annotated[
        str,
        Setting(
            "`author-year`, `numbered`, or a CSL style: `apa`, `ieee`, `acm`, `chicago` or any other by its name. "
            "The first build with a CSL style takes some seconds more",
            short=True,
        ),
    ] = "author-year"


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """The website's search."""

    engine: Annotated[
        Literal["auto", "material", "pagefind"],
        Setting("which search the website has; `auto` takes Pagefind for large surveys", short=True),
    ] = "auto"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The checks of `python -m generator check`."""

    ignore: Annotated[tuple[str, ...], Setting("names of checks that are not made")] = ()


@dataclass(frozen=True, slots=True)
class ProseSettings:
    """The overviews and pages that people write."""

    html: Annotated[
        Literal["safe", "trusted"],
        Setting(
            "what HTML in overviews and pages reaches the site: `safe` takes out scripts, styles, event handlers, "
            "addresses other than http, https and mailto, and pictures from other hosts; `trusted` leaves all of it, "
            "where nobody else can write"
        ),
    ] = "safe"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How `fetch` and `add` ask services."""

    email: Annotated[
        str, Setting("your address, which Crossref, OpenAlex and PubMed ask for, so that they can write to you", _email)
    ] = ""
    order: Annotated[
        tuple[str, ...],
        Setting("the services to ask, in the order in which their values are preferred", _services),
    ] = SERVICE_NAMES
    older_than: Annotated[
        str, Setting("the age at which facts and answers are asked for anew: `90d`, `12w`, `1y`", _age)
    ] = "90d"
    services: Annotated[
        Mapping[str, ServiceAddress],
        Setting("other addresses, of mirrors: `{crossref: {url: https://mirror.example.org, pause: 1}}`", _addresses),
    ] = field(default_factory=dict)


def _classification(node: Node, name: str) -> str:
    """What the sources classify by: one of a few, or `column:NAME`."""
    written = node.text(name)
    if written.startswith("column:") and written.removeprefix("column:").strip():
        return f"column:{written.removeprefix('column:').strip()}"
    known = ("groups", "collections", "keywords", "headings", "labels")
    if written not in known:
        hint = f"there are {', '.join(known)} and `column:NAME`"
        raise node.fault(f"{name}: `{written}` is not known", hint)
    return written


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """Where the themes come from, where the sources classify their records already."""

    from_: Annotated[
        str,
        Setting(
            "what your sources classify by: `groups` (JabRef, Mendeley), `collections`, `keywords`, `headings` of a "
            "list, `labels` of a screening, or `column:NAME`; a group with a theme's name in `themes.yml` fills it",
            _classification,
        ),
    ] = ""
    depth: Annotated[
        int, Setting("of nested groups: `1` makes a theme of each group at the top, `2` a section of it")
    ] = 1


@dataclass(frozen=True, slots=True)
class ScreeningSettings:
    """Which marks of a review team count, and which rules leave works out."""

    column: Annotated[
        str, Setting("the column, field or `tags` that holds your team's decision; marks of services need none")
    ] = ""
    include: Annotated[
        tuple[str, ...],
        Setting(
            "words of that column that include, and rules that every work has to meet: `[yes, year>=2010]`", _words
        ),
    ] = ()
    exclude: Annotated[
        tuple[str, ...],
        Setting("words that exclude, and rules that leave a work out: `[no, type=book, language=German]`", _words),
    ] = ()
    maybe: Annotated[tuple[str, ...], Setting("words that leave it open", _words)] = ()
    reason: Annotated[str, Setting("the column that says why a work was excluded")] = ""
    reviewer: Annotated[str, Setting("the column that says who decided")] = ""
    stage: Annotated[
        Literal["title and abstract", "full text"], Setting("the step of the review at which it was decided")
    ] = "title and abstract"
    undecided: Annotated[
        Literal["show", "hide"],
        Setting("whether works that wait for a decision, or on which reviewers disagree, are shown (with a mark)"),
    ] = "show"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a survey, as `bib/survey.yml` gives them. `lines` says where each value stands there."""

    title: Annotated[str, Setting("what the survey is called")] = "A literature survey"
    subtitle: Annotated[str, Setting("one line below the title")] = ""
    description: Annotated[str, Setting("what the survey covers, for search engines, feeds and `CITATION.cff`")] = ""
    authors: Annotated[
        tuple[Name, ...],
        Setting('who made it, for “how to cite” and `CITATION.cff`; a group in braces: `"{The curators}"`', _names),
    ] = ()
    url: Annotated[
        str,
        Setting("where the site is published; feeds, sitemap and `citation_*` addresses need it", _site_address),
    ] = ""
    repository: Annotated[
        str, Setting("its repository; “suggest a paper” and “correct this record” need it", _address)
    ] = ""
    license: Annotated[str, Setting("the licence of its texts, by its SPDX name (`CC-BY-4.0`)")] = ""
    version: Annotated[str, Setting("the survey's own version, for its citation")] = ""
    date: Annotated[
        str,
        Setting("the day of that version, `YYYY-MM-DD`, for its citation, feeds and history; never the clock's", _date),
    ] = ""
    doi: Annotated[str, Setting("the survey's own DOI")] = ""
    enrich: Annotated[tuple[str, ...], Setting("files in `bib/` that complete works and never add one", _files)] = (
        "metadata.bib",
        FETCHED,
    )
    fields: Annotated[
        Fields,
        Setting(
            "for a table that is not recognised, its columns: "
            "`{sources/mine.csv: {title: Titel, authors: Verfasser, year: Jahr}}`; "
            "a file's name may be a pattern (`*.csv`)",
            _fields,
        ),
    ] = field(default_factory=dict)
    keys: Annotated[KeySettings, Setting("citation keys")] = KeySettings()
    citations: Annotated[CitationSettings, Setting("citations and references")] = CitationSettings()
    search: Annotated[SearchSettings, Setting("the website's search")] = SearchSettings()
    prose: Annotated[ProseSettings, Setting("overviews and pages")] = ProseSettings()
    check: Annotated[CheckSettings, Setting("checks")] = CheckSettings()
    fetch: Annotated[FetchSettings, Setting("what `fetch` and `add` ask")] = FetchSettings()
    themes: Annotated[ThemeSettings, Setting("themes")] = ThemeSettings()
    screening: Annotated[ScreeningSettings, Setting("screening")] = ScreeningSettings()
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict, compare=False)

    @property
    def trusts_html(self) -> bool:
        """Whether overviews and pages reach the site with whatever HTML they hold."""
        return self.prose.html == "trusted"

    def place(self, *names: str) -> Place:
        """Where a setting stands in the file: `place("search", "engine")`; the file alone where it is not given."""
        return Place(NAME, self.lines.get(names))


def read_settings(project: Path) -> Settings:
    """Read `bib/survey.yml` of a project; a missing file gives the defaults. Raises InputError with file and line."""
    top = read_yaml(project, NAME)
    if top is None:
        return Settings()
    settings = read_group(Settings, top)
    lines = {names: line for names, line in _lines(top) if names}
    return replace(settings, lines=lines)


def _lines(node: Node, names: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    """The line of every key of a mapping and of the mappings in it."""
    yield names, node.line
    if isinstance(node.value, dict):
        for name, child in node.value.items():
            yield from _lines(child, (*names, name))
