from __future__ import annotations

from dataclasses import dataclass

from generator.config.taxonomy import Section, Taxonomy, Theme
from generator.links import siblings
from generator.links.values import Mention, Related

TAXONOMY = Taxonomy(
    (Section("All", tuple(Theme(name, name, name) for name in ("quantization", "pruning", "speech", "empty"))),)
)


@dataclass(frozen=True)
class Place:
    primary: str | None
    secondary: tuple[str, ...] = ()


def test_themes_that_share_works_come_before_those_that_are_only_linked() -> None:
    placements = {
        "a": Place("quantization", ("pruning",)),
        "b": Place("pruning"),
        "c": Place("speech"),
        "d": Place(None),
    }
    near = {
        "a": (Related("c", 0.3, ("noise", "signal")), Related("d", 0.3, ("x", "y"))),
        "c": (Related("a", 0.3, ("noise", "signal")),),
    }
    found = siblings(TAXONOMY, placements, near, {"b": (Mention("a", "GPTQ", 0, 4),)})
    assert [(s.theme, s.shared, s.linked) for s in found["quantization"]] == [("pruning", 1, 1), ("speech", 0, 1)]
    assert [s.theme for s in found["speech"]] == ["quantization"]
    assert "empty" not in found


def test_a_link_that_both_works_show_counts_once_and_unknown_works_do_not() -> None:
    placements = {"a": Place("quantization"), "b": Place("pruning")}
    near = {
        "a": (Related("b", 0.5, ("x", "y")), Related("gone", 0.5, ("x", "y"))),
        "b": (Related("a", 0.5, ("x", "y")),),
    }
    found = siblings(TAXONOMY, placements, near, {"a": (Mention("b", "X1", 0, 2),)})
    assert found["pruning"][0].linked == 1
