"""A file of each service's own shape in `tests/data/exports` (the works are invented): read right, or refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.config.settings import Settings
from generator.records import Record, SourceReading
from generator.sources.reading import read_file

DATA = Path(__file__).resolve().parents[1] / "data" / "exports"
HAND, SOAP = "Hand washing on harbour wards", "Soap and sleep"
SENSOR, CHIPS, HISTORY = "A Sensor for Hand Washing", "Soap on Chips", "Soap: A History"
DOI, PMID = "doi:10.1234/wm.2019.012", "pmid:31234567"
WARD = {"venue": "Ward Medicine", "volume": "12", "number": "3", "year": 2019}
# A file's format, and for each of its records the title, the first authors and other facts.
READ: dict[str, tuple[str, list[tuple[str, str, dict[str, Any]]]]] = {
    "acl.bib": ("BibTeX", [("Hand Washing: BERT on Harbour Wards", "Okonkwo, Ada; van der Berg, Jan", {"acl": "P19-9001"})]),
    "acm.bib": ("BibTeX", [(SENSOR, "Okonkwo, Ada; van der Berg, Jan", {"pages": "1-12"}), (CHIPS, "Ito, Yui", {"pages": "7"})]),
    "arxiv_listing.txt": ("arXiv listing", [
        (f"{HAND}: a language model that reads signs", "Okonkwo, Ada; van der Berg, Jan; Ito, Yui",
         {"arxiv": "1901.00012", "primary_class": "cs.CL", "year": 2019, "month": 1, "kind": "preprint"}),
        (SOAP, "Ito, Yui", {"abstract": "Soap is good.", "arxiv": "1901.00013"})]),
    "bvs.csv": ("CSV or TSV", [
        ("Lavagem das mãos em enfermarias do porto", "Conceição, Ana; Núñez, José María",
         {"volume": "12", "number": "3", "pages": "101-109", "month": 3, "keywords": ("Desinfecção das Mãos", "Enfermarias")}),
        ("Sabão e sono", "Ito, Yui", {"year": 2020})]),
    "clinicaltrials.csv": ("CSV or TSV", [("Hand Washing on Harbour Wards", "", {"id": "NCT04000001", "abstract": "A trial of washing."})]),
    "cochrane.csv": ("CSV or TSV", [(HAND, "Okonkwo, A; van der Berg, J", {**WARD, "venue": "Ward medicine"}), (SOAP, "Ito, Y", {})]),
    "cochrane.txt": ("labelled text", [
        (f"{HAND}: a randomised trial", "Okonkwo, A; van der Berg, J",
         {"year": 2019, "pages": "101-109", "kind": "article", "pmid": "31234567", "keywords": ("Hand Disinfection", "Humans")}),
        (SOAP, "Ito, Y", {"year": 2020})]),
    "connected_papers.bib": ("BibTeX", [(HAND, "Okonkwo, A.; van der Berg, J.", {"arxiv": "1901.00012"}), (SOAP, "Ito, Y.", {})]),
    "consensus.csv": ("CSV or TSV", [(HAND, "Okonkwo, Ada; van der Berg, Jan", {"venue": "Ward Medicine"}), (SOAP, "Ito, Yui", {})]),
    "dblp.bib": ("BibTeX", [(SENSOR, "Okonkwo, Ada; van der Berg, Jan", {"editors": "Itô, Yui"})]),
    "dblp.xml": ("DBLP XML", [
        (SENSOR, "Okonkwo, Ada; van der Berg, Jan", {"kind": "inproceedings", "venue": "ICW", "pages": "101-106"}),
        (SOAP, "Itô, Yui", {"kind": "preprint", "arxiv": "1901.00013", "venue": ""})]),
    "dblp_search.xml": ("DBLP XML", [
        (SENSOR, "Okonkwo, Ada; van der Berg, Jan", {"kind": "inproceedings", "doi": "10.1109/icw.2019.8800001"})]),
    "ebscohost.ris": ("RIS", [(f"{HAND}: a trial", "Okonkwo, Ada; van der Berg, Jan", {**WARD, "address": "", "pmid": "31234567"})]),
    "ebscohost.txt": ("labelled text", [
        (f"{HAND}: a trial", "Okonkwo, Ada; van der Berg, Jan", {**WARD, "pages": "101-109", "month": 3, "kind": "article"}),
        (SOAP, "Ito, Yui", {"year": 2020, "venue": "Ward Medicine"})]),
    "ebscohost.xml": ("EBSCOhost XML", [
        (f"{HAND}: a trial", "Okonkwo, Ada; van der Berg, Jan",
         {**WARD, "month": 3, "pages": "101", "pmid": "31234567", "keywords": ("Handwashing", "Hospital Units")}),
        (HISTORY, "Ito, Yui", {"kind": "book", "venue": "", "publisher": "Harbour Press", "isbn": "9783161484100"})]),
    "ebscohost_new.csv": ("CSV or TSV", [
        (HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "month": 3, "kind": "article", "id": "2019-40001-003"}),
        (SOAP, "Ito, Yui", {"keywords": ("Soap",)})]),
    "ebscohost_old.csv": ("CSV or TSV", [
        (f"{HAND}: a trial", "Okonkwo, Ada; Van der Berg, Jan",
         {**WARD, "month": 3, "keywords": ("HAND washing", "HOSPITAL wards", "hygiene")}),
        (SOAP, "Ito, Yui", {})]),
    "elicit.csv": ("CSV or TSV", [(HAND, "Okonkwo, Ada; van der Berg, Jan", {"abstract": "Hands carry germs."}), (SOAP, "Ito, Yui", {})]),
    "embase.ris": ("RIS", [(HAND, "Okonkwo, A.; van der Berg, J.", {**WARD, "pmid": "31234567"})]),
    "embase_by_row.csv": ("CSV by row", [
        (HAND, "Okonkwo, A.; van der Berg, J.", {**WARD, "pages": "101-109", "pmid": "31234567"}), (SOAP, "Ito, Y.", {"year": 2020})]),
    "endnote_show_all.txt": ("labelled text", [
        (HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "keywords": ("hygiene", "wards")}),
        (HISTORY, "Ito, Yui", {"kind": "book", "address": "Oslo"})]),
    "engineering_village.csv": ("CSV or TSV", [("A sensor for hand washing", "Okonkwo, Ada; van der Berg, Jan", {"kind": "article"})]),
    "eric.nbib": ("PubMed (MEDLINE)", [
        ("Hand Washing in Harbour Schools", "Okonkwo, Ada; van der Berg, Jan",
         {"id": "EJ1200001", "volume": "12", "pages": "101-109", "kind": "article"}),
        ("Soap and Sleep", "Ito, Yui", {"id": "EJ1200002", "year": 2020})]),
    "europe_pmc.csv": ("CSV or TSV", [(HAND, "Okonkwo, A; van der Berg, J", {"venue": "Ward Med", "pmid": "31234567", "pmcid": "PMC6400001"})]),
    "ieee_xplore.csv": ("CSV or TSV", [
        (SENSOR, "Okonkwo, A.; van der Berg, J.", {"kind": "inproceedings", "pages": "101-106"}), (CHIPS, "Ito, Y.", {"kind": "article"})]),
    "jabref.csv": ("CSV or TSV", [(HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "month": 3}), (HISTORY, "Ito, Yui", {"address": "Oslo"})]),
    "jstor.ris": ("RIS", [(HAND, "Okonkwo, Ada; van der Berg, Jan", WARD)]),
    "lens.csv": ("CSV or TSV", [
        (HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "month": 3, "pmid": "31234567", "pmcid": "PMC6400001"}),
        (HISTORY, "Ito, Yui", {"kind": "book"})]),
    "lilacs.ris": ("RIS", [
        (f"Lavagem das mãos em enfermarias do porto / {HAND}", "Conceição, Ana; Núñez, José María", {"volume": "12", "year": 2019})]),
    "litmaps.csv": ("CSV or TSV", [(HAND, "Okonkwo, Ada; van der Berg, Jan", {"keywords": ("seed",)}), (SOAP, "Ito, Yui", {})]),
    "mendeley.ris": ("RIS", [(HAND, "Okonkwo, Ada; van der Berg, Jan", WARD)]),
    "mendeley.xml": ("EndNote XML", [(HAND, "Okonkwo, Ada; van der Berg, Jan", WARD)]),
    "openalex.csv": ("CSV or TSV", [(HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "pages": "101-109", "pmid": "31234567"})]),
    "ovid_psycinfo.txt": ("labelled text", [
        (HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "pages": "101-109"}), (SOAP, "Ito, Yui", {})]),
    "paperpile.csv": ("CSV or TSV", [(HAND, "Okonkwo, A; van der Berg, J", WARD), (HISTORY, "Ito, Y", {"kind": "book"})]),
    "paperpile.json": ("JSON", [(HAND, "Okonkwo, Ada; van der Berg, Jan", WARD)]),
    "papers.csv": ("CSV or TSV", [(HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "pmid": "31234567"}), (HISTORY, "Ito, Yui", {"kind": "book"})]),
    "publish_or_perish.csv": ("CSV or TSV", [
        (HAND, "Okonkwo, A; van der Berg, J", {**WARD, "pages": "101-109"}), (SOAP, "Ito, Y", {"volume": ""}),
        ("Soap: a history", "Ito, Y", {"kind": "book"})]),
    "publish_or_perish.ris": ("RIS", [(HAND, "Okonkwo, A; van der Berg, J", {"venue": "Ward Medicine", "year": 2019})]),
    "mods.xml": ("MODS XML", [(HAND, "Okonkwo, Ada", {"year": 2019, "id": "okonkwo2019"})]),
    "researchrabbit.csv": ("CSV or TSV", [(HAND, "Okonkwo, Ada; van der Berg, Jan", {"pmid": "31234567"}), (SOAP, "Ito, Yui", {})]),
    "scholar.bib": ("BibTeX", [(HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "authors_truncated": True})]),
    "scholar_library.csv": ("CSV or TSV", [(HAND, "Okonkwo, Ada; van der Berg, Jan", WARD), (SOAP, "Ito, Yui", {"pages": "7"})]),
    "sciencedirect.ris": ("RIS", [(HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "doi": "10.1016/j.wm.2019.01.001"})]),
    "sciwheel.csv": ("CSV or TSV", [(HAND, "Okonkwo, A; van der Berg, J", WARD)]),
    "springerlink.csv": ("CSV or TSV", [
        (HAND, "Okonkwo, Ada; van der Berg, Jan; Zhang, Xiaolong (Luke)", WARD),
        ("Soap on chips", "Ito, Yui", {"kind": "inproceedings", "series": "Lecture Notes in Wards"})]),
    "undermind.csv": ("CSV or TSV", [(HAND, "Okonkwo, A.; van der Berg, J.", {"venue": "Ward Medicine", "month": 3}), (SOAP, "Ito, Y.", {})]),
    "wos.bib": ("BibTeX", [
        (HAND, "Okonkwo, Ada; van der Berg, Jan", {**WARD, "venue": "WARD MEDICINE", "month": 3}),
        (CHIPS, "Ito, Yui", {"kind": "inproceedings", "series": "IEEE Wards"})]),
}  # fmt: skip
NOTED = {
    "ovid_psycinfo.txt": ["lines 1 to 5 hold the search itself, which is no reference; its last step found 120"],
}
REFUSED = {
    "endnote_annotated.txt": "a bibliography of EndNote in plain text, which has no fields to be read; in EndNote choose",
    "europe_pmc.xml": "Europe PMC's XML, which is not read; ask for format=json, or export as RIS or CSV",
    "pubmed_summary.txt": "a summary or abstract page of PubMed saved as text, which has no fields to be read; in PubMed choose",
    "sciencedirect.txt": "text of ScienceDirect, which has no fields to be read; in ScienceDirect choose RIS or BibTeX",
    "scopus.txt": "text of Scopus, which has no fields to be read; in Scopus choose CSV, RIS or BibTeX",
    "zotero.rdf": "Zotero RDF, which is not read; in Zotero export as CSL JSON, BibTeX or CSV",
}


def read(name: str) -> SourceReading:
    return read_file(DATA / name, f"sources/{name}", Settings())


def fact(record: Record, name: str) -> object:
    if name in ("doi", "pmid", "pmcid", "arxiv", "acl", "isbn"):
        return record.identifier(name)
    if name == "editors":
        return "; ".join(person.as_last_first for person in record.editors)
    return getattr(record, name)


@pytest.mark.parametrize("name", READ)
def test_an_export_of_a_service_is_read_whole_and_right(name: str) -> None:
    form, expected = READ[name]
    reading = read(name)
    assert (reading.format, reading.left_out) == (form, ())
    assert [problem.message for problem in reading.problems] == NOTED.get(name, [])
    assert [record.title for record in reading.records] == [title for title, _, _ in expected]
    for record, (_, authors, facts) in zip(reading.records, expected, strict=True):
        assert "; ".join(person.as_last_first for person in record.authors) == authors
        assert {field: fact(record, field) for field in facts} == facts


@pytest.mark.parametrize("name", REFUSED)
def test_text_and_xml_without_readable_fields_are_refused_by_name(name: str) -> None:
    reading = read(name)
    assert not reading.records
    assert [piece.reason.startswith(f"is {REFUSED[name]}") for piece in reading.left_out] == [True]


def test_every_file_of_the_folder_is_in_one_of_the_tables() -> None:
    assert {file.name for file in DATA.iterdir()} == READ.keys() | REFUSED.keys()


def test_a_record_of_central_is_not_the_publication_that_it_describes() -> None:
    record = read("cochrane.txt").records[0]
    assert [one.value for one in record.identifiers if one.scheme == "doi"] == ["10.1234/wm.2019.012"]
