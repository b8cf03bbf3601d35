"""A meeting's paper and the journal's of one name are two works, shown as versions of each other."""

from __future__ import annotations

from generator.cli import main
from tests.conftest import MakeProject

MEETING = (
    "@inproceedings{a, title={Deferred Grouping for Wide Stars}, author={Mori, Hana and Stig, Paul}, year={1998}, "
)
JOURNAL = "@article{b, title={Deferred Grouping for Wide Stars}, author={Mori, H. and Stig, P.}, year={2000}, "
OTHERS = (
    "@article{c, title={Deferred Grouping for Wide Stars}, author={Berg, Ida}, year={2010}, journal={Star Letters}}\n"
)


def test_each_page_leads_to_the_other_version(project: MakeProject) -> None:
    entries = f"{MEETING}booktitle={{SIGMOD Conference}}}}\n{JOURNAL}journal={{The VLDB Journal}}}}\n{OTHERS}"
    root = project({"bib/sources/a.bib": entries})
    assert main(["build", "--project", str(root)]) == 0
    pages = {page.stem: page.read_text(encoding="utf-8") for page in (root / "docs/papers").glob("*.md")}
    linked = {key: "Other version of this work" in text for key, text in pages.items()}
    assert sum(linked.values()) == 2
    assert not any(linked[key] for key in linked if key.startswith("berg"))
