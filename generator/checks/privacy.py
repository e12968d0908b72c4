"""What must never be in a record: an address to keep hidden, fiction, someone's own details.

The repository is public: a value that is in a record is published, whatever the pages show. So a
hidden address is not hidden by the site, it is absent from the record, and these checks hold that.
"""

import re
from collections.abc import Iterator

from generator.checks.rules import Context, Finding, follows
from generator.checks.walk import values
from generator.model.domain_name import is_fictional_domain
from generator.model.email import domain_of
from generator.model.phone import Phone, is_fictional
from generator.model.refused import quoted
from generator.model.service import Lieu, Service
from generator.model.url import host_of
from generator.model.vocabulary import AdresseVisible
from generator.problems import Severity
from generator.rules import Rule

TELLING = ("adresse", "complement", "latitude", "longitude", "precision", "acces_transport")
"""The fields of a place from which its address could be found."""

_NUMBER = r"\b\d{1,4}\s?(?:bis|ter|quater|[A-D])?,?\s+"
_SURE = r"(?i:rue|avenue|av\.|boulevard|bd|bld|impasse|quai|lotissement|ruelle)"
# « en place », « au cours de » and « passage de bras » are no streets: these want a number or a name.
_UNSURE = (
    r"(?i:place|all[ée]es?|chemin|route|cours|square|passage|mont[ée]e|esplanade|promenade|"
    r"r[ée]sidence|faubourg|sentier|traverse|villa|hameau|cit[ée]|parvis)"
)
_LINK = r"(?i:d[eu]s?\s+(?:l[ae]\s+|l['’]\s?)?|d['’]|l[ae]s?\s+|l['’])"
_STREET = re.compile(
    rf"(?:{_NUMBER})?\b{_SURE}\s+{_LINK}?\w+"
    rf"|{_NUMBER}{_UNSURE}\s+{_LINK}?\w+"
    rf"|\b{_UNSURE}\s+{_LINK}?[A-ZÀ-Ý][\w'’-]+"
)
_POINT = re.compile(r"-?\d{1,2}[.,]\d{3,}\s*[,;/ ]\s*-?\d{1,3}[.,]\d{3,}")
# A « maison d'arrêt » is a prison.
_STOP = re.compile(
    r"\b(?:(?i:m[ée]tro|tram(?:way)?s?|bus)\b|RER\b"
    r"|(?<!d['’])(?i:arr[êe]t|gare|station)\s+(?:«\s*|(?i:d[eu]s?\s+(?:l[ae]\s+)?|d['’]))?[A-ZÀ-Ý])"
)
_COMMENT = re.compile(r"(?<!\S)#.*")
_URL_SIGNS = re.compile(r"[-_/+.?&=]|%20")


