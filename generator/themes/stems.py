"""Words as themes compare them: folded, hyphens resolved, endings cut."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.compare import ascii_letters

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_PREFIX = re.compile(r"\b(pre|post|multi|non|re|co|un|sub|inter|over|hyper|semi|auto|meta|super|micro)-(?=[^\W\d_]{3})")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# Function words and the phrases of every abstract: they say nothing of what a work is about.
_FUNCTION_WORDS = """
    a about above across after again against all allow almost alone along already also although always among an and
    another any are
    around as at away be became because become been before being below between both but by can cannot come could despite
    did do does
    doing done down due during each eg either else enough especially et etc even every few find first for from further
    furthermore
    general get give given gives had has have having hence her here him his how however i ie if in indeed instead into
    is it its
    itself just keep known large largely last latter least less let like likely made mainly make makes making many may
    me might more
    moreover most mostly much must my namely near need needs neither new next no nor not novel now of off often on once
    one only onto
    or other others our out over own paper per perhaps propose proposed proposes quite rather really recent recently
    regarding result
    results s same second see seem several she should show showed shown shows significant significantly since so some
    still such than
    that the their them then there therefore these they third this those though three through thus to together too
    toward towards two
    under until up upon us use used uses using various very via was way we well were what when where whether which while
    who whole
    whom whose why will with within without work works would yet you your approach approaches achieve achieved achieves
    achieving
    based better best demonstrate demonstrated demonstrates different effective effectively effectiveness existing
    experiment
    experiments experimental extensive finally improve improved improves improving improvement improvements introduce
    introduced
    introduces investigate method methods outperform outperforms outperforming perform performance performs present
    presented
    presents previous prior problem problems provide provides providing state art study studies task tasks compared
    compare
    respectively including include includes particular important high higher low lower key variety able leading remains
    challenge challenges challenging widely remarkable impressive promising potential available http https www com
    github
"""
STOP = frozenset(_FUNCTION_WORDS.split())
_STEM = 3  # letters that a stem has at least
_ADJECTIVE = 5  # letters before -ly
_LONG = 6  # letters: in longer words -is- is the British -iz-
_PAIR = 2  # characters of a run without spaces that is one word


def tokens(text: str) -> list[str]:
    """The words of `text`, lower case, without accents; `pre-training` is one word, `fine-tuning` two.

    A run of a script that puts no spaces between words gives its characters in overlapping pairs.
    """
    text = text.lower()
    if text.isascii():
        return _TOKEN.findall(_PREFIX.sub(r"\1", text) if "-" in text else text)
    found: list[str] = []
    for word in _TOKEN.findall(_PREFIX.sub(r"\1", ascii_letters(text).lower())):
        if len(word) > _PAIR and not word.isascii() and _CJK.search(word):
            found.extend(word[index : index + 2] for index in range(len(word) - 1))
        else:
            found.append(word)
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """`word` without plural, -ing, -ed and the like; British and American spellings give one stem.

    A light relative of Porter's algorithm (Program 14(3), 1980): it cuts inflections and -ation, which is all that
    matching a taxonomy's terms needs. The agent keeps its ending (`optimizer`, `decoder`): it is another thing than the
    act.
    """
    if len(word) <= _STEM or not word.isascii() or not word.isalpha():
        return word
    word = _singular(word)
    if len(word) > _LONG:
        word = re.sub(r"is(?=(?:e|ed|er|ing|ation)$)", "iz", word)
    if word.endswith("izer"):
        return word
    for ending in ("ization", "izing", "ized", "ize"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)] + "iz"
    if word.endswith("ation") and len(word) > _STEM + len("ation"):
        return word[:-3]
    word = _without_inflection(word)
    if word.endswith("e") and len(word) > _STEM + 1:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > _STEM else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_inflection(word: str) -> str:
    """The word without -ing, -ed or -ly, if enough is left of it; a consonant that was doubled is single again."""
    for ending in ("ing", "ed", "ly"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= (_ADJECTIVE if ending == "ly" else _STEM) and re.search("[aeiouy]", rest):
            is_doubled = len(rest) > _STEM and rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if ending != "ly" and is_doubled else rest
    return word


def stems(text: str) -> list[str]:
    """The stems of the words of `text`, in order, function words included."""
    return list(map(stem, tokens(text)))


STOP_STEMS = frozenset(stem(word) for word in STOP) | STOP
