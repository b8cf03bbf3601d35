"""What axe, the checker of accessibility, finds wrong on a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
# A colour on its way to another is neither: every change of colours has come to its end before axe looks.
SETTLED = """() => Promise.allSettled(document.getAnimations()
    .filter(change => change.effect.getTiming().iterations !== Infinity).map(change => change.finished))"""


COLOURS = ("color-contrast", "link-in-text-block")  # the rules that look at colours
# What a run is told: the rules, and to fetch neither styles (no rule here needs them) nor what it says of what is right.
RUNS: dict[str, dict[str, Any]] = {
    "all": {},
    "colours": {"runOnly": COLOURS},
}
QUICKLY = {"resultTypes": ["violations"], "reporter": "no-passes", "preload": False}


def violations(page: Page, of: str = "all") -> list[str]:
    """What axe finds wrong, each with where and why; `of` names one of `RUNS`."""
    page.evaluate(SETTLED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))  # not as an element of the page, which the policy forbids
    run = "async options => (await axe.run(document, options)).violations"
    found = page.evaluate(run, {**QUICKLY, **RUNS[of]})
    return [f"{rule['id']}: {node['target']} {_reasons(node)}" for rule in found for node in rule["nodes"][:3]]


def _reasons(node: Any) -> list[str]:
    """What axe says of a node that breaks a rule."""
    return [check["message"] for which in ("any", "all", "none") for check in node[which]]
