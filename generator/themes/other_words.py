"""Words of languages other than English: those that say nothing about a subject, those that join nouns, and
stemming.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from generator.text.compare import ascii_letters

# What publications call themselves and do, as `plain_words` has it for English. Without accents.
_OF_PUBLICATIONS = {
    "de": """
    lehren messung kosten einstellungen warum
    analyse analysen arbeit aspekte beispiel beitrag beitrage bericht betrachtung einfluss einfuhrung
    entwicklung ergebnisse fallstudie forschung grundlagen herausforderungen methode methoden moglichkeiten neue
    neuer neues neuen perspektiven probleme studie studien uberblick ubersicht umgang untersuchung
    untersuchungen vergleich wirkung zusammenhang auswirkungen bedeutung rolle stand ansatz ansatze bewertung
    einsatz erfahrungen ergebnis fragen literaturubersicht metaanalyse systematische aktuelle jahrhundert
    geschichte chancen grenzen folgen befunde empirische empirischer tradition moderne wandel theorie praxis
    konzept konzepte modelle modell prozess prozesse qualitative quantitative untersucht vergleichende
    bestandsaufnahme bedingungen potenziale potenzial risiken strategien empfehlungen umsetzung gestaltung
    kritische kritik diskurs situation gegenwart zukunft anforderungen faktoren determinanten pravalenz daten
    verfahren wirksamkeit verandern verandert verbessern fordern anwendung anwendungen entwicklungen tendenzen
    kontext rahmen sicht personen menschen deutsche deutscher deutschen aspekt thema themen ansichten beispiele
    haufigkeit diskussion langsschnittstudie langsschnitt querschnittstudie pilotstudie bilanz uberlegungen
    erhebung befragung evaluation leistet lernen gelernt notwendigkeit trends positionen debatte
""",
    "fr": """
    lecons mesurer cout couts attitudes pourquoi
    analyse analyses apport approche approches article aspects bilan cas cadre comparaison contribution defis
    effet effets enjeux etat etude etudes evaluation exemple impact influence introduction liens methode
    methodes nouveau nouveaux nouvelle nouvelles perspectives place problemes projet rapport recherche
    recherches resultats revue role synthese litterature systematique facteurs vers application applications
    donnees enquete experience siecle histoire tradition modernite pratique pratiques consequences remarques
    penser aujourd'hui aujourd hui theorie theories concept concepts modele modeles processus conditions
    strategies strategie risques critique discours situation avenir prevalence determinants efficacite ameliorer
    contexte point vue regard reflexion reflexions essai quelques premiere premiers resultat developpement
    evolution mise oeuvre prise charge population patients personnes qualitative quantitative comparative
    comparee approfondie question questions dynamique dynamiques logiques longitudinale transversale repenser
    epreuve representations apports constats retour retours leviers freins mutations tendances pistes
""",
    "es": """
    lecciones medicion coste costes costo actitudes
    analisis aplicacion aplicaciones articulo aspectos caso casos comparacion desafios desarrollo efecto efectos
    enfoque estado estudio estudios evaluacion experiencia factores impacto influencia introduccion
    investigacion literatura metodo metodos nuevas nuevos nueva nuevo perspectivas problemas propuesta
    resultados retos revision sistematica uso papel hacia relacion comparativo datos encuesta implicaciones
    siglo historia tradicion modernidad practica practicas consecuencias pensar hoy teoria teorias concepto
    conceptos modelo modelos proceso procesos condiciones estrategias estrategia riesgos critica discurso
    situacion futuro prevalencia determinantes eficacia mejorar contexto reflexiones reflexion ensayo evolucion
    implementacion poblacion pacientes personas cualitativo cuantitativo comparada transversal percepcion
    contribucion aportes cuestiones dinamicas mirada percepciones longitudinal empirica empirico mediante tiempos
    actuales actual avances barreras caracterizacion diagnostico experiencias lecciones repensar tendencias abordaje
""",
    "pt": """
    licoes medicao custo custos atitudes
    analise aplicacao aplicacoes artigo aspectos avaliacao caso casos comparacao contribuicoes desafios
    desenvolvimento efeito efeitos estado estudo estudos experiencia fatores impacto impactos influencia
    introducao investigacao literatura metodo metodos nova novas novo novos perspectivas pesquisa problemas
    proposta resultados revisao sistematica uso papel relacao comparativo dados inquerito abordagem seculo
    historia tradicao modernidade pratica praticas consequencias pensar hoje teoria teorias conceito conceitos
    modelo modelos processo processos condicoes estrategias estrategia riscos critica discurso situacao futuro
    prevalencia determinantes eficacia melhorar contexto reflexoes reflexao ensaio evolucao implementacao
    populacao pacientes pessoas qualitativo quantitativo comparada transversal percepcao contribuicao questoes
    percepcoes longitudinal empirica empirico tempos atuais atual avancos barreiras caracterizacao diagnostico
    experiencias repensar tendencias
    dinamicas olhar
