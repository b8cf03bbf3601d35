from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.bibliography.bibtex import bibtex_entry
from generator.bibliography.entry import entry_of
from generator.errors import InputError
from generator.identifiers import parse_identifier
from generator.names import parse_name
from generator.records import Origin, Record
from generator.venues import VenueTable, read_venues, with_full_venue
from generator.venues.naming import _OF_YEAR
from generator.venues.series import held
from generator.works import Choice, Work

ORIGIN = Origin("sources/a.bib", 1)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> VenueTable:
    return read_venues(tmp_path_factory.mktemp("empty"))


def a_work(venue: str, year: int | None = 2023, **fields: Any) -> Work:
    values = {"kind": "inproceedings", "authors": (parse_name("Smith, Ann"),), "key": "smith2023order", **fields}
    return Work(
        "Order matters", (Record(ORIGIN),), venue=venue, year=year, choices={"venue": Choice(venue, ORIGIN)}, **values
    )


@pytest.mark.parametrize(
    ("venue", "year", "full"),
    [
        (
            "EMNLP",
            2023,
            "Proceedings of the 2023 Conference on Empirical Methods in Natural Language Processing (EMNLP)",
        ),
        ("ICML", 2024, "Proceedings of the 41st International Conference on Machine Learning (ICML)"),
        ("ICML", 2003, "Proceedings of the 20th International Conference on Machine Learning (ICML)"),
        ("ICLR", 2019, "7th International Conference on Learning Representations (ICLR)"),
        ("ICLR", 2024, "The Twelfth International Conference on Learning Representations (ICLR)"),
        ("NIPS", 2017, "Advances in Neural Information Processing Systems (NeurIPS)"),
        ("UAI", 2023, "Proceedings of the Thirty-Ninth Conference on Uncertainty in Artificial Intelligence (UAI)"),
        ("Findings of EMNLP", 2021, "Findings of the Association for Computational Linguistics: EMNLP 2021"),
        ("EMNLP", None, ""),
        ("ICML", 1970, ""),
    ],
)
def test_an_acronym_gets_the_full_name_of_its_year(table: VenueTable, venue: str, year: int | None, full: str) -> None:
    assert with_full_venue(a_work(venue, year), table).container == full


@pytest.mark.parametrize(
    ("written", "acronym"),
    [
        ("Proceedings of the 41st International Conference on Machine Learning, ICML 2024, Vienna, Austria, July 21-27, 2024", "ICML"),
        ("Proceedings of the 2020 Conference on Empirical Methods in Natural Language Processing (EMNLP)", "EMNLP"),
        ("Advances in Neural Information Processing Systems 36: Annual Conference on Neural Information Processing Systems 2023, NeurIPS 2023", "NeurIPS"),
        ("Findings of the Association for Computational Linguistics: ACL 2023, Toronto, Canada, July 9-14, 2023", "Findings of ACL"),
        ("2023 IEEE/CVF International Conference on Computer Vision (ICCV)", "ICCV"),
        ("ACL (1)", "ACL"),
        ("EMNLP (Findings)", "Findings of EMNLP"),
        ("ICML'23", "ICML"),
        ("In Proceedings of ICML", "ICML"),
        ("TMLR", "Transactions on Machine Learning Research"),
    ],
)  # fmt: skip
def test_a_page_calls_a_venue_by_its_acronym_however_a_source_writes_it(
    table: VenueTable, written: str, acronym: str
) -> None:
    work = with_full_venue(a_work(written), table)
    assert work.venue == acronym
    assert work.choices["venue"].original == written


@pytest.mark.parametrize(
    "venue",
    [
        "NeurIPS Workshop on Machine Learning Safety", "Proceedings of the Workshop on Sets (EMNLP 2023)", "Nature", "mm", "Journal of Clinical Oncology",
        "ACL injury prevention journal", "Companion Proceedings of the ACM Web Conference 2023", "NeurIPS 2023 Datasets and Benchmarks",
        "Proceedings of the National Academy of Sciences", "",
    ],
)  # fmt: skip
def test_what_only_resembles_a_known_venue_stays_as_it_is(table: VenueTable, venue: str) -> None:
    work = a_work(venue)
    assert with_full_venue(work, table) == work


def test_long_and_short_papers_stand_in_different_volumes(table: VenueTable) -> None:
    long, short = (parse_identifier(one, "acl") for one in ("2023.acl-long.12", "P18-2003"))
    assert "(Volume 1: Long Papers)" in with_full_venue(a_work("ACL", 2023, identifiers=(long,)), table).container
    assert "(Volume 2: Short Papers)" in with_full_venue(a_work("ACL", 2018, identifiers=(short,)), table).container


def test_what_a_source_says_is_not_replaced(table: VenueTable) -> None:
    given = a_work(
        "Proceedings of the 41st International Conference on Machine Learning",
        2024,
        publisher="JMLR",
        series="W&CP",
        volume="3",
    )
    work = with_full_venue(given, table)
    assert (work.publisher, work.series, work.volume) == ("JMLR", "W&CP", "3")
    assert work.container == "Proceedings of the 41st International Conference on Machine Learning (ICML)"


def test_the_entry_has_the_full_name_and_the_series(table: VenueTable) -> None:
    text = bibtex_entry(entry_of(with_full_venue(a_work("ICML", 2024), table)))
    assert "booktitle = {Proceedings of the 41st International Conference on Machine Learning ({ICML})}" in text
    assert "series = {Proceedings of Machine Learning Research}" in text
    assert "volume = {235}" in text and "publisher = {PMLR}" in text


