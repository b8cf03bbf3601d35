"""Nouns that say what a named thing is, in many fields; and what is spelt like a name but names nothing."""

from __future__ import annotations

_KINDS = {
    "benchmark": "benchmark benchmarks leaderboard challenge testbed competition",
    "data set": "dataset datasets corpus corpora treebank database databases catalogue catalog collection biobank"
    " cohort registry repository census atlas lexicon",
    "model": "model models checkpoint checkpoints llm llms lm lms backbone backbones",
    "architecture": "architecture architectures network networks",
    "method": "method methods algorithm algorithms technique techniques approach approaches framework frameworks"
    " optimizer optimizers optimiser sampler samplers loss objective decoding protocol assay procedure adapters",
    "task": "task tasks",
    "measure": "score scores metric metrics",
    "software": "software package library toolkit program platform engine",
    "gene": "gene genes mutation mutations variant variants allele alleles carriers knockout",
    "protein": "protein proteins receptor receptors antibody antibodies inhibitors inhibitor enzyme",
    "pathogen": "virus viruses strain strains bacteria",
    "disease": "disease syndrome infection",
    "instrument": "telescope satellite spacecraft mission instrument spectrograph camera detector observatory array"
    " interferometer microscope scanner spectra imaging images photometry parallaxes",
    "survey": "survey",
    "statute": "act regulation directive convention treaty statute law",
    "court": "court tribunal",
    "archive": "archive archives proceedings museum",
    "scale": "questionnaire inventory",
    "guideline": "guideline guidelines statement checklist",
    "standard": "initiative",
}
KIND_OF = {noun: kind for kind, nouns in _KINDS.items() for noun in nouns.split()} | {
    "data set": "data set",
    "data sets": "data set",
}
# For names of several capitalised words: the last word, where it shows a proper name.
PROPER_ENDS = frozenset(
    "act regulation directive convention treaty court tribunal telescope observatory satellite survey array mission"
    " archive archives library museum proceedings database atlas biobank corpus treebank initiative project scale"
    " inventory index test questionnaire register registry catalogue catalog benchmark challenge consortium union"
    " protocol code bill online program programme institute framework dataset cohort study trial".split()
)
# Abbreviations from scholarly prose, statistics, measures and computing: they name nothing that works share.
NOT_NAMES = frozenset(
    "sota rq ci sd se or hr rr iqr auc roc anova url urls pdf html http https doi id ids usa us uk eu un vs etc ie eg"
    " fig eq tab sec ghz mhz khz gb mb kb tb hz db ms cpu cpus gpu gpus ram ssd api apis json xml csv ai 3d 2d 1d"
    " ii iii iv vi vii viii ix xi xii ok faq tv pc bc ad am pm phd msc bsc ceo nsf nih isbn issn arxiv github"
    " appendix table figure section chapter part article phase type level stage step group experiment equation"
    " january february march april may june july august september october november december monday".split()
)
NUMBERED = frozenset(
    "chapter table figure section part article phase type level stage task step group study experiment appendix"
    " equation version volume grade class model question dataset algorithm theorem lemma".split()
)
