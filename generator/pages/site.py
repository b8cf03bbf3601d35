"""The survey as pages see it: addresses, labels, links and cards, each made in one place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from generator.bibliography.coins import coins
from generator.bibliography.entry import Entry, address_of, entry_of
from generator.bibliography.export import FORMATS
from generator.bibliography.keys import file_name
from generator.bibliography.reference import Part, labels, letters, reference
from generator.bibliography.styles import is_numeric
from generator.config.overviews import FOLDER as OVERVIEWS
from generator.config.taxonomy import Section
from generator.figures import OF_SURVEY, OF_THEME, Figure
from generator.figures.figure import Kind
from generator.links.code import repositories
from generator.names import Name
from generator.pages import issues
from generator.pages.environment import as_html, environment, ready, shown
from generator.pages.styled import csl_style, styled
from generator.prose.backlinks import Backlink, backlinks
from generator.prose.blocks import lowered
from generator.prose.library import Library, library
from generator.prose.overview import Overview, parse_overview
from generator.prose.render import cite
from generator.prose.sources import Written
from generator.references import resolver
from generator.survey import Survey
from generator.text import escape, math
from generator.text.passages import gist, headline_result, proposal
from generator.works import Work
from generator.writer import MARK


@dataclass(frozen=True)
class Site:
    """What the templates ask. All pages are paths relative to `docs/`."""

    survey: Survey
    project: Path = Path()

    # Addresses

    @cached_property
    def slugs(self) -> dict[str, str]:
        """File name (without ending) of each citation key."""
        return {key: file_name(key) for key in self.survey.works}

    def paper(self, key: str) -> str:
        """Page of a work."""
        return f"papers/{self.slugs[key]}.md"

    def theme(self, theme_id: str) -> str:
        """Page of a theme."""
        return f"themes/{theme_id}.md"

    @cached_property
    def author_pages(self) -> dict[str, str]:
        """Page of each author with two or more works, by slug."""
        return {entry.slug: f"authors/{entry.slug}.md" for entry in self.survey.authors if len(entry.keys) > 1}

    @cached_property
    def author_slugs(self) -> dict[Name, str]:
        """Slug of each author with a page, by every form of the name that the works carry."""
        return {name: entry.slug for entry in self.survey.authors if entry.slug in self.author_pages for name in entry.variants}

    # Text

    @cached_property
    def labels(self) -> dict[str, str]:
        """`Vinyals et al., 2016` of each key."""
        return labels(self.survey.works.values())

    @cached_property
    def gists(self) -> dict[str, str]:
        """One sentence of each abstract, word for word, by key."""
        return {key: gist(work.abstract, work.title) for key, work in self.survey.works.items()}

    @cached_property
    def proposals(self) -> dict[str, str]:
        """What each work proposes, word for word, by key."""
        return {key: proposal(work.abstract, work.title) for key, work in self.survey.works.items()}

    @cached_property
    def results(self) -> dict[str, str]:
        """The headline result of each work, word for word, by key."""
        return {key: headline_result(work.abstract) for key, work in self.survey.works.items()}

    @cached_property
    def repositories(self) -> dict[str, tuple[str, ...]]:
        """Repositories that each abstract names, by key."""
        return {key: repositories(work.abstract) for key, work in self.survey.works.items()}

    def code(self, work: Work) -> tuple[str, ...]:
        """Repositories that the abstract names."""
        return self.repositories[work.key]

    def text(self, text: str) -> Markup:
        """A text of a record as Markdown, its mathematics ready for the renderer."""
        return ready("".join(_piece(is_math, piece) for is_math, piece in math.segments(text)))

    @cached_property
    def pieces(self) -> dict[tuple[str, str], str]:
        """What each work is in each format of the bibliography, as far as it was asked for."""
        return {}

    def piece(self, form: str, work: Work) -> str:
        """One work in one format of the bibliography: the same text wherever it is shown, copied or downloaded."""
        write = FORMATS[form].piece
        if (form, work.key) not in self.pieces and write:
            self.pieces[form, work.key] = write(work)
        return self.pieces[form, work.key]

    def bibtex(self, work: Work) -> str:
        """The BibTeX entry as shown, copied and downloaded."""
        return self.piece("bibtex", work)

    def entry(self, work: Work) -> Entry:
        """The bibliography entry: the one model behind everything that is cited or downloaded."""
        return entry_of(work)

    def header(self, label: str) -> str:
        """The comment at the head of a downloaded bibliography."""
        title = self.survey.settings.title
        return f"{title}\n{label}\n{MARK}; a key, once published, stays with its work"

    def address(self, work: Work) -> str:
        """Where the cited version of a work stands on the web, or ""."""
        return address_of(work)

    def web_address(self, path: str) -> str:
        """The published address of a page, or "" where `survey.yml` names none."""
        return self.survey.settings.url + address(path) if self.survey.settings.url else ""

    def outward(self, work: Work) -> list[tuple[str, str, str]]:
        """(label, address, what it is) of the places on the web where a work and its code stand."""
        found: list[tuple[str, str, str]] = []
        for identifier in work.identifiers:
            label = {"arxiv": "arXiv", "doi": "DOI", "acl": "ACL Anthology", "pmid": "PubMed", "openreview": "OpenReview"}.get(identifier.scheme)
            if label and label not in (known[0] for known in found):
                found.append((label, identifier.url, f"{label} {identifier.value}"))
                if identifier.scheme == "arxiv":
                    found.append(("PDF", f"https://arxiv.org/pdf/{identifier.value}", f"PDF on arXiv, {identifier.value}"))
        if not found and self.address(work):
            found.append(("Web page", self.address(work), "Where it stands on the web"))
        return found + [("Code", repository, repository) for repository in self.code(work)[:1]]

    def names(self, work: Work) -> list[str]:
        """Everything by which a work is named: its key, former keys and identifiers, so that a search for any of them finds its page."""
        labels = {"arxiv": "arXiv", "doi": "DOI", "pmid": "PMID", "pmcid": "", "acl": "ACL", "openreview": "OpenReview", "isbn": "ISBN"}
        return [work.key, *work.aliases, *(f"{labels[i.scheme]} {i.value}".strip() for i in work.identifiers)]

    def short_authors(self, work: Work) -> str:
        """The family names, as a table has room for them."""
        names = [name.last for name in work.authors[:3]]
        return f"{names[0]} et al." if len(work.authors) > 2 else " and ".join(names)

    def source_anchor(self, source: str) -> str:
        """Anchor of a source on the page of records."""
        return "source-" + re.sub(r"[^a-z0-9]+", "-", source_name(source).lower()).strip("-")

    def section_anchor(self, section: Section) -> str:
        """Anchor of a section on the index of themes and on the front page."""
        return f"section-{self.survey.taxonomy.sections.index(section) + 1}"

    def section(self, section: Section) -> str:
        """Where a section starts on the index of themes."""
        return f"themes/index.md#{self.section_anchor(section)}"

    def anchor(self, key: str) -> str:
        """Anchor of a work's card on its theme's page."""
        return key

    @cached_property
    def library(self) -> Library:
        """What citations in prose can point at."""
        return library(
            self.survey.works,
            labels=self.labels,
            pages={key: self.paper(key) for key in self.survey.works},
            reference=lambda key: str(self.reference(self.survey.works[key], listed=True)),
            citations={"style": "numbered" if is_numeric(self.style) else "author-year"} if self.style else self.survey.settings.citations,
            resolve=resolver(tuple(self.survey.works.values())),
        )

    @cached_property
    def overviews(self) -> dict[str, Overview]:
        """The parts of each overview: its threads group the works, its questions are gathered."""
        return {name: parse_overview(text, self.library.resolve) for name, text in self.survey.overviews.items()}

    @cached_property
    def prose(self) -> tuple[Written, ...]:
        """Everything that people wrote, with the page on which it stands."""
        themes = self.survey.taxonomy.by_id
        written = [
            Written(f"{OVERVIEWS}/{name}.md", self.theme(name) if name in themes else "index.md", themes[name].title if name in themes else "Home", text)
            for name, text in self.survey.overviews.items()
        ]
        return (*written, *self.survey.pages)

    @cached_property
    def backlinks(self) -> dict[str, tuple[Backlink, ...]]:
        """By key, every sentence of the site's prose that cites the work."""
        return backlinks(self.prose, self.library)

    def value(self, value: object) -> str:
        """A field's value for people: names in a row, everything else as it is."""
        if isinstance(value, tuple):
            return "; ".join(item.as_first_last if isinstance(item, Name) else str(item) for item in value)
        return str(value)

    @cached_property
    def letters(self) -> dict[str, str]:
        """`a`, `b`, … by key, where authors and year alone would be ambiguous."""
        return letters(self.survey.works.values())

    @cached_property
    def contexts(self) -> dict[str, str]:
        """ContextObjects by key, as far as they were asked for."""
        return {}

    def coins(self, work: Work) -> str:
        """The work as a ContextObject, for reference managers on a list page."""
        if work.key not in self.contexts:
            self.contexts[work.key] = coins(work)
        return self.contexts[work.key]

    def source_name(self, source: str) -> str:
        """A source's file name as a person sees it in `bib/sources/`."""
        return source_name(source)

    @cached_property
    def style(self) -> str:
        """The CSL style that `survey.yml` chooses, or "" for the survey's own."""
        return csl_style(self.survey.settings.citations)

    @cached_property
    def styled(self) -> dict[str, str]:
        """References in the CSL style, by key."""
        return styled(self.survey.works, self.style, self.project)

    def reference(self, work: Work, listed: bool = False) -> Markup:
        """The formatted reference, as HTML; in a list after author–year citations with the letter that tells works of one year apart."""
        letter = self.letters[work.key] if listed and not self.library.numbered else ""
        return linked(self.styled[work.key]) if self.style else formatted(work, letter)

    def reference_text(self, work: Work) -> str:
        """The formatted reference, as plain text."""
        return self.styled[work.key] if self.style else reference(work).text

    # Contributing

    def suggestion(self, theme: str = "") -> str:
        """Where to suggest a paper (for a theme, by its title), or ""."""
        return issues.suggestion(self.survey.settings, theme)

    def correction(self, work: Work) -> str:
        """Where to correct the record of a work, or ""."""
        return issues.correction(self.survey.settings, work.key, work.title, self.web_address(self.paper(work.key)))


