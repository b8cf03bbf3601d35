"""The pattern of citation keys: `[auth][year][shorttitle]` makes `vinyals2015order`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from generator.config.setting_groups import KeySettings
from generator.config.settings import NAME
from generator.errors import at_fault
from generator.names import Name
from generator.text.compare import ascii_letters, did_you_mean
from generator.works import Work

DEFAULT = KeySettings().pattern
_LONGEST = 40  # characters of one token
_LONGEST_IDENTIFIER = 80  # characters of a key made from a pattern
_STOP_WORDS = """
    a about above across after against all along am among an and are around as at be before behind below between beyond
    but by can could das der do does
    down during ein eine el for from how i if in inside into is it its las le les like los near nor not of off on onto
    or our over should since so than
    that the their these this through to toward towards un una under une until up upon via was we what when where
    whether which who why will with
    within without yet you your
"""
_STOP = frozenset(_STOP_WORDS.split())
_CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэіїґўёє", "abvgdeziiklmnoprstufyeiiguee", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
}  # fmt: skip
LONGEST = 200  # characters of a pattern, which is applied for every key
_GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυω", "avgdeziiklmnxoprsstyo", strict=True)) | {
    "θ": "th",
    "φ": "f",
    "χ": "ch",
    "ψ": "ps",
}


def key_pattern(pattern: str) -> Callable[[Work], str]:
    """The function that a pattern stands for. Raises InputError for an unknown token, a stray bracket or character."""
    if len(pattern) > LONGEST:
        raise at_fault(f"keys.pattern is longer than {LONGEST} characters", NAME, hint=f"for example `{DEFAULT}`")
    pieces = re.split(r"\[([^\[\]]*)\]", pattern)
    for index, piece in enumerate(pieces):
        if index % 2 and piece not in TOKENS:
            known = "known: " + ", ".join(f"[{token}]" for token in TOKENS)
            hint = did_you_mean(piece, TOKENS, known, show="`[{}]`".format)
            raise at_fault(f"keys.pattern: unknown token `[{piece}]`", NAME, hint=hint)
        if not index % 2 and not re.fullmatch(r"[A-Za-z0-9:._+/-]*", piece):
            raise at_fault(
                f"keys.pattern: `{piece}` cannot stand in a citation key",
                NAME,
                hint="use letters, digits, : . _ + / - and tokens in brackets",
            )
    if len(pieces) == 1:
        raise at_fault(
            "keys.pattern has no token, so every work would have one key", NAME, hint=f"for example `{DEFAULT}`"
        )
    return lambda work: (
        _by_identifier(work)
        or "".join(TOKENS[piece](work) if index % 2 else piece for index, piece in enumerate(pieces)).strip(":._+/-")
        or "anon"
    )


def _by_identifier(work: Work) -> str:
    """The key of a work known only by an identifier: `doi-10.1000-1`, `arxiv-2201.12288`; else ""."""
    if work.title or work.authors or work.editors or not work.identifiers:
        return ""
    return re.sub(r"[^A-Za-z0-9.]+", "-", work.identifiers[0].reference).strip("-.")[:_LONGEST_IDENTIFIER]


def ascii_text(text: str) -> str:
    """`text` in ASCII: accents dropped, scripts of letters and syllables spelt out, ideographs left out (no table says
    how a name is read).
    """
    spelt = []
    for character in unicodedata.normalize("NFC", text):
        lower = character.lower()
        plain = _CYRILLIC.get(lower, _GREEK.get(unicodedata.normalize("NFD", lower)[0]))
        if plain is None and not character.isascii() and unicodedata.category(character)[0] == "L":
            plain = _spelt(unicodedata.name(character, ""))
        if plain is None:
            plain = character
        elif character.isupper():
            plain = plain.capitalize()
        spelt.append(plain)
    return ascii_letters("".join(spelt)).encode("ascii", "ignore").decode()


def _spelt(name: str) -> str | None:
    """The sound of a letter or syllable from its Unicode name: `HANGUL SYLLABLE GIM` is gim, `ARABIC LETTER MEEM` m;
    None for Latin letters.
    """
    script, _, rest = name.partition(" ")
    last = rest.rsplit(" ", 1)[-1].lower()
    if script in ("HANGUL", "HIRAGANA", "KATAKANA"):
        return last
    sound = re.search(r"\bLETTER (?:FARSI |FINAL )?([A-Z]+)", name)
    if script == "LATIN" or not sound:
        return None if script == "LATIN" else ""
    # Letters have names that start with their sound.
    if script in (
        "ARABIC",
        "HEBREW",
        "SYRIAC",
        "ARMENIAN",
        "GEORGIAN",
    ):
        return re.match(r"[^aeiou]+|[aeiou]", sound[1].lower())[0]  # type: ignore[index]
    return sound[1].lower()


def title_words(title: str) -> list[str]:
    """The significant words of a title, or all if there are none, in lower-case ASCII; `GPT-4` is one (`gpt4`)."""
    text = re.sub(r"\\[a-zA-Z]+|[{}$_^\\'’]", "", title[:2000])
    text = re.sub(r"(?<=\w)[-.](?=\d)", "", ascii_text(text))
    # `Pre-training` and `P-Tuning` mean little without the rest.
    text = re.sub(r"(?<![\w-])(\w{1,3})-(?=\w)", r"\1", text)
    found = re.findall(r"[a-z0-9]+", text.lower())
    return [word for word in found if word not in _STOP] or found


def _family(work: Work) -> str:
    people: tuple[Name, ...] = work.authors or work.editors
    if not people:
        return "anon"
    name = people[0]
    if not name.corporate:
        return _ascii_family(name)[:_LONGEST] or _instead(work, name)
    whole = ""
    for word in ascii_text(name.family).split():
        plain = re.sub(r"[^A-Za-z0-9]", "", word)
        if whole and len(whole + plain) > _LONGEST // 2:
            break
        whole += plain
    return whole[:_LONGEST] or _instead(work, name)


def _ascii_family(name: Name) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", ascii_text(name.family or name.given))


def _instead(work: Work, name: Name) -> str:
    """What replaces a name that cannot be spelt: the first word of the title that can, else the code of its first
    character.
    """
    words, first = _naming_words(work), _first_letter(name)
    if not first:
        return "anon"
    if words:
        return words[0][:_LONGEST]
    return f"{'cjk' if unicodedata.name(first, '').startswith('CJK') else 'u'}{ord(first):04x}"


def _first_letter(name: Name) -> str:
    return next((character for character in name.family + name.given if character.isalnum()), "")


def _naming_words(work: Work) -> list[str]:
    return [word for word in title_words(work.title) if not word.isdigit()]


def _short_title(work: Work) -> str:
    people = work.authors or work.editors
    words = title_words(work.title)
    if people and _first_letter(people[0]) and not _ascii_family(people[0]):  # the first author stands in for the name
        words = _naming_words(work)[1:]
    return "".join(words[:1])[:_LONGEST]


def _whole_title(work: Work) -> str:
    return "".join(word.capitalize() for word in title_words(work.title))[:_LONGEST]


def _venue(work: Work) -> str:
    return "".join(title_words(work.venue))[:_LONGEST]


TOKENS: dict[str, Callable[[Work], str]] = {
    "auth": lambda work: _family(work).lower(),
    "Auth": lambda work: _family(work)[:1].upper() + _family(work)[1:],
    "year": lambda work: str(work.year) if work.year else "nd",
    "yy": lambda work: f"{work.year % 100:02}" if work.year else "nd",
    "shorttitle": _short_title,
    "Shorttitle": lambda work: _short_title(work).capitalize(),
    "title": lambda work: _whole_title(work).lower(),
    "Title": _whole_title,
    "venue": _venue,
}
