"""The index of names, and a page for each that enough works use: who introduced it, and what each work does with it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext, later, marked, marked_in, pgettext
from generator.name_index.values import ROLES, Named, Role, Use
from generator.pages.page import UNSEARCHED, Page
from generator.pages.site import Site
from generator.pages.theme import years_of

INDEX = "names.md"
_TITLES: dict[Role, str] = {  # those that report numbers are shown in a table
    "introduces": marked("Introduced by"),
    "builds on": marked("Build on it"),
    "compares with": marked("Compare with it"),
    "uses": marked("Use it"),
    "names": marked("Name it"),
}
_FRONT = {
    "title": later("Names"),
    "description": later("Data sets, methods, instruments and other things that the abstracts name again and again"),
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
        "description": gettext("%(name)s: what the works of this survey do with it", name=one.shown),
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
        roles=[(gettext(_TITLES[role]), role, uses) for role, uses in shown if uses],
        facts=facts,
        kind_of=kind_of,
    )


# What works call the things that they name, and what several are called.
KINDS = {
    marked_in("kind of name", "architecture"): marked_in("kinds of names", "Architectures"),
    marked_in("kind of name", "archive"): marked_in("kinds of names", "Archives"),
    marked_in("kind of name", "benchmark"): marked_in("kinds of names", "Benchmarks"),
    marked_in("kind of name", "court"): marked_in("kinds of names", "Courts"),
    marked_in("kind of name", "data set"): marked_in("kinds of names", "Data sets"),
    marked_in("kind of name", "disease"): marked_in("kinds of names", "Diseases"),
    marked_in("kind of name", "gene"): marked_in("kinds of names", "Genes"),
    marked_in("kind of name", "guideline"): marked_in("kinds of names", "Guidelines"),
    marked_in("kind of name", "instrument"): marked_in("kinds of names", "Instruments"),
    marked_in("kind of name", "measure"): marked_in("kinds of names", "Measures"),
    marked_in("kind of name", "method"): marked_in("kinds of names", "Methods"),
    marked_in("kind of name", "model"): marked_in("kinds of names", "Models"),
    marked_in("kind of name", "pathogen"): marked_in("kinds of names", "Pathogens"),
    marked_in("kind of name", "protein"): marked_in("kinds of names", "Proteins"),
    marked_in("kind of name", "scale"): marked_in("kinds of names", "Scales"),
    marked_in("kind of name", "software"): marked_in("kinds of names", "Software"),
    marked_in("kind of name", "standard"): marked_in("kinds of names", "Standards"),
    marked_in("kind of name", "statute"): marked_in("kinds of names", "Statutes"),
    marked_in("kind of name", "survey"): marked_in("kinds of names", "Surveys"),
    marked_in("kind of name", "task"): marked_in("kinds of names", "Tasks"),
}


def kind_of(kind: str) -> str:
    """A kind of named things, in the page's language."""
    return pgettext("kind of name", kind)


def plural(kind: str) -> str:
    """A kind of named things as a heading: `Data sets`."""
    if kind in KINDS:
        return pgettext("kinds of names", KINDS[kind])
    return kind[:1].upper() + kind[1:] + ("" if kind == "software" else "s")


def facts(site: Site, use: Use) -> str:
    """`Hu et al., 2022`: the work behind a use, as a list names it."""
    return site.cited.labels[use.key]
