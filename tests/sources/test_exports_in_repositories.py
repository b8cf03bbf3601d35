"""Exports as they lie in people's repositories: what each service writes otherwise than its format says. The works are invented."""

from __future__ import annotations

import pytest

from generator.records import Record
from tests.sources.conftest import Read


def ids(record: Record) -> set[str]:
    return {f"{one.scheme}:{one.value}" for one in record.identifiers}


def names(record: Record) -> list[str]:
    return [name.as_last_first for name in record.authors]


def ris(*lines: str) -> str:
    return "\n".join(("TY  - JOUR", "TI  - Otters at sea", *lines, "ER  - ", ""))


# --- RIS ------------------------------------------------------------------------------------------------------------------


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


# --- tables ---------------------------------------------------------------------------------------------------------------


def test_zotero_puts_all_of_extra_on_one_line_and_tags_of_a_service_among_the_automatic_ones(read: Read) -> None:
    record = read(
        '"Key","Item Type","Publication Year","Author","Title","DOI","Extra","Manual Tags","Automatic Tags"\n'
        '"ACSRAG7N","journalArticle","2022","Bo, Ann; Cy, Dee","Otters at sea.","10.1111/jom.16404",'
        '"Place: United States PMID: 31234567  PMCID: PMC9151451","","Animals; Otters"\n'
    ).records[0]
    assert ids(record) == {"doi:10.1111/jom.16404", "pmid:31234567", "pmcid:PMC9151451"}
    assert record.keywords == ("Animals", "Otters")


def test_pubmeds_citation_gives_volume_issue_and_pages_and_groups_stand_after_a_semicolon(read: Read) -> None:
    reading = read(
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
        '"31234567","Otters at sea","Bo AB, Cy DE; Otter Study Group; Fur Collaborators.","Lutra Med. 2020 Feb 3;114(1):12-9. doi: 10.1080/2047. Epub 2020 Jan 30.",'
        '"Bo AB","Lutra Med","2020","2020/01/31","","","10.1080/2047"\n'
        '"31234568","Otters on land","Maia Jde F, Cy DE.","Lutra. 2013;3619:246-74.","Maia Jde F","Lutra","2013","2015/07/02","","",""\n'
    )
    first, second = reading.records
    assert (names(first), [name.corporate for name in first.authors]) == (
        ["Bo, AB", "Cy, DE", "Otter Study Group", "Fur Collaborators"],
        [False, False, True, True],
    )
    assert (first.volume, first.number, first.pages, first.month) == ("114", "1", "12-9", 2)
    assert (second.volume, second.number, second.pages, second.venue) == ("3619", "", "246-74", "Lutra")
    assert second.authors[0].family.startswith("Maia")


def test_embases_source_is_a_citation_not_a_journal(read: Read) -> None:
    record = read(
        "Title,Author Names,Source,Abstract\n"
        '"Otters at sea","Liu R., Adler D.G.","Lutra and Fur (2014) 3:3 (152-160). Date of Publication: 25 Aug 2014","Sea."\n'
    ).records[0]
    assert (record.venue, record.volume, record.number, record.pages, record.year, record.month) == (
        "Lutra and Fur",
        "3",
        "3",
        "152-160",
        2014,
        8,
    )
    supplement, ahead, other = read(
        "Title,Source,DOI\nOtters,Lutra (2019) 54 Supplement 1 (S83-S86). Date of Publication: 1 Jan 2019,10.1000/a\n"
        "Otters,Lutra (2024). Date of Publication: 2024,10.1000/b\nOtters,Meeting of Otters (2019) Rome,10.1000/c\n"
    ).records
    assert (supplement.venue, supplement.volume, supplement.number, supplement.pages) == (
        "Lutra",
        "54",
        "Supplement 1",
        "S83-S86",
    )
    assert [(r.venue, r.year) for r in (ahead, other)] == [("Lutra", 2024), ("Meeting of Otters (2019) Rome", None)]
    whole = read(
        '"SEARCH QUERY","otter:ti"\n-------------------------------------\n\n'
        '"Title","Author Names","Source","Source title","Publication Year","Volume","Issue","First Page","Last Page","Book Publisher","Article Language","Medline PMID","DOI","Full Text Link"\n'
        '"Otters","Liu R.","Lutra (2024) 15:1 Article Number: 4063. Date of Publication: 1 Dec 2024","Lutra","2024","15","1",,,"Fur Press","English",31234567,10.1038/s41,"http://dx.doi.org/10.1038/s41"\n'
    ).records[0]
    assert (whole.venue, whole.pages, whole.publisher, whole.language) == ("Lutra", "4063", "Fur Press", "English")
    assert ids(whole) == {"pmid:31234567", "doi:10.1038/s41"}


