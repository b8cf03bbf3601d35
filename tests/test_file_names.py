"""Names of files: safe on every system, whoever gives them."""

from __future__ import annotations

import pytest

from generator.file_names import file_name, is_reserved


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "LPT9", "com1.md", "aux.tar.gz", "com¹", "index", "Index"])
def test_a_name_that_a_system_or_a_website_keeps_is_reserved(name: str) -> None:
    assert is_reserved(name)
    assert file_name(name) != name


@pytest.mark.parametrize("name", ["console", "com", "com10", "company1", "lpt-1", "auxiliary", "null", "indexes"])
def test_a_name_that_only_looks_like_one_is_free(name: str) -> None:
    assert not is_reserved(name)
    assert file_name(name) == name
