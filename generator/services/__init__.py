"""Services: what arXiv, Crossref, OpenAlex, DBLP, Semantic Scholar, PubMed and the ACL Anthology say of a work.

One module a service, each an adapter of the form that `service.py` gives. They talk to the network and return values;
only the commands `fetch` and `add` use them, never a build.
"""

from __future__ import annotations

from generator.services import acl_anthology, arxiv, crossref, dblp, openalex, pubmed, semantic_scholar
from generator.services.service import Service

# In the order of asking, which is also the order of preference: the publisher's own data first.
SERVICES: dict[str, Service] = {
    module.SERVICE.name: module.SERVICE
    for module in (acl_anthology, pubmed, crossref, arxiv, openalex, semantic_scholar, dblp)
}
