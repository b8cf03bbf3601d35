"""Names in capitals written as people read them: `INFANT LANGUAGE & DEVELOPMENT` as `Infant Language & Development`."""

from __future__ import annotations

import re

LEAST_WORDS = 2  # a single word in capitals may be an acronym (`CHEST`, `PLOS`): it stays
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "et",
        "der",
        "die",
        "das",
        "und",
        "für",
        "y",
        "el",
        "los",
        "del",
        *"di della delle dello degli dei da per con von zu zur voor het een och av og til".split(),
        *"dos das na las fur aux au pour dans sous sur par une".split(),
        *"bei vom zum nel nella sul sulla ed en por para uma".split(),
    ]
)
# Acronyms of publishers, societies, meetings and subjects that are names of venues or stand in them.
_KNOWN = frozenset(
    [
        "IEEE",
        "ACM",
        "AAAI",
        "IJCAI",
        "ACL",
        "EMNLP",
        "NAACL",
        "EACL",
        "COLING",
        "LREC",
        "SIGIR",
        "SIGMOD",
        "SIGKDD",
        "SIGCHI",
        "SIGGRAPH",
        "VLDB",
        "ICDE",
        "ICML",
        "ICLR",
        "NIPS",
        "CVPR",
        "ICCV",
        "ECCV",
        "KDD",
        "CIKM",
        "WSDM",
        "WWW",
        "CHI",
        "CSCW",
        "USENIX",
        "SIAM",
        "IFIP",
        "IFAC",
        "IET",
        "IOP",
        "AIP",
        "APS",
        "ACS",
        "RSC",
        "BMC",
        "BMJ",
        "JAMA",
        "NEJM",
        "PLOS",
        "PNAS",
        "AMIA",
        "HIMSS",
        "AMA",
        "APA",
        "WHO",
        "UK",
        "USA",
        "US",
        "EU",
        "UN",
        "UNESCO",
        "NATO",
        "NASA",
        "NIST",
        "NIH",
        "AI",
        "IT",
        "ICT",
        "HCI",
        "NLP",
        "ML",
        "IR",
        "VR",
        "AR",
        "IOT",
        "GIS",
        "MRI",
        "EEG",
        "DNA",
        "RNA",
        "HIV",
        "AIDS",
        "COVID",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XX",
        "MIS",
        "LNCS",
        "CEUR",
        "ERIC",
        "CAD",
        "CAM",
        "MIT",
    ]
)
# Small words of Portuguese, Spanish and Italian that are letters or acronyms in English (`VITAMIN E RESEARCH`).
_ROMANCE_SMALL = frozenset("e o em do ao no al".split())
_ROMANCE = re.compile(
    r"""
    [ÇÃÕÑÀÁÉÍÓÚÂÊÔ] | \b(?:DA|DAS|DO|DOS|DE|DEL|DI|DELLA|DELLE|EM|Y)\b             # letters, and words of them alone
    | \b(?:REVISTA|RIVISTA|CADERNOS?|ESTUDOS|ESTUDIOS|ARQUIVOS|ARCHIVOS|ANAIS|ANALES|ANNALI|QUADERNI|JORNAL)\b
    | (?:[CZ]IONE?S? | CION | CAO | OGIA | DADES? | [EÊ]NCIA | ITICA | ALUTE | IT[AÀ] | MENTO | URA)\b   # and endings
    | [AO]S?\ E\ \w+[AEIO]S?\b | [EI]S?\ E\ \w+[AO]S?\b                    # `TEXTO E CONTEXTO`, `ARTE E STORIA`
    """,
    re.VERBOSE,
)
_AS_THEY_ARE = ("PLOS ONE",)
_ELISION = re.compile(r"[DL]['’](?=\w)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_VOWEL = re.compile("[AEIOUYÀ-ÖØ-Ý]")


def in_title_case(text: str) -> str:
    """`text` in title case if it is several words in capitals; acronyms stay. Anything else as it is."""
    if text in _AS_THEY_ARE or not text.isupper() or len(_WORD.findall(text)) < LEAST_WORDS:
        return text
    return _WORD.sub(lambda match: _cased(match, text), text)


def _cased(match: re.Match[str], text: str) -> str:
    word, start = match[0], match.start()
    bracketed = text[start - 1 : start] in ("(", "[") and text[match.end() : match.end() + 1] in (")", "]")
    letters = re.sub(r"\d", "", word)
    if re.fullmatch(r"\d+(?:ST|ND|RD|TH)", word):
        return word.lower()
    if bracketed or word in _KNOWN or letters != word or (len(word) > 1 and not _VOWEL.search(word)):
        return word
    if _ELISION.match(word):
        return word[:2].lower() + word[2:3] + word[3:].lower()
    first = start == 0 or text[:start].rstrip().endswith((":", "-", "–", "—", "."))
    small = word.lower() in _SMALL or (word.lower() in _ROMANCE_SMALL and _ROMANCE.search(text) is not None)
    if small and not first:
        return word.lower()
    return word[:1] + word[1:].lower()
