"""Nothing runs a shell: other programs are started from a list of words, in the few modules named here."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.test_house_rules import files

STARTING = {
    "generator/website/engines.py": "MkDocs or Zensical",
    "generator/papers/pandoc.py": "Pandoc",
    "generator/sources/workbook.py": "the reader of workbooks, in a process of its own",
    "generator/starting/surroundings.py": "git, of which is asked who the author is",
}
ITSELF = {"generator/cli.py": "execv"}  # the program starts again in UTF-8
RUNNING = {"run", "Popen"}  # of subprocess
NAMES_ONLY = {"Popen", "PIPE", "DEVNULL", "TimeoutExpired"}  # what modules may use that start nothing themselves
OF_SYSTEM = ("system", "popen", "exec", "spawn", "posix_spawn", "startfile")  # beginnings of functions of os
OTHER_WAYS = {"pty", "commands", "popen2", "asyncio.subprocess", "pexpect", "sh", "_posixsubprocess", "_winapi"}
SHELLS = {"create_subprocess_shell", "create_subprocess_exec", "getoutput", "getstatusoutput"}
WORDS = ("list[str]", "Sequence[str]", "tuple[str, ...]")  # how a parameter says that it is a list of words


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Imports that lead around the rules below: of other ways to start a program, or of one under another name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                renamed = name.asname is not None and name.name in ("os", "subprocess")
                if renamed or name.name in OTHER_WAYS:
                    yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.ImportFrom):
            starts = node.module == "os" and any(name.name.startswith(OF_SYSTEM) for name in node.names)
            if starts or node.module == "subprocess" or node.module in OTHER_WAYS:
                yield node.lineno, ast.unparse(node)


def is_list_of_words(given: ast.expr, tree: ast.Module) -> bool:
    """Whether it is written as a list, or a name that only ever stands for one in the function around it."""
    if isinstance(given, ast.List):
        return True
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and any(inner is given for inner in ast.walk(node))
    ]
    if not isinstance(given, ast.Name) or not around:
        return False
    inner = around[-1]
    parameters = [one for one in (*inner.args.args, *inner.args.kwonlyargs) if one.arg == given.id]
    said = [one.annotation is not None and ast.unparse(one.annotation) in WORDS for one in parameters]
    stored = [node for node in ast.walk(inner) if isinstance(node, ast.Name) and node.id == given.id]
    bindings = sum(isinstance(node.ctx, ast.Store) for node in stored)
    lists = sum(
        isinstance(node.value, ast.List)
        for node in ast.walk(inner)
        if isinstance(node, ast.Assign) and [ast.unparse(one) for one in node.targets] == [given.id]
    )
    return all(said) and bindings == lists and bool(said or lists)


def faults(path: str, tree: ast.Module) -> list[tuple[int, str]]:
    """(line, text) of everything that starts a program otherwise than by a list of words, or in a module not named."""
    found = list(imports(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            holder, name = ast.unparse(node.value), node.attr
            in_system = holder == "os" and name.startswith(OF_SYSTEM) and ITSELF.get(path) != name
            of_processes = holder == "subprocess" and name not in NAMES_ONLY | RUNNING
            if in_system or of_processes or name in SHELLS:
                found.append((node.lineno, ast.unparse(node)))
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        if called.startswith("subprocess."):
            words = node.args[:1]
            safe = path in STARTING and bool(words) and is_list_of_words(words[0], tree)
            safe &= all(one.arg not in (None, "shell", "executable", "preexec_fn") for one in node.keywords)
            if not safe:
                found.append((node.lineno, ast.unparse(node)))
        elif any(one.arg == "shell" for one in node.keywords):
            found.append((node.lineno, ast.unparse(node)))
    return found


def test_nothing_runs_a_shell() -> None:
    found = {path: faults(path, tree) for path, tree, _ in files() if path.startswith("generator/")}
    assert len(found) > 100
    assert {path: one for path, one in found.items() if one} == {}


def test_every_module_that_may_start_a_program_does() -> None:
    texts = {path: ast.unparse(tree) for path, tree, _ in files()}
    assert [path for path in STARTING if not any(f"subprocess.{one}(" in texts[path] for one in RUNNING)] == []
    assert [path for path, name in ITSELF.items() if f"os.{name}(" not in texts[path]] == []


@pytest.mark.parametrize(
    "text",
    [
        "subprocess.run(['a', b], shell=True)",
        "subprocess.run(['a', b], shell=anything)",
        "subprocess.run(['a'], **options)",
        "subprocess.run('a b')",
        "subprocess.run(f'a {b}')",
        "subprocess.run(*words)",
        "subprocess.Popen(args='a b')",
        "subprocess.check_output(['a'])",
        "subprocess.getoutput('a')",
        "start = subprocess.call",
        "os.system('a')",
        "os.popen('a')",
        "run = os.system",
        "os.execv(a, [a])",
        "os.spawnlp(0, 'a', 'a')",
        "import os as o",
        "import subprocess as s",
        "import pty",
        "from subprocess import run",
        "from os import popen",
        "asyncio.create_subprocess_shell('a')",
        "def f(words: str) -> None:\n    subprocess.run(words)",
        "def f(words: list[str]) -> None:\n    words = 'a'\n    subprocess.run(words)",
        "def f():\n    words = ['a']\n    words += b\n    subprocess.run(words)",
    ],
)
def test_another_way_to_start_a_program_is_seen(text: str) -> None:
    assert faults("generator/website/engines.py", ast.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "subprocess.run(['git', *words], check=False)",
        "def f(words: Sequence[str]) -> None:\n    subprocess.run(words, cwd=folder)",
        "def f():\n    command = ['a', b]\n    return subprocess.Popen(command, stdin=subprocess.PIPE)",
    ],
)
def test_a_list_of_words_is_allowed_in_the_modules_named_only(text: str) -> None:
    assert faults("generator/website/engines.py", ast.parse(text)) == []
    assert faults("generator/text/escape.py", ast.parse(text))