def test_ebsco_writes_cells_as_formulas(read: Read) -> None:
    record = read(
        "Article Title,Author,Journal Title,ISSN,Publication Date,Volume,Issue,First Page,Page Count,DOI,Doctype,PLink\n"
        '"Otters at sea.","Bo, Ann","Lutra",="19326203",="Jun2023","19","4","1","60","10.1371/o.0298242","Article","https://search.example/login?an=1"\n'
    ).records[0]
    assert (record.year, record.month, record.volume) == (2023, 6, "19")
    assert ("ISSN", "19326203") in record.extra
    assert record.url.endswith("an=1")


def test_numbers_that_a_data_frame_made_decimal_are_whole(read: Read) -> None:
    record = read(
        "Title,Year,Volume,Issue,Start Page,End Page,DOI\nOtters at sea,2025.0,15660.0,3.0,307.0,326.0,10.1000/ab\n"
    ).records[0]
    assert (record.year, record.volume, record.number, record.pages) == (2025, "15660", "3", "307-326")


def test_the_columns_of_refworks_lens_publish_or_perish_springer_and_openalex(read: Read) -> None:
    refworks = read(
        "Reference Type\tReference Id\tAuthors, Primary\tTitle Primary\tPeriodical Full\tPub Year\tVolume\tStart Page\tOther Pages\tAuthors, Secondary\tPlace Of Publication\tURL\tPMID\t\n"
        "Journal Article\t100,doc:61b9\tvan den Hoven, Jo;Smits,Maarten L. J.\tOtters at sea\tLutra\t2014\t25\t105\t109\tEd, Al\tRome\thttps://a.example/1 https://pubmed.ncbi.nlm.nih.gov/31234567/\t \t\n"
    ).records[0]
    assert (refworks.kind, refworks.title, refworks.venue, refworks.pages, refworks.address) == (
        "article",
        "Otters at sea",
        "Lutra",
        "105-109",
        "Rome",
    )
    assert (names(refworks), len(refworks.editors), refworks.url) == (
        ["van den Hoven, Jo", "Smits, Maarten L. J."],
        1,
        "https://a.example/1",
    )
    lens = read(
        "Lens ID,Title,Date Published,Publication Year,Publication Type,Source Title,Author/s,Issue Number,Start Page,End Page,External URL,PMID,DOI\n"
        "000-130-488-383-514,Otters at sea,2021-03-25,2021,conference proceedings article,Lutra 2021,Ann Bo; Cy Dee,2,9,12,http://dx.doi.org/10.1109/lu.1,,10.1109/lu.1\n"
    ).records[0]
    assert (lens.id, lens.kind, lens.month, lens.number, names(lens)) == (
        "000-130-488-383-514",
        "inproceedings",
        3,
        "2",
        ["Bo, Ann", "Dee, Cy"],
    )
    perish = read(
        "Cites,Authors,Title,Year,Source,Publisher,ArticleURL,CitesURL,Type,DOI\n"
        '39,"C Kun, ...","Otters at sea",2010,"Journal of Lutra …","BioOne","https://bioone.example/o","https://scholar.example","","10.1638/2009-0160.1.short"\n'
    ).records[0]
    assert (names(perish), perish.authors_truncated, perish.url, ids(perish)) == (
        ["Kun, C"],
        True,
        "https://bioone.example/o",
        {"doi:10.1638/2009-0160.1"},
    )
    springer = read(
        "Item Title,Publication Title,Book Series Title,Journal Volume,Journal Issue,Item DOI,Authors,Year,URL,Content Type\n"
        "Otters in&#xa0;the Sea,Lutra,,12,3,10.1007/s1,Ann Bo,2026,https://link.example/1,Conference paper\n"
    ).records[0]
    assert (springer.title, springer.kind, springer.volume, springer.number) == (
        "Otters in the Sea",
        "inproceedings",
        "12",
        "3",
    )
    openalex = read(
        "id,doi,title,display_name,publication_year,type,primary_location.landing_page_url,primary_location.source.display_name,biblio.volume,biblio.first_page,"
        "authorships.raw_author_name,authorships.author.display_name,keywords.display_name\n"
        "https://openalex.org/W1,https://doi.org/10.1016/j.o,Otters at sea,Otters at sea,2024,article,https://doi.org/10.1016/j.o,Lutra,154,105752,A. Bo|C. Dee,Ann Bo|Cy Dee,Fur|Sea\n"
    ).records[0]
    assert (openalex.venue, openalex.pages, names(openalex), openalex.keywords) == (
        "Lutra",
        "105752",
        ["Bo, A.", "Dee, C."],
        ("Fur", "Sea"),
    )
    assert openalex.url == "https://doi.org/10.1016/j.o"


