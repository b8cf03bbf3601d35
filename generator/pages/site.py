"""The survey as pages see it: addresses, labels, links and cards, each made in one place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from generator.addresses import address
from generator.bibliography.coins import coins
from generator.bibliography.entry import Entry, address_of, entry_of
from generator.bibliography.export import FORMATS
from generator.bibliography.reference import labels, letters, reference
from generator.bibliography.styles import is_numeric
from generator.coding import Dimension
from generator.config.taxonomy import Section
from generator.file_names import file_name
from generator.links.code import repositories
from generator.names import Name
from generator.pages import issues
from generator.pages.references import formatted, linked
from generator.pages.styled import csl_style, styled
from generator.pages.written import written
from generator.project.box import read
from generator.project.paths import MKDOCS
from generator.prose.backlinks import Backlink, backlinks
from generator.prose.library import Library, library
from generator.prose.overview import Overview, parse_overview
from generator.prose.sources import Written
from generator.records import source_name
from generator.references import resolver
from generator.schemes import ABOUT
from generator.survey import Survey
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

    @cached_property
    def flat(self) -> bool:
        """Whether the website's pages are `x.html` instead of `x/`, as mkdocs.yml says."""
        content = read(self.project, MKDOCS) or b""
        return bool(re.search(rb"^use_directory_urls:[ ]*(?:false|no|off)\b", content, re.MULTILINE | re.IGNORECASE))

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
        return {
            name: entry.slug
            for entry in self.survey.authors
            if entry.slug in self.author_pages
            for name in entry.variants
        }

    @cached_property
    def author_names(self) -> dict[Name, str]:
        """Each author's name as the index of authors gives it, by every form that the works carry."""
        return {form: entry.name.as_first_last for entry in self.survey.authors for form in entry.variants}

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
            label = ABOUT[identifier.scheme].site
            if label and label not in (known[0] for known in found):
                found.append((label, identifier.url, f"{label} {identifier.value}"))
                if identifier.scheme == "arxiv":
                    found.append(
                        ("PDF", f"https://arxiv.org/pdf/{identifier.value}", f"PDF on arXiv, {identifier.value}")
                    )
        if not found and self.address(work):
            found.append(("Web page", self.address(work), "Where it stands on the web"))
        return found + [("Code", repository, repository) for repository in self.code(work)[:1]]

    def codes(self, work: Work) -> list[tuple[Dimension, tuple[str, ...]]]:
        """The codes that reviewers gave the work, each with its values."""
        coding = self.survey.coding
        coded = ((one, coding.values(work.key, one.name)) for one in coding.dimensions)
        return [(one, values) for one, values in coded if values]

    @cached_property
    def code_columns(self) -> dict[str, dict[str, str]]:
        """The codes as columns of a spreadsheet."""
        return self.survey.coding.columns

    @cached_property
    def undecided(self) -> dict[str, str]:
        """What the screening has not settled, in words, by key; nothing where nobody screened."""
        return {work.key: self.survey.verdicts[work.key].told for work in self.survey.undecided}

    def names(self, work: Work) -> list[str]:
        """All that names a work: its key, former keys and identifiers; a search for any of them finds its page."""
        return [work.key, *work.aliases, *(identifier.shown for identifier in work.identifiers)]

    def short_authors(self, work: Work) -> str:
        """The family names, as a table has room for them."""
        names = [name.last for name in work.authors[:2]]
        return f"{names[0]} et al." if len(work.authors) > len(names) else " and ".join(names)

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
        shelf = library(
            self.survey.works,
            labels=self.labels,
            pages={key: self.paper(key) for key in self.survey.works},
            reference=lambda key: str(self.reference(self.survey.works[key], listed=True)),
            numbered=is_numeric(self.style) if self.style else self.survey.settings.citations.style == "numbered",
            resolve=resolver(tuple(self.survey.works.values())),
        )
        return replace(shelf, flat=self.flat)

    @cached_property
    def overviews(self) -> dict[str, Overview]:
        """The parts of each overview: its threads group the works, its questions are gathered."""
        return {name: parse_overview(text, self.library.resolve) for name, text in self.survey.overviews.items()}

    @cached_property
    def prose(self) -> tuple[Written, ...]:
        """Everything that people wrote, with the page on which it stands."""
        return written(self.survey, self.theme)

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
        return csl_style(self.survey.settings.citations.style)

    @cached_property
    def styled(self) -> dict[str, str]:
        """References in the CSL style, by key."""
        return styled(self.survey.works, self.style, self.project)

    def reference(self, work: Work, listed: bool = False) -> Markup:
        """The formatted reference, as HTML; in an author–year list with the letter of works of one year."""
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
        return issues.correction(
            self.survey.settings, work.key, work.shown_title, self.web_address(self.paper(work.key))
        )
