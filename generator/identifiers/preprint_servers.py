"""Preprint servers other than arXiv: how their DOIs begin, and their names where a source has them as venues."""

from __future__ import annotations

import re

DOI_STARTS = (
    "10.48550/", "10.1101/", "10.64898/", "10.2139/ssrn", "10.21203/rs", "10.20944/preprints", "10.31234/", "10.31219/",
    "10.31235/", "10.31222/", "10.31223/", "10.35542/", "10.31224/", "10.36227/", "10.26434/", "10.22541/au",
    "10.33774/",
    "10.14293/", "10.32388/",
    "10.31730/", "10.31220/", "10.51767/", "10.35543/",
)  # fmt: skip
_NAME = re.compile(
    r"""(?:the\ )?(?:
        biorxiv | medrxiv | chemrxiv | psyarxiv | socarxiv | edarxiv | engrxiv | techrxiv | eartharxiv | ecoevorxiv
        | agrirxiv | agrixiv | africarxiv | lawarxiv | metaarxiv
        | ssrn(?:\ electronic\ journal)? | social\ science\ research\ network | osf(?:\ preprints?)?
        | open\ science\ framework
      | research\ square(?:\ platform\ llc)? | preprints(?:\.org)?
        | hal(?:\ (?:open\ science|archives\ ouvertes|shs))? | authorea(?:\ inc\.?)?
      | scienceopen\ preprints? | cambridge\ open\ engage | repec | nber\ working\ papers? | jmir\ preprints
    )(?:[\s,(:]+(?:preprints?|cold\ spring\ harbor\ laboratory|server|the\ preprint\ server.*)\)?)*""",
    re.IGNORECASE | re.VERBOSE,
)


def is_server(name: str) -> bool:
    """Whether a venue or publisher is a preprint server (`bioRxiv`, `SSRN Electronic Journal`, `OSF Preprints`)."""
    return _NAME.fullmatch(" ".join(name.split())) is not None


def is_preprint_doi(doi: str) -> bool:
    """Whether a DOI, in lower case, is one that preprint servers assign."""
    return doi.startswith(DOI_STARTS)
