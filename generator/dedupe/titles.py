"""Titles as they are compared: words, a form without spaces, serial numbers, and the kind of text that they
announce.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from generator.dedupe.title_spelling import in_one_spelling, without_cited
from generator.dedupe.vocabulary import (
    CARDINALS,
    GENERIC,
    GREEK,
    LETTERED,
    ORDINALS,
    PART,
    ROMAN,
    STOP,
    mark_of,
)
from generator.text.compare import fold

_RETRACTED = re.compile(
    r"^\W*(?:retracted(?: article)?|withdrawn|removed|retraction in|reprint of)\s*[:.\]-]\s*", re.IGNORECASE
)
_NOTE = re.compile(
    r"""\s*(?:
        \[(?:                                                        # in square brackets whatever follows these
            erratum\ appears\ in | published\ erratum | comment\ in | corrected | republished | see\ comments?
        )[^\]]*\]
      | [\[(](?:                                                     # in either brackets just these
            see\ comments? | comments? | reviews? | letter | editorial | abstract | extended\ abstract | poster
          | demo(?:nstration)? | short\ paper
          | (?:invited|panel|tutorial|keynote|industrial)(?:\ (?:talk|paper|session|abstract|address))?
          | (?<=\[)\d{1,2}(?=\]) | multiple\ letters | \d+\ ref(?:erence)?s?
          | in\ [a-z]+ | article\ in\ [a-z]+                         # the language
          | (?:isrctn|nct|actrn|eudract|chictr)[\w\ /:-]*\d          # a trial's registration
          | clinical\ trial | meta-analysis | preprint | with\ discussion | v\d+ | corrected | retracted
          | reprint | in\ process\ citation | abstract\ only | author'?s?'?\ transl(?:ation)?
        )[.;]?[\])]
      | (?<=[.?!]\ )\d+\ ref(?:erence)?s?
      | \[(?:English|French|German|Spanish|Italian|Portuguese|Russian|Polish|Dutch|Danish|Swedish|Norwegian|Finnish
          |Czech|Hungarian|Turkish|Greek|Hebrew|Chinese|Japanese|Korean|Croatian|Serbian|Romanian|Ukrainian)\]
    )\s*\.?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