def test_a_comma_in_brackets_parts_no_keywords(read: Read) -> None:
    record = read('Title,Keywords,DOI\nOtters at sea,"fur (diagnosis, surgery), sea",10.1000/ab\n').records[0]
    assert record.keywords == ("fur (diagnosis, surgery)", "sea")


def test_what_rayyan_leaves_behind_an_address_is_no_part_of_it(read: Read) -> None:
    record = read(
        "key,title,url,doi\nrayyan-1,Otters at sea,https://embase.example/r?id=L2029     U2  - L2029,10.1038/s41     LK  - https://u.example/link?id=doi:10.1038%2Fs41\n"
    ).records[0]
    assert (record.url, ids(record)) == ("https://embase.example/r?id=L2029", {"doi:10.1038/s41"})


def test_latex_in_a_sheets_names_is_text(read: Read) -> None:
    record = read(
        "authors,Year,title,doi\nTam\\'{a}s Tak\\'{a}cs and L\\'{a}szl\\'{o} Guly\\'{a}s,2025,Otters at sea,10.1145/1\n"
    ).records[0]
    assert names(record) == ["Takács, Tamás", "Gulyás, László"]


def test_pairs_of_family_and_given_names_that_are_all_parted_by_commas(read: Read) -> None:
    rows = ('"Pereira, Thiago, Santos, Keitty"', '"Lima, Ana Paula, Brum, Everton, Barbosa, Ana"')
    records = read(
        "\n".join(
            (
                "ID,Title,Author(s),Journal,Fulltext URL",
                *(f"S{n},Otters {n},{row},Lutra,http://o.example/{n}" for n, row in enumerate(rows)),
                "",
            )
        )
    ).records
    assert [names(record) for record in records] == [
        ["Pereira, Thiago", "Santos, Keitty"],
        ["Lima, Ana Paula", "Brum, Everton", "Barbosa, Ana"],
    ]
    assert records[0].url == "http://o.example/0"


# --- EndNote's and PubMed's XML, BibTeX, Web of Science -----------------------------------------------------------------------


def test_endnotes_xml_from_mendeley_keeps_the_issue_apart_and_nothing_is_lost(read: Read) -> None:
    record = read(
        '<?xml version="1.0" encoding="UTF-8"?><xml><records><record><database name="m.enl">m.enl</database><ref-type name="Journal Article">0</ref-type>'
        "<contributors><authors><author>Bo, Ann</author></authors></contributors><titles><title>Otters at sea.</title><short-title>Otters</short-title></titles>"
        "<periodical><full-title>Lutra</full-title><abbr-1>Lu</abbr-1></periodical><pages>10-18</pages><volume>36</volume><issue>3</issue><dates><year>2022</year></dates>"
        "<accession-num>35319117</accession-num><orig-pub>Otter auf See.</orig-pub></record></records></xml>"
    ).records[0]
    assert (record.title, record.venue, record.number, record.identifiers) == ("Otters at sea", "Lutra", "3", ())
    assert {("accession-num", "35319117"), ("orig-pub", "Otter auf See."), ("abbr-1", "Lu")} <= set(record.extra)


def test_a_translated_title_stands_in_brackets(read: Read) -> None:
    for title in ("[Fever in a young otter]", "[Fever in a young otter]."):
        assert read(ris().replace("Otters at sea", title)).records[0].title == "Fever in a young otter"
    kept = "[Fur] of otters [a review]"
    assert read(ris().replace("Otters at sea", kept)).records[0].title == kept


