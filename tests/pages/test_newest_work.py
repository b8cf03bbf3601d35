"""The front page says when its newest work appeared, as exactly as that is known."""

from __future__ import annotations

import pytest

from tests.conftest import MakeProject
from tests.pages.surveys import build

WORK = "@article{{a, title={{Otters at sea}}, author={{One, Bo}}, year={{2025}}{further}}}\n"


@pytest.mark.parametrize(
    ("further", "language", "shown"),
    [
        ("", "en", '<time datetime="2025">2025</time>: newest work'),
        (", month=mar", "en", '<time datetime="2025-03">2025-03</time>: newest work'),
        (", eprint={2503.01234}, archiveprefix={arXiv}", "de", '<time datetime="2025-03">März 2025</time>'),
        (", month=mar", "fr", '<time datetime="2025-03">mars 2025</time>'),
        (", month=mar", "es", '<time datetime="2025-03">marzo de 2025</time>'),
        ("", "de", '<time datetime="2025">2025</time>'),
    ],
)
def test_no_day_is_named_that_nobody_knows(further: str, language: str, shown: str, project: MakeProject) -> None:
    settings = f"title: Otters\nlanguage: {language}\n"
    folder = project({"bib/sources/a.bib": WORK.format(further=further), "bib/survey.yml": settings})
    assert shown in build(folder)["docs/index.md"]
