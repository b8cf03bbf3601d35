"""Each service's answers about papers, in the shape that it documents (the addresses stand in `generator/services`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape
from zlib import crc32

from tests.services.papers import Paper


def _whole(name: tuple[str, ...]) -> str:
    return " ".join(name)


def crossref(paper: Paper) -> dict[str, Any]:
    authors = [
        {"given": n[0], "family": n[1], "sequence": "first", "affiliation": []} if len(n) > 1 else {"name": n[0]}
        for n in paper.authors
    ]
    item: dict[str, Any] = {
        "DOI": paper.doi,
        "type": "journal-article" if paper.journal else "proceedings-article",
        "title": [("RETRACTED: " if paper.retracted else "") + paper.title],
        "author": authors,
        "container-title": [paper.venue],
        "published": {"date-parts": [[paper.year, 3]]},
        "volume": paper.volume or None,
        "page": paper.pages,
        "publisher": paper.publisher,
        "is-referenced-by-count": paper.citations,
        "abstract": f"<jats:p>{paper.abstract}</jats:p>" if paper.abstract else None,
        "license": [
            {"URL": "https://sets.example.org/tdm/1.0", "content-version": "tdm", "delay-in-days": 0},
            {"URL": "https://sets.example.org/terms", "content-version": "vor", "delay-in-days": 0},
            {"URL": paper.license, "start": {"date-parts": [[paper.year]]}, "content-version": "vor"},
        ],
        "reference": [
            *(
                {"key": "1", "DOI": cited.doi.upper(), "doi-asserted-by": "publisher"}
                for cited in paper.cites
                if cited.doi
            ),
            {"key": "2", "unstructured": "A book"},
        ],
        "relation": {
            "has-preprint": [{"id-type": "doi", "id": f"10.48550/arxiv.{paper.arxiv}", "asserted-by": "object"}]
        }
        if paper.arxiv
        else {},
    }
    if paper.superseded:
        item["relation"]["is-replaced-by"] = [{"id-type": "doi", "id": f"{paper.doi}.2", "asserted-by": "object"}]
    if paper.retracted:
        item["updated-by"] = [
            {"DOI": f"{paper.doi}.r", "type": "retraction", "label": "Retraction", "source": "retraction-watch"}
        ]
    elif paper.corrected:
        item["updated-by"] = [
            {"DOI": f"{paper.doi}.c", "type": "correction", "label": "Correction", "source": "publisher"}
        ]
    return {name: value for name, value in item.items() if value is not None}


def openalex(paper: Paper) -> dict[str, Any]:
    doi = paper.doi or (f"10.48550/arxiv.{paper.arxiv}" if paper.arxiv else "")
    words: dict[str, list[int]] = {}
    for place, word in enumerate(paper.abstract.split()):
        words.setdefault(word, []).append(place)
    locations = (
        [
            {
                "landing_page_url": f"https://arxiv.org/abs/{paper.arxiv}",
                "source": {"display_name": "arXiv", "type": "repository"},
            }
        ]
        if paper.arxiv
        else []
    )
    source = {
        "display_name": paper.venue,
        "type": "journal" if paper.journal else "conference",
        "host_organization_name": paper.publisher,
    }
    first, _, last = paper.pages.replace("–", "-").partition("-")
    return {
        "id": f"https://openalex.org/{_openalex_id(paper)}",
        "doi": f"https://doi.org/{doi}",
        "display_name": paper.title,
        "publication_year": paper.year,
        "publication_date": f"{paper.year}-03-01",
        "type": "article" if paper.venue else "preprint",
        "ids": {"pmid": f"https://pubmed.ncbi.nlm.nih.gov/{paper.pmid}"} if paper.pmid else {},
        "primary_location": {"source": source, "license": "cc-by"} if paper.venue else next(iter(locations), None),
        "locations": locations,
        "authorships": [
            {"author": {"display_name": _whole(name)}, "raw_author_name": _whole(name)} for name in paper.authors
        ],
        "biblio": {
            "volume": paper.volume or None,
            "issue": None,
            "first_page": first or None,
            "last_page": last or None,
        },
        "abstract_inverted_index": words,
        "is_retracted": paper.retracted,
        "cited_by_count": paper.citations,
        "referenced_works": [f"https://openalex.org/{_openalex_id(cited)}" for cited in paper.cites],
    }


def _openalex_id(paper: Paper) -> str:
    return f"W{crc32(paper.title.encode())}"


def _semantic_scholar_id(paper: Paper) -> str:
    return f"{crc32(paper.title.encode()):040x}"


def semantic_scholar(paper: Paper) -> dict[str, Any]:
    names = {"DOI": paper.doi, "ArXiv": paper.arxiv, "PubMed": paper.pmid, "ACL": paper.acl}
    return {
        "paperId": _semantic_scholar_id(paper),
        "externalIds": {name: value for name, value in names.items() if value} | {"CorpusId": 1},
        "title": paper.title,
        "abstract": paper.abstract or None,
        "venue": paper.venue,
        "year": paper.year,
        "publicationDate": f"{paper.year}-03-01",
        "publicationTypes": ["JournalArticle"] if paper.journal else None,
        "publicationVenue": {"name": paper.venue, "type": "journal" if paper.journal else "conference"}
        if paper.venue
        else None,
        "journal": {"name": paper.venue, "volume": paper.volume, "pages": paper.pages} if paper.journal else None,
        "authors": [{"authorId": "1", "name": _whole(name)} for name in paper.authors],
        "citationCount": paper.citations,
        "openAccessPdf": {"url": "https://example.org/a.pdf", "status": "GOLD", "license": "CCBY"},
        "references": [
            {
                "paperId": _semantic_scholar_id(cited),
                "externalIds": _external_ids(cited),
            }
            for cited in paper.cites
        ],
        "url": "https://www.semanticscholar.org/paper/1",
    }


def dblp(papers: Sequence[Paper]) -> dict[str, Any]:
    hits = [{"@score": "3", "@id": "1", "info": _dblp(paper)} for paper in papers]
    found: dict[str, Any] = {
        "@total": str(len(hits)),
        "@computed": str(len(hits)),
        "@sent": str(len(hits)),
        "@first": "0",
    }
    return {
        "result": {
            "query": "x",
            "status": {"@code": "200", "text": "OK"},
            "hits": found | ({"hit": hits} if hits else {}),
        }
    }


def _external_ids(paper: Paper) -> dict[str, str] | None:
    if paper.arxiv:
        return {"ArXiv": paper.arxiv}
    return {"DOI": paper.doi} if paper.doi else None


def _dblp_type(paper: Paper) -> str:
    if paper.withdrawn:
        return "Withdrawn Items"
    if paper.journal:
        return "Journal Articles"
    return "Conference and Workshop Papers" if paper.venue else "Informal and Other Publications"


def _dblp(paper: Paper) -> dict[str, Any]:
    authors = [{"@pid": "1/1", "text": _whole(name)} for name in paper.authors]
    return {
        "authors": {"author": authors if len(authors) > 1 else authors[0]},
        "title": f"{paper.title}.",
        "venue": "ICML" if "Machine Learning" in paper.venue else paper.venue or "CoRR",
        "volume": paper.volume or (f"abs/{paper.arxiv}" if paper.arxiv else ""),
        "pages": paper.pages,
        "year": str(paper.year),
        "type": _dblp_type(paper),
        "key": f"{'journals/sets' if paper.journal else 'conf/icml'}/{paper.year}x",
        "doi": paper.doi,
        "ee": f"https://doi.org/{paper.doi}" if paper.doi else f"https://arxiv.org/abs/{paper.arxiv}",
    }


def arxiv(papers: Sequence[Paper]) -> str:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">\n'
    return head + "".join(map(_arxiv, papers)) + "</feed>\n"


def _arxiv(paper: Paper) -> str:
    authors = "".join(f"<author><name>{escape(_whole(name))}</name></author>" for name in paper.authors)
    comment = "This paper has been withdrawn by the author due to an error" if paper.withdrawn else "12 pages"
    comment = paper.comment or comment
    doi = f"<arxiv:doi>{paper.published_doi}</arxiv:doi>" if paper.published_doi else ""
    return (
        f"<entry><id>http://arxiv.org/abs/{paper.arxiv}v2</id><updated>{paper.year}-05-05T00:00:00Z</updated>"
        f"<published>{paper.year}-01-03T00:00:00Z</published><title>{escape(paper.title)}</title><summary>  {escape(paper.abstract)}\n</summary>"
        f"{authors}<arxiv:comment>{comment}</arxiv:comment>{doi}<arxiv:primary_category term='cs.LG' scheme='http://arxiv.org/schemas/atom'/>"
        f"<category term='cs.LG' scheme='http://arxiv.org/schemas/atom'/></entry>\n"
    )


def pubmed(papers: Sequence[Paper]) -> str:
    head = '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/x.dtd">\n'
    return f"{head}<PubmedArticleSet>\n{''.join(map(_pubmed, papers))}</PubmedArticleSet>\n"


def _pubmed(paper: Paper) -> str:
    authors = "".join(
        f"<Author ValidYN='Y'><LastName>{escape(name[1])}</LastName><ForeName>{escape(name[0])}</ForeName></Author>"
        if len(name) > 1
        else f"<Author ValidYN='Y'><CollectiveName>{escape(name[0])}</CollectiveName></Author>"
        for name in paper.authors
    )
    kinds = '<PublicationType UI="D016428">Journal Article</PublicationType>'
    if paper.retracted:
        kinds += '<PublicationType UI="D016441">Retracted Publication</PublicationType>'
    if paper.preprint:
        kinds += '<PublicationType UI="D000076942">Preprint</PublicationType>'
    notes = (
        '<CommentsCorrections RefType="ErratumIn"><RefSource>J Trees. 2022</RefSource></CommentsCorrections>'
        if paper.corrected
        else ""
    )
    notes += (
        f'<CommentsCorrections RefType="UpdateIn"><RefSource>J Trees. 2024</RefSource><PMID Version="1">{paper.updated_by}</PMID></CommentsCorrections>'
        if paper.updated_by
        else ""
    )
    return (
        f"<PubmedArticle><MedlineCitation><PMID Version='1'>{paper.pmid}</PMID><Article><Journal><ISSN>1234-5678</ISSN><JournalIssue>"
        f"<Volume>{paper.volume}</Volume><PubDate><Year>{paper.year}</Year><Month>Mar</Month></PubDate></JournalIssue><Title>{escape(paper.venue)}</Title></Journal>"
        f"<ArticleTitle>{escape(paper.title)}.</ArticleTitle><Pagination><MedlinePgn>{paper.pages}</MedlinePgn></Pagination>"
        f"<Abstract><AbstractText Label='RESULTS'>{escape(paper.abstract)}</AbstractText></Abstract><AuthorList>{authors}</AuthorList><Language>eng</Language>"
        f"<PublicationTypeList>{kinds}</PublicationTypeList></Article><CommentsCorrectionsList>{notes}</CommentsCorrectionsList></MedlineCitation>"
        f"<PubmedData><ArticleIdList><ArticleId IdType='pubmed'>{paper.pmid}</ArticleId><ArticleId IdType='doi'>{paper.doi}</ArticleId></ArticleIdList>{_pubmed_references(paper)}</PubmedData>"
        "</PubmedArticle>\n"
    )


def _pubmed_references(paper: Paper) -> str:
    cited = "".join(
        f'<Reference><Citation>{escape(one.title)}</Citation><ArticleIdList><ArticleId IdType="pubmed">{one.pmid}</ArticleId></ArticleIdList></Reference>'
        for one in paper.cites
        if one.pmid
    )
    return f"<ReferenceList>{cited}</ReferenceList>" if cited else ""


def anthology(papers: Sequence[Paper]) -> str:
    entries = "".join(
        f"<paper id='{paper.acl.rpartition('.')[2]}'><title>Words that <fixed-case>P</fixed-case>arse</title>".replace(
            "Words that <fixed-case>P</fixed-case>arse", escape(paper.title)
        )
        + "".join(
            f"<author><first>{escape(name[0])}</first><last>{escape(name[1])}</last></author>" for name in paper.authors
        )
        + f"<pages>{paper.pages}</pages><abstract>{escape(paper.abstract)}</abstract><url hash='1'>{paper.acl}</url><doi>{paper.doi}</doi>"
        + "".join(
            f"<{name} date='2024-01-01'>Said so.</{name}>"
            for name, holds in (("retracted", paper.retracted), ("removed", paper.withdrawn))
            if holds
        )
        + (f"<erratum id='1' hash='a' date='2024-01-01'>{paper.acl}e1</erratum>" if paper.corrected else "")
        + "<pwccode url='https://github.com/example/words' additional='false'/></paper>"
        for paper in papers
    )
    meta = f"<meta><booktitle>{escape(papers[0].venue)}</booktitle><publisher>{papers[0].publisher}</publisher><address>Toronto, Canada</address><month>July</month><year>{papers[0].year}</year><venue>acl</venue></meta>"
    return f"<?xml version='1.0' encoding='UTF-8'?>\n<collection id='2023.acl'><volume id='long' type='proceedings'>{meta}{entries}</volume></collection>"
