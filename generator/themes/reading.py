"""What a work says about itself, part by part: its title, what it contributes, and the background around that."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.text.sentences import sentences
from generator.themes.stems import stems
from generator.works import Work

# The acts by which an abstract says what its work does (move 3 of Swales' "create a research space" model of
# introductions): a first person or "this paper", and a verb of contribution close behind it.
_ACT = re.compile(
    r"""
    \b(?:we|this\ (?:\w+\ )?(?:paper|work|article|study|survey|review|report|manuscript|thesis|tutorial)
        |our\ (?:work|paper|study|survey|contributions?))\b    # who acts
    (?:\W+\w+){0,3}?\W+                                        # "in turn"
    (?:propos|introduc|present|releas|develop|describ|stud[iy]|investigat|explor|examin|analy[sz]|survey|review|address
      |design|formul|contribut|build|construct|train|pre-?train|establish|offer|provid|argue|ask|revisit|tackl|aim|focus
      |seek|consider|creat|collect|derive)                     # what is done
    """,
    re.VERBOSE,
)
# Where the code can be found says nothing about the subject.
_AVAILABLE = re.compile(
    r"""
    https?:|github\.com                                                           # an address
    |\b(?:code|models?|data|datasets?|weights|checkpoints|implementations?|demos?|samples)\b.*
     \b(?:available|released?|found|open[- ]?sourced)\b.*(?:\bat\b|publicly)      # "the data can be found at"
    |^(?:our\ )?(?:source\ )?code\b.{0,60}\b(?:available|released)                # "our code will be released"
    """,
    re.VERBOSE,
)
_OFFERS = ("availabl", "releas", "found", "sourced", "http", "github")  # without one of these, no need to look closer
_EXAMPLES = re.compile(r"\b(?:such as|including|e\.g\.|for example|for instance|ranging from|across|as well as)(?=\W)")
_MEANS = re.compile(r"\b(?:via|with|by|using|through|from|based on|under)\b", re.IGNORECASE)

# How much a word counts where it stands. Chosen on the development labels with titles and scopes of the themes alone,
# where a third up or down changes the agreement by less than two works in a hundred.
TITLE, TITLE_MEANS, CONTRIBUTION, AROUND, BACKGROUND = 3.0, 0.8, 1.2, 0.9, 0.8
EXAMPLES = 0.4  # of what its sentence counts: "such as A, B and C" names things that the work is not about
USUAL_LENGTH = (
    170.0  # weighted words of an abstract; a longer one counts a word less (by the square root), a shorter one more
)


class Part(NamedTuple):
    """A stretch of a work's text: its stems in order, and how much each counts."""

    stems: list[str]
    weight: float


def parts(work: Work) -> list[Part]:
    """Title, keywords and sentences of a work, each with the weight of what it does there."""
    body = [Part(stems(keyword), CONTRIBUTION) for keyword in work.keywords]
    texts = [text for text in map(str.lower, sentences(work.abstract)) if not _tells_where(text)]
    acts = [bool(_ACT.search(text)) for text in texts]
    contributed = not any(acts)
    for text, act in zip(texts, acts, strict=True):
        contributed = contributed or act
        around = AROUND if contributed else BACKGROUND
        weight = CONTRIBUTION if act else around
        examples = _EXAMPLES.search(text)
        cut = examples.start() if examples else len(text)
        body.append(Part(stems(text[:cut]), weight))
        if examples:
            body.append(Part(stems(text[cut:]), weight * EXAMPLES))
    length = sum(len(part.stems) * part.weight for part in body)
    scale = (USUAL_LENGTH / max(length, USUAL_LENGTH / 4)) ** 0.5
    means = _MEANS.search(work.title, 8)  # "A via B" is about A, and B is how
    cut = means.start() if means else len(work.title)
    title = [Part(stems(work.title[:cut]), TITLE), Part(stems(work.title[cut:]), TITLE_MEANS)]
    return title + [Part(part.stems, part.weight * scale) for part in body]


def _tells_where(text: str) -> bool:
    return any(word in text for word in _OFFERS) and _AVAILABLE.search(text) is not None
