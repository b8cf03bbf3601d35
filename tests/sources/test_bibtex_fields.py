"""Every type and every field that BibTeX and BibLaTeX know, from the file to the entry that comes out."""

from __future__ import annotations

import pytest

from generator.bibliography.bibtex import bibtex_entry
from generator.bibliography.entry import entry_of
from generator.dedupe.merge import merge
from generator.kept_fields import KEPT
from generator.records import Record
from generator.sources.bibtex import read
from generator.sources.bibtex_fields import ALIASES, LOCAL, RECORD, STRUCTURE
from generator.sources.bibtex_types import NO_PUBLICATION, kind_word
from generator.sources.content import Content
from generator.sources.kinds import kind_of

# The manual of BibLaTeX 3.20: types (section 2.1); data, special and custom fields and aliases (2.2.2 to 2.2.5).
TYPES = """
    article book mvbook inbook bookinbook suppbook booklet collection mvcollection incollection suppcollection
    dataset manual misc online patent periodical suppperiodical proceedings mvproceedings inproceedings reference
    mvreference inreference report set software thesis unpublished xdata customa customb customc customd custome
    customf conference electronic mastersthesis phdthesis techreport www artwork audio bibnote commentary image
    jurisdiction legislation legal letter movie music performance review standard video
""".split()
FIELDS = """
    abstract addendum afterword annotation annotator author authortype bookauthor bookpagination booksubtitle
    booktitle booktitleaddon chapter commentator date doi edition editor editora editorb editorc editortype
    editoratype editorbtype editorctype eid entrysubtype eprint eprintclass eprinttype eventdate eventtitle
    eventtitleaddon file foreword holder howpublished indextitle institution introduction isan isbn ismn isrn issn
    issue issuesubtitle issuetitle issuetitleaddon iswc journalsubtitle journaltitle label language library
    location mainsubtitle maintitle maintitleaddon month nameaddon note number organization origdate origlanguage
    origlocation origpublisher origtitle pages pagetotal pagination part publisher pubstate reprinttitle series
    shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle subtitle title titleaddon
    translator type url urldate venue version volume volumes year crossref entryset execute gender hyphenation ids
    indexsorttitle keywords langid langidopts options presort related relatedoptions relatedtype relatedstring
    sortkey sortname sortshorthand sorttitle sortyear xdata xref namea nameb namec nameatype namebtype namectype
    lista listb listc listd liste listf usera userb userc userd usere userf verba verbb verbc address annote
    archiveprefix journal key pdf primaryclass school
""".split()


# Read together with another field: a name or a part of one, a title's second half, the scheme of an eprint.
READ_APART = frozenset(
    """
    author editor subtitle journalsubtitle booksubtitle eprint eprinttype archiveprefix shortjournal verified
""".split()
)


def destination(name: str) -> str:
    """Where the field of that name goes; "unknown" if nothing says so."""
    name = ALIASES.get(name, name)
    groups = {"record": {*RECORD, *READ_APART}, "kept": KEPT, "structure": STRUCTURE, "local": LOCAL}
    return next((group for group, names in groups.items() if name in names), "unknown")


def record_of(entry: str) -> Record:
    (record,) = read(Content("sources/a.bib", entry.encode()))
    assert isinstance(record, Record)
    return record


def written(entry: str) -> str:
    """The BibTeX entry that a survey writes of one entry."""
    return bibtex_entry(entry_of(merge([record_of(entry)], (), ())))


@pytest.mark.parametrize("name", FIELDS)
def test_of_every_field_it_is_said_where_it_goes(name: str) -> None:
    assert destination(name) != "unknown"


def test_a_field_goes_to_one_place() -> None:
    assert not STRUCTURE & LOCAL
    assert not (STRUCTURE | LOCAL) & set(KEPT)