def test_a_braced_group_at_the_end_of_a_name_is_the_family_name(read: Read) -> None:
    record = read(
        "@article{ZAINAL2025,\n title = {Otters at sea},\n author = {Nur Hani Zainal and Natalia {Van Doren} and Lea {\\'A}lvarez and {Otter Group}},\n pages = {369-+},\n number = {3, SI}\n}\n"
    ).records[0]
    assert names(record) == ["Zainal, Nur Hani", "Van Doren, Natalia", "Álvarez, Lea", "Otter Group"]
    assert (record.authors[3].corporate, record.pages, record.number) == (True, "369", "3")


def test_an_open_end_of_pages_is_no_page(read: Read) -> None:
    record = read(
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Bo, A\nTI Otters at sea\nSO LUTRA\nBP 369\nEP &\nUT WOS:A1\nER\n\nEF\n"
    ).records[0]
    assert record.pages == "369"


def test_pubmeds_xml(read: Read) -> None:
    reading = read(
        '<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://dtd.example/pubmed.dtd">\n<PubmedArticleSet>\n\n'
        '<PubmedArticle>\n<MedlineCitation Status="MEDLINE" Owner="NLM">\n<PMID Version="1">31234567</PMID>\n<DateRevised><Year>2021</Year></DateRevised>\n'
        '<Article PubModel="Print"><Journal><ISSN IssnType="Print">0886-9634</ISSN><JournalIssue CitedMedium="Print"><Volume>34</Volume><Issue>1</Issue>'
        "<PubDate><Year>2016</Year><Month>Jan</Month></PubDate></JournalIssue><Title>Lutra : the journal of otters</Title><ISOAbbreviation>Lutra</ISOAbbreviation></Journal>"
        "<ArticleTitle>Otters at <i>sea</i>.</ArticleTitle><Pagination><MedlinePgn>58-63</MedlinePgn></Pagination>"
        '<ELocationID EIdType="doi" ValidYN="Y">10.1179/21Y.35</ELocationID>'
        '<Abstract><AbstractText Label="OBJECTIVES" NlmCategory="OBJECTIVE">To see.</AbstractText><AbstractText Label="RESULTS">Seen.</AbstractText>'
        "<CopyrightInformation>© 2016 Otters.</CopyrightInformation></Abstract>"
        '<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>van der Berg</LastName><ForeName>Jo A</ForeName><Initials>JA</Initials><Suffix>Jr</Suffix>'
        "<AffiliationInfo><Affiliation>Dept of Fur.</Affiliation></AffiliationInfo></Author><Author><CollectiveName>Otter Study Group</CollectiveName></Author></AuthorList>"
        '<Language>eng</Language><PublicationTypeList><PublicationType UI="D1">Case Reports</PublicationType><PublicationType UI="D016428">Journal Article</PublicationType>'
        "</PublicationTypeList></Article><MeshHeadingList><MeshHeading><DescriptorName>Otters</DescriptorName></MeshHeading></MeshHeadingList>"
        '<KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">sea</Keyword></KeywordList></MedlineCitation>\n'
        '<PubmedData><ArticleIdList><ArticleId IdType="pubmed">31234567</ArticleId><ArticleId IdType="pmc">PMC123456</ArticleId></ArticleIdList>'
        '<ReferenceList><Reference><Citation>Bo. 1990.</Citation><ArticleIdList><ArticleId IdType="doi">10.9999/cited</ArticleId></ArticleIdList></Reference></ReferenceList>'
        "</PubmedData>\n</PubmedArticle>\n</PubmedArticleSet>\n"
    )
    assert (reading.format, reading.left_out, reading.problems) == ("PubMed XML", (), ())
    record = reading.records[0]
    assert (record.title, record.venue, record.year, record.month, record.pages) == (
        "Otters at sea",
        "Lutra : the journal of otters",
        2016,
        1,
        "58-63",
    )
    assert (record.volume, record.number, record.kind, record.id, record.origin.line) == (
        "34",
        "1",
        "article",
        "31234567",
        5,
    )
    assert (names(record), record.authors[1].corporate) == (["van der Berg, Jr, Jo A", "Otter Study Group"], True)
    assert ids(record) == {"pmid:31234567", "doi:10.1179/21y.35", "pmcid:PMC123456"}
    assert (record.abstract, record.keywords) == ("OBJECTIVES: To see. RESULTS: Seen.", ("Otters", "sea"))


def test_a_paper_in_proceedings_may_be_called_by_their_name(read: Read) -> None:
    paper, volume = read(
        "Reference Type\tAuthor\tYear\tSecondary Title\tTitle\tEditor\n"
        "Conference Proceedings\tBo, A. L.\t2021\tLutra Conference\tOtters at sea\t\nConference Proceedings\t\t2021\tLutra Series\tLutra 2021\tCy, D.\n"
    ).records
    assert (paper.kind, volume.kind) == ("inproceedings", "proceedings")


