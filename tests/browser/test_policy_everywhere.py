"""The second wall on a page of every kind: of both engines and layouts, in German, from a server and from a disk.

No ordinary page breaks the policy, and what stands unescaped in a page of any kind does nothing.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from generator.website.offline import make_offline
from tests.browser.conftest import shared_folder
from tests.browser.kinds import kind_of
from tests.browser.test_hostile_projects import POLICY, Watched, first_of_each_place, passed, project, website
from tests.browser.website import made_once, served
from tests.hostile import HARMLESS, files

pytestmark = pytest.mark.slow
LEADS_ON = re.compile(r'<meta http-equiv="refresh"[^>]*>')
BODY = re.compile(r"<body[^>]*>")
NEEDED = {
    "", "404.html", "themes/", "themes/*/", "theme-links/", "theme-links/*/", "authors/", "authors/*/", "names/", "names/*/", "years/", "venues/",
    "method/", "records/", "questions/", "downloads/", "data/", "basket/", "offline/", "quality/", "contribute/", "new/", "cite/", "explore/", "map/",
    "timeline/", "evidence-map/", "editions/", "own-*/", "v/*/", "v/compare/*/", "v/*/themes/*/",
}  # fmt: skip
OF_LAYOUT = {"pages": {"papers/*/"}, "sections": {"themes/*/1/"}}
DIFFERENT = {"", "404.html", "themes/*/", "explore/", "names/*/", "authors/*/"}  # pages that the layout changes
AWAKE = ("", "themes/*/", "v/*/")  # pages that are shown to run a payload where they have no policy
NO_PAGE_ON_DISK = {"404.html"}  # of use to servers alone
BREACH = "Content Security Policy"  # in what the browser says of a breach
CLOSING = "--></script></style></textarea></title></svg></select></table>"  # whatever the text before left open
MANY = 104  # works of one theme, of which a page of sections holds fifty
NAMING = 8  # of them, which name one data set
SAID = (
    "Our method counts leaves. It reaches 81.2% on the LeafNet data set.", "We build on LeafNet and add twigs to leaves.",
    "Barks outperform LeafNet on leaves by far.", "We train on LeafNet and count leaves.",
)  # fmt: skip


@dataclass(frozen=True)
class Pages:
    """A page of each kind, by kind: its path in the folder of the website and in the copy for a disk."""

    layout: str
    site: Path
    disk: Path
    kinds: dict[str, str]


def survey(layout: str) -> dict[str, str]:
    """A harmless survey in German with a theme of two pages, whose works name a thing and share an author."""
    written = files(HARMLESS)
    own = json.loads(written["bib/survey.yml"]) | {"papers": layout, "language": "de"}
    words = [word(n).title() for n in range(MANY)]
    said = ["We introduce LeafNet, a data set of leaves.", *(SAID[n % len(SAID)] for n in range(1, NAMING))]
    said += ["We count leaves by hand."] * (MANY - NAMING)
    works = [
        f"@article{{w{n}, title={{Leaves near {words[n]}{words[n - 1]}}}, author={{Okonkwo, Adaeze and {words[n]}, Jane}}, "
        f"year={{{1920 + n}}}, abstract={{{said[n]} They grow near {words[n]}.}}}}"
        for n in range(MANY)
    ]
    decisions = yaml.safe_load(written["bib/decisions.yml"])
    decisions["themes"] += [{"ref": f"sources/works.bib:{n + 1}", "primary": "theme-0"} for n in range(MANY)]
    marks = "".join(f"sources/works.bib:{n + 1},include,full text,,,\n" for n in range(MANY))
    return written | {
        "bib/survey.yml": json.dumps(own, ensure_ascii=False),
        "bib/decisions.yml": yaml.safe_dump(decisions, allow_unicode=True),
        "bib/sources/works.bib": "\n".join(works),
        "bib/screening/bo.csv": f"ref,decision,stage,reason,at,title\n{marks}",
    }


def word(number: int) -> str:
    """A word of its own for each number."""
    return "".join("aeiou"[number // 5**place % 5] + "lmnrstvz"[number // 8**place % 8] for place in range(3))


@pytest.fixture(scope="module", params=["mkdocs pages", "zensical sections"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of a harmless survey in German, made by an engine in a layout."""
    engine, layout = request.param.split()
    folder = tmp_path_factory.mktemp(f"{engine}-{layout}")
    made = made_once(
        shared_folder(tmp_path_factory) / f"policy-{engine}-{layout}",
        lambda shared: website(engine, project(shared, survey(layout))),
    )
    site = shutil.copytree(made / "site", folder / "site")  # of this process alone: the tests add pages of their own
    kinds: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        leads_on = LEADS_ON.search(page.read_text(encoding="utf-8"))
        kinds.setdefault(("former " if leads_on else "") + kind_of(path), path)
    if layout == "sections":
        kinds = {kind: path for kind, path in kinds.items() if kind in DIFFERENT | OF_LAYOUT[layout]}
    for path, content in make_offline(site).items():
        (folder / "disk" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "disk" / path).write_bytes(content)
    return Pages(layout, site, folder / "disk", kinds)