def test_a_work_whose_type_no_source_gives_has_that_of_its_venue(table: VenueTable) -> None:
    assert with_full_venue(a_work("EMNLP", kind="misc"), table).kind == "inproceedings"
    assert with_full_venue(a_work("TACL", kind="misc"), table).kind == "article"


def test_a_survey_corrects_and_completes_the_table(tmp_path: Path) -> None:
    (tmp_path / "bib").mkdir()
    own = 'ICML: {publisher: Omnipress}\nISWC:\n  names: [International Semantic Web Conference]\n  title: "The Semantic Web – ISWC {year}"\n  series: Lecture Notes in Computer Science\n'
    (tmp_path / "bib" / "venues.yml").write_text(own, encoding="utf-8")
    table = read_venues(tmp_path)
    assert with_full_venue(a_work("ICML", 2024), table).publisher == "Omnipress"
    assert "41st" in with_full_venue(a_work("ICML", 2024), table).container
    semantic = with_full_venue(a_work("The International Semantic Web Conference"), table)
    assert (semantic.venue, semantic.container) == ("ISWC", "The Semantic Web – ISWC 2023")
    assert semantic.choices["series"].origin.place.path == "bib/venues.yml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ICML: {pubisher: X}", "did you mean `publisher`?"),
        ("ICML: {title: 'The {nth} one'}", "cannot be filled in"),
        ("ICML: {title: {first: X}}", "`first` is not a year"),
        ("ICML: {counted_from: long ago}", "is not a year"),
        ("ICML: {numbers: {2020: many}}", "must be a number"),
        ("ICML: {journal: perhaps}", "must be true or false"),
        ("- ICML", "must be a mapping"),
    ],
)
def test_a_mistake_in_the_table_is_reported_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib" / "venues.yml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"bib/venues\.yml:1") as error:
        read_venues(tmp_path)
    assert said in str(error.value)


def test_a_workshop_that_stands_in_the_table_is_itself_and_not_the_meeting_it_is_held_at(table: VenueTable) -> None:
    long = "2023 IEEE Workshop on Applications of Signal Processing to Audio and Acoustics"
    for written in ("WASPAA", long, f"{long} (WASPAA)"):
        series = table.series_of(written)
        assert series and series.acronym == "WASPAA"
    assert table.series_of("Workshop on Large Language Models for Agents (ICLR)") is None


def test_a_publisher_holds_until_the_table_says_that_none_is_known(table: VenueTable) -> None:
    series = table.series_of("ASE")
    assert series
    assert [held(series.publisher, year) for year in (2022, 2023, 2024, 2025, 2030)] == [
        "Association for Computing Machinery", "IEEE", "Association for Computing Machinery", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "year", "shown"),
    [
        ("AAAI-20", 2020, "AAAI"),
        ("ICML-2019", 2019, "ICML"),
        ("ACL'20 (Findings)", 2020, "Findings of ACL"),
        ("IJCAI-ECAI-18", 2018, "IJCAI"),
        ("COLING-ACL-06", 2006, "COLING"),
        ("ACL-COLING-98", 1998, "ACL"),
        ("NeurIPS'21 (Oral)", 2021, "NeurIPS"),
        ("ACL’99", 1999, "ACL"),
        ("IJCAI-PRICAI-20", 2020, "IJCAI"),
        ("LREC-COLING-24", 2024, "LREC-COLING"),
        ("ACL-IJCNLP'21", 2021, "ACL-IJCNLP"),
        ("AACL-IJCNLP-22", 2022, "AACL-IJCNLP"),
        ("EMNLP-IJCNLP-19", 2019, "EMNLP"),
        ("NAACL-HLT'19", 2019, "NAACL"),
        ("ACL-IJCNLP'21 (Findings)", 2021, "Findings of ACL"),
        ("AAAI-20", 2019, "AAAI-20"),
        ("IJCAI-ECAI-18", None, "IJCAI-ECAI-18"),
        ("Otters-20", 2020, "Otters-20"),
        ("COVID-19", 2019, "COVID-19"),
    ],
)
def test_the_year_behind_an_acronym_is_left_out_where_it_is_that_of_the_work(
    table: VenueTable, written: str, year: int | None, shown: str
) -> None:
    assert with_full_venue(a_work(written, year), table).venue == shown


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("CVPR-WS'19", 2019), ("ICSE-SEIP'20", 2020), ("SIGIR-AP'23", 2023), ("CHI-PLAY-19", 2019), ("ACL-SRW'20", 2020),
        ("NAACL-SRW-19", 2019), ("KDD-UC'20", 2020), ("AAAI-SS-19", 2019), ("AAAI-MAKE-22", 2022), ("ICML-WS-2019", 2019),
        ("ICSE-NIER ’22", 2022), ("EMNLP-Demos-20", 2020), ("ACL-SRW'20 (Oral)", 2020), ("ACL-SRW'20 (Findings)", 2020),
        ("CVPR-ECAI-HLT-19", 2019), ("XYZ-ECAI-18", 2018),
    ],
)  # fmt: skip
def test_a_workshop_or_track_is_not_the_meeting_whose_acronym_it_bears(
    table: VenueTable, written: str, year: int
) -> None:
    work = a_work(written, year)
    assert with_full_venue(work, table) == work


@pytest.mark.parametrize("shape", ["A", "Aa", "A-", "A'", "AA-A", " A"])
def test_a_long_venue_is_read_in_no_time(table: VenueTable, shape: str) -> None:
    assert not any(_OF_YEAR.fullmatch((shape * 30_000)[:30_000] + end) for end in ("", "!"))
    work = a_work(shape * 30_000)
    assert with_full_venue(work, table) == work
