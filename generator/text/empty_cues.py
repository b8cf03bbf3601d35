"""Turns of phrase that announce, count, praise or recommend without saying anything."""

from __future__ import annotations

from generator.text.cues import ADVERBS, OURSELVES, Cue
from generator.text.ourselves import WE

# Counted, not said: "addresses two questions", "presents three findings:".
ONLY_COUNTED = Cue(
    r"\b(?:address|ask|answer|present|mak|offer|provid|report|discuss|pos|rais|consider|examin|explor|ha|highlight|identif|giv)"
    r"(?:e|es|ed|s|y|ies|ied)?\s+(?:the\s+following|one|two|three|four|five|six|several|some|various|a\s+(?:number|series)\s+of"
    r"|a\s+(?:partial|first|possible|tentative|preliminary|brief))\s+(?:[\w-]+\s+){0,2}?(?:questions?|findings?|contributions?"
    r"|recommendations?|aspects?|points?|goals?|aims?|problems?|issues?|answers?|responses?|topics?|themes?|results?|claims?|arguments?"
    r"|hypothes[ie]s|insights?|observations?)(?:\s+to\s+(?:this|these|that)\s+\w+)?\s*[.:;]?$",
    small=True,
)
# Earlier work presented anew: "a significant improvement on the previous conference paper".
ANEW = Cue(
    r"\b(?:presentation|improvement|extension|version|revision|excerpt)s?\s(?:of|on|over|to|from)\s(?:the|our|an?)\s(?:\w+\s){0,2}?"
    r"(?:work|paper|thesis|article|version|chapter|report)\b",
    ("presentation", "improvement", "extension", "version", "revision", "excerpt"),
    small=True,
)
# How a review was made, not of what: "a systematic review following the PRISMA statement".
BY_GUIDELINE = Cue(
    r"\b(?:review|survey|meta-analysis)(?:\s\([^)]*\))?\s(?:following|according\sto|in\s(?:accordance|line)\swith|guided\sby"
    r"|based\son)\s(?:the\s)?(?:preferred|prisma|cochrane|guidelines)\b",
    ("preferred", "prisma", "cochrane", "guidelines"),
    small=True,
)
# A thing without anything said of it: "We propose a simple and effective method".
UNSAID = Cue(
    r"\b(?:an?|the|two|three)\s(?:(?:and|simple|yet|but|new|novel|effective|efficient|general|practical|principled|unified|first"
    r"|light-?weight|powerful|flexible)(?:\s?,)?\s?)*+(?:method|approach|procedure|framework|technique|algorithm|strategy|solution|model"
    r"|system|tool|analysis|study|data\s?set|benchmark|corpus|resource|test\s?suite|library)e?s?$",
    small=True,
)
# What a thing is called, not what it is: "we call the results soups".
ONLY_NAMED = Cue(
    rf"^{WE}{ADVERBS}\s+(?:call|name|term|dub)(?:ed|d)?\s+(?:it|them|this|these|our|the\s+results?|the\s+resulting)\b",
    OURSELVES,
)
# What only gives a name to something said elsewhere: "…; we therefore name our approach SWYCC".
NAMES_IT = Cue(
    rf"{WE}{ADVERBS}\s+(?:call|name|term|dub)(?:ed|d)?\s+(?:it|them|this|these|our|the\s+(?:results?|resulting|approach|method))\b",
    OURSELVES,
)
# What the work only recommends at its end.
ADVICE = Cue(
    r"\b(?:provid|present|offer|giv|mak|conclud|outlin|discuss)\w*\s+(?:with\s+)?(?:\w+\s+){0,4}?"
    r"(?:recommendations?|guidelines|suggestions?|implications|directions)\b",
    ("recommendation", "guideline", "suggestion", "implication", "direction"),
    small=True,
)
# What the authors only noticed: a finding, and nothing that they propose.
WE_NOTICE = Cue(
    rf"{WE}{ADVERBS}\s+(?:observ|discover|notic|see|saw)(?:e|es|ed|s|d)?\s+(?:that|an?|no|how|(?:\w+\s+){{0,2}}?(?:drops?|gains?"
    r"|improvements?|increases?|decreases?|differences?|degradations?|trends?))\b",
    OURSELVES,
)
# A result that is only praised.
BOILERPLATE = Cue(
    r"\b(?:demonstrat|show|verif|validat|confirm|prov|illustrat|highlight|support|underscor|attest|establish)\w*\b.{0,50}?"
    r"\b(?:effective(?:ness)?|superiority|efficacy|efficiency|advantages?|usefulness|utility|benefits?|promise|potential|validity|merits?|feasibility"
    r"|value|generality|strong results?)\s+(?:and\s+\w+\s+)?(?:of|achieved by)\s+(?:our|the proposed|this"
    r"|the)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:methods?|approach(?:es)?|models?|frameworks?|algorithms?|systems?|techniques?|strateg(?:y|ies)|design|proposals?|architectures?)\.?$"
    r"|\b(?:the proposed (?:method|approach|algorithm|model)|our (?:method|approach|model"
    r"|findings))\b.{0,40}\bvarious\b.{0,80}\.$"
    r"|\bachieves? (?:strong|good|promising|competitive|superior|excellent) (?:performance|results)\.$"
    r"|\bprove our findings\b|\bare (?:distilled|summari[sz]ed) (?:in|into)\b|\bincreases? (?:our|the) understanding\b"
    r"|\bhow (?:the|our|this|these) (?:\w+ )?(?:approach|method|model|framework|technique)s? can be\b"
    r"|\b(?:can|may|could|might|will) (?:\w+ )?(?:provide|offer|yield|give) (?:\w+ )?"
    r"(?:data|insights?|information|guidance|basis)\b",
    small=True,
)
# A result that only praises the work, by whatever it calls it: "underscore the remarkable performance of DPTR".
PRAISE = Cue(
    r"\b(?:demonstrat|show|verif|validat|confirm|prov|illustrat|highlight|underscor|attest|establish)\w*\s+(?:both\s+)?"
    r"(?:(?:the|its|their)\s+)?(?:\w+\s+){0,4}?(?:effectiveness|superiority|efficacy|efficiency|applicability|performance|usefulness"
    r"|utility|versatility|generality|potential|promise|feasibility|viability)(?:\s+and\s+(?:\w+\s+){0,2}?\w+)?\s+of\s+"
    r"(?:(?:our|this|the\s+(?:proposed|presented|present|current))\b|(?-i:[A-Z][\w-]*[A-Z]\w*))"
    r"(?![^.;]{0,120}?\b(?:than|compared|relative|over|by)\b)",
    (
        "demonstrat",
        "show",
        "verif",
        "validat",
        "confirm",
        "prov",
        "illustrat",
        "highlight",
        "underscor",
        "attest",
        "establish",
    ),
)
# What is to be learnt from what was found ("the results highlight the importance of modelling delays", "such costs
# should be taken into account"), what nobody has done yet, and that a thing is of use everywhere.
LESSON = Cue(
    r"\b(?:highlight|underscore|underline|emphasi[sz]e|stress|show|demonstrate|indicate|suggest|illustrate|support|point\s+to)\w*\s+"
    r"(?:again\s+)?(?:the\s+|an?\s+)?(?:\w+\s+)?(?:importance|need|necessity|urgency|value|relevance|usefulness)\s+(?:of|for|to)\s+[\w-]+ing\b"
    r"|\bshould\s+(?:\w+\s+)?be\s+(?:considered\s+when|taken\s+into\s+(?:account|consideration)|interpreted\s+with)\b"
    r"|\b(?:is|are|remains?|(?:has|have)\s+been)\s+(?:still\s+|largely\s+)?(?:not\s+(?:yet\s+)?(?:fully|well|sufficiently|adequately|widely)"
    r"|under|poorly|rarely)-?\s*(?:explored|understood|studied|investigated|examined)\b"
    r"|\b(?:is|are)\s+(?:\w+ly\s+)?(?:applicable|generali[sz]able|adaptable)\s+(?:to|for|in|across)\s+(?:an?\s+)?(?:wide|broad|diverse"
    r"|various|variety)\b",
    small=True,
)
# On what something was tried out, whatever numbers the models have: "we prove our findings on Llama 3.1 and Qwen 2.5".
TESTED_ON = Cue(
    rf"{WE}{ADVERBS}\s+(?:prove|verify|validate|confirm|test|evaluate|demonstrate|examine)(?:d|s)?\s+(?:our|these|the)\s+(?:\w+\s+)?"
    r"(?:findings|hypothes[ie]s|claims?|theory|theories|conclusions|predictions)\s+(?:on|with|across|using|in|by)\b"
    r"(?![^.]*\b(?:which|(?:and|we)\s+(?:\w+\s+)?(?:find|found|show|observe|see|report|achieve|obtain|reach)))",
    OURSELVES,
)
# What is only presented: "we show two validation exercises", "we demonstrate an application of the method".
_SHOWN = r"(?:show|demonstrat|present|illustrat|describ|discuss|giv|provid)(?:e|es|ed|s)?"
PRESENTED = Cue(
    rf"{WE}{ADVERBS}\s+{_SHOWN}\s+(?:an?|one|two|three|four|several|some|various|the|our)\s+(?:[\w-]+\s+){{0,2}}?"
    r"(?:applications?|examples?|exercises?|case\s+stud(?:y|ies)|use\s+cases?|illustrations?|demonstrations?|simulations?)\b"
    r"(?![^.]*\b(?:which|that|where|showing|in\s+which)\b)",
    OURSELVES,
)
# In which form numbers are given, not what they are: "results were expressed as mean difference (MD)".
EXPRESSED = Cue(
    r"\b(?:results?|data|values?|estimates?|outcomes?|variables?|effects?(?:\s+sizes?)?)\s+(?:was|were|is|are)\s+(?:\w+ly\s+)?"
    r"(?:expressed|presented|reported|summari[sz]ed|given|pooled|described)\s+(?:as|in|using|by|with)\s+(?:the\s+)?(?:\w+\s+){0,3}?"
    r"(?:means?|medians?|ratios?|percentages?|frequenc(?:y|ies)|proportions?|differences?|deviations?|errors?|intervals?|models?)\b",
    ("expressed", "presented", "reported", "summari", "given", "pooled", "described"),
    small=True,
)
# What only lists how the work differs from others: "the novel aspects here are that: (i) No training is needed …".
NEWNESS = Cue(
    r"\b(?:novel|new|distinguishing|distinctive|key|main)\s+(?:aspects?|features?|elements?|ingredients?|points?)\b[^.;:]{0,40}?"
    r"\b(?:is|are)\b[^.;:]{0,20}:",
    ("aspect", "feature", "element", "ingredient", "point"),
    small=True,
)
# What is costly or hard anyway, and so a reason for the work: "the tuning is computationally intense and requires …".
BURDEN = Cue(
    r"\b(?:is|are|remains?)\s+(?:often\s+|still\s+|very\s+|highly\s+|\w+ly\s+)?(?:expensive|costly|intense|intensive|demanding"
    r"|time-consuming|laborious|prohibitive|cumbersome)\b",
    small=True,
)
# That something was not found: "we find no improvements".
NONE_FOUND = Cue(
    rf"{WE}{ADVERBS}\s+(?:find|found|see|saw|observe|observed|detect|detected|show|showed)\s+(?:that\s+)?(?:no|little|neither|hardly|few)\b",
    OURSELVES,
)
