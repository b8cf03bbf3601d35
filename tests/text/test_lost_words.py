from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.lost_words import damage, damaged_sentences
from generator.text.passages import gist
from generator.text.proposals import proposal


@pytest.mark.parametrize(
    "text",
    [
        "This reduces inference latency bywhile it keeps the quality.",
        "Accuracy rises from 74.4%82.1% on all tasks.",
        "We present , a technique for sets.",
        "A speech signal of 16 kHz tokHz is made.",
        "The result exceeds the baseline bypoints on average.",
        "We break this with aSoftmax bottleneck.",
        "The method works online111 and offline.",
        "It needs saving4.4 million steps.",
        "The weights live in the same weight space of, these layers say.",
        "We show thatparaphrasing helps. Paraphrasing is known.",
        "The scheme has a ( ) that says nothing.",
        "It is Min-SNR-. This is fast.",
        "The search is, , slow.",
        "We merge the dataandreduce the noise.",
        "It is trained on onshorttexts alone.",
        "Chunking is appliedafterthe model.",
        "It retrieves similarrealdocuments from a store.",
        "We update the head andall tokens of it.",
        "Code is available athttps://example.org/x.",
        "We compare SOAPwithAdam on two tasks.",
        "In this work we introducenoria, an agent.",
        "On this benchmark,noriaachieves a score of 1.2.",
        "Data2Text is fast. Data2Texttakes tables as its input.",
        "We train an LLM.Through tests we see that it learns.",
        "The model has 2.5M.The other has more.",
        "We train on sets. Our code is publicly available.",
        "We train on sets. The models and code are available at GitHub.",
    ],
)
def test_the_traces_of_a_loss_are_seen(text: str) -> None:
    assert damage(text)


@pytest.mark.parametrize(
    "text",
    [
        "better than, say, trees",
        "the weights of their. That is all",
        "we take it to. Then",
        "we take this to. Then",
        "we give them to. Then",
        "the best such as.",
        "layers of, these",
        "an own an, other",
        "a 2.16on summarization",
        "only12 of them",
        "codes\\footnotetext",
        "codefootnotemark",
        "ax20acy",
        "see \\cite and others",
        "models333",
    ],
)
def test_a_trace_is_seen_by_itself(text: str) -> None:
    assert damage(text)


@pytest.mark.parametrize(
    "text",
    [
        "We found the proteins within the cytoplasm, and withdrew those that were not bound to actin.",
        "Patients with and without diabetes were followed for 2.5y; 95% of them (n = 12) came back.",
        "Online and offline policies are compared; both are asymmetric, asynchronous and atypical.",
        "mRNA and tRNA levels, measured in mM at pH 7.4, rose 3.2x from 1.5k to 4.8k reads.",
        "GPT-3.5-turbo, iPhone and eBay data at 44.1kHz; see Sect. 3.2.1 (and Fig. 2).",
        "Therefore, theory and therapy of androgen, ontology and topology are together another topic.",
        "By and large, what we are looking for is what they came up with. We use it.",
        "The model of, e.g., Smith et al. (2020), which is by far the best, is used to this day.",
        "An F1 of 0.93, a BLEU of 12.5 and 1.3B parameters; 10.5 ms, 2.4GHz, 0.5mg and 7.5th percentile.",
        "Thousands demand to understand brands on hand; standalone highlands and farmland withstand it.",
        "Counterexamples are straightforward; furthermore, the network framework is a benchmark of throughput.",
        "$f(x) = , y$ is odd, and so is $\\mathcal{O}(n)$ for all $\\mathrm{n}$.",
        "The answerability, learnability and explainability of answer and explain tasks.",
        "Nonetheless, whichever is pseudorandom is interchangeable and thereafter indistinguishable from others.",
        "A proposed method was introduced; the proposers introduce proposals. Overachieves and mistakes are words.",
        "Our code will be available. Data are available upon request.",
        "The code is available at https://example.org/code, and the models are available.",
        "It runs on Node.js and ASP.NET (see Sect. 2.In full) with GPT4 and GPT4o.",
        "Der Datensatz ist groß, und die Methode wird gegen andere verglichen.",
        "",
    ],
)
def test_what_an_author_writes_is_no_loss(text: str) -> None:
    assert not damage(text)


def test_nothing_is_quoted_from_a_damaged_sentence() -> None:
    abstract = (
        "Trees grow slowly in most gardens of the north. We propose a way to make trees grow bywhile they sleep. "
        "This paper describes a garden in which trees grow at night. Our trees are up tofaster than all others by 20%. "
        "We find that trees of our garden are 12% taller than those of others."
    )
    lost = damaged_sentences(abstract)
    assert len(lost) == 2
    quoted = [gist(abstract, "Trees at night"), proposal(abstract, "Trees at night"), headline_result(abstract)]
    assert all(passage for passage in quoted)
    assert not any(passage in sentence for passage in quoted for sentence in lost)
