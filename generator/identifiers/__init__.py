"""Identifiers of publications: `schemes` has what is known of each kind, `identifier` reads them in every form.

`preprint_servers` tells which DOIs and venues are those of preprint servers.
"""

from generator.identifiers.identifier import (
    Identifier,
    arxiv_month,
    identifiers_in,
    named_identifier,
    parse_arxiv,
    parse_doi,
    parse_identifier,
    parse_isbn,
    unique,
    year_of_arxiv,
)
from generator.identifiers.schemes import SCHEMES, Scheme

__all__ = [
    "SCHEMES",
    "Identifier",
    "Scheme",
    "arxiv_month",
    "identifiers_in",
    "named_identifier",
    "parse_arxiv",
    "parse_doi",
    "parse_identifier",
    "parse_isbn",
    "unique",
    "year_of_arxiv",
]
