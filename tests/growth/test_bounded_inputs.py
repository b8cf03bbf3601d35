"""What once took time that grew with the square, or ended in a crash, is done or refused at once."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable

import pytest

from generator.bibliography.keys import assign_keys
from generator.bibliography.published import read_published
from generator.config.codebook import MOST
from generator.dedupe.title_words import is_typo
from generator.figures.lettering import cut, width
from generator.kinds.tell import signs
from generator.pages.plain_words import prose
from generator.records import Record
from generator.sources import bibtex
from generator.sources.content import Content
from generator.text.clauses import clause, whole_clauses
from generator.text.clean import clean_abstract, clean_title
from generator.text.compare import nearest
from generator.text.plain_math import as_unicode
from tests.bibliography.publications import a_work
from tests.conftest import MakeProject
from tests.project.surveys import FIRST, run


def keywords(text: str) -> tuple[str, ...]:
    entry = f"@article{{one,\n title = {{Order}},\n keywords = {{{text}}}\n}}\n"
    (record,) = (one for one in bibtex.read(Content("a.bib", entry.encode())) if isinstance(one, Record))
    return record.keywords


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a, b (c, d), e", ("a", "b (c, d)", "e")),
        ("a, b), c", ("a, b)", "c")),
        ("a (b, c", ("a (b", "c")),
        ("a (b, (c, d)), e", ("a (b", "(c, d))", "e")),
        ("a; b, c", ("a", "b, c")),
        ("a,, b", ("a", "b")),
    ],
)
def test_keywords_are_parted_at_commas_outside_brackets(text: str, found: tuple[str, ...]) -> None:
    assert keywords(text) == found


def quicker(short: Callable[[], object], long: Callable[[], object]) -> float:
    """How many times longer the second takes, each at its best of three."""
    times = []
    for one in (short, long):
        taken = []
        for _ in range(3):
            started = time.process_time()
            one()
            taken.append(time.process_time() - started)
        times.append(min(taken))
    return times[1] / max(times[0], 1e-4)


def test_a_list_of_keywords_ten_times_as_long_takes_some_ten_times_as_long() -> None:
    texts = [", ".join(f"word{n}" for n in range(number)) for number in (2_000, 20_000)]
    assert len(keywords(texts[1])) == 20_000
    assert quicker(lambda: keywords(texts[0]), lambda: keywords(texts[1])) < 40  # the square would be a hundred


def test_keys_of_ten_times_as_many_works_take_some_ten_times_as_long() -> None:
    works = [a_work(f"Otters of {n}", (), key="", aliases=(f"old{n}",)) for n in range(10_000)]
    published = read_published("")
    few, many = (lambda: assign_keys(works[:1_000], published)), (lambda: assign_keys(works, published))
    assert quicker(few, many) < 40


@pytest.mark.parametrize(
    ("function", "shape"),
    [
        (lambda text: list(signs("", text)), "we propose "),
        (clean_abstract, "Aa"),
        (clean_title, " |"),
        (prose, "\\["),
        (clause, "A, B. "),
        (whole_clauses, "(a, b "),
    ],
)
def test_a_text_ten_times_as_long_takes_some_ten_times_as_long(function: Callable[[str], object], shape: str) -> None:
    read = inspect.unwrap(function)
    assert quicker(lambda: read(shape * 200), lambda: read(shape * 2_000)) < 40


def test_a_word_of_a_hundred_thousand_letters_is_no_slip_of_another() -> None:
    words = [letter + "a" * 100_000 + "z" for letter in "xy"]
    assert quicker(lambda: is_typo("otters", "oters"), lambda: is_typo(*words)) < 40
    assert is_typo("otters", "oters") and not is_typo(*words)


def test_scripts_within_scripts_are_read_as_deep_as_anybody_writes_them() -> None:
    assert as_unicode("x^{y^{z^2}}") == "x^(y^z²)"
    assert as_unicode("^" * 5_000 + "n").endswith("ⁿ")


def test_nothing_is_suggested_for_a_text_that_is_no_name() -> None:
    assert nearest("aqa", ["apa", "ieee"]) == ["apa"]
    assert nearest("apa" * 100_000, ["apa" * 100_000, "apa"]) == []


@pytest.mark.parametrize("text", ["", "a", "otters at sea", "m" * 30, "深い海のカワウソ", "a b " * 20_000])
@pytest.mark.parametrize("room", [0.0, 5.0, 60.0, 300.0])
def test_a_label_is_cut_to_what_there_is_room_for_and_no_shorter(text: str, room: float) -> None:
    found = cut(text, room, 12)
    if width(text, 12) <= room:
        assert found == text
        return
    kept = found.removesuffix("…")
    assert found.endswith("…") and text.startswith(kept)
    rest = text[len(kept) :].lstrip(" ")
    is_between_words = " " in text[: len(kept) + 1]
    more = rest.partition(" ")[0] if is_between_words else rest[:1]
    longer = text[: len(text) - len(rest)] + more
    assert not kept or width(found, 12) <= room
    assert width(f"{longer}…", 12) > room or longer == text
    assert not is_between_words or text[len(kept)] == " "


@pytest.mark.parametrize("columns", [MOST + 1, 20_000])
def test_more_codes_than_pages_stand_are_refused_with_their_number(project: MakeProject, columns: int) -> None:
    head = ",".join(f"c{n}" for n in range(columns))
    folder = project({**FIRST, "bib/codes.csv": f"ref,{head}\nsources/a.bib:1,{'x,' * columns}\n"})
    code, said = run(folder, "build")
    assert code == 1
    assert f"bib/codes.csv:1: has {columns:,} columns of codes, more than {MOST}" in said


def test_as_many_codes_as_are_allowed_are_built_with_their_data(project: MakeProject) -> None:
    head = ",".join(f"c{n}" for n in range(MOST))
    folder = project({**FIRST, "bib/codes.csv": f"ref,{head}\nsources/a.bib:1,{'x,' * MOST}\n"})
    assert run(folder, "build")[0] == 0
    assert f"code_c{MOST - 1}" in (folder / "docs/data/works.csv").read_text(encoding="utf-8").partition("\n")[0]


def test_a_codebook_of_too_many_codes_is_refused(project: MakeProject) -> None:
    codes = ", ".join(f"c{n}" for n in range(MOST + 1))
    folder = project({**FIRST, "bib/survey.yml": f"codes: [{codes}]\n"})
    code, said = run(folder, "build")
    assert (code, f"more than {MOST}" in said) == (1, True)


def test_thousands_of_reasons_against_one_work_are_told_on_one_chart(project: MakeProject) -> None:
    rows = "".join(f"sources/a.bib:1,exclude,full text,why {number},,\n" for number in range(5_000))
    folder = project({**FIRST, "bib/screening/ann.csv": f"ref,decision,stage,reason,at,title\n{rows}"})
    assert run(folder, "build")[0] == 0


@pytest.mark.parametrize("name", ["url", "repository"])
@pytest.mark.parametrize("sign", ['"', "'", "<", ">", "`", "{", "\\\\", " ", "^", "|"])
def test_an_address_holds_no_sign_that_ends_an_attribute(project: MakeProject, name: str, sign: str) -> None:
    folder = project({**FIRST, "bib/survey.yml": f"{name}: 'https://a.example/{sign * 2}x'\n"})
    code, said = run(folder, "build")
    assert code == 1
    assert f"{name}: a space, quotation mark, bracket or the like cannot stand in an address" in said
