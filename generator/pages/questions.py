"""The open questions of all overviews on one page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.config.taxonomy import Theme
from generator.language import gettext, later
from generator.pages.environment import as_id, element, ready
from generator.pages.page import Page
from generator.pages.places import LONG_LIST
from generator.pages.site import Site
from generator.prose.checked import listed
from generator.prose.render import cite

_BREAK = "\n\n---\n\n"  # between the lists of two themes; inside a list no line begins so
FRONT = {
    "title": later("Open questions"),
    "description": later("What the overviews of the survey leave open, theme by theme, each with its works"),
}


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page. The questions are cited together, so that their anchors differ."""
    page = Page(site, "questions.md")
    overviews = site.prose.overviews
    asked = [
        (theme, overviews[theme.id].questions)
        for theme in site.survey.taxonomy.themes
        if theme.id in overviews and overviews[theme.id].questions
    ]
    is_long = sum(len(questions) for _, questions in asked) > LONG_LIST
    texts = ["\n\n".join(listed(question.text) for question in questions) for _, questions in asked]
    cited = cite(_BREAK.join(texts), page.path, site.cited.library, references=False).text.split(_BREAK)
    yield (
        page.path,
        page.render(
            "questions.md.j2",
            FRONT,
            chapters=[
                (theme, folded(theme, text) if is_long else ready(text))
                for (theme, _), text in zip(asked, cited if asked else (), strict=True)
            ],
            is_long=is_long,
            places_here=[(theme.title, as_id(theme.id)) for theme, _ in asked],
        ),
    )


def folded(theme: Theme, text: str) -> Markup:
    """The questions of a theme, prose in Markdown, as a list that a telephone shows on request.

    The anchor is inside, so that an address that ends in it opens the list.
    """
    ways = element("span", gettext("Show the list"), class_="to-open") + element(
        "span", gettext("Hide the list"), class_="to-close"
    )
    of = element("span", f": {theme.title}", class_="visually-hidden")
    start = f'<details class="folded" markdown="1">{element("summary", ways + of)}'
    inside = f'<div id="{as_id(theme.id)}" class="folded-part" markdown="1">\n\n{text}\n\n</div>'
    return ready(f"{start}\n{inside}\n</details>")
