"""Terms of a text: its words and two-word phrases, in a comparable form and as they are written."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.compare import ascii_letters

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
# What makes one word with what follows its hyphen: `pre-training` is `pretraining`, and `few-shot` is no `shot`.
_PREFIX = frozenset("pre post fine multi non co sub super re un inter intra cross meta auto few zero one two self semi over under".split())
# Function words, and the words with which every abstract speaks of itself.
_STOP = frozenset(
    "a about above across after again against all almost along already also although always am among an and any are as at away be became because become been before being below "
    "between both but by can cannot could despite did do does doing done down due during each e g i ie eg either else enough etc even ever every few first for from further furthermore "
    "gap get give given gives goes good had has have having he hence her here his how however if in indeed instead into is it its itself just large largely last least less let like "
    "likely made mainly make makes making many may maybe me means might more moreover most much must my namely near need needs never new no nor not now of off often on once one only "
    "onto or other others our out over own per perhaps rather really same second see seem several shall she should show shown since single small so some still such take than that the "
    "their them then there thereby therefore these they third this those three through thus to together too toward towards two under until up upon us use used useful uses using various "
    "very via was we well were what when where whereas whether which while who whom whose why widely will with within without would yet you your et al "
    "achieve achieved achieves achieving addition additional additionally address aim analysis analyze approach approaches available based better code common compare compared comparison "
    "conduct contribution current demonstrate demonstrated demonstrates different difficult effect effective effectively effectiveness empirical empirically enable enables evaluate "
    "evaluated evaluation example examples existing experiment experimental experiments explore extensive find finding findings finally focus found framework general github high higher "
    "highly however http https identify important importantly improve improved improvement improvements improves improving include including increase insight insights introduce introduced "
    "introduces investigate issue key lead leading leads level limited low lower main method methods model models novel number observe obtain outperform outperforms paper perform "
    "performance performs point possible potential present presents previous previously prior problem problems proceed promising propose proposed proposes provide provided provides "
    "publicly range recent recently related release remain remains report require required requires research result resulting results reveal reveals review set setting show showing "
    "shows significant significantly simple specific specifically state strong studies study substantial substantially successful suggest suggests superior task tasks technique "
    "techniques term terms time today type types understand understanding value variety various way ways wide work works year years art sota end able best com org www "
    "aid breaking case cases considered correspond essential essentially exist existence focused focusing hard happen hold matter matters meet nevertheless notion offer offering offers "
    "opportunities opportunity play question questions regarding right similarly tend thorough throughout yield yields unlock seamlessly claim claims hand challenge challenges challenging".split()
)


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str:
    """The comparable form of one word: folded, its plural `s` gone; "" for a stop word, a number or a lone letter."""
    folded = ascii_letters(word).casefold()
    if len(folded) < 2 or folded in _STOP or folded.isdigit():
        return ""
    plural = folded.endswith("s") and ((len(folded) > 3 and not folded.endswith(("ss", "us", "is"))) or (len(folded) == 3 and word[:2].isupper()))
    return folded[:-1] if plural else folded


def terms(text: str) -> list[tuple[str, int, int]]:
    """(comparable form, start, end) of every word and of every two words that a space or a hyphen joins, in order."""
    found: list[tuple[str, int, int]] = []
    before, begin, end = "", 0, -2
    for match in _WORD.finditer(text):
        compound = match[0].split("-", 1)
        if len(compound) == 2 and compound[0].lower() in _PREFIX:
            rest = word_key(compound[1])
            words = [(compound[0].lower() + (" " if compound[0].lower() in _STOP else "") + rest if rest else "", match.start(), match.end())]
        else:
            words = [(word_key(part[0]), match.start() + part.start(), match.start() + part.end()) for part in _PART.finditer(match[0])]
        for key, start, stop in words:
            if key:
                found.append((key, start, stop))
                if before and start == end + 1 and text[end] in " -":
                    found.append((f"{before} {key}", begin, stop))
            before, begin, end = key, start, stop
    return found


def readable(written: str) -> str:
    """A term as one shows it: names keep their capitals, other words are lower-case."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0] if not word[0][1:].islower() and len(word[0]) > 1 else word[0].lower(), written)