@pytest.mark.parametrize("name", [name for name in FIELDS if destination(name) == "kept" and name != "type"])
def test_what_is_kept_comes_out_again(name: str) -> None:
    value = {"urldate": "2020-01-02", "eventdate": "2020-01-02", "origdate": "1900", "issn": "2222-3338"}.get(
        name, "Value of it"
    )
    entry = (
        f"@book{{k, title = {{Ropes}}, author = {{Bel, Idris}}, publisher = {{P}}, year = 2001, {name} = {{{value}}}}}"
    )
    assert value in written(entry)


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind not in NO_PUBLICATION])
def test_every_type_is_known(kind: str) -> None:
    assert kind_of(kind_word(kind, {})) is not None


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        ("@thesis{k, title={T}, author={A, B}, type={phdthesis}, institution={Uni}, date={2012-11}}", ("@phdthesis", "school = {Uni}")),
        ("@thesis{k, title={T}, author={A, B}, type={mathesis}, institution={Uni}, date={2012}}", ("@mastersthesis", "school = {Uni}")),
        ("@thesis{k, title={T}, author={A, B}, type={Diplomarbeit}, school={Uni}, year=2012}", ("@mastersthesis", "type = {Diplomarbeit}")),
        ("@phdthesis{k, title={T}, author={A, B}, type={Habilitation}, university={Uni}, year=2012}", ("@phdthesis", "type = {Habilitation}")),
        ("@phdthesis{k, title={T}, author={A, B}, school={Uni}, year=2012, pages=312}", ("pages = {312}",)),
        ("@book{k, title={T}, editor={A, B}, publisher={P}, year=1998, edition={second}, isbn={978-2-84999-107-7}, pagetotal={xii + 748}}",
         ("@book", "editor = {A, B}", "edition = {second}", "isbn = {9782849991077}", "pagetotal = {xii + 748}")),
        ("@collection{k, title={T}, editor={A, B}, publisher={P}, date={1998}, volumes={3}}", ("@book", "volumes = {3}")),
        ("@incollection{k, title={T}, author={A, B}, booktitle={Book}, publisher={P}, year=2001, chapter=4, pages={1--9}, edition={2}}",
         ("@incollection", "booktitle = {Book}", "chapter = {4}", "pages = {1--9}", "edition = {2}")),
        ("@inbook{k, title={T}, author={A, B}, publisher={P}, year=2001, chapter=4}", ("@inbook", "chapter = {4}", "publisher = {P}")),
        ("@inbook{k, title={T}, author={A, B}, booktitle={Book}, publisher={P}, year=2001}", ("@incollection", "booktitle = {Book}")),
        ("@techreport{k, title={T}, author={A, B}, institution={Lab}, number={TR-7}, year=2001, type={Research Note}}",
         ("@techreport", "institution = {Lab}", "number = {TR-7}", "type = {Research Note}")),
        ("@report{k, title={T}, author={A, B}, institution={Lab}, number={7}, isrn={X/1}, date={2001}}", ("@techreport", "isrn = {X/1}")),
        ("@manual{k, title={T}, author={A, B}, organization={Guild}, edition={3}, year=2001}", ("institution = {Guild}", "edition = {3}")),
        ("@standard{k, title={T}, author={{ISO}}, organization={ISO}, number={ISO 690}, year=2010}", ("@techreport", "number = {ISO 690}")),
        ("@patent{k, title={T}, holder={Rope Works}, number={US 123}, type={patentus}, location={US}, year=1990}",
         ("author = ", "number = {US 123}", "type = {U.S. patent}", "address = {US}")),
        ("@dataset{k, title={T}, author={A, B}, publisher={Zenodo}, version={1.2}, doi={10.5281/zenodo.7}, year=2020}",
         ("howpublished = {Zenodo}", "version = {1.2}", "doi = {10.5281/zenodo.7}")),
        ("@software{k, title={T}, author={A, B}, version={v3}, url={https://x.org/t}, year=2020}", ("version = {v3}", "url = {https://x.org/t}")),
        ("@online{k, title={T}, author={A, B}, url={https://x.org}, urldate={2020-05-06}, year=2020}", ("urldate = {2020-05-06}",)),
        ("@misc{k, title={T}, author={A, B}, howpublished={Talk at the pier}, year=2020}", ("howpublished = {Talk at the pier}",)),
        ("@unpublished{k, title={T}, author={A, B}, note={In preparation}, year=2020}", ("note = {In preparation}",)),
        ("@online{k, title={T}, author={A, B}, eprint={hal-0123}, eprinttype={hal}, year=2020}", ("eprint = {hal-0123}", "eprinttype = {hal}")),
        ("@inproceedings{k, title={T}, author={A, B}, eventtitle={Pier Days}, venue={Leith}, date={2020}}", ("booktitle = {Pier Days}", "venue = {Leith}")),
        ("@article{k, title={T}, author={A, B}, journaltitle={J}, volume=2, series={3}, issn={2222-3338}, date={2020}}", ("series = {3}", "issn = {2222-3338}")),
    ],
)  # fmt: skip
def test_types_and_fields_come_out_as_they_went_in(entry: str, parts: tuple[str, ...]) -> None:
    text = written(entry)
    for part in parts:
        assert part in text


@pytest.mark.parametrize(
    ("entry", "year"),
    [
        ("@article{k, title={T}, journal={J}, early-access-date={DEC 2019}}", 2019),
        ("@article{k, title={T}, journal={J}, Early Access Date = {MAR 2021}}", 2021),
        ("@article{k, title={T}, journal={J}, year=2020, early-access-date={DEC 2019}}", 2020),
        ("@article{k, title={T}, journal={J}, date={2020-05/2020-06}}", 2020),
        ("@article{k, title={T}, journal={J}, year={in press}, date={2022}}", 2022),
    ],
)
def test_the_year_of_an_article_in_early_access(entry: str, year: int) -> None:
    assert record_of(entry).year == year


def test_what_a_program_writes_into_a_note_by_itself_is_not_published() -> None:
    assert "Cited" not in written(
        "@article{k, title={T}, author={A, B}, journal={J}, volume=1, year=2001, note={Cited by: 12}}"
    )
    assert "[cs]" not in written("@misc{k, title={T}, author={A, B}, year=2001, note={arXiv:2001.00001 [cs]}}")


def test_shared_data_and_parents_complete_an_entry() -> None:
    text = """@xdata{press, publisher = {Capstan Books}, location = {Leith}}
@xdata{series, xdata = {press}, series = {Ports}}
@collection{ropes, title = {On Ropes}, subtitle = {Then and now}, editor = {Bel, Idris}, xdata = {series}, date = {1998}, isbn = {9782849991077}}
@incollection{knots, title = {Knots}, author = {Tamm, Kalle}, crossref = {ropes}, pages = {3-9}}
@set{both, entryset = {ropes, knots}}
"""
    records = list(read(Content("sources/a.bib", text.encode())))
    assert all(isinstance(record, Record) for record in records)
    ropes, knots = records
    assert isinstance(ropes, Record)
    assert isinstance(knots, Record)
    assert (ropes.publisher, ropes.series, ropes.address) == ("Capstan Books", "Ports", "Leith")
    assert (knots.title, knots.venue, knots.year, knots.publisher) == (
        "Knots",
        "On Ropes: Then and now",
        1998,
        "Capstan Books",
    )
    assert [name.family for name in knots.editors] == ["Bel"]


def test_entries_that_refer_to_each_other_in_a_circle_are_read() -> None:
    text = "@book{a, title = {A}, crossref = {b}, xdata = {b}}\n@book{b, title = {B}, crossref = {a}, xdata = {a}}"
    assert len(list(read(Content("sources/a.bib", text.encode())))) == 2
