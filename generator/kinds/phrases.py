"""What authors say that they made or did: the head noun of what they present, and verbs that need no noun.

An abstract says it in its acts ("we present a corpus of judgments": `corpus`), a title by what stands at its beginning
or after its colon ("QuickLoci: a command-line program": `program`), and a definition says what something is ("ClinVar
is an archive").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

SURVEY, DATA, METHOD, THEORY, SYSTEM, TOOL, POSITION, THESIS, STUDY = (
    "survey", "benchmark or data set", "method", "theory", "system", "tool", "position", "thesis", "study",
)  # fmt: skip

_HEADS = {
    SURVEY: "survey review overview tutorial roadmap meta-analysis primer bibliography handbook",
    DATA: "benchmark benchmarks dataset datasets corpus corpora database databases catalogue catalog atlas collection"
    " collections archive repository resource resources treebank leaderboard lexicon testbed test-suite gazetteer"
    " ground-truth data-release release census testset set sample aggregate aggregation compilation inventory registry"
    " map maps reference knowledge-base ontology glossary questionnaire-bank index testbeds suite",
    TOOL: "package library toolkit toolbox software program plugin plug-in app add-on tool toolchain"
    " command-line-program interface codebase implementation web-application application simulator",
    SYSTEM: "system platform infrastructure service engine broker server prototype facility observatory instrument"
    " assistant chatbot robot pipeline-service network-service",
    METHOD: "method methods approach approaches algorithm algorithms framework model models architecture architectures"
    " technique techniques strategy strategies network networks scheme schemes mechanism protocol procedure loss"
    " objective paradigm workflow estimator decoder encoder transformer transformers classifier recipe solution"
    " optimizer optimiser pipeline module policy kernel regularizer sampler agent agents extension modification"
    " generalization generalisation formulation training fine-tuning pre-training decoding attention augmentation"
    " distillation prompting quantization tokenization layer layers adapter adapters cache heuristic heuristics"
    " assay vaccine device intervention therapy treatment curriculum alternative variant family llms lm llm",
    THEORY: "theorem theorems theory proof proofs bound bounds formalism axiom axioms conjecture characterisation"
    " characterization corollary derivation semantics calculus",
    POSITION: "manifesto critique commentary essay",
    STUDY: "study studies analysis analyses investigation evaluation comparison experiment experiments trial trials"
    " evidence observation observations measurement measurements constraints images spectroscopy results"
    " survey-of-users interviews findings assessment exploration ablation ablations audit case-study"
    " cohort questionnaire replication reproduction examination insights",
}
HEADS = {noun: kind for kind, nouns in _HEADS.items() for noun in nouns.split()}

_VERBS = {
    SURVEY: "survey surveys review reviews summarise summarises summarize summarizes overview",
    POSITION: "argue argues contend contends advocate advocates call calls urge urges plead pleads oppose opposes",
    THEORY: "prove proves derive derives",
    STUDY: "investigate investigates investigated examine examines examined explore explores explored study studies"
    " studied analyse analyses analysed analyze analyzes analyzed measure measures measured compare compares compared"
    " ask asks asked test tests tested evaluate evaluates evaluated assess assesses assessed probe probes probed"
    " characterise characterises characterised characterize characterizes characterized quantify quantifies"
    " quantified revisit revisits find finds found observe observed interview interviewed estimate estimates"
    " estimated report reports reported identify identifies identified conduct conducts conducted search searched"
    " reassessed followed sequenced treated crawled coded profiled confirmed recruited enrolled randomised randomized"
    " integrated discover discovered uncover uncovers reveal reveals track tracks seek seeks",
}
VERBS = {verb: kind for kind, verbs in _VERBS.items() for verb in verbs.split()}
MAKES = frozenset(
    "introduce introduces introduced present presents presented propose proposes proposed develop develops developed"
    " design designs designed devise devises devised release releases released describe describes described construct"
    " constructs constructed create creates created build builds built curate curates curated compile compiles compiled"
    " assemble assembles assembled collect collects collected contribute contributes provide provides provided offer"
    " offers publish publishes formulate formulates deploy deploys deployed train trains trained define implement"
    " implements implemented establish maintain give gives pioneer launch unveil make made deliver delivers learn"
    " apply adapt extend extends combine combines adopt leverage use model".split()
)
# What may only be mentioned in passing: the method trained on, a bound given with the method.
FAINT = frozenset("train trains trained learn give gives use apply adapt combine leverage model provide define".split())

_PAPER = (
    r"(?:paper|work|study|article|survey|report|research|manuscript|review|overview|chapter|thesis|dissertation"
    r"|letter|tutorial|essay|perspective|commentary|book|monograph)"
)
# Begins with the few letters that can open it, which is fast; that no letter precedes it is checked later.
ACT = re.compile(
    rf"""
    (?P<who>[WITOta](?<!\w\w)(?:
      (?<=[W])e\b | (?<=I)\b
      | (?:(?<=[Tt])his|(?<=O)ur|(?<=[Tt])he\s+present)\s+(?:[\w-]+\s+){{0,2}}?(?P<paper>{_PAPER})\b
      | (?<=[Tt])he\s+(?:authors|paper|article)\b
      | (?<=a)nd(?=\s+(?:introduce|propose|present|release|develop|prove|derive|argue|call|evaluate|describe)\b))
      | w(?<!\w\w)e\b(?<!\bas\swe)(?<!\bif\swe)(?<!\bwhen\swe)
      | o(?<!\w\w)ur\s+(?:[\w-]+\s+){{0,2}}?(?P<ours>{_PAPER})\b)
    (?:\s+(?:have|has|\w+ly|also|then|further|thus|here|first|instead|therefore|hence|aim(?:s|ed)?\s+to
      |seeks?\s+to|set\s+out\s+to|attempt\s+to|mainly|both|and))*
    \s+(?P<verb>[a-z]+(?:-[a-z]+)?)\b
    """,
    re.VERBOSE,
)
PASSIVE = re.compile(
    r"""
    ^(?:an?|the)\s+(?P<object>(?:[\w-]+\s+){0,7}?[\w-]+)\s+  # what it is done to
    (?:is|are|was|has\s+been|have\s+been)\s+(?:\w+ly\s+)?  # the passive, perhaps with an adverb
    (?:proposed|presented|introduced|described|developed|released|built)\b  # what is done
    """,
    re.IGNORECASE | re.VERBOSE,
)
IS_A = re.compile(r"^(?P<name>[A-Z][\w.+-]*(?:\s+[A-Z(][\w.+)-]*){0,4})\s+is\s+(?P<object>an?\s+[^.;]{3,120})")
# Verbs that mean something else here: giving a name, proving by example.
NOT_MEANT = re.compile(
    r"""
    \bcall(?:s|ed)?\s(?!for\b|upon\b|on\b)  # a name given, as against `call for`
    | \b(?:empirically|experimentally)\s+(?:prove|derive)  # a proof by trying
    | \bprove[sn]?\s+(?:that\s+)?(?:our|the\s+(?:effective|superior|valid|useful|efficacy))  # praise of one's own
    """,
    re.VERBOSE,
)
# Where a noun phrase ends.
_PHRASE_END = re.compile(
    r"""
    [.;:,()]  # a mark
    | \s(?:
      that|which|who|whose|to|for|of|with|in|on|by|from|using|based|where|when|and|capable|designed  # after a noun
      |called|named|dubbed|termed  # a name given
      |at|as|between|across|under|without|via|through|over  # further prepositions
      |is|are|can  # verbs
      |containing|consisting|trained|built|aimed|comprising|showing|exploiting|leveraging  # participles
      |allowing|enabling|it|written|against|than|following  # and the rest
    )\b
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_APPOSITION = re.compile(r"^[^,.;:(]{1,60}?(?:\s*\([^()]{1,60}\))?\s*,\s+(?=(?:an?|the|our|one|new|two|three)\s)")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_TRIAL = re.compile(r"\bproof[ -]of[ -](?:concept|principle)\b")  # a method that was tried, no proof
_PAIRS = {"data set": "dataset", "data sets": "datasets", "test set": "testset", "truth set": "testset",
          "test suite": "test-suite", "data release": "data-release", "case study": "case-study",
          "web application": "web-application", "ground truth": "ground-truth", "training set": "dataset",
          "task suite": "test-suite", "challenge set": "testset", "test collection": "collection",
          "digital library": "digital-library", "digital libraries": "digital-library"}  # fmt: skip
