"""BibTeX as damaged, hurried and generated files have it: no entry is lost through its neighbour, and none without a word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records import LeftOut, Record
from generator.sources.bibtex import read
from generator.sources.content import Content

ENTRIES = (
    '@article{%s, author = {Verhoeven, Lotte and {\\"O}kafor, Idris}, title = {%s}, journal = "Annals of Harbour",\n'
    '  year = {2019}, abstract = {We study \\emph{small} harbours at 5\\%%, $x_{i}$ and a "quoted" word.}}\n',
    "@inproceedings{%s,\n  title = {%s},\n  author = {Quist, Berit},\n  month = jan,\n  year = 2020,\n  doi = {10.5555/abc},\n}\n",
    '@book(%s,\n  title = "%s", editor = "Tamm, Kalle",\n  publisher = pub # " House", year = 2003\n)\n',
)
TITLES = ("Tides and timetables", "Ferries without crews", "Marsh lighthouses", "A quiet ring of dust")


def items(text: str) -> list[object]:
    return list(read(Content("sources/a.bib", text.encode())))


def titles(text: str) -> list[str]:
    return [item.title for item in items(text) if isinstance(item, Record)]


@pytest.mark.parametrize(
    "text",
    [
        "@['JournalArticle', 'Review']{k,\n title = {Tides}}",
        "@['JournalArticle']{k, title = {Tides}}",
        "@None{k,\n title = {Tides}\n}",
        "@article\n{k,\n title = {Tides}}",
        "@ article { k , title = {Tides} }",
        "@ARTICLE(k, title = {Tides})",
        "@Journal Article{k, title = {Tides}}",
        "@article{k\n  title = {Tides}}",
        "@article{title = {Tides}}",
        "@article{Smith et al. 2020, title = {Tides}}",
        "[1] @article{k, title = {Tides}}",
        "Some words. @misc{j, title = {Other}}@article{k, title = {Tides}}",
        "% @article{k, title = {Tides}}",
        "@string{a = {b}} @article{k, title = {Tides}}",
        "@comment{jabref-meta: databaseType:bibtex;}\n@article{k, title = {Tides}}",
        "@comment a line of words\n@article{k, title = {Tides}}",
        "write to me@harbour.org (or not)\n@article{k, title = {Tides}}",
        "@article{k@2020, title = {Tides}, email = {a@b.org}}",
        '@article{k, title = "Tides", note = "G\\"odel"}',
        "@article{k, month = 10 October, title = {Tides}}",
        "@article{k, title = {Tides}},\n",
    ],
)
def test_an_entry_is_read_whatever_its_head_looks_like(text: str) -> None:
    assert "Tides" in titles(text)


def test_a_line_that_starts_with_an_at_sign_inside_a_text_starts_no_entry() -> None:
    text = "@misc{a, title = {Tides}, abstract = {Posts by\n@harbour (in spring), and\n@ferry{x} too.}}\n@misc{b, title = {Ferries}}"
    assert titles(text) == ["Tides", "Ferries"]


def test_a_brace_behind_a_backslash_closes_where_nothing_else_does() -> None:
    assert titles("@misc{a, title = {Tides}, path = {C:\\files\\}, year = 2001}\n@misc{b, title = {Ferries}}") == [
        "Tides",
        "Ferries",
    ]


def test_a_brace_too_many_costs_no_field_and_is_reported() -> None:
    found = items("@misc{a, title = {Tides}}, year = {2001}\n}\n@misc{b, title = {Ferries}}")
    assert [(item.title, item.year) for item in found if isinstance(item, Record)] == [
        ("Tides", 2001),
        ("Ferries", None),
    ]
    assert any("too early" in str(item) for item in found)


def test_five_hundred_braces_in_one_record_cost_nothing_of_the_rest() -> None:
    deep = "{" * 500 + "deep" + "}" * 500
    text = (
        f"@misc{{a, title = {{Tides}}}}\n@misc{{b, title = {deep}, author = {deep}}}\n@misc{{c, title = {{Ferries}}}}\n"
    )
    assert titles(text) == ["Tides", "deep", "Ferries"]


def test_fields_that_stand_outside_any_entry_are_reported() -> None:
    found = items("@misc{a, title = {Tides}}\narticle{b,\n  title = {Lost},\n}\n@misc{c, title = {Ferries}}")
    assert [(piece.origin.line, piece.reason) for piece in found if isinstance(piece, LeftOut)] == [
        (3, "text that looks like fields stands outside any entry")
    ]


MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, 400), st.sampled_from(("", "{", "}", '"', "@", ",", "=", "#", "(", ")", "\\", "\n", "cut"))
    ),
    min_size=1,
    max_size=4,
)


def _mutated(entry: str, mutations: list[tuple[int, str]]) -> str:
    for place, sign in mutations:
        at = place % max(1, len(entry))
        entry = entry[:at] if sign == "cut" else entry[:at] + sign + entry[at + (place % 3) :]
    return entry


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 3), st.lists(st.integers(0, 2), min_size=4, max_size=4), MUTATIONS)
def test_a_damaged_entry_never_costs_an_untouched_one(
    damaged: int, shapes: list[int], mutations: list[tuple[int, str]]
) -> None:
    entries = [ENTRIES[shape] % (f"k{index}", TITLES[index]) for index, shape in enumerate(shapes)]
    entries[damaged] = _mutated(entries[damaged], mutations)
    found = titles('@string{pub = "Pier"}\n' + "".join(entries))
    for index, title in enumerate(TITLES):
        assert index == damaged or title in found


@pytest.mark.parametrize("unit", ["@", "@a{", "@a{b,", "@a{b, c={", "@a{b, c=\"", "{", "@a(b, c = d # ", "x = {", "@ \n", "@a{b,c=d e", "@[", "a-", "@a{b, c={}} @a{b, c={ "])  # fmt: skip
def test_no_repetition_holds_the_reading_up(unit: str) -> None:
    started = time.process_time()
    items(unit * (100_000 // len(unit)))
    assert time.process_time() - started < 10
