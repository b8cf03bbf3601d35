"""JabRef's groups: a comment at the end of the file holds the tree; an entry names its groups by their last name alone.

    @Comment{jabref-meta: grouping:
    0 AllEntriesGroup:;
    1 StaticGroup:Methods\\;0\\;1\\;0x8a8a8aff\\;\\;\\;;
    2 StaticGroup:Field work\\;0\\;1\\;\\;\\;\\;;
    }

The number is the depth. Groups of JabRef before 3.8 (`ExplicitGroup`) list the keys of their entries. A `KeywordGroup`
holds the entries that have a word in a field: `KeywordGroup:Maybe\\;0\\;keywords\\;unsure\\;0\\;0\\;1;`. Format:
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
_SEPARATORS = re.compile("[;,]")
_IS_PATTERN = 5  # where a `KeywordGroup` says whether its word is a regular expression


@dataclass(frozen=True, slots=True)
class GroupTree:
    """The groups of a file.

    Attributes:
        paths: by a group's name, the names from the top down to it.
        members: by an entry's key in lower case, the paths of the groups that list it.
        by_word: (field, word in lower case, path) of each group whose entries have that word in that field.
        problems: what is wrong with the tree, in words.
    """

    paths: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_word: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[str, ...] = ()

    def with_paths(self, fields: Mapping[str, str], key: str) -> Mapping[str, str]:
        """The fields of an entry with its groups as paths (`Methods > Field work; Data`), if the file has a tree."""
        named = [name.strip() for name in fields.get("groups", "").split(",") if name.strip()]
        paths = [self.paths.get(name, name) for name in named] + list(self.members.get(key.lower(), ()))
        for name, word, path in self.by_word:
            if word in {one.strip().lower() for one in _SEPARATORS.split(fields.get(name, ""))}:
                paths.append(path)
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
    by_word: list[tuple[str, str, str]] = []
    for names, keys, looked_for in _groups(found["tree"]):
        name, path = names[-1], SEPARATOR.join(names)
        if name in names[:-1]:
            problems.append(f"the group “{name}” stands within itself ({path}): the inner one is passed over")
            continue
        if paths.setdefault(name, path) != path:
            problems.append(f"two groups are called “{name}” ({paths[name]} and {path}): entries count for the first")
        for key in keys:
            members.setdefault(key.lower(), []).append(path)
        if looked_for:
            by_word.append((*looked_for, path))
    listed = {key: tuple(found) for key, found in members.items()}
    return GroupTree(paths, listed, tuple(by_word), tuple(problems))


def _groups(tree: str) -> Iterator[tuple[list[str], list[str], tuple[str, str] | None]]:
    """Each group's names from the top down to it, the keys that it lists, and the field and word it looks for."""
    stack: list[str] = []
    for match in _GROUP.finditer(tree.strip()):
        depth = int(match["depth"])
        if depth == 0:
            continue
        parts = [part.replace("\n", "").strip() for part in _PART.split(match["body"])]
        stack = [*stack[: depth - 1], parts[0]]
        keys = [part for part in parts[2:] if part] if match["kind"] == "ExplicitGroup" else []
        is_word = match["kind"] == "KeywordGroup" and len(parts) > _IS_PATTERN and parts[_IS_PATTERN] == "0"
        yield list(stack), keys, (parts[2].lower(), parts[3].lower()) if is_word else None
