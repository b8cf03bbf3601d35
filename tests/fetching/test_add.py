from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import add as command
from generator.commands.asking import only_fetch
from generator.fetching.reference import named
from generator.project.paths import SOURCE_LIMIT
from tests.conftest import MakeProject, snapshot
from tests.services.papers import ORDER, PREPRINT
from tests.services.server import NAMES, Server, always


def a_survey(project: MakeProject, services: Server) -> Path:
    return project(
        {"bib/survey.yml": services.settings, "bib/sources/list.csv": f"title,doi\n{ORDER.title},{ORDER.doi}\n"}
    )


def added(folder: Path) -> str:
    file = folder / "bib" / "sources" / "added.bib"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def add(folder: Path, *arguments: str) -> int:
    return main(["add", "--project", str(folder), *arguments])


@pytest.mark.parametrize(
    "text",
    ["2301.01234", "arXiv:2301.01234v2", "https://arxiv.org/abs/2301.01234", "10.1234/icml.2023.99", "doi:10.1234/icml.2023.99",
     "https://doi.org/10.1234/icml.2023.99", PREPRINT.title],
)  # fmt: skip
def test_a_work_is_added_however_it_is_named(project: MakeProject, services: Server, text: str) -> None:
    folder = a_survey(project, services)
    assert add(folder, text, "--why", "it opens the field") == 0
    bib = added(folder)
    assert "title = {Sparse trees grow faster than dense ones}" in bib
    assert "why = {it opens the field}" in bib and "added = {20" in bib
    assert main(["build", "--quiet", "--strict", "--project", str(folder)]) == 0
    assert "@inproceedings{young2023sparse," in (folder / "bib" / "survey.bib").read_text(encoding="utf-8")


def test_what_the_survey_has_already_is_reported_and_not_added(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services)
    for text in (ORDER.doi, ORDER.title):
        assert add(folder, text) == 0
        assert "The survey has it already: " in capsys.readouterr().out
    assert add(folder, "2301.01234") == 0
    assert add(folder, "10.1234/icml.2023.99") == 0
    assert "has it already" in capsys.readouterr().out
    assert added(folder).count("\n  title =") == 1


def test_a_second_work_is_put_behind_the_first(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services)
    add(folder, "2301.01234")
    first = added(folder)
    add(folder, "pmid:33000002")
    assert added(folder).startswith(first.rstrip())
    assert added(folder).count("\n  title =") == 2


