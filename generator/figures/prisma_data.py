"""The flow in the template that the R package PRISMA2020 reads (Haddaway et al. 2022, doi:10.1002/cl2.1230).

The columns and rows are those of the package's `inst/extdata/PRISMA.csv`. Reasons and databases share one cell, as in
`Scopus, 120; PubMed, 80`, so commas and semicolons in names become spaces.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from generator.figures.lettering import shown
from generator.flow import Column, Flow

HEADER = ("data", "node", "box", "description", "boxtext", "tooltips", "url", "n")
_NONE = "NA"
# data, node, box, text: one row each, in the package's order; "" is NA.
_ROWS = (
    ("", "node4", "prevstud", "Previous studies"),
    ("previous_studies", "node5", "box1", "Studies included in previous version of review"),
    ("previous_reports", "", "box1", "Reports of studies included in previous version of review"),
    ("", "node6", "newstud", "Identification of new studies via databases and registers"),
    ("database_results", "node7", "box2", "Databases"),
    ("database_specific_results", "", "box2", "Specific Databases"),
    ("register_results", "", "box2", "Registers"),
    ("register_specific_results", "", "box2", "Specific Registers"),
    ("", "node16", "othstud", "Identification of new studies via other methods"),
    ("website_results", "node17", "box11", "Websites"),
    ("organisation_results", "", "box11", "Organisations"),
    ("citations_results", "", "box11", "Citation searching"),
    ("duplicates", "node8", "box3", "Duplicate records"),
    ("excluded_automatic", "", "box3", "Records marked as ineligible by automation tools"),
    ("excluded_other", "", "box3", "Records removed for other reasons"),
    ("records_screened", "node9", "box4", "Records screened"),
    ("records_excluded", "node10", "box5", "Records excluded"),
    ("dbr_sought_reports", "node11", "box6", "Reports sought for retrieval"),
    ("dbr_notretrieved_reports", "node12", "box7", "Reports not retrieved"),
    ("other_sought_reports", "node18", "box12", "Reports sought for retrieval"),
    ("other_notretrieved_reports", "node19", "box13", "Reports not retrieved"),
    ("dbr_assessed", "node13", "box8", "Reports assessed for eligibility"),
    ("dbr_excluded", "node14", "box9", "Reports excluded"),
    ("other_assessed", "node20", "box14", "Reports assessed for eligibility"),
    ("other_excluded", "node21", "box15", "Reports excluded"),
    ("new_studies", "node15", "box10", "New studies included in review"),
    ("new_reports", "", "box10", "Reports of new included studies"),
    ("total_studies", "node22", "box16", "Total studies included in review"),
    ("total_reports", "", "box16", "Reports of total included studies"),
    ("identification", "node1", "identification", "Identification"),
    ("screening", "node2", "screening", "Screening"),
    ("included", "node3", "included", "Included"),
)
_BY_KIND = {
    "website_results": ("website",),
    "organisation_results": ("organisation",),
    "citations_results": ("citation searching", "other"),  # the package has no row for further methods
}


def prisma_csv(flow: Flow, addresses: Mapping[str, str] | None = None) -> str:
    """The filled template.

    Args:
        flow: the flow of the survey.
        addresses: where the list behind a row stands, by the row's `data`.
    """
    numbers, addresses = _numbers(flow), addresses or {}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for data, node, box, said in _ROWS:
        value = numbers.get(data, "0")
        writer.writerow(
            (data or _NONE, node or _NONE, box, said, said, said if node else _NONE, addresses.get(data, _NONE), value)
        )
    return out.getvalue()


def _numbers(flow: Flow) -> dict[str, str]:
    """The numbers by the name of their row. Rows before the screening count both columns, as in the package."""
    both = {
        "duplicates": flow.count("duplicates"),
        "excluded_automatic": flow.count("automatic"),
        "excluded_other": sum(flow.count(box) for box in ("set-aside", "left-out")),
        "records_screened": flow.count("screened"),
        "records_excluded": flow.count("excluded"),
        "new_studies": flow.new,
        "new_reports": flow.new_reports,
        "total_studies": flow.count("included"),
        "total_reports": flow.reports,
        "previous_studies": flow.earlier,
        "previous_reports": flow.reports - flow.new_reports,
    }
    found = {name: str(number) for name, number in both.items()}
    prefixes: tuple[tuple[str, Column], ...] = (("dbr", "databases"), ("other", "other"))
    for prefix, column in prefixes:
        found[f"{prefix}_sought_reports"] = str(flow.count("sought", column))
        found[f"{prefix}_notretrieved_reports"] = str(flow.count("not-retrieved", column))
        found[f"{prefix}_assessed"] = str(flow.count("assessed", column))
        found[f"{prefix}_excluded"] = _in_one_cell(flow.reasons("excluded-full-text", column))
    return found | _identified(flow)


def _identified(flow: Flow) -> dict[str, str]:
    """Records by kind of search; a source of unknown kind counts among the databases, under its file name."""
    registers = [(one.name, one.records) for one in flow.sources if one.kind == "register"]
    databases = [(one.name, one.records) for one in flow.sources if one.kind in ("database", "")]
    found = {
        "database_results": str(sum(number for _, number in databases)),
        "database_specific_results": _in_one_cell(databases),
        "register_results": str(sum(number for _, number in registers)),
        "register_specific_results": _in_one_cell(registers),
    }
    for name, kinds in _BY_KIND.items():
        found[name] = str(sum(one.records for one in flow.sources if one.kind in kinds))
    return found


def _in_one_cell(counts: Iterable[tuple[str, int]]) -> str:
    """`Scopus, 120; PubMed, 80`, or `0`; counts with the same name are added up."""
    together: dict[str, int] = {}
    for name, number in counts:
        plain = " ".join(re.sub(r"[,;]+", " ", shown(name)).split())
        together[plain] = together.get(plain, 0) + number
    return "; ".join(f"{name}, {number}" for name, number in together.items()) or "0"
