"""Places: the commune and its codes agree with each other and with the reference tables."""

from collections.abc import Iterator

from generator.checks.rules import Context, Finding, follows
from generator.model.service import Lieu
from generator.model.vocabulary import AdresseVisible
from generator.problems import Severity
from generator.rules import Rule
from generator.territory import Territory, search_key


@follows(
    Rule(
        "lieu-situe",
        Severity.ERREUR,
        "Un lieu dit où il est.",
        "Sans commune (ou, quand elle n'est pas publiée, sans département), personne ne trouve le "
        "lieu près de chez soi. Le code postal peut manquer seulement quand la commune en a "
        "plusieurs et que la rue n'est pas donnée : on ne le devine pas.",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n"
        "  - role: antenne\n    commune: Paris\n    code_insee: '75056'\n",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_postal: '35000'\n",
    )
)
def place_is_located(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """The fields that place a place are there, and only those."""
    for name in _needed(lieu, context.territory):
        if getattr(lieu, name) is None:
            yield Finding(
                (name,),
                f"le champ « {name} » manque",
                _missing_hint(lieu, name, context.territory),
                needs=(("adresse_visible",),),
            )
    if lieu.departement is not None and lieu.adresse_visible is not AdresseVisible.DEPARTEMENT:
        yield Finding(
            ("departement",),
            "le département ne s'écrit que lorsque la commune n'est pas publiée",
            "Retirez cette ligne : la commune suffit.",
            needs=(("adresse_visible",),),
        )


def _needed(lieu: Lieu, territory: Territory) -> tuple[str, ...]:
    """The fields that place the place, by what may be shown of its address."""
    if lieu.adresse_visible is AdresseVisible.DEPARTEMENT:
        return ("departement",)
    commune = territory.commune(lieu.code_insee or "")
    if commune and len(commune.codes_postaux) != 1 and lieu.adresse is None:
        return ("commune", "code_insee")
    return ("commune", "code_insee", "code_postal")


def _missing_hint(lieu: Lieu, name: str, territory: Territory) -> str:
    if name == "departement":
        return "Ajoutez par exemple « departement: '35' »."
    known = territory.commune(lieu.code_insee or "")
    found = territory.find(f"{lieu.code_postal or ''} {lieu.commune or ''}")
    if known is None and len(found) == 1:
        known = found[0]
    if known is None:
        return "Ajoutez ce champ, ou écrivez « adresse_visible: departement »."
    if name == "code_postal" and len(known.codes_postaux) != 1:
        return f"Codes possibles : {', '.join(known.codes_postaux)}."
    value = {"commune": known.nom, "code_insee": known.code_insee}.get(name)
    return f"Ajoutez « {name}: '{value or known.codes_postaux[0]}' »."


@follows(
    Rule(
        "code-insee-connu",
        Severity.ERREUR,
        "Le code Insee est celui d'une commune d'aujourd'hui.",
        "C'est lui qui situe le lieu sur la carte et dans les listes. Une commune fusionnée a "
        "perdu le sien.",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35999'\n"
        "    code_postal: '35000'\n",
    )
)
def insee_code_exists(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """The INSEE code is in the reference table; a former one is answered with the present one."""
    if lieu.code_insee is not None and context.territory.commune(lieu.code_insee) is None:
        commune = f"{lieu.code_postal or ''} {lieu.commune or ''}"
        found = unknown_commune(lieu.code_insee, context.territory, commune)
        yield Finding(("code_insee",), *found)


@follows(
    Rule(
        "commune-et-code-insee",
        Severity.ERREUR,
        "Le nom de la commune est celui de son code Insee.",
        "Deux informations qui se contredisent envoient les familles au mauvais endroit.",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n",
        "lieux:\n  - role: siege\n    commune: Nantes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n",
    )
)
def commune_matches_insee_code(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """The commune's name is the reference's, but for accents, hyphens and case."""
    commune = context.territory.commune(lieu.code_insee or "")
    if commune and lieu.commune and search_key(lieu.commune) != search_key(commune.nom):
        yield Finding(
            ("commune",),
            f"« {lieu.commune} » n'est pas la commune du code Insee {commune.code_insee}",
            f"Ce code est celui de {commune.nom} : corrigez le nom ou le code.",
        )


@follows(
    Rule(
        "commune-orthographe",
        Severity.AVERTISSEMENT,
        "Le nom de la commune est écrit comme l'Insee l'écrit.",
        "Une seule écriture permet de regrouper les lieux d'une même commune.",
        "lieux:\n  - role: siege\n    commune: Saint-Malo\n    code_insee: '35288'\n"
        "    code_postal: '35400'\n",
        "lieux:\n  - role: siege\n    commune: St Malo\n    code_insee: '35288'\n"
        "    code_postal: '35400'\n",
    )
)
def commune_is_spelled_officially(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """Accents, hyphens and capitals of the commune's name are the reference's."""
    commune = context.territory.commune(lieu.code_insee or "")
    if (
        commune
        and lieu.commune
        and lieu.commune != commune.nom
        and search_key(lieu.commune) == search_key(commune.nom)
    ):
        yield Finding(
            ("commune",),
            f"« {lieu.commune} » s'écrit officiellement « {commune.nom} »",
            f"Écrivez « commune: {commune.nom} ».",
        )


@follows(
    Rule(
        "code-postal-et-commune",
        Severity.ERREUR,
        "Le code postal est l'un de ceux de la commune.",
        "Un code postal de la ville voisine fait paraître le service là où il n'est pas. Un code "
        "Cedex est celui d'une boîte postale, pas d'un lieu.",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35033'\n",
        waivable=True,
    )
)
def postal_code_matches_commune(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """The postal code is one La Poste gives to the commune (data/reference/communes.csv)."""
    commune = context.territory.commune(lieu.code_insee or "")
    if (
        commune
        and commune.codes_postaux
        and lieu.code_postal
        and lieu.code_postal not in commune.codes_postaux
    ):
        plural = "Codes possibles" if len(commune.codes_postaux) > 1 else "Code attendu"
        yield Finding(
            ("code_postal",),
            f"« {lieu.code_postal} » n'est pas un code postal de {commune.nom}",
            f"{plural} : {', '.join(commune.codes_postaux)}.",
        )


@follows(
    Rule(
        "arrondissement",
        Severity.CONSEIL,
        "À Paris, Lyon et Marseille, un lieu est situé par son arrondissement.",
        "La carte et la distance seront plus justes que depuis le centre de la ville.",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n"
        "  - role: antenne\n    commune: Lyon\n    code_insee: '69123'\n"
        "    code_postal: '69007'\n",
    )
)
def arrondissement_is_named(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """A place of a city with arrondissements names its own when the postal code tells which.

    Nobody is asked to be more precise about a hidden place.
    """
    if lieu.code_insee is None or lieu.code_postal is None or lieu.is_hidden:
        return
    served = context.territory.communes_by_postal_code(lieu.code_postal)
    within = [one for one in served if one.commune_parente == lieu.code_insee]
    if len(within) == 1:
        yield Finding(
            ("code_insee",),
            f"le code postal {lieu.code_postal} est celui d'un arrondissement",
            f"Écrivez « commune: {within[0].nom} » et « code_insee: '{within[0].code_insee}' ».",
        )


def unknown_commune(code: str, territory: Territory, commune: str = "") -> tuple[str, str]:
    """What is said of an INSEE code that no commune has; ``commune`` is what it may be of."""
    now = territory.commune(territory.former_code(code) or "")
    if now:
        return (
            f"« {code} » est l'ancien code d'une commune réunie à {now.nom}",
            f"Le code d'aujourd'hui est '{now.code_insee}' ({now.nom}).",
        )
    found = territory.find(commune)
    return (
        f"« {code} » n'est le code Insee d'aucune commune",
        f"Celui de {found[0].nom} est '{found[0].code_insee}'."
        if len(found) == 1
        else "Cherchez-le sur le site de l'Insee : ce n'est pas le code postal.",
    )


PLACE_CHECKS = (
    place_is_located,
    insee_code_exists,
    commune_matches_insee_code,
    commune_is_spelled_officially,
    postal_code_matches_commune,
    arrondissement_is_named,
)
