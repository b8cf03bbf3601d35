"""Tables as they lie in people's repositories: what each service and program puts into its columns. The works are invented."""

from __future__ import annotations

from tests.sources.conftest import Read
from tests.sources.fields import ids, names


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


def test_a_table_may_have_a_column_for_each_author(read: Read) -> None:
    reading = read(
        "Title\tAuthor 1\tAuthor 2\tAuthor 3\tPublication\tPublication Date\tVolume\tIssue\tPage\n"
        "里山の植生変化\t田中 花子\t佐藤 健\t\t日本森林学会誌\t2017-06\t99\t3\t120-128\n"
        "Otters at sea\tBo, Ann\t\t\tLutra\t2018\t4\t\t7\n"
    )
    first, second = reading.records
    assert (names(first), first.pages, first.month) == (["田中, 花子", "佐藤, 健"], "120-128", 6)
    assert (names(second), second.pages, second.extra) == (["Bo, Ann"], "7", ())


def test_a_number_of_authors_beside_their_names_is_none_of_them(read: Read) -> None:
    (record,) = read('Title,Authors,Author 1,Author 2,Year\nOtters at sea,"Bo, Ann; Cy, Dee",Bo,Cy,2018\n').records
    assert names(record) == ["Bo, Ann", "Cy, Dee"]
