"""Venue names in the forms that sources give them."""

from __future__ import annotations

import pytest

from generator.dedupe import explain_pair
from generator.dedupe.venues import VenueNames, learn_names, same_name, venue_form


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("VLDB J.", "The VLDB Journal — The International Journal on Very Large Data Bases", True),
        ("VLDB", "Very Large Data Bases", True),
        ("NeurIPS", "Neural Information Processing Systems", True),
        ("ACM Trans. Database Syst.", "ACM Transactions on Database Systems (TODS)", True),
        (
            "J Clin Oncol",
            "Journal of clinical oncology : official journal of the American Society of Clinical Oncology",
            True,
        ),
        ("Lancet", "The Lancet (London, England)", True),
        ("Lancet", "Gut", None),
        ("SIGMOD Record", "ACM SIGMOD Record", True),
        ("Bmj", "BMJ (Clinical research ed.)", True),
        ("BMJ", "BMJ Online", True),
        (
            "J Vet Cardiol",
            "Journal of veterinary cardiology : the official journal of the European Society of Veterinary Cardiology",
            True,
        ),
        ("Sleep", "Sleep the official journal of the Sleep Research Society", True),
        ("Proc Natl Acad Sci", "Proceedings of the National Academy of Sciences of the United States of America", True),
        ("Symposium on Principles of Database Systems", "ACM Transactions on Database Systems", False),
        ("Int J Gynaecol Obstet", "International Journal of Gynecology & Obstetrics", True),
        ("Int. J. Cancer", "Acta Cytol.", False),
        ("British Journal of Surgery", "American Journal of Nursing", False),
    ],
)
def test_names_of_venues(left, right, same):
    ours, theirs = venue_form(left), venue_form(right)
    assert ours and theirs
    assert same_name(ours, theirs) is same
    assert same_name(theirs, ours) is same


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Sleep", "Sleep Medicine"),
        ("Sleep Medicine", "Sleep Medicine Reviews"),
        ("Sleep Med", "Sleep Medicine Reviews"),
        ("Diabetes", "Diabetes Care"),
        ("Nature", "Nature Medicine"),
        ("Cell", "Cell Metabolism"),
        ("Cell", "Molecular Cell"),
        ("The Lancet", "Lancet Oncology"),
        ("Brain", "Brain Research"),
        ("Circulation", "Circulation Research"),
        ("Pain", "Pain Medicine"),
        ("Nutrition", "Nutrition Reviews"),
        ("Physical Review", "Physical Review Letters"),
    ],
)
def test_a_journal_whose_name_goes_on_is_another_journal(short, long):
    ours, theirs = venue_form(short), venue_form(long)
    assert ours and theirs
    assert same_name(ours, theirs) is not True
    assert same_name(theirs, ours) is not True


def test_use_teaches_which_names_are_one_venue():
    one, other = venue_form("SIGMOD Conference"), venue_form("International Conference on Management of Data")
    assert one and other
    assert VenueNames({}, {}).verdict(one, other) is None
    assert learn_names((f"title {n}", one, other) for n in range(5)).verdict(one, other) is True
    apart = learn_names(
        [(f"title {n}", one, one) for n in range(30)] + [(f"other {n}", other, other) for n in range(30)]
    )
    assert apart.never_one(one, other)


def test_transactions_on_is_to_in_an_acronym(record):
    people = {"authors": "Ladin, Rivka; Hensel, Barbara", "year": 1992}
    for acronym, journal in (
        ("TOCS", "ACM Transactions on Computer Systems"),
        ("TODS", "ACM Transactions on Database Systems"),
        ("TOG", "ACM Trans. Graph."),
    ):
        left = record("a.bib", 1, title="Lazy replication of histories", venue=journal, **people)
        right = record("b.bib", 1, title=f"R. Ladin, B. Hensel. Lazy replication of histories. {acronym} 1992")
        other = record("b.bib", 1, title="R. Ladin, B. Hensel. Lazy replication of histories. TOPLAS 1992")
        assert explain_pair(left, right).probability > 0.5, acronym
        assert explain_pair(left, other).probability < 0.5, acronym


