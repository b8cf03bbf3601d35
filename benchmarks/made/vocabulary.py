"""The words that invented works are made of: names of people, and titles of three fields."""

from __future__ import annotations

import random

GIVEN = [
    "Anna",
    "Bernd",
    "Carla",
    "David",
    "Elena",
    "Frank",
    "Greta",
    "Hans",
    "Irene",
    "Jack",
    "Karin",
    "Luis",
    "Maria",
    "Nils",
    "Olga",
    "Paul",
    "Rosa",
    "Stefan",
    "Tina",
    "Ulrich",
    "Vera",
    "Wei",
    "Xin",
    "Yuki",
    "Zoe",
    "Michael",
    "Robert",
    "William",
    "James",
    "Thomas",
    "Elizabeth",
    "Daniel",
    "Joseph",
    "Samuel",
    "Kenneth",
    "Divesh",
    "Rakesh",
    "Surajit",
    "Hector",
    "Jennifer",
    "Jeffrey",
    "Raghu",
    "Serge",
    "Dan",
    "Alon",
    "Philip",
    "Laks",
    "Gerhard",
    "Hamid",
    "Guido",
    "Christos",
    "Jiawei",
    "Beng",
    "Kian",
    "Timos",
    "Yannis",
    "Moshe",
    "Catriel",
    "Peter",
]
FAMILY = [
    "Anders",
    "Brandt",
    "Castell",
    "Dietz",
    "Ekman",
    "Fontana",
    "Grün",
    "Hollander",
    "Iversen",
    "Jonsson",
    "Kessler",
    "Lindqvist",
    "Marchetti",
    "Nørgård",
    "Olofsson",
    "Petrov",
    "Quist",
    "Rasmussen",
    "Sørensen",
    "Takeda",
    "Ullrich",
    "Vogel",
    "Wendt",
    "Xu",
    "Yamada",
    "Zhang",
    "Chen",
    "Wang",
    "Li",
    "Liu",
    "Kumar",
    "Gupta",
    "Sharma",
    "Rao",
    "Singh",
    "Kim",
    "Park",
    "Lee",
    "Müller",
    "Schäfer",
    "Weiß",
    "García",
    "Peña",
    "López",
    "Ruiz",
    "Fernández",
    "Novák",
    "Dvořák",
    "Horváth",
    "Kovács",
    "Papadopoulos",
    "Ioannou",
    "Cohen",
    "Levi",
    "Shapiro",
    "O'Neill",
    "McBride",
    "Stuart",
    "Widmark",
    "Ceriani",
    "Buneman",
    "Halevi",
    "Gravano",
    "Jagadeesh",
    "Ooi",
    "Tan",
    "Ng",
    "Srinivas",
    "Ramakrish",
    "Naughtman",
    "DeWolf",
    "Carey",
]
DATABASE = (
    "efficient scalable adaptive incremental parallel distributed approximate optimal dynamic semantic temporal spatial declarative "
    "active robust lazy main-memory hierarchical",
    "indexing query optimization view maintenance join processing concurrency control data mining schema integration buffer management "
    "similarity search materialization transaction recovery aggregation clustering caching replication sampling storage "
    "load-balancing access-control provenance compression",
    "relational databases data warehouses XML documents moving objects data streams object-oriented databases workflow systems "
    "multimedia archives scientific repositories web sources sensor networks digital libraries mobile clients high-dimensional spaces "
    "semistructured data heterogeneous sources client-server systems time series long transactions tertiary storage",
)
LEARNING = (
    "bayesian neural genetic inductive probabilistic recurrent incremental hidden boosted sparse fuzzy temporal lazy modular",
    "learning classification pruning regression inference search control generalization feature-selection rule-induction induction "
    "reinforcement estimation planning clustering",
    "decision trees multilayer networks noisy examples Markov models concept drift robot arms speech signals relational domains "
    "continuous attributes partial observability large margins small samples time series games",
)
MEDICINE = (
    "early late intensive combined preoperative nurse-led home-based topical oral intravenous low-dose repeated supervised prophylactic",
    "exercise screening counselling warfarin acupuncture radiotherapy vaccination rehabilitation monitoring laparoscopy cryotherapy "
    "supplementation compression cytology biopsy mobilisation",
    "stroke hip fracture diabetes asthma breast cancer heart failure low back pain preterm birth depression chronic kidney disease "
    "cervical lesions lung transplantation leg ulcers thyroid nodules hypertension rheumatoid arthritis migraine",
)
_PAIRED = {
    "query optimization", "view maintenance", "join processing", "concurrency control", "data mining", "schema integration",
    "buffer management", "similarity search", "relational databases", "data warehouses", "XML documents", "moving objects",
    "data streams", "object-oriented databases", "workflow systems", "multimedia archives", "scientific repositories", "web sources",
    "sensor networks", "digital libraries", "mobile clients", "high-dimensional spaces", "semistructured data",
    "heterogeneous sources", "client-server systems", "time series", "long transactions", "tertiary storage", "decision trees",
    "multilayer networks", "noisy examples", "Markov models", "concept drift", "robot arms", "speech signals", "relational domains",
    "continuous attributes", "partial observability", "large margins", "small samples", "hip fracture", "breast cancer",
    "heart failure", "preterm birth", "cervical lesions", "lung transplantation", "leg ulcers", "thyroid nodules",
    "rheumatoid arthritis",
}  # fmt: skip
_COINED = [
    "Argus",
    "Brahe",
    "Corvid",
    "Delphi",
    "Fjord",
    "Garnet",
    "Harbor",
    "Kestrel",
    "Lorelei",
    "Mistral",
    "Nimbus",
    "Orion",
    "Quarry",
    "Rivet",
    "Strobe",
    "Tukan",
]


