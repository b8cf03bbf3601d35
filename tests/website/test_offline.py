from __future__ import annotations

import io
import re
import sys
import unicodedata
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

import pytest

from generator.errors import InputError
from generator.website.offline import flat, make_offline, offline_page, renamed_in_copy, zipped
from generator.website.portable import portable_names

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


def test_a_page_in_an_old_encoding_is_copied_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "site/more").mkdir(parents=True)
    (tmp_path / "site/index.html").write_text("<a href='more/'>More</a>", encoding="utf-8")
    (tmp_path / "site/more/index.html").write_bytes(b"<p>M\xfcller</p>")
    (tmp_path / "site/old.html").write_bytes(b"<a href='more/'>M\xfcller</a> <img src='\xfcMu%CC%88.png'>")
    files = make_offline(tmp_path / "site")
    assert files["more/index.html"] == b"<p>M\xfcller</p>"
    assert files["old.html"] == b"<a href='more/index.html'>M\xfcller</a> <img src='%FCM%C3%BC.png'>"


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


DECOMPOSED = "caf\u0065\u0301.png"
LETTERS = "深" * 80  # 240 bytes
NAMES = [
    "con.png", "files/AUX", "files/nul.tar.gz", "com1.txt", "LPT¹.txt", "conin$", "a:b.png", "files/why?.html",
    'a"b.png', "a|b<c>*.png", "line\nend.png", "dot.", "space ", "files./a.png", DECOMPOSED, f"{LETTERS}.longer.png",
]  # fmt: skip
WORDS = re.compile(r"[^\x00-\x1f<>:\"|?*\\/]*[^\x00-\x1f<>:\"|?*\\/. ]")


def folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def is_portable(path: str) -> bool:
    devices = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
        f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"
    }
    return all(
        WORDS.fullmatch(name) and name.partition(".")[0].strip().casefold() not in devices and len(name.encode()) <= 255
        for name in PurePosixPath(path).parts
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_some_system_cannot_have_is_another_in_the_copy(name: str) -> None:
    assert list(portable_names([name, "ordinary.png", "émile/Ordinary (1).png"])) == [name]
    new = portable_names([name])[name]
    assert is_portable(new)
    assert unicodedata.is_normalized("NFC", new)
    assert portable_names([new]) == {}


def test_a_very_long_name_is_cut_and_keeps_its_ending() -> None:
    path = f"files/{'é' * 150}.png"
    new = portable_names([path])[path]
    assert len(new.removeprefix("files/").encode()) <= 255
    assert new.endswith(".png")


@pytest.mark.parametrize(
    "paths",
    [
        ["Map.png", "map.png", "MAP.PNG"],
        [DECOMPOSED, unicodedata.normalize("NFC", DECOMPOSED)],
        ["Files/a.png", "files/A.png"],
        ["straße.png", "STRASSE.png"],
        ["a_b.png", "a:b.png", "a|b.png"],
        ["_con.png", "con.png"],
        ["map", "MAP/a.png"],
        ["map.", "map_"],
    ],
)
def test_files_that_would_be_one_on_some_system_are_several_in_the_copy(paths: list[str]) -> None:
    names = portable_names(paths)
    copied = [names.get(path, path) for path in paths]
    assert len({folded(path) for path in copied}) == len(paths)
    folders = {folded(str(folder)) for path in copied for folder in PurePosixPath(path).parents}
    assert folders.isdisjoint(folded(path) for path in copied)
    assert all(map(is_portable, copied))
    assert portable_names(reversed(paths)) == names


@pytest.mark.parametrize("name", [name for name in NAMES if name != "line\nend.png"])
def test_pages_of_the_copy_lead_to_files_by_the_names_that_they_have_there(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    for page, way in (("index.html", ""), ("papers/a/index.html", "../../")):
        (site / page).parent.mkdir(parents=True, exist_ok=True)
        (site / page).write_text(
            f'<img src="{way}{quote(name)}"><a class="b" href="{way}{quote(name)}#x">a</a>', "utf-8"
        )
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text("here", "utf-8")
    files = make_offline(site)
    assert all(map(is_portable, files))
    for page in ("index.html", "papers/a/index.html"):
        src, href = re.findall(r'(?:src|href)="([^"]*)"', files[page].decode())
        assert href == f"{src}#x"
        target = PurePosixPath("/", page).parent.joinpath(unquote(src))
        assert files["/".join(part for part in resolved(target))] == b"here"
    told = [warning.message for warning in renamed_in_copy(site) if warning.level == "warning"]
    assert len(told) == (name != DECOMPOSED)  # names of files are read with their accents composed
    assert all("not every system can have" in message for message in told)


def resolved(path: PurePosixPath) -> list[str]:
    parts: list[str] = []
    for part in path.parts[1:]:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return parts


def test_a_page_whose_folder_has_another_name_in_the_copy_is_reached_and_leads_on(tmp_path: Path) -> None:
    site = tmp_path / "site"
    pages = {"index.html": "aux/", "aux/index.html": "../papers/", "papers/index.html": "../aux/"}
    for page, address in pages.items():
        (site / page).parent.mkdir(parents=True, exist_ok=True)
        (site / page).write_text(f'<a href="{address}">a</a>', "utf-8")
    files = make_offline(site)
    assert set(files) == {"index.html", "_aux/index.html", "papers/index.html"}
    assert b'href="_aux/index.html"' in files["index.html"]
    assert b'href="../papers/index.html"' in files["_aux/index.html"]
    assert b'href="../_aux/index.html"' in files["papers/index.html"]