# What the title says about the form in which a work was shown, if the same people also have a paper with that title.
_FORM = re.compile(
    r"""[\[(]\s*(?P<form>
        extended\ abstract | abstract | poster | demo(?:nstration)? | short\ paper | keynote
        | (?:invited|panel|tutorial|industrial)\ (?:talk|session|abstract|address)
    )[.;]?\s*[\])]\s*\.?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_END_OF_LATIN = "\u0250"  # the first letter behind Latin ones
LONGEST = 2000  # characters of a title that are compared: the longest in print have a few hundred
_COMMENT_ON = re.compile(r"\[comments? on:?[^\]]*\]", re.IGNORECASE)  # PubMed's note on the record of a comment
# The title in another language behind the first one, in square brackets.
_BRACKETED = re.compile(r"^\s*(?P<title>.*\S)\s+\[(?P<bracketed>[^\[\]]+)\]\s*\.?\s*$", re.DOTALL)
_BRACKETED_WORDS = 3  # words from which such brackets hold a title; in another script any do
_RECURRING = re.compile(
    r"""
    ^(?:(?:guest[ ])?editors?[ ]introduction|editorial|introduction[ ]to[ ]the|preface[ ]to|foreword[ ]to  # of an issue
      |proceedings[ ]of|annual[ ]report)\b  # of a year
    | \bminitrack\b | \bspecial[ ]issue\b | \bannual[ ]report\b  # the same anywhere in the title
    | \breport[ ]of[ ]the[ ](?:president|secretary|treasurer|editor|committee)\b  # of a society
    # What those who run a yearly lab, task or meeting write of each.
    | ^(?:overview|findings|results|report|summary|highlights)[ ](?:of|from|on)[ ]the[ ].*
      \b(?:labs?|tracks?|(?:shared[ ])?tasks?|challenge|competition|workshop|conference|campaign|forum|symposium)\b
    | ^questions[ ]and[ ]answers\b  # a column
    | ^(?:the[ ])?state[ ]of[ ](?!the[ ]art)  # of the climate, of food: each year's
    | ^(?:\w+[ ])?(?:weather|harvest|market|season|activity|progress)[ ](?:report|summary|review)s?$  # of a season
    """,
    re.VERBOSE,
)
# One of these stands in every title of such a kind.
_MAY_RECUR = re.compile(
    r"""editor | introduction | preface | foreword | proceedings | report | minitrack | special\ issue | overview
      | findings | results | summary | highlights | questions | state\ of | review""",
    re.VERBOSE,
)
_HEAD = re.compile(r"(.{2,80}?)(?::\s|\s[-–—]\s|\?\s)")
_GREEK_WORD = re.compile("[\u0370-\u03ff]{3}")  # Greek text, as against a letter that is a symbol
_WRAPPED = re.compile(r"^\s*\[(?P<title>[^\[\]]+)\]\s*\.?\s*$")


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One title ready for comparison.

    Attributes:
        words: folded words; `content` are those with a meaning.
        compact: the same without spaces, because sources differ in spacing and hyphens.
        head: compact form of what stands before the first colon or dash, "" if the title has none.
        serial: all numbers of the title in order (`part ii`, `third`, `3rd` and `3` are one number).
        mark: what the title announces itself as (`correction`, `reply`, `comment`, …), or "".
        generic: whether it names a column rather than a work.
        recurring: whether such a title recurs each year or issue, with its subject (`Minitrack on …`).
        cut: whether the source cut it off.
        translated: whether it is in square brackets, as databases write translated titles.
        form: the form that it names in brackets at its end (`poster`, `extended abstract`), or "".
        bracketed: the title in another language that follows in brackets.
        cited: the place of a work that follows in brackets (`Br J Surg 2008; 95: 441-448`), or "".
    """

    words: tuple[str, ...]
    content: frozenset[str]
    compact: str
    head: str
    serial: tuple[str, ...]
    mark: str
    generic: bool
    recurring: bool
    cut: bool
    translated: bool
    form: str = ""
    bracketed: TitleForm | None = None
    cited: str = ""


def _bare(text: str) -> str:
    """`text` without the notes that databases add: `[see comment]`, `RETRACTED:`."""
    text = _RETRACTED.sub("", text.strip())
    if "[" in text:
        text = _COMMENT_ON.sub("", text)
    text = text.strip()
    while "[" in text or "(" in text or "ref" in text.lower():
        shorter = _NOTE.sub("", text)
        if shorter == text or not shorter:
            break
        text = shorter
    return text


def _in_two_languages(text: str) -> tuple[str, str, bool]:
    """(title, the title in another language behind it or "", whether the first is bracketed as a translation is)."""
    bracketed = ""
    found = _BRACKETED.match(text)
    if found and _is_same_title(found["title"], found["bracketed"]):
        text, bracketed = found["title"].rstrip(" .="), found["bracketed"]
    wrapped = _WRAPPED.match(text)
    return wrapped["title"] if wrapped else text, bracketed, bool(wrapped)


def _is_same_title(title: str, bracketed: str) -> bool:
    """Whether brackets behind a title hold the same title in another language: it has the same numbers, and
    more before it than a column's name."""
    words, others = fold(title).split(), fold(bracketed).split()
    if GENERIC.issuperset(words) or serial_numbers(tuple(words)) != serial_numbers(tuple(others)):
        return False
    return len(others) >= _BRACKETED_WORDS or _is_latin(title) != _is_latin(bracketed)


def _is_latin(text: str) -> bool:
    """Whether most letters of `text` are Latin."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter < _END_OF_LATIN for letter in letters) * 2 > len(letters)


def serial_numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """All numbers among the words in order, in digits, Roman or spelt out."""
    found: list[str] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if not word.isalpha() and any(character.isdigit() for character in word):
            found.extend(run.lstrip("0") or "0" for run in re.findall(r"\d+", word))
        elif word in ORDINALS:
            found.append(ORDINALS[word])
        elif word in CARDINALS and (word != "one" or before in PART):
            found.append(CARDINALS[word])
        elif word in ROMAN and (
            len(word) > 1 or before in PART or (word == "i" and index == len(words) - 1 and index > 1)
        ):
            found.append(ROMAN[word])
        elif len(word) == 1 and word.isalpha() and before in LETTERED:
            found.append(word)
    return tuple(found)


@lru_cache(maxsize=50_000)
def title_form(text: str) -> TitleForm | None:
    """The comparable form of a title, or None if nothing is left of it; if it is no title, of its beginning."""
    text = text[:LONGEST]
    noted, cited = without_cited(_bare(text))
    bare, bracketed, translated = _in_two_languages(in_one_spelling(noted))
    spelt = html.unescape(bare)
    if not _GREEK_WORD.search(spelt):
        spelt = spelt.translate(GREEK)
    folded = fold(spelt) or fold(text)
    if not folded:
        return None
    words = tuple("versus" if word == "vs" else word for word in folded.split())
    head = ""
    match = _HEAD.match(bare)
    if match:
        head = fold(match[1]).replace(" ", "")
    mark = "comment" if _COMMENT_ON.search(text) else mark_of(noted, folded)
    generic = all(word in GENERIC or word.isdigit() or word in ROMAN for word in words)
    cut = text.rstrip().endswith(("...", "…"))
    return TitleForm(
        words,
        frozenset(words) - STOP,
        "".join(words),
        head,
        serial_numbers(words),
        mark,
        generic,
        bool(_MAY_RECUR.search(folded) and _RECURRING.search(folded)),
        cut,
        translated,
        form["form"].casefold() if (form := _FORM.search(text)) else "",
        title_form(bracketed) if bracketed else None,
        cited,
    )
