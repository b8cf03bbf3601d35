"""The page of each work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.addresses import href
from generator.bibliography.metatags import meta_tags
from generator.bibliography.schema_org import schema_org
from generator.file_names import file_name
from generator.language import gettext, marked_in, pgettext
from generator.lineage import BACK, Follow, Reason
from generator.name_index.values import ROLES, Named, Role
from generator.names import Name
from generator.pages import issues
from generator.pages.explorer import kind_label
from generator.pages.outward import in_markdown, lookups
from generator.pages.page import UNSEARCHED, Page
from generator.pages.records import mark_in_words
from generator.pages.site import Site
from generator.service_facts import citations_of, licence_of
from generator.text import escape
from generator.text.compare import ascii_letters
from generator.works import Work


def parts(site: Site) -> Iterator[tuple[str, Callable[[], list[tuple[str, str]]]]]:
    """Each work's page, and a page at each former address that leads there; nothing if works are sections."""
    if site.places.in_sections:
        return
    for works in (*site.survey.by_theme.values(), site.survey.unthemed):
        for position, work in enumerate(works):
            yield work.key, partial(pages_of, site, work.key, position)


def pages_of(site: Site, key: str, position: int) -> list[tuple[str, str]]:
    """(path, text) of the pages of a work, which has this position in its theme."""
    survey = site.survey
    work, theme = survey.works[key], survey.theme_of(key)
    works = survey.by_theme[theme.id] if theme else survey.unthemed
    before = works[position - 1] if position else None
    after = works[position + 1] if position + 1 < len(works) else None
    return [paper(site, work, before, after), *(former(site, work, alias) for alias in work.aliases)]


def paper(site: Site, work: Work, before: Work | None, after: Work | None) -> tuple[str, str]:
    """(path, text) of a work's page; `before` and `after` are its neighbours in the theme."""
    survey, page = site.survey, Page(site, site.places.paper(work.key))
    placement, theme = survey.standing[work.key], survey.theme_of(work.key)
    front = {
        "title": work.shown_title,
        "description": site.extracts.gists[work.key] or work.shown_title,
        **({} if work.abstract else {"undescribed": True}),
        "kind": "paper",
        **head(work, site.places.web_address(page.path)),
        "search": {"boost": 2},
    }
    return page.path, page.render(
        "paper.md.j2",
        front,
        work=work,
        gist=site.extracts.gists[work.key] if site.extracts.gists[work.key] != work.abstract else "",
        names=names(work),
        markdown=in_markdown(work, site.cited.labels[work.key], site.places.web_address(page.path)),
        lookups=lookups(work),
        licence=licence_of(work),
        counted_citations=citations_of(work),
        readable=readable,
        reason_in_words=reason_in_words,
        rule_in_words=rule_in_words,
        kind_label=kind_label,
        correction=issues.correction(survey.settings, work.key, work.shown_title, site.places.web_address(page.path)),
        plain=", ".join(plain_names(work)),
        trail=trail(page, work),
        kind=survey.kinds.get(work.key),
        theme=theme,
        placement=placement,
        secondary=[survey.taxonomy.by_id[name] for name in placement.secondary],
        runner_up=survey.taxonomy.by_id.get(placement.runner_up or ""),
        versions=survey.versions.get(work.key, ()),
        related=survey.near.get(work.key, ()),
        named=named_by(site, work),
        follows=survey.lineage.follows.get(work.key, ()),
        followers=followers(site, work),
        reason=lambda other: survey.lineage.reasons.get((work.key, other)),
        verdict=survey.verdicts.get(work.key) if survey.is_screened else None,
        mark_in_words=mark_in_words,
        backlinks=site.prose.backlinks.get(work.key, ()),
        before=before,
        after=after,
    )


def followers(site: Site, work: Work) -> list[tuple[str, list[Follow]]]:
    """(`built on by`, those works), … : the works that follow on from this one, by what they do."""
    found: dict[str, list[Follow]] = {}
    for one in site.survey.followers.get(work.key, ()):
        found.setdefault(BACK[one.act], []).append(one)
    return list(found.items())


