"""One page being rendered: it knows its own path, so that links come out relative."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from generator import language
from generator.addresses import between, href
from generator.coding import Dimension
from generator.config.taxonomy import Theme
from generator.figures import OF_SURVEY, OF_THEME, Figure, survey_figures
from generator.figures.figure import Kind
from generator.language import gettext, ngettext
from generator.pages.drawn import NOT_DRAWN
from generator.pages.environment import as_heading, element, environment, ready, shown
from generator.pages.outward import outward
from generator.pages.places import source_anchor
from generator.pages.site import Site
from generator.prose.blocks import lowered
from generator.prose.library import Library
from generator.prose.render import cite
from generator.text import escape, math
from generator.text.math_html import formula_html
from generator.works import Work
from generator.writer import MARK

UNSEARCHED = {"exclude": True}  # for `search` in the front matter of a page that only lists what is on others


@dataclass(frozen=True)
class Page:
    """One page being rendered: knows its own path, so that links come out relative."""

    site: Site
    path: str

    def href(self, target: str) -> str:
        """The relative address of `target` as the built page needs it in raw HTML, which the engines leave alone."""
        return href(self.path, target, self.site.places.flat, self.site.places.from_source)

    def figure(self, name: str, theme: str = "") -> Figure:
        """A figure of the registry, its marks leading from this page."""
        if theme:
            return OF_THEME[name](self.site.drawn, theme, self.mark)
        is_drawn = name in OF_SURVEY and name not in NOT_DRAWN
        return survey_figures()[name](self.site.drawn if is_drawn else self.site.survey, self.mark)

    def mark(self, kind: Kind, /, *names: str) -> str:
        """Where a figure's mark leads."""
        site, first = self.site, names[0]
        view = {"theme": [site.survey.taxonomy.by_id[n].title for n in names[:1]]} if kind == "theme-year" else {}
        if kind == "theme-year":
            view["year"] = [names[1]] if names[1] != "0" else [""]
        targets: dict[str, Callable[[], str]] = {
            "work": lambda: site.places.paper(first),
            "theme": lambda: site.places.theme(first),
            "section": lambda: site.places.section(site.survey.taxonomy.section_of[first]),
            "map": lambda: "map.md",
            "year": lambda: f"years.md#y{first}",
            "theme-year": lambda: f"explore.md?{urlencode(view, doseq=True)}",
            "theme-theme": lambda: site.places.pair(*names),
            "source": lambda: f"records.md#{source_anchor(first)}",
            "method": lambda: self.box(first),
        }
        return self.href(targets[kind]())

    def box(self, name: str) -> str:
        """Where the list behind a box of the flow is, as a path below docs/."""
        return {"works": "explore.md", "previous": "new.md"}.get(name, f"records.md#{name}")

    def link(self, label: object, target: str, **attributes: object) -> Markup:
        """A link to a page or file of the site (a path below docs/, with or without `?query` or `#anchor`)."""
        return element("a", label, **attributes, href=self.href(target))

    def out(self, label: object, address: str, **attributes: object) -> Markup:
        """A link to another host, or only the label if the address is not one."""
        safe = escape.safe_url(address)
        return element("a", label, href=safe, **attributes) if safe else shown(label)

    def heading_link(self, label: object, target: str) -> Markup:
        """A link to another page in a Markdown heading; `target` is a path below docs/ of our own."""
        return ready(f"[{as_heading(label)}](<{between(posixpath.dirname(self.path), target)}>)")

    def anchors(self, work: Work) -> tuple[str, ...]:
        """Anchors that lead to a work's card besides its heading's id: former keys, and the key if it cannot be an
        id.
        """
        return (*work.aliases, *(() if escape.identifier(work.key) == work.key else (work.key,)))

    def work(self, key: str) -> Markup:
        """A link to a work's page, with its title."""
        return self.link(self.site.survey.works[key].shown_title, self.site.places.paper(key))

    def row(self, key: str) -> Markup:
        """The same at the head of a table row, with a button for the basket."""
        return self.link(
            self.site.survey.works[key].shown_title, self.site.places.paper(key), class_="row", data_key=key
        )

    def text(self, text: str) -> Markup:
        """A record's text, with its formulas."""
        return Markup("").join(
            ready(formula_html(piece) if is_math else escape.html_spaced(piece))
            for is_math, piece in math.segments(text)
        )

    def overview(self, name: str) -> Markup:
        """The overview of a theme (or `index`), with citations linked and headings one level down; empty if there is
        none.
        """
        return self.prose(self.site.survey.overviews.get(name, ""))

    def prose(self, text: str, library: Library | None = None) -> Markup:
        """Markdown that a person wrote for this page, with its citations linked and its headings one level down.

        `library`: what it cites, if not the present survey; then no list of references follows.
        """
        cited = library or self.site.cited.library
        return ready(cite(lowered(text), self.path, cited, references=library is None and cited.numbered).text)

    def way_to(self, theme: Theme) -> list[tuple[str, str]]:
        """(label, target) of the way to a theme: the index of themes and, if there are several, the theme's section."""
        way = [(gettext("Themes"), "themes/index.md")]
        taxonomy = self.site.survey.taxonomy
        if len(taxonomy.sections) > 1:
            section = taxonomy.section_of[theme.id]
            way.append((section.title, self.site.places.section(section)))
        return way

    def outward(self, work: Work) -> list[tuple[str, str, str]]:
        """(label, address, what it is) of the places on the web where a work and its code stand."""
        return outward(work, self.site.extracts.repositories[work.key])

    def codes(self, work: Work) -> list[tuple[Dimension, tuple[str, ...]]]:
        """The codes that reviewers gave the work, each with its values."""
        coding = self.site.survey.coding
        coded = ((one, coding.values(work.key, one.name)) for one in coding.dimensions)
        return [(one, values) for one, values in coded if values]

    def abstract(self, work: Work) -> Markup:
        """The abstract, each name that another work introduced linked to that work."""
        end, parts = 0, []
        for mention in sorted(self.site.survey.mentions.get(work.key, ()), key=lambda mention: mention.start):
            parts.append(self.text(work.abstract[end : mention.start]))
            parts.append(self.link(mention.name, self.site.places.paper(mention.key), class_="mention"))
            end = mention.end
        return Markup("").join([*parts, self.text(work.abstract[end:])])

    def authors(self, work: Work, most: int = 0) -> Markup:
        """The authors, linked if they have a page; after `most` of them (0: all) comes the number of the others."""
        names = work.authors[:most] if most and len(work.authors) > most + 1 else work.authors
        known = self.site.places.author_slugs
        parts = [
            self.link(n.as_first_last, self.site.places.author_pages[known[n]])
            if n in known
            else shown(n.as_first_last)
            for n in names
        ]
        more = len(work.authors) - len(names)
        if more:
            parts.append(shown(ngettext("%(number)s more", "%(number)s more", more)))
        elif work.authors_truncated:
            parts.append(shown(gettext("others")))
        return listed(parts) if parts else element("em", gettext("no author given"))

    def render(self, template: str, front: Mapping[str, object], **values: object) -> str:
        """The page's text: its front matter, and what a template makes of the values and the site's functions.

        Themes print `title` and `description` into the page unescaped, so they become HTML here.
        """
        printed = {name: str(shown(front[name])) for name in ("title", "description")}
        body = environment().get_template(template).render(**self._at_hand, **values)
        return f"{escape.front_matter({**front, **printed, 'generated': MARK})}\n{body}"

    @property
    def _at_hand(self) -> dict[str, object]:
        """What every template can use besides its page's own values."""
        site = self.site
        return {
            "page": self, "survey": site.survey, "places": site.places, "cited": site.cited, "extracts": site.extracts,
            "pieces": site.pieces, "undecided": site.undecided,
        }  # fmt: skip


def listed(parts: Sequence[Markup]) -> Markup:
    """`A`, `A and B`, `A, B and C`."""
    return language.listed(parts)
