"""Turns of phrase with which an abstract says what its authors do, propose and found, and phrases that only sound
alike.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from generator.text.ourselves import WE

_PROPOSE = (
    r"(?:introduc|propos|present|develop|design|devis|releas|describ|construct|curat|creat|build|formulat|contribut|provid|pioneer|deliver"
    r"|chart)(?:e|es|ed|s)?"
    r"|built|offers?|train(?:s|ed)?|fine-?tun(?:e|es|ed)|pre-?train(?:s|ed)?|adapts?|extends?|advocates?|unif(?:y|ies|ied)|scales?"
    r"|leverages?|puts? forward"
)
_STUDY = (
    r"(?:investigat|examin|analy[sz]|explor|evaluat|characteri[sz]|compar|survey|review|revisit|quantif|measur|prob|disentangl|prov|formali[sz]|assess|argu|contend"
    r"|reassess|reconsider|re-?examin|reinterpret|scrutini[sz]|interrogat|theori[sz]|contextuali[sz]|reconstruct|trac|situat"
    r"|contrast|deal|aim|conduct|perform|discuss|outlin|summari[sz]|reproduc|report|focus|address|tackl|identif|consider|ask|question|challeng|employ|select|stud|delv|offer|seek"
    r"|shed)(?:e|es|ed|s|y|ies|ied)?"
)
_FIND = (
    r"(?:show|find|found|observ|uncover|discover|demonstrat|reveal|prov|establish|conclud|see|saw|confirm|not)"
    r"(?:e|es|ed|s|d)?"
)
_WORKS = (
    "paper", "work", "study", "article", "survey", "report", "research", "manuscript", "review", "chapter", "thesis",
    "dissertation", "letter", "tutorial",
    "book", "essay", "perspective", "commentary",
)  # fmt: skip
_WORK = rf"(?:{'|'.join(_WORKS)}|technical report)(?!(?<=research)\s+design\b)"
ADVERBS = (
    r"(?:\s+(?:\w+ly|have|has|also|then|further|thus|here|first|instead|therefore|hence|are the first to|aim to|seek to"
    r"|set out to|attempt to|mainly|both)){0,2}"
)


_REMEMBERED = 4_000  # sentences, for each cue


class Cue:
    """A cue phrase in any case. Most sentences lack the letters that it needs, so no expression is tried on them."""

    def __init__(
        self, pattern: str, needs: tuple[str, ...] = (), small: bool = False, words: frozenset[str] = frozenset()
    ) -> None:
        """`needs` and `words`: one of these strings, or of these words (`of.`: at the end), is in every match, in lower
        case and with plain spaces.

        `small`: the pattern is in lower case, and only whether it matches counts.
        """
        self._written = pattern
        self.needs, self.small, self.words = needs, small, words
        self.search = lru_cache(maxsize=_REMEMBERED)(self._search)  # the same sentence is examined for several purposes

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when a text is first tried: many commands load the cues and try none."""
        return re.compile(self._written) if self.small else re.compile(self._written, re.IGNORECASE)

    def _search(self, text: str) -> re.Match[str] | None:
        """Like that of a compiled expression."""
        if not self.needs and not self.small:
            return self.pattern.search(text)
        low = _lower(text)
        if self.needs and not self._may_match(low):
            return None
        return self.pattern.search(low if self.small else text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Like that of a compiled expression."""
        return self.pattern.match(text, start)

    def _may_match(self, low: str) -> bool:
        for need in self.needs:  # a loop: `any` takes twice as long, and this is asked most often
            if need in low:
                return True
        if not low.isprintable():
            return True
        return bool(self.words) and not self.words.isdisjoint(_words(low))


@lru_cache(maxsize=_REMEMBERED)
def _words(text: str) -> frozenset[str]:
    """The words of a text, and its last one once more with a full stop."""
    words = re.findall(r"[a-z]+", text)
    return frozenset((*words, f"{words[-1]}.")) if words else frozenset()


@lru_cache(maxsize=_REMEMBERED)
def _lower(text: str) -> str:
    return text.lower()


WE_SAY = re.compile(r"\b(?:[Ww][Ee]|I)\b")  # without it, the cues that begin with "we" need not be tried
OURSELVES = ("we ", "i ")
# A dump may glue the next word to the verb: `we proposeCoLT5`.
WE_PROPOSE = Cue(rf"{WE}{ADVERBS}\s+(?:{_PROPOSE})(?:\b|(?-i:(?=[A-Z])))", OURSELVES)
AND_PROPOSE = Cue(
    r"\bwe\b[^.;:]{0,80}?\band (?:introduce|propose|present"
    r"|(?:develop|design|release|describe) (?:an?|the|our|new|novel|two|three))\b",
    OURSELVES,
)
FAR_PROPOSE = Cue(
    rf"{WE}\b.{{80,}}\band (?P<act>(?:introduce|propose|present) (?:an?|the|our|new|novel)\b)",
    ("and introduce", "and propose", "and present"),
)
# Any other doing ("we sequenced", "we crawled"), where no verb of hoping or of speaking follows.
WE_DO = Cue(
    rf"{WE}{ADVERBS}\s+(?!(?:hope|believe|note|recommend|conclude|think|know|call|are|were|have|had|do|did|can|could|may"
    r"|might|must|should|will|would|need|discuss|lack|cannot|thank|expect|suggest|also|then|see|seen|shown|use|used"
    r"|hypothesi[sz]e|hypothesi[sz]ed|conjecture|acknowledge|ensure|verify|validate|emphasi[sz]e|caution|highlight|stress|regret|want|close|end|finish|urge|warn)\b)[a-z]{3,}\b",
    OURSELVES,
)
WE_NAME = Cue(rf"{WE}{ADVERBS}\s+(?:call|name|term|dub)(?:ed|d)?\b", OURSELVES)
WE_STUDY = Cue(rf"{WE}{ADVERBS}\s+(?:{_STUDY})\b", OURSELVES)
WE_FIND = Cue(rf"{WE}{ADVERBS}\s+(?:{_FIND})\b", OURSELVES)
_OUR_WORK = (
    r"(?<!\bin )\b(?:this|our|the present|the)\s+"
    r"(?:(?!previous|prior|existing|earlier|recent|related|knowledge|this)\w+\s+){0,3}?"
    rf"{_WORK}{ADVERBS}\s+"
)
WORK_MAKES = Cue(rf"{_OUR_WORK}(?:{_PROPOSE})\b", _WORKS)
WORK_DOES = Cue(
    rf"{_OUR_WORK}(?:{_PROPOSE}|{_STUDY}|{_FIND}|is|(?:bridges|fills|closes) (?:this|the|that) gap by)\b", _WORKS
)
IN_THIS_WORK = Cue(
    rf"^(?:\w+,\s+)?(?:in|with|through)\s+(?:this|the present|our)\s+(?:\w+\s+)?{_WORK}\b|^here\b,?\s+we\b"
)
PASSIVE = Cue(
    r"\b(?:is|are)\s+(?:proposed|presented|introduced|developed|described|investigated|studied|examined|surveyed|reviewed|evaluated)\b"
)
IS_PROPOSED = Cue(r"^(?:an?|the|our)\s(?:[\w-]+\s){1,8}(?:is|are)\s+(?:proposed|presented|introduced)\b")
NEW = Cue(
    r"\b(?:novel|new|(?<!we )(?<!, )first(?! we\b)|simple|called|named|namely|dubbed|termed|coined)\b"
    r"|\((?-i:[A-Z][\w+-]*[A-Z])[\w+-]*\)"
)
ROUTINE = Cue(
    r"\bwe\s+(?:\w+\s+)?(?:conduct|perform|report|evaluate|train and evaluate|carry out|discuss|outline|conclude|test"
    r"|apply|provide|validate"
    r"|also|hope|believe)\b|\bcontribut\w+ to\b|\bwe (?:hope|believe)\b",
    ("we ", "contribut"),
)
OUR_METHOD = Cue(
    r"\bour\s+(?:\w+\s+){0,2}(?:approach|method|framework|model|system|algorithm|technique|architecture|benchmark|dataset|idea|goal|aim|contribution"
    r"|objective)s?\b",
    ("our ",),
)
BACK_REFERENCE = Cue(
    r"^\W*(?:this|these|those|that|it|its|they|such|both|moreover|additionally|furthermore|in addition|besides|also"
    r"|finally|lastly|first,|however"
    r"|previous|prior|existing|recent|for example|for instance|specifically|in particular|concretely|then|next"
    r"|second|third|secondly|meanwhile|similarly"
    r"|as a result|consequently|notably"
    r"|we (?:also|further|then|additionally|furthermore|finally)|to (?:facilitate|support|encourage|foster))\b"
    r"(?!\s+(?:\w+\s+)?(?:" + _WORK + r"|meta-analysis|contribution|ethnography|replication)\b)"
)
AVAILABLE = Cue(
    r"(?<!readily )(?<!widely )(?<!commonly )(?<!already )(?<!currently )(?<!the )(?<!all )\bavailable\b|https?://"
    r"|\b(?:publicly|openly|freely|open(?:ly)?[- ]sourced?)\b.{0,40}\b(?:at|on|via|online|github|code)\b"
    r"|\bopen-?sourc(?:ed|ing)\b.{0,60}$"
    r"|\b(?:we|and|to|also|fully|is|are|will)\s+open-?source\b.{0,60}$|^(?:source )?codes?\b|^keywords\b|^please\b"
    r"|\b(?:code|codes|models?|checkpoints?|data|datasets?|weights)\b.{0,40}\b(?:will be|are|is|have been)\s+"
    r"(?:\w+\s+)?(?:released|found|open)"
    r"|\b(?:release|share|provide)\b.{0,50}\b(?:code|checkpoints|implementations?|weights)\b",
    (
        "available",
        "http",
        "public",
        "open",
        "freely",
        "code",
        "keywords",
        "please",
        "release",
        "found",
        "share",
        "provide",
    ),
    small=True,
)
AMOUNT = Cue(
    r"\d[\d.,]{0,20}\s?(?:\\?%|percent\b|per cent\b|x\b|×|\$?\\times|-?fold\b|times\b|pp\b|bleu\b|db\b|ms\b"
    r"|(?:seconds?|minutes?|hours?|orders? of magnitude)\b"
    r"|(?:absolute |percentage |accuracy |bleu |f1 |rouge |perplexity )?points?\b)"
    r"|\b(?:half|twice|double|orders? of magnitude)\b|(?<![\w.-])\d+\.\d+(?!\w|\.\d)",
    (*"0123456789", "half", "twice", "double", "of magnitude"),
    small=True,
)
BETTER = Cue(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|improv(?:e|es|ed|ing|ement|ements)|achiev\w+|attain\w*|reduc(?:e|es|ed|ing|tion)|speed-?ups?"
    r"|sav(?:e|es|ing|ings)|faster|better|gains?|increas\w+|boost\w*|higher|lower|match(?:es|ed|ing)?|comparable"
    r"|competitive|on par"
    r"|state[- ]of[- ]the[- ]art|sota|accelerat\w+|drops?|decreas\w+|degrad\w+|worse|accuracy|perplexity|up to"
    r"|as much as|compared (?:to|with)"
    r"|without (?:any )?loss|yield\w*|prefer(?:red|s)|beat\w*|robust\w*|effective(?:ly|ness)?|superior\w*|fails?"
    r"|significant(?:ly)?|substantial(?:ly)?(?!\s(?:number|amount)s?\b))\b",
    small=True,
)
RESULTS = Cue(
    r"\b(?:(?:empirical|experimental|extensive|our|the|these|further|main|evaluation)\s+(?:\w+\s+){0,2}"
    r"(?:results?|experiments?|findings?|evaluations?|analys[ei]s|evidence|study)|results(?! in\b)|experiments"
    r"|findings|evaluations?)\b"
    r".{0,90}\b(?:show|shows|demonstrate|demonstrates|reveal|reveals|indicate|indicates|suggest|suggests|confirm"
    r"|confirms|highlight|highlights|underscore|validate"
    r"|verify|illustrate|that|is|are)\b",
    small=True,
)
# What the authors achieved, without a verb of finding; and phrases that only promise a finding.
OWN_GAIN = Cue(
    rf"{WE}{ADVERBS}\s+(?:obtain|achieve|attain|outperform|reach|surpass)(?:s|ed)?\b"
    r"|\b(?:our|the proposed)\s+(?:[\w-]+\s+){1,3}?"
    r"(?:achiev|outperform|exhibit|surpass|improv|yield|attain|exceed)(?:es|s|ed)?\b",
    (*OURSELVES, "our ", "the proposed"),
)
SAYS_NOTHING = Cue(
    r"\bhow\b[^.;]{3,80}?\b(?:might|may|can|could)\s+be\s+used\b|"
    r"\b(?:show|demonstrate|describe|explain|discuss|illustrate)s?\s+how\s+to\b|\bin\s+interesting\s+ways\b"
    r"|\b(?:allow|enabl|permit|encourag|stimulat|inspir|spur|facilitat|paves?\s+the\s+way)\w*\b[^.;]{0,60}?\b(?:further|future)"
    r"\s+(?:\w+\s+)?(?:explorations?|research|investigations?|studies|study|work|developments?)\b"
    r"|\b(?:effectiveness|superiority|efficacy|advantages?|usefulness|benefits?|promise|potential)"
    r"\s+of\s+(?:our|the proposed|this|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:method|approach|model|framework|algorithm|system|technique|strategy)s?\.$"
    r"|\bthese\s+(?:results|findings|data|changes|differences|effects)\s+(?:may|might|could)\b"
)
ADDS = Cue(
    r"^(?:finally|lastly|moreover|furthermore|additionally|in addition|besides|also|further|second(?:ly)?"
    r"|third(?:ly)?|next|then|first|for example"
    r"|for instance|similarly|from there|to further \w+|in this vein|along the same lines|as a follow-up"
    r"|to (?:begin|start) (?:to|with)|in (?:one|another|a (?:second|third|further|separate)) (?:experiment|study|test)"
    r"|in (?:study|experiment|part|phase|stage) ?\d|in the (?:first|second|third|fourth) (?:study|experiment|part|step)"
    r"|(?:based|building) (?:up)?on (?:our|these|those|the(?:se)?) (?:findings?|observations?|results?|insights?)"
    r"|[^,.;]{3,80}, we (?:also|further|additionally|furthermore))\b"
)
PLAN = Cue(
    r"\b(?:is|are|was|were)\s+(?:\w+\s+)?"
    r"(?:discussed|examined|presented|described|reviewed|evaluated|investigated|introduced)\b"
    r"|\bpreliminary\b|^for evaluation\b"
    r"|(?:^|, |\band )we\s+(?:\w+\s+)?"
    r"(?:delve|classify|categori[sz]e|integrate|pre-?process|organi[sz]e|build|begin|start)\b",
    small=True,
)
SETTING = Cue(
    r"\b(?:trained on|consist(?:s|ing) of|contain(?:s|ing)|dataset (?:of|with)|challeng\w+|recently"
    r"|recent (?:advances|work)"
    r"|(?:have|has) (?:shown|achieved|become))\b",
    small=True,
)
GOAL = Cue(
    r"\b(?:aims? to|we hope|goal is|could|future (?:work|research)|we (?:believe|discuss|hypothesi[sz]e|conjecture)"
    r"|in order to|paves?|promising"
    r"|potential(?:ly)?)\b",
    small=True,
)
# What a web dump tears out of a sentence (a formula, a macro) leaves a last word that wants another, two function words
# one after the other (`by and`) or run together (`latency bywhile`, `up toself-attention`, `kHz tokHz`), a comma after
# a space, or a number run into a word (`a 2.4speedup`).
WANTS_MORE = r"(?:and|or|such as|which|that|an?|the|of|to|by|with|for|in|from|than|up to|at|via|as)"
_BEFORE = "by|for|of|to|in|at|from|with|than"
_AFTER = "while|and|of|with|for|in|by|to|compared|the|on|over|more|times|faster|self|respectively|khz|mhz|ghz"
_CUT_OFF = (
    rf"\b(?:{WANTS_MORE}[.!?]$"
    rf"|(?!into\b|within\b|upto\b)(?:{_BEFORE})(?:{_AFTER})\b(?<!\bonto)"
    r"|up to(?!gether\b|day\b|p\b)[a-z]+"
    r"|(?:by|up to|of|than|from to)\s(?:(?:compared|respectively)\b"
    r"|and\b(?! (?:large\b|includ|for\b))|while\b|with\b)|from to\b"
    r"|(?:by|up to)\s(?:when|faster|times|in)\b|(?:by|than|up to),)"
    r"|ing(?<=\w{3}ing)(?:in|by|of|to|at|for)\b"
)
_LAST = re.findall(r"\w+(?=[|)])", WANTS_MORE.replace("an?", "a|an"))
_CUT_WORDS = frozenset(f"{word}." for word in _LAST) | frozenset(
    before + after for before in _BEFORE.split("|") for after in _AFTER.split("|")
)
_CUT_NEEDS = (
    "up to", "from to", "by,", "than,",
    *(f"ing{word}" for word in ("in", "by", "of", "to", "at", "for")),
    *(f"{before} {after}" for before in ("by", "to", "of", "than")
      for after in ("compared", "respectively", "and", "while", "with", "when", "faster", "times", "in")),
)  # fmt: skip
# Words or numbers are gone: it may read as a finding, but does not say which.
LOST = Cue(_CUT_OFF, _CUT_NEEDS, small=True, words=_CUT_WORDS)
TORN = Cue(
    rf"{_CUT_OFF}|\s,|\b(?:by|for|of|to|in|at|from|with|than)when\b|\d\.\d+[a-z]{{3,}}",
    (*_CUT_NEEDS, " ,", "when", *(f"{digit}." for digit in "0123456789")),
    small=True,
    words=_CUT_WORDS,
)
# "We use this analysis to design an algorithm".
WE_MAKE_WITH = Cue(
    rf"{WE}{ADVERBS}\s+(?:use|used|leverage|leveraged|exploit|exploited|apply|applied|combine|combined)\s[^.;]{{3,100}}?\bto\s+"
    r"(?:design|develop|build|construct|create|devise|introduce|propose|derive|synthesi[sz]e)\s+(?:an?|the|our|new|novel)\b",
    OURSELVES,
)
NOTHING_NAMED = Cue(r"\s+(?:it|them|so)\b|\s+(?:this|these|those|the (?:former|latter))(?=[.,;:])|\s*:")
BY_DOING = Cue(r"\bby \w+ing\b")