@follows(
    Rule(
        "adresse-cachee",
        Severity.ERREUR,
        "Une adresse protégée n'est écrite nulle part dans la fiche.",
        "Le dépôt est public : ce qui est dans la fiche est publié, même si le site ne le montre "
        "pas. Une personne en danger compte sur ce silence.",
        "lieux:\n  - role: siege\n    adresse_visible: commune\n    commune: Rennes\n"
        "    code_insee: '35238'\n    code_postal: '35000'\n",
        "lieux:\n  - role: siege\n    adresse_visible: commune\n    commune: Rennes\n"
        "    code_insee: '35238'\n    code_postal: '35000'\n    adresse: 12 rue de l'Exemple\n",
    )
)
def hidden_place_tells_nothing(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """A hidden place has none of the fields that would tell its address."""
    if not lieu.is_hidden:
        return
    telling = list(TELLING)
    if lieu.adresse_visible is AdresseVisible.DEPARTEMENT:
        telling += ["commune", "code_insee", "code_postal"]
    for name in telling:
        if getattr(lieu, name) is not None:
            yield Finding(
                (name,),
                f"l'adresse de ce lieu est protégée, et « {name} » permettrait de la retrouver",
                "Retirez cette ligne. Si elle a déjà été publiée, écrivez par la voie privée "
                "(CONTRIBUTING.md, « Une adresse à protéger »).",
            )
    if lieu.accessibilite and lieu.accessibilite.acceslibre:
        yield Finding(
            ("accessibilite", "acceslibre"),
            "l'adresse de ce lieu est protégée, et sa fiche Acceslibre la donne",
            "Retirez cette ligne.",
        )


@follows(
    Rule(
        "adresse-cachee-siret",
        Severity.ERREUR,
        "Une fiche dont une adresse est protégée ne donne pas de Siret.",
        "Le répertoire Sirene donne la rue de chaque Siret.",
        "gestionnaire:\n  nom: Association\nlieux:\n  - role: siege\n"
        "    adresse_visible: departement\n    departement: '35'\n",
        "gestionnaire:\n  nom: Association\n  siret: '12345678200010'\nlieux:\n  - role: siege\n"
        "    adresse_visible: departement\n    departement: '35'\n",
    )
)
def hidden_service_has_no_siret(service: Service, context: Context) -> Iterator[Finding]:
    """No SIRET beside a hidden place."""
    if service.has_hidden_place and service.gestionnaire.siret is not None:
        yield Finding(
            ("gestionnaire", "siret"),
            "l'adresse d'un lieu est protégée, et le Siret permettrait de la retrouver",
            "Retirez cette ligne.",
        )


@follows(
    Rule(
        "adresse-cachee-texte",
        Severity.ERREUR,
        "Une adresse protégée n'est pas répétée dans les textes.",
        "Une rue, un arrêt de bus ou un point dans une phrase dit l'adresse aussi bien que le "
        "champ « adresse ».",
        "description: Le service donne l'adresse au premier appel.\nlieux:\n  - role: siege\n"
        "    adresse_visible: departement\n    departement: '35'\n",
        "description: Nous sommes au 12 rue de l'Exemple.\nlieux:\n  - role: siege\n"
        "    adresse_visible: departement\n    departement: '35'\n",
    )
)
def hidden_address_is_not_in_texts(service: Service, context: Context) -> Iterator[Finding]:
    """No street, stop or point in any text of a record that has a hidden place.

    Sources, addresses of pages and waivers count: all of it is public. The texts of the record's
    other, visible places are theirs to tell.
    """
    if not service.has_hidden_place:
        return
    for location, value in values(service):
        in_place = location[0] == "lieux" and isinstance(location[1], int)
        if not isinstance(value, str) or (
            in_place and (location[2] in TELLING or not service.lieux[int(location[1])].is_hidden)
        ):
            continue
        if said := telling(value):
            yield Finding(
                location,
                f"ce texte semble nommer {said}, alors que l'adresse d'un lieu est protégée",
                "Retirez ce passage : le service donne l'adresse aux personnes concernées.",
                needs=(("lieux",),) if in_place else (),
            )


def telling_comments(text: str) -> Iterator[tuple[int, int, Finding]]:
    """The comments of a record's file that tell an address, with their line and column."""
    for number, line in enumerate(text.split("\n"), 1):
        comment = _COMMENT.search(line)
        if comment and (said := telling(comment[0])):
            message = f"ce commentaire semble nommer {said}, alors que l'adresse est protégée"
            yield number, comment.start() + 1, Finding((), message, "Retirez ce passage.")


def telling(text: str) -> str:
    """What in ``text`` tells an address (« une rue »), or nothing.

    The passage itself is not repeated: messages end up in public logs.
    """
    if _POINT.search(text):
        return "un point"
    if text.startswith(("http://", "https://")):
        text = _URL_SIGNS.sub(" ", text)
    if " " not in text:
        return ""
    if _STREET.search(text):
        return "une rue"
    return "un transport" if _STOP.search(text) else ""


@follows(
    Rule(
        "fiction",
        Severity.ERREUR,
        "Une fiche publiée ne contient ni numéro ni domaine réservé à la fiction.",
        "Ces numéros et ces adresses servent aux exemples : personne n'y répond.",
        "contact:\n  site_web: https://www.caf.fr/\n",
        "contact:\n  telephone: '01 99 00 12 34'\n",
    )
)
def nothing_is_fictional(service: Service, context: Context) -> Iterator[Finding]:
    """No number of Arcep's fictional ranges, no ``.example`` domain, unless all is fiction."""
    if context.fictional:
        return
    for location, value in values(service):
        if isinstance(value, Phone) and is_fictional(value):
            what = f"le numéro {value.grouped} est réservé à la fiction"
            hint = "Donnez le vrai numéro, ou retirez cette ligne."
        elif isinstance(value, str) and _is_fictional_address(value):
            what = f"{quoted(value)} est une adresse d'exemple"
            hint = "Donnez la vraie adresse, ou retirez cette ligne."
        else:
            continue
        yield Finding(location, what, hint)


def _is_fictional_address(value: str) -> bool:
    if value.startswith(("http://", "https://")):
        return is_fictional_domain(host_of(value))
    if "@" in value and " " not in value:
        return is_fictional_domain(domain_of(value))
    return False


PLACE_CHECKS = (hidden_place_tells_nothing,)
SERVICE_CHECKS = (
    hidden_service_has_no_siret,
    hidden_address_is_not_in_texts,
    nothing_is_fictional,
)
