"""Author names and venue names in the forms that sources give them."""

from __future__ import annotations

from itertools import combinations

import pytest

from generator.dedupe import explain_pair
from generator.dedupe.people import compare_authors, likeness, named_alike, person
from generator.dedupe.venues import VenueNames, learn_names, same_name, venue_form
from generator.names import Name, parse_name

FAMILIES = (
    "Berg|van den Berg|vandenBerg|Müller|Mueller|Muller|M?ller|Koehler|KoehlerR|Köhler|Silva|MSilva|Nørvåg|Nrvg|Kim|Ikm|Li|"
    "Garcia-Marquez|Marquez|McMillan|McMillen|Smith JA|王|ØØ|Ørsted|?rsted|de la Cruz|Delacruz|O'Brien|OBrien|Zhang Wei|Wei"
).split("|")
GIVEN = ["", "R", "M", "R.", "Maria", "JA", "J. A.", "Wei", "Zhang", "Garcia", "Bob", "伟", "K", "Ø"]


def like(left: str, right: str) -> float:
    ours, theirs = person(parse_name(left)), person(parse_name(right))
    assert ours and theirs
    return likeness(ours, theirs)


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("Smith, J. A.", "Smith, John Adam", True),
        ("Smith JA", "Smith, John Adam", True),
        ("Smith, J.", "Smith, John Adam", True),
        ("Smith, J.-A.", "Smith, Jean-Alain", True),
        ("Smith, J. B.", "Smith, John Adam", False),
        ("Smith JB", "Smith, John Adam", False),
        ("Smith, John B.", "Smith, John A.", False),
        ("Smith, A.", "Smith, John Adam", False),
    ],
)
def test_initials_stand_for_given_names_that_begin_with_them(left: str, right: str, alike: bool) -> None:
    ours, theirs = person(parse_name(left)), person(parse_name(right))
    assert ours and theirs
    assert named_alike((ours,), (theirs,)) is alike
    assert (likeness(ours, theirs) == 1.0) is alike


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Smith JA", "Smith, John A."),
        ("Wei Zhang", "Zhang Wei"),
        ("van den Berg, L.", "Ludwig van den Berg"),
        ("Müller, K.", "Mueller, Käthe"),
        ("Garcia-Marquez, M.", "Maria García Márquez"),
        ("MCMILLAN K", "Kenneth McMillan"),
        ("McMillen, Kenneth", "Kenneth McMillan"),
        ("van den Broek J.A.", "van den Broek, Jan A"),
        ("Prasan Ikm", "Prasan Kim"),
    ],
)
def test_forms_of_one_name(left, right):
    assert like(left, right) >= 0.6


@pytest.mark.parametrize(
    ("left", "right"), [("Li Wang", "Hong Wang"), ("Smith, A.", "Smyth, B."), ("John Smith", "John Jones")]
)
def test_other_people(left, right):
    assert like(left, right) < 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("James", "John"),
        ("Mary", "Martha"),
        ("Wei", "Wen"),
        ("Anna", "Andrea"),
        ("James Henry", "John Peter"),
        ("JAMES", "Joanna"),
        ("Daniel", "Dorothy"),
        ("Stephen", "Sandra"),
    ],
)
def test_two_given_names_in_full_are_two_people_though_they_begin_with_one_letter(left: str, right: str) -> None:
    assert like(f"Smith, {left}", f"Smith, {right}") < 0.45
    assert like(f"Smith, {right}", f"Smith, {left}") < 0.45


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("James", "Jim"),
        ("Thomas", "Tom"),
        ("William", "Wm."),
        ("William", "Will"),
        ("Katherine", "Kathryn"),
        ("Stephen", "Steven"),
        ("Aleksandr", "Alexander"),
        ("Mohamed", "Muhammad"),
        ("Sergei", "Sergey"),
        ("Tatiana", "Tatyana"),
        ("Dmitrii", "Dmitri"),
        ("Xiaoming", "Xiao-Ming"),
        ("Xiao Ming", "Xiaoming"),
        ("José Maria", "Jose"),
        ("Maria Magdalena", "Magdalena"),
        ("Jean-Pierre", "J.-P."),
        ("Jean-Pierre", "Jean"),
        ("John", "JA"),
        ("J. Michael", "John"),
        ("Jörg", "Joerg"),
        ("Rebekka", "Rebecca"),
        ("Margarte", "Margaret"),
    ],
)
def test_forms_of_one_given_name_are_one_person(left: str, right: str) -> None:
    assert like(f"Smith, {left}", f"Smith, {right}") >= 0.6
    assert like(f"Smith, {right}", f"Smith, {left}") >= 0.6


def test_names_that_are_alike_have_a_sign_in_common():
    people = [one for one in (person(Name(family, given=given)) for family in FAMILIES for given in GIVEN) if one]
    alike = [(one, other) for one, other in combinations(people, 2) if likeness(one, other)]
    assert len(alike) > 1000
    assert [(one.family, other.family) for one, other in alike if not one.signs & other.signs] == []


def test_lists_without_a_common_name_speak_against():
    ours, theirs = (
        tuple(one for one in (person(parse_name(name)) for name in names) if one)
        for names in (("Ann Fox", "Bo Lee"), ("Ed Orr", "Mia Pham"))
    )
    assert compare_authors(ours, theirs, cut=False)[1] < -5


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
