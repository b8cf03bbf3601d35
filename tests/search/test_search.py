"""What the search's index holds, and that the program and the page read words alike."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from generator.config.setting_groups import SearchSettings
from generator.config.settings import Settings
from generator.pages.plain_words import prose
from generator.search.index import DIGITS, Entry, cut, inverted, known_words, labelled, packed, postings
from generator.search.layout import MANY, layout
from generator.search.rules import STEMMERS, as_data
from generator.search.short_forms import definitions, long_form, short_forms
from generator.search.simplified import simplified, traditional_of
from generator.search.words import folded, forms, root, roots, terms
from tests.conftest import REPOSITORY

ALIKE = (
    ("the same word in the plural", "tokenizer", "tokenizers"),
    ("British and American spelling", "tokenisation of behaviour", "tokenization of behavior"),
    ("a doubled letter", "modelling labelled tumours", "modeling labeled tumors"),
    ("ae and oe", "paediatric anaemia and oestrogen", "pediatric anemia and estrogen"),
    ("centre and programme", "centre programmes catalogue", "center programs catalog"),
    ("an acronym without a vowel in the plural", "LLMs GNNs", "LLM GNN"),
    ("methodology, where a method is meant", "methodology methodological", "method methods"),
    ("international, which versions of the stemmer read differently", "internationally", "international"),
)


def read(text: str, language: str = "en") -> list[str]:
    return [root(form, language) or form for form in forms(text)]


@pytest.mark.parametrize(("what", "one", "other"), ALIKE, ids=[what for what, *_ in ALIKE])
def test_forms_of_a_word_have_one_root(what: str, one: str, other: str) -> None:
    assert read(one) == read(other), what


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GPT-3", ["gpt3", "gpt", "3"]),
        ("GPT3", ["gpt3", "gpt", "3"]),
        ("FlashAttention", ["flashattention", "flash", "attention"]),
        ("BERTScore", ["bertscore", "bert", "score"]),
        ("LoRA", ["lora"]),
        ("LLMs, GNNsBased", ["llms", "gnnsbased", "gnns", "based"]),
        ("β-VAE", ["betavae", "beta", "vae"]),
        ("Ontañón Łukasz Erdős", ["ontanon", "lukasz", "erdos"]),
        ("ℓ₁ and L_2", ["l1", "l", "1", "and", "l2", "l", "2"]),
        ("arXiv 2303.09752, v2.", ["arxiv", "ar", "xiv", "2303.09752", "v2", "v", "2"]),
        ("深度学习", ["深度", "度学", "学习"]),
        ("λόγος", ["λογος"]),
        ("don’t", ["dont", "don", "t"]),
        ("1,000 layers, 10,000-word", ["1000", "layers", "10000word", "10000", "word"]),
        ("in 2019,2020 or 1,2,3", ["in", "2019", "2020", "or", "1", "2", "3"]),
    ],
)
def test_a_text_is_cut_into_its_forms(text: str, found: list[str]) -> None:
    assert forms(text) == found


def test_a_title_is_found_by_form_and_root_and_a_long_text_by_roots_without_small_words() -> None:
    assert terms("Scaling laws", "en") == ["scaling", "laws", "~scale", "~law"]
    assert roots("the scaling of laws in GPT-3", "en") == ["~scale", "~law", "gpt3", "~gpt", "3"]
    assert folded("Chain-of-Thought: a “study”") == "chain of thought a study"


def test_a_citation_leaves_no_space_before_the_full_stop() -> None:
    text = "Speech follows [@smith2020; -@jones2021]. See [the map](map.md) and [@smith2020, p. 3] again."
    assert prose(text) == "Speech follows. See the map and again."


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("## Reasoning { #head-reasoning }", "Reasoning"),
        ("## [Long context](<https://a.example/b>){ .plain #long }", "Long context"),
        ("As they say (<a href='#x'>Anil et al., 2023</a>) <em>so</em>.", "As they say (Anil et al., 2023) so."),
        ("| Setting | Meaning |\n|---|:--|\n| `title` | a text \\| more |", "Setting Meaning title a text \\| more"),
        ("The chance P(a | b) is .5 {.5} or { 1, 2 }", "The chance P(a | b) is .5 {.5} or { 1, 2 }"),
        (
            '<summary><span class="to-open">Show the list</span><span class="to-close">Hide the list</span></summary>A list',
            "A list",
        ),
        ("Files of kind {.bib, .ris} are read.", "Files of kind {.bib, .ris} are read."),
        ("A set {.NET core} of words", "A set {.NET core} of words"),
        ("|x| is the norm of x.", "|x| is the norm of x."),
        ("[Map](map.md){ .md-button title='a b' } and *more*{: #more }", "Map and more"),
    ],
)
def test_a_page_is_read_without_what_lays_it_out(markdown: str, words: str) -> None:
    assert prose(markdown) == words


def test_other_languages_have_their_own_stems() -> None:
    assert root("bewertungen", "de") == root("bewertung", "de") != root("bewertungen", "en")
    assert root("évaluations".replace("é", "e"), "fr") == root("evaluation", "fr")


@pytest.mark.skipif(not shutil.which("node"), reason="Node runs the page's script")
@pytest.mark.parametrize("language", sorted(STEMMERS))
def test_the_page_reads_words_as_the_program_does(language: str) -> None:
    texts = [
        *(shipped_titles() if language == "en" else []), *(text for _, *pair in ALIKE for text in pair), "GPT-3.5-turbo, L₂ and x^2 or λ-terms",
        "Ontañón, Łukasz & Straße; naïve Œuvre", "深度学习と言語モデル 機器學習 ภาษาไทย 한국어 моделирование обучения λόγος ΛΌΓΟΣ αβ 𝛼-mixing",
        "Bewertungen großer Sprachmodelle, l’évaluation des modèles, evaluación de los modelos, avaliações, valutazioni",
        "språkmodeller och utvärdering, kielimallien arviointi, taalmodellen, हिन्दी भाषा", "LLMs of SSMs, GNNsBased or HTMLSource; don’t well-known U.S.A. 3.14 e.g. a/b", "1,000 layers, 1,234,567 or 2019,2020",
    ]  # fmt: skip
    program = f"""
        import {{ readFileSync }} from "node:fs";
        import vm from "node:vm";
        import {{ Words }} from "{(REPOSITORY / "scripts/search/words.js").as_uri()}";
        const {{ rules, texts, scripts, language }} = JSON.parse(readFileSync(0, "utf8"));
        const context = vm.createContext({{}});
        for (const script of scripts) vm.runInContext(readFileSync(script, "utf8"), context);
        const name = rules.stemmers[language];
        const stemmer = vm.runInContext(`new ${{name[0].toUpperCase() + name.slice(1)}}Stemmer()`, context);
        const words = new Words(rules, {{ [language]: stemmer }});
        const read = (text) => words.of(text).flat().map((form) => [form, words.roots(form)[0] || ""]);
        console.log(JSON.stringify(texts.map((text) => [words.parts(text).join(" "), read(text)])));
    """
    folder = REPOSITORY / "generator/search/stemmers"
    scripts = [folder / "base-stemmer.js", folder / f"{STEMMERS[language]}-stemmer.js"]
    assert [script.name for script in scripts if not script.is_file()] == [], "Sphinx has it in search/minified-js/"
    given = {
        "rules": as_data((language,), traditional_of(form for text in texts for form in forms(text))),
        "texts": texts,
        "language": language,
        "scripts": [str(script) for script in scripts],
    }
    done = subprocess.run(
        ["node", "--input-type=module", "-e", program],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    for text, answer in zip(texts, json.loads(done.stdout), strict=True):
        assert answer == [folded(text), [[form, root(form, language)] for form in forms(text)]]


def test_chinese_characters_are_read_in_their_simplified_form_and_a_page_gets_those_that_it_needs() -> None:
    assert folded("機器學習與臺灣") == folded("机器学习与台湾") == "机器 器学 学习 习与 与台 台湾"
    assert traditional_of(["学习", "台", "learning", "~stem"]) == {
        "學": "学",
        "習": "习",
        "臺": "台",
        "檯": "台",
        "颱": "台",
    }
    assert traditional_of(["learning"]) == {}
    table = simplified()
    assert len(table) > 2500
    assert [short for short in table.values() if ord(short) in table] == []  # each leads to the end of its chain


def shipped_titles() -> list[str]:
    lines = (REPOSITORY / "bib/survey.bib").read_text(encoding="utf-8").splitlines()
    return [line.partition("=")[2] for line in lines if line.strip().startswith("title")]


def test_entries_are_packed_with_how_often_a_term_stands_there() -> None:
    assert packed([(0, 1)]) == "A"
    assert packed([(0, 1), (1, 2), (9, 9)]) == "AF" + DIGITS[35 & 31 | 32] + "B"


def test_each_term_has_the_entries_of_each_field() -> None:
    entries = [Entry([0], {"title": ["a", "b"]}), Entry([0], {"title": ["b"], "text": ["b", "b"]})]
    rows = [["a", 1, "A"], ["b", 1, "AE", 7, "F"]]
    assert inverted(postings(entries)) == rows
    for number in range(len(entries)):
        assert inverted(postings(entries[number:], postings(entries[:number]))) == rows


def test_a_long_index_is_cut_into_parts_that_are_known_by_what_they_begin_with() -> None:
    found = cut([["a", 1, "x" * 40], ["b", 1, "x" * 40], ["c", 1, "y"]], 60)
    assert found.firsts == ["a", "c"]
    assert [[row[0] for row in part if isinstance(row, list)] for part in found.parts] == [["a", "b"], ["c"]]


def test_known_words_share_their_beginnings_and_leave_out_roots_and_words_of_texts_alone() -> None:
    rows = [["token", 1, "A"], ["tokens", 1, "A"], ["only", 7, "A"], ["~token", 1, "A"], ["gpt3", 1, "A"]]
    assert known_words(rows) == "Atoken Fs"


def test_large_surveys_get_an_index_in_parts_and_the_setting_comes_before_the_size() -> None:
    assert layout(Settings(), MANY - 1) == "whole"
    assert layout(Settings(), MANY) == "parts"
    for name, wanted in (("parts", "parts"), ("pagefind", "parts"), ("whole", "whole"), ("material", "whole")):
        assert layout(Settings(search=SearchSettings(name)), 1) == wanted  # type: ignore[arg-type]
        assert layout(Settings(search=SearchSettings(name)), 10 * MANY) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("We use retrieval-augmented generation (RAG) here", "RAG", "retrieval-augmented generation"),
        ("With chain of thought (CoT) prompting", "CoT", "chain of thought"),
        ("large language models (LLMs) are", "LLM", "large language models"),
        ("mixture-of-experts (MoE; sparse) layers", "MoE", "mixture-of-experts"),
        ("the KV (key-value) cache", "KV", "key-value"),
    ],
)
def test_a_short_form_is_read_where_it_is_defined(text: str, short: str, long: str) -> None:
    assert (short, long) in list(definitions(text))


def test_what_only_stands_in_brackets_defines_nothing() -> None:
    assert list(definitions("We test it in Paris (France) and on a GPU (NVIDIA A100).")) == []
    assert long_form("ABC", "nothing of this") == ""


def test_a_short_form_gives_its_long_one_and_the_long_one_its_short_one() -> None:
    known = short_forms(["chain-of-thought (CoT)", "chains of thought (CoT)", "a chain-of-thought (CoT)"])
    assert known.counterparts("CoT for all") == ["chain-of-thought"]
    assert known.counterparts("a chain of thought") == ["CoT"]
    assert known.counterparts("nothing of it") == []


def test_a_title_without_the_size_is_found_by_the_short_form_with_it() -> None:
    known = short_forms(["Large language models (LLMs) and mixture of experts (MoE)", "deep belief (DB)"])
    assert known.without_size("Calibrated Language Models Must Hallucinate") == ["LLM"]
    assert known.without_size("A language model") == ["LLM"]
    assert known.without_size("Of experts and belief in language modelling") == []


def test_labels_are_kept_apart_from_the_terms_that_every_query_needs() -> None:
    """Phrases are many, and only what is typed as a whole is compared with them."""
    entries = [
        Entry([0], {"title": ["context"]}),
        Entry([1], {"title": ["context"]}, labels=["~long-~context", "128-k-~context"]),
        Entry([1], {"title": ["memory"]}, labels=["~long-~context"]),
    ]
    assert labelled(entries) == [["128-k-~context", packed([(1, 1)])], ["~long-~context", packed([(1, 1), (2, 1)])]]
    assert [row[0] for row in inverted(postings(entries))] == ["context", "memory"]
