from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.website.offline import flat, make_offline, offline_page, zipped

PAGES = frozenset({"index.html", "papers/a/index.html", "themes/index.html"})


@pytest.mark.parametrize(
    ("page", "address", "leads"),
    [
        ("index.html", "papers/a/", "papers/a/index.html"),
        ("index.html", "papers/a/#abstract", "papers/a/index.html#abstract"),
        ("papers/a/index.html", "../../", "../../index.html"),
        ("papers/a/index.html", "../..", "../../index.html"),
        ("papers/a/index.html", "./", "./index.html"),
        ("papers/a/index.html", "../../themes/?x=1#y", "../../themes/index.html?x=1#y"),
        ("papers/a/index.html", "#top", "#top"),
        ("index.html", "downloads/survey.bib", "downloads/survey.bib"),
        ("index.html", "https://example.org/papers/a/", "https://example.org/papers/a/"),
        ("index.html", "mailto:a@example.org", "mailto:a@example.org"),
        ("index.html", "http://[", "http://["),
    ],
)
def test_links_to_folders_lead_to_their_pages(page: str, address: str, leads: str) -> None:
    assert flat(page, address, PAGES) == leads


def test_text_that_looks_like_a_link_stays() -> None:
    text = '<head></head><p>href="papers/a/"</p><code>&lt;a href="papers/a/"&gt;</code><a title="x > href=\'papers/a/\'" href="papers/a/">x</a>'
    page = offline_page("index.html", text, PAGES)
    assert page.count("papers/a/index.html") == 1
    assert page.endswith('href="papers/a/index.html">x</a>')


def test_what_only_a_server_needs_is_left_out_and_the_index_of_the_search_stays(tmp_path: Path) -> None:
    for path in ("index.html", "papers/a/index.html", "404.html", "sitemap.xml", "assets/search/head.js"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("<html><head></head></html>")
    assert set(make_offline(tmp_path)) == {"index.html", "papers/a/index.html", "assets/search/head.js"}


def test_a_folder_without_a_website_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no website"):
        make_offline(tmp_path)


def test_the_archive_is_the_same_for_the_same_files() -> None:
    files = {"b.html": b"2", "a/index.html": b"1"}
    archive = zipped(files, "site-offline")
    assert archive == zipped(dict(reversed(files.items())), "site-offline")
    assert zipfile.ZipFile(io.BytesIO(archive)).namelist() == ["site-offline/a/index.html", "site-offline/b.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="no file of Windows is called so")
@pytest.mark.parametrize("name", ["a\\..\\..\\evil.bat", "a\\b.html", "\\root.html", "C:\\evil.bat"])
def test_a_name_that_leads_elsewhere_where_it_is_unpacked_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<p>", "utf-8")
    (tmp_path / "site" / name).write_text("<p>", "utf-8")
    with pytest.raises(InputError, match="has a backslash in its name"):
        make_offline(tmp_path / "site")
