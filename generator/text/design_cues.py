"""Turns of phrase that say what was done without "we": in the passive, of a paper, or by naming the design."""

from __future__ import annotations

from generator.text.cues import ADVERBS, Cue

_WORK = (
    "(?:paper|work|study|article|survey|report|research|manuscript|review|chapter|thesis|dissertation|essay|monograph|volume"
    "|edition|perspective|commentary|overview|tutorial|trial|experiment|meta-analysis|investigation|project"
    "|guidelines?|(?:consensus |position |scientific )?statement|protocol|catalogue|catalog)"
)
_NEEDS = (
    "paper", "work", "study", "article", "survey", "report", "research", "manuscript", "review", "chapter", "thesis",
    "dissertation", "essay", "monograph", "volume", "edition", "perspective", "commentary", "tutorial", "trial",
    "experiment", "analysis", "investigation", "project", "guideline", "statement", "protocol", "catalog",
)  # fmt: skip
# What a paper does, beyond what any of its authors would say of themselves ("this guideline makes 23 recommendations").
_DOES = (
    r"(?:exploit|ask|map|link|combin|appl|estimat|document|undertak|synthesi[sz]|integrat|deriv|collect|compil|follow|rethink|recover"
    r"|re-?read|uncover|bring|elaborat|reconcil|interpret|advanc|embed|relat|match|chart|detail|test|track|sketch|set"
    r"|digiti[sz]|simulat|model|predict|calculat|detect|determin|explain|elucidat|clarif|illuminat|provid|mak|draw|sampl|cover|gather)"
    r"(?:e|es|s|ed|ies|ied)"
    r"|made|brought|took\s+stock|takes\s+stock|sought|set\s+out|drew|use[sd]?\s[^.;]{3,160}?\bto\s+[a-z]+"
)
WORK_ACTS = Cue(
    rf"\b(?:this|the\s+(?:present|current)|our)\s+(?:[\w-]+\s+){{0,2}}?{_WORK}(?:,\s[^,;.]{{3,90}},)?{ADVERBS}\s+(?:{_DOES})\b",
    _NEEDS,
)
# "It argues that …": what only a paper does.
PAPER_SAYS = (
    r"(?:argues|shows|demonstrates|contends|concludes|finds|suggests|reveals|explains|describes|asks|documents)\s+(?:\w+\s+)?"
    r"(?:that|how|why|whether|what)\b"
    r"|(?:derives|traces|examines|explores|investigates|reviews|surveys|reconstructs|reconsiders|re-?examines|revisits|analy[sz]es)\b"
)
IT_ACTS = Cue(
    rf"^(?:[^.;:]{{3,100}}, )?it\s+(?:then\s+|also\s+|first\s+|thus\s+|therefore\s+)?(?:{PAPER_SAYS})", ("it ",)
)
# What is done to things and people in a study, of any field.
_DONE = (
    "collected|sampled|recorded|measured|monitored|interviewed|surveyed|sequenced|genotyped|randomi[sz]ed|compared|tested"
    "|analy[sz]ed|prepared|synthesi[sz]ed|fabricated|deposited|manipulated|moved|exposed|treated|subjected|transplanted"
    "|simulated|modelled|modeled|digiti[sz]ed|transcribed|coded|reconstructed|traced|excavated|imaged|tracked|followed\\s+(?:up\\s+)?for"
    "|screened|compiled|assembled|constructed|evaluated|assessed|examined|characteri[sz]ed|quantified|carried\\s+out|performed"
    "|conducted|undertaken|combined"
)
WAS_DONE = Cue(
    rf"^(?!(?:these|those|they|it|this|that|such|both|all\s+(?:these|those))\b)[^.;:]{{3,160}}?\b(?:was|were)\s+(?:\w+ly\s+)?(?:{_DONE})\b",
    ("was ", "were "),
)
# Data that were only gathered, for no purpose that the sentence tells: "Samples were collected from 42 fields".
ONLY_GATHERED = Cue(
    r"^(?!(?:these|those|they|it|this|that|such|both)\b)[^.;:]{3,160}?\b(?:was|were)\s+(?:\w+ly\s+)?"
    r"(?:collected|sampled|recorded|measured)\b(?![^.]*?\b(?:to\s+[a-z]|and\s+[a-z]+ed\b))",
    ("was ", "were "),
)
# "New series of wages are presented."
_NO_THING = (
    "implications?|recommendations?|limitations?|results?|conclusions?|directions?|examples?|findings?|suggestions?"
    "|details?|applications?"
)
IS_PRESENTED = Cue(
    rf"^(?!(?:these|those|they|it|this|that|such|both)\b)(?![^.;:]*?\b(?:{_NO_THING})\s+"
    r"(?:(?:of|for|to|from|on|in|with)\s[^.;:]{3,60}\s)?(?:is|are|was|were)\b)"
    r"[^.;:]{3,120}?\b(?<!that )(?:is|are)\s+(?:\w+ly\s+)?"
    r"(?:proposed|presented|introduced|reported|put\s+forward|offered|derived)\b"
    r"(?!\s+(?:by|as|to\s+be|that)\b)",
    ("proposed", "presented", "introduced", "reported", "put forward", "offered", "derived"),
)
# What a guideline recommends is what it contributes.
GUIDELINE = Cue(
    r"\bthis\s+(?:[\w-]+\s+){0,2}?(?:guidelines?|statement|consensus)\b", ("guideline", "statement", "consensus")
)
# One of several things that were tried: "In one experiment we …".
EXAMPLE = Cue(
    r"^(?:for\s+(?:example|instance)|in\s+(?:one|another)\s+(?:experiment|study|test|case|example))\b",
    ("for ", "in one", "in another"),
)
# What is only looked at, as a case or a setting: "We consider a setting where …".
CONSIDERS = Cue(
    r"\bwe\s+(?:\w+ly\s+|also\s+|first\s+|then\s+)?consider(?:ed)?\s+an?\s+(?:\w+\s+){0,2}?(?:settings?|scenarios?|cases?|situations?|regimes?)\b",
    ("consider",),
)
# "It is shown that …".
IT_IS_SHOWN = Cue(
    r"\bit\s+(?:is|was)\s+(?:\w+\s+)?(?:shown|demonstrated|found|argued|concluded|established|revealed|proposed)\s+(?:here\s+)?that\b",
    ("it is", "it was"),
)
# "In two preregistered experiments, …": the design, not of a study that others made.
BY_DESIGN = Cue(
    r"^(?:in|across|over|through|using|with)\s+(?:an?|two|three|four|five|six|seven|eight|\d+)\s+"
    r"(?!(?:[\w-]+\s+){0,3}?(?:recent|previous|earlier|prior|seminal|landmark|classic|famous|influential)\b)(?:[\w-]+\s+){0,4}?"
    r"(?:experiments?|studies|study|trials?|surveys?|cohorts?|samples?|interviews?|simulations?)\b(?!\s+by\b)",
    ("experiment", "stud", "trial", "survey", "cohort", "sample", "interview", "simulation"),
)
# What only announces how many things follow: "The purpose of this paper is threefold."
MANIFOLD = Cue(r"\b(?:is|are|was|were)\s+(?:two|three|four|five|mani)-?\s?fold\s*[.:]?$", ("fold",), small=True)
