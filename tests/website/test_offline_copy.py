"""The copy of the website among its own downloads."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.language import speaking
from generator.website import offline_copy
from generator.website.offline import COPY, make_offline
from generator.website.offline_copy import add_copy

PLACE = '<p class="offline-copy" hidden></p>'
MANIFEST = '<link rel="manifest" href="../manifest.webmanifest">'


def website(folder: Path, flat: bool = False, place: str = PLACE) -> Path:
    pages = {"index": "<h1>Home</h1>", "downloads": f"{MANIFEST}<h1>Downloads</h1>{place}", "offline": place}
    for name, text in pages.items():
        file = folder / (f"{name}.html" if flat or name == "index" else f"{name}/index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name in ("llms.txt", "index.md", "sw.js", "manifest.webmanifest"):
        (folder / name).write_text("-", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("flat", "way"), [(False, "../downloads/"), (True, "downloads/")])
@pytest.mark.parametrize(
    "place", [PLACE, '<p class="offline-copy" hidden=""></p>', "<p class=offline-copy hidden></p>"]
)
def test_the_pages_lead_to_it_with_its_size(flat: bool, way: str, place: str, tmp_path: Path) -> None:
    site = website(tmp_path, flat, place)
    add_copy(site)
    for name in ("downloads", "offline"):
        text = (site / (f"{name}.html" if flat else f"{name}/index.html")).read_text(encoding="utf-8")
        assert f'href="{way}survey-offline.zip"' in text
        assert "0.0 MB" in text
        assert "hidden" not in text


def test_it_holds_what_people_read_and_nothing_that_is_of_no_use_on_a_disk(tmp_path: Path) -> None:
    site = website(tmp_path)
    add_copy(site)
    with zipfile.ZipFile(io.BytesIO((site / COPY).read_bytes())) as archive:
        names = archive.namelist()
        downloads = archive.read("survey-offline/downloads/index.html").decode()
    assert names == [f"survey-offline/{path}" for path in ("downloads/index.html", "index.html", "offline/index.html")]
    assert "manifest" not in downloads
    assert "survey-offline.zip" not in downloads


def test_the_same_website_gives_the_same_copy(tmp_path: Path) -> None:
    one, other = website(tmp_path / "one"), website(tmp_path / "other")
    add_copy(one)
    add_copy(other)
    assert (one / COPY).read_bytes() == (other / COPY).read_bytes()


def test_a_folder_made_of_the_website_holds_no_copy_and_no_way_to_one(tmp_path: Path) -> None:
    site = website(tmp_path)
    add_copy(site)
    files = make_offline(site)
    assert COPY not in files
    assert b"offline-copy" not in files["downloads/index.html"]


def test_a_large_website_has_none_and_leads_to_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline_copy, "_LARGEST", 10)
    site = website(tmp_path)
    add_copy(site)
    assert not (site / COPY).exists()
    assert PLACE in (site / "downloads/index.html").read_text(encoding="utf-8")


def test_it_is_told_in_the_language_of_the_website(tmp_path: Path) -> None:
    site = website(tmp_path)
    with speaking("de"):
        add_copy(site)
    assert "0,0 MB" in (site / "downloads/index.html").read_text(encoding="utf-8")
