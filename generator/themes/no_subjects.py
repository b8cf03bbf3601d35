"""Phrases that are not subjects: names of places and publishers, the formulas of abstracts, keywords and catalogues."""

from __future__ import annotations

import re
from functools import cache

from generator.text.compare import fold

_PUBLISHERS = """
    springer elsevier wiley blackwell karger thieme sage mdpi ieee acm hindawi plos frontiers nature biomed
    lippincott routledge informa pergamon kluwer birkhauser brill emerald dekker masson
"""
_OF_PUBLISHERS = """
    science business media verlag berlin heidelberg new york sons ltd limited inc bv gmbh co llc publishing
    publishers publisher press publications taylor francis group university international switzerland nature
    london williams wilkins central john the and of elsevier
"""
# Formulas of abstracts, check tags and subheadings of MeSH, and words of database fields.
_FORMULAS = """
    numerical data; statistics numerical data; statistical data; results show; results suggest; results
    indicate; findings suggest; humans; human; male; female; males; females; adult; adults; aged; middle aged;
    young adult; adolescent; animals; child preschool; infant newborn; aged 80; retrospective studies;
    prospective studies; follow-up studies; cross-sectional studies; cohort studies; treatment outcome; surveys
    and questionnaires; surveys questionnaires; randomized controlled trials; controlled trial; controlled
    trials; clinical trial; clinical trials; case report; case reports; case study; case studies; pilot study;
    cross-sectional study; cohort study; systematic review; scoping review; literature review; meta-analysis;
    adverse effects; prevention control; drug effects; therapeutic use; physiopathology; etiology; main results;
    main outcome; outcome measures; materials methods; study design; data collection; data sources; statistical
    significance; confidence interval; confidence intervals; odds ratio; rights reserved; springer science;
    business media; wiley sons; author contributions; supplementary material; supplementary materials;
    electronic supplementary; online version; graphical abstract; key words; keywords; main findings; wide
    range; large number; recent years; last decade; future research; future work; further research;
    state-of-the-art; journal article; research article; original article; english abstract; research support;
    gov t; non-u s gov t; united nations; open access; low-income countries; developing countries; middle-income
    countries; creative commons; et al; present paper; present study; special issue; working paper; technical
    report; case series
"""
_REGIONS = """
    africa asia europe america americas oceania antarctica australia north south east west northern southern
    eastern western central middle latin sub-saharan saharan rural urban upper lower greater metropolitan region
    regions province provinces state states county city cities district area areas country countries nord sud
    ost west sur norte este oeste nord-est california texas florida massachusetts pennsylvania illinois ohio
    michigan virginia washington oregon colorado arizona minnesota wisconsin missouri maryland tennessee alabama
    kentucky louisiana oklahoma connecticut iowa kansas utah nevada hawaii alaska england scotland wales bavaria
    bayern catalonia cataluña andalucia andalusia lombardia toscana sicilia bretagne normandie quebec québec
    ontario
    torino milano napoli bologna firenze genova venezia piemonte veneto lazio lyon marseille toulouse bordeaux lille
    nantes strasbourg hamburg munchen koln frankfurt stuttgart leipzig dresden barcelona sevilla valencia bilbao porto
    coimbra guadalajara medellin cali cusco quito guayaquil valparaiso curitiba salvador brasilia goiania birmingham
    manchester glasgow leeds bristol boston chicago seattle philadelphia houston dallas montreal ottawa calgary
    mumbai delhi chennai hyderabad pune lahore nagoya osaka kyoto busan wuhan guangzhou shenzhen nanjing chengdu
    ankara izmir kumasi ibadan durban pretoria mombasa
"""
_GENERIC_WORDS = """
    north south east west northern southern eastern western sub rural urban upper lower greater metropolitan region
    regions province provinces state states county city cities district area areas country countries nord sud ost sur
    norte este oeste
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())  # of places; with the name of one they are still a place
# Names of places that are also other things, in lower case at least.
_COMMON_WORDS = """
    turkey jordan chad georgia guinea male center casey davis easter knox nome monaco oman mali togo reunion essen wake
    christmas palmer troll phoenix canary resolute midway jersey latin central middle
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_BEFORE_PLACES = frozenset("de du des del da do di della en em in au aux van".split())  # `lecciones del Perú`
_CHINESE_PLACE = re.compile("[市省县]$")
_LARGE = ("middle east", "far east", "near east", "latin america", "new england", "balkans", "scandinavia")


def is_plain(form: str) -> bool:
    """Whether a phrase is a formula, or made only of words of publishers' names."""
    words = fold(form).split()
    if " ".join(words) in _formulas():
        return True
    return any(word in _publishers() for word in words) and all(
        word in _publishers() or word in _words_of_publishers() for word in words
    )


def is_place(form: str, known: frozenset[str]) -> bool:
    """Whether a phrase is the name of a place, with or without a word that says which part of it."""
    words = fold(form).split()
    name = " ".join(words)
    if not words or name in _COMMON:
        return False
    own = " ".join(word for word in words if word not in _GENERIC)
    if not own or name in known or own in known:
        return True
    return (len(words) > 1 and words[-1] in known and words[-2] in _BEFORE_PLACES) or bool(_CHINESE_PLACE.search(form))


@cache
def place_names(languages: frozenset[str]) -> frozenset[str]:
    """Countries, continents, large regions and cities that time zones are named after, folded, in these languages."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    names = {fold(word) for word in _REGIONS.split() if word not in _GENERIC}
    names.update(_LARGE)
    names |= {fold(zone.rpartition("/")[2].replace("_", " ")) for zone in get_global("zone_territories")}
    for language in sorted(languages | {"en"}):
        try:
            locale = Locale.parse(language)
        except (UnknownLocaleError, ValueError):
            continue
        names |= {fold(str(name)) for code, name in locale.territories.items() if code not in ("ZZ", "XA", "XB")}
        names |= {fold(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
    return frozenset(name for name in names if name and name not in _COMMON)


@cache
def _formulas() -> frozenset[str]:
    return frozenset(fold(one) for one in _FORMULAS.split(";"))


@cache
def _publishers() -> frozenset[str]:
    return frozenset(_PUBLISHERS.split())


@cache
def _words_of_publishers() -> frozenset[str]:
    return frozenset(_OF_PUBLISHERS.split())
