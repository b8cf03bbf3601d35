"""Passages of an abstract that stand for it, word for word: what the work does, what it proposes, what it found.

Rules over cue phrases of scientific abstracts (the rhetorical moves "purpose", "method" and "result" of argumentative
zoning, Teufel and Moens 2002): every sentence is scored, the best one is shown, the earlier one where two are equal.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.compare import fold
from generator.text.sentences import sentences

_PROPOSE = (
    r"(?:introduc|propos|present|develop|design|devis|releas|describ|construct|curat|creat|build|formulat|contribut|provid|pioneer|deliver"
    r"|chart)(?:e|es|ed|s)?"
    r"|built|offers?|train(?:ed)?|fine-?tuned?|pre-?train(?:ed)?|adapt|extend|advocate|unif(?:y|ied)|scale|leverage|put forward"
)
_STUDY = (
    r"(?:investigat|examin|analy[sz]|explor|evaluat|characteri[sz]|compar|survey|review|revisit|quantif|measur|prob|disentangl|prov|formali[sz]|assess|argu"
    r"|aim|conduct|perform|discuss|outlin|summari[sz]|reproduc|report|focus|address|tackl|identif|consider|ask|question|challeng|employ|select|stud|delv|offer|seek"
    r"|shed)(?:e|es|ed|s|y|ies|ied)?"
)
_FIND = r"(?:show|find|found|observ|discover|demonstrat|reveal|prov|establish|conclud|see|saw|confirm|not)(?:e|es|ed|s|d)?"
_WORKS = (
    "paper", "work", "study", "article", "survey", "report", "research", "manuscript", "review", "chapter", "thesis", "dissertation", "letter", "tutorial",
    "book",
)  # fmt: skip
_WORK = rf"(?:{'|'.join(_WORKS)}|technical report)"
_ADVERBS = r"(?:\s+(?:\w+ly|also|then|further|thus|here|first|instead|therefore|hence|are the first to|aim to|seek to|set out to|attempt to|mainly|both)){0,2}"


_WE = r"(?<!\bas )(?<!\bif )(?<!\bwhen )(?<!\bonce )(?<!\bwhile )(?<!\bhow )(?:we|(?-i:I))"


class _Cue:
    """A cue phrase in any case. Most sentences have none of the letters that it needs, and need no expression tried on them."""

    def __init__(self, pattern: str, needs: tuple[str, ...] = (), small: bool = False) -> None:
        """`needs`: one of these stands in every match, in lower case; `small`: the pattern is, and only whether it matches counts."""
        self.pattern = re.compile(pattern) if small else re.compile(pattern, re.IGNORECASE)
        self.needs, self.small = needs, small

    def search(self, text: str) -> re.Match[str] | None:
        """As of a compiled expression."""
        if not self.needs and not self.small:
            return self.pattern.search(text)
        low = _lower(text)
        if self.needs and not any(need in low for need in self.needs):
            return None
        return self.pattern.search(low if self.small else text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As of a compiled expression."""
        return self.pattern.match(text, start)


@lru_cache(maxsize=20_000)
def _lower(text: str) -> str:
    return text.lower()


def _cue(pattern: str, needs: tuple[str, ...] = (), small: bool = False) -> _Cue:
    return _Cue(pattern, needs, small)