def phrases(text: str) -> list[str]:
    """The words of `text`, those that belong together as one."""
    words = text.split()
    found, at = [], 0
    while at < len(words):
        for size in (4, 3, 2, 1):
            joined = " ".join(words[at : at + size])
            if size == 1 or joined in _PAIRED or joined in ("low back pain", "chronic kidney disease"):
                found.append(joined)
                at += size
                break
    return found


def title_of(field: tuple[str, str, str], chance: random.Random) -> str:
    """A title of one of the usual forms: most are of five to nine words, some of two or three."""
    first, second, third = (phrases(part) for part in field)
    adjective, subject, other = chance.choice(first), chance.choice(second), chance.choice(second)
    place, elsewhere = chance.choice(third), chance.choice(third)
    coined = f"{chance.choice(_COINED)}{chance.choice(('', 'DB', ' II', '-X'))}"
    forms = (
        f"{adjective} {subject} in {place}", f"{adjective} {subject} and {other} for {place}", f"{subject} for {place}",
        f"{coined}: {adjective} {subject} in {place}", f"on the {subject} of {adjective} {place}",
        f"a framework for {adjective} {subject} over {place}", f"{subject} of {place} with {elsewhere}",
        f"{adjective} {subject}", f"the {coined} system for {subject} in {place}", f"{adjective} {subject} by {other} in {place}",
        f"towards {adjective} {subject} of {place} and {elsewhere}", f"{place}: a {adjective} approach to {subject}",
    )  # fmt: skip
    weights = (9, 9, 5, 8, 6, 8, 7, 2, 6, 9, 7, 8)
    text = chance.choices(forms, weights)[0]
    return text[0].upper() + text[1:]


def people(chance: random.Random, most: int = 5) -> list[tuple[str, str]]:
    """One to `most` authors as (given names, family name)."""
    found: list[tuple[str, str]] = []
    for _ in range(chance.choices(range(1, most + 1), [3, 5, 4, *([2] * (most - 3))][:most])[0]):
        given = chance.choice(GIVEN) + (f" {chance.choice('ABCDEFGHJKLMPRSTW')}." if chance.random() < 0.35 else "")
        found.append((given, chance.choice(FAMILY)))
    return found
