from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bibliography.bibtex import bibtex
from generator.bibliography.entry import entry_of
from generator.bibliography.keys import assign_keys
from generator.bibliography.published import Published, read_published
from generator.config.setting_groups import KeySettings
from generator.errors import InputError
from generator.file_names import file_name
from generator.names import Name
from generator.works import Work
from tests.bibliography.publications import a_work

NOTHING = Published()


def keys(*works: Work, published: Published = NOTHING, **settings: Any) -> list[str]:
    return [work.key for work in assign_keys(works, published, KeySettings(**settings))[0]]


def publish(*works: Work, **settings: Any) -> tuple[tuple[Work, ...], Published]:
    """The works as a first build leaves them, and what a later build reads of it."""
    keyed, _ = assign_keys(works, Published(), KeySettings(**settings))
    return keyed, read_published(bibtex(entry_of(work) for work in keyed))


@pytest.mark.parametrize(
    ("title", "authors", "key"),
    [
        ("Order Matters: Sequence to sequence for sets", "Oriol Vinyals", "vinyals2016order"),
        ("On the Convergence of Adam", "Jürgen Müller", "muller2016convergence"),
        ("Øresund", "Łukasz Łoś; Jan van den Berg", "los2016oresund"),
        ("Straße and Æther", "Jan van den Berg", "berg2016strasse"),
        ("GPT-4 Technical Report", (Name("OpenAI", corporate=True),), "openai2016gpt4"),
        ("The Yi models", (Name("01.AI", corporate=True),), "01ai2016yi"),
        ("H$_2$O: Heavy-Hitter Oracle", "Zhenyu Zhang", "zhang2016h2o"),
        ("Pre-training of X", "Mausam", "mausam2016pretraining"),
        ("Язык и модели", "Иван Щукин", "shchukin2016yazyk"),
        ("언어 모델", "김", "gim2016eoneo"),
        ("深度学习", "李", "cjk674e2016"),
        ("BERT 中文 Models", "王小明", "bert2016models"),
        ("Reading of texts", "محمد علي", "aly2016reading"),
        ("Reading of texts", "דוד כהן", "khn2016reading"),
        ("Reading of texts", "Ελένη Παπαδοπούλου", "papadopoyloy2016reading"),
        ("Reading of texts", "Արամ Խաչատրյան", "xachatryan2016reading"),
        ("Reading of texts", "スズキ 太郎", "suzuki2016reading"),
        ("Reading of texts", "राम शर्मा", "sharama2016reading"),
        ("Reading of texts", "…", "anon2016reading"),
        ("What is it?", "", "anon2016what"),
    ],
)
def test_a_key_is_family_name_year_and_first_significant_word(title: str, authors: str, key: str) -> None:
    assert keys(a_work(title, authors)) == [key]


def test_a_work_without_a_year_says_so() -> None:
    assert keys(a_work(year=None)) == ["vinyalsndorder"]


def test_the_pattern_is_the_authors_choice() -> None:
    assert keys(a_work("Attention Is All You Need", "Ashish Vaswani"), pattern="[Auth]:[yy]-[Title]") == [
        "Vaswani:16-AttentionNeed"
    ]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("[auth][yaer]", "did you mean `[year]`"),
        ("[auth] [year]", "cannot stand in a citation key"),
        ("[auth", "cannot stand"),
        ("same", "no token"),
    ],
)
def test_a_wrong_pattern_says_what_is_wrong(pattern: str, said: str) -> None:
    with pytest.raises(InputError, match=r"survey\.yml") as error:
        assign_keys([a_work()], Published(), KeySettings(pattern))
    assert said in str(error.value)


def test_works_that_want_one_key_get_letters_by_content_and_not_by_order() -> None:
    first, second, third = (a_work(f"Order {n}", arxiv=f"1511.0000{n}") for n in (1, 2, 3))
    found = {work.title: work.key for work in assign_keys([third, first, second], Published())[0]}
    assert found == {"Order 1": "vinyals2016ordera", "Order 2": "vinyals2016orderb", "Order 3": "vinyals2016orderc"}
    assert assign_keys([second, third, first], Published()) == assign_keys([first, second, third], Published())


def test_a_suffix_never_takes_the_key_of_another_work() -> None:
    rows = [a_work("Ran a", "A Ran"), a_work("Ran b", "A Ran"), a_work("Rana", "A Ran")]
    assert keys(*rows) == ["ran2016rana", "ran2016ranb", "ran2016ranc"]


def test_keys_differ_beyond_case() -> None:
    works = [a_work(entry=("x.bib", "Smith2016")), a_work("Other", entry=("x.bib", "smith2016"), line=9)]
    assert keys(*works, mode="keep") == ["Smith2016a", "smith2016b"]


def test_a_published_key_stays_when_the_metadata_improves() -> None:
    keyed, published = publish(a_work("Order Maters", "O Vinyals", arxiv="1511.06391", year=2015))
    assert keyed[0].key == "vinyals2015order"
    better = a_work("Sequence Order", "Oriol Vinyals-Smith", arxiv="1511.06391", doi="10.1000/x", year=2016)
    assert keys(better, published=published) == ["vinyals2015order"]


def test_a_published_key_stays_when_a_work_comes_that_would_want_it() -> None:
    old = a_work("Order Two", arxiv="1511.00002")
    _, published = publish(old)
    new = a_work("Order One", arxiv="1511.00001")
    found = {work.title: work.key for work in assign_keys([new, old], published)[0]}
    assert found == {"Order Two": "vinyals2016order", "Order One": "vinyals2016orderb"}