_WE_SAY = re.compile(r"\b(?:[Ww][Ee]|I)\b")  # without it, the cues that begin with "we" need not be tried
_OURSELVES = ("we ", "i ")
# A dump may glue the next word to the verb: `we proposeCoLT5`.
_WE_PROPOSE = _cue(rf"\b{_WE}{_ADVERBS}\s+(?:{_PROPOSE})(?:\b|(?-i:(?=[A-Z])))", _OURSELVES)
_AND_PROPOSE = _cue(
    r"\bwe\b[^.;:]{0,80}?\band (?:introduce|propose|present|(?:develop|design|release|describe) (?:an?|the|our|new|novel|two|three))\b", _OURSELVES
)
_FAR_PROPOSE = _cue(
    rf"\b{_WE}\b.{{80,}}\band (?P<act>(?:introduce|propose|present) (?:an?|the|our|new|novel)\b)", ("and introduce", "and propose", "and present")
)
_WE_NAME = _cue(rf"\b{_WE}{_ADVERBS}\s+(?:call|name|term|dub)(?:ed|d)?\b", _OURSELVES)
_WE_STUDY = _cue(rf"\b{_WE}{_ADVERBS}\s+(?:{_STUDY})\b", _OURSELVES)
_WE_FIND = _cue(rf"\b{_WE}{_ADVERBS}\s+(?:{_FIND})\b", _OURSELVES)
_OUR_WORK = rf"\b(?:this|our|the present|the)\s+(?:(?!previous|prior|existing|earlier|recent|related)\w+\s+){{0,3}}?{_WORK}{_ADVERBS}\s+"
_WORK_MAKES = _cue(rf"{_OUR_WORK}(?:{_PROPOSE})\b", _WORKS)
_WORK_DOES = _cue(rf"{_OUR_WORK}(?:{_PROPOSE}|{_STUDY}|{_FIND}|is|(?:bridges|fills|closes) (?:this|the|that) gap by)\b", _WORKS)
_IN_THIS_WORK = _cue(rf"^(?:\w+,\s+)?(?:in|with|through)\s+(?:this|the present|our)\s+(?:\w+\s+)?{_WORK}\b|^here\b,?\s+we\b")
_PASSIVE = _cue(r"\b(?:is|are)\s+(?:proposed|presented|introduced|developed|described|investigated|studied|examined|surveyed|reviewed|evaluated)\b")
_IS_PROPOSED = _cue(r"^(?:an?|the|our)\s(?:[\w-]+\s){1,8}(?:is|are)\s+(?:proposed|presented|introduced)\b")
_NEW = _cue(r"\b(?:novel|new|first|simple|called|named|namely|dubbed|termed|coined)\b|\((?-i:[A-Z][\w+-]*[A-Z])[\w+-]*\)")
_ROUTINE = _cue(
    r"\bwe\s+(?:\w+\s+)?(?:conduct|perform|report|evaluate|train and evaluate|carry out|discuss|outline|conclude|test|apply|provide|validate"
    r"|also|hope|believe)\b|\bcontribut\w+ to\b|\bwe (?:hope|believe)\b"
)
_OUR_METHOD = _cue(
    r"\bour\s+(?:\w+\s+){0,2}(?:approach|method|framework|model|system|algorithm|technique|architecture|benchmark|dataset|idea|goal|aim|contribution"
    r"|objective)s?\b"
)
_BACK_REFERENCE = _cue(
    r"^\W*(?:this|these|those|that|it|its|they|such|both|moreover|additionally|furthermore|in addition|besides|also|finally|lastly|first,|however"
    r"|previous|prior|existing|recent|for example|for instance|specifically|in particular|concretely|then|next|second|third|secondly|meanwhile|similarly"
    r"|as a result|consequently|notably"
    r"|we (?:also|further|then|additionally|furthermore|finally)|to (?:facilitate|support|encourage|foster))\b(?!\s+(?:\w+\s+)?" + _WORK + r"\b)"
)
_AVAILABLE = _cue(
    r"\bavailable\b|https?://|\b(?:publicly|openly|freely|open(?:ly)?[- ]sourced?)\b.{0,40}\b(?:at|on|via|online|github|code)\b"
    r"|\bopen-?sourc(?:e|ed|ing)\b.{0,60}$|^(?:source )?codes?\b|^keywords\b|^please\b"
    r"|\b(?:code|codes|models?|checkpoints?|data|datasets?|weights)\b.{0,40}\b(?:will be|are|is|have been)\s+(?:\w+\s+)?(?:released|found|open)"
    r"|\b(?:release|share|provide)\b.{0,50}\b(?:code|checkpoints|implementations?|weights)\b",
    ("available", "http", "public", "open", "freely", "code", "keywords", "please", "release", "found", "share", "provide"),
    small=True,
)
_AMOUNT = _cue(
    r"\d[\d.,]*\s?(?:\\?%|percent\b|per cent\b|x\b|×|\$?\\times|-?fold\b|times\b|pp\b|bleu\b|db\b|ms\b|(?:seconds?|minutes?|hours?|orders? of magnitude)\b"
    r"|(?:absolute |percentage |accuracy |bleu |f1 |rouge |perplexity )?points?\b)|\b(?:half|twice|double|orders? of magnitude)\b|(?<![\w.-])\d+\.\d+(?![\w.])",
    (*"0123456789", "half", "twice", "double", "of magnitude"),
    small=True,
)
_BETTER = _cue(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|improv(?:e|es|ed|ing|ement|ements)|achiev\w+|attain\w*|reduc(?:e|es|ed|ing|tion)|speed-?ups?"
    r"|sav(?:e|es|ing|ings)|faster|better|gains?|increas\w+|boost\w*|higher|lower|match(?:es|ed|ing)?|comparable|competitive|on par"
    r"|state[- ]of[- ]the[- ]art|sota|accelerat\w+|drops?|decreas\w+|degrad\w+|worse|accuracy|perplexity|up to|as much as|compared (?:to|with)"
    r"|without (?:any )?loss|yield\w*|prefer(?:red|s)|beat\w*|robust\w*|effective(?:ly|ness)?|superior\w*|fails?|significant(?:ly)?|substantial(?:ly)?)\b",
    small=True,
)
_RESULTS = _cue(
    r"\b(?:(?:empirical|experimental|extensive|our|the|these|further|main|evaluation)\s+(?:\w+\s+){0,2}"
    r"(?:results?|experiments?|findings?|evaluations?|analys[ei]s|evidence|study)|results(?! in\b)|experiments|findings|evaluations?)\b"
    r".{0,90}\b(?:show|shows|demonstrate|demonstrates|reveal|reveals|indicate|indicates|suggest|suggests|confirm|confirms|highlight|highlights|underscore|validate"
    r"|verify|illustrate|that|is|are)\b",
    small=True,
)
# What the authors got, without a word of finding; and what only promises that something was found.
_OWN_GAIN = _cue(
    rf"\b{_WE}{_ADVERBS}\s+(?:obtain|achieve|attain|outperform|reach|surpass)(?:s|ed)?\b"
    r"|\b(?:our|the proposed)\s+(?:[\w-]+\s+){1,3}?(?:achiev|outperform|exhibit|surpass|improv|yield|attain|exceed)(?:es|s|ed)?\b"
)
_SAYS_NOTHING = _cue(
    r"\b(?:effectiveness|superiority|efficacy|advantages?|usefulness|benefits?|promise|potential)\s+of\s+(?:our|the proposed|this|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:method|approach|model|framework|algorithm|system|technique|strategy)s?\.$"
)
_PLAN = _cue(
    r"\b(?:is|are)\s+(?:\w+\s+)?(?:discussed|examined|presented|described|reviewed|evaluated|investigated|introduced)\b|\bpreliminary\b|^for evaluation\b"
    r"|(?:^|, |\band )we\s+(?:\w+\s+)?(?:delve|classify|categori[sz]e|integrate|pre-?process|organi[sz]e|build|begin|start)\b",
    small=True,
)
_SETTING = _cue(
    r"\b(?:trained on|consist(?:s|ing) of|contain(?:s|ing)|dataset (?:of|with)|challeng\w+|recently|recent (?:advances|work)"
    r"|(?:have|has) (?:shown|achieved|become))\b",
    small=True,
)
_GOAL = _cue(
    r"\b(?:aims? to|we hope|goal is|could|future (?:work|research)|we (?:believe|discuss|hypothesi[sz]e|conjecture)|in order to|paves?|promising"
    r"|potential(?:ly)?)\b",
    small=True,
)
# What a web dump tears out of a sentence (a formula, a macro) leaves a last word that wants another, two function words
# run together (`latency bywhile`), a comma after a space, or a number run into a word (`a 2.4speedup`).
_WANTS_MORE = r"(?:and|or|such as|which|that|an?|the|of|to|by|with|for|in|from|than|up to|at|via|as)"
_TORN = _cue(
    rf"\b{_WANTS_MORE}[.!?]$|\s,|\d\.\d+[a-z]{{3,}}"
    r"|\b(?!into\b|within\b|upto\b)(?:by|for|of|to|in|at|from|with|than)(?:while|when|and|of|with|for|in|by|to|compared|the|on)\b(?<!\bonto)",
    small=True,
)
_NOTHING_NAMED = _cue(r"\s+(?:it|them|so)\b|\s+(?:this|these|those|the (?:former|latter))(?=[.,;:])|\s*:")
_MORE = re.compile(r"\w")  # an act without an object ("a baseline that we designed.") names nothing
_BY_DOING = _cue(r"\bby \w+ing\b")
_LONGEST_GIST = 45  # words; what a card can show in four lines
_LONGEST_PROPOSAL = 36
_DANGLING = re.compile(r"(?:[,;]?\s+(?:and|or|\(\w+\)|such as|which|that|an?|the|of|to|with|for|in|on|by))+$", re.IGNORECASE)
_BOUNDARY = re.compile(r"[,;:](?=\s)|\s(?:--|–|—)(?=\s)|\s(?=\([^()]*\)[,;:.])")
# A clause that another must follow: "just as humans do, …", "simply asking it …".
_UNFINISHED = re.compile(r"(?:[:;]|\s(?:--|–|—))\s+(?:just as|as|when|while|if|although|though|since|because|given|simply \w+ing)\b[^,;:]*$", re.IGNORECASE)
_LATER = 0.04  # what each sentence before it costs one


