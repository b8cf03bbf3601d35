"""How much there is of a page for a browser to lay out. How long that takes is measured by `benchmarks.blocking`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS, address
from tests.browser.website import visit

MOST_NODES = 1_500  # of a page, apart from tables and drawings


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_few_nodes_apart_from_tables_and_drawings(
    kind: str, browser: Browser, base: str, website: Path, survey: Any
) -> None:
    count = "[...document.querySelectorAll('*')].filter(node => !node.closest('table, svg')).length"
    with visit(browser, base) as found:
        page = found.go(address(kind, website, survey))
        page.wait_for_load_state("networkidle")
        assert 100 < page.evaluate(count) <= MOST_NODES