def test_a_work_without_identifiers_is_known_by_title_and_first_author() -> None:
    _, published = publish(a_work("{Weird} & \\odd $x_1$ title_", "Jan van der Berg", year=2010))
    assert keys(a_work("{Weird} & \\odd $x_1$ title_", "J. van der Berg", year=2011), published=published) == [
        "berg2010weird"
    ]


def test_two_published_works_that_became_one_keep_the_smaller_key_and_an_alias() -> None:
    preprint = a_work("Order", arxiv="1511.06391", year=2015)
    article = a_work("Order, Published", doi="10.1000/order", year=2016)
    _, published = publish(preprint, article)
    merged = a_work("Order, Published", doi="10.1000/order", arxiv="1511.06391", year=2016)
    keyed, problems = assign_keys([merged], published)
    assert [(work.key, work.aliases) for work in keyed] == [("vinyals2015order", ("vinyals2016order",))]
    assert not problems
    again = read_published(bibtex(entry_of(work) for work in keyed))
    assert assign_keys([merged], again)[0] == keyed


def test_a_shared_doi_does_not_move_a_key_to_another_work() -> None:
    one = a_work("Editorial of one", arxiv="2001.00001", doi="10.1000/shared")
    two = a_work("Quite another", arxiv="2001.00002", doi="10.1000/shared")
    keyed, published = publish(one, two)
    assert assign_keys([two, one], published)[0] == keyed
    assert keys(two, published=published) == ["vinyals2016quite"]


def test_yearly_editorials_of_one_title_are_not_taken_for_each_other() -> None:
    _, published = publish(a_work("Editorial", doi="10.1000/e2010", year=2010))
    assert keys(a_work("Editorial", doi="10.1000/e2011", year=2011), published=published) == ["vinyals2011editorial"]


def test_a_key_whose_work_is_gone_is_reported_and_not_given_to_another() -> None:
    _, published = publish(a_work("Order One", arxiv="1511.00001"))
    keyed, problems = assign_keys([a_work("Order Two", arxiv="1511.00002")], published)
    assert [work.key for work in keyed] == ["vinyals2016orderb"]
    assert "`vinyals2016order` no longer belongs to any work" in str(problems[0])


def test_imported_keys_can_be_kept() -> None:
    work = a_work(entry=("sources/mine.bib", "DBLP:conf/nips/VinyalsB16"))
    other = a_work("From elsewhere", entry=("sources/page.txt", "17"))
    assert keys(work, other, mode="keep") == ["DBLP:conf/nips/VinyalsB16", "vinyals2016elsewhere"]
    assert keys(work, other) == ["vinyals2016elsewhere", "vinyals2016order"]


def test_the_imported_keys_of_merged_records_are_aliases() -> None:
    one, two = (a_work(entry=("sources/mine.bib", key), line=line) for key, line in (("first", 1), ("second", 9)))
    merged = replace(one, records=one.records + two.records)
    assert [(work.key, work.aliases) for work in assign_keys([merged], Published(), KeySettings(mode="keep"))[0]] == [
        ("first", ("second",))
    ]


def test_a_damaged_bibliography_still_gives_its_keys() -> None:
    _, published = publish(a_work("One", arxiv="1511.00001"), a_work("Two", arxiv="1511.00002"))
    text = bibtex(
        entry_of(work) for work in publish(a_work("One", arxiv="1511.00001"), a_work("Two", arxiv="1511.00002"))[0]
    )
    damaged = (
        "\ufeff<<<<<<< HEAD\n@string{x = 1}\n"
        + text.replace("\n", "\r\n").replace("title = {One}", "title = {One")
        + "@broken{\n}}}"
    )
    assert read_published(damaged).keys == published.keys == {"vinyals2016one", "vinyals2016two"}
    assert read_published("") == Published()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("vinyals2016order", "vinyals2016order"),
        ("a:b/c.d+e", "a=3ab=2fc=2ed=2be"),
        ("CON", "CON="),
        ("index", "index="),
        ("..", "=2e=2e"),
        ("-x", "=2dx"),
    ],
)
def test_a_file_name_is_safe_everywhere(key: str, name: str) -> None:
    assert file_name(key) == name


@given(st.sets(st.text(max_size=150), min_size=2, max_size=5))
def test_different_keys_have_different_file_names(some: set[str]) -> None:
    distinct = {key.casefold(): key for key in some if key.isascii()}
    names = {file_name(key).casefold() for key in distinct.values()}
    assert len(names) == len(distinct)
    assert all(len(name) < 200 for name in names)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(max_size=20), st.text(max_size=12), st.sampled_from(["1511.00001", "1511.00002", ""])),
        max_size=8,
    ),
    st.randoms(),
)
def test_any_works_get_unique_keys_that_a_rebuild_keeps(rows: list[tuple[str, str, str]], random: object) -> None:
    works = [
        a_work(title, (Name(family),), line=line, **({"arxiv": arxiv} if arxiv else {}))
        for line, (title, family, arxiv) in enumerate(rows)
    ]
    keyed, published = publish(*works)
    assert len({work.key.casefold() for work in keyed}) == len(works)
    shuffled = list(works)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert publish(*shuffled)[0] == keyed
    assert {work.key for work in assign_keys(shuffled, published)[0]} == {work.key for work in keyed}
