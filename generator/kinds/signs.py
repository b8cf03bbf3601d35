"""Turns of phrase in titles and abstracts that show what kind of work it is, each with a weight."""

from __future__ import annotations

import re

from generator.kinds.phrases import DATA, METHOD, POSITION, STUDY, SURVEY, SYSTEM, THEORY, THESIS, TOOL
from generator.text.cues import Cue

COLON = re.compile(r"\s*:\s+|\s+[–—-]\s+|\?\s+")
HEAD_OF_TITLE = re.compile(r"(?:(?P<article>An?|The|Our|a|an|the)\s+|(?:Towards?|On)\s+)?(?P<rest>.{3,120})", re.DOTALL)
NAMED_IN_TITLE = re.compile(r"[\w$^{}.+-]*(?:[A-Z0-9][\w$^{}.+-]*){2,}|[A-Z][\w-]{2,}(?: [A-Z0-9][\w.-]*)?")
Signs = tuple[tuple[str, float, Cue], ...]

_QUALIFIED = (
    r"(?:(?:brief|short|comprehensive|systematic|critical|recent|scoping|literature|concise|in-depth|rapid|narrative"
    r"|structured|broad|practical|historical|unified|selective|umbrella|qualitative|extensive|empirical"
    r"|technical)[ -])*"
)


def _sign(pattern: str, needs: str) -> Cue:
    """A sign in an abstract: a lower-case pattern, and strings of which every match contains one, with `_` for a
    space.
    """
    return Cue(pattern, tuple(need.replace("_", " ") for need in needs.split()), small=True)


def _title(pattern: str) -> Cue:
    """A sign in a title, regardless of case."""
    return Cue(pattern, small=True)


TITLE_SIGNS: Signs = (
    (SURVEY, 2.6, _title(
        rf"(?:^|[:?–—-] )(?:an? |the )?{_QUALIFIED}(?:survey|review|overview|tutorial|roadmap|primer)"
        r"(?=$| (?:of|on|and|for|from|in)\b)")),
    (SURVEY, 3.0, _title(
        r"\b(?:systematic|scoping|literature|umbrella) reviews?\b|\breviewed$|\bmeta-analysis\b"
        r"|\bstate of the art (?:in|of)\b")),
    (DATA, 1.6, _title(
        r"\b(?:benchmark(?:ing)?|data ?sets?|corpus|test suite|data release|leaderboard|treebank)\b(?! of the)")),
    (TOOL, 1.8, _title(
        r"\b(?:(?:python|r|julia|open[- ]source) (?:package|library|toolkit|software|tool)|toolbox|toolkit"
        r"|command-line)\b")),
    (SYSTEM, 1.2, _title(
        r"\b(?:platform|infrastructure|broker|serving system|operating system|deployed|in production)\b")),
    (THEORY, 1.8, _title(
        r"\b(?:theorem|theor(?:y|ies) of|bounds?|provabl[ey]|identifiability|convergence of|no-go|formal model"
        r"|complexity of|limiting distribution|axiom\w*|expressive power)\b")),
    (POSITION, 2.0, _title(
        r"^(?:against|why (?:we|you|the)|stop |the case (?:for|against)|in defence of|in defense of|call for)"
        r"|\b(?:position paper|manifesto|viewpoint|considered harmful|must (?:not|stop|be)|should (?:not|be"
        r"|stop))\b|(?:^|: )(?:an? )?(?:\w+ )?perspective\b")),
    (STUDY, 1.4, _title(
        r"\b(?:an? (?:\w+ )?(?:case |empirical |cohort |comparative |longitudinal |pilot |field )?stud(?:y"
        r"|ies)|evaluating|investigating|examining|understanding|analy[sz]ing|characteri[sz]ing|probing"
        r"|revisiting|questioning|assessing|exploring|comparing|(?:the )?(?:effects?|impact|influence|role"
        r"|association|prevalence|occurrence) of|randomi[sz]ed|cohort|case study|empirical|on the (?:usage"
        r"|use))\b")),
    (STUDY, 1.2, _title(
        r"^(?:do|does|did|can|is|are|how|what|when|where|which|who|why|shall|should)\b.*\?|^how (?:do|does"
        r"|much|many|well)\b|\bnot yet\b")),
    (STUDY, 0.8, _title(
        r"\b(?:comparison|identification|characteri[sz]ation|demonstration|analysis|prevalence|distribution|diversity"
        r"|determinants|evidence) (?:and \w+ )?of\b")),
    (METHOD, 0.8, _title(
        r"\b(?:efficient|efficiently|improv(?:ing|ed)|faster|accelerating|via|learning to|enhancing"
        r"|novel (?:\w+ )?(?:method|model|network)s?|boosting|towards? (?:efficient|scalable|robust)"
        r"|approach|framework|algorithm|method|correcting|predicting|recognising|recognizing|training)\b")),
    (THESIS, 2.5, _title(r"\b(?:doctoral|phd|master'?s) (?:thesis|dissertation)\b")),
)  # fmt: skip


