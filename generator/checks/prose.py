"""What authors write: citations that lead nowhere, works never cited, links without a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from generator.checks.finding import Found
from generator.checks.material import Material, place_of
from generator.errors import Place
from generator.prose.blocks import blocks, open_fence
from generator.prose.sources import Written
from generator.text.compare import SUGGESTED, did_you_mean, suggestion

_LINK = re.compile(
    r"""
    \]\(\s*                                                 # behind the label
    (?: <(?P<braced>[^<>\n]*)>                              # an address in angle brackets
      | (?P<bare>[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*) )   # or bare, its own brackets in pairs
    (?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?                  # a title
    \s*\)
    """,
    re.VERBOSE,
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?P<bare>[^\s<>]+)>?", re.MULTILINE)
_ATTRIBUTE = re.compile(r"<(?:a|img)\s[^<>]*?(?:href|src)=\"(?P<bare>[^\"<>]*)\"", re.IGNORECASE)
_TICKS = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\1).|\n)*?(?<!`)\1(?!`)|<!--.*?-->", re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$|\{\{", re.IGNORECASE)


def dangling_citation(material: Material) -> Iterator[Found]:
    """Citations with a key that no work has."""
    for written in material.prose:
        for citation in material.markup[written.source].citations:
            for item in citation.items:
                if material.find(item.key) is None:
                    hint = did_you_mean(
                        item.key[:200], material.survey.works, "the keys are in bib/survey.bib", SUGGESTED, "@{}".format
                    )
                    yield Found(f"no work has the key `{item.key[:80]}`", Place(written.source, item.line), "", hint)


def citation_in_docs(material: Material) -> Iterator[Found]:
    """Citations in pages below docs/, which are shown as they are."""
    for written in material.documents:
        for citation in material.markup[written.source].citations:
            keys = [
                material.resolve[item.key.casefold()]
                for item in citation.items
                if item.key.casefold() in material.resolve
            ]
            if keys:
                hint = f"move the page to bib/pages/{written.page}"
                yield Found(
                    f"`@{citation.items[0].key}` is not linked here: pages in docs/ are shown as they are",
                    Place(written.source, citation.line),
                    keys[0],
                    hint,
                )


def open_code(material: Material) -> Iterator[Found]:
    """Code blocks that are opened and never closed: programs do not agree on what of the text after them is code."""
    for written in (*material.prose, *material.documents):
        line = open_fence(written.text)
        if line is not None:
            yield Found(
                "a code block begins here and nothing ends it: what follows may be shown as code",
                Place(written.source, written.line + line - 1),
                hint="end it by a line of the same marks, or remove this line",
            )


def uncited(material: Material) -> Iterator[Found]:
    """Works that no prose cites, in themes that have an overview."""
    for key, placement in material.survey.placements.items():
        if (
            key not in material.cited
            and placement.primary
            and material.survey.overviews.get(placement.primary, "").strip()
        ):
            yield Found(
                f"is cited in no overview; its theme is {placement.primary}",
                place_of(material.survey.works[key]),
                key,
                "cite it where it belongs",
            )


def dead_link(material: Material) -> Iterator[Found]:
    """Links inside the site that lead to no page, whether written or generated."""
    for written in (*material.prose, *material.documents):
        for target, line in _links(written):
            if not _leads_somewhere(target, written.page, material.addresses):
                meant = _meant(material, target, written.page)
                close = [posixpath.relpath(meant, posixpath.dirname(written.page) or ".")] if meant else []
                hint = suggestion(close, "links are relative to the page", str)
                yield Found(f"the link to `{target[:120]}` leads nowhere", Place(written.source, line), "", hint)


def _links(written: Written) -> Iterator[tuple[str, int]]:
    """(address without anchor and query, line) of every link into the site; code and comments are left alone."""
    text = written.text
    if not any(mark in text for mark in ("](", "]:", "<a ", "<img ")):
        return
    silent = [(block.start, block.end) for block in blocks(text)[0] if block.kind == "code"]
    closed = text.rfind("-->") + 1  # behind it no comment ends, and each that begins would be read to the end
    silent += [match.span() for match in _TICKS.finditer(text[:closed] + text[closed:].replace("<!--", "    "))]
    silent.sort()
    quiet_to, upcoming = 0, 0  # the end of the code found last, and the next entry of `silent`
    line, counted = written.line, 0
    found = [*_LINK.finditer(text), *_DEFINITION.finditer(text), *_ATTRIBUTE.finditer(text)]
    for match in sorted(found, key=lambda match: match.start()):
        while upcoming < len(silent) and silent[upcoming][0] <= match.start():
            quiet_to = max(quiet_to, silent[upcoming][1])
            upcoming += 1
        target = match["bare"] or match.groupdict().get("braced") or ""
        if match.start() < quiet_to or _ELSEWHERE.match(target):
            continue
        line, counted = line + text.count("\n", counted, match.start()), match.start()
        path = unquote(re.split(r"[#?]", target, maxsplit=1)[0])
        if path:
            yield path, line


def _leads_somewhere(target: str, page: str, addresses: frozenset[str]) -> bool:
    """Whether the address leads to a file, as MkDocs resolves it from the page's folder, or as a browser does from its
    address.
    """
    if target.startswith("/"):
        return True  # depends on where the site is published
    folder, stem = posixpath.split(page.removesuffix(".md"))
    if posixpath.normpath(posixpath.join(folder, target)) in addresses:
        return True
    if target.endswith(".md"):
        return False
    own = folder if stem in ("index", "README") else posixpath.join(folder, stem)
    served = posixpath.normpath(posixpath.join(own, target.removesuffix(".html")))
    return bool(
        {served, f"{served}.md", f"{served}/index.md".removeprefix("./"), f"{served}/README.md".removeprefix("./")}
        & addresses
    )


def _meant(material: Material, target: str, page: str) -> str:
    """The page or file that a link may mean: one of the same name elsewhere, else one with a similar name; "" if
    none.
    """
    stem, ending = posixpath.splitext(posixpath.basename(target.rstrip("/")))
    named = {
        path: posixpath.splitext(posixpath.basename(path))[0]
        for path in sorted(material.addresses)
        if path.endswith(ending or ".md") and path != page
    }
    like = get_close_matches(stem, sorted(set(named.values())), 1, 0.75)
    return min(
        (path for path, name in named.items() if name in like), key=lambda path: (path.count("/"), path), default=""
    )
