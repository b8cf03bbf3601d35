"""What the site's search can find, and by which words: works, themes, authors and pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from html import unescape

from generator.bibliography.entry import address_of
from generator.config.taxonomy import Theme
from generator.language import counted, ngettext, spoken
from generator.links.introductions import introduced
from generator.names import Name
from generator.pages import named
from generator.pages.explorer import in_order, short_authors
from generator.pages.keyed import Each, Keyed, each_made_anew
from generator.pages.places import for_scripts
from generator.pages.plain_words import prose
from generator.pages.site import Site
from generator.pages.sought import Sought, Words
from generator.search.index import Entry
from generator.search.rules import STEMMERS, UNSPACED
from generator.search.short_forms import ShortForms, short_forms
from generator.search.words import folded_words, forms, root, roots, terms
from generator.text.escape import visible
from generator.text.math import plain
from generator.themes.languages import ENGLISH, languages
from generator.works import Work

# Kinds of entries, in order; the page's script has the same.
KINDS = WORK, THEME, AUTHOR, NAME, PAGE = tuple(range(5))
_FRONT = re.compile(r"\A---\n(?P<front>.*?)^---\n", re.DOTALL | re.MULTILINE)
_STATED = re.compile(r'^(?P<name>title|description|kind|redirect): (?P<value>"(?:[^"\\]|\\.)*"|.*)$', re.MULTILINE)
_ONLY_LISTS = re.compile(r"""^search:\s*\{?\s*["']?exclude["']?: true""", re.MULTILINE)  # what stands on other pages
_HEADING = re.compile(r"^#{2,4} (.+)$", re.MULTILINE)
_OWN = ("papers/", "authors/", "themes/", "names/")  # folders of pages that are entries themselves
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa"})
_LONGEST_NAME = 3  # words before a title's colon that are a name
_ADDRESS_SHOWN, _THEME_SHOWN = 1, 6  # their places in what the list of results shows of a work
_FEWEST_INITIALS = 3
_WITHOUT_SPACES = re.compile(UNSPACED)
_READ = 20_000  # characters of a page's text


def own_language() -> str:
    """The language whose rules apply to the survey's own words: its titles, overviews and pages."""
    return spoken() if spoken() in STEMMERS else ENGLISH


@dataclass(frozen=True)
class Findable:
    """The entries of a survey: works first, in the order of the explorer's rows."""

    site: Site

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """The works, in the explorer's order."""
        return in_order(self.site.survey.works.values())

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Languages of the works and of the survey whose words can be stemmed, English first where there is any."""
        known = {language for language in self.language.values() if language in STEMMERS}
        every = (known or {ENGLISH}) | {own_language()}
        return tuple(sorted(every, key=lambda language: (language != ENGLISH, language)))

    @cached_property
    def language(self) -> dict[str, str]:
        """The language of each work, by key."""
        return dict(zip((work.key for work in self.works), languages(self.works), strict=True))

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Names that works introduced, or have before their title's colon, by key."""
        found: dict[str, list[str]] = {}
        for name, key in introduced(self.works).items():
            found.setdefault(key, []).append(name)
        for work in self.works:
            head, colon, _ = plain(work.shown_title).partition(": ")
            if colon and len(head.split()) <= _LONGEST_NAME and head not in found.get(work.key, ()):
                found.setdefault(work.key, []).append(head)
        return found

    @cached_property
    def _short_forms(self) -> ShortForms:
        return short_forms(text for work in self.works for text in (work.title, work.abstract))

    @cached_property
    def sought(self) -> dict[str, Sought]:
        """What the entry of each work is made of, by key, without theme and address, so that a decision on themes does
        not require reading texts again.
        """
        digest = hashlib.sha256(repr(self._short_forms.longs).encode("utf-8", "surrogatepass")).hexdigest()
        coded, letters = self.site.survey.coding.of, self.site.cited.letters
        return {
            work.key: Sought(
                work,
                self.language[work.key],
                tuple(self._names.get(work.key, ())),
                tuple(value for values in coded.get(work.key, {}).values() for value in values),
                letters[work.key],
                digest,
            )
            for work in self.works
        }

    def placed(self, words: Words) -> Iterator[Entry]:
        """The entries of the works with their themes and addresses."""
        survey = self.site.survey
        for work, entry, language in zip(self.works, words.entries, words.spoken, strict=True):
            theme = survey.theme_of(work.key)
            placed = [name for name in (theme.id if theme else "", *survey.standing[work.key].secondary) if name]
            titles = " ".join(survey.taxonomy.by_id[name].title for name in placed)
            about = [*entry.terms["about"], *terms(titles, language)]
            shown = [*entry.shown]
            shown[_ADDRESS_SHOWN] = self.site.places.script_page(work.key)
            shown[_THEME_SHOWN] = theme.title if theme else ""
            yield Entry(shown, {**entry.terms, "about": about}, entry.text)

    def others(self, files: Mapping[str, str | bytes], keyed: Keyed) -> Iterator[Entry]:
        """All other entries; `files` are the pages that the build writes, by path relative to the project."""
        survey, places = self.site.survey, self.site.places
        for theme in survey.taxonomy.themes:
            section, overview = survey.taxonomy.section_of[theme.id], survey.overviews.get(theme.id, "")
            own = (theme.id, theme.title, theme.scope, theme.terms, self.languages)
            of_theme = (*own, section.title, len(survey.by_theme[theme.id]), overview)
            yield from keyed(f"search theme {theme.id}", of_theme, partial(self._theme, theme.id))
        firsts = [survey.works[entry.keys[0]] for entry in survey.authors]
        shown = [(places.script_page(work.key), work.shown_title) for work in firsts]
        of_authors = (survey.authors, dict(places.author_pages), shown)
        yield from keyed("search authors", of_authors, lambda: list(self._authors()))
        yield from self._named()
        yield from self._pages(files, keyed)

    def entry(self, sought: Sought) -> Entry:
        """The entry of a work without theme and address."""
        work, language = sought.work, sought.language
        title, abstract = plain(visible(work.shown_title)), plain(visible(work.abstract))
        names = [*sought.names]
        also = [*self._short_forms.counterparts(f"{title} {' '.join(names)}"), *self._short_forms.without_size(title)]
        about = [work.venue, work.container, *work.keywords, *sought.coded, str(work.first_year or "")]
        shown = [
            WORK, "", title, visible(short_authors(work)), work.year or "",
            visible(work.venue), "", work.key, [visible(name) for name in names],
        ]  # fmt: skip
        words = {
            "key": keys(work),
            "title": terms(title, language),
            "first": people(work.authors[:1] or work.editors[:1], family=True),
            "people": people(work.authors or work.editors),
            "name": terms(" ".join([*names, *also]), language),
            "year": [f"{work.year}", *([f"{work.year}{sought.letter}"] if sought.letter else [])] if work.year else [],
            "about": terms(" ".join(map(str, about)), language),
            "text": roots(" ".join([abstract, *self._short_forms.counterparts(abstract)]), language),
        }
        return Entry(shown, words, abstract)

    def _theme(self, theme_id: str) -> list[Entry]:
        survey = self.site.survey
        theme, section = survey.taxonomy.by_id[theme_id], survey.taxonomy.section_of[theme_id]
        number = counted(len(survey.by_theme[theme_id]))
        text = prose(survey.overviews.get(theme_id, ""))
        title = plain(visible(theme.title))
        shown = [THEME, f"themes/{theme_id}", title, number, section.title, visible(theme.scope)]
        words = {
            "key": [theme_id.lower()],
            "title": terms(title, own_language()),
            "about": terms(f"{theme.scope} {section.title}", own_language()),
            "text": roots(text, own_language()),
        }
        return [Entry(shown, words, text, self._labels(theme))]

    def _labels(self, theme: Theme) -> list[str]:
        """The phrases that speak for a theme, each as one term: its roots, as the page's script joins them."""
        first = min(self.languages, default=own_language())
        labels = [[root(part, first) or part for part in folded_words(phrase)] for phrase, _ in theme.terms]
        return sorted({"-".join(label) for label in labels if len(label) > 1})

    def _authors(self) -> Iterator[Entry]:
        places = self.site.places
        for entry in self.site.survey.authors:
            page = for_scripts(places.author_pages.get(entry.slug, ""))
            one = self.site.survey.works[entry.keys[0]]
            about = counted(len(entry.keys)) if page else plain(visible(one.shown_title))
            shown = [AUTHOR, page or places.script_page(one.key), visible(entry.name.as_first_last), about]
            names = list(dict.fromkeys((entry.name, *entry.variants)))
            yield Entry(shown, {"title": list(dict.fromkeys(people(names)))})

    def _named(self) -> Iterator[Entry]:
        """What several works name: data sets, methods and the like, by every form of their names."""
        for one in self.site.survey.names_with_pages:
            written = list(dict.fromkeys([one.name, *([one.long_form] if one.long_form else []), *one.forms]))
            uses = ngettext("named by %(number)s work", "named by %(number)s works", len(one.uses))
            about = f"{named.kind_of(one.kind)}, {uses}" if one.kind else uses
            page = self.site.places.name(one.id).removesuffix(".md")
            shown = [NAME, page, plain(visible(one.shown)), about, [plain(visible(form)) for form in written]]
            yield Entry(shown, {"title": terms(" ".join(written), own_language())})

    def _pages(self, files: Mapping[str, str | bytes], keyed: Keyed) -> Iterator[Entry]:
        for path, content in files.items():
            if not is_page(path):
                continue
            name = path.removeprefix("docs/")
            text = content.decode() if isinstance(content, bytes) else content
            yield from keyed(f"search {path}", (path, text), partial(_entries_of_page, name.removesuffix(".md"), text))


def words_of(site: Site, each: Each = each_made_anew) -> Words:
    """What the search needs from the works alone; `each` may know the entries of some."""
    findable = Findable(site)
    spoken = tuple(findable.language[work.key] for work in findable.works)
    return Words(tuple(each("words", findable.sought, findable.entry).values()), spoken, findable.languages)


def _entries_of_page(name: str, text: str) -> list[Entry]:
    """The entry of a page, or none for a page that only redirects."""
    front = _FRONT.match(text)
    lines = front["front"] if front else ""
    stated = {found["name"]: unquoted(found["value"]) for found in _STATED.finditer(lines)}
    if "redirect" in stated:
        return []
    text = text[front.end() :] if front else text
    headings = [prose(heading) for heading in _HEADING.findall(text)]
    title = stated.get("title") or name
    description = stated.get("description", "")
    text = "" if _ONLY_LISTS.search(lines) else prose(text)[:_READ]
    words = {
        "title": terms(title, own_language()),
        "about": terms(" ".join([description, *headings]), own_language()),
        "text": roots(text, own_language()),
    }
    return [Entry([PAGE, name, title, description], words, text)]


def is_page(path: str) -> bool:
    """Whether a file, by its path relative to the project, is a page whose text can be searched."""
    return path.startswith("docs/") and path.endswith(".md") and not path.removeprefix("docs/").startswith(_OWN)


def kind_of(entry: Entry) -> int:
    """The kind of an entry."""
    kind = entry.shown[0]
    assert isinstance(kind, int)
    return kind


def keys(work: Work) -> list[str]:
    """What names a work exactly: its keys, identifiers and addresses, in lower case."""
    addresses = [address_of(work), work.url, *(identifier.url for identifier in work.identifiers)]
    named = [work.key, *work.aliases, *(identifier.value for identifier in work.identifiers)]
    return list(dict.fromkeys([*(name.lower() for name in named), *(bare(one) for one in addresses if one)]))


def bare(address: str) -> str:
    """An address without its interchangeable parts: `https://www.a.org/b/` is `a.org/b`."""
    return re.sub(r"^(?:https?:)?//(?:www\.)?", "", address.lower()).rstrip("/")


def people(names: Sequence[Name], family: bool = False) -> list[str]:
    """The forms of names, or of their family names: with and without umlauts, and each name with its parts joined."""
    found: list[str] = []
    known: set[str] = set()  # what is in `found`: a work may have a hundred thousand authors
    for name in names:
        text = name.last if family else name.as_first_last
        written = [*forms(text), *forms(also_typed(name))]
        known.update(written)
        spelt = text.translate(_UMLAUTS)
        without_umlauts = [form for form in forms(spelt) if form not in known] if spelt != text else []
        known.update(without_umlauts)
        found += [*written, *without_umlauts]
    return found


def also_typed(name: Name) -> str:
    """How a name is typed too: family name first where no space parts the two (张伟), a group by its initials."""
    if name.corporate:
        initials = "".join(word[0] for word in name.family.split() if word[0].isupper())
        return initials if len(initials) >= _FEWEST_INITIALS else ""
    return f"{name.family}{name.given}" if _WITHOUT_SPACES.match(name.family) else ""


def unquoted(value: str) -> str:
    """A value of front matter as text: `"a &amp; b"` is `a & b`."""
    text = value[1:-1].replace('\\"', '"').replace("\\\\", "\\") if value.startswith('"') else value
    return visible(unescape(text))
