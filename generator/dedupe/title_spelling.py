"""One spelling of what titles write in several ways: the notice that they are, their parts, what they comment on."""

from __future__ import annotations

import re

from generator.dedupe.vocabulary import ROMAN

# `Erratum to:` and `Corrigendum:` announce the same notice; an author's and a publisher's correction are two.
_NOTICE = re.compile(
    r"""^\W*(?:
        (?P<correction>(?:errat(?:um|a)|corrigend(?:um|a)|corrections?)
            (?:\s+to(?:\s*[:.])?\s | (?:\s+(?:for|in|on))?\s*[:.]\s | \s+[-–—]\s))
      | (?P<comment>(?:comments?|letter)\s+(?:on|re)(?:\s*[:.])?\s | (?:re|letter|comments?)\s*(?::|\s[-–—])\s)
      | (?P<reply>reply\s+to(?:\s*[:.])?\s | response\s+to\s*[:.]\s
          | (?:the\s+)?(?:authors?['’]?s?['’]?\s+)?(?:reply|response)\s*(?:[:.]|\s[-–—])\s)
    )\s*(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
# The corrected work behind its title, as Web of Science writes it: `(vol 63, pg 80, 2014)`.
_CORRECTED = re.compile(
    r"""(?<!\s)\s*+\((?:vol\.?\s+\w{1,8},\s*)?(?:pg|art\ no)\.?\s+\w{1,20},\s*(?:19|20)\d\d\)
        (?:\W{0,3}(?:erratum|correction|corrigendum))?\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# A part between two stops: `in dialysis. I. Bleeding`, `in dialysis: part 1, bleeding`.
_PART = re.compile(
    r"""(?:[.:;,–—]|\s-)\s+
        (?: (?:part|teil)\s+(?P<said>[IVX]{1,5}|\d{1,2})\s*(?:[.:,–—]|-\s)
          | (?P<bare>[IVX]{1,5}|\d{1,2})\s*(?:[.:–—]|-\s)  # behind a comma, one of a list: `layers IV, V, and VI`
        )\s*(?=[^\W\d_]{2})""",
    re.IGNORECASE | re.VERBOSE,
)
# The work that a letter comments on, behind its title: `(Br J Surg 2008; 95: 441-448)`.
_CITED = re.compile(
    r"""(?<!\s)\s*+[(\[]\s*(?P<cited>[^()\[\]]{0,80}?\b(?:19|20)\d\d\b[^()\[\]]{0,20}?[;:,]\s*
        \d{1,4}\s*(?:\([^()]{1,20}\))?\s*[:,]\s*(?:pp?\.\s*)?[A-Za-z]?\d{1,6}(?:\s*[-–—]\s*[A-Za-z]?\d{1,6})?)
        [^()\[\]]{0,20}[)\]]\s*\.?\s*$""",
    re.VERBOSE,
)
_ANNOUNCES = re.compile(r"errat|corrig|correct|re\b|letter|comment|author|reply|response", re.IGNORECASE)
_NOTICES = {"correction": "Correction", "comment": "Comment on", "reply": "Reply to"}
_ET_AL = re.compile(r"\bet\.?\s+al\b\.?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def in_one_spelling(title: str) -> str:
    """`title` with its notice and the number of its part written as all titles are: `Correction …`, `…: part 2: …`."""
    if _ANNOUNCES.search(title[:40]) and (notice := _NOTICE.match(title)):
        title = f"{_NOTICES[str(notice.lastgroup)]} {title[notice.end() :]}"
    if ", " in title and (corrected := _CORRECTED.search(title)) and corrected.start():
        title = title[: corrected.start()]
        title = title if title.startswith(_NOTICES["correction"]) else f"{_NOTICES['correction']} {title}"
    return _PART.sub(_part, _ET_AL.sub("", title))


def without_cited(title: str) -> tuple[str, str]:
    """(`title` without the place of another work behind it, that place if it stands in round brackets as that of the
    work commented on does)."""
    if not title.endswith((")", "]", ").", "].")) or not _DIGIT.search(title):
        return title, ""
    cited = _CITED.search(title)
    if cited is None or not cited.start():
        return title, ""
    return title[: cited.start()], "" if title[cited.start() :].lstrip().startswith("[") else cited["cited"]


def _part(part: re.Match[str]) -> str:
    number = part["said"] or part["bare"]
    roman = ROMAN.get(number.lower()) if number.isupper() else None
    return f": part {roman or number}: " if roman or number.isdigit() else part[0]
