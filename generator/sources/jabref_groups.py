"""JabRef's groups: a comment at the end of the file holds the tree; an entry names its groups by their last name alone.

    @Comment{jabref-meta: grouping:
    0 AllEntriesGroup:;
    1 StaticGroup:Methods\\;0\\;1\\;0x8a8a8aff\\;\\;\\;;
    2 StaticGroup:Field work\\;0\\;1\\;\\;\\;\\;;
    }

The number is the depth. Groups of JabRef before 3.8 (`ExplicitGroup`) list the keys of their entries. Format:
https://docs.jabref.org/finding-sorting-and-cleaning-entries/groups
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

SEPARATOR = " > "

_META = re.compile(r"@comment\s*\{\s*jabref-meta:\s*(?:grouping|groupstree):(?P<tree>.*?)^\s*\}", re.I | re.S | re.M)
_GROUP = re.compile(
    r"""
    ^\s*(?P<depth>\d+)\s+
    (?P<kind>[A-Za-z]+Group):
    (?P<body>.*?)
    (?<!\\);\s*(?=^\s*\d+\s+[A-Za-z]+Group:|\Z)    # a group ends with a semicolon that nothing escapes
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_PART = re.compile(r"\\;")


@dataclass(frozen=True, slots=True)
class GroupTree:
    """The groups of a file.

    Attributes:
        paths: by a group's name, the names from the top down to it.
        members: by an entry's key in lower case, the paths of the groups that list it.
        problems: what is wrong with the tree, in words.
    """

    paths: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def with_paths(self, fields: Mapping[str, str], key: str) -> Mapping[str, str]:
        """The fields of an entry with its groups as paths (`Methods > Field work; Data`), if the file has a tree."""
        named = [name.strip() for name in fields.get("groups", "").split(",") if name.strip()]
        paths = [self.paths.get(name, name) for name in named] + list(self.members.get(key.lower(), ()))
        if not (self.paths or self.members) or not paths:
            return fields
        return {**fields, "groups": "; ".join(dict.fromkeys(paths))}


def group_tree(text: str) -> GroupTree:
    """The tree in a file's comment; an empty one if there is none. Never raises."""
    found = _META.search(text) if "jabref-meta" in text else None
    if not found:
        return GroupTree()
    paths: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    problems: list[str] = []
    for names, keys in _groups(found["tree"]):
        name, path = names[-1], SEPARATOR.join(names)
        if name in names[:-1]:
            problems.append(f"the group “{name}” stands within itself ({path}): the inner one is passed over")
            continue
        if paths.setdefault(name, path) != path:
            problems.append(f"two groups are called “{name}” ({paths[name]} and {path}): entries count for the first")
        for key in keys:
            members.setdefault(key.lower(), []).append(path)
    return GroupTree(paths, {key: tuple(found) for key, found in members.items()}, tuple(problems))


def _groups(tree: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each group's names from the top down to it, and the keys that it lists itself."""
    stack: list[str] = []
    for match in _GROUP.finditer(tree.strip()):
        depth = int(match["depth"])
        if depth == 0:
            continue
        parts = [part.replace("\n", "").strip() for part in _PART.split(match["body"])]
        stack = [*stack[: depth - 1], parts[0]]
        keys = [part for part in parts[2:] if part] if match["kind"] == "ExplicitGroup" else []
        yield list(stack), keys