""",
    "it": """
    lezioni misurare costo costi atteggiamenti perche
    analisi applicazione applicazioni approccio articolo aspetti casi caso confronto contributo effetti effetto
    esperienza esempio fattori impatto indagine influenza introduzione letteratura metodi metodo nuova nuove
    nuovi nuovo prospettive problemi proposta rassegna ricerca risultati revisione ruolo sfide sistematica studi
    studio sviluppo valutazione uso dati stato verso secolo storia tradizione modernita pratica pratiche
    conseguenze pensare oggi teoria teorie concetto concetti modello modelli processo processi condizioni
    strategie strategia rischi critica discorso situazione futuro prevalenza determinanti efficacia migliorare
    contesto riflessioni riflessione saggio evoluzione popolazione pazienti persone qualitativo quantitativo
    comparata percezione contributi questioni dinamiche sguardo percezioni longitudinale empirica empirico tempi
    attuali attuale proposte esperienze barriere diagnosi ripensare tendenze
""",
    "nl": """
    analyse artikel effect effecten invloed inleiding literatuur methode onderzoek overzicht resultaten rol
    studie studies vergelijking gevolgen nieuwe
""",
}
# Small words that join nouns to one name: `qualité de l'eau`.
_LINKS = {
    "fr": "de du des d à au aux la le les l",
    "es": "de del la las los el",
    "pt": "de da do das dos",
    "it": "di del della dei delle degli dell dello d al alla",
}
# Endings of words that are adjectives and name nothing alone.
_ADJECTIVE = {
    "de": re.compile(r"[^\W\d_]{4}[^f]ische[mnrs]?$"),  # `akustische`, and not `Speisefische`
    "fr": re.compile(r"(?:ique|iques|elle|elles|ale|ales|aux|ive|ives|euse|euses|able|ables|aire|aires)$"),
    "es": re.compile(r"(?:ico|ica|icos|icas|al|ales|ivo|iva|ivos|ivas|oso|osa|able|ables|ario|aria|arios|arias)$"),
    "pt": re.compile(r"(?:ico|ica|icos|icas|al|ais|ivo|iva|ivos|ivas|oso|osa|avel|aveis|ario|aria|arios|arias)$"),
    "it": re.compile(r"(?:ico|ica|ici|iche|ale|ali|ivo|iva|ivi|ive|oso|osa|abile|abili|ario|aria|ari|arie)$"),
}
_STEMMERS = {"de": "german", "fr": "french", "es": "spanish", "pt": "portuguese", "it": "italian", "nl": "dutch"}
ELIDED = re.compile(r"\b(l|d|qu|n|s|c|un|dell|nell|sull|dall|all|quell)['’](?=[^\W\d_])", re.IGNORECASE)
# What Chinese titles say of every subject; these words are not spaced, so titles are split at them.
CHINESE_PLAIN = re.compile(
    r"""
    基于|关于|面向|针对|及其|以及|研究|分析|综述|进展|现状|探讨|影响|作用|方法|应用|问题|对策    # what a study is
    |因素|评价|机制|特征|系统|模型|技术|本文|我国|中国|视角|探索|实践|展望|趋势|比较|调查|设计
    |实现|思考|初探|概述|浅析|浅谈|建议|策略|关系|效果|路径|下的|中的|为例|进行|历史|演变|新时代
    |发展|若干|理论|实践|视域|启示|意义|高校|当代|背景|框架|逻辑|困境|优化|构建|路径|提出|一种
    |通过|不同|新型|相关|结果|表明|采用|利用|实证|国内外|国内|国外|案例|经验|措施|重要性|可行性
    |必要性
    |(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北    # where it was done
      |湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)
      (?:省|市|自治区|地区)?                              # a province or a municipality
    |^[论谈试浅]                                          # "on", "an attempt at", at the start
    |[的了和与及在是对从中以为之]                         # words that only join
    """,
    re.VERBOSE,
)


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words of a language that say nothing of a subject, without accents; none for one that is not known."""
    import stopwordsiso

    words = stopwordsiso.stopwords(language) if language in _STEMMERS else ()
    return frozenset({ascii_letters(word).lower() for word in words} | set(_OF_PUBLICATIONS.get(language, "").split()))


@cache
def links(language: str) -> frozenset[str]:
    """The small words that may stand between the nouns of one name."""
    return frozenset(_LINKS.get(language, "").split())


def is_known(language: str) -> bool:
    """Whether the words of a language, other than English, are known here."""
    return language in _STEMMERS


def is_adjective(word: str, language: str) -> bool:
    """Whether a word looks like an adjective, which names nothing alone."""
    pattern = _ADJECTIVE.get(language)
    return bool(pattern and pattern.search(ascii_letters(word).lower()))


@lru_cache(maxsize=100_000)
def stem_of(word: str, language: str) -> str:
    """The stem of a lower-case word with its accents, without them."""
    name = _STEMMERS.get(language)
    if name is None:
        return word
    return ascii_letters(str(_stemmer(name).stemWord(word)))


@cache
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)
