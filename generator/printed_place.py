"""Where a work is printed, as sources write it: pages in one form, and what stands there while there are none yet."""

from __future__ import annotations

import re

_ABSENT = r"""(?:
    n\.?\s?/?\s?a\.? | n\.?\s?pag\.? | n\.?\s?p\.? | s\.?\s?/?\s?p\.?    # n/a, N.PAG (EBSCOhost), n.p., s/p
  | null | none | nan | unknown | not\ available | tb[ad] | ohne\ seiten(?:angabe|zahl(?:en)?)? | [ok]\.\s?[sa]\.
  | (?:no|without|sin|sem|sans|senza)\ (?:page|pagina)\w*(?:\ (?:numbers?|nos?\.?))?(?:\ specified)?    # PsycInfo
  | unpaginated | unpaged | un\w?numbered | (?:non?|not|nicht)\ (?:pagin|numero)\w+ | sin\ paginar
  | pp?\. | \?+
)"""
_NO_PAGES = re.compile(rf"[\[(]?\s*{_ABSENT}(?:\s*[-–—]+\s*{_ABSENT})?\s*[\])]?\.?", re.IGNORECASE | re.VERBOSE)
_NOT_YET = re.compile(  # instead of a volume or an issue, until the work has one
    r"""
    PP | online(?:\ first|\ ahead\ of\ print)? | (?:e-?pub\ )?ahead\ of\ print | (?:article\ )?in\ press
    | early\ (?:access|view) | first\ ?view | latest\ articles | forthcoming | (?:just\ )?accepted | to\ appear
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
_PAGE = re.compile(r"\d|^[ivxlcdm]+(?:\s*[-–—]+\s*[ivxlcdm]+)?$", re.IGNORECASE)
_LABELLED = re.compile(
    r"""
    (?:(?:pp?\.\s* | pp?(?=\s?\d) | pages?\s+ | s\.\s* | seiten?\s+ | p[áa]g(?:ina)?s?\.?\s* | 第 | с\.\s* | стр\.\s*))?
    (?P<pages>(?P<first>[a-z]{0,3}\d+|[ivxlcdm]+)
        (?:\s*(?:[-–—−]+|\bto\b|\bbis\b)\s*(?P<last>[a-z]{0,3}\d+|[ivxlcdm]+))?)
    (?:\s*(?:pp?\.?|pages|页|頁|\.))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED = re.compile(
    r"""
    (?: vol(?:ume|umen|\.)? | bd\.? | band | jg\.? | jahrgang | tome | t\. | том    # of a volume
      | no\.? | nos\. | nr\.? | n[º°]\.? | n[uú]m(?:ero|\.)? | issue | iss\.? | heft | fasc\.? | №    # of an issue
      | 第 )
    \s*(?P<number>\d+(?:[-/–]\d+)?)\s*[卷期号號巻]?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TOTAL = re.compile(  # `123 p.`, `xii, 345 pages`: how many there are
    r"(?:[ivxlcdm]+\s*[,;+]\s*)?\d+\s*(?:pp?\.?|pages|s\.|seiten|páginas)", re.IGNORECASE
)


def names_no_page(text: str) -> bool:
    """Whether a text in place of pages says that there are none: `n/a`, `N.PAG`, `No Pagination Specified`."""
    return _NO_PAGES.fullmatch(text) is not None


def holds_a_page(text: str) -> bool:
    """Whether there is any page, in digits or in Roman numerals, in a text."""
    return _PAGE.search(text) is not None


def is_total(text: str) -> bool:
    """Whether a text says how many pages there are (`123 p.`), and not which."""
    return _TOTAL.fullmatch(text) is not None


def plain_pages(text: str) -> str:
    """One page or a range without the word for pages around it: `12-19` for `pp. 12 to 19`; any other text as it is."""
    if is_total(text):
        return text
    bare = text[1:-1] if text[:1] + text[-1:] in ("()", "[]") else text
    match = _LABELLED.fullmatch(bare)
    if match is None:
        return text
    return f"{match['first']}-{match['last']}" if match["last"] else match["first"]


def is_provisional(text: str) -> bool:
    """Whether a text in place of a volume or an issue says that there is none yet: `ahead-of-print`, IEEE's `PP`."""
    words = _HYPHEN.sub(" ", text.strip(" .[]()"))
    return _NOT_YET.fullmatch(words) is not None


def plain_number(text: str) -> str:
    """A volume or an issue without its word: `12` for `Vol. 12`, `Heft 12` or `第12期`; any other text as it is."""
    match = _NUMBERED.fullmatch(text)
    return match["number"] if match else text
