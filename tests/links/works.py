"""Works for the tests of links: real titles, abstracts cut to what the test is about."""

from __future__ import annotations

from collections.abc import Sequence

from generator.identifiers import Identifier
from generator.names import Name, parse_name
from generator.records import Origin, Record
from generator.works import Work


def work(
    key: str,
    title: str = "",
    abstract: str = "",
    *,
    authors: Sequence[str | Name] = (),
    year: int | None = None,
    arxiv: str = "",
) -> Work:
    """One work with one record."""
    return Work(
        title=title,
        records=(Record(Origin("sources/a.txt", 1, key)),),
        key=key,
        abstract=abstract,
        authors=tuple(name if isinstance(name, Name) else parse_name(name) for name in authors),
        year=year,
        identifiers=(Identifier("arxiv", arxiv),) if arxiv else (),
    )


LORA = work(
    "hu2021lora",
    "LoRA: Low-Rank Adaptation of Large Language Models",
    "We propose Low-Rank Adaptation, or LoRA, which freezes the pre-trained model weights and injects trainable rank decomposition matrices.",
    year=2021,
)
GPT3 = work(
    "brown2020language",
    "Language Models are Few-Shot Learners",
    "Specifically, we train GPT-3, an autoregressive language model with 175 billion parameters, and test its performance in the few-shot setting.",
    year=2020,
)
MEDUSA = work(
    "cai2024medusa",
    "Medusa: Simple LLM Inference Acceleration Framework with Multiple Decoding Heads",
    "In this paper, we present Medusa, an efficient method that adds decoding heads. Medusa-1 is fine-tuned on top of a frozen backbone.",
    year=2024,
)
RAG = work(
    "lewis2020retrieval",
    "Retrieval-Augmented Generation for Knowledge-Intensive NLP Tasks",
    "We introduce RAG models where the parametric memory is a pre-trained seq2seq model.",
    year=2020,
)
