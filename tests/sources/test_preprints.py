"""arXiv is not a venue: what services write in place of the venue gives the preprint's id."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.settings import Settings
from generator.records import Record
from generator.sources.reading import read_file


def only(tmp_path: Path, text: str) -> Record:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    (record,) = read_file(file, "sources/a.txt", Settings()).records
    return record


HEAD = "@article{szegedy2014, title={Going deeper with convolutions}, author={Szegedy, Christian and others}, year={2014}, "


@pytest.mark.parametrize(
    "fields",
    [
        "journal={arXiv preprint arXiv:1409.4842}}",
        "journal={arXiv:1409.4842 [cs]}}",
        "journal={arXiv e-prints}, eprint={1409.4842}}",
        "journal={CoRR}, volume={abs/1409.4842}}",
        "journal={ArXiv}, volume={abs/1409.4842}}",
        "journal={arXiv preprint arXiv:1409.4842}, year={2014}}",
        "journal={arXiv (Cornell University)}, url={https://arxiv.org/abs/1409.4842}}",
        "note={arXiv:1409.4842}, journal={arXiv.org}}",
    ],
)
def test_a_preprint_in_a_journals_place_gives_its_id_and_no_venue(tmp_path: Path, fields: str) -> None:
    record = only(tmp_path, HEAD + fields)
    assert (record.identifier("arxiv"), record.kind, record.venue, record.volume, record.year) == (
        "1409.4842",
        "preprint",
        "",
        "",
        2014,
    )


def test_a_journal_whose_name_begins_like_a_repository_stays(tmp_path: Path) -> None:
    assert only(tmp_path, HEAD + "journal={Corrosion Science}, volume={12}}").venue == "Corrosion Science"
    record = only(tmp_path, HEAD.replace("article", "inproceedings") + "booktitle={NeurIPS}, volume={abs/1409.4842}}")
    assert (record.kind, record.venue, record.volume, record.identifier("arxiv")) == (
        "inproceedings",
        "NeurIPS",
        "",
        "1409.4842",
    )


def test_what_zotero_keeps_in_extra_is_read(tmp_path: Path) -> None:
    record = only(
        tmp_path,
        '"Key","Item Type","Title","Author","Publication Year","Extra"\n"AB","preprint","Soil and iron","Okonkwo, Ada","2021",'
        '"arXiv:2101.00002 [cs]\nPMID: 30123456\nDOI: 10.1000/abc\nPMCID: PMC6312345"\n',
    )
    assert [(i.scheme, i.value) for i in record.identifiers] == [
        ("arxiv", "2101.00002"), ("pmid", "30123456"), ("doi", "10.1000/abc"), ("pmcid", "PMC6312345"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "isbns",
    [
        "9780306406157 9780804429573",
        "978-0-306-40615-7; 0-8044-2957-X",
        "978 0 306 40615 7 (print), 080442957X (online)",
    ],
)
def test_two_isbns_in_one_field_are_two(tmp_path: Path, isbns: str) -> None:
    record = only(tmp_path, f'title,year,isbn\nSoil and iron,2020,"{isbns}"\n')
    assert [i.value for i in record.identifiers] == ["9780306406157", "9780804429573"]