def gist(abstract: str, title: str) -> str:
    """The one sentence of `abstract` that best says what the work does, word for word; "" where there is none.

    The act of contribution ("we introduce …", "this paper studies …") counts most, then words of the title, being
    self-contained, and length. Without any act it is the first sentence.
    """
    found = sentences(abstract)
    if not found:
        return ""
    wanted = {word for word in fold(title).split() if len(word) > 3}
    name = _name_of(title)
    acts = [max(_contribution(sentence), _of_named(sentence, name)) for sentence in found]
    scores = [act + _self_contained(sentence) + _title_share(sentence, wanted) for act, sentence in zip(acts, found, strict=True)]
    best = max(range(len(found)), key=lambda place: (scores[place] - _LATER * min(place, 8), -place))
    return found[best] if acts[best] > 0 else found[0]


def proposal(abstract: str, title: str = "") -> str:
    """What the work proposes, word for word: from the subject of the act ("we propose …") to the end of its clause.

    The subject may be what the title names ("DistServe assigns …"). To make something counts for more than to study
    it, and that for more than to find something out. "" where the abstract has no act of contribution. The passage
    ends without a full stop and holds at most about 36 words.
    """
    best, chosen = -10.0, ""  # even a poor act is one
    name = _name_of(title)
    for place, sentence in enumerate(sentences(abstract)):
        worth, start = _act(sentence, name)
        strength = worth + 0.5 * _self_contained(sentence) - _LATER * min(place, 8)
        if worth and strength > best and sentence.count("(", 0, start) <= sentence.count(")", 0, start):
            best, chosen = strength, sentence[start:]
    return _clause(chosen)


