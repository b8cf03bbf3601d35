"""Names of venues in capitals are shown in title case, and acronyms stay."""

from __future__ import annotations

import pytest

from generator.text.title_case import in_title_case


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("INFANT LANGUAGE & DEVELOPMENT", "Infant Language & Development"),
        ("IEEE TRANSACTIONS ON KNOWLEDGE AND DATA ENGINEERING", "IEEE Transactions on Knowledge and Data Engineering"),
        ("9TH MEETING ON SENSOR GRIDS (SFSGDH)", "9th Meeting on Sensor Grids (SFSGDH)"),
        ("JAMA-JOURNAL OF THE AMERICAN MEDICAL ASSOCIATION", "JAMA-Journal of the American Medical Association"),
        ("BMC PUBLIC HEALTH", "BMC Public Health"),
        ("RIVISTA ITALIANA DI PEDIATRIA", "Rivista Italiana di Pediatria"),
        ("TIJDSCHRIFT VOOR GENEESKUNDE", "Tijdschrift voor Geneeskunde"),
        ("J AM COLL CARDIOL", "J Am Coll Cardiol"),
        ("PLOS ONE", "PLOS ONE"),
        ("ANNALES D'ENDOCRINOLOGIE", "Annales d'Endocrinologie"),
        ("WOMEN'S HEALTH", "Women's Health"),
        ("ZEITSCHRIFT FÜR PHYSIK", "Zeitschrift für Physik"),
        ("CHEST", "CHEST"),
        ("EDUCAÇÃO E PESQUISA", "Educação e Pesquisa"),
        ("SAUDE E SOCIEDADE", "Saude e Sociedade"),
        ("ARTE E FILOSOFIA", "Arte e Filosofia"),
        ("DIRITTO E SOCIETÀ", "Diritto e Società"),
        ("SAÚDE EM DEBATE", "Saúde em Debate"),
        ("REVISTA DO INSTITUTO", "Revista do Instituto"),
        ("CIENCIA Y TECNOLOGIA", "Ciencia y Tecnologia"),
        ("GESUNDHEIT UND GESELLSCHAFT", "Gesundheit und Gesellschaft"),
        ("RECHERCHE EN SOINS INFIRMIERS", "Recherche en Soins Infirmiers"),
        ("VITAMIN E RESEARCH", "Vitamin E Research"),
        ("HEPATITIS E VIRUS", "Hepatitis E Virus"),
        ("JOURNAL OF NO SMOKING", "Journal of No Smoking"),
        ("MIT SLOAN MANAGEMENT REVIEW", "MIT Sloan Management Review"),
        ("Ageing and Song", "Ageing and Song"),
    ],
)
def test_a_name_in_capitals_is_shown_in_title_case(given: str, expected: str) -> None:
    assert in_title_case(given) == expected
