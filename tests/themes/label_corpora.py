"""Made corpora of titles in several languages, each on four subjects, and the labels that a curator would keep.

Each subject has names (what a curator would call it, or a part of it that stands for it) and things that its titles are
about besides; the frames are the phrases that titles of that language are made of. No title is a real one.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from generator.works import Work
from tests.themes.corpus import work

PER_SUBJECT = 13

Subject = tuple[tuple[str, ...], tuple[str, ...]]  # names, further things

FRAMES = {
    "en": (
        "Effects of {a} on {b}: a systematic review",
        "{a} and {b} in Germany",
        "The role of {b} in {a}: results of a survey",
        "Towards a better understanding of {a}",
        "{a}: a case study in New York",
        "New approaches to {a} and {b}",
    ),
    "de": (
        "Auswirkungen von {b} auf {a}: eine Fallstudie",
        "{a} und {b} in Deutschland: Ergebnisse einer Untersuchung",
        "Zur Bedeutung von {a} für {b}",
        "{a}: ein Überblick über den Stand der Forschung",
        "Neue Ansätze für {a} und {b}",
        "Der Einfluss von {b} auf {a} in der Schweiz",
    ),
    "fr": (
        "Étude de {a} et de {b} en France",
        "{a} : état des lieux et perspectives",
        "L'impact de {b} sur {a} : une revue de la littérature",
        "Le rôle de {b} dans {a}",
        "Analyse de {a} au Sénégal : le cas de {b}",
        "Vers une nouvelle approche de {a}",
    ),
    "es": (
        "Estudio de {a} y {b} en España",
        "El impacto de {b} en {a}: una revisión sistemática",
        "{a}: retos y perspectivas",
        "Análisis de {a} en México: el caso de {b}",
        "Factores asociados a {a} y a {b}",
        "Hacia un nuevo enfoque de {a}",
    ),
    "pt": (
        "Estudo sobre {a} e {b} no Brasil",
        "O impacto de {b} em {a}: uma revisão sistemática",
        "{a}: desafios e perspectivas",
        "Análise de {a} em Portugal: o caso de {b}",
        "Fatores associados a {a} e {b}",
        "Uma nova abordagem para {a}",
    ),
    "it": (
        "Studio su {a} e {b} in Italia",
        "L'impatto di {b} su {a}: una revisione della letteratura",
        "{a}: sfide e prospettive",
        "Analisi di {a} in Lombardia: il caso di {b}",
        "Il ruolo di {b} per {a}",
        "Verso un nuovo approccio a {a}",
    ),
    "zh": (
        "{a}对{b}的影响研究",
        "基于{b}的{a}分析",
        "{a}研究综述",
        "我国{a}的现状与对策",
        "{a}与{b}关系探讨",
        "面向{b}的{a}方法",
    ),
}

Corpora = Mapping[str, tuple[Subject, ...]]

SUBJECTS: dict[str, tuple[Subject, ...]] = {
    "en": (
        (("honey bees", "honey bee", "pollination"), ("pesticides", "hive losses", "mites")),
        (("groundwater", "drinking water", "groundwater quality"), ("nitrate", "wells", "arsenic")),
        (("school children", "reading skills", "literacy"), ("dyslexia", "parents", "teachers")),
        (("solar cells", "perovskite", "perovskite solar cells"), ("thin films", "stability", "electrodes")),
    ),
    "de": (
        (("Honigbienen", "Bienenvölker", "Bestäubung"), ("Pestizide", "Varroamilben", "Blühstreifen")),
        (("Grundwasser", "Trinkwasserqualität", "Grundwasserschutz"), ("Nitrat", "Landwirtschaft", "Düngung")),
        (("künstliche Intelligenz", "maschinelles Lernen", "neuronale Netze"), ("Bilderkennung", "Datenschutz", "Robotik")),
        (("Pflegekräfte", "häusliche Pflege", "Pflegeheime"), ("Arbeitsbelastung", "Demenz", "Angehörige")),
    ),
    "fr": (
        (("changement climatique", "réchauffement climatique"), ("agriculture", "sécheresse", "forêts")),
        (("qualité de l'eau", "eau potable", "eaux souterraines"), ("nitrates", "bassins versants", "pollution")),
        (("apprentissage automatique", "réseaux de neurones"), ("images médicales", "traduction", "robots")),
        (("santé mentale", "dépression", "troubles anxieux"), ("adolescents", "médecins généralistes", "réseaux sociaux")),
    ),
    "es": (
        (("cambio climático", "calentamiento global"), ("agricultura", "sequía", "bosques")),
        (("calidad del agua", "agua potable", "aguas subterráneas"), ("nitratos", "cuencas", "contaminación")),
        (("aprendizaje automático", "redes neuronales"), ("imágenes médicas", "traducción", "robots")),
        (("salud mental", "depresión", "ansiedad"), ("adolescentes", "enfermeras", "redes sociales")),
    ),
    "pt": (
        (("mudanças climáticas", "aquecimento global"), ("agricultura", "secas", "florestas")),
        (("qualidade da água", "água potável", "águas subterrâneas"), ("nitratos", "bacias", "poluição")),
        (("aprendizado de máquina", "redes neurais"), ("imagens médicas", "tradução", "robôs")),
        (("saúde mental", "depressão", "ansiedade"), ("adolescentes", "enfermeiros", "redes sociais")),
    ),
    "it": (
        (("cambiamenti climatici", "riscaldamento globale"), ("agricoltura", "siccità", "foreste")),
        (("qualità dell'acqua", "acqua potabile", "acque sotterranee"), ("nitrati", "bacini", "inquinamento")),
        (("apprendimento automatico", "reti neurali"), ("immagini mediche", "traduzione", "robot")),
        (("salute mentale", "depressione", "ansia"), ("adolescenti", "infermieri", "famiglie")),
    ),
    "zh": (
        (("气候变化", "全球变暖"), ("农业生产", "森林碳汇", "干旱")),
        (("水质监测", "饮用水安全", "地下水污染"), ("硝酸盐", "流域", "重金属")),
        (("深度学习", "神经网络", "机器学习"), ("图像识别", "机器翻译", "语音合成")),
        (("心理健康", "抑郁症", "焦虑障碍"), ("青少年", "护士", "社交媒体")),
    ),
}  # fmt: skip


HELD_OUT: dict[str, tuple[Subject, ...]] = {
    "de": (
        (("Arbeitsrecht", "Kündigungsschutz"), ("Betriebsräte", "Tarifverträge")),
        (("Volkslieder", "Chormusik", "Kirchenmusik"), ("Gesangbücher", "Komponisten")),
        (("Windkraft", "erneuerbare Energien", "Windkraftanlagen"), ("Stromnetze", "Anwohner")),
        (("Frühgeborene", "Stillen"), ("Hebammen", "Mütter")),
    ),
    "fr": (
        (("droit du travail", "licenciement"), ("syndicats", "conventions collectives")),
        (("musique sacrée", "chant choral"), ("compositeurs", "paroisses")),
        (("énergies renouvelables", "parcs éoliens"), ("riverains", "réseaux électriques")),
        (("allaitement maternel", "prématurés"), ("sages-femmes", "mères")),
    ),
    "es": (
        (("derecho laboral", "despido"), ("sindicatos", "convenios colectivos")),
        (("música sacra", "canto coral"), ("compositores", "parroquias")),
        (("energías renovables", "parques eólicos"), ("vecinos", "redes eléctricas")),
        (("lactancia materna", "prematuros"), ("matronas", "madres")),
    ),
    "pt": (
        (("direito do trabalho", "demissão"), ("sindicatos", "convenções coletivas")),
        (("música sacra", "canto coral"), ("compositores", "paróquias")),
        (("energias renováveis", "parques eólicos"), ("moradores", "redes elétricas")),
        (("aleitamento materno", "prematuros"), ("parteiras", "mães")),
    ),
    "it": (
        (("diritto del lavoro", "licenziamento"), ("sindacati", "contratti collettivi")),
        (("musica sacra", "canto corale"), ("compositori", "parrocchie")),
        (("energie rinnovabili", "parchi eolici"), ("residenti", "reti elettriche")),
        (("allattamento al seno", "prematuri"), ("ostetriche", "madri")),
    ),
    "zh": (
        (("劳动法", "解雇保护"), ("工会组织", "集体合同")),
        (("民间音乐", "合唱艺术"), ("作曲家", "音乐教育")),
        (("风力发电", "可再生能源"), ("电网", "居民")),
        (("母乳喂养", "早产儿"), ("助产士", "产妇")),
    ),
    "en": (
        (("labour law", "dismissal"), ("trade unions", "collective agreements")),
        (("church music", "choral singing"), ("hymn books", "composers")),
        (("wind power", "renewable energy"), ("residents", "power grids")),
        (("breastfeeding", "preterm infants"), ("midwives", "mothers")),
    ),
}

_HELD_OUT_FRAMES = {
    "de": (
        "{a} im 19. Jahrhundert: {b} zwischen Tradition und Moderne",
        "Wie {b} {a} verändern",
        "{a} in Österreich – Chancen und Grenzen von {b}",
        "Ein Beitrag zur Geschichte von {a}",
        "{a} und ihre Folgen für {b}",
        "Empirische Befunde zu {a} bei {b}",
    ),
    "fr": (
        "{a} au XIXe siècle : {b} entre tradition et modernité",
        "Comment penser {a} aujourd'hui ?",
        "{a} en Belgique, de {b} à la pratique",
        "Contribution à l'histoire de {a}",
        "{a} et ses conséquences pour {b}",
        "Quelques remarques sur {a} et {b}",
    ),
    "es": (
        "{a} en el siglo XIX: {b} entre tradición y modernidad",
        "¿Cómo pensar {a} hoy?",
        "{a} en Chile: de {b} a la práctica",
        "Contribución a la historia de {a}",
        "{a} y sus consecuencias para {b}",
        "Prevalencia de {a} en {b} de Bogotá",
    ),
    "pt": (
        "{a} no século XIX: {b} entre tradição e modernidade",
        "Como pensar {a} hoje?",
        "{a} em Angola: de {b} à prática",
        "Contribuição para a história de {a}",
        "{a} e suas consequências para {b}",
        "Prevalência de {a} em {b} de São Paulo",
    ),
    "it": (
        "{a} nel XIX secolo: {b} tra tradizione e modernità",
        "Come pensare {a} oggi?",
        "{a} in Sicilia: da {b} alla pratica",
        "Contributo alla storia di {a}",
        "{a} e le sue conseguenze per {b}",
        "Prevalenza di {a} in {b} a Roma",
    ),
    "zh": (
        "{a}的历史演变与{b}",
        "论{a}",
        "新时代{a}的发展路径研究——以{b}为例",
        "{b}视域下{a}的理论与实践",
        "高校{a}的若干问题",
        "{a}发展及其启示",
    ),
    "en": (
        "{a} in the nineteenth century: {b} between tradition and change",
        "What do we know about {a}?",
        "{a} in Kenya: from {b} to practice",
        "Prevalence of {a} among {b} in Nairobi",
        "{a} and its consequences for {b}",
        "A randomised trial of {b} for {a}",
    ),
}


def titles_of(language: str, corpora: Corpora = SUBJECTS) -> list[Work]:
    """Works with a title and nothing else, `PER_SUBJECT` on each subject, in a made order."""
    chance = random.Random(language)
    frames = (FRAMES if corpora is SUBJECTS else _HELD_OUT_FRAMES)[language]
    works = []
    for number, (names, things) in enumerate(corpora[language]):
        for nth in range(PER_SUBJECT):
            frame = frames[(nth * 5 + number) % len(frames)]
            title = frame.format(a=names[nth % len(names)] if nth % 3 else names[0], b=chance.choice(things))
            works.append(work(f"{language}{number}{nth:02}", title[:1].upper() + title[1:]))
    chance.shuffle(works)
    return works


def mixed() -> list[Work]:
    """Some of each language."""
    return [one for language in SUBJECTS for one in titles_of(language)[::3]]


def kept(language: str, corpora: Corpora = SUBJECTS) -> set[str]:
    """The labels that a curator keeps, in lower case: the names of the subjects, and the things they are about."""
    return {name.lower() for names, things in corpora[language] for name in (*names, *things)}