ABSTRACT_SIGNS: Signs = (
    (SURVEY, 2.0, _sign(
        r"\b(?:in )?th(?:is|e present) (?:\w+ ){0,2}(?:survey|review|overview|tutorial)\b",
        "survey review overview tutorial",
    )),
    (SURVEY, 1.5, _sign(
        r"\bprisma\b|\bwe (?:searched|screened) (?:\w+ ){0,3}databases\b"
        r"|\b(?:included|mapped|surveyed?|catalogued?|reviewed?) (?:more than )?(?:\d[\d,]*|a hundred) (?:\w+ )?"
        r"(?:studies|papers|articles|publications|works|trials)\b",
        "prisma searched screened included mapped survey catalogue review",
    )),
    (SURVEY, 1.5, _sign(
        r"\bwe (?:\w+ly )?reviewed (?:the )?(?:\w+ ){0,2}(?:literature|evidence|studies|research)\b",
        "reviewed",
    )),
    (SURVEY, 0.8, _sign(
        r"\b(?:future (?:research )?directions|open (?:challenges|questions|problems)|recent (?:advances"
        r"|progress|developments) in)\b",
        "future_ open_ recent_advances recent_progress recent_dev",
    )),
    (DATA, 0.9, _sign(
        r"\b(?:baselines? (?:leave|with|reach)|inter-?annotator|agreement was|kappa|annotated by"
        r"|experts (?:marked|annotated)"
        r"|(?:corpus|data ?set|benchmark) (?:is|are|holds|contains|consists|comprises|will be))\b",
        "baselines annotator agreement_was kappa annotated_by experts_ corpus_ dataset_ data_set_ benchmark_",
    )),
    (TOOL, 1.2, _sign(
        r"\b(?:software|package|library|program|tool) (?:is|are) (?:freely |publicly |openly )?(?:available"
        r"|distributed|released|tested|written|free)\b"
        r"|\b(?:written|implemented) in (?:python|r|c\+\+|rust|java|julia|javascript)\b"
        r"|\bunder (?:an? |the )?(?:gpl|mit|apache|bsd|open)\b|\b(?:open-source|free) software\b",
        "software package_ library_ program_ tool_ written_in implemented_in under_a under_the under_gpl "
        "under_mit under_open",
    )),
    (SYSTEM, 1.4, _sign(
        r"\b(?:in (?:operation|service|production)\b|years of operation|(?:been|built and) deployed"
        r"|deployed (?:in|at|to)\b)",
        "operation service production deployed",
    )),
    (THEORY, 1.8, _sign(
        r"\btheorems?\b|\bnecessary and sufficient\b|\bclosed form\b|\bthe proof\b|\bequilibri(?:um"
        r"|a) exists?\b|\bcharacteri[sz]e all\b",
        "theorem necessary closed proof equilibri characteri",
    )),
    (THEORY, 0.8, _sign(
        r"\b(?:upper|lower) bounds?\b|\btheoretical(?:ly)? (?:analysis|guarantee|framework|result|show|prove)"
        r"|\bprovabl[ye]\b|\bimpossibility result\b",
        "bound theoretical provabl impossib",
    )),
    (POSITION, 2.0, _sign(
        r"\bposition paper\b|\bthis (?:paper|article|essay|perspective|commentary"
        r"|chapter) (?:\w+ly )?(?:argues|contends|advocates|calls)\b"
        r"|\bin our view\b|\b(?:we|i) contend\b",
        "position_paper argues contend advocates calls our_view",
    )),
    (POSITION, 1.2, _sign(r"\b(?:we|i) (?:call|plead) (?:for|upon|on)\b", "call_ plead_")),
    (POSITION, 1.0, _sign(r"\b(?:we|i) argue\b|\bset out (?:\w+ )?principles\b", "argue principles")),
    (THESIS, 3.0, _sign(
        r"\bin th(?:is|e present) (?:\w+ )?(?:thesis|dissertation)\b|\bchapter \d\b"
        r"|(?:^|[.!?] )th(?:is|e present) (?:\w+ )?(?:thesis|dissertation) (?!is that\b)",
        "thesis dissertation chapter",
    )),
    (STUDY, 1.5, _sign(
        r"\b(?:randomi[sz]ed (?:controlled|trial)|placebo|cohort|patients|participants|interview(?:s|ed)"
        r"|respondents|phase [1-4]|prospective(?:ly)?|retrospective(?:ly)?)\b",
        "randomi placebo cohort patients participants interview respondents phase prospective retrospective",
    )),
    (STUDY, 0.8, _sign(
        r"\b(?:we|i) (?:\w+ly )?(?:find|found|show|observe|observed|detect|obtain|report|conclude|demonstrate)\b"
        r"|\b(?:our|these|the) (?:findings|results|evidence|data)\b",
        "we_ i_ findings the_results our_results these_results evidence the_data our_data these_data",
    )),
    (STUDY, 0.6, _sign(
        r"\b(?:this|our|the present|the current) (?:\w+ ){0,3}(?:study|trial)"
        r" (?:aim(?:s|ed)|was|is the first|found|suggests)\b"
        r"|\b(?:aim|objective|purpose) (?:of [\w ,-]{3,60})?was to\b"
        r"|\bdata (?:presented|reported) here\b|\(stud(?:y|ies) \d"
        r"|\b(?:was|were) (?:\w+ly )?(?:discovered|investigated|examined|analy[sz]ed|measured)\b"
        r"|(?:^|[.!?] )here,? (?:the|an?) [^.;]{3,140}? (?:is|are) (?:identified|shown|compared|examined)\b",
        "study studies trial was_to data_presented data_reported discovered "
        "investigated examined analy measured here_ here,",
    )),
    (STUDY, 0.8, _sign(
        r"\bempirical(?:ly)? (?:study|investigat|analy)|\bcase stud(?:y|ies)\b|\bwe (?:empirically"
        r"|systematically) \w+",
        "empirical case systematically",
    )),
    (METHOD, 0.9, _sign(
        r"\b(?:our|the proposed) (?:\w+ )?(?:method|approach|algorithm|framework|model|technique|architecture)\b"
        r"|\boutperform|\bstate[- ]of[- ]the[- ]art\b",
        "our proposed outperform state",
    )),
)  # fmt: skip
