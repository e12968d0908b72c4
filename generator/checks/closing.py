"""Services that closed: what their record still says, and who took over."""

from collections.abc import Iterator

from generator.checks.rules import Context, Finding, Location, Records, follows
from generator.model.service import Service
from generator.model.vocabulary import Statut
from generator.problems import Severity
from generator.rules import Example, Rule


@follows(
    Rule(
        "fermeture-datee",
        Severity.ERREUR,
        "Une date de fermeture ou un successeur ne se donnent que pour un service fermé.",
        "Les visiteurs liraient qu'un service ouvert a fermé.",
        "statut: ferme\nferme_le: '2025-12-31'\n",
        "statut: ouvert\nferme_le: '2025-12-31'\n",
    )
)
def only_closed_services_have_an_end(service: Service, context: Context) -> Iterator[Finding]:
    """``ferme_le`` and ``remplace_par`` are for closed services."""
    if service.statut is Statut.FERME:
        return
    for name in ("ferme_le", "remplace_par"):
        if getattr(service, name) is not None:
            yield Finding(
                (name,),
                f"« {name} » est donné alors que le service n'est pas fermé",
                "Écrivez « statut: ferme », ou retirez cette ligne.",
                needs=(("statut",),),
            )


@follows(
    Rule(
        "service-ferme-actif",
        Severity.AVERTISSEMENT,
        "Un service fermé n'annonce plus ni horaires, ni délai, ni rendez-vous.",
        "Une famille qui lit des horaires se déplace.",
        "statut: ferme\nlieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n",
        "statut: ferme\nlieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n    horaires: Mo-Fr 09:00-12:00\n",
    )
)
def closed_service_announces_nothing(service: Service, context: Context) -> Iterator[Finding]:
    """A closed service has no hours, closures, waiting time nor appointment page."""
    if service.statut is not Statut.FERME:
        return
    for location, value in _announced(service):
        if value:
            name = location[-1]
            yield Finding(
                location,
                f"le service est fermé, et « {name} » est encore donné",
                "Retirez cette ligne ; si le service doit rouvrir, écrivez "
                "« statut: ferme_temporairement ».",
                needs=(("statut",),),
            )


def _announced(service: Service) -> Iterator[tuple[Location, object]]:
    yield ("contact", "rendez_vous"), service.contact.rendez_vous
    yield ("delai_attente",), service.delai_attente
    for index, lieu in enumerate(service.lieux):
        for name in ("horaires", "horaires_texte", "fermetures"):
            yield ("lieux", index, name), getattr(lieu, name)


_CLOSED = "# 35/mediation-ancienne-35.yaml\nstatut: ferme\nremplace_par: mediation-nouvelle-35\n"


@follows(
    Rule(
        "successeur-introuvable",
        Severity.ERREUR,
        "Le successeur d'un service fermé est une autre fiche de l'annuaire.",
        "La page du service fermé y conduit les familles : le chemin doit mener quelque part.",
        _CLOSED + "# 35/mediation-nouvelle-35.yaml\nnom: Médiation familiale Aurore\n",
        _CLOSED,
        Example.RECORDS,
    )
)
def successor_exists(records: Records, context: Context) -> Iterator[tuple[str, Finding]]:
    """``remplace_par`` names another record, and following it never comes round."""
    next_of = {one.id: one.remplace_par for one in records.services if one.remplace_par}
    renamed = {old: one.id for one in records.services for old in one.anciens_identifiants}
    for identifier, successor in next_of.items():
        if successor == identifier:
            what = f"« {successor} » est cette fiche elle-même"
            hint = "Donnez l'identifiant d'une autre fiche, ou retirez cette ligne."
        elif successor not in records.ids:
            what = f"aucune fiche n'a l'identifiant « {successor} »"
            now = renamed.get(successor)
            hint = (
                f"Cette fiche a changé de nom : écrivez « remplace_par: {now} »."
                if now
                else "Vérifiez l'identifiant (le nom du fichier, sans « .yaml »), ou retirez la ligne."
            )
        elif identifier in (way := _way(identifier, next_of)):
            what = f"les successeurs tournent en rond : {' → '.join((identifier, *way))}"
            hint = "Retirez « remplace_par » de la fiche du service qui a pris la suite."
        else:
            continue
        yield identifier, Finding(("remplace_par",), what, hint)


def _way(start: str, next_of: dict[str, str]) -> list[str]:
    """The identifiers met from successor to successor, up to the last or the first met again."""
    way: dict[str, None] = {}
    current = next_of.get(start)
    while current and current not in way:
        way[current] = None
        current = next_of.get(current)
    return list(way)


@follows(
    Rule(
        "successeur-ferme",
        Severity.AVERTISSEMENT,
        "Le successeur d'un service fermé n'est pas fermé lui aussi, sans successeur.",
        "La page conduirait les familles d'une porte fermée à une autre.",
        _CLOSED + "# 35/mediation-nouvelle-35.yaml\nnom: Médiation familiale Aurore\n",
        _CLOSED + "# 35/mediation-nouvelle-35.yaml\nstatut: ferme\n",
        Example.RECORDS,
    )
)
def successor_is_open(records: Records, context: Context) -> Iterator[tuple[str, Finding]]:
    """A successor that closed has a successor of its own."""
    ends = {
        one.id for one in records.services if one.statut is Statut.FERME and not one.remplace_par
    }
    for service in records.services:
        if service.remplace_par in ends - {service.id}:
            yield (
                service.id,
                Finding(
                    ("remplace_par",),
                    f"le service « {service.remplace_par} » est fermé lui aussi, sans successeur",
                    "Donnez un service ouvert, ou retirez cette ligne : la page montrera les "
                    "services les plus proches.",
                ),
            )


@follows(
    Rule(
        "identifiant-deja-pris",
        Severity.ERREUR,
        "Un ancien identifiant n'est celui d'aucune autre fiche, d'aujourd'hui ou d'hier.",
        "Une adresse du site ne mène qu'à un service, toujours le même.",
        "# 35/mediation-exemple-35.yaml\nanciens_identifiants: [mediation-ancienne-35]\n",
        "# 35/mediation-exemple-35.yaml\nanciens_identifiants: [mediation-autre-35]\n"
        "# 35/mediation-autre-35.yaml\nnom: Médiation familiale Aurore\ncontact:\n"
        "  telephone: '01 99 00 12 35'\n",
        Example.RECORDS,
    )
)
def former_ids_are_free(records: Records, context: Context) -> Iterator[tuple[str, Finding]]:
    """A former id is no record's id, and no other record's former id."""
    holder: dict[str, str] = {}
    for service in records.services:
        for index, old in enumerate(service.anciens_identifiants):
            if old == service.id:
                what = f"« {old} » est l'identifiant actuel de cette fiche"
            elif old in records.ids:
                what = f"« {old} » est l'identifiant d'une autre fiche"
            elif (first := holder.setdefault(old, service.id)) != service.id:
                what = f"« {old} » est déjà un ancien identifiant de « {first} »"
            else:
                continue
            hint = "Retirez cette ligne : un identifiant ne sert qu'à un service, pour toujours."
            yield service.id, Finding(("anciens_identifiants", index), what, hint)


SERVICE_CHECKS = (only_closed_services_have_an_end, closed_service_announces_nothing)
RECORDS_CHECKS = (successor_exists, successor_is_open, former_ids_are_free)
