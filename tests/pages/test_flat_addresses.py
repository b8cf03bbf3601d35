"""`use_directory_urls: false` in mkdocs.yml: links in blocks of HTML, which the engines do not rewrite, lead to `x.html`."""

from __future__ import annotations

import pytest

from generator.addresses import href
from tests.conftest import MakeProject
from tests.pages.surveys import ATTENTION, THEMES, build


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("themes/a.md", "papers/x.md", "../papers/x.html"),
        ("themes/a.md", "themes/index.md#s", "index.html#s"),
        ("index.md", "explore.md?year=2001", "explore.html?year=2001"),
        ("papers/x.md", "downloads/x.bib", "../downloads/x.bib"),
        ("papers/x.md", "#top", "#top"),
    ],
)
def test_the_way_between_flat_pages(page: str, target: str, expected: str) -> None:
    assert href(page, target, flat=True) == expected


def test_pages_link_to_flat_pages_where_the_website_has_them(project: MakeProject) -> None:
    files = {
        "bib/sources/a.bib": ATTENTION,
        "bib/themes.yml": THEMES,
        "bib/overviews/models.md": "As [@vaswani2017attention] says.\n",
    }
    deep = build(project(files))["docs/themes/models.md"]
    assert 'href="../../papers/vaswani2017attention/"' in deep
    flat = build(project({**files, "mkdocs.yml": "use_directory_urls: false\n"}))["docs/themes/models.md"]
    assert flat.count('href="../papers/vaswani2017attention.html"') >= 2
    assert "vaswani2017attention/" not in flat
