"""In which encoding of one byte a character a text was written: Windows's, ISO 8859 or those of other systems.

Those in which the letters stand in plausible words (no capital inside a word, no sign where a letter belongs, no two
scripts in one word) are weighed by chardet's models of languages, which is given nothing but the words with other
letters than ASCII, and of those no English ones (`naïve`): they say nothing of a language. Windows-1252 is the usual
one: another one must be likelier by far where few words tell of it, as one name in an English file.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from generator.text.english_words import is_english

NAMES = {
    "windows-1252": "Windows-1252",
    "mac_roman": "Mac OS Roman",
    "cp1250": "Windows-1250 (Central European)",
    "iso8859_2": "ISO 8859-2 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8_r": "KOI8-R (Cyrillic)",
    "iso8859_5": "ISO 8859-5 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "iso8859_7": "ISO 8859-7 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1257": "Windows-1257 (Baltic)",
}
USUAL = "windows-1252"
_WESTERN = frozenset((USUAL, "mac_roman"))
# Measured on made exports in 21 languages, of one record and of several, of which another half was held out.
_PREFERENCE = 1.3  # how much likelier another encoding must be than the usual one
_DOUBT = 2.0  # how much more for one word, a quarter of that for two, a ninth for three
# Letters as no language has them, but consonants read as vowels and the other way round: three vowels in a row or æ
# behind one (`Dvoøák`, `Kuèera`, `Babiæ`; a diaeresis marks that its vowel is spoken by itself, as in `Noël`), è in
# front of a vowel (`Èapek`), þ within a word (`Ayþe`), ç before a consonant (`Pçteris`), and those of Polish, Slovak
# and Romanian where the usual encoding has ñ, å and ã (`Muńoz`, `Ĺase`, `Săo`).
_HARD = re.compile(
    r"""(?=[aeiouyà-æè-êì-îò-öøù-üý]{3})[a-z]{0,2}[à-ãåæè-êì-îò-õøù-ûý] | [aeiouyà-öø-ý]æ
      | \bè[aeiou] | õ\b | ì[b-df-hj-np-tv-z] | [a-zà-ÿ]þ | ç[b-df-hj-np-tv-z] | [ńĺ][aeiouy] | ă[aeo]""",
    re.VERBOSE,
)
_NEAR = 0.3  # by how much of its letters an encoding may fit worse than the best one, and be weighed
_PLAUSIBLE = 0.5  # the least fit of any encoding but the usual one
_WORD_BYTES = re.compile(rb"[A-Za-z\x80-\xff'-]+")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = tuple(map(re.compile, ("[A-Za-zÀ-ɏ]", "[Ѐ-ӿ]", "[Ͱ-Ͽ]", "[\u0590-\u05ff]", "[\u0600-\u06ff]")))
_WESTERN_RUN, _LATIN_RUN = re.compile("[À-ÿ]{3}"), re.compile("[À-ɏ]{4}")  # accented letters that no word has in a row
_SIGN_AT_WORD = re.compile(  # a sign other than ASCII where none stands: behind a letter, before one, or between two
    r"""(?<=[^\W\d_])[^\w\s’‘”»›…®™°–—·\x00-\x7f] | [^\w\s’‘“”«‹„‚¿¡§©–—·\x00-\x7f](?=[^\W\d_])
      | (?<=[^\W\d_])[¹²³ªº](?=[^\W\d_]) | (?<=[^\W\d_]{3})[ªº]
      | (?<=[^\W\d_])[¼½¾] | [¼½¾](?=[^\W\d_]) | [©®](?=[a-zà-öø-ÿ])""",
    re.VERBOSE,
)
_SIGNS = re.compile("[“”‘’„‚«»‹›–—…©®™°±×÷·•§¶†‡‰µ¿¡\u00a0€£¢¹²³¼½¾ªº№]")
_RAGGED = re.compile(r"[sS]C | S[cC] | (?<=.)C[sS]", re.VERBOSE)  # as `_case` says
# Letters of Polish, and of its neighbours, of which no word has both (`Tomáą`).
_POLISH, _NEIGHBOURS = re.compile("[ąęłśźż]", re.IGNORECASE), re.compile("[áéíúýčďěňřšťůžľĺŕôäőű]", re.IGNORECASE)
_CENTRAL_EUROPEAN = frozenset(("cp1250", "iso8859_2"))
_LETTER_SIGNS = "ªºµ¹²³"  # among the signs, though letters or digits to Python


def likeliest(sample: bytes) -> str:
    """The encoding, a key of `NAMES`, in which the words with other letters than ASCII are likeliest."""
    texts = {name: decoded(sample, name) for name in NAMES}
    fits = {name: _fit(text, name) for name, text in texts.items() if text is not None}
    least = max(_PLAUSIBLE, max(fits.values(), default=0.0) - _NEAR)
    near = [name for name, fit in fits.items() if fit >= least]
    words = _telling_words(sample)
    told = _told_by_language(words, near) if words and len(near) > 1 else {}
    weights = {name: told.get(name, 0.0) * fits[name] for name in near}
    if USUAL in near:
        usual = weights[USUAL]
        weights = {name: weight / _margin(words, name) for name, weight in weights.items()}
        weights[USUAL] = usual
    return max(near, key=lambda name: (weights[name], fits[name]), default=USUAL)  # the first of equals


def _telling_words(sample: bytes) -> list[bytes]:
    """Words with other letters than ASCII, each once, but English ones with an accent (`naïve`, `Noël`, `Müller`)."""
    words = dict.fromkeys(word for word in _WORD_BYTES.findall(sample) if len(word) > 1 and not word.isascii())
    return [word for word in words if not is_english(_without_accents(word.decode(USUAL, "replace")))]


def _without_accents(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(letter))


def _margin(words: list[bytes], name: str) -> float:
    """How much likelier this encoding must be than the usual one: more where there are few words to judge by, unless
    the usual one makes them hard to speak; most where this one does.
    """
    usual, other = ([word.decode(one, "replace").lower() for word in words] for one in (USUAL, name))
    harder = sum(bool(_HARD.search(word)) for word in usual) - sum(bool(_HARD.search(word)) for word in other)
    if harder > 0:
        return _PREFERENCE
    return _PREFERENCE + _DOUBT / (len(words) ** 2 if words and not harder else 1)


def _told_by_language(words: list[bytes], names: list[str]) -> dict[str, float]:
    """How likely each encoding is by the letters of its languages that stand beside each other."""
    import chardet  # which only files of this kind need

    by_codec = {codecs.lookup(name).name: name for name in NAMES}
    told: dict[str, float] = {}
    data, allowed = b" ".join(words), {*names, USUAL}  # it warns where its answer for want of a better is not allowed
    for one in chardet.detect_all(data, ignore_threshold=True, compat_names=False, include_encodings=allowed):
        name = by_codec.get(codecs.lookup(one["encoding"] or "ascii").name, "")
        told[name] = max(one["confidence"], told.get(name, 0.0))
    return told


def _fit(text: str, name: str) -> float:
    """How plausible the characters other than ASCII are, from -1 (none of them is) to 1."""
    run = _WESTERN_RUN if name in _WESTERN else _LATIN_RUN
    number = sum(not letter.isascii() for letter in text)
    fitting = len(_SIGNS.findall(text)) - 2 * len(_SIGN_AT_WORD.findall(text))
    for word in _WORD.findall(text):
        others = sum(not letter.isascii() for letter in word if letter not in _LETTER_SIGNS)
        if others:
            mixed = sum(bool(script.search(word)) for script in _SCRIPTS) > 1 or (
                name in _CENTRAL_EUROPEAN and _POLISH.search(word) and _NEIGHBOURS.search(word)
            )
            fitting += -others if mixed or _is_ragged(word) or run.search(word) else others
    return fitting / max(1, number)


def _is_ragged(word: str) -> bool:
    """Whether a capital stands inside a word of small letters (`McCabe` has one, in ASCII)."""
    return bool(_RAGGED.search("".join(map(_case, word))))


def _case(letter: str) -> str:
    """`s` and `c` for a small letter and a capital, `S` and `C` for those outside ASCII, `-` for others."""
    if letter.islower():
        case = "s"
    elif letter.isupper():
        case = "c"
    else:
        return "-"
    return case if letter.isascii() else case.upper()


def decoded(data: bytes, name: str) -> str | None:
    """The text of bytes in an encoding; None where they are not valid in it."""
    try:
        return data.decode(name)
    except UnicodeError:
        return None