def linked(text: str) -> Markup:
    """A reference in plain text as HTML, its addresses as links."""
    pieces = re.split(r"(https?://[^\s<>\"]+[^\s<>\".,;)])", text)
    return ready("".join(f'<a href="{escape.html(safe)}">{escape.html(piece)}</a>' if (safe := escape.safe_url(piece)) else escaped(piece) for piece in pieces))


def escaped(piece: str) -> str:
    """A piece of a text as HTML, with the spaces at its ends."""
    return (" " if piece[:1] == " " else "") + escape.html(piece) + (" " if piece[-1:] == " " and piece.strip() else "")


def formatted(work: Work, letter: str = "") -> Markup:
    """A formatted reference, as HTML."""
    return ready("".join(_part(part) for part in reference(work, letter).parts))


def source_name(source: str) -> str:
    """A source's file name as a person sees it in `bib/sources/`."""
    return source.removeprefix("sources/")


def _part(part: Part) -> str:
    text = escaped(part.text)
    if part.href:
        return f'<a href="{escape.html(part.href)}">{text}</a>'
    return f"<em>{text}</em>" if part.role == "venue" else text


def _piece(is_math: bool, piece: str) -> str:
    if is_math:
        return f'<span class="arithmatex">{escape.markdown(chr(92) + "(" + piece + chr(92) + ")")}</span>'
    lead = " " if piece[:1].isspace() else ""
    tail = " " if piece[-1:].isspace() else ""
    return f"{lead}{escape.markdown(piece)}{tail}"


