"""Identifiers in every form in which people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.identifiers import SCHEMES, identifiers_in, parse_arxiv, parse_doi, parse_identifier, parse_isbn


@pytest.mark.parametrize(
    ("text", "value", "version"),
    [
        ("2101.00190", "2101.00190", None),
        ("2101.00190v2", "2101.00190", 2),
        ("arXiv:2101.00190", "2101.00190", None),
        ("arXiv: 2101.00190 [cs.CL]", "2101.00190", None),
        ("https://arxiv.org/abs/2101.00190v1", "2101.00190", 1),
        ("http://arxiv.org/pdf/2101.00190.pdf", "2101.00190", None),
        ("10.48550/arXiv.2101.00190", "2101.00190", None),
        ("https://doi.org/10.48550/arXiv.2101.00190", "2101.00190", None),
        ("0704.0001", "0704.0001", None),
        ("cs/0112017", "cs/0112017", None),
        ("cs.CL/0112017v1", "cs/0112017", 1),
        ("hep-th/9901001", "hep-th/9901001", None),
        ("https://arxiv.org/abs/cs/0112017", "cs/0112017", None),
        ("oai:arXiv.org:2201.12288", "2201.12288", None),
        ("oai:arXiv.org:cs/0112017", "cs/0112017", None),
        ("abs/2201.12288", "2201.12288", None),
        ("arXiv.2201.12288", "2201.12288", None),
        ("https://de.arxiv.org/abs/2201.12288v2", "2201.12288", 2),
        ("http://xxx.lanl.gov/abs/hep-th/9901001", "hep-th/9901001", None),
        ("https://ar5iv.labs.arxiv.org/html/2201.12288", "2201.12288", None),
        ("https://ar5iv.org/abs/2201.12288", "2201.12288", None),
        ("https://www.alphaxiv.org/abs/2201.12288v3", "2201.12288", 3),
        ("https://huggingface.co/papers/2201.12288", "2201.12288", None),
        ("https://arxiv.org/abs/2201.12288?context=cs.LG", "2201.12288", None),
        ("ArXiv ID: 2201.12288", "2201.12288", None),
    ],
)
def test_an_arxiv_id_is_read_in_every_form(text: str, value: str, version: int | None) -> None:
    found = parse_arxiv(text)
    assert found is not None
    assert (found.scheme, found.value, found.version) == ("arxiv", value, version)


@pytest.mark.parametrize("text", ["2113.00001", "1234", "2101.001", "https://example.org/2101.00190x", ""])
def test_what_is_no_arxiv_id_is_refused(text: str) -> None:
    assert parse_arxiv(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10.1145/3158148", "10.1145/3158148"),
        ("doi: 10. 1145/3158148", "10.1145/3158148"),
        ("doi:10.1109/TIP.2024.3372454", "10.1109/tip.2024.3372454"),
        ("https://doi.org/10.18653/v1/2021.emnlp-main.243", "10.18653/v1/2021.emnlp-main.243"),
        ("http://dx.doi.org/10.1016/S0140-6736(20)30000-0", "10.1016/s0140-6736(20)30000-0"),
        ("https://doi.org/10.1002/%28SICI%291097-4571", "10.1002/(sici)1097-4571"),
        ("(doi: 10.1145/3158148).", "10.1145/3158148"),
        ("10.1000/abc", "10.1000/abc"),
        ("10.1000/XY", "10.1000/xy"),
        ("https://doi.org/10.1145/3158148?utm=1", "10.1145/3158148"),
        ("https://doi.org/10.1145/3158148#sec", "10.1145/3158148"),
        (
            "10.1002/1521-3951(200111)228:1&lt;45::AID-PSSB45&gt;3.0.CO;2-#",
            "10.1002/1521-3951(200111)228:1<45::aid-pssb45>3.0.co;2-#",
        ),
        ("10.1000/a&amp;b", "10.1000/a&b"),
        ("10.1145/\u200b3158148\ufeff", "10.1145/3158148"),
        ("10.1145/3158148;10.1145/3158149", "10.1145/3158148"),
        ("10.1145/3158148, 10.1145/3158149", "10.1145/3158148"),
        ("10.1145/3158148,https://doi.org/10.1145/3158149", "10.1145/3158148"),
        ("10.1145/3158148 10.1145/3158149", "10.1145/3158148"),
        ("https://www.frontiersin.org/articles/10.3389/fpsyg.2020.00001/full", "10.3389/fpsyg.2020.00001"),
        ("https://link.springer.com/content/pdf/10.1007/s11104-018-3700-1.pdf", "10.1007/s11104-018-3700-1"),
        ("https://onlinelibrary.wiley.com/doi/10.1002/abc.123/abstract", "10.1002/abc.123"),
        ("https://example.org/doi/10.1000/a.1/full/pdf", "10.1000/a.1"),
    ],
)
def test_a_doi_is_read_in_every_form(text: str, value: str) -> None:
    found = parse_doi(text)
    assert found is not None
    assert (found.scheme, found.value) == ("doi", value)


@pytest.mark.parametrize(
    "text", ["10.1145/", "10.1000/j.", "10.1000/ ", "10.1016/j.", "10.1093/nar/", "10.1145", "doi", "10.12/ab", ""]
)
def test_a_doi_that_was_cut_off_is_refused(text: str) -> None:
    assert parse_doi(text) is None


@pytest.mark.parametrize(
    ("scheme", "text", "value"),
    [
        ("pmid", "30123456", "30123456"),
        ("pmid", "PMID: 30123456", "30123456"),
        ("pmid", "https://pubmed.ncbi.nlm.nih.gov/30123456/", "30123456"),
        ("pmid", "https://www.ncbi.nlm.nih.gov/pubmed/30123456", "30123456"),
        ("pmid", "MEDLINE:30123456", "30123456"),
        ("pmid", "https://pubmed.ncbi.nlm.nih.gov/?term=30123456", "30123456"),
        ("pmid", "https://www.ncbi.nlm.nih.gov/pubmed/?term=30123456", "30123456"),
        ("pmcid", "PMC6312345", "PMC6312345"),
        ("pmcid", "pmc6312345.1", "PMC6312345"),
        ("pmcid", "6312345", "PMC6312345"),
        ("pmcid", "https://pmc.ncbi.nlm.nih.gov/articles/PMC6312345/", "PMC6312345"),
        ("acl", "2021.emnlp-main.243", "2021.emnlp-main.243"),
        ("acl", "https://aclanthology.org/N18-3011.pdf", "N18-3011"),
        ("acl", "https://www.aclweb.org/anthology/P19-1001", "P19-1001"),
        ("openreview", "https://openreview.net/forum?id=rJe2syrtvS&noteId=x", "rJe2syrtvS"),
        ("openreview", "https://openreview.net/pdf?id=rJe2syrtvS", "rJe2syrtvS"),
        ("isbn", "978-0-306-40615-7", "9780306406157"),
        ("isbn", "0-306-40615-2", "9780306406157"),
        ("isbn", "ISBN 080442957X", "9780804429573"),
    ],
)
def test_other_identifiers_are_read_in_their_forms(scheme: str, text: str, value: str) -> None:
    found = parse_identifier(text, scheme)
    assert found is not None
    assert (found.scheme, found.value) == (scheme, value)


@pytest.mark.parametrize("text", ["978-0-306-40615-8", "0-306-40615-3", "1234567890123", "12345", ""])
def test_an_isbn_with_a_wrong_check_digit_is_refused(text: str) -> None:
    assert parse_isbn(text) is None


def test_addresses_in_a_text_give_their_identifiers() -> None:
    text = (
        "See https://arxiv.org/abs/2101.00190v2?context=cs, [paper](https://aclanthology.org/2021.emnlp-main.1/), https://openreview.net/forum?id=rJe2syrtvS; "
        "doi:10.1145/3158148, https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf and https://huggingface.co/papers/1903.01234. "
        "Not https://github.com/a/b or https://example.org/10."
    )
    assert [(i.scheme, i.value) for i in identifiers_in(text)] == [
        ("arxiv", "2101.00190"), ("acl", "2021.emnlp-main.1"), ("openreview", "rJe2syrtvS"), ("doi", "10.1145/3158148"),
        ("doi", "10.1101/2020.01.02.123456"), ("arxiv", "1903.01234"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("https://de.arxiv.org/abs/2201.12288", "2201.12288"), ("http://xxx.lanl.gov/abs/2201.12288", "2201.12288"),
        ("https://ar5iv.labs.arxiv.org/html/2201.12288", "2201.12288"), ("https://www.alphaxiv.org/overview/2201.12288", "2201.12288"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/?term=30123456", "30123456"), ("https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2/full", None),
    ],
)  # fmt: skip
def test_an_address_at_a_mirror_or_a_search_leads_to_its_work(address: str, value: str | None) -> None:
    assert [i.value for i in identifiers_in(f"see {address}.")] == [value or "10.1101/2020.01.02.123456"]


@given(st.text(max_size=80), st.sampled_from(SCHEMES))
def test_any_text_is_an_identifier_or_none_without_an_error(text: str, scheme: str) -> None:
    found = parse_identifier(text, scheme)
    assert found is None or found.url.startswith("https://")
    identifiers_in(text)


@pytest.mark.parametrize(
    ("scheme", "text", "value"),
    [
        ("pmid", "http://www.ncbi.nlm.nih.gov/pubmed/31234567?dopt=Abstract", "31234567"),
        ("acl", "https://aclanthology.info/papers/P18-1001/p18-1001", "P18-1001"),
    ],
)
def test_an_address_with_more_than_the_id_in_it(scheme: str, text: str, value: str) -> None:
    found = parse_identifier(text, scheme)
    assert found is not None
    assert found.value == value
