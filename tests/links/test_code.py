from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.links import pages, repositories
from generator.text.escape import safe_url


@pytest.mark.parametrize(
    ("abstract", "address"),
    [
        ("Code is at https://github.com/automl/TabPFN.", "https://github.com/automl/TabPFN"),
        ("Code (https://github.com/foo/bar).We show more.", "https://github.com/foo/bar"),
        ("See https://github.com/foo/bar.Our method", "https://github.com/foo/bar"),
        ("at github.com/foo/bar, and", "https://github.com/foo/bar"),
        ("on https://github.com/foo/bar- and more", "https://github.com/foo/bar"),
        (
            "https://github.com/tjunlp-lab/Lexical-Unit-Decoding-LUD-.",
            "https://github.com/tjunlp-lab/Lexical-Unit-Decoding-LUD-",
        ),
        ("https://github.com/NVIDIA/Megatron-LM#retro.", "https://github.com/NVIDIA/Megatron-LM#retro"),
        ("weights: https://huggingface.co/nvidia/NV-Embed-v1", "https://huggingface.co/nvidia/NV-Embed-v1"),
        (
            "https://github.com/selfsupervised-ai/Natural-GaLore.git",
            "https://github.com/selfsupervised-ai/Natural-GaLore.git",
        ),
    ],
)
def test_a_repository_is_found_without_the_sentence_around_it(abstract: str, address: str) -> None:
    assert repositories(abstract) == (address,)
    assert pages(abstract) == ()


def test_other_addresses_are_pages_and_a_cut_one_is_none() -> None:
    assert pages("Demo: https://probabilistic-inference-scaling.github.io. Data: https://aka.ms/BLURB") == (
        "https://probabilistic-inference-scaling.github.io",
        "https://aka.ms/BLURB",
    )
    assert repositories("Code is available at https://") == pages("Code is available at https://") == ()


@given(st.text(alphabet="https://github.com/ab.()-[]@:%?javascript\"'<> é\ud800", max_size=120))
def test_every_address_is_safe(abstract: str) -> None:
    for address in repositories(abstract) + pages(abstract):
        assert safe_url(address)
        assert "javascript:" not in address[:11]
