"""Names that works introduce: methods, models, data sets, found in titles and in acts of naming ("we introduce X",
"dubbed X").

A name must be distinguishable from ordinary language by its spelling alone. Three kinds are: mixed (`LoRA`, `UL2`,
`GPT-3`), capitals (`DEUP`), and capitalised words (`Medusa`), the last two only where no abstract writes them in lower
case. Attribution matters more than completeness: what earlier works already use is not introduced here, and what two
works introduce belongs to neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.links.occurrences import index, is_word, occurrences
from generator.links.words import GENERIC
from generator.text.abbreviations import long_form
from generator.text.compare import fold
from generator.text.sentences import sentences
from generator.works import Work

_WORD = r"[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*\+{0,2}"
_VERSION = r"v?\d+(?:\.\d+)*(?![\w%×.]|\s*(?:%|x\b|times))"
_WORDS = rf"{_WORD}(?:[ ~](?:{_VERSION}|[A-Z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*\+{{0,2}})){{0,2}}"
_NAME = rf"{_WORDS}(?![\w+]|[ ][A-Z])"
_QUOTES = r"[\"“”'‘’`*_]{0,2}"
_VERB = (
    r"(?:introduc|propos|present|develop|design|releas|describ|devis|creat|construct|contribut|unveil|open-?sourc|publish|formulat)(?:e|es|s|ed|ing)?"
    r"|builds?|built"
)
# No sentence without one of these can name anything; looking for them first saves most of the time.
_STEMS = (
    "ntroduc", "ropos", "resent", "evelop", "esign", "eleas", "escrib", "evis", "reat", "onstruct", "ontribut", "nveil",
    "sourc", "ublish", "ormulat",
    "uild", "uilt", "train ", " call", " name", " term", " dub", "refer",
)  # fmt: skip
_WHO = (
    r"(?:\b[Ww]e|\b(?:[Tt]his|[Oo]ur)\s+(?:\w+\s+)?(?:paper|work|report|study|article|team|group)"
    r"|\b[Tt]he (?:paper|report|article)|\band)"
)
_BETWEEN = r"(?:\s+(?:\w+ly|also|then|further|thus|here|first|instead|therefore|hence|are the first to|and))*"
_ACT = re.compile(rf"{_WHO}{_BETWEEN}\s+(?:{_VERB})(?:\s+and\s+\w+)?(?:\s|(?=[A-Z]))")
_DIRECT = re.compile(
    rf"""
    (?:the\s+|our\s+|an?\s+)?{_QUOTES}(?P<name>{_NAME}){_QUOTES}         # the name, perhaps with an article
    (?: (?P<after>\s*[,.:;(]                                           # a mark behind it
          | \s+(?:--|–|—|-) | \s+(?:an?|the|which|that|to|as|for)\b    # a dash, or a word that explains it
          | \s*$)                                                      # or the end
      | \s)
    """,
    re.VERBOSE,
)
_HEADED = re.compile(
    rf"""
    (?:an?|the|our)\s+(?:[\w-]+\s+){{0,5}}?  # an article and what qualifies the noun
    (?:method|framework|model|approach|algorithm|technique|system|data\s?set|benchmark|architecture|strategy  # the noun
      |metric|paradigm|agent|toolkit|task|corpus|scheme|adapter|optimizer|solution|variant)s?
    ,?\s+{_QUOTES}(?P<name>{_NAME})  # the name after it
    """,
    re.VERBOSE,
)
_CALLED = re.compile(
    rf"""
    \b(?:
      (?:called|named|dubbed|termed|coined)(?:[ ]as)?  # participles
      | namely | denoted(?:[ ]as|[ ]by)? | entitled | titled | abbreviated[ ]as  # other ways to say it
      | (?:which|that|what)[ ]we[ ](?:call|name|term|dub)  # `which we call X`
      | [Ww]e[ ](?:call|name|term|dub|refer[ ]to)  # `we call it X`
        [ ](?:it|this|the|our|these)(?:[ ]\w+){{0,5}}?(?:[ ]as)?
      | refer(?:red)?[ ]to[ ]as
    )
    \s*(?:the\s+)?{_QUOTES}(?P<name>{_NAME})  # the name
    """,
    re.VERBOSE,
)
_OWN = re.compile(r"\b(?:we|our|ours|this (?:paper|work|study|report|article))\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"""
    \b(?:
      using | with | existing | recent | recently | previous | popular  # what is used, what there is already
      | evaluation[ ]of | analysis[ ]of | study[ ]of | based[ ]on[ ]an?  # what is studied or built on
      | et[ ]al  # what others wrote
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETED = re.compile(rf"\(\s*{_QUOTES}(?P<name>{_WORD}){_QUOTES}\s*\)")
_TRAINED = re.compile(rf"\b[Ww]e (?:pre-?)?train (?P<name>{_NAME}), an?\s")
_IN_TITLE = re.compile(rf"^(?P<name>{_WORDS})(?:\s*:\s|\s+[—–]\s|\s+--?\s|\s+[Tt]echnical [Rr]eport\b)")
_MIXED = re.compile(
    r"[a-z0-9][A-Z]|[A-Z]{2,}[a-z]|[A-Za-z]\d|\d[A-Za-z]|\+$|[A-Z]-(?:[A-Z]|[a-z]+[A-Z])|^[A-Za-z]+-\d[\d.]*$"
)
_NOT_EPITHETS = {
    "for", "to", "of", "in", "with", "that", "which", "using", "by", "on", "from", "based", "and", "into", "via",
    "where", "as", "large", "pretrained", "pre",
}  # fmt: skip
_INITIALS = 2  # letters of a name too short to be distinctive
_BY_TITLE, _BY_ABSTRACT = 2, 1  # strengths of a work's claims to introduce something
_LONGEST_NAME = 40  # letters
_ACRONYM, _OWN_WORD = 3, 4  # letters of a name that cannot be an ordinary word
_EPITHET = 6  # words


def introduced(works: Sequence[Work]) -> dict[str, str]:
    """Every name that exactly one work introduced, with that work's key, in name order.

    Titles count before abstracts, and an earlier use in any abstract refutes a later claim.
    """
    ordinary = _lower_case_words(works)
    claims: dict[str, dict[str, int]] = {}
    years = {work.key: work.first_year for work in works}
    for work in works:
        for written, strength in _claims(work):
            plural = re.fullmatch(r"([A-Z]{3,})s", written)  # `PFNs` introduces `PFN` too
            for name in (plural[1], written) if plural else (written,):
                if _distinctive(plural[1] if plural else name, ordinary) and (
                    len(name) > _INITIALS or strength == _BY_TITLE
                ):
                    owners = claims.setdefault(name, {})
                    owners[work.key] = max(owners.get(work.key, 0), strength)
    first_use = _first_uses(works, claims)
    found: dict[str, str] = {}
    for name in sorted(claims):
        owner = _owner(claims[name], years)
        if owner is None:
            continue
        year, first = years[owner], first_use.get(name)
        if year is not None and first is not None and first < year:
            continue
        found[name] = owner
        joined = re.sub(r"(?<=[A-Za-z])[- ](?=\d[\d.]*$)", "", name)  # others write `GPT-3` as `GPT3`
        if joined not in claims:
            found[joined] = owner
    return dict(sorted(found.items()))


def _claims(work: Work) -> Iterable[tuple[str, int]]:
    """(name, strength) for what `work` claims to introduce, by its title or by an act in its abstract."""
    title, abstract = _unscripted(work.title), _unscripted(work.abstract)
    yield from ((name, _BY_TITLE) for name in _titled(title, abstract))
    for sentence in sentences(abstract):
        if any(stem in sentence for stem in _STEMS):
            yield from ((name, _BY_ABSTRACT) for name in _named(sentence, title))


def _titled(title: str, abstract: str) -> Iterable[str]:
    """The names that a title introduces: before its colon, in brackets, and with numbered versions in the abstract."""
    match = _IN_TITLE.match(title)
    if match and (_is_mixed(match["name"]) or _uses(abstract, match["name"])):
        name = _plain(match["name"])
        yield name
        if f"{name}-" in abstract:  # `Medusa-1` and `Medusa-2`, in the abstract of `Medusa`
            versions = re.findall(r"(?<![\w-])[\w-]+-\d(?:\.\d)?(?![\w.-])", abstract)
            yield from (version for version in versions if version.rpartition("-")[0] == name)
    for match in _BRACKETED.finditer(title):
        if long_form(title[: match.start()], match["name"]) is not None:
            yield match["name"]


def _named(sentence: str, title: str) -> Iterable[str]:
    """The names that a sentence introduces: after "we propose" or the like, "called", or "trained"."""
    for act in _ACT.finditer(sentence):
        if not act[0].startswith("and") or _OWN.search(sentence, 0, act.start()):
            yield from _after_act(sentence[act.end() :], title)
    for named in _CALLED.finditer(sentence):
        if re.search(r"\bwe\b", named[0], re.IGNORECASE):
            yield _plain(named["name"])
    for trained in _TRAINED.finditer(sentence):
        yield _plain(trained["name"])


def _after_act(text: str, title: str) -> Iterable[str]:
    """The names in `text`, which follows "we introduce" or the like."""
    direct = _DIRECT.match(text)
    if direct and (direct["after"] is not None or _initials_in(title, direct["name"])):
        yield _plain(direct["name"])
    headed = _HEADED.match(text)
    if headed and _is_mixed(headed["name"]):
        yield _plain(headed["name"])
    bracketed = _BRACKETED.search(text)
    if bracketed:
        start = long_form(text[: bracketed.start()], bracketed["name"])
        if start is not None and _only_epithets(text[:start]):
            yield bracketed["name"]
    for named in _CALLED.finditer(text):
        if not _OTHERS.search(text, 0, named.start()):
            yield _plain(named["name"])


def _unscripted(text: str) -> str:
    """`text` with LaTeX's sub- and superscripts on the line: others write `H$_2$O` as `H2O`."""
    return re.sub(r"\$?[_^]\{?([A-Za-z0-9]{1,3})\}?\$?", r"\1", text) if "_" in text or "^" in text else text


def _plain(name: str) -> str:
    """`name` without a trailing full stop, and with `~` as the space that it means."""
    return name.replace("~", " ").rstrip(".-")


def _owner(owners: dict[str, int], years: dict[str, int | None]) -> str | None:
    """The one work that a name belongs to: its only claimant, or the only title if later abstracts claim the name
    too.
    """
    if len(owners) == 1:
        return next(iter(owners))
    titled = [key for key, strength in owners.items() if strength == _BY_TITLE]
    if len(titled) != 1:
        return None
    own = years[titled[0]]
    others = [years[key] for key in owners if key != titled[0]]
    return titled[0] if own is not None and all(year is not None and year > own for year in others) else None


def _is_mixed(name: str) -> bool:
    """`LoRA`, `UL2`, `bert2BERT`, `GPT-3`, `CodeT5+`, `ERNIE 3.0`: no ordinary word is spelt like this."""
    first, *rest = name.split()
    return _MIXED.search(first) is not None or any(
        _MIXED.search(token) or re.fullmatch(r"v?\d[\d.]*", token) for token in rest
    )


def _distinctive(name: str, ordinary: set[str]) -> bool:
    """Whether the spelling of `name` alone distinguishes it from ordinary language and common terms."""
    letters = re.sub(r"[^A-Za-z]", "", name)
    if len(name) <= 1 or not letters or fold(name) in GENERIC or name.lower() in GENERIC or len(name) > _LONGEST_NAME:
        return False
    tokens = name.split()
    if len(tokens) > 1:
        if tokens[0].islower() or any(token.lower() in GENERIC for token in tokens):
            return False
        return _is_mixed(name) or (
            all(re.match(r"[A-Z]", token) for token in tokens)
            and any(_distinctive(token, ordinary) for token in tokens)
        )
    if _is_mixed(name):
        return True
    # `Libri-Light`; but everyone writes `prefix-tuning` for `Prefix-Tuning`.
    if re.fullmatch(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)+", name):
        return name.lower() not in ordinary and name.lower().replace("-", " ") not in GENERIC
    if name.isupper() and "-" not in name:
        return len(letters) >= _ACRONYM and name.lower() not in ordinary
    return is_word(name) and len(name) >= _OWN_WORD and name.lower() not in ordinary


def _lower_case_words(works: Sequence[Work]) -> set[str]:
    """Every word that some title or abstract writes in lower case."""
    found: set[str] = set()
    for work in works:
        found.update(re.findall(r"(?<![\w./-])[a-z]+(?:-[a-z]+)*(?![\w/])", f"{work.title} {work.abstract}"))
    return found


def _first_uses(works: Sequence[Work], names: Iterable[str]) -> dict[str, int]:
    """The year of the first title or abstract that uses each name."""
    wanted = index(names)
    first: dict[str, int] = {}
    for text, year in ((text, work.first_year) for work in works for text in (work.title, work.abstract)):
        if year is not None:
            for name, _start in occurrences(text, wanted):
                first[name] = min(year, first.get(name, year))
    return first


def _uses(text: str, name: str) -> bool:
    """Whether `text` contains `name`, in any case: small capitals (`Scrolls`) and joined words are common in dumps."""
    return _plain(name).lower() in text.lower()


def _only_epithets(text: str) -> bool:
    """Whether `text` between the verb and the name only qualifies the name ("a novel, simple")."""
    words = fold(text).split()
    return len(words) <= _EPITHET and _NOT_EPITHETS.isdisjoint(words)


def _initials_in(title: str, name: str) -> bool:
    """Whether consecutive words of the title begin with the letters of `name` (RAG, Retrieval-Augmented Generation)."""
    initials = "".join(word[0] for word in fold(title).split())
    return len(name) >= _ACRONYM and name.isupper() and name.lower() in initials