# Nouns of data that mean other things in many fields: the fruit set of an orchard, the release of dopamine, the body
# mass index, platelet aggregation. They mean data beside a word of data, or on their own.
_AMBIGUOUS = frozenset("set sets release aggregate aggregation index resource resources reference suite".split())
_OF_DATA = frozenset(
    "data test tests training train validation evaluation development dev benchmark challenge truth gold task tasks"
    " question questions problem problems image images video videos text texts speech audio corpus language lexical"
    " linguistic annotation annotations annotated labelled labeled query queries instruction instructions preference"
    " dialogue code document documents sentence sentences sequence sequences recordings records instances examples"
    " items prompts pairs".split()
)
_QUALITIES = frozenset(
    "a an the our one this its public open open-source open-access free freely available new novel large large-scale"
    " small comprehensive community shared online web digital first second third rich standard curated expert diverse"
    " multilingual parallel reference unified extensive valuable unique".split()
)
_COMPLEMENT = re.compile(r"\s+of\s+(?P<things>[^.;:,()]{1,60})")  # `a set of 40 annotated leaves`
_NEED_DATA = frozenset(("set", "sets", "aggregate", "aggregation", "release"))  # alone, they say nothing
# A part of the work says nothing: "the architecture of", "its data model".
_PIECES = re.compile(r"^(?:its|their|how|why|what|that|whether|results|evidence that)\b")
_NOT_MODEL = re.compile(r"\b(?:formal|game-theoretic|theoretical|analytical|mathematical|axiomatic)\b")