def named_by(site: Site, work: Work) -> list[tuple[Role, list[Named]]]:
    """The names with a page that a work uses, by what it does with them."""
    found: dict[Role, list[Named]] = {}
    for one in site.survey.names_of.get(work.key, ()):
        use = next(use for use in one.uses if use.key == work.key)
        found.setdefault(use.role, []).append(one)
    return [(role, found[role]) for role in ROLES if role in found]


def names(work: Work) -> list[str]:
    """Everything that names a work: its key, former keys and identifiers; a search for any of them finds its page."""
    return [work.key, *work.aliases, *(identifier.shown for identifier in work.identifiers)]


def readable(value: object) -> str:
    """A field's value as people read it: names in a list, everything else unchanged."""
    if isinstance(value, tuple):
        return "; ".join(item.as_first_last if isinstance(item, Name) else str(item) for item in value)
    return str(value)


# The facts about a work, as its page calls them.
FIELDS = (
    marked_in("field", "abstract"), marked_in("field", "address"), marked_in("field", "arxiv"),
    marked_in("field", "authors"), marked_in("field", "container"), marked_in("field", "doi"),
    marked_in("field", "editors"), marked_in("field", "kind"), marked_in("field", "language"),
    marked_in("field", "month"), marked_in("field", "note"), marked_in("field", "number"),
    marked_in("field", "pages"), marked_in("field", "primary_class"), marked_in("field", "publisher"),
    marked_in("field", "school"), marked_in("field", "series"), marked_in("field", "status"),
    marked_in("field", "title"), marked_in("field", "url"), marked_in("field", "venue"),
    marked_in("field", "volume"), marked_in("field", "year"),
)  # fmt: skip


def rule_in_words(rule: str) -> str:
    """The rules by which a fact was chosen, in the page's language; the reason for a person's correction unchanged."""
    what, colon, why = rule.partition(": ")
    return f"{'; '.join(map(gettext, what.split('; ')))}{colon}{why}"


def reason_in_words(reason: Reason) -> str:
    """What a link means, in the page's language: `builds on LoRA`, `same data: GSM8K`."""
    what = pgettext("act", reason.what)
    if not reason.about:
        return what
    return f"{what}{':' if reason.what.startswith('same') else ''} {reason.about}"


def former(site: Site, work: Work, alias: str) -> tuple[str, str]:
    """(path, text) of the page at a former address of a work, which leads to its present one."""
    page = Page(site, f"papers/{file_name(alias)}.md")
    front = {
        "title": work.shown_title,
        "description": gettext("Now at another address: %(title)s", title=work.shown_title),
        "redirect": href(page.path, site.places.paper(work.key), site.places.flat),
        "search": UNSEARCHED,
    }
    return page.path, page.render("former.md.j2", front, work=work, alias=alias)


def trail(page: Page, work: Work) -> list[tuple[str, str]]:
    """(label, target) of the way to a work from the index of themes."""
    theme = page.site.survey.theme_of(work.key)
    if not theme:
        return [(gettext("Themes"), "themes/index.md")]
    return [*page.way_to(theme), (theme.title, f"{page.site.places.theme(theme.id)}#{escape.identifier(work.key)}")]


def plain_names(work: Work) -> list[str]:
    """Authors' names with accents, rewritten without them, so that the search finds what people type."""
    plain = {name.as_first_last: ascii_letters(name.as_first_last) for name in work.authors}
    return [letters for name, letters in plain.items() if letters != name and letters.isascii()]


def head(work: Work, address: str) -> dict[str, str]:
    """What the page's head tells programs, as front matter from which `overrides/main.html` makes the tags.

    `tags` has one line for each, name and content separated by a tab (MkDocs would take long to read a list of a
    hundred); `schema` is JSON. `address` is the page's own, or "".
    """
    tags = "\n".join(f"{name}\t{content}" for name, content in meta_tags(work, address))
    return {"tags": tags, "schema": escape.script(schema_org(work, address))}
