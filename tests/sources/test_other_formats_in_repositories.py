"""XML, BibTeX, CSL-JSON and lists as they lie in people's repositories: what each service writes otherwise than its format says. The works are invented."""

from __future__ import annotations

from tests.sources.conftest import Read
from tests.sources.fields import ids, names, ris


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
