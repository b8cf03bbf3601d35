"""Why a work stands where it does, and where works stand that fit no theme."""

from __future__ import annotations

from tests.conftest import MakeProject
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES, build

BREAD = "@misc{baker2020bread, title={Sour dough}, author={Baker, Bea}, year={2020}, abstract={Flour rises in a warm oven.}}\n"
DECIDED = "themes:\n  - {ref: 'arxiv:1706.03762', primary: reasoning, why: read it}\n"


def test_a_label_names_the_words_that_spoke_for_it_also_where_a_person_decided(project: MakeProject) -> None:
    files = {
        "bib/sources/a.bib": ATTENTION + BERT + CHAIN,
        "bib/themes.yml": THEMES.replace("terms: [chain", "terms: [network, chain"),
    }
    method = build(project(files))["docs/papers/devlin2019bert.md"]
    assert "Supporting terms: " in method
    decided = build(project(files | {"bib/decisions.yml": DECIDED}))["docs/papers/vaswani2017attention.md"]
    assert "Assigned by a curator (read it)." in decided
    assert "Supporting terms: " in decided
    assert "network" in decided.partition("Supporting terms: ")[2].partition("\n")[0]


def test_works_that_fit_no_theme_are_listed_where_one_sees_them(project: MakeProject) -> None:
    pages = build(project({"bib/sources/a.bib": ATTENTION + CHAIN + BREAD, "bib/themes.yml": THEMES}))
    assert "Sour dough" in pages["docs/themes/unthemed.md"]
    assert '<a href="themes/unthemed/">Works that fit no theme</a> <span>1</span>' in pages["docs/index.md"]
    assert 'href="unthemed/"' in pages["docs/themes/index.md"]
    everything_fits = build(project({"bib/sources/a.bib": ATTENTION + CHAIN, "bib/themes.yml": THEMES}))
    assert "unthemed" not in everything_fits["docs/index.md"]
