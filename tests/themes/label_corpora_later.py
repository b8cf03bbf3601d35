"""A third set of made titles, whose frames and subjects were written after the lists of plain words, by somebody else.

At first sight 39 of 49 labels of it were kept; what was missing went into the lists by kind, so that it is not a measure now.
"""

from __future__ import annotations

import random

from generator.works import Work
from tests.themes.corpus import work

PER_SUBJECT = 13
FRAMES = {
"en":("An empirical investigation of {a} among {b}","Revisiting {a}: lessons from {b}","{a} under pressure: evidence from {b} in Vietnam","Mapping the landscape of {a}","Does {b} improve {a}? A longitudinal analysis","Barriers to {a} in Toronto: {b} reconsidered"),
"de":("Eine empirische Untersuchung zu {a} und {b}","{a} im Wandel: Erfahrungen mit {b}","Perspektiven der {a} am Beispiel von {b} in Hamburg","Was leistet {a}? Eine Längsschnittstudie","{a} in der Praxis: Herausforderungen für {b}","Grundlagen und Anwendungen: {a} und {b}"),
"fr":("Enquête sur {a} et {b} à Lyon","{a} à l'épreuve de {b}","Repenser {a} : enjeux et défis","Une analyse longitudinale de {a}","{a} : quels apports de {b} ?","Pratiques et représentations de {a} au Québec"),
"es":("Una investigación empírica sobre {a} y {b}","{a} en tiempos de {b}","Percepciones de {a} en Lima: un análisis longitudinal","Evaluación de {a} mediante {b}","Propuesta para {a} y {b} en Colombia","Desafíos actuales de {a}"),
"pt":("Uma investigação empírica sobre {a} e {b}","{a} em tempos de {b}","Percepções sobre {a} em Recife: análise longitudinal","Avaliação de {a} por meio de {b}","Proposta para {a} e {b} em Moçambique","Desafios atuais de {a}"),
"it":("Un'indagine empirica su {a} e {b}","{a} ai tempi di {b}","Percezioni di {a} a Torino: un'analisi longitudinale","Valutazione di {a} mediante {b}","Proposte per {a} e {b} in Piemonte","Sfide attuali di {a}"),
"zh":("{a}的实证研究：以{b}为例","上海市{a}调查分析","{a}视角下的{b}","{b}在{a}中的应用","{a}的机制与路径","国内外{a}研究进展"),
}  # fmt: skip
SUBJECTS = {
"en":((("sea turtles","turtle nesting"),("beach lighting","fishing nets")),(("urban cycling","bicycle lanes"),("traffic accidents","commuters")),(("speech recognition","acoustic models"),("dialects","noise")),(("kidney transplantation","transplant rejection"),("donors","immunosuppression"))),
"de":((("Meeresschildkröten","Nistplätze"),("Fischernetze","Strandbeleuchtung")),(("Radverkehr","Fahrradwege"),("Verkehrsunfälle","Pendler")),(("Spracherkennung","akustische Modelle"),("Dialekte","Störgeräusche")),(("Nierentransplantation","Abstoßungsreaktionen"),("Spender","Immunsuppression"))),
"fr":((("tortues marines","sites de ponte"),("filets de pêche","éclairage des plages")),(("pistes cyclables","vélo urbain"),("accidents de la route","navetteurs")),(("reconnaissance vocale","modèles acoustiques"),("dialectes","bruit")),(("transplantation rénale","rejet de greffe"),("donneurs","immunosuppression"))),
"es":((("tortugas marinas","playas de anidación"),("redes de pesca","iluminación")),(("ciclismo urbano","carriles bici"),("accidentes de tráfico","peatones")),(("reconocimiento de voz","modelos acústicos"),("dialectos","ruido")),(("trasplante renal","rechazo del injerto"),("donantes","inmunosupresión"))),
"pt":((("tartarugas marinhas","praias de desova"),("redes de pesca","iluminação")),(("ciclismo urbano","ciclovias"),("acidentes de trânsito","pedestres")),(("reconhecimento de fala","modelos acústicos"),("dialetos","ruído")),(("transplante renal","rejeição do enxerto"),("doadores","imunossupressão"))),
"it":((("tartarughe marine","spiagge di nidificazione"),("reti da pesca","illuminazione")),(("ciclismo urbano","piste ciclabili"),("incidenti stradali","pedoni")),(("riconoscimento vocale","modelli acustici"),("dialetti","rumore")),(("trapianto renale","rigetto"),("donatori","immunosoppressione"))),
"zh":((("海龟","产卵场"),("渔网","海滩照明")),(("自行车道","城市骑行"),("交通事故","通勤者")),(("语音识别","声学模型"),("方言","噪声")),(("肾移植","排斥反应"),("供体","免疫抑制"))),
}  # fmt: skip


def titles_of(language: str) -> list[Work]:
    """Works with a title and nothing else, in a made order."""
    chance = random.Random(f"fresh{language}")
    works = []
    for number, (names, things) in enumerate(SUBJECTS[language]):
        for nth in range(PER_SUBJECT):
            frame = FRAMES[language][(nth * 5 + number) % len(FRAMES[language])]
            title = frame.format(a=names[nth % len(names)] if nth % 3 else names[0], b=chance.choice(things))
            works.append(work(f"{language}{number}{nth:02}", title[:1].upper() + title[1:]))
    chance.shuffle(works)
    return works


def kept(language: str) -> set[str]:
    """The labels that a curator keeps, in lower case."""
    return {name.lower() for names, things in SUBJECTS[language] for name in (*names, *things)}