def headline_result(abstract: str) -> str:
    """The sentence of `abstract` with the main finding, word for word; "" where none reports one.

    A measured comparison ("3.5× faster than …") counts most, then a reported finding ("we find that …").
    """
    best, chosen = 1.25, ""  # below this, a sentence only sounds like a result (read on 345 abstracts)
    found = sentences(abstract)
    for place, sentence in enumerate(found):
        strength = _finding(sentence, best - 0.3) + 0.3 * place / len(found)
        if strength > best:
            best, chosen = strength, sentence
    return chosen


def _name_of(title: str) -> str:
    """What a title names before its colon: `DistServe: Disaggregating …` → `DistServe`."""
    named = re.match(r"([^\s:]+(?: [^\s:]+){0,2}): ", title)
    return named[1] if named else ""


def _act(sentence: str, name: str) -> tuple[float, int]:
    """(how much it says of what is proposed, where it begins) of the sentence's act of contribution; (0, 0) without one."""
    acts = ((3.0, _WE_PROPOSE), (3.0, _WORK_MAKES), (2.8, _AND_PROPOSE), (2.5, _WORK_DOES), (2.2, _WE_STUDY), (1.8, _WE_NAME), (1.2, _WE_FIND))
    worth, match = next(((worth, match) for worth, cue in acts if (match := cue.search(sentence)) and _MORE.search(sentence, match.end())), (0.0, None))
    if worth < 2.4 and _of_named(sentence, name) > worth:
        return 2.4, sentence.index(name)
    if worth < 2.7 and (far := _FAR_PROPOSE.search(sentence)):
        return 2.7, far.start("act")
    if match is None and (passive := _IS_PROPOSED.search(sentence)):
        worth, match = 2.0, passive
    if match is None or _AVAILABLE.search(sentence[: match.end() + 60]):
        return 0.0, 0
    claims = worth > 2.5 and sentence.startswith(" that ", match.end())  # "we propose that …" is no thing made
    worth += (0.3 if _IN_THIS_WORK.search(sentence) else 0.0) + (0.5 if _NEW.search(sentence) else 0.0) + (0.5 if name and name in sentence else 0.0)
    worth -= (1.2 if _ROUTINE.search(sentence) else 0.0) + (0.8 if claims or _NOTHING_NAMED.match(sentence, match.end()) else 0.0)
    return max(0.1, worth - 3.0 if _AVAILABLE.search(sentence) else worth), match.start()


@lru_cache(maxsize=20_000)
def _contribution(sentence: str) -> float:
    """How strongly the sentence says what its authors did."""
    by_strength = (
        *(((3.0, _WE_PROPOSE),) if _WE_SAY.search(sentence) else ()),
        (3.0, _WORK_DOES),
        *(((2.8, _AND_PROPOSE), (2.4, _WE_STUDY), (2.0, _WE_NAME), (1.6, _WE_FIND)) if _WE_SAY.search(sentence) else ()),
        (1.2, _PASSIVE),
        (1.0, _OUR_METHOD),
    )
    strength = next((worth for worth, cue in by_strength if cue.search(sentence)), 0.0)
    if _IN_THIS_WORK.search(sentence):
        strength += 0.8 if strength else 1.5
    strength += 0.5 if strength and _NEW.search(sentence) else 0.0
    strength -= 0.8 if _ROUTINE.search(sentence) else 0.0
    return max(0.0, strength - 3.0 if _AVAILABLE.search(sentence) else strength)


