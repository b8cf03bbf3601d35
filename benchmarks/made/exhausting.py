"""Small projects made to exhaust a build: each once took minutes or gigabytes, or ended in a crash."""

from __future__ import annotations

import json
from collections.abc import Callable

THEMES = "sections:\n  - title: All\n    themes:\n      - {id: sets, title: Sets, scope: Order and sets., terms: [order, sets]}\n"
MKDOCS = "site_name: S\ntheme:\n  name: mkdocs\nplugins: []\nmarkdown_extensions: [attr_list, md_in_html]\nnav:\n  # <survey>\n  # </survey>\n"
PLAIN = "@article{one, title={Order matters for sets}, author={Smith, Ann}, year={2022}, journal={Sets}}\n"
LONG = 900_000  # characters of a giant title: the two of them are read by pairs
Files = dict[str, str]


def _word(number: int) -> str:
    """A word of letters of its own."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number * 7919 % 100_000:05}")


def entry(**fields: str) -> Files:
    """One entry with those fields besides the usual ones."""
    known = {"title": "Order matters for sets", "author": "Smith, Ann", "year": "2022", "journal": "Sets", **fields}
    return {
        "bib/sources/a.bib": "@article{one,"
        + ",\n".join(f"{name} = {{{value}}}" for name, value in known.items())
        + "}\n"
    }


def records(values: list[dict[str, object]]) -> Files:
    """A file of JSON records."""
    return {"bib/sources/a.json": json.dumps([{"type": "article-journal", **one} for one in values])}


def prose(text: str) -> Files:
    """An overview and a page of that text."""
    return {"bib/overviews/sets.md": f"## Words\n\n{text}\n", "bib/pages/more.md": f"# More\n\n{text}\n"}


def fields(value: Callable[[], str]) -> Files:
    """A text in every field that takes prose or names."""
    text = value()
    return records(
        [
            {
                "title": f"One {text}",
                "abstract": text,
                "container-title": text,
                "author": [{"literal": text}],
                "note": text,
                "keyword": text,
                "page": text,
                "volume": text,
            }
        ]
    )


def settings(text: str) -> Files:
    """A `survey.yml`."""
    return {"bib/survey.yml": text}


def _pumped() -> dict[str, Callable[[], Files]]:
    """100,000 of one sign in every field, and 20,000 of one piece of markup in prose."""
    made: dict[str, Callable[[], Files]] = {}
    for sign in "!0,#[({<$\\`*_&'\";.-~|^@":
        made[f"100,000 {sign!r} in every field"] = lambda sign=sign: fields(lambda: sign * 100_000)
    for piece in (
        "[",
        "<",
        "<a ",
        "[a](",
        "\\(",
        "![",
        "`",
        "**a",
        "_a_",
        "$a",
        "[^a]",
        "[^a]: b\n\n",
        "*[a]: b\n\n",
        "&#",
        "{#a ",
        "- a\n",
        "> ",
        "1. ",
        "<div>",
        "<!--",
        "|",
        "[@one] ",
        "@one ",
        "[@one; ",
        "~~~\n",
        "!!! a\n",
        ":",
        "  - a\n",
        "http://a.b/",
        "<p markdown>\n",
        "a\n---\n",
        "a\n: b\n",
    ):
        made[f"20,000 {piece!r} in prose"] = lambda piece=piece: prose(piece * 20_000)
    return made


EXHAUSTING: dict[str, Callable[[], Files]] = {
    "nested accents in a name": lambda: entry(author='\\"{' * 60 + "a" + "}" * 60),
    "40 nested accents in a title": lambda: entry(title="Sets " + '\\"{' * 400 + "a" + "}" * 400),
    "2,000 brackets around code": lambda: records(
        [{"title": "Sets", "abstract": "Code: " + "https://github.com/a/b)" * 2000}]
    ),
    "2,000 open brackets around code": lambda: records(
        [{"title": "Sets", "abstract": "Code: https://github.com/a/b" + "(" * 2000 + ")" * 2000}]
    ),
    "two titles of 900 kB": lambda: records(
        [{"title": "order sets " * (LONG // 11)}, {"title": "sets order " * (LONG // 11)}]
    ),
    "two titles of 90 kB": lambda: records([{"title": "order sets " * 8000}, {"title": "sets order " * 8000}]),
    "20,000 records of one title": lambda: records(
        [{"title": "Introduction to the issue", "volume": str(number)} for number in range(20_000)]
    ),
    "20,000 records of one title and other authors": lambda: records(
        [
            {
                "title": "Introduction to the special issue on sets",
                "author": [{"family": f"Smith{number}", "given": "A"}],
            }
            for number in range(20_000)
        ]
    ),
    "100,000 keywords": lambda: entry(keywords=", ".join(f"word{number}" for number in range(100_000))),
    "100,000 keywords of one record (JSON)": lambda: records(
        [{"title": "Sets", "keyword": "; ".join(f"w{number}" for number in range(100_000))}]
    ),
    "100,000 authors": lambda: records(
        [{"title": "Sets", "author": [{"family": f"Smith{number}", "given": "Ann"} for number in range(100_000)]}]
    ),
    "100,000 authors in BibTeX": lambda: entry(author=" and ".join(f"Smith{number}, Ann" for number in range(100_000))),
    "two records of 20,000 authors": lambda: records(
        [
            {
                "title": f"Sets {place}",
                "author": [{"family": f"Smith{number}", "given": "Ann"} for number in range(20_000)],
            }
            for place in ("of order", "of trees")
        ]
    ),
    "one name of 100,000 words": lambda: entry(author="Ann " * 100_000),
    "400 nested lists": lambda: prose("\n".join(f"{'  ' * depth}- a" for depth in range(400))),
    "400 nested quotations": lambda: prose("> " * 400 + "a"),
    "400 open braces in a formula": lambda: {
        **prose("$" + "{" * 400 + "x" + "}" * 400 + "$"),
        **records([{"title": "Sets $" + "{" * 400 + "}" * 400 + "$", "abstract": "$" + "^{" * 400 + "$"}]),
    },
    "20,000 braces in a title": lambda: entry(title="Sets " + "{" * 20_000 + "x" + "}" * 20_000),
    "one record with 500 nested braces": lambda: entry(title="{" * 500 + "Sets" + "}" * 500),
    "50,000 nested [ in settings": lambda: settings("title: " + "[" * 50_000),
    "50,000 nested [ in themes": lambda: {"bib/themes.yml": "[" * 50_000},
    "50,000 nested [ in front matter": lambda: {"bib/pages/x.md": "---\ntitle: " + "[" * 50_000 + "\n---\n# X\n"},
    "50,000 nested [ as JSON": lambda: {"bib/sources/b.json": "[" * 50_000},
    "50,000 nested elements": lambda: {"bib/sources/b.xml": "<feed>" + "<a>" * 50_000},
    "aliases in settings": lambda: settings(
        "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10) if n else 'x'}]\n" for n in range(10))
    ),
    "aliases in front matter": lambda: {
        "bib/pages/x.md": "---\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10) if n else 'x'}]\n" for n in range(10))
        + "---\n# X\n"
    },
    "entities in XML": lambda: {
        "bib/sources/b.xml": "<!DOCTYPE l [<!ENTITY a 'x'>"
        + "".join(f"<!ENTITY a{n} '{('&a' + str(n - 1) + ';' if n else '&a;') * 10}'>" for n in range(10))
        + "]><feed><entry><title>&a9;</title></entry></feed>"
    },
    "20,000 themes": lambda: {
        "bib/themes.yml": "sections:\n  - title: All\n    themes:\n"
        + "".join(
            f"      - {{id: t{number}, title: Theme {number}, scope: On {number}.}}\n" for number in range(20_000)
        )
    },
    "20,000 terms of a theme": lambda: {
        "bib/themes.yml": THEMES.replace(
            "[order, sets]", "[" + ", ".join(f"word{number}" for number in range(20_000)) + "]"
        )
    },
    "a key pattern of 100,000 tokens": lambda: settings("keys: {pattern: '" + "{author}" * 100_000 + "'}"),
    "a key pattern of large numbers": lambda: settings("keys: {pattern: '{title:999999999}{authors:99999999}'}"),
    "a date of ten thousand digits": lambda: settings("date: '" + "9" * 10_000 + "'"),
    "a year of ten thousand digits": lambda: entry(year="9" * 10_000, volume="9" * 10_000, number="1" * 10_000),
    "a number that YAML reads": lambda: settings("title: " + "9" * 100_000),
    "sexagesimal numbers": lambda: settings("title: " + ":".join(["59"] * 20_000)),
    "a million citations in one overview": lambda: {"bib/overviews/sets.md": "[@one] " * 500_000},
    "a hundred thousand citations in one overview": lambda: prose("[@one] " * 100_000),
    "citations in one bracket": lambda: prose("[" + "; ".join(["@one"] * 50_000) + "]"),
    "20,000 decisions": lambda: {
        **records([{"title": f"Sets of {_word(number)}", "DOI": f"10.5555/{number}"} for number in range(201)]),
        "bib/decisions.yml": "not-same:\n"
        + "".join(
            f"  - {{refs: ['doi:10.5555/{left}', 'doi:10.5555/{right}'], why: w}}\n"
            for left in range(201)
            for right in range(left)
        ),
    },
    "20,000 versions": lambda: {
        "bib/history.yml": "".join(
            f"- {{date: '{1000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}', added: [k{number}]}}\n"
            for number in range(20_000)
        )
    },
    "20,000 aliases of a published key": lambda: {
        "bib/survey.bib": "@article{one,\n  title = {Order matters for sets},\n  ids = {"
        + ",".join(f"k{number}" for number in range(20_000))
        + "},\n}\n"
    },
    "20,000 reminders": lambda: {
        "bib/survey.bib": "@article{one,\n  title = {Order matters for sets},\n}\n\n"
        + "".join(f"% k{number} was smith (2022) order matters for sets []\n" for number in range(20_000))
    },
    "20,000 columns of a table": lambda: {
        "bib/sources/b.csv": "title,authors,year,"
        + ",".join(f"c{number}" for number in range(20_000))
        + "\nSets,Ann Smith,2020,"
        + "x," * 20_000
        + "\n"
    },
    "20,000 codes of a work": lambda: {
        "bib/codes.csv": "ref,"
        + ",".join(f"c{number}" for number in range(20_000))
        + "\nsources/plain.bib:1,"
        + ",".join(["x"] * 20_000)
        + "\n"
    },
    "20,000 values of a code": lambda: {
        "bib/codes.csv": "ref,design\nsources/plain.bib:1," + ";".join(f"{number}" for number in range(20_000)) + "\n"
    },
    "400 codes": lambda: {
        "bib/codes.csv": "ref,"
        + ",".join(f"c{number}" for number in range(400))
        + "\nsources/plain.bib:1,"
        + ",".join(["x"] * 400)
        + "\n"
    },
    "a code of a megabyte": lambda: {"bib/codes.csv": f"ref,design\nsources/plain.bib:1,{'v; ' * 350_000}\n"},
    "2,000 reviewers": lambda: {
        f"bib/screening/r{number}.csv": "ref,decision,stage,reason,at,title\nsources/plain.bib:1,include,full text,,,\n"
        for number in range(2_000)
    },
    "20,000 reasons": lambda: {
        "bib/screening/r.csv": "ref,decision,stage,reason,at,title\n"
        + "".join(f"sources/plain.bib:1,exclude,full text,why {number},,\n" for number in range(20_000))
    },
    "20,000 searches": lambda: {
        "bib/searches.yml": "".join(
            f"- {{database: D{number}, query: q, date: '2024-01-01', hits: 1}}\n" for number in range(20_000)
        )
    },
    "2,000 small sources": lambda: {
        f"bib/sources/{number}.bib": f"@misc{{k{number}, title={{T{number}}}}}\n" for number in range(2_000)
    },
    "an archive that unpacks to gigabytes": lambda: {"bib/sources/b.xlsx": "PK-BOMB"},
    **_pumped(),
}


def files_of(name: str) -> Files:
    """The project of that name, with what every project has."""
    return {"mkdocs.yml": MKDOCS, "bib/themes.yml": THEMES, "bib/sources/plain.bib": PLAIN, **EXHAUSTING[name]()}
