"""RIS as it lies in people's repositories: what each service writes otherwise than the format says. The works are invented."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read
from tests.sources.fields import ids, names, ris


def test_web_of_science_loses_line_ends_before_its_own_tags_and_c3_is_an_affiliation(read: Read) -> None:
    record = read(
        ris(
            "T2  - ACTA LUTRA",
            "AD  - Univ Otter, Dept Fur, Rome, ItalyAD  - Univ Otter, ItalyC3  - University of OtterC3  - College of FurPU  - LUTRA VERLAG GMBH",
            "PI  - STUTTGART",
            "WE  - Science Citation Index Expanded (SCI-EXPANDED)AN  - WOS:000082252000006",
        )
    ).records[0]
    assert (record.venue, record.publisher, record.address) == ("ACTA LUTRA", "LUTRA VERLAG GMBH", "STUTTGART")
    assert ("affiliation", "College of Fur") in record.extra
    assert not [value for name, value in record.extra if name == "venue"]
    foundation = read(
        ris("C3  - University of OtterFU  - Otter Foundation", "FX  - Paid by the foundation.", "PU  - BMC")
    ).records[0]
    assert (foundation.venue, foundation.publisher) == ("", "BMC")
    assert ("FU", "Otter Foundation") in foundation.extra


def test_c3_is_the_proceedings_of_scopus_and_endnote(read: Read) -> None:
    assert (
        read("TY  - CPAPER\nTI  - Otters at sea\nC3  - Proceedings of the 3rd Otter Conference\nER  - \n")
        .records[0]
        .venue.startswith("Proceedings")
    )


def test_cochrane_writes_two_spaces_after_the_hyphen_and_a_head_before_every_reference(read: Read) -> None:
    head = 'Record #{} of 18\nProvider: John Wiley & Sons, Ltd.\nContent: text/plain; charset="UTF-8"\n\n'
    body = "TY  -  JOUR\nAN  -  CN-0{}\nAU  -  Kim, JS\nTI  -  Otter trial {}\nJA  -  Trials\nPY  -  2024\nSP  -  12\u201029\nC3  -  PUBMED {},EMBASE 643589775\nER  -  \n\n\n"
    reading = read(head.format(3) + body.format(1, 1, 38407106) + head.format(4) + body.format(2, 2, 38407107))
    assert (reading.format, reading.left_out, reading.problems) == ("RIS", (), ())
    assert [(r.title, r.venue, r.pages, r.year, ids(r)) for r in reading.records] == [
        ("Otter trial 1", "Trials", "12-29", 2024, {"pmid:38407106"}),
        ("Otter trial 2", "Trials", "12-29", 2024, {"pmid:38407107"}),
    ]


def test_ovid_numbers_its_references(read: Read) -> None:
    reading = read("6. \n" + ris("JF  - Otters") + "\n \n\n47. \n" + ris("JF  - Otters"))
    assert (len(reading.records), reading.left_out) == (2, ())


@pytest.mark.parametrize(
    "lines",
    [
        ("C2  - 31234567", "DB  - Scopus"),
        ("C5  - 31234567", "DB  - Embase", "DB  - Medline"),
        ("C2  - PMID: 31234567", "DB  - PsycINFO", "DP  - EBSCOhost"),
        ("AN  - PMID:31234567", "DB  - Embase"),
        ("AN  - 31234567", "DP  - NLM"),
        ("U1  - 31234567 [PMID]", "AN  - pub.1149029839"),
        ("L2  - http://europepmc.org/article/MED/31234567",),
        ("C3  - PUBMED 31234567",),
    ],
)
def test_where_services_put_the_pubmed_id(read: Read, lines: tuple[str, ...]) -> None:
    assert ids(read(ris(*lines)).records[0]) == {"pmid:31234567"}


def test_a_number_without_a_name_is_no_pubmed_id(read: Read) -> None:
    assert ids(read(ris("C2  - 31234567", "AN  - 2214991469; 51887", "DB  - PTSDpubs")).records[0]) == set()
    assert ids(read(ris("U1  - PMC9359172 [PMCID]")).records[0]) == {"pmcid:PMC9359172"}


def test_the_works_that_a_work_cites_are_not_the_work(read: Read) -> None:
    record = read(
        ris(
            "DO  - https://dx.doi.org/10.1186/s11689-021",
            "M1  - Bischof, N.L. (2018). Weasels. Lutra Res., 11(8), 1166-1174 https://pubmed.ncbi.nlm.nih.gov/29761836 https://dx.doi.org/10.1002/aur.1963",
            "N1  - Erratum in: Lutra. 2019;3:4. doi: 10.1002/aur.9999",
            "A2  - Achenbach, T., Rescorla, L., Achenbach, Bischof, N.L., et al., Keefer",
        )
    ).records[0]
    assert ids(record) == {"doi:10.1186/s11689-021"}
    assert record.editors == ()
    assert any(name == "A2" for name, _ in record.extra)


def test_a_note_may_still_give_the_works_only_doi(read: Read) -> None:
    assert ids(read(ris("N1  - Lutra. 2011 Apr 9;168(14):370. doi: 10.1136/lu.d2224.")).records[0]) == {
        "doi:10.1136/lu.d2224"
    }
    assert ids(read(ris("M3  - 10.5001/zot")).records[0]) == {"doi:10.5001/zot"}


def test_several_addresses_in_one_field_are_several(read: Read) -> None:
    lines = (
        "UR  - https://otters.example/1874/342747",
        "https://pubmed.ncbi.nlm.nih.gov/31234567/",
        "https://lens.org/012-702",
        "VL  - 95",
    )
    record = read(ris(*lines)).records[0]
    assert (record.url, record.volume, ids(record)) == ("https://otters.example/1874/342747", "95", {"pmid:31234567"})
    assert ("url", "https://lens.org/012-702") in record.extra
    record = read(
        ris("UR  - https://otters.example/abs/2.15, internal-pdf://3779/K.J-2016-From an otter_ analysis.pdf")
    ).records[0]
    assert record.url == "https://otters.example/abs/2.15"


def test_an_editor_among_the_authors_says_so(read: Read) -> None:
    record = read(ris("A1  - Hern, Matt, Ed", "A1  - Lutra, Ann")).records[0]
    assert (names(record), [name.as_last_first for name in record.editors]) == (["Lutra, Ann"], ["Hern, Matt"])


def test_words_are_no_pages_and_a_sentence_is_no_issue(read: Read) -> None:
    record = read(
        ris(
            "SP  - No",
            "EP  - Specified",
            "IS  - Lutra, T. (1991). Otter Behavior Checklist. Burlington: University of Otters.",
        )
    ).records[0]
    assert (record.pages, record.number) == ("", "")
    assert any(value.startswith("Lutra, T.") for _, value in record.extra)


def test_a_trials_registration_is_no_article_number(read: Read) -> None:
    assert [read(ris(f"C7  - {value}")).records[0].pages for value in ("NCT01234567", "e70655", "6406")] == [
        "",
        "e70655",
        "6406",
    ]
