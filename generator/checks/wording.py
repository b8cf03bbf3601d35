"""Titles, abstracts and venues with damage that a reader would notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.finding import Fix, Found
from generator.checks.material import Material, place_of
from generator.names import Name
from generator.works import Work

# Elements that exports leave in texts. Those that works on language models write about (`<s>`, `<code>`) are not among
# them.
_HTML = re.compile(
    r"""
    </?(?:p|i|b|em|strong|sub|sup|br|div|span|tt|u|font  # elements of HTML
      |jats:\w+|mml:\w+|inline-formula|tex-math)  # those of JATS and MathML
    (?:\s[^<>]*)?/?>  # their attributes
    | <(?:a|img)\s[^<>]*> | </a>  # links and pictures
    | &(?:amp|lt|gt|quot|nbsp|apos  # characters by their names: signs
      |[aeiou](?:acute|grave|uml|circ)|ntilde|ccedil|szlig  # letters
      |[mn]dash|[lr]s?quo|[lr]dquo  # dashes and quotation marks
      |\#\d{2,5}|\#x[0-9a-f]{2,5});  # characters by their numbers
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LATEX = re.compile(r"\\(?:[A-Za-z]{3,}|[`'^\"~=.](?:\{\\?[A-Za-z]\}|[A-Za-z])|[cvuHk]\{[A-Za-z]\})")
_LONE_DOLLAR = re.compile(r"\$[^\s$]{0,20}[\\^_{}][^\s$]{0,20}\$?|[\\^_{}][^\s$]{0,20}\$")
_PLACEHOLDER = re.compile(
    r"""
    \W*(?:
      untitled(?:[ ](?:document|paper))? | no[ ]title(?:[ ]available|[ ]given)?  # that there is no title
      | title | n/?a | none | null | unknown | tbd | todo  # an empty field
      | template | (?:new[ ])?document\d* | microsoft[ ]word\b.*  # what a word processor writes
      | .*\.(?:docx?|pdf|tex|indd)  # the name of a file
    )\W*
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Za-z]|etc|al|vs|Inc|Ltd|Co|Corp|Jr|Sr|St|No|Vol|Dept|Univ|Ph\.?D)|\.\S*)\.$")
# UTF-8 that was read as Windows-1252: the character of a leading byte and those of its continuation bytes. Two of them
# in a row occur in no language; nor does one next to a lower-case letter, where these capitals never stand (`CAFÉ »` is
# French).
_FOLLOWING = "".join(chr(byte) for byte in range(0x80, 0xC0)) + bytes(
    set(range(0x80, 0xA0)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D}
).decode("cp1252")
_NEXT = f"[{re.escape(_FOLLOWING)}]"
_MOJIBAKE = re.compile(
    rf"""
    (?: [Â-ß]{_NEXT} | [à-ï]{_NEXT}{{2}} | ð[\x90Ÿžœš]{_NEXT}{{2}} ){{2,}}   # two characters or more
    | ðŸ{_NEXT}{{2}}                                                       # an emoji
    | â[\x80-\x90€‚ƒ„†‡ˆ‰Š‹ŒŽ]{_NEXT}                                      # a dash or quotation mark
    | (?<=[a-z\d])[ÃÂÄÅ]{_NEXT}                                            # an accented letter, behind a small letter
    | [ÃÂÄÅ]{_NEXT}(?=[a-z])                                               # or before one
    """,
    re.VERBOSE,
)
_NAMED_CAPITALS = 3  # words of four letters or more above which capitals are a habit and not a name
_LONG = 60
_LONGEST_PLACEHOLDER = 120  # characters; a longer title is on purpose
_CORRECT = "correct it in bib/decisions.yml"
_CONTROLS = range(0x80, 0xA0)  # codes that Windows-1252 uses but Unicode gives no letters


def title_full_stop(material: Material) -> Iterator[Found]:
    """Titles ending in a full stop that belongs to no abbreviation."""
    for work in material.works:
        if work.title.endswith(".") and not work.title.endswith("..") and not _ABBREVIATED.search(work.title[-40:]):
            yield Found(
                "the title ends in a full stop",
                place_of(work, "title"),
                work.key,
                "remove it",
                Fix("title", work.title[:-1].rstrip()),
            )


def title_placeholder(material: Material) -> Iterator[Found]:
    """Titles that stand in for a missing one, or are a file name."""
    for work in material.works:
        if 0 < len(work.title) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(work.title):
            yield Found(f"“{_short(work.title)}” is not a title", place_of(work, "title"), work.key, _CORRECT)


def title_capitals(material: Material) -> Iterator[Found]:
    """Titles all in capitals, which no style can re-case."""
    for work in material.works:
        long_words = [word for word in re.findall(r"[^\W\d_]{4,}", work.title) if word.isupper()]
        if len(long_words) >= _NAMED_CAPITALS and not any(character.islower() for character in work.title):
            yield Found(
                "the title is all in capitals",
                place_of(work, "title"),
                work.key,
                "write it as its publisher does; names keep theirs",
            )


def html_leftover(material: Material) -> Iterator[Found]:
    """HTML that an export left in a text."""
    for work, name, text in material.texts:
        match = _HTML.search(text) if "<" in text or "&" in text else None
        if match:
            yield Found(f"the {name} holds HTML: {_short(match[0])}", place_of(work, name), work.key, _CORRECT)


def latex_leftover(material: Material) -> Iterator[Found]:
    """LaTeX commands outside mathematics, which readers see as they are."""
    for work, name, text in material.plain_texts:
        match = _LATEX.search(text) if "\\" in text and not _LONE_DOLLAR.search(text) else None
        if match:
            yield Found(f"the {name} holds a LaTeX command: {match[0]}", place_of(work, name), work.key, _CORRECT)


def unbalanced_braces(material: Material) -> Iterator[Found]:
    """Unmatched braces: LaTeX that was cut off."""
    for work, name, text in material.plain_texts:
        if ("{" in text or "}" in text) and text.count("{") != text.count("}"):
            yield Found(
                f"the {name} has {text.count('{')} opening and {text.count('}')} closing braces",
                place_of(work, name),
                work.key,
                _CORRECT,
            )


def unbalanced_math(material: Material) -> Iterator[Found]:
    """A dollar sign beside LaTeX that opens or closes no formula; prices are not."""
    for work, name, text in material.plain_texts:
        match = _LONE_DOLLAR.search(text) if "$" in text else None
        if match:
            yield Found(
                f"the {name} holds a dollar sign that makes no formula: {match[0]}",
                place_of(work, name),
                work.key,
                _CORRECT,
            )


def mojibake(material: Material) -> Iterator[Found]:
    """Text whose characters were decoded twice (`Ã©` for é)."""
    for work, name, text in material.texts:
        garbled = None if text.isascii() else _MOJIBAKE.search(text)
        if garbled:
            yield _garbled(work, name, garbled[0], mended(text))
    for work in material.works:
        garbled = next(
            (match for match in (_MOJIBAKE.search(author.as_first_last) for author in work.authors) if match), None
        )
        if garbled:
            names = tuple(mended(name) if _MOJIBAKE.search(name) else name for name in map(_written, work.authors))
            yield _garbled(
                work, "authors", garbled[0], None if None in names else tuple(name for name in names if name)
            )


def replacement_character(material: Material) -> Iterator[Found]:
    """Characters lost on the way (U+FFFD)."""
    for work, name, text in material.texts:
        if "\ufffd" in text:
            at = text.index("\ufffd")
            shown = text[max(0, at - 20) : at + 20].strip()
            yield Found(f"the {name} has lost a character: “{shown}”", place_of(work, name), work.key, _CORRECT)
    for work in material.works:
        for author in work.authors:
            if "\ufffd" in author.as_first_last:
                yield Found(
                    f"the author “{author.as_first_last}” has lost a character",
                    place_of(work, "authors"),
                    work.key,
                    _CORRECT,
                )


def mended(text: str) -> str | None:
    """`text` as the UTF-8 that it was before somebody read it as Windows-1252; None if any part of it was not."""
    try:
        result = _bytes(text).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    return None if _MOJIBAKE.search(result) else result


def _bytes(text: str) -> bytes:
    """The bytes that Windows-1252 shows as `text`; the five that it leaves undefined stand for themselves."""
    return b"".join(bytes([ord(c)]) if ord(c) in _CONTROLS else c.encode("cp1252") for c in text)


def _garbled(work: Work, name: str, run: str, value: str | tuple[str, ...] | None) -> Found:
    hint = f"read it as {_short(mended(run) or '')}" if value else _CORRECT
    fix = (
        Fix(name, value)
        if value and name in ("title", "abstract", "venue", "series", "publisher", "school", "authors")
        else None
    )
    return Found(f"the {name} is wrongly decoded: {_short(run)}", place_of(work, name), work.key, hint, fix)


def _written(name: Name) -> str:
    return f"{{{name.family}}}" if name.corporate else name.as_last_first


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
