"""Cleaning: every rule with the damage it was made for, taken from the five documents, and what must stay as it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.clean import clean_abstract, clean_title


@pytest.mark.parametrize(
    ("dumped", "clean"),
    [
        ("achieves up to 9.1times higher throughput", r"achieves up to 9.1$\times$ higher throughput"),
        ("a 2.4speedup over the baseline", r"a 2.4$\times$ speedup over the baseline"),
        ("is up to 3.4faster and 8more efficient", r"is up to 3.4$\times$ faster and 8$\times$ more efficient"),
        ("4.48more requests or 10.2tighter SLO", r"4.48$\times$ more requests or 10.2$\times$ tighter SLO"),
        ("with 2speedup, 1.9higher throughput.", r"with 2$\times$ speedup, 1.9$\times$ higher throughput."),
        ("a fraction of the cost (100times) and time", r"a fraction of the cost (100$\times$) and time"),
        ("a merely sim0.6 point decrease", r"a merely $\sim$0.6 point decrease"),
        ("improvements on GSM8K (5.9%rightarrow10.9%)", r"improvements on GSM8K (5.9%$\rightarrow$10.9%)"),
        ("counts to enhance} interpretability and adjust}.", "counts to enhance interpretability and adjust."),
        ("a new infty-gram LM with backoff", r"a new $\infty$-gram LM with backoff"),
        ("how much a model {p}_{theta}(Y|X) knows", r"how much a model $p_\theta(Y|X)$ knows"),
        ("simple k^{th}-order Markov processes", "simple $k^{th}$-order Markov processes"),
        (
            "an excess risk of mathcal{O}(mathcal{C_Phi/m} + mathcal{C_Psi/n}) for",
            r"an excess risk of $\mathcal{O}(\mathcal{C_\Phi/m} + \mathcal{C_\Psi/n})$ for",
        ),
        (
            "baseline of mathcal{O}(mathcal{C_{Phi circ Psi}/n}) achieved",
            r"baseline of $\mathcal{O}(\mathcal{C_{\Phi \circ \Psi}/n})$ achieved",
        ),
        ("when m gg n and C_{Phicirc Psi} > C_Psi. This", r"when $m \gg n$ and $C_{\Phi\circ \Psi} > C_\Psi$. This"),
        ("defined as N_E sum_{i=1}^{N_E} f_i p_i, where", r"defined as $N_E \sum_{i=1}^{N_E} f_i p_i$, where"),
        ("so that f_i and the LBL", "so that $f_i$ and the LBL"),
        ("transformation and the l_1-norm.", "transformation and the $l_1$-norm."),
        ("and +1.75% F_0.5 score", "and +1.75% F$_{0.5}$ score"),
        ("Heavy Hitters (H_2). The H_2O policy", "Heavy Hitters (H$_2$). The H$_2$O policy"),
        ("LLMs called S^3c-Math, which", "LLMs called S$^3$c-Math, which"),
    ],
)
def test_mathematics_that_lost_its_backslashes_and_dollars_is_restored(dumped: str, clean: str) -> None:
    assert clean_abstract(dumped) == clean


@pytest.mark.parametrize(
    ("dumped", "clean"),
    [
        (r"train-free methods by 30\% and even", "train-free methods by 30% and even"),
        (r"requires \textless2MB of additional storage", "requires <2MB of additional storage"),
        (r"an apparently na\"{\i}ve ensembling", "an apparently naïve ensembling"),
        ("the ``time to first token'', or TTFT", "the “time to first token”, or TTFT"),
        ("perform the \"forgotten'' task", 'perform the "forgotten" task'),
        ("context prediction~(CCP) to learn", "context prediction (CCP) to learn"),
        ("semantic fragments---systematically generated", "semantic fragments—systematically generated"),
        ("The PILE--showing for", "The PILE–showing for"),
    ],
)
def test_latex_that_stands_for_characters_becomes_them(dumped: str, clean: str) -> None:
    assert clean_abstract(dumped) == clean


@pytest.mark.parametrize(
    ("dumped", "clean"),
    [
        (
            "for future research.111Our code and data are released at",
            "for future research. Our code and data are released.",
        ),
        (
            "languages (e.g. sw, ko, ja) .111No models were trained",
            "languages (e.g. sw, ko, ja). No models were trained",
        ),
        ("different model scales111Code is available at", "different model scales. Code is available."),
        ("fine-tuned models.222We provide inference code", "fine-tuned models. We provide inference code"),
        ("Code is publicly available.111", "Code is publicly available."),
        ("Language††*equal contributionmodels can", "Language models can"),
    ],
)
def test_footnotes_that_ran_into_the_text_are_taken_out_or_set_off(dumped: str, clean: str) -> None:
    assert clean_abstract(dumped) == clean


@pytest.mark.parametrize(
    ("dumped", "clean"),
    [
        (
            "We proposeCoLT5, and thatCoLT5achieves more thanLongT5with less.", "We propose CoLT5, and that CoLT5 achieves more than LongT5 with less."),
        ("Our approach outperformsGPT-3’sfew-shot learning", "Our approach outperforms GPT-3’s few-shot learning"),
        ("to pivot throughHypotheticalDocumentEmbeddings (HyDE) .", "to pivot through Hypothetical Document Embeddings (HyDE)."),
        ("a query,HyDEfirst instructs. HyDE is", "a query, HyDE first instructs. HyDE is"),
        ("We introduceScrolls, a suite. Across the input.Scrollscontains tasks, improvement onScrolls.",
         "We introduce Scrolls, a suite. Across the input. Scrolls contains tasks, improvement on Scrolls."),
        ("In this paper, we proposeDeductive Beam Search(DBS) , which", "In this paper, we propose Deductive Beam Search (DBS), which"),
        ("with an up to13 points", "with an up to 13 points"),
        ("token-level DPO learning.Experimental results", "token-level DPO learning. Experimental results"),
        ("language model (e.g.InstructGPT) to generate", "language model (e.g. InstructGPT) to generate"),
        ("unlike adapters,no additional latency", "unlike adapters, no additional latency"),
    ],
)  # fmt: skip
def test_names_glued_to_ordinary_words_are_freed(dumped: str, clean: str) -> None:
    assert clean_abstract(dumped) == clean


def test_a_bare_macro_is_the_name_that_the_title_starts_with() -> None:
    dumped = r"model called\methodname, which. The training of\methodnameis automatic. With\methodname, LLMs"
    clean = "model called Math-Shepherd, which. The training of Math-Shepherd is automatic. With Math-Shepherd, LLMs"
    assert clean_abstract(dumped, "Math-Shepherd: Verify and Reinforce LLMs") == clean
    assert (
        clean_abstract(dumped, "Verify and Reinforce LLMs")
        == r"model called \methodname, which. The training of \methodname is automatic. With \methodname, LLMs"
    )


@pytest.mark.parametrize(
    ("dumped", "clean"),
    [
        ("The Python code is available at |", "The Python code is available."),
        ("We release our code, demos, and datasets at", "We release our code, demos, and datasets."),
        ("recent event-based methods. Code:", "recent event-based methods."),
        ("Please visit our page:", "Please visit our page."),
        ("language models (LLMs) , but\nmay lead", "language models (LLMs), but may lead"),
    ],
)
def test_ends_that_lost_their_address_and_stray_spaces_are_mended(dumped: str, clean: str) -> None:
    assert clean_abstract(dumped) == clean


@pytest.mark.parametrize(
    "text",
    [
        "MiniGPT, fastText-based filters, OpenAI, iPhone, DeepNorm, LaTeX and HuggingFace",
        "StackOverflow (SO) answers",
        "GPT-4more, Llama3faster, 2.4 speedup, 5moreover and 3less-known",
        "4 times larger than BERT; sometimes 2x to 5x; many times",
        "See https://github.com/yxuansu/Contrastive_Search_Is_What_You_Need.",
        "BERT_BASE and GPT_BASE; snake_case_name; a simple simulation",
        "It costs $5 a month, or $50 a year",
        "a score of 1.111 at best; P.804 MOS of 3.43; in 2024Multi",
        "with $\\alpha$ and $O(n^2)$ as given",
        "unbalanced mathcal{O(n and {p}_{theta stay plain",
        "from kHz tokHz",
        "The input and the output, e.g., text; x,y and f(x,f(x))",
        "KV-caches, LLM-based and LLM-powered; LLM and KV",
        "withdrawn, without, thanks, throughput, therefore",
        "the [MASK] and <EOS> tokens, C++ and --verbose",
    ],
)
def test_real_words_and_whatever_is_uncertain_stay_as_they_are(text: str) -> None:
    assert clean_abstract(text) == text


@pytest.mark.parametrize(
    ("dumped", "clean"),
    [
        ("H_2O: Heavy-Hitter Oracle", "H$_2$O: Heavy-Hitter Oracle"),
        ("S^3c-Math: Spontaneous Step-level", "S$^3$c-Math: Spontaneous Step-level"),
        ("Not Months -- Your Language Model", "Not Months – Your Language Model"),
        ("A  Title\nof two lines", "A Title of two lines"),
    ],
)
def test_titles_are_cleaned(dumped: str, clean: str) -> None:
    assert clean_title(dumped) == clean


_damage = st.sampled_from([
    "9.1times", "sim0.6", "{p}_{theta}(Y|X)", "k^{th}", "H_2O", "f_i", "proposeCoLT5,", "thatCoLT5achieves", "CoLT5", "research.111Our", "(LLMs) ,",
    "``a''", "--", r"33\%", r"\methodnameis", "infty-gram", "$", "$x$", "e.g.the", "{", "}", "_", "^", "\\", "~", "at", "at |", "Code:", ".", ",", "’sfew",
    "sum_{i=1}^{N}", "\n", "\u200b",
])  # fmt: skip


@given(st.lists(st.one_of(_damage, st.text(max_size=6)), max_size=12), st.sampled_from([" ", ""]))
def test_cleaning_twice_changes_nothing_more(pieces: list[str], joint: str) -> None:
    for clean in (clean_title, clean_abstract):
        once = clean(joint.join(pieces))
        assert clean(once) == once


_word = st.from_regex(r"[A-Za-z][a-z]{1,9}|[A-Z]{2,5}|\d{1,2}", fullmatch=True)


@given(
    st.lists(_word, min_size=1, max_size=30),
    st.lists(st.sampled_from([", ", "; ", ". ", " (", ") ", " "]), min_size=30, max_size=30),
)
def test_plain_prose_loses_no_word(words: list[str], joints: list[str]) -> None:
    text = "".join(word + joint for word, joint in zip(words, joints, strict=False)) + "end."
    assert re.findall(r"\w+", clean_abstract(text)) == re.findall(r"\w+", text)
