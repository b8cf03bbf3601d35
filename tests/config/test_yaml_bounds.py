"""What no person writes into a settings file is refused in bounded time, with its place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.config.decisions import read_decisions
from generator.config.settings import read_settings
from generator.config.taxonomy import read_taxonomy
from generator.config.yaml_file import LONGEST_TEXT, parse_yaml
from generator.errors import InputError, Place
from tests.project.surveys import FIRST, make, run

SOON = 20.0  # seconds, on a busy machine
DEEP = 50_000
HOSTILE = {
    "brackets": "[" * DEEP,
    "braces": "{a: " * DEEP,
    "closed brackets": "[" * DEEP + "]" * DEEP,
    "indented mappings": "".join(f"{' ' * level}a:\n" for level in range(2_000)),
    "indented lists": "- " * DEEP,
    "questions": "? " * DEEP,
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "an alias in a key": "a: &a x\n*a : y\n",
    "very many values": "[" + "a," * 600_000 + "]",
    "more than 4 MB": "a: " + "x" * 4_000_001,
    "a tag of Python": "a: !!python/object/apply:os.system ['true']\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "a key of many words": "? [a, b]\n: c\n",
    "a day that no calendar has": "a: 2024-02-31\n",
    "a conflict": "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> theirs\n",
    "a conflict of three": "a: 1\n||||||| base\n<<<<<<< x\n",
    "a tab": "a:\n\tb: 1\n",
    "a control character": "a: \x07\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_no_person_writes_is_refused_soon(name: str) -> None:
    started = time.monotonic()
    with pytest.raises(InputError) as refused:
        parse_yaml(HOSTILE[name], "bib/x.yml")
    assert str(refused.value).startswith("bib/x.yml")
    assert time.monotonic() - started < SOON


@pytest.mark.parametrize(
    "number", ["1" * 200_000, "1" + ":59" * 200_000, "0x" + "f" * 100_000, "1." + "0" * 100_000, "-" + "9" * 5_000]
)
def test_a_number_that_takes_long_to_count_is_a_text(number: str) -> None:
    assert parse_yaml(f"a: {number}", "bib/x.yml").mapping("x")["a"].value == number


def test_a_hundred_thousand_authors_are_a_list() -> None:
    text = "authors:\n" + "- Ann Smith\n" * 100_000
    assert len(parse_yaml(text, "bib/x.yml").mapping("x")["authors"].texts("authors")) == 100_000


@pytest.mark.parametrize("path", ["survey.yml", "themes.yml", "decisions.yml", "history.yml", "venues.yml"])
@pytest.mark.parametrize("text", ["[" * DEEP, "<<<<<<< HEAD\na: 1\n=======\n>>>>>>> x\n", "\xff"], ids="dcu")
def test_every_file_of_settings_is_read_within_these_bounds(tmp_path: Path, path: str, text: str) -> None:
    project = make(tmp_path, FIRST)
    (project / "bib" / path).write_bytes(text.encode("latin-1"))
    code, said = run(project, "build")
    assert (code, said.startswith(f"error: bib/{path}:1: ")) == (1, True), said


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path: Path, mark: str, end: str) -> None:
    project = make(tmp_path, FIRST)
    assert run(project, "build", "--strict")[0] == 0
    page = (project / "docs/index.md").read_bytes()
    for path in ("bib/survey.yml", "bib/themes.yml"):
        (project / path).write_bytes((mark + FIRST[path].replace("\n", end)).encode())
    assert run(project, "build", "--strict")[0] == 0
    assert (project / "docs/index.md").read_bytes() == page


def test_more_themes_or_a_longer_pattern_than_anybody_needs_are_refused(tmp_path: Path) -> None:
    project = make(tmp_path, FIRST)
    themes = "".join(f"      - {{id: t{n}, title: T, scope: S}}\n" for n in range(20_000))
    (project / "bib/themes.yml").write_text(f"sections:\n  - title: A\n    themes:\n{themes}", encoding="utf-8")
    assert "bib/themes.yml:1: has 20,000 themes, more than 2,000" in run(project, "build")[1]
    (project / "bib/themes.yml").unlink()
    for tokens, most in ((10_000, "200"), (100_000, "200,000")):
        (project / "bib/survey.yml").write_text(f"keys: {{pattern: '{'[auth]' * tokens}'}}\n", encoding="utf-8")
        assert f"keys.pattern is longer than {most} characters" in run(project, "build")[1]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("sections:\n  - title: A\n   themes:\n", 3, "the line is indented by 3 spaces, those before it by 2 or 4: "),
        ("title: x\n  subtitle: y\n", 2, "the line is indented by 2 spaces, those before it by 0: "),
        ("title: x\n\n# a note\n    authors: [a]\n", 4, "the line is indented by 4 spaces, those before it by 0: "),
        ("fields:\n    - ref: a\n  - ref: b\n", 3, "the line is indented by 2 spaces, those before it by 0 or 4: "),
        ("themes:\n  - id: a\n      title: b\n", 3, "the line is indented by 6 spaces, those before it by 2 or 4: "),
        ("fields:\n  - ref: a\n    set: {year: 2}\n    - ref: b\n", 4, "indented too far or too little"),
        ("title:Flies\nauthors: [a]\n", 2, "put a space after the colon of the line before"),
        ('title: "Flies" and bees\n', 1, "put the whole text in quotes"),
        ("title: Flies: a survey\n", 1, "put the text in quotes"),
        ("title: Flies\ndescription: On flies: a survey\n", 2, "put the text in quotes"),
        ("a: [b, c\nd: e\n", 2, "close the bracket that opens in line 1"),
        ("fields:\n  - {ref: a, set: {year: 2}\n  - {ref: b}\n", 3, "close the bracket that opens in line 2"),
        ('title: x\nsubtitle: "Flies\nauthors: [a]\n', 4, "close the quote that opens in line 2"),
    ],
)
def test_yaml_that_cannot_be_read_is_reported_with_its_remedy(text: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_yaml(text, "bib/x.yml")
    assert str(refused.value).startswith(f"bib/x.yml:{line}: is not valid YAML: ")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("bib/survey.yml", "title: {}"),
        ("bib/survey.yml", "description: {}"),
        ("bib/survey.yml", "scope: {}"),
        ("bib/survey.yml", "criteria: {}"),
        ("bib/survey.yml", "authors: [{}]"),
        ("bib/survey.yml", "codes: [{}]"),
        ("bib/survey.yml", "screening: {{include: [yes], column: {}}}"),
        ("bib/survey.yml", "searches: [{{database: D, query: {}}}]"),
        ("bib/themes.yml", "start: [{}]\nsections: [{{title: A, themes: [{{id: a, title: A, scope: A}}]}}]"),
        ("bib/themes.yml", "sections: [{{title: A, themes: [{{id: a, title: {}, scope: A}}]}}]"),
        ("bib/themes.yml", "sections: [{{title: A, themes: [{{id: a, title: A, scope: {}}}]}}]"),
        ("bib/themes.yml", "sections: [{{title: A, themes: [{{id: a, title: A, scope: A, terms: [{}]}}]}}]"),
        ("bib/decisions.yml", "leave-out: [{{ref: a, why: {}}}]"),
        ("bib/decisions.yml", "include: [{{query: {}}}]"),
    ],
)
def test_a_text_that_would_hold_up_a_build_is_refused_with_its_place(tmp_path: Path, path: str, text: str) -> None:
    (tmp_path / "bib").mkdir()
    (tmp_path / path).write_text(text.format("order " * (LONGEST_TEXT // 5)), "utf-8")
    with pytest.raises(InputError, match="is longer than 200,000 characters") as refused:
        read_settings(tmp_path)
        read_taxonomy(tmp_path)
        read_decisions(tmp_path)
    (problem,) = refused.value.problems
    assert problem.place == Place(path, 1)
    assert len(str(problem)) < 200


def test_a_text_as_long_as_the_longest_is_taken() -> None:
    longest = "a" * LONGEST_TEXT
    assert parse_yaml(f"a: {longest}", "bib/x.yml").mapping("x")["a"].text("a") == longest
