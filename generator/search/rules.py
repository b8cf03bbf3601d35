"""How the search reads words: tables that the program uses to make the index, and the page to read what is typed.

The page gets them with the index (`as_data`), so that each rule stands once. A rule of spelling need not give a word
that exists: it is applied to both sides, and only has to give the same for what is the same word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.text.compare import LETTERS

GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau "
        "upsilon phi chi psi omega".split(),
        strict=True,
    )
)
GREEK_LETTER = "(?<![\u0370-\u03ff])[\u0391-\u03a9\u03b1-\u03c9](?![\u0370-\u03ff])"  # of a formula: not in a word
MARKS = (
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]"
)
# Letters of scripts that put no spaces between words (Thai, Lao, Burmese, Khmer, kana, Han, Hangul): read by pairs.
UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
# Signs of Indic scripts, which belong to their words though they are neither letters nor digits.
JOINED = "\u0900-\u0dff"
# Pattern and replacement, one after the other, over a lower-case word without accents.
SPELLINGS = (
    (r"is(e|ed|er|ers|es|ing|ation|ations|ational)$", r"iz\1"),
    (r"lys(e|ed|er|ers|es|ing)$", r"lyz\1"),
    (r"(?<=..)our(s|ed|ing|al|ally|able|ably|ite|ites|hood|less|ful|er|ers|ism|ist|ists|y|ing|ings)?$", r"or\1"),
    (r"(cent|fib|met|lit|theat|calib|lust|sab|spect|somb|meag)re(s|d)?$", r"\1er\2"),
    (r"([aeiou])ll(ed|ing|ings|er|ers)$", r"\1l\2"),
    (r"(def|off|lic|pret)ence(s|d)?$", r"\1ense\2"),
    (r"ogue(s|d)?$", r"og\1"),
    (r"(?<=..)amme(s|d)?$", r"am\1"),
    (r"(?<=.)[ao]e(?=...)", "e"),
    (r"^[ao]e(?=....)", "e"),
    (r"^grey", "gray"),
    (r"^scept", "skept"),
    (r"^sulph", "sulf"),
    (r"^artef", "artif"),
    (r"(judg|acknowledg)ement", r"\1ment"),
    (r"^ageing", "aging"),
    (r"(enro|fulfi)l(?=ments?$)", r"\1ll"),
    (r"^(enrol|fulfil|instil|distil)(s?)$", r"\1l\2"),
    (r"^alumini", "alumin"),
    (r"^mould", "mold"),
    (r"^plough", "plow"),
    (r"^cheque", "check"),
    (r"^cosy", "cozy"),
)
# Words that are cut by hand: those that versions of one stemmer read differently, methodology, which is asked for where
# a method is meant, and acronyms in the plural (LLMs, GNNs), of which stemmers take no s, as they have no vowel.
UNCERTAIN = (
    (r"^(internal|internation|interval)(?:s|ly|al|ally|ism|ize|ized|ization)?$", r"\1"),
    (r"^(method)(?:s|ic|ical|ology|ologies|ological|ologically)?$", r"\1"),
    (r"^([b-df-hj-np-tv-z]+[b-df-hj-np-rtv-z])s$", r"\1"),
)
STOP = frozenset(
    "a about all also am an and any are as at be been but by can could did do does for from get had has have he her "
    "his how i if in into is it its just let like may me might most must my no nor not of off on only or other our "
    "own rather said say she should since so some than that the their them then there these they this to too us was "
    "we were what when where which while who whom why will with would yet you your et al via vs".split()
)
STEMMERS = {  # language (ISO 639-1): the algorithm of Snowball
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ru": "russian", "sv": "swedish",
}  # fmt: skip
# Numbers as words, without accents, by language: who types `thousand layers` finds `1,000 layers`, and the other way
# round.
NUMBERS = {
    "en": "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 hundred=100 "
    "thousand=1000 million=1000000",
    "de": "zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwolf=12 hundert=100 tausend=1000",
    "es": "dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 cien=100 mil=1000",
    "fr": "deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 cent=100 mille=1000",
}
SHORT = 3  # letters: what is shorter is not stemmed, and not taken for a word with a typing error


def as_data(languages: tuple[str, ...], characters: Mapping[str, str] = MappingProxyType({})) -> dict[str, object]:
    """The tables as JSON values, as the page reads them, for a survey in some languages.

    `characters` are further ones that are read as others: those of traditional Chinese as the simplified ones that the
    survey has.
    """
    return {
        "letters": {**{chr(letter): plain for letter, plain in LETTERS.items()}, **characters},
        "greek": GREEK,
        "greekLetter": GREEK_LETTER,
        "marks": MARKS,
        "unspaced": UNSPACED,
        "joined": JOINED,
        "spellings": [[pattern, replacement.replace("\\", "$")] for pattern, replacement in SPELLINGS],
        "uncertain": [[pattern, replacement.replace("\\", "$")] for pattern, replacement in UNCERTAIN],
        "stop": " ".join(sorted(STOP)),
        "numbers": [pair.split("=") for language in languages for pair in NUMBERS.get(language, "").split()],
        "stemmers": {language: STEMMERS[language] for language in languages},
        "short": SHORT,
    }
