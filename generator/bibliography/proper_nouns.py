"""Words of a title that are names, though no inner capital says so: Bayesian, Monte Carlo, Amazon.

They come from two places: a list of names that titles of research use, and the work's own abstract, where a word is a
name if it has a capital in the middle of a sentence, alone among lower-case words, and never appears in lower case.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.escape import visible

_LISTED = """
    Bayes Bayesian Bernoulli Boltzmann Brownian Cauchy Dirichlet Euclidean Euler Fourier Gauss Gaussian Gibbs
    Hamiltonian Hausdorff Hawkes Hebbian Hermitian Hessian Hilbert Hopfield Jacobian Jensen Kalman Kolmogorov
    Kronecker Kullback Lagrange Lagrangian Langevin Laplace Laplacian Lebesgue Leibler Leibniz Lévy Lipschitz
    Lyapunov Mahalanobis Markov Markovian Metropolis-Hastings Monte~Carlo Nash Newton Nyström Pareto Pearson Poisson
    Rademacher Rényi Riemann Riemannian Schrödinger Shannon Shapley Sobolev Spearman Stein Taylor Thompson Turing
    Wasserstein Wiener Zipf Chomsky Einstein Darwin Darwinian Freudian Kantian Socratic Newtonian Boolean Occam
    Byzantine Alzheimer Parkinson Crohn Hodgkin Huntington Asperger Ebola Zika Cochrane Medicare Medicaid Vancouver
    Adam Amazon Android Bard Bing Bitcoin Claude Docker Ethereum Facebook Gemini Google Instagram Kaggle Kubernetes
    Linux Llama Microsoft Mistral Nvidia Pytorch Python Reddit Stack~Overflow Telegram Twitter Unix Weibo Wikidata
    Wikipedia Wiktionary Yelp Minecraft Atari Africa African America American Antarctica Arctic Asia Asian Atlantic
    Australia Australian Austria Austrian Bangladesh Bangla Belgian Belgium Bengali Brazil Brazilian Britain British
    Bulgaria Bulgarian California Canada Canadian Catalan Chile China Chinese Colombia Croatian Cuba Cyrillic Czech
    Danish Denmark Dutch Egypt Egyptian English Estonia Estonian Ethiopia Ethiopian Europe European Finland Finnish
    France French German Germany Ghana Greece Greek Hausa Hebrew Hindi Hong~Kong Hungarian Hungary Iceland Icelandic
    Igbo India Indian Indonesia Indonesian Iran Iraq Ireland Irish Israel Israeli Italian Italy Japan Japanese Kenya
    Korea Korean Kurdish Latin Latvian Lithuanian London Malaysia Malay Mandarin Marathi Mediterranean Mexican
    Mexico Mongolian Nepal Nepali Netherlands New~York New~Zealand Nigeria Nigerian North~America Norway Norwegian
    Pacific Pakistan Pashto Persian Peru Poland Portugal Portuguese Punjabi Romania Romanian Russia Russian Rwanda
    Sanskrit Saudi~Arabia Scandinavian Scotland Scottish Serbian Singapore Slovak Slovenian Somali South~Africa
    South~America Spain Spanish Swahili Sweden Swedish Swiss Switzerland Taiwan Tamil Tanzania Telugu Thai Thailand
    Tibetan Turkish Uganda Ukraine Ukrainian United~Kingdom United~States Urdu Vietnam Vietnamese Welsh Yoruba Zulu
    Arabic Armenian Basque Berber Christian Islamic Jewish Muslim Hindu Buddhist Bible Quran Shakespeare Talmud
"""
_NAMES = [name.replace("~", " ") for name in _LISTED.split()]
_LISTED_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))})(?!\w)")
_CAPITALISED = re.compile(r"(?<![\w'’-])[A-Z][a-z]{2,}(?![\w'’])")
_OPENING = re.compile(r"(?:^|[:?!.]\s)\W*+(?:\w++|$)")  # the words that every style capitalises
# A lone capital in the middle of a sentence: after a lower-case word, and before another or a punctuation mark.
_ALONE = re.compile(r"(?<!\S)[a-z]\S*(?<![.:?!]) ([A-Z][a-z]{2,})(?=[,;.:)]|(?:'s|’s)?\s+[a-z])")


@lru_cache(maxsize=100_000)  # every format of a bibliography asks for all works
def proper_nouns(title: str, abstract: str) -> tuple[str, ...]:
    """The names in a title, each in braces as `latex_title` takes them, in the title's order."""
    text, prose = visible(title), visible(abstract)
    found = {match.start(): match[0] for match in _LISTED_NAME.finditer(text)}
    opening = {match.end() for match in _OPENING.finditer(text)}
    alone = set(_ALONE.findall(prose))
    for match in _CAPITALISED.finditer(text):
        is_new = match.start() not in found and match.end() not in opening
        if is_new and match[0] in alone and not _is_written_small(match[0], f"{text} {prose}"):
            found[match.start()] = match[0]
    return tuple(dict.fromkeys(f"{{{found[start]}}}" for start in sorted(found)))


def _is_written_small(word: str, text: str) -> bool:
    """Whether the text has `word` in lower case, at least as the start of a word."""
    small = (word[0].lower() + word[1:]).removesuffix("s")
    at = text.find(small)
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at = text.find(small, at + 1)
    return at >= 0
