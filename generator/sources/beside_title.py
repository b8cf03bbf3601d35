"""What stands beside the title in an item of a list: the people, the venue, and what is neither and stays a note."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.names.lists import split_names
from generator.names.name import UPPER, is_group
from generator.sources.listed_venue import ORGANISATIONS, is_organisation, says_it_is_a_venue
from generator.sources.markdown_text import EMPHASISED, LINK, is_title, plain

_WORD = rf"[{UPPER}][\w'’-]*\w"
_INITIALS = rf"(?:[{UPPER}]\.[\s-]?){{1,3}}"
_PERSON = re.compile(
    rf"""
    (?:{_WORD}\s+ | {_INITIALS}\s*){{1,3}}                                      # `Ann`, `A. B.`, `Ann B.`
        (?:(?:van|von|de|der|den|del|da|di|dos|du|la|le|el|al|bin|ter|ten)\s+){{0,3}}{_WORD}    # `Roe`, `van der Roe`
    | {_WORD}(?:\s{_WORD})?,\s(?:{_INITIALS}|[{UPPER}]{{1,3}}|{_WORD}(?:\s[{UPPER}]\.)?)        # `Roe, A.`, `Roe, Ann`
    | {_WORD}\s[{UPPER}]{{1,3}}                                                # `Roe AB`
    """,
    re.VERBOSE,
)
_EDGE = re.compile(
    r"""
    (?<=[^\W\d_]{3})\.(?=\s|$)                                # the end of a sentence, and of no initial
    | \s[-–—]+(?=\s|$) | ^\s*[-–—]+\s | [|()\[\]] | :(?=\s|$)    # signs between parts
    | [(,]?\s*(?<![\w/.])(?:19|20)\d\d(?:[./-]\d\d?){0,2}(?!\w)[),]?    # a year or a date
    """,
    re.VERBOSE,
)
_LEAD = re.compile(r"^(?:(?:written )?by|von|par|authors?|in|in:|published in|and|venue)[:\s]+(?=\S)", re.IGNORECASE)
_BY = re.compile(r"(?:(?:written )?by|von|par|authors?)[:\s]+", re.IGNORECASE)
_INITIAL = re.compile(rf"(?:^|\s)[{UPPER}]\.|\s[{UPPER}]{{1,3}}$")
_NO_NAMES = set(
    """an and at best blog book by chapter code conference deep demo for from good great in international intro
    introduction journal large learning letters magazine medicine model models nature new of official on oral our
    outstanding paper part pictures poster preprint proceedings report research review reviews science see slides
    society spotlight survey symposium talk the thesis this to transactions university using via video we with workshop
    award press must recommended read brain data dataset findings github group institute lab labs network networks nlp
    pytorch team tensorflow track ai ml""".split()
) | (ORGANISATIONS - {"fair"})  # which is a family name too
_NO_NAME = re.compile(r"(?i:tion|sion|ness|ology|ics|lity|isms?|former|net)s?$")  # words of topics and of methods
_SMALL = set("a an and at by de des der du for für in la of on the to und".split())
_TITLED = re.compile(  # an item that begins with a title in bold, italics or quotation marks, perhaps behind a year
    r"""\(?(?:(?:19|20)\d\d)?[).:,\s-]*
    (?:\*\*\*?(?P<bold>[^*]{4,300})\*\*\*? | __(?P<strong>[^_]{4,300})__ | [\"“](?P<quoted>[^\"“”]{4,300})[\"”]
       | \*(?P<italic>[^*]{4,300})\* | _(?P<slanted>[^_]{4,300})_)""",
    re.VERBOSE,
)
# A title anywhere in an item; in italics it may be a venue.
_MARKED = re.compile(r"\*\*([^*]{4,300})\*\*|__([^_]{4,300})__|[\"“]([^\"“”]{4,300})[\"”]")
_YEAR = re.compile(r"(?<![\w/.])(?:19|20)\d\d(?!\w)")
_THEN_A_YEAR = re.compile(r"[\s\"”’]*,[^,;.()|:]{3,60},?\s*\(?(?:19|20)\d\d(?!\w)")
_TITLE_WORDS = 3  # of a title beside which nobody is named, at least
_LONGEST_ITEM = 20_000  # characters; a longer one is a text and cites no single work
_LONGEST_LIST = 2000  # characters of a list of people; longer ones would be tried at each of their commas
_SHORT = 5  # letters of a word that may well be a name, whatever its end
_VENUE_WORDS = 12  # of a venue's name, at most


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a title: names as `draft.add("author", …)` takes them, a venue, and the rest."""

    people: tuple[str, ...] = ()
    venue: str = ""
    note: str = ""


def beside(text: str, title: str) -> Beside:
    """The people, the venue and the rest in an item's Markdown `text` around its title; labels of links are none."""
    if len(text) > _LONGEST_ITEM:
        return Beside(note=plain(text))
    before, after = _around(text, title)
    linked = LINK.search(text) is not None  # a lone pair of words is then as often a topic, if no year follows
    dated = _THEN_A_YEAR.match(after) is not None
    people: list[str] = []
    parts = []
    for at, part in enumerate((*_parts(after), *_parts(before))):
        found, rest = ([], part) if people else _people(part, alone=at == 0 and (not linked or dated))
        people = people or found
        parts.append(rest)
    venue, notes = "", []
    for rest in parts:
        text = _LEAD.sub("", rest, count=1)
        is_told = people or text != rest or says_it_is_a_venue(text)
        if text and not venue and is_told and _is_venue(text) and not is_organisation(text):
            venue = text
        elif any(letter.isalpha() for letter in text):
            notes.append(text)
    return Beside(tuple(people), venue, "; ".join(notes))


def cited_title(text: str) -> str:
    """The title, marked as one, of an item without a link that names people or a year beside it; "" of any other."""
    if len(text) > _LONGEST_ITEM or LINK.search(text):
        return ""
    found = _TITLED.match(text)
    marked = found or _MARKED.search(text)
    if not marked:
        return ""
    title = plain(next(group for group in marked.groups() if group)).rstrip(" .,:")
    dated = bool(_YEAR.search(text.replace(title, " ")))
    around = beside(text, title) if dated or "," in text else Beside()
    named = bool(around.people) and (dated or len(around.people) > 1)
    return title if named or (found and dated and len(title.split()) >= _TITLE_WORDS) else ""


def _around(text: str, title: str) -> tuple[str, str]:
    """What stands before and behind the title, with bars for what ends a part: links and emphasis."""
    marked = LINK.sub(lambda link: f" {link[1]} " if is_title(link[1]) and plain(link[1]) == title else " | ", text)
    marked = EMPHASISED.sub(lambda run: run[1] if title in plain(run[1]) else f" | {run[1]} | ", marked)
    before, found, after = plain(marked).partition(title)
    return (before, after) if found else ("", plain(marked))


def _parts(text: str) -> list[str]:
    stripped = (part.strip(" .,;:|\"“”'*_") for part in _EDGE.split(text))
    return [part for part in stripped if part]


def _people(part: str, *, alone: bool) -> tuple[list[str], str]:
    """The names that a part begins with, and what follows them; one whole name only where `alone` says so."""
    if len(part) > _LONGEST_LIST:
        return [], part
    said = _BY.match(part)
    text = part[said.end() :] if said else part
    ends = [len(text), *(found.start() for found in reversed(list(re.finditer(r"[,;]|\s(?:and|&)\s", text))))]
    for end in ends:
        names = split_names(text[:end])
        persons = [name for name in names if name != "et al."]
        if len(names) > len(persons) == 1 and re.fullmatch(_WORD, persons[0]):  # `Roe et al.`
            return names, text[end:].strip(" ,;&")
        if not persons or not all(map(_is_person, persons)) or len({"," in name for name in persons}) > 1:
            continue
        if len(names) == 1 and not (said or _INITIAL.search(persons[0]) or (alone and "," not in persons[0])):
            continue
        return names, text[end:].strip(" ,;&")
    return [], part


def _is_person(name: str) -> bool:
    words = re.findall(r"[\w'’-]{2,}", name.lower())
    if not _PERSON.fullmatch(name) or is_group(name) or not _NO_NAMES.isdisjoint(words):
        return False
    return not any(_NO_NAME.search(word) for word in words if len(word) > _SHORT)


def _is_venue(text: str) -> bool:
    """Whether a text may name a venue: a few words with capitals, as names have them."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    return 0 < len(words) <= _VENUE_WORDS and all(word[0].isupper() or word.lower() in _SMALL for word in words)