def _of_named(sentence: str, name: str) -> float:
    """How strongly the sentence says what the thing that the title names is or does."""
    if not name or name not in sentence:
        return 0.0
    if re.match(rf"(?:\w+, )?{re.escape(name)}\W", sentence) and not _AMOUNT.search(sentence) and not _AVAILABLE.search(sentence):
        return 0.0 if _BETTER.search(sentence) and not _BY_DOING.search(sentence) else 2.4  # how good it is says not what it does
    return _contribution(sentence) + (0.5 if _contribution(sentence) >= 2 else 0.0)


@lru_cache(maxsize=20_000)
def _self_contained(sentence: str) -> float:
    """0 for a sentence that stands on its own; less for one that points back, rambles, is cut or is a question."""
    length = len(sentence.split())
    loss = 0.9 if _BACK_REFERENCE.search(sentence) or re.match(r"(?:\S+ ){1,4}also\b", sentence) else 0.0
    loss += 0.6 + 0.05 * (length - _LONGEST_GIST) if length > _LONGEST_GIST else 0.0
    loss += 1.5 if length < 7 else 0.0
    loss += 1.5 if sentence.endswith(("?", ":")) else 0.0
    loss += 1.2 if _TORN.search(sentence) else 0.0
    return -loss


def _title_share(sentence: str, wanted: set[str]) -> float:
    """Up to 1.2: how much of the title the sentence says again."""
    return 1.2 * len(wanted & set(fold(sentence).split())) / len(wanted) if wanted else 0.0


def _finding(sentence: str, least: float) -> float:
    """How strongly the sentence reports what came out; not looked at to the end where it is `least` at most."""
    if _AVAILABLE.search(sentence) and not _AMOUNT.search(sentence):
        return 0.0
    amount, better = bool(_AMOUNT.search(sentence)), bool(_BETTER.search(sentence))
    strength = (2.6 if better else 0.8) if amount else (1.1 if better else 0.0)
    if _RESULTS.search(sentence):
        strength += 1.2
    elif _WE_FIND.search(sentence):
        strength += 1.3
    elif _OWN_GAIN.search(sentence):
        strength += 1.0
    if strength <= least:  # what follows only takes away
        return strength
    strength -= 1.0 if _PLAN.search(sentence) and not amount else 0.0
    strength -= 0.8 if _SAYS_NOTHING.search(sentence) and not amount else 0.0
    strength -= 0.8 if _SETTING.search(sentence) else 0.0
    strength -= 0.6 if sentence.startswith(("However", "Recently", "Existing")) else 0.0
    strength -= 0.9 if _GOAL.search(sentence) else 0.0
    strength -= 0.9 if _WE_PROPOSE.search(sentence) and not amount else 0.0
    length = len(sentence.split())
    strength -= 1.2 if _TORN.search(sentence) else 0.0
    strength -= 0.02 * max(0, length - 50) + (1.0 if length < 6 or sentence.endswith("?") else 0.0)
    return strength


def _clause(text: str) -> str:
    """`text` up to the last boundary of a clause within `_LONGEST_PROPOSAL` words, without final punctuation."""
    torn = re.search(rf"(?:,|\s(?:which|that|while|where|and))\s(?:(?!,|\b(?:which|that|while|where|and)\b).)*\b{_WANTS_MORE}[.!?]$", text)
    text = text[: torn.start()] if torn and torn.start() > 30 else text
    text = text.rstrip(" .:;,")
    if len(text.split()) <= _LONGEST_PROPOSAL:
        return text
    ends = [match.start() for match in _BOUNDARY.finditer(text) if not _UNFINISHED.search(text, 0, match.start())]
    fitting = [end for end in ends if 8 <= len(text[:end].split()) <= _LONGEST_PROPOSAL and text.count("(", 0, end) == text.count(")", 0, end)]
    if fitting:
        return re.sub(r"[,;]?\s(?:and|or)$", "", text[: fitting[-1]].rstrip(" .:;,"))
    words = list(re.finditer(r"\S+", text))
    cut = text[: words[_LONGEST_PROPOSAL - 1].end()].rstrip(" .:;,(")
    return _DANGLING.sub("", cut).rstrip(" .:;,(")
