"""The index of names, and a page for each that enough works use: who introduced it, and what each work does with it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.name_index.values import ROLES, Named, Role, Use
from generator.pages.page import UNSEARCHED, Page
from generator.pages.site import Site
from generator.pages.theme import years_of

INDEX = "names.md"
_TITLES: dict[Role, str] = {  # those that report numbers stand in a table
    "introduces": "Introduced by",
    "builds on": "Build on it",
    "compares with": "Compare with it",
    "uses": "Use it",
    "names": "Name it",
}
_FRONT = {
    "title": "Names",
    "description": "Data sets, methods, instruments and other things that the abstracts name again and again",
    "search": UNSEARCHED,
}


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the index of names and of their pages."""
    found = site.survey.names_with_pages
    kinds: dict[str, list[Named]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    groups = sorted(kinds.items(), key=lambda group: (group[0] == "", -len(group[1]), group[0]))
    page = Page(site, INDEX)
    yield page.path, page.render("names.md.j2", _FRONT, groups=groups, number=len(found), plural=plural)
    yield from (of_name(site, one) for one in found)


def of_name(site: Site, one: Named) -> tuple[str, str]:
    """(path, text) of the page of a name."""
    page, works = Page(site, site.places.name(one.id)), site.survey.works
    front = {
        "title": one.shown,
        "description": f"{one.shown}: what the works of this survey do with it",
        "kind": "list",
        "search": {"boost": 1.5},
    }
    shown = [(role, [use for use in one.uses if use.role == role]) for role in ROLES if role != "reports numbers"]
    numbered = [use for use in one.uses if use.numbers]
    return page.path, page.render(
        "name.md.j2",
        front,
        one=one,
        others=[form for form in one.forms if form not in (one.name, one.long_form)],
        years=years_of([works[use.key] for use in one.uses]),
        introduced=works.get(one.introduced_by),
        numbered=numbered,
        roles=[(_TITLES[role], role, uses) for role, uses in shown if uses],
        facts=facts,
    )


def plural(kind: str) -> str:
    """A kind of named things as a heading: `Data sets`."""
    return kind[:1].upper() + kind[1:] + ("" if kind == "software" else "s")


def facts(site: Site, use: Use) -> str:
    """`Hu et al., 2022`: the work of a use, as a list names it."""
    return site.cited.labels[use.key]
