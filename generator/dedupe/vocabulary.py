"""The words that distinguish kinds of titles: column names, replies and corrections, part numbers, opposites."""

from __future__ import annotations

import re
from collections.abc import Iterable


def word_set(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())


def numbered(text: str) -> dict[str, str]:
    """The words of `text`, each with its position (from `1`)."""
    return {word: str(place) for place, word in enumerate(text.split(), 1)}


STOP = word_set(
    "a an the of on in for to and or with by from at as is are via using into its their der die das und von la le les "
    "des de et el los y en un une ein eine"
)
# A title made only of these words names a column, not a work: it recurs every year or issue.
GENERIC = STOP | word_set(
    "editorial editorials guest editor editors s notes note introduction introductory preface foreword message chair "
    "chairs chairman "
    "column letter letters special issue section book books review reviews news obituary memoriam announcement "
    "announcements call "
    "papers calendar conference report reports index contents table abstracts abstract proceedings erratum errata "
    "correction "
    "corrections corrigendum reply comment comments commentary response discussion panel keynote invited talk "
    "tutorial workshop "
    "summary overview highlights contributors about authors author acknowledgment acknowledgement acknowledgments "
    "acknowledgements "
    "reviewers this remarks opening closing welcome masthead front back matter program programme committee poster "
    "posters session "
    "technical general president presidents secretary annual year perspective viewpoint correspondence untitled title "
    "no tributes "
    "tribute departments department interview page pages brief highlights digest correspondence obituaries minitrack "
    "quiz picture image "
    "images month week case digests mailbag bookshelf world roundup round up acknowledgments treasurer treasurers "
    "message messages"
)
# A title that continues with one of these is about less; a subtitle does not begin this way.
NARROWING = word_set(
    "in of on for among with without during after before from by under over using through across between within"
)
# Words that a later work adds to the title of an earlier one: `revisited`, `an update`, `extended abstract`.
SEQUEL = word_set(
    "revisited revisiting reloaded redux reconsidered reconsidering reexamined reexamining rethought rethinking "
    "reassessed reassessing reappraised "
    "update updated extended abstract continued again later years"
)
# A word that only one of two titles has and that reverses its meaning.
NEGATION = word_set("without not no non never neither excluding except lacking")
# Words for the people studied: a study of some of them, or of animals, differs from a study of all.
POPULATION = word_set(
    "adult adults old older elderly aged young younger children child childhood pediatric paediatric adolescent "
    "adolescents infant infants neonatal neonates "
    "newborn newborns preterm pregnant pregnancy postmenopausal premenopausal women men woman man female females male "
    "males girls boys mothers veterans "
    "students mice mouse rat rats murine rabbits pigs dogs cats horses monkeys macaques zebrafish human humans"
)
PART = word_set(
    "part parts volume vol chapter phase stage study experiment report paper number no section series article lesson "
    "case version edition type class grade"
)
LETTERED = word_set("part parts section series type vitamin hepatitis influenza class group")
ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
CARDINALS = numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
ROMAN = numbered("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx")
# Beginnings of words that reverse their meaning; `-unsupervised` and `supervised-` differ by "" and "un".
OPPOSED = frozenset(
    {("", start) for start in word_set("un non in im de dis anti a pre post multi sub bi semi self re fe wo")}
    | {
        ("hyper", "hypo"),
        ("post", "pre"),
        ("inter", "intra"),
        ("macro", "micro"),
        ("extra", "intra"),
        ("multi", "uni"),
        ("bi", "uni"),
        ("bi", "mono"),
    }
    | {
        ("endo", "exo"),
        ("over", "under"),
        ("in", "out"),
        ("eu", "hypo"),
        ("eu", "hyper"),
        ("in", "ex"),
        ("de", "in"),
        ("max", "min"),
    }
)
GREEK = str.maketrans(
    {
        letter: f" {name} "
        for letters in ("αβγδεζηθικλμνξοπρστυφχψω", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ")
        for letter, name in zip(
            letters,
            [
                "alpha",
                "beta",
                "gamma",
                "delta",
                "epsilon",
                "zeta",
                "eta",
                "theta",
                "iota",
                "kappa",
                "lambda",
                "mu",
                "nu",
                "xi",
                "omicron",
                "pi",
                "rho",
                "sigma",
                "tau",
                "upsilon",
                "phi",
                "chi",
                "psi",
                "omega",
            ],
            strict=True,
        )
    }
)
GREEK_NAMES = frozenset(GREEK.values())
_ANSWER = r"repl(?:y|ies)|response"
_MARKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "correction",
        (
            r"^(?:author |publisher )?(?:correction|corrigend\w+|errat\w+|addendum)\b(?! (?:of|for) (?!the article))",
            r"\b(?:correction|corrigendum|erratum)$|\bvol \w+ pg \w+ (?:19|20)\d\d$",
        ),
    ),
    (
        "retraction notice",
        (
            r"^(?:retraction(?: note| notice)?|notice of retraction|expression of concern|withdrawal notice"
            r"|partial retraction)\b(?! of)",
            r"^retraction(?: notice)? (?:to|of)\b",
        ),
    ),
    (
        "reply",
        (
            rf"^(?:(?:the )?authors? (?:s )?(?:{_ANSWER})|in reply|in response|reply|replies|response|rejoinder"
            r"|rebuttal)"
            r"(?: (?:to|from|by|on)\b|$)",
            rf"\b(?:authors? (?:s )?(?:{_ANSWER})|reply|rejoinder)$",
        ),
    ),
    (
        "comment",
        (
            r"^(?:(?:invited |editorial |a )?(?:comments?|commentary|remarks?|discussion)"
            r"(?: on| to| of| about| regarding)?|critique of)\b.{8}",
            r"^letter(?: to the editor)?(?: on| re| regarding)?\b.{8}",
            r"\b(?:a comment|commentary|a critique|letter to the editor)$",
        ),
    ),
    ("review", (r"^(?:review of|book review) ",)),
    (
        "supplement",
        (
            r"^(?:(?:raw |research )?data(?:set)?|(?:source )?code|software|appendix|supplement"
            r"|additional file(?: \d+)?"
            r"|supplement(?:ary|al) (?:material|information|data|appendix|file|table|figure)s?"
            r"|replication (?:data|material)s?) (?:for|from|to|of|accompanying) .{8}",
            r"\b(?:supplement(?:ary|al)|online) (?:appendix|materials?|information|data)$",
        ),
    ),
    (
        "protocol",
        (
            r"^(?:study |trial |review )?protocol (?:for|of) .{8}",
            r"\b(?:study |trial |review )?protocol(?: for a| of a|$)",
        ),
    ),
)


