"""Corrects what the theme writes against the HTML standard in the pages of the built website.

The faults are Material's, in every page that it makes, and in no block that a template could replace:

- `autocomplete` on the two checkboxes that open the drawer and the theme's search;
- an empty `tabindex` on the labels of groups in the navigation;
- a label for the list of contents, on pages outside the navigation, which have no such checkbox.

None of these pieces can stand in the text of a page, where `<` and `>` are escaped.
"""

from __future__ import annotations

from pathlib import Path

_PIECES = (
    (b'id="__drawer" autocomplete="off">', b'id="__drawer">'),
    (b'id="__search" autocomplete="off">', b'id="__search">'),
    (b'_label" tabindex="">', b'_label">'),
)
_CONTENTS, _LABEL = b'id="__toc">', b'<label class="md-nav__title" for="__toc">'


def valid(page: bytes) -> bytes:
    """A page as the theme makes it, without these faults."""
    for wrong, right in _PIECES:
        page = page.replace(wrong, right)
    return page if _CONTENTS in page else page.replace(_LABEL, b'<label class="md-nav__title">')


def make_valid(site: Path) -> None:
    """Correct every page of the website that is prepared in `site`."""
    for file in site.rglob("*.html"):
        before = file.read_bytes()
        after = valid(before)
        if after != before:
            file.write_bytes(after)
