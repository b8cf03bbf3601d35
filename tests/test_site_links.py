"""Every link of the built website, as a server shows it and as a disk does; and what every page says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.website.offline import make_offline
from tests.browser.conftest import shared_folder
from tests.browser.website import shipped_website
from tests.site_links import faults

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def website(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped survey's website: the same one that the browser's tests visit, built once for all of them."""
    return shipped_website(shared_folder(tmp_path_factory))


def test_no_link_or_anchor_is_broken_and_nothing_comes_from_another_host(website: Path) -> None:
    assert faults(website) == []


def test_the_same_holds_from_a_disk(website: Path, tmp_path: Path) -> None:
    for path, content in make_offline(website).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert faults(tmp_path, from_disk=True) == []


def test_every_page_has_a_description_of_its_own_kind_and_a_social_card(website: Path) -> None:
    for file in sorted(website.rglob("index.html")):
        head = file.read_text(encoding="utf-8").partition("</head>")[0]
        if 'http-equiv="refresh"' not in head:
            for needed in (
                '<meta name="description" content="',
                'property="og:title" content="',
                'property="og:description" content="',
                'feeds/survey.xml"',
            ):
                assert needed in head, (file, needed)
