"""The collections in Better BibTeX's JSON, Zotero's only export that has them: a tree beside the items.

`"collections": {"K1": {"key": "K1", "parent": false, "name": "Screening", "items": [3, 4]}}`; the numbers are the
items' `itemID`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_SEPARATOR = " > "
_DEPTH = 50  # of collections in each other; deeper ones go round in circles


def collections_of(text: str) -> Mapping[str, str]:
    """By an item's number, the collections that it stands in, as paths (`Screening > Included; Methods`)."""
    if '"collections"' not in text or '"itemID"' not in text:
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    tree = found.get("collections") if isinstance(found, dict) else None
    if not isinstance(tree, dict):
        return {}
    paths: dict[str, list[str]] = {}
    for one in tree.values():
        if isinstance(one, dict) and isinstance(one.get("items"), list):
            for number in one["items"]:
                paths.setdefault(str(number), []).append(_path(one, tree))
    return {number: "; ".join(dict.fromkeys(sorted(found))) for number, found in paths.items()}


def _path(one: Mapping[str, Any], tree: Mapping[str, Any]) -> str:
    names: list[str] = []
    at: object = one
    while isinstance(at, dict) and len(names) < _DEPTH:
        names.insert(0, str(at.get("name", "")).replace(";", ","))
        parent = at.get("parent")
        at = tree.get(parent) if isinstance(parent, str) else None
    return _SEPARATOR.join(filter(None, names))
