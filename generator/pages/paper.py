"""The page of each work."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.bibliography.metatags import meta_tags, schema_org
from generator.file_names import file_name
from generator.pages.environment import ready
from generator.pages.page import Page
from generator.pages.site import Site
from generator.text import escape
from generator.text.compare import ascii_letters
from generator.works import Work


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of every work's page."""
    survey = site.survey
    for works in (*survey.by_theme.values(), survey.unthemed):
        for position, work in enumerate(works):
            theme = survey.theme_of(work.key)
            section = survey.taxonomy.section_of[theme.id] if theme else None
            placement = survey.placements[work.key]
            trail = [("Themes", "themes/index.md")]
            trail += (
                [
                    (section.title, site.section(section)),
                    (theme.title, f"{site.theme(theme.id)}#{site.anchor(work.key)}"),
                ]
                if section and theme
                else []
            )
            page = Page(site, site.paper(work.key))
            yield (
                page.path,
                page.render(
                    "paper.md.j2",
                    work=work,
                    head=head(site, page, work),
                    plain=", ".join(plain_names(work)),
                    trail=trail,
                    theme=theme,
                    placement=placement,
                    secondary=[survey.taxonomy.by_id[name] for name in placement.secondary],
                    runner_up=survey.taxonomy.by_id.get(placement.runner_up or ""),
                    related=survey.related.get(work.key, ()),
                    mentions=survey.mentions.get(work.key, ()),
                    mentioned_by=survey.mentioned_by.get(work.key, ()),
                    backlinks=site.backlinks.get(work.key, ()),
                    before=works[position - 1] if position else None,
                    after=works[position + 1] if position + 1 < len(works) else None,
                ),
            )
            for alias in work.aliases:
                former = Page(site, f"papers/{file_name(alias)}.md")
                yield (
                    former.path,
                    former.render("former.md.j2", work=work, alias=alias, target=former.href(site.paper(work.key))),
                )


def plain_names(work: Work) -> list[str]:
    """The authors whose names have accents, without them: as they are typed on a keyboard that has none, for the search to find."""
    plain = {name.as_first_last: ascii_letters(name.as_first_last) for name in work.authors}
    return [letters for name, letters in plain.items() if letters != name and letters.isascii()]


def head(site: Site, page: Page, work: Work) -> Markup:
    """What the page's head says to machines, as one YAML scalar of ready HTML: a list of a hundred tags would take MkDocs long to read."""
    address = site.web_address(page.path)
    tags = [
        f'<meta name="{escape.html(name)}" content="{escape.html(content)}">'
        for name, content in meta_tags(work, address)
    ]
    data = f'<script type="application/ld+json">{escape.script(schema_org(work, address))}</script>'
    return ready(escape.yaml(" ".join([*tags, data])))
