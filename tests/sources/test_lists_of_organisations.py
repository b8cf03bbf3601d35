"""Lists in Markdown: an organisation beside a title is no venue, what is passed over is told, and APA is called so."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read

TITLE = "Otters at sea and in rivers"
FORMS = [f"- [{TITLE}](https://arxiv.org/abs/2001.00001) {{}}\n", f"- **{TITLE}** {{}}\n", f"- **{TITLE}**, {{}}\n"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("beside", "organisation"),
    [
        ("(Meta AI, 2020)", "Meta AI"),
        ("(Meta AI 2020)", "Meta AI"),
        ("Google Brain, 2020", "Google Brain"),
        ("(Google Brain, 2020)", "Google Brain"),
        ("(OpenAI, 2020)", "OpenAI"),
        ("(IBM Research AI, 2020)", "IBM Research AI"),
        ("(MIT CSAIL, 2020)", "MIT CSAIL"),
        ("Stanford NLP 2020", "Stanford NLP"),
        ("(DeepMind 2020)", "DeepMind"),
        ("(Facebook AI Research, 2020)", "Facebook AI Research"),
    ],
)
def test_an_organisation_is_no_venue_and_stays_whole_in_a_note(
    read: Read, form: str, beside: str, organisation: str
) -> None:
    (record,) = read("# Otters\n\n" + form.format(beside), "otters.md").records
    assert (record.title, record.year, record.venue, record.authors) == (TITLE, 2020, "", ())
    assert [value for name, value in record.extra if name == "note"] == [organisation]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("beside", "venue"),
    [
        ("(NeurIPS, 2020)", "NeurIPS"),
        ("AAAI 2020", "AAAI"),
        ("(Nature MI, 2020)", "Nature MI"),
        ("Findings of ACL 2020", "Findings of ACL"),
    ],
)
def test_a_venue_beside_a_title_stays_one_and_whole(read: Read, form: str, beside: str, venue: str) -> None:
    (record,) = read("# Otters\n\n" + form.format(beside), "otters.md").records
    assert (record.title, record.year, record.venue) == (TITLE, 2020, venue)
    assert not [value for name, value in record.extra if name == "note"]


@pytest.mark.parametrize(
    ("beside", "venue"),
    [("Google AI", ""), ("Stanford Law Review", "Stanford Law Review"), ("MIT Press", "MIT Press"), ("ACL", "ACL")],
)
def test_behind_the_people_an_organisation_is_no_venue_but_its_journal_is(read: Read, beside: str, venue: str) -> None:
    (record,) = read(f"# Otters\n\n- **{TITLE}**, Ann Roe, Bo Doe, {beside}, 2020\n", "otters.md").records
    assert [name.family for name in record.authors] == ["Roe", "Doe"]
    assert (record.venue, record.year) == (venue, 2020)


def test_a_person_may_have_a_name_that_is_an_organisations_too(read: Read) -> None:
    (record,) = read(f"# Otters\n\n- **{TITLE}**, Ray Fair, Bo Doe, 2020\n", "otters.md").records
    assert [name.family for name in record.authors] == ["Fair", "Doe"]


@pytest.mark.parametrize("item", ["**Bees of the roofs and gardens**", "Bats beneath bridges", "*Snails on walls*"])
def test_an_item_that_is_passed_over_is_told_with_its_line(read: Read, item: str) -> None:
    text = f"# Otters\n\n- [{TITLE}](https://arxiv.org/abs/2001.00001)\n- {item}\n"
    reading = read(text, "otters.md")
    (note,) = reading.problems
    assert (len(reading.records), reading.left_out, note.level) == (1, (), "note")
    assert note.place and note.place.line == 4
    assert "passed over" in note.message and "give it a link" in note.hint


def test_a_table_of_contents_is_not_told(read: Read) -> None:
    text = f"# Otters\n\n- [Rivers](#rivers)\n- [Seas](#seas)\n\n## Rivers\n\n- [{TITLE}](https://arxiv.org/abs/2001.00001)\n"
    assert read(text, "otters.md").problems == ()


APA = (
    "Roe, A., & Doe, B. (2020). Otters at sea. *Journal of Rivers*, *12*(3), 1-9. https://doi.org/10.1000/x1",
    "Bell, C. (2019, May 3). Bees of roofs. *Bee Letters*, *2*, 33-41.",
    "Ito, D., Eke, E., & Low, F. (2018a). Bats: a survey. In *Proceedings of Bats* (pp. 1-9). Springer.",
)


@pytest.mark.parametrize("mark", ["1. ", "- ", "", "[1] "])
def test_a_list_in_the_form_of_the_apa_is_refused_as_references_and_not_as_endnotes(read: Read, mark: str) -> None:
    reading = read("# References\n\n" + "\n\n".join(mark + one for one in APA) + "\n", "references.md")
    (piece,) = reading.left_out
    assert piece.reason.startswith("is a list of references in plain text") and not reading.records
    assert "EndNote" not in piece.reason