def _one_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(patterns)
    return re.compile(joined) if joined else None


# How a title begins is looked at in one place, and only the rest looked for in all of it.
_COMPILED = tuple(
    (
        mark,
        re.compile("|".join(pattern for pattern in patterns if pattern.startswith("^"))),
        _one_of(pattern for pattern in patterns if not pattern.startswith("^")),
    )
    for mark, patterns in _MARKS
)
# One of these stands in every title that announces something, and in few others.
_ANNOUNCING = re.compile(
    r"""correction | corrigend | errat | addendum | \ pg\  | retraction | withdrawal | concern | repl | response
      | rejoinder | rebuttal | comment | remark | discussion | critique | letter | review | data | code | software
      | appendix | supplement | additional | online | protocol""",
    re.VERBOSE,
)
_REGARDING = re.compile(r"\W*re(?:\s*:|\s+-\s)", re.IGNORECASE)


def mark_of(title: str, folded: str) -> str:
    """What a title announces itself as (`correction`, `reply`, `comment`, …), or ""."""
    if _REGARDING.match(title):
        return "comment"
    if not _ANNOUNCING.search(folded):
        return ""
    return next(
        (
            mark
            for mark, beginning, anywhere in _COMPILED
            if beginning.match(folded) or (anywhere is not None and anywhere.search(folded))
        ),
        "",
    )
