"""Where a record is filed, and what it serves: its folder, its main place, its territory."""

from collections.abc import Iterator

from generator.checks.places import unknown_commune
from generator.checks.rules import Context, Finding, follows
from generator.model.service import Service
from generator.model.vocabulary import Mode, Role, Statut
from generator.problems import Severity
from generator.rules import Rule


@follows(
    Rule(
        "departement-connu",
        Severity.ERREUR,
        "Un département ou une commune desservie existe.",
        "Le site ne saurait pas où montrer le service.",
        "zone:\n  departements: ['35']\n  communes: ['35238']\n",
        "zone:\n  communes: ['35999']\n",
    )
)
def territory_exists(service: Service, context: Context) -> Iterator[Finding]:
    """The folder is a département's, and the zone names communes of today.

    The codes of départements that a record may hold are those of the tables
    (``tests/territory/test_data.py``).
    """
    territory = context.territory
    if territory.departement(service.departement) is None:
        yield Finding(
            (),
            f"le dossier « {service.departement} » n'est pas celui d'un département",
            "Rangez la fiche dans le dossier du département de son lieu principal.",
        )
    for index, code in enumerate(service.zone.communes if service.zone else ()):
        if territory.commune(code) is None:
            location = ("zone", "communes", index)
            yield Finding(location, *unknown_commune(code, territory))


@follows(
    Rule(
        "lieu-principal",
        Severity.ERREUR,
        "Le lieu principal est écrit en premier, et il n'y en a qu'un.",
        "C'est lui qui classe la fiche et que la page montre d'abord.",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n"
        "  - role: antenne\n    commune: Vitré\n    code_insee: '35360'\n"
        "    code_postal: '35500'\n",
        "lieux:\n  - role: antenne\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n"
        "  - role: siege\n    commune: Vitré\n    code_insee: '35360'\n"
        "    code_postal: '35500'\n",
    )
)
def main_place_comes_first(service: Service, context: Context) -> Iterator[Finding]:
    """``role: siege`` is for the first place only (a service may have none)."""
    for index, lieu in enumerate(service.lieux[1:], 1):
        if lieu.role is not Role.SIEGE:
            continue
        second = service.lieux[0].role is Role.SIEGE
        yield Finding(
            ("lieux", index, "role"),
            "un lieu principal est déjà donné plus haut"
            if second
            else "le lieu principal n'est pas le premier de la liste",
            "Écrivez « role: antenne » pour ce lieu."
            if second
            else "Mettez ce lieu en tête de liste, ou écrivez « role: antenne ».",
            needs=(("lieux", 0, "role"),),
        )


@follows(
    Rule(
        "dossier-du-departement",
        Severity.ERREUR,
        "Une fiche est rangée dans le dossier du département de son lieu principal.",
        "C'est là que chacun la cherche, et c'est ce dossier qui la classe dans les listes.",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n",
        "lieux:\n  - role: siege\n    commune: Nantes\n    code_insee: '44109'\n"
        "    code_postal: '44000'\n",
    )
)
def folder_is_main_place(service: Service, context: Context) -> Iterator[Finding]:
    """The folder of the file is the département of the first place."""
    lieu = service.main_place
    if lieu is None:
        return
    commune = context.territory.commune(lieu.code_insee or "")
    departement = commune.departement if commune else lieu.departement
    if departement and departement != service.departement:
        field = "code_insee" if commune else "departement"
        yield Finding(
            ("lieux", 0, field),
            f"la fiche est dans le dossier « {service.departement} », "
            f"mais son lieu principal est dans le département {departement}",
            f"Déplacez le fichier dans data/services/{departement}/, "
            "ou mettez le lieu principal en premier.",
            needs=(("lieux", 0),),
        )


@follows(
    Rule(
        "lieu-present",
        Severity.ERREUR,
        "Un service ouvert reçoit quelque part, ou seulement à distance.",
        "Un service sans lieu n'apparaîtrait dans aucune liste.",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n",
        "# lieux:\n",
    )
)
def open_service_has_a_place(service: Service, context: Context) -> Iterator[Finding]:
    """An open service has at least one place, or is remote only."""
    remote_only = bool(service.modes) and all(mode.is_remote for mode in service.modes)
    if service.statut is Statut.OUVERT and not service.lieux and not remote_only:
        yield Finding(
            ("lieux",),
            "aucun lieu n'est donné",
            "Ajoutez au moins un lieu, ou dites que le service reçoit seulement à distance "
            f"(« modes: [{Mode.VISIO.value}] »).",
            needs=(("lieux",), ("modes",), ("statut",)),
        )


SERVICE_CHECKS = (
    territory_exists,
    main_place_comes_first,
    folder_is_main_place,
    open_service_has_a_place,
)
