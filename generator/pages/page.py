"""One page while it is rendered: it knows where it stands, so that links come out relative."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from generator.addresses import between, href
from generator.figures import OF_SURVEY, OF_THEME, Figure
from generator.figures.figure import Kind
from generator.pages.environment import as_html, environment, ready, shown
from generator.pages.site import Site
from generator.prose.blocks import lowered
from generator.prose.render import cite
from generator.text import escape
from generator.works import Work
from generator.writer import MARK


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
        return href(self.path, target)

    def figure(self, name: str, theme: str = "") -> Figure:
        """A figure of the registry, its marks leading from this page."""
        if theme:
            return OF_THEME[name](self.site.survey, theme, self.mark)
        return OF_SURVEY[name](self.site.survey, self.mark)

    def mark(self, kind: Kind, /, *names: str) -> str:
        """Where a mark of a figure leads."""
        site, first = self.site, names[0]
        view = (
            {"theme": [site.survey.taxonomy.by_id[n].title for n in names[:1]]}
            if kind in ("theme-year", "theme-theme")
            else {}
        )
        if kind == "theme-year":
            view["year"] = [names[1]] if names[1] != "0" else [""]
        targets = {
            "work": lambda: site.paper(first),
            "theme": lambda: site.theme(first),
            "year": lambda: f"years.md#y{first}",
            "theme-year": lambda: f"explore.md?{urlencode(view, doseq=True)}",
            "theme-theme": lambda: (
                f"{site.theme(first)}#neighbours" if site.survey.siblings.get(first) else site.theme(first)
            ),
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
            parts += [
                site.text(work.abstract[end : mention.start]),
                self.link(mention.name, site.paper(mention.key), class_="mention"),
            ]
            end = mention.end
        return ready("".join([*parts, site.text(work.abstract[end:])]))

    def authors(self, work: Work, most: int = 0) -> Markup:
        """The authors, linked where they have a page; after `most` (0: all) comes how many more there are."""
        names = work.authors[:most] if most and len(work.authors) > most + 1 else work.authors
        known = self.site.author_slugs
        parts = [
            self.link(n.as_first_last, self.site.author_pages[known[n]]) if n in known else shown(n.as_first_last)
            for n in names
        ]
        more = len(work.authors) - len(names)
        if more:
            parts.append(ready(f"{more} more"))
        elif work.authors_truncated:
            parts.append(ready("others"))
        return ready(listed(parts)) if parts else ready("<em>no author given</em>")

    def render(self, template: str, **values: object) -> str:
        """The page's text from a template, with the site's functions at hand."""
        return (
            environment()
            .get_template(template)
            .render(page=self, site=self.site, survey=self.site.survey, mark=MARK, **values)
        )


def listed(parts: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else list(parts))
