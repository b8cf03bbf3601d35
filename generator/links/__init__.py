"""Links between works, themes and authors: related works, mentions, sibling themes, author entries, code."""

from generator.links.authors import author_entries
from generator.links.code import code_of, pages, repositories
from generator.links.connections import Known
from generator.links.introductions import introduced
from generator.links.mentions import mentions
from generator.links.nearest import Neighbourhood, nearby
from generator.links.related import related
from generator.links.siblings import siblings

__all__ = [
    "Known",
    "Neighbourhood",
    "author_entries",
    "code_of",
    "introduced",
    "mentions",
    "nearby",
    "pages",
    "related",
    "repositories",
    "siblings",
]
