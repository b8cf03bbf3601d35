"""Rules of this repository that no linter has: short functions and files, layers, and tests that assert something."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache

from generator.bibliography.export import FORMATS
from generator.checks.registry import CHECKS
from generator.cli import COMMANDS
from generator.sources.registry import READERS
from tests.conftest import REPOSITORY

LONGEST_FUNCTION = 60  # lines
LONGEST_FILE = 300
PARTS = ("generator", "tests", "benchmarks")


@cache
def files() -> tuple[tuple[str, ast.Module, int], ...]:
    """Every Python file: path in the repository, its tree, its number of lines."""
    found = []
    for part in PARTS:
        for file in sorted((REPOSITORY / part).rglob("*.py")):
            text = file.read_text(encoding="utf-8")
            found.append((file.relative_to(REPOSITORY).as_posix(), ast.parse(text), text.count("\n")))
    return tuple(found)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_functions_and_files_are_short() -> None:
    long = {path for path, _, lines in files() if lines > LONGEST_FILE}
    for path, tree, _ in files():
        lengths = {one.name: (one.end_lineno or one.lineno) - one.lineno + 1 for one in functions(tree)}
        long |= {f"{path}:{name}" for name, length in lengths.items() if length > LONGEST_FUNCTION}
    assert long == set(), "cut them at a seam"


def test_modules_of_the_scripts_are_short() -> None:
    """Their functions too, by a rule in `biome.json`."""
    files = [*(REPOSITORY / "scripts").rglob("*.js"), *(REPOSITORY / "tests/scripts").rglob("*.mjs")]
    assert len(files) > 30
    assert [file.name for file in files if file.read_text(encoding="utf-8").count("\n") > LONGEST_FILE] == []


def test_each_script_of_the_website_is_made_from_modules() -> None:
    """So what holds for the modules of `scripts/` holds for all of the website's own scripts."""
    assets = REPOSITORY / "generator/assets"
    scripts = sorted(assets.rglob("*.js"))
    assert len(scripts) > 10
    by_hand = [file.name for file in scripts if "from scripts/" not in file.read_text(encoding="utf-8")[:100]]
    assert by_hand == [], "write a module in scripts/ and name it in scripts/build.mjs"


def branches(node: ast.IfExp) -> Iterator[ast.expr]:
    """What a conditional expression may give; of a sum or a joined text, its parts."""
    waiting = [node.body, node.orelse]
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.BinOp):
            waiting += [part.left, part.right]
        else:
            yield part


def unclear(tree: ast.Module) -> Iterator[ast.expr]:
    """Conditional expressions one in another, and names given inside the condition of a comprehension."""
    for node in ast.walk(tree):
        if isinstance(node, ast.IfExp) and any(isinstance(part, ast.IfExp) for part in branches(node)):
            yield node
        if isinstance(node, ast.comprehension):
            yield from (part for one in node.ifs for part in ast.walk(one) if isinstance(part, ast.NamedExpr))


def test_no_condition_has_to_be_read_twice() -> None:
    found = [f"{path}:{node.lineno}" for path, tree, _ in files() for node in unclear(tree)]
    assert found == [], "no `… if … else …` inside another, no `:=` in a comprehension's `if`: one decision a line"


