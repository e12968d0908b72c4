"""Languages in which a service receives people: BCP 47 tags, from one list, with French labels.

Tags are those of the IANA language subtag registry (RFC 5646), in their shortest form: ``br`` and
not ``bre``, and ``fsl`` for the French sign language. The list holds the languages met in French
social services: those of France, overseas and regional, and those of the people they receive.
"""

import re
import unicodedata
from difflib import get_close_matches
from typing import Final

from generator.model.refused import Refused, quoted

LANGUAGES: Final = {
    "fr": "français",
    "fsl": "langue des signes française",
    # Overseas and regional languages of France
    "br": "breton",
    "buc": "kibushi",
    "ca": "catalan",
    "co": "corse",
    "eu": "basque",
    "frp": "francoprovençal",
    "fud": "futunien",
    "gcf": "créole guadeloupéen et martiniquais",
    "gcr": "créole guyanais",
    "gsw": "alsacien",
    "djk": "bushinenge",
    "oc": "occitan",
    "rcf": "créole réunionnais",
    "srn": "sranan tongo",
    "swb": "shimaoré",
    "ty": "tahitien",
    "vls": "flamand occidental",
    "wls": "wallisien",
    # Languages of Europe
    "be": "biélorusse",
    "bg": "bulgare",
    "bs": "bosnien",
    "cs": "tchèque",
    "da": "danois",
    "de": "allemand",
    "el": "grec",
    "en": "anglais",
    "es": "espagnol",
    "fi": "finnois",
    "hr": "croate",
    "hu": "hongrois",
    "it": "italien",
    "lb": "luxembourgeois",
    "lt": "lituanien",
    "lv": "letton",
    "mk": "macédonien",
    "nl": "néerlandais",
    "pl": "polonais",
    "pt": "portugais",
    "ro": "roumain",
    "rom": "romani",
    "ru": "russe",
    "sk": "slovaque",
    "sl": "slovène",
    "sq": "albanais",
    "sr": "serbe",
    "sv": "suédois",
    "uk": "ukrainien",
    # Languages of the Maghreb and the Middle East
    "aeb": "arabe tunisien",
    "ar": "arabe",
    "arq": "arabe algérien",
    "ary": "arabe marocain",
    "ckb": "kurde sorani",
    "fa": "persan",
    "he": "hébreu",
    "hy": "arménien",
    "ka": "géorgien",
    "kab": "kabyle",
    "kmr": "kurde kurmandji",
    "ku": "kurde",
    "prs": "dari",
    "ps": "pachto",
    "rif": "rifain",
    "shi": "chleuh",
    "tr": "turc",
    "zgh": "tamazight",
    # Languages of Africa and the Indian Ocean
    "am": "amharique",
    "bm": "bambara",
    "dyu": "dioula",
    "ff": "peul",
    "ha": "haoussa",
    "kg": "kikongo",
    "ln": "lingala",
    "mfe": "créole mauricien",
    "mg": "malgache",
    "mnk": "mandinka",
    "om": "oromo",
    "rn": "kirundi",
    "rw": "kinyarwanda",
    "snk": "soninké",
    "so": "somali",
    "sus": "soussou",
    "sw": "swahili",
    "ti": "tigrigna",
    "wo": "wolof",
    "yo": "yoruba",
    "zdj": "shingazidja",
    # Languages of Asia and the Americas
    "bn": "bengali",
    "hi": "hindi",
    "ht": "créole haïtien",
    "ja": "japonais",
    "km": "khmer",
    "ko": "coréen",
    "lo": "lao",
    "mn": "mongol",
    "pa": "pendjabi",
    "ta": "tamoul",
    "th": "thaï",
    "ur": "ourdou",
    "vi": "vietnamien",
    "yue": "cantonais",
    "zh": "chinois",
}
"""Tag to French label, in lower case as French writes the names of languages."""

_OTHER_NAMES: Final = {
    "lsf": "fsl",
    "langue des signes": "fsl",
    "aluku": "djk",
    "berbere": "zgh",
    "catala": "ca",
    "comorien": "zdj",
    "creole antillais": "gcf",
    "creole guadeloupeen": "gcf",
    "creole martiniquais": "gcf",
    "darija": "ary",
    "euskara": "eu",
    "farsi": "fa",
    "kurmandji": "kmr",
    "mahorais": "swb",
    "mandarin": "zh",
    "roumain moldave": "ro",
    "sorani": "ckb",
    "tigrinya": "ti",
    # Three-letter codes (ISO 639-2) of languages whose tag has two
    "ara": "ar",
    "bre": "br",
    "cat": "ca",
    "cos": "co",
    "deu": "de",
    "eng": "en",
    "eus": "eu",
    "fra": "fr",
    "fre": "fr",
    "ger": "de",
    "ita": "it",
    "oci": "oc",
    "por": "pt",
    "rus": "ru",
    "spa": "es",
    "tur": "tr",
}


def parse_language(text: str) -> str:
    """The tag of a language of the list.

    Raises ``Refused`` (``langue``), with the tag when a French name, another code or a regional
    form (``fr-FR``) was written.
    """
    if text in LANGUAGES:
        return text
    meant = _meant(text)
    raise Refused(
        "langue",
        f"{quoted(text)} n'est pas un code de langue de la liste",
        f"Écrivez {quoted(meant)} ({LANGUAGES[meant]})"
        if meant
        else f"Écrivez un code comme {quoted('en')} (anglais) ou {quoted('ar')} (arabe) ; si la "
        "langue manque à la liste, signalez-le nous",
    )


def _plain(text: str) -> str:
    """Lower case, without accents, single spaces: to compare names as people type them."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


_BY_NAME: Final = {_plain(label): tag for tag, label in LANGUAGES.items()} | _OTHER_NAMES
_LONGEST_NAME = max(map(len, _BY_NAME))


def _meant(text: str) -> str | None:
    """The tag that was probably meant."""
    plain = _plain(text[: 2 * _LONGEST_NAME])
    base = re.split(r"[-_]", plain, maxsplit=1)[0]
    if base in LANGUAGES:
        return base
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    close = get_close_matches(plain, _BY_NAME, n=1, cutoff=0.8)
    return _BY_NAME[close[0]] if close else None
