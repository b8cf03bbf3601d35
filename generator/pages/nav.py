"""The generated block of `nav` in `mkdocs.yml`, and the line with the site's address. Everything around is a
person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import Place, Problem, at_fault
from generator.language import gettext, marked, spoken
from generator.pages import editions, evidence
from generator.pages.own_pages import GROUP, Entry, own_pages, unknown_pages
from generator.pages.site import QUESTIONS, Site
from generator.pages.website_language import bare, in_language
from generator.project.box import read
from generator.project.paths import MKDOCS
from generator.project.unmerged import check_merged
from generator.prose.formula_settings import FORMULAS, leaves_formulas
from generator.text import escape

FIGURES, ABOUT = marked("Figures"), marked("About")
AROUND = {  # pages beside the themes
    marked("Browse"): (
        (marked("Explorer"), "explore.md"),
        (marked("Years"), "years.md"),
        (marked("Venues"), "venues.md"),
        (marked("Authors"), "authors.md"),
        (marked("Names"), "names.md"),
        (marked("Basket"), "basket.md"),
    ),
    FIGURES: (
        (marked("Map"), "map.md"),
        (marked("Timeline"), "timeline.md"),
        (marked("Links between themes"), "theme-links.md"),
    ),
    ABOUT: (
        (marked("What's new"), "new.md"),
        (marked("How to cite"), "cite.md"),
        (marked("Method"), "method.md"),
        (marked("Records"), "records.md"),
        (marked("Data quality"), "quality.md"),
        (marked("Downloads"), "downloads.md"),
        (marked("Read offline"), "offline.md"),
        (marked("Data"), "data.md"),
        (marked("Contribute"), "contribute.md"),
    ),
}
START, END = "# <survey>", "# </survey>"
_BLOCK = re.compile(
    rf"^(?P<indent>[ ]*){re.escape(START)}[^\n]*\n(?:.*?\n)??(?P=indent){re.escape(END)}", re.DOTALL | re.MULTILINE
)

_FROM_SURVEY = "# from bib/survey.yml"
_OUR_ADDRESS = re.compile(rf"^site_url:[^\n]*{re.escape(_FROM_SURVEY)}\n", re.MULTILINE)
_ADDRESS = re.compile(r"^site_url:[ ]*['\"]?([^\s'\"#]+)", re.MULTILINE)
_LONGEST_KEY = 1000  # characters: a reader of YAML looks no further than 1,024 for the colon after a key
_CUT = 150  # characters that are kept of a longer one; each is written as at most six
_NAVIGATION = re.compile(r"^nav:", re.MULTILINE)


def navigation(site: Site, project: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """`mkdocs.yml` with its marked block and its address updated (nothing if there is no such file)."""
    content = read(project, MKDOCS)
    if content is None:
        return {}, ()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise at_fault("is not UTF-8 text", MKDOCS, hint="save it as UTF-8") from error
    check_merged(text, MKDOCS)
    match = _BLOCK.search(text)
    if not match:
        message = f"has no `{START}` … `{END}` block in `nav`, so the themes do not appear in the navigation"
        return {}, (Problem(message, Place("mkdocs.yml"), "add the two comment lines to `nav`, one below the other"),)
    text, problems = _with_address(text, site.survey.settings.url)
    text = in_language(text, spoken(), site.survey.settings.place("language").line is not None)
    problems += unknown_pages(site.survey.pages, site.survey.settings)
    if leaves_formulas(text):
        message = f"does not name the extension {FORMULAS}, so that pages show the LaTeX of formulas in prose"
        problems += (Problem(message, Place(MKDOCS), "`survey upgrade` adds its line", "note"),)
    match = _BLOCK.search(text)
    assert match  # the line with the address is outside the block
    indent = match["indent"]
    lines = [f"{START} made by the generator: edit around this block, not in it", *_lines(site), END]
    return {
        "mkdocs.yml": text[: match.start()] + "\n".join(indent + line for line in lines) + text[match.end() :]
    }, problems


def _with_address(text: str, url: str) -> tuple[str, tuple[Problem, ...]]:
    """`mkdocs.yml` with the address from survey.yml, for the sitemap and the pages' own addresses.

    The generator keeps one marked line for it above `nav`; a line that a person wrote stays as it is.
    """
    text = _OUR_ADDRESS.sub("", text)
    theirs = _ADDRESS.search(text)
    if not url:
        return text, ()
    if not theirs:
        line = f"site_url: {escape.yaml(url)}  {_FROM_SURVEY}\n"
        return _NAVIGATION.sub(lambda found: line + found[0], text, count=1), ()
    if theirs[1].rstrip("/") == url.rstrip("/"):
        return text, ()
    message = (
        f"`site_url` is not the address that bib/survey.yml gives ({url}), so that sitemap.xml names other addresses"
    )
    return text, (Problem(message, Place(MKDOCS), "take the line away: the generator writes it", "note"),)


def _lines(site: Site) -> list[str]:
    survey = site.survey
    own = own_pages(survey.pages, survey.settings)
    lines = [
        f"- {bare(gettext('Home'))}: index.md",
        f"- {bare(gettext('Themes'))}:",
        "  - themes/index.md",
    ]
    if QUESTIONS not in site.empty_pages:
        lines.append(f"  - {bare(gettext('Open questions'))}: {QUESTIONS}")
    for section in survey.taxonomy.sections:
        if section.themes:
            lines.append(f"  - {_label(section.title)}:")
            lines += [f"    - {_label(theme.title)}: {site.places.theme(theme.id)}" for theme in section.themes]
    if survey.unthemed:
        lines.append(f"  - {bare(gettext('Works without a theme'))}: themes/unthemed.md")
    coded = ((marked("Evidence map"), evidence.PATH),) if survey.coding.dimensions else ()
    if own:
        lines += [f"- {bare(gettext(GROUP))}:", *_nested(own, "  ")]
    released = ((marked("Editions"), editions.INDEX),) if survey.editions else ()
    for group, always in AROUND.items():
        pages = (*coded, *always) if group == FIGURES else always
        pages = (*pages, *released) if group == ABOUT else pages
        lines.append(f"- {bare(gettext(group))}:")
        lines += [f"  - {_label(gettext(title))}: {path}" for title, path in pages if path not in site.empty_pages]
    return lines


def _nested(entries: Iterable[Entry], indent: str) -> Iterator[str]:
    for entry in entries:
        if entry.path:
            yield f"{indent}- {_label(entry.title)}: {escape.yaml(entry.path)}"
        else:
            yield f"{indent}- {_label(entry.title)}:"
            yield from _nested(entry.inside, f"{indent}  ")


def _label(title: str) -> str:
    """A title for the navigation, which themes print into the page unescaped; cut where YAML would not read it."""
    written = escape.yaml(escape.html(title))
    return written if len(written) <= _LONGEST_KEY else escape.yaml(escape.html(f"{title[:_CUT].rstrip()}…"))