def cramped(tree: ast.Module) -> Iterator[ast.Call]:
    """Where a regular expression of several lines is compiled in which no line can hold a comment."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile" and node.args:
            pattern, *flags = (*node.args, *(one.value for one in node.keywords))
            verbose = any("re.VERBOSE" in ast.unparse(one) for one in flags)
            if (pattern.end_lineno or pattern.lineno) > pattern.lineno and not verbose:
                yield node


def test_a_regular_expression_over_several_lines_is_verbose() -> None:
    trees = [(path, tree) for path, tree, _ in files() if path.startswith("generator/")]
    found = [f"{path}:{node.lineno}" for path, tree in trees for node in cramped(tree)]
    assert found == [], "write it with re.VERBOSE and a comment for each part"


HANGING = re.compile(r"^\s*[\])}]+[,:]? {2}# (?!fmt:|noqa|type:)")


def test_repetitions_in_patterns_keep_their_braces() -> None:
    """`{3,}` in an f-string puts the value (3,) there, and the pattern then finds nothing: it is `{{3,}}`."""
    lost = [
        f"{path}:{node.lineno}"
        for path, tree, _ in files()
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue)
        and not node.format_spec
        and (
            isinstance(node.value, ast.Tuple)
            or (isinstance(node.value, ast.Constant) and node.value.value in range(99))
        )
    ]
    assert lost == [], "write the braces twice"


def test_no_comment_hangs_behind_the_last_bracket() -> None:
    """There the formatter leaves a comment whose line has become too long; who reads from above comes to it last."""
    found = [
        f"{file.relative_to(REPOSITORY)}:{number}"
        for part in PARTS
        for file in sorted((REPOSITORY / part).rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if HANGING.match(line)
    ]
    assert found == [], "write it above what it is about"


def test_no_function_of_the_scripts_stands_twice() -> None:
    places: dict[str, list[str]] = {}
    for file in sorted((REPOSITORY / "scripts").rglob("*.js")):
        for found in re.finditer(
            r"^(?:export )?(?:async )?function (\w+)(\(.*?^\})", file.read_text("utf-8"), re.M | re.S
        ):
            body = re.sub(r"//.*| \(_error\)|\s", "", found[2])
            places.setdefault(body, []).append(f"{file.relative_to(REPOSITORY)}: {found[1]}")
    assert len(places) > 100
    assert [names for names in places.values() if len(names) > 1] == []


def test_the_layers_and_wings_keep_their_contract() -> None:
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout


def test_the_contract_of_the_commands_names_each_of_them() -> None:
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (commands,) = (contract["modules"] for contract in contracts if contract["type"] == "independence")
    assert commands == [f"generator.commands.{name}" for name in COMMANDS]


def test_whether_another_name_was_meant_is_asked_in_one_place() -> None:
    asked = {path for path, tree, _ in files() for node in ast.walk(tree) if says(node, "did you mean ")}
    assert {path for path in asked if path.startswith("generator/")} == {"generator/text/compare.py"}


def says(node: ast.AST, words: str) -> bool:
    """Whether a node is a text of the program that begins with `words`."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(words)


@cache
def words_in(folder: str) -> set[str]:
    """Every text that the tests below a folder of `tests/` state, docstrings left out."""
    found: set[str] = set()
    for path, tree, _ in files():
        if path.startswith(f"tests/{folder}/test_"):
            documented: tuple[ast.Module | ast.FunctionDef, ...] = (tree, *functions(tree))
            docs = {ast.get_docstring(node, clean=False) for node in documented}
            texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
            found |= {text for text in texts - docs if isinstance(text, str)}
    return found


def test_every_reader_has_an_assertion_of_its_own() -> None:
    without = [reader.name for reader in READERS if reader.name not in words_in("sources")]
    assert without == [], "no test in tests/sources says that a file is read as this format"


def test_every_check_has_a_case() -> None:
    without = [check.name for check in CHECKS if check.name not in words_in("checks")]
    assert without == [], "no test in tests/checks seeks what this check finds"


def test_every_export_has_a_file_name_of_its_own() -> None:
    stated = " ".join(words_in("bibliography"))
    without = [form.name for form in FORMATS.values() if f"survey{form.ending}" not in stated]
    assert without == [], "tests/bibliography/test_exports.py does not say what its file is called"


def asserts(function: ast.FunctionDef, helpers: set[str]) -> bool:
    """Whether a test can fail by what it states: an assertion, `pytest.raises`, or a helper that asserts."""
    for node in ast.walk(function):
        if isinstance(node, (ast.Assert, ast.Raise)):
            return True
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            # `wait_for…` of Playwright fails in the end.
            if name in {"raises", "fail", "warns", "expect"} | helpers or name.startswith("wait_for"):
                return True
    return False


def test_every_test_asserts_something() -> None:
    trees = [(path, tree) for path, tree, _ in files() if path.startswith("tests/")]
    everything = [one for _, tree in trees for one in functions(tree)]
    helpers: set[str] = set()
    for _ in range(3):  # a helper may call a helper
        helpers |= {one.name for one in everything if not one.name.startswith("test_") and asserts(one, helpers)}
    bare = [
        f"{path}:{one.lineno} {one.name}"
        for path, tree in trees
        for one in functions(tree)
        if one.name.startswith("test_") and not asserts(one, helpers)
    ]
    assert bare == [], "state what must be true"