def head(phrase: str) -> tuple[str, str] | None:
    """(kind, the words that show it) of the noun phrase at the beginning of `phrase`; None if its head says nothing."""
    if _PIECES.match(phrase.lstrip()):
        return None
    text = _BRACKETED.sub("", phrase.lstrip(), count=1) if "(" in phrase[:80] else phrase.lstrip()
    text = _TRIAL.sub("approach", text)
    apposition = _APPOSITION.match(text)
    for part in ([text[apposition.end() :]] if apposition else []) + [text]:
        end = _PHRASE_END.search(part)
        noun_phrase = part[: end.start()] if end else part
        words = _WORD.findall(noun_phrase)[-9:]
        if not words:
            continue
        last = [word.lower() for word in words]
        pair = _PAIRS.get(" ".join(last[-2:]))
        kind = HEADS.get(pair or last[-1])
        if kind == METHOD and _NOT_MODEL.search(noun_phrase):
            kind = THEORY
        if kind and (pair or last[-1] not in _AMBIGUOUS or _is_of_data(last, part[len(noun_phrase) :])):
            return kind, noun_phrase.strip()
    return None


def _is_of_data(words: Sequence[str], after: str) -> bool:
    """Whether the ambiguous noun at the end of `words` means data, judged by the words before and after it."""
    before = [word for word in words[:-1] if word not in _QUALITIES]
    if before:
        return not _OF_DATA.isdisjoint((before[-1], *before[-1].split("-")))
    if words[-1] not in _NEED_DATA:
        return True
    things = _COMPLEMENT.match(after)
    return things is not None and not _OF_DATA.isdisjoint(_WORD.findall(things["things"].lower()))
