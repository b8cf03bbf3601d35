"""Two versions of a table that git could not merge are told, and neither is taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config.codes_file import read_codes
from generator.config.screening_files import read_screening
from generator.errors import InputError, Place

TABLES: dict[str, tuple[Callable[[Path], object], str, str, str]] = {
    "bib/screening/ann.csv": (read_screening, "ref,decision,stage,reason,at,title", "a,include,,,,", "a,exclude,,,,"),
    "bib/codes.csv": (read_codes, "work,design", "a,trial", "a,cohort"),
}


@pytest.mark.parametrize("path", TABLES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("base", [[], ["||||||| base", "a,x"]], ids=["of two", "of three"])
def test_a_table_of_two_versions_is_refused_with_its_line(tmp_path: Path, path: str, end: str, base: list[str]) -> None:
    read, head, ours, theirs = TABLES[path]
    lines = [head, "<<<<<<< HEAD", ours, *base, "=======", theirs, ">>>>>>> theirs", ""]
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes(end.join(lines).encode())
    with pytest.raises(InputError, match="holds two versions that git could not merge") as refused:
        read(tmp_path)
    assert [problem.place for problem in refused.value.problems] == [Place(path, 2)]
