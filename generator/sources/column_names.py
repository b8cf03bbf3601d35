"""What the columns of tables (and the keys of JSON objects) are called, and which of our fields they are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.sources.field_names import Field

# Names in Zotero, Scopus, Web of Science, PubMed, Dimensions, Rayyan, DBLP and other sheets; only letters and digits.
_NAMES: dict[Field, str] = {
    "title": "title articletitle documenttitle papertitle ti titel titre titulo titolo nameofpaper papername paper "
    "primarytitle publicationtitleenglish name itemtitle displayname fulltitle titleprimary studytitle citationtitle",
    "abstract": "abstract abstractnote ab summary abstracttext zusammenfassung resume resumen resumo riassunto "
    "paperabstract description briefsummary citationabstract",
    "authors": "authors author au authornames authorsfullnames authorfullnames af creators creator authorsraw "
    "authorslist autoren autor auteur auteurs autores autore autori verfasser by authorshipsauthordisplayname "
    "authorsprimary authorstring authorshipsrawauthorname contributors citationauthors",
    "editors": "editors editor bookeditors authorssecondary",
    "year": "year publicationyear py pubyear yearpublished jahr annee ano anno publishedyear yearofpublication "
    "datepublishedyear yr citationpubyear",
    "date": "date publicationdate pubdate published publisheddate coverdate dateofpublication publicationdateonline "
    "datepublished issued",
    "month": "month monthpublished publishedmonth pd",
    "kind": "type itemtype documenttype publicationtype entrytype bibtype doctype dt typ pubtype referencetype "
    "documentidentifier contenttype doctypes",
    "venue": "venue journal journalbook sourcetitle publicationtitle journaltitle source journalname so publication "
    "conference booktitle conferencename "
    "container containertitle where publishedin zeitschrift revue revista rivista secondarytitle proceedingstitle jt "
    "conferencejournal journalconference primarylocationsourcedisplayname pubtitle periodicalfull periodicalabbrev "
    "anthologytitle fulljournal journalfull journalvenue citationjournalname "
    "publicationname",
    "series": "series bookseriestitle seriestitle",
    "volume": "volume vol vl bibliovolume journalvolume volumenumber citationjournalvolume",
    "number": "number issue is no issuenumber biblioissue journalissue",
    "pages": "pages pagination pg pagerange pageinfo",
    "start_page": "startpage pagestart bp firstpage bibliofirstpage",
    "end_page": "endpage pageend ep lastpage bibliolastpage otherpages",
    "article_number": "artno articlenumber ar elocationid elocator",
    "publisher": "publisher publishername pu bookpublisher",
    "address": "address place city location publisheraddress placeofpublication publishercity",
    "school": "school institution university",
    "language": "language languageoforiginaldocument lang la languages articlelanguage",
    "url": "url link links urls link1 dimensionsurl href sourceurl paperurl pdfurl pdf pdflink website openaccessurl "
    "sourcelinkouturl uri weblink externalurl documenturl plink articleurl fulltexturl fulltextlink "
    "primarylocationlandingpageurl studyurl",
    "doi": "doi dois do di doilink itemdoi idsdoi",
    "arxiv": "arxiv arxivid arxivids arxivnumber",
    "pmid": "pmid pubmedid pubmed pm medlinepmid idspmid",
    "pmcid": "pmcid pmc idspmcid",
    "acl": "aclid aclanthologyid acl",
    "openreview": "openreview openreviewid",
    "isbn": "isbn isbns bn",
    "keywords": "keywords authorkeywords tags manualtags de keyword schlagworter motscles automatictags "
    "keywordsdisplayname descriptors citationkeywords",
    "note": "note notes extra comments comment remarks",
    "id": "id key citationkey bibkey citekey eid utuniquewosid publicationid paperid number identifier corpusid ut "
    "rayyanid articleid recordid nr lensid nctnumber accessionnumber an studyid",
    "primary_class": "primaryclass primarycategory arxivclass",
}
# The same in Chinese, Japanese, Korean, German, French, Spanish, Portuguese, Italian and Russian.
_FOREIGN: dict[Field, str] = {
    "title": "题名 标题 论文题目 论文标题 篇名 文献题名 題名 タイトル 論文名 제목 논문제목 "
    "titeldesartikels titulodelarticulo "
    "titredelarticle titrearticle titulodoartigo beitragstitel artikeltitel "
    "titolodellarticolo заглавие название",
    "abstract": "摘要 中文摘要 抄録 초록 kurzfassung abstrakt resumenes resumeabstract аннотация",
    "authors": "作者 著者 第一作者 所有作者 全部作者 저자 verfasserin verfasserinnen autorinnen autoreninnen autoresas "
    "nomdelauteur auteursrices авторы",
    "year": "年 年份 出版年 发表年份 发表年 発行年 연도 erscheinungsjahr publikationsjahr veroffentlichungsjahr "
    "anneedepublication anneeparution anodepublicacion anopublicacion anodepublicacao "
    "annodipubblicazione год",
    "date": "发表时间 出版日期 发布日期 発行日 datum erscheinungsdatum veroffentlichungsdatum datedepublication "
    "dateparution fecha fechadepublicacion datadepublicacao datadipubblicazione",
    "venue": "刊名 期刊 期刊名称 来源 文献来源 出版物 来源出版物 会议名称 雑誌名 掲載誌 학술지명 "
    "journalzeitschrift zeitschriftentitel "
    "quelle publikation tagungsband nomdelarevue titredelarevue nombredelarevista "
    "titulodelarevista fuente periodico rivistaconvegno журнал",
    "volume": "卷 卷号 巻 권 band jahrgang tome volumen volumeannata том",
    "number": "期 期号 号 호 heft ausgabe numero heftnummer numerodelarevue ejemplar fascicolo fasciculo номер",
    "pages": "页码 页 起止页码 ページ 쪽 seiten seite seitenzahl paginas pagine страницы",
    "doi": "doi号 doilien doinummer",
    "keywords": "关键词 关键字 キーワード 키워드 schlusselworter stichworter stichworte motscle motsclefs "
    "palabrasclave "
    "palabraschave parolechiave ключевыеслова",
    "publisher": "出版社 出版者 발행처 verlag editeur maisondedition editorial editora editore casaeditrice "
    "издательство",
    "address": "出版地 地址 ort erscheinungsort lieu lieudepublication lugar lugardepublicacion",
    "school": "学位授予单位 学校 hochschule universitat etablissement institucion universidad instituicao",
    "language": "语种 语言 言語 언어 sprache langue idioma lingua язык",
    "kind": "文献类型 类型 来源库 資料種別 dokumenttyp publikationstyp art typededocument tipodedocumento tipo "
    "tipodocumento",
    "url": "链接 网址 全文链接 adresse lien enlace ligacao collegamento",
    "note": "备注 注释 anmerkung anmerkungen bemerkung bemerkungen notizen remarque remarques notas nota observaciones",
    "isbn": "isbn号",
    "editors": "编者 主编 herausgeber herausgeberinnen hrsg compiladores",
}


_NAME_OF = re.compile(r"^(?:nameof|namesof|titleof)(?:the)?")  # `Name of the Journal`


def field_of(column: str) -> Field | None:
    """Our field for a column's name (`Article Title`, `AU`, `publication_year`), or None."""
    name = bare_name(column)
    return COLUMNS.get(name) or COLUMNS.get(_NAME_OF.sub("", name))


@lru_cache(maxsize=10_000)
def bare_name(column: str) -> str:
    """A column's name without case, accents, spaces and signs."""
    return re.sub(
        r"[\W_]+", "", "".join(c for c in unicodedata.normalize("NFKD", column.lower()) if not unicodedata.combining(c))
    )


COLUMNS: dict[str, Field] = {}
for _field, _words in (*_NAMES.items(), *_FOREIGN.items()):
    for _word in _words.split():
        COLUMNS.setdefault(bare_name(_word), _field)