ABBREVIATED = """
    Dtsch Med Wochenschr|Deutsche Medizinische Wochenschrift
    Z Orthop Unfall|Zeitschrift für Orthopädie und Unfallchirurgie
    Zentralbl Chir|Zentralblatt für Chirurgie
    Wien Klin Wochenschr|Wiener Klinische Wochenschrift
    MMW Fortschr Med|MMW Fortschritte der Medizin
    Fortschr Neurol Psychiatr|Fortschritte der Neurologie Psychiatrie
    Nervenarzt|Der Nervenarzt
    Ned Tijdschr Geneeskd|Nederlands Tijdschrift voor Geneeskunde
    Ugeskr Laeger|Ugeskrift for Læger
    Ugeskr Laeger|Ugeskrift for Laeger
    Tidsskr Nor Laegeforen|Tidsskrift for den Norske Lægeforening
    Lakartidningen|Läkartidningen
    Rev Med Interne|La Revue de médecine interne
    Ann Fr Anesth Reanim|Annales françaises d'anesthésie et de réanimation
    Presse Med|La Presse médicale
    Bull Acad Natl Med|Bulletin de l'Académie nationale de médecine
    J Gynecol Obstet Biol Reprod (Paris)|Journal de gynécologie, obstétrique et biologie de la reproduction
    Rev Neurol (Paris)|Revue neurologique
    Arch Mal Coeur Vaiss|Archives des maladies du coeur et des vaisseaux
    Med Clin (Barc)|Medicina clínica
    Rev Esp Cardiol|Revista española de cardiología
    Gac Sanit|Gaceta Sanitaria
    Rev Saude Publica|Revista de Saúde Pública
    Cad Saude Publica|Cadernos de Saúde Pública
    Arq Bras Cardiol|Arquivos Brasileiros de Cardiologia
    Rev Bras Enferm|Revista Brasileira de Enfermagem
    Acta Paul Enferm|Acta Paulista de Enfermagem
    Salud Publica Mex|Salud Pública de México
    Rev Med Chil|Revista médica de Chile
    Minerva Chir|Minerva Chirurgica
    G Ital Cardiol (Rome)|Giornale Italiano di Cardiologia
    Recenti Prog Med|Recenti Progressi in Medicina
    Zh Nevrol Psikhiatr Im S S Korsakova|Zhurnal Nevrologii i Psikhiatrii imeni S.S. Korsakova
    Ter Arkh|Terapevticheskii Arkhiv
    Vopr Pitan|Voprosy Pitaniia
    Pol Merkur Lekarski|Polski Merkuriusz Lekarski
    Przegl Lek|Przegląd Lekarski
    Cas Lek Cesk|Časopis lékařů českých
    Orv Hetil|Orvosi Hetilap
    Lijec Vjesn|Liječnički Vjesnik
    Zhonghua Yi Xue Za Zhi|Zhonghua yi xue za zhi
    Nihon Rinsho|Nihon Rinsho
    Psychiatr Prax|Psychiatrische Praxis
    Gesundheitswesen|Das Gesundheitswesen
    Pflege Z|Pflegezeitschrift
    Unfallchirurg|Der Unfallchirurg
    Angew Chem Int Ed|Angewandte Chemie International Edition
    Ber Dtsch Chem Ges|Berichte der Deutschen Chemischen Gesellschaft
    Rech Soins Infirm|Recherche en soins infirmiers
    Soins|Soins
    Can J Anaesth|Canadian Journal of Anesthesia
    Anal Sist Prof Enferm|Análisis de Sistemas Profesionales de Enfermería
    Laeknabladid|Læknablaðið
    Rev Prat|La Revue du praticien
    Bundesgesundheitsblatt Gesundheitsforschung Gesundheitsschutz|Bundesgesundheitsblatt, Gesundheitsforschung, Gesundheitsschutz
    Bundesgesundheitsbl|Bundesgesundheitsblatt
    Aktuelle Urol|Aktuelle Urologie
    Klin Monbl Augenheilkd|Klinische Monatsblätter für Augenheilkunde
    Monatsschr Kinderheilkd|Monatsschrift Kinderheilkunde
    Z Gastroenterol|Zeitschrift für Gastroenterologie
    Schweiz Med Wochenschr|Schweizerische medizinische Wochenschrift
    Munch Med Wochenschr|Münchener medizinische Wochenschrift
    Muench Med Wochenschr|Münchener medizinische Wochenschrift
"""
OTHERS = """
    Dtsch Med Wochenschr|Deutsches Medizinisches Journal
    Wien Klin Wochenschr|Wiener Medizinische Wochenschrift
    Dtsch Med Wochenschr|Schweizerische Medizinische Wochenschrift
    Rev Esp Cardiol|Revista Española de Cirugía
    Z Orthop|Zeitschrift für Ornithologie
    Zentralbl Chir|Zentralblatt für Gynäkologie
    Rev Bras Enferm|Revista Brasileira de Epidemiologia
    Arq Bras Cardiol|Arquivos Brasileiros de Oftalmologia
    Med Clin|Medicina Intensiva
    Ann Fr Anesth Reanim|Annales françaises de médecine d'urgence
    Rev Med Interne|Revue médicale suisse
    Przegl Lek|Przegląd Epidemiologiczny
    Klin Monbl Augenheilkd|Klinische Pädiatrie
    Fortschr Med|Fortschritte der Neurologie
    Salud Publica Mex|Salud Mental
    J Clin Oncol|Journal of Clinical Oncology Practice
    Clin Psychol Rev|Clinical Psychology
    Rev Med Chil|Revista Médica de Costa Rica
"""


@pytest.mark.parametrize("pair", ABBREVIATED.split("\n")[1:-1])
def test_journals_abbreviated_in_their_languages_are_one_journal(pair):
    left, right = map(venue_form, pair.strip().split("|"))
    assert left and right
    assert same_name(left, right) is True


@pytest.mark.parametrize("pair", OTHERS.split("\n")[1:-1])
def test_similar_abbreviations_of_other_journals_are_not_taken_for_them(pair):
    left, right = map(venue_form, pair.strip().split("|"))
    assert left and right
    assert same_name(left, right) is not True