def test_a_work_that_nobody_knows_is_an_error_and_nothing_is_written(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services)
    before = snapshot(folder / "bib")
    assert add(folder, "10.9999/nobody.knows") == 1
    assert "no service knows `10.9999/nobody.knows`" in capsys.readouterr().err
    assert add(folder, "Introduction to the special issue on sets") == 1
    assert "may be one of several works" in capsys.readouterr().err
    assert snapshot(folder / "bib") == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "names no work"),
        ("???", "names no work"),
        ("LoRA", "too short for a title"),
        ("深度学习", "too short for a title"),
        ("10.1234", "is no whole DOI"),
        ("doi:10.1234/", "`10.1234/` is no DOI"),
        ("12345678", "may be an identifier of several kinds"),
        ("pmid:many", "`many` is no PubMed id"),
        ("isbn:123", "`123` is no ISBN"),
        ("https://example.org/paper/of/somebody", "has no identifier of a work in it"),
        ("www.publisher.example/articles/a-title-of-many-words", "has no identifier of a work in it"),
        ("ftp://example.org/x", "has no identifier of a work in it"),
        ("x" * 5000, "names no work"),
        ("https://openreview.net/forum?id=abcDEF123x", "no service can be asked by OpenReview id"),
        ("isbn:9780306406157", "no service can be asked by ISBN"),
    ],
)
def test_what_names_no_work_is_reported_and_nobody_is_asked(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    folder = a_survey(project, services)
    before = snapshot(folder / "bib")
    assert add(folder, text) == 1
    (error,) = capsys.readouterr().err.splitlines()
    assert message in error and len(error) < 300
    assert not services.asked and snapshot(folder / "bib") == before


def test_a_title_in_a_script_without_spaces_is_looked_up(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(a_survey(project, services), "基于深度学习的图像识别方法研究") == 1
    assert services.asked and "no service knows" in capsys.readouterr().err


def test_without_a_network_nothing_is_added(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in NAMES:
        services.fault[name] = always(200, "<html>Log in</html>")
    folder = a_survey(project, services)
    assert add(folder, "2301.01234") == 1
    assert "login page" in capsys.readouterr().err
    assert not added(folder)


def test_a_retracted_work_is_added_with_a_warning(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services)
    assert add(folder, "10.1234/tea.2019.1") == 0
    assert "it is retracted" in capsys.readouterr().out


def a_pdf(*lines: tuple[int, str]) -> bytes:
    """A PDF of one page with lines in letters of the given sizes."""
    text = "".join(f"BT /F1 {size} Tf 72 {700 - 40 * at} Td ({line}) Tj ET\n" for at, (size, line) in enumerate(lines))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = io.StringIO("%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, one in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{one}\nendobj\n")
    start = out.tell()
    out.write(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    )
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF")
    return out.getvalue().encode()


def test_of_a_pdf_the_identifier_and_the_title_of_its_first_page_are_read(
    project: MakeProject, services: Server
) -> None:
    folder = a_survey(project, services)
    file = folder / "paper.pdf"
    file.write_bytes(
        a_pdf((20, "arXiv:2301.01234v2  [cs.LG]  3 Jan 2023"), (17, PREPRINT.title), (10, "Cy Young and Dee Brown"))
    )
    found = named(str(file))
    assert [one.value for one in found.identifiers] == ["2301.01234"]
    assert found.title == PREPRINT.title
    assert add(folder, str(file)) == 0
    assert "Sparse trees" in added(folder)


def test_a_pdf_without_identifier_is_looked_up_by_its_title(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services)
    (folder / "paper.pdf").write_bytes(
        a_pdf((18, "Words that parse themselves"), (18, "without any grammar"), (10, "Gus Hill"))
    )
    assert add(folder, str(folder / "paper.pdf")) == 0
    assert "acl_id = {2023.acl-long.12}" in added(folder)


@pytest.mark.parametrize("content", [b"", b"no PDF at all", b"%PDF-1.4\n%%EOF", a_pdf((10, ""))])
def test_a_pdf_that_says_nothing_is_reported(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    folder = a_survey(project, services)
    (folder / "paper.pdf").write_bytes(content)
    assert add(folder, str(folder / "paper.pdf")) == 1
    assert "paper.pdf: " in capsys.readouterr().err
    assert add(folder, str(folder / "missing.pdf")) == 1


@pytest.mark.parametrize("cipher", ["RC4-128", "AES-256"])
def test_an_encrypted_pdf_is_called_so(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], cipher: str
) -> None:
    pypdf = pytest.importorskip("pypdf")
    if cipher.startswith("AES"):
        pytest.importorskip("cryptography")
    folder = a_survey(project, services)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(a_pdf((18, "Words that parse themselves without grammar"))))
    writer.encrypt("secret", algorithm=cipher)
    writer.write(folder / "paper.pdf")
    assert add(folder, str(folder / "paper.pdf")) == 1
    assert "is encrypted" in capsys.readouterr().err
    assert not services.asked


def test_a_pdf_that_names_another_work_by_its_identifier_is_not_taken_for_it(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services)
    lines = ((18, "A reply to our critics on bridges"), (10, "doi:10.1234/icml.2023.99"))
    (folder / "paper.pdf").write_bytes(a_pdf(*lines))
    assert add(folder, str(folder / "paper.pdf")) == 1
    error = capsys.readouterr().err
    assert "doi:10.1234/icml.2023.99 is “Sparse trees grow faster than dense ones”" in error
    assert "A reply to our critics on bridges" in error and not added(folder)


def test_a_file_larger_than_an_export_is_not_read(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_survey(project, services)
    with (folder / "huge.pdf").open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(SOURCE_LIMIT + 1)
    assert add(folder, str(folder / "huge.pdf")) == 1
    (error,) = capsys.readouterr().err.splitlines()
    assert "huge.pdf" in error and "MB" in error
    assert not services.asked


def test_a_full_disk_is_reported_and_what_was_added_before_stays(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_survey(project, services)
    add(folder, "2301.01234")
    first = added(folder)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(command, "place", full)
    capsys.readouterr()
    assert add(folder, "pmid:33000002") == 1
    (error,) = capsys.readouterr().err.splitlines()
    assert "No space left on device" in error
    assert added(folder) == first


def test_a_second_run_at_the_same_time_is_refused(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services)
    with only_fetch(folder):
        assert add(folder, "2301.01234") == 1
    assert "another fetch is running" in capsys.readouterr().err
    assert not services.asked