def test_initials_alone_are_no_author(read: Read) -> None:
    assert names(read(ris("A1  - Troiano L P", "A1  - Dos Santos", "A1  - H B", "A1  - Ghilardi A M")).records[0]) == [
        "Troiano, L P",
        "Dos Santos, H B",
        "Ghilardi, A M",
    ]


def test_capitals_after_a_whole_name_are_an_author(read: Read) -> None:
    record = read(ris("AU  - Otter, Ann", "AU  - WHO", "AU  - Troiano L P", "ED  - Dos Santos", "ED  - H B")).records[0]
    assert names(record) == ["Otter, Ann", "WHO", "Troiano, L P"]
    assert [editor.as_last_first for editor in record.editors] == ["Dos Santos, H B"]


def test_zoteros_csl_calls_a_preprint_an_article_and_a_thesis_publisher_its_school(read: Read) -> None:
    preprint, thesis = read(
        '[{"id":"bo","type":"article","title":"Otters at sea","publisher":"arXiv","genre":"preprint","number":"arXiv:2003.12345","source":"arXiv.org",'
        '"author":[{"family":"Bo","given":"Ann"}],"issued":{"date-parts":[["2020",3]]},"citation-key":"bo2020"},\n'
        '{"id":"cy","type":"thesis","genre":"Master\'s thesis","title":"Otters on land","publisher":"University of Otters","event-title":"Lutra Day",'
        '"author":[{"family":"Cy"}],"issued":{"date-parts":[[2019]]}}]'
    ).records
    assert (preprint.kind, ids(preprint)) == ("preprint", {"arxiv:2003.12345"})
    assert ("citation-key", "bo2020") in preprint.extra
    assert (thesis.kind, thesis.school, thesis.publisher) == ("mastersthesis", "University of Otters", "")
    assert ("event-title", "Lutra Day") in thesis.extra


def test_better_bibtex_for_biblatex(read: Read) -> None:
    article, online, thesis = read(
        "@article{berg2023,\n  title = {Otters at {{Sea}}},\n"
        "  author = {family=Berg, given=Jan, prefix=van der, useprefix=true and King, Jr., Martin L. and given=Ann, family=Bo},\n"
        "  date = {2023-05-02},\n  journaltitle = {Lutra},\n  eprint = {31234567},\n  eprinttype = {pmid}\n}\n"
        "@online{bo2020,\n  title = {Otter Preprint},\n  author = {Bo, Ann},\n  date = {2020-03-27},\n  eprint = {2003.12345},\n  eprinttype = {arXiv},\n  eprintclass = {cs}\n}\n"
        "@thesis{th2019,\n  type = {mathesis},\n  title = {Otter Thesis},\n  author = {Th, E},\n  date = {2019},\n  institution = {University of Otters}\n}\n"
    ).records
    assert names(article) == ["van der Berg, Jan", "King, Jr., Martin L.", "Bo, Ann"]
    assert ids(article) == {"pmid:31234567"}
    assert (online.kind, thesis.kind, thesis.school) == ("preprint", "mastersthesis", "University of Otters")


def test_dimensions_names_the_proceedings_an_anthology_and_the_paper_a_chapter(read: Read) -> None:
    record = read(
        '"About the data: Exported on Sep 30, 2026. Criteria: ""otter"" in title and abstract."\n'
        "Rank,Publication ID,DOI,ISBN,Title,Source title,Anthology title,Book editors,PubYear,Pagination,Publication Type,Document Type,Authors\n"
        '500,pub.1149029840,10.1007/978-3,978-3-16-148410-0,Otters inside,,Lutra 2021,"Ed, Al; Ef, Bo",2021,11-22,Chapter,Conference Paper,"Bo, Ann"\n'
    ).records[0]
    assert (record.venue, record.kind, len(record.editors)) == ("Lutra 2021", "inproceedings", 2)


