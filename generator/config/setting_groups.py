"""The groups of settings in `bib/survey.yml`: keys, citations, search and the like, each a small declared dataclass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from generator.config.schema import Setting
from generator.config.values import (
    SERVICE_NAMES,
    ServiceAddress,
    read_addresses,
    read_age,
    read_classification,
    read_email,
    read_services,
    read_words,
)


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
        Literal["auto", "whole", "parts", "material", "pagefind"],
        Setting(
            "whether the search loads its index `whole` or in `parts` (formerly `material` and `pagefind`); "
            "`auto` cuts it from 100 works",
            short=True,
        ),
    ] = "auto"


@dataclass(frozen=True, slots=True)
class DataSettings:
    """The survey as data for other programs."""

    sqlite: Annotated[
        Literal["auto", "always", "never"],
        Setting("whether the website offers an SQLite database; `auto` does so for at most 1,000 works"),
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
        str,
        Setting(
            "your address, which Crossref, OpenAlex and PubMed ask for, so that they can write to you; "
            "needed unless `fetch.order` leaves them out",
            read_email,
        ),
    ] = ""
    order: Annotated[
        tuple[str, ...],
        Setting("the services to ask, in the order in which their values are preferred", read_services),
    ] = SERVICE_NAMES
    older_than: Annotated[
        str, Setting("the age at which facts and answers are asked for anew: `90d`, `12w`, `1y`", read_age)
    ] = "90d"
    services: Annotated[
        Mapping[str, ServiceAddress],
        Setting(
            "other addresses, of mirrors: `{crossref: {url: https://mirror.example.org, pause: 1}}`", read_addresses
        ),
    ] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """Where the themes come from, and how the sources already classify their records."""

    from_: Annotated[
        str,
        Setting(
            "what your sources classify by: `groups` (JabRef, Mendeley), `collections`, `keywords`, `headings` of a "
            "list, `labels` of a screening, or `column:NAME`; a group with a theme's name in `themes.yml` fills it",
            read_classification,
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
            "words of that column that include, and rules that every work has to meet: `[yes, year>=2010]`", read_words
        ),
    ] = ()
    exclude: Annotated[
        tuple[str, ...],
        Setting("words that exclude, and rules that leave a work out: `[no, type=book, language=German]`", read_words),
    ] = ()
    maybe: Annotated[tuple[str, ...], Setting("words that leave it open", read_words)] = ()
    reason: Annotated[str, Setting("the column that says why a work was excluded")] = ""
    reviewer: Annotated[str, Setting("the column that says who decided")] = ""
    stage: Annotated[
        Literal["title and abstract", "full text"], Setting("the step of the review at which it was decided")
    ] = "title and abstract"
    undecided: Annotated[
        Literal["show", "hide"],
        Setting("whether works that wait for a decision, or on which reviewers disagree, are shown (with a mark)"),
    ] = "show"
