"""The language in which a work is written, so that its words are read by that language's rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from generator.works import Work

ENGLISH = "en"
KNOWN = ("en", "de", "fr", "es", "pt", "it", "nl")  # of those in Latin script, the ones whose words are known
_SCRIPTS = (  # the first that a text has many letters of
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_SEVERAL = 2
_SOME = 50  # titles that tell the language of a corpus without small words
_AHEAD = 0.5  # of a word: by so much must the likeliest language lead
_SHARE = 0.15  # of a text's letters in a script
_WORD = re.compile(r"[^\W\d_]+")
_READ = 600  # characters of an abstract that tell its language
# Words that a text of some length has in its language, and (nearly) none of the others have.
_TELLING = {
    "en": "the of and for with from in on by to is are an how what does",
    "de": "der die das und von mit für zur zum im eine einer eines des dem den auf bei ist wird durch über am ein nach",
    "fr": "le les de des du et dans pour par sur une aux au avec chez est l d entre vers",
    "es": "el los las y de del en para con por una al es su como entre lo hacia",
    "pt": "o os as e de da do das dos em no na nos nas para com uma pelo ao à sobre entre",
    "it": "il lo gli di e della del dei delle degli nella nel per con una dell sulla sul tra alla nei",
    "nl": "het een van voor met op bij uit naar zijn wordt",
}
_VOTES = {
    word: [name for name, text in _TELLING.items() if word in text.split()]
    for text in _TELLING.values()
    for word in text.split()
}
_WRITTEN = {  # how sources name languages
    "en": "english eng",
    "de": "german deutsch ger deu ngerman",
    "fr": "french fre fra français",
    "es": "spanish spa español",
    "pt": "portuguese por português",
    "it": "italian ita italiano",
    "nl": "dutch dut nld",
    "zh": "chinese chi zho 中文",
}
_NAMES = {name: code for code, names in _WRITTEN.items() for name in names.split()}


def languages(works: Sequence[Work]) -> list[str]:
    """The language of each work (ISO 639-1): of its words, rather than as a source says, which may mean the full text.

    Function words and scripts tell most; a detector is asked of the others, but only in a corpus of several languages.
    """
    by_words = [language_by_words(f"{work.title} {work.abstract[:_READ]}") for work in works]
    common = Counter(language for language in by_words if language)
    if common:
        usual = min(common, key=lambda name: (-common[name], name))
    else:
        usual = detected(" ".join(work.title for work in works[:_SOME]), ENGLISH)
    if len(common) < _SEVERAL:
        return [language or usual for language in by_words]
    return [
        language or _named(work.language) or detected(work.title, usual)
        for work, language in zip(works, by_words, strict=True)
    ]


def language_by_words(text: str) -> str:
    """The language of a text, shown by its script or most of its function words; "" if they show none."""
    letters = sum(map(str.isalpha, text))
    for name, script in _SCRIPTS:
        if not text.isascii() and len(script.findall(text)) > _SHARE * letters:
            return name
    votes: dict[str, float] = {}
    for word in _WORD.findall(text.lower()):
        names = _VOTES.get(word, ())
        for name in names:
            votes[name] = votes.get(name, 0.0) + 1.0 / len(names)
    best = sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not best or (len(best) > 1 and best[0][1] - best[1][1] < _AHEAD):
        return ""
    return best[0][0]


@lru_cache(maxsize=10_000)
def detected(text: str, otherwise: str) -> str:
    """The language of a short text by its letters, of those that are known here."""
    if len(_WORD.findall(text)) < _SEVERAL:  # a lone word may be of any language
        return otherwise
    import py3langid  # takes a second

    py3langid.set_languages(list(KNOWN))
    language, _ = py3langid.classify(text)
    return str(language)


def _named(language: str) -> str:
    """The code of a language that a source names: `German`, `ger`, `de-DE`."""
    name = language.strip().casefold()
    code = name.partition("-")[0].partition("_")[0]
    return _NAMES.get(name, code if code in (*KNOWN, "zh", "ja", "ko", "ru") else "")