def test_awesome_lists_of_other_shapes(read: Read) -> None:
    reading = read(
        "## Papers\n\n"
        "- **[ICLR 2024]** Otter Diffusion for Everything. *Ann Bo, Cy Dee.* [[PDF](https://openreview.net/forum?id=abcdef1234)] [[Project](https://o.example)]\n"
        "* [2022-ACL] Otter Parsing with Fur [paper](https://aclanthology.org/2022.acl-long.12/)\n"
        '1. Ann Bo and Cy Dee. "Deep Otters for Rivers." CVPR (2021). [[pdf](https://openaccess.example/papers/Bo_Deep.pdf)]\n'
        "- [x] Otter Games. [[arXiv:2404.00005](https://arxiv.org/abs/2404.00005)]\n  - `ICML 2024`\n"
        "- 水獭 Otters in Rivers. [[论文]](https://arxiv.org/abs/2405.00006) [[代码]](https://github.com/o/p)\n\n"
        "| Date | Title | Paper | Code |\n|:--|:--|:--|:--|\n"
        "| 2024.03 | 🔥[Otter-KV] Caches of Otters (@Otter University) | [[pdf]](https://arxiv.org/pdf/2403.00004.pdf) | [[Otter-KV]](https://github.com/o/kv) |\n"
        "| - | [Otter Agents at Work](https://arxiv.org/abs/2402.00003) | ICML'24 | - |\n"
    )
    assert [(r.title, r.year, r.venue, names(r)) for r in reading.records] == [
        ("Otter Diffusion for Everything", 2024, "ICLR", ["Bo, Ann", "Dee, Cy"]),
        ("Otter Parsing with Fur", 2022, "ACL", []),
        ("Deep Otters for Rivers", 2021, "CVPR", ["Bo, Ann", "Dee, Cy"]),
        ("Otter Games", 2024, "ICML", []),
        ("水獭 Otters in Rivers", None, "", []),
        ("Caches of Otters", 2024, "", []),
        ("Otter Agents at Work", 2024, "ICML", []),
    ]


def test_scopus_bibtex_has_the_authors_keywords_and_its_own(read: Read) -> None:
    record = read(
        "Scopus\nEXPORT DATE: 12 January 2024\n\n@ARTICLE{Bo20231,\n\tauthor = {Bo, Ann and Smith, J., Jr.},\n\ttitle = {Otters at sea},\n\tyear = {2023},\n"
        "\tart_number = {104},\n\tauthor_keywords = {fur; sea},\n\tkeywords = {Otters; Water},\n\tpmid = {31234567},\n\ttype = {Article}\n}\n"
    ).records[0]
    assert (record.keywords, record.pages, ids(record)) == (("fur", "sea"), "104", {"pmid:31234567"})
    assert ("index keywords", "Otters; Water") in record.extra


def test_web_of_science_knows_more_types_than_we_and_nobodys_name(read: Read) -> None:
    head = "FN Clarivate Analytics Web of Science\nVR 1.0\n"
    body = "PT {}\nAU [Anonymous]\nAF [Anonymous]\nCA Otter Grp\n   Fur Consort\nTI Otters at sea\nSO LUTRA\nDT {}\nUT WOS:1\nER\n\n"
    records = read(
        head
        + "".join(
            body.format(*pair)
            for pair in (
                ("J", "Editorial Material"),
                ("S", "Article; Proceedings Paper"),
                ("J", "Article; Proceedings Paper"),
            )
        )
        + "EF\n"
    ).records
    assert [record.kind for record in records] == ["article", "inproceedings", "article"]
    assert [name.family for name in records[0].authors] == ["Otter Grp", "Fur Consort"]


def test_pubmed_gives_an_articles_number_as_a_location(read: Read) -> None:
    reading = read(
        "PMID- 31234567\nTI  - Otters at sea.\nLID - 10.3390/o.1 [doi]\nLID - e2761\nAID - o22052761 [pii]\n\nPMID- 31234568\nTI  - Otters.\nLID - S0266-4356(19)30379-1 [pii]\nPG  - 3-9\n"
    )
    assert [record.pages for record in reading.records] == ["e2761", "3-9"]
    assert ("LID", "S0266-4356(19)30379-1 [pii]") in reading.records[1].extra


def test_arxiv_with_a_subject_is_no_journal(read: Read) -> None:
    record = read(
        ris(
            "JF  - arXiv: Robotics", "L2  - http://export.arxiv.org/abs/2111.09920", "UR  - https://lens.org/190-777"
        ).replace("JOUR", "GEN")
    ).records[0]
    assert (record.kind, record.venue, ids(record)) == ("preprint", "", {"arxiv:2111.09920"})
    assert ("venue", "arXiv: Robotics") in record.extra