@pytest.fixture(params=["http", "file"])
def place(request: pytest.FixtureRequest, pages: Pages) -> Iterator[tuple[str, Path]]:
    """The website's address, by way of a server and from a disk, and its folder."""
    if request.param == "file":
        yield f"{pages.disk.as_uri()}/", pages.disk
    else:
        with served(pages.site) as base:
            yield base, pages.site


@pytest.fixture
def watched(browser: Browser, place: tuple[str, Path]) -> Iterator[tuple[Watched, Path]]:
    """A page of the website that is watched, and held where it is; and the website's folder."""
    found = Watched(browser, place[0])
    yield found, place[1]
    found.context.close()


def of_kinds(pages: Pages, folder: Path) -> dict[str, str]:
    """The page of each kind that stands in the folder."""
    return {kind: path for kind, path in pages.kinds.items() if folder == pages.site or kind not in NO_PAGE_ON_DISK}


def beside(folder: Path, path: str, name: str, text: str) -> str:
    """A page of that text in the folder of another one, so that its addresses lead where the other's do."""
    place = Path(path).with_name(name)
    (folder / place).write_text(text, encoding="utf-8")
    return place.as_posix()


def unescaped(text: str) -> str:
    """The page with a payload of each place where its content begins; it leads nowhere by itself."""
    payload = CLOSING.join(("", *first_of_each_place().values(), ""))
    return BODY.sub(lambda found: f"{found[0]}<div>{payload}</div>", LEADS_ON.sub("", text), count=1)


def breaches(found: Watched) -> list[str]:
    """A list to which the browser adds what it says of breaches of a policy."""
    said: list[str] = []
    found.page.on("console", lambda message: said.append(message.text) if BREACH in message.text else None)
    return said


def test_the_survey_has_a_page_of_every_kind(pages: Pages) -> None:
    needed = NEEDED if pages.layout == "pages" else DIFFERENT
    assert (needed | OF_LAYOUT[pages.layout]) <= pages.kinds.keys()


def test_no_page_breaks_its_own_policy(browser: Browser, place: tuple[str, Path], pages: Pages) -> None:
    found = Watched(browser, place[0], is_held=False)
    broken = breaches(found)
    for kind, path in of_kinds(pages, place[1]).items():
        if not kind.startswith("former"):  # which leads on at once
            happened, there = found.look(path)
            assert [*happened, *there, *broken] == [], kind
    found.context.close()


def test_what_stands_unescaped_on_a_page_of_any_kind_does_nothing(watched: tuple[Watched, Path], pages: Pages) -> None:
    found, folder = watched
    broken = breaches(found)
    through = {}
    for kind, path in of_kinds(pages, folder).items():
        text = unescaped((folder / path).read_text(encoding="utf-8"))
        broken.clear()
        happened, there = found.look(beside(folder, path, "unescaped.html", text))
        assert there and broken, f"{kind}: the payloads are not on the page, or not stopped by the policy"
        through[kind] = passed(happened)
    assert {kind: what for kind, what in through.items() if what} == {}


def test_without_the_policy_it_would(watched: tuple[Watched, Path], pages: Pages) -> None:
    found, folder = watched
    for path in (pages.kinds[kind] for kind in AWAKE if kind in pages.kinds):
        text = POLICY.sub("", unescaped((folder / path).read_text(encoding="utf-8")))
        assert passed(found.look(beside(folder, path, "no-policy.html", text))[0]), path
