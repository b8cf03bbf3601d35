from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.links import author_entries
from generator.names import Name
from tests.links.works import work


def test_a_middle_initial_does_not_make_another_person() -> None:
    entries = author_entries(
        [work("a", authors=["Noam Shazeer"], year=2019), work("b", authors=["Noam M. Shazeer"], year=2021)]
    )
    assert [(entry.slug, entry.name.given, entry.keys) for entry in entries] == [
        ("noam-m-shazeer", "Noam M.", ("b", "a"))
    ]


def test_contradicting_middle_names_keep_all_three_apart() -> None:
    entries = author_entries(
        [
            work(key, authors=[name])
            for key, name in [("a", "John Smith"), ("b", "John A. Smith"), ("c", "John B. Smith")]
        ]
    )
    assert len(entries) == 3


def test_initials_alone_never_join() -> None:
    assert len(author_entries([work("a", authors=["Y. Wu"]), work("b", authors=["Yu Wu"])])) == 2


def test_two_forms_in_one_work_are_two_people() -> None:
    assert len(author_entries([work("a", authors=["Wei Li", "Wei X. Li"])])) == 2


def test_accents_lost_by_a_source_do_not_matter_and_the_fuller_spelling_is_shown() -> None:
    entries = author_entries([work("a", authors=["Adam Scibior"]), work("b", authors=["Adam Ścibior"])])
    assert [(entry.slug, entry.name.family) for entry in entries] == [("adam-scibior", "Ścibior")]


def test_people_are_sorted_by_folded_family_name_and_groups_stand_among_them() -> None:
    entries = author_entries([work("a", authors=["Émile Zola", "Ada Østby", "{01.AI}", "Ludwig van Beethoven"])])
    assert [entry.name.family for entry in entries] == ["01.AI", "Beethoven", "Østby", "Zola"]
    assert entries[0].slug == "01-ai"


def test_names_in_other_scripts_get_addresses_of_their_own() -> None:
    slugs = [entry.slug for entry in author_entries([work("a", authors=["李 明", "王 芳"])])]
    assert len(set(slugs)) == 2
    assert all(slug.isascii() and slug.startswith("author-") for slug in slugs)


NAMES = st.builds(
    Name,
    st.text(alphabet="LlYy李é. -/", max_size=6),
    st.text(alphabet="AaNn. 明", max_size=6),
    st.just(""),
    st.sampled_from(["", "Jr."]),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(NAMES, max_size=4), max_size=5))
def test_addresses_are_safe_unique_and_do_not_depend_on_the_order(people: list[list[Name]]) -> None:
    works = [work(f"w{number}", authors=names) for number, names in enumerate(people)]
    entries = author_entries(works)
    assert entries == author_entries(works[::-1])
    assert len({entry.slug for entry in entries}) == len(entries)
    assert all(entry.slug and set(entry.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for entry in entries)