@dataclass(frozen=True)
class Page:
    """One page while it is rendered: knows where it stands, so that links come out relative."""

    site: Site
    path: str

    def to(self, target: str) -> Markup:
        """The relative Markdown address of `target` (a path below docs/, with or without `#anchor`)."""
        page, _, anchor = target.partition("#")
        relative = between(posixpath.dirname(self.path), page) if page else ""
        return ready(f"<{relative}#{anchor}>" if anchor else f"<{relative}>")

    def href(self, target: str) -> str:
        """The relative address of `target` for raw HTML, which the engines leave alone: as the built page has it."""
        page, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", target, re.DOTALL).groups()  # type: ignore[union-attr]
        here = posixpath.dirname(address(self.path)) if not self.path.endswith("index.md") else address(self.path).rstrip("/")
        relative = between(here, address(page).rstrip("/")) + ("/" if page.endswith(".md") else "")
        return f"{relative}{mark}{rest}"

    def figure(self, name: str, theme: str = "") -> Figure:
        """A figure of the registry, its marks leading from this page."""
        if theme:
            return OF_THEME[name](self.site.survey, theme, self.mark)
        return OF_SURVEY[name](self.site.survey, self.mark)

    def mark(self, kind: Kind, /, *names: str) -> str:
        """Where a mark of a figure leads."""
        site, first = self.site, names[0]
        view = {"theme": [site.survey.taxonomy.by_id[n].title for n in names[:1]]} if kind in ("theme-year", "theme-theme") else {}
        if kind == "theme-year":
            view["year"] = [names[1]] if names[1] != "0" else [""]
        targets = {
            "work": lambda: site.paper(first),
            "theme": lambda: site.theme(first),
            "year": lambda: f"years.md#y{first}",
            "theme-year": lambda: f"explore.md?{urlencode(view, doseq=True)}",
            "theme-theme": lambda: f"{site.theme(first)}#neighbours" if site.survey.siblings.get(first) else site.theme(first),
            "source": lambda: f"records.md#{site.source_anchor(first)}",
            "method": lambda: {"works": "explore.md", "sources": "records.md"}.get(first, f"records.md#{first}"),
        }
        return self.href(targets[kind]())

    def link(self, label: object, target: str, **attributes: str) -> Markup:
        """A Markdown link with `label` as data."""
        extra = "".join(f' {name.rstrip("_")}="{as_html(value)}"' for name, value in attributes.items())
        return ready(f"[{shown(label)}]({self.to(target)})" + (f"{{{extra} }}" if extra else ""))

    def out(self, label: object, address: str) -> Markup:
        """A link to another host, or just the label where the address is none."""
        safe = escape.safe_url(address)
        return ready(f"[{shown(label)}](<{safe}>)") if safe else shown(label)

    def work(self, key: str) -> Markup:
        """A link to a work's page, with its title."""
        return self.link(self.site.survey.works[key].title, self.site.paper(key))

    def row(self, key: str) -> Markup:
        """The same at the head of a row, where the work can be put into the basket."""
        return ready(f'{self.work(key)}{{ .row data-key="{escape.attribute(key)}" }}')

    def overview(self, name: str) -> Markup:
        """The overview of a theme (or `index`) with its citations linked and its headings one level down; empty if there is none."""
        text = lowered(self.site.survey.overviews.get(name, ""))
        return ready(cite(text, self.path, self.site.library, references=self.site.library.numbered).text)

    def abstract(self, work: Work) -> Markup:
        """The abstract, each name that another work introduced linked to that work."""
        site, end, parts = self.site, 0, []
        for mention in sorted(site.survey.mentions.get(work.key, ()), key=lambda mention: mention.start):
            parts += [site.text(work.abstract[end : mention.start]), self.link(mention.name, site.paper(mention.key), class_="mention")]
            end = mention.end
        return ready("".join([*parts, site.text(work.abstract[end:])]))

    def authors(self, work: Work, most: int = 0) -> Markup:
        """The authors, linked where they have a page; after `most` (0: all) comes how many more there are."""
        names = work.authors[:most] if most and len(work.authors) > most + 1 else work.authors
        known = self.site.author_slugs
        parts = [self.link(n.as_first_last, self.site.author_pages[known[n]]) if n in known else shown(n.as_first_last) for n in names]
        more = len(work.authors) - len(names)
        if more:
            parts.append(ready(f"{more} more"))
        elif work.authors_truncated:
            parts.append(ready("others"))
        return ready(listed(parts)) if parts else ready("<em>no author given</em>")

    def render(self, template: str, **values: object) -> str:
        """The page's text from a template, with the site's functions at hand."""
        return environment().get_template(template).render(page=self, site=self.site, survey=self.site.survey, mark=MARK, **values)


@lru_cache(maxsize=100_000)
def between(folder: str, path: str) -> str:
    """The way from a folder to a file or folder, both below docs/ (`posixpath.relpath` asks the disk where it is)."""
    here, there = folder.split("/") if folder else [], path.split("/") if path else []
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


def address(path: str) -> str:
    """The directory address of a page (`papers/x.md` is `papers/x/`, `themes/index.md` is `themes/`), or of a file itself."""
    if not path.endswith(".md"):
        return path
    return path.removesuffix("index.md") if path == "index.md" or path.endswith("/index.md") else path.removesuffix(".md") + "/"


def listed(parts: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else list(parts))
