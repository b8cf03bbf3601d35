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
    "resourcetypegeneral documentidentifier contenttype doctypes",
    "venue": "venue journal journalbook sourcetitle publicationtitle journaltitle source journalname so publication "
    "conference booktitle conferencename "
    "container containertitle where publishedin zeitschrift revue revista rivista secondarytitle proceedingstitle jt "
    "conferencejournal journalconference primarylocationsourcedisplayname pubtitle periodicalfull periodicalabbrev "
    "anthologytitle fulljournal journalfull journalvenue citationjournalname "
    "publicationname",
    "series": "series bookseriestitle seriestitle",
    "volume": "volume vol vl bibliovolume journalvolume volumenumber citationjournalvolume",
    "number": "number issue is no issuenumber biblioissue journalissue",
    "pages": "pages page pagination pg pagerange pageinfo",
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
    "identifier": "externalids",
    "note": "note notes extra comments comment remarks",
    "id": "id key citationkey bibkey citekey eid utuniquewosid publicationid paperid number identifier corpusid ut "
    "rayyanid itemid articleid recordid nr lensid nctnumber accessionnumber an studyid",
    "primary_class": "primaryclass primarycategory arxivclass",
}
# The same in Chinese, Japanese, Korean, German, French, Spanish, Portuguese, Italian and Russian.
_FOREIGN: dict[Field, str] = {
    "start_page": "起始页 起始页码 开始页码 起始頁 開始ページ 시작페이지 страницаначала начальнаястраница startseite "
    "anfangsseite pagededebut premierepage paginainicial paginadeinicio paginainiziale",
    "end_page": "结束页 结束页码 結束頁 終了ページ 종료페이지 끝페이지 страницаокончания конечнаястраница "
    "endseite pagedefin "
    "dernierepage paginafinal paginadefin paginafinale",
    "article_number": "论文编号 文献编号 論文番号 논문번호 статьяno номерстатьи artikelnummer artikelnr "
    "numerodarticle "
    "numerodelarticle numerodearticulo numerodeldocumento numerodoartigo",
    "title": "文献标题 文档标题 文獻標題 標題 篇名题名 論文題目 文献タイトル 표제 문서제목 문헌제목 "
    "заголовок названиедокумента названиестатьи заглавиестатьи titeldesdokuments dokumenttitel "
    "titredudocument titulodeldocumento titulododocumento titolodeldocumento tytul nazevclanku "
    "题名 标题 论文题目 论文标题 篇名 文献题名 題名 タイトル 論文名 제목 논문제목 "
    "titeldesartikels titulodelarticulo "
    "titredelarticle titrearticle titulodoartigo beitragstitel artikeltitel "
    "titolodellarticolo заглавие название",
    "abstract": "краткоеописание реферат 要旨 要約 요약 streszczenie abstrakty "
    "摘要 中文摘要 抄録 초록 kurzfassung abstrakt resumenes resumeabstract аннотация",
    "authors": "作者全名 全部作者姓名 作者姓名 作者名 著者名フルネーム 著者名 저자명 полныеименаавторов "
    "автор auteurscomplets nombrescompletosdelosautores nomescompletosdosautores "
    "vollstandigeautorennamen autorzy "
    "作者 著者 第一作者 所有作者 全部作者 저자 verfasserin verfasserinnen autorinnen autoreninnen autoresas "
    "nomdelauteur auteursrices авторы",
    "year": "出版年份 公表年 刊行年 발행연도 출판연도 годпубликации годиздания anneedelapublication rok rokwydania "
    "年 年份 出版年 发表年份 发表年 発行年 연도 erscheinungsjahr publikationsjahr veroffentlichungsjahr "
    "anneedepublication anneeparution anodepublicacion anopublicacion anodepublicacao "
    "annodipubblicazione год",
    "date": "发表时间 出版日期 发布日期 発行日 出版日付 datum erscheinungsdatum veroffentlichungsdatum "
    "datedepublication dateparution fecha fechadepublicacion datadepublicacao datadipubblicazione",
    "venue": "来源出版物名称 来源出版物标题 出版物名称 來源出版物名稱 期刊名稱 刊名來源 期刊名 "
    "情報源タイトル 出版物名 収録刊行物 資料名 저널 저널명 학술지 출처제목 названиеисточника "
    "названиежурнала источник titeldesquelldokuments quellentitel titredelasource "
    "titulodelafuente titulodelapublicacion titulodafonte titolodellafonte czasopismo "
    "刊名 期刊 期刊名称 来源 文献来源 出版物 来源出版物 会议名称 雑誌名 掲載誌 刊行物名 誌名 학술지명 "
    "journalzeitschrift zeitschriftentitel "
    "quelle publikation tagungsband nomdelarevue titredelarevue nombredelarevista "
    "titulodelarevista fuente periodico rivistaconvegno журнал",
    "volume": "卷次 vol号 卷 卷号 巻 권 band jahrgang tome volumen volumeannata том",
    "number": "выпуск 期号 期次 발행호 zeszyt "
    "期 期号 号 호 heft ausgabe numero heftnummer numerodelarevue ejemplar fascicolo fasciculo номер",
    "pages": "页数范围 頁碼 頁次 掲載ページ 수록면 페이지 strony intervallodipagine "
    "页码 页 起止页码 ページ 쪽 seiten seite seitenzahl paginas pagine страницы",
    "doi": "doi号 doilien doinummer",
    "keywords": "作者关键字 作者关键词 作者關鍵字 關鍵詞 關鍵字 著者キーワード 저자키워드 주제어 "
    "ключевыесловаавтора autorenschlusselworter schlusselworterderautoren motsclesdelauteur "
    "motsclesauteur palabrasclavedeautor palavraschavedoautor palavraschave parolechiaveautore slowakluczowe "
    "关键词 关键字 キーワード 키워드 schlusselworter stichworter stichworte motscle motsclefs "
    "palabrasclave "
    "palabraschave parolechiave ключевыеслова",
    "publisher": "出版社 出版者 발행처 verlag editeur maisondedition editorial editora editore casaeditrice "
    "издательство",
    "address": "出版地 地址 ort erscheinungsort lieu lieudepublication lugar lugardepublicacion",
    "school": "学位授予单位 学校 hochschule universitat etablissement institucion universidad instituicao",
    "language": "语种 语言 言語 언어 sprache langue idioma lingua язык",
    "kind": "文献タイプ 文書タイプ 文献種別 문서유형 типдокумента typdokumentu "
    "文献类型 类型 来源库 資料種別 dokumenttyp publikationstyp art typededocument tipodedocumento tipo "
    "tipodocumento",
    "url": "リンク 링크 ссылка enlaces lienurl 链接 网址 全文链接 adresse lien enlace ligacao collegamento",
    "note": "备注 注释 anmerkung anmerkungen bemerkung bemerkungen notizen remarque remarques notas nota observaciones",
    "isbn": "isbn号",
    "editors": "编者 主编 herausgeber herausgeberinnen hrsg compiladores",
}
# In Persian and Arabic.
_RIGHT_TO_LEFT: dict[Field, str] = {
    "title": "عنوان عنوانمقاله العنوان عنوانالبحث عنوانالمقال عنوانالمقالة",
    "abstract": "چکیده خلاصه الملخص ملخص",
    "authors": "نویسندگان نویسنده پدیدآور پدیدآوران المؤلف المؤلفون المؤلفين الباحث",
    "year": "سال سالانتشار السنة سنةالنشر تاريخالنشر",
    "venue": "مجله نشریه نامنشریه المجلة اسمالمجلة الدورية",
    "volume": "دوره جلد المجلد",
    "number": "شماره العدد",
    "pages": "صفحات صفحه الصفحات",
    "keywords": "کلیدواژه کلیدواژهها کلمات‌کلیدی الكلماتالمفتاحية",
    "publisher": "ناشر الناشر",
    "language": "زبان اللغة",
}
# In Czech, Polish, Dutch, Swedish, Norwegian, Danish and Turkish, where the word is no other language's.
_FURTHER: dict[Field, str] = {
    "title": "nazev baslik makalebasligi tittel",
    "abstract": "samenvatting sammanfattning sammendrag ozet",
    "authors": "autori auteursnamen forfattare forfatter forfattere yazarlar yazar",
    "year": "jaar yil yayinyili jaarvanuitgave utgivningsar utgivelsesar rokvydani",
    "venue": "casopis tijdschrift tidskrift tidsskrift dergi",
    "volume": "rocnik cilt",
    "number": "cislo numer sayi nummer",
    "pages": "strany sayfa sayfalar sidor sider paginas",
    "keywords": "klicovaslova trefwoorden nyckelord nokkelord anahtarkelimeler",
    "publisher": "wydawca nakladatel uitgever forlag yayinevi",
    "language": "jezyk jazyk taal sprak dil",
}
# Letters that no accent parts from their base.
_UNDIVIDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i"})
_NAME_OF = re.compile(r"^(?:nameof|namesof|titleof)(?:the)?")  # `Name of the Journal`


def field_of(column: str) -> Field | None:
    """Our field for a column's name (`Article Title`, `AU`, `publication_year`), or None."""
    name = bare_name(column)
    return COLUMNS.get(name) or COLUMNS.get(_NAME_OF.sub("", name))


@lru_cache(maxsize=10_000)
def bare_name(column: str) -> str:
    """A column's name without case, accents, spaces and signs."""
    letters = unicodedata.normalize("NFKD", column.lower().translate(_UNDIVIDED))
    return re.sub(r"[\W_]+", "", "".join(letter for letter in letters if not unicodedata.combining(letter)))


COLUMNS: dict[str, Field] = {}
for _field, _words in (*_NAMES.items(), *_FOREIGN.items(), *_FURTHER.items(), *_RIGHT_TO_LEFT.items()):
    for _word in _words.split():
        COLUMNS.setdefault(bare_name(_word), _field)
