"""What happens, step by step: our own words, by activity and by who decides.

Only what is true of every service of that kind is said here; what is particular to one service is
said by its record. Sources: Code civil, art. 255, 373-2-1, 373-2-9, 373-2-10 and 375-7; décret
2012-1153; caf.fr (free first interview in services conventionnés); Atlas Cnaf 2024 (how mediations
end); fenamef.asso.fr.
"""

from dataclasses import dataclass
from typing import Final

from generator.model.service import Service
from generator.model.vocabulary import Activite, Cadre
from generator.pages.filters import enumerated

_JUDGES: Final = {
    Cadre.ORDONNANCE_JAF: "le juge aux affaires familiales",
    Cadre.JUGE_DES_ENFANTS: "le juge des enfants",
    Cadre.COUR_APPEL: "la cour d'appel",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its name, and what happens."""

    title: str
    text: str


def steps(service: Service) -> tuple[Step, ...]:
    """The steps of the service's activity, in order, as far as its ``cadres`` tell who decides."""
    if service.type is Activite.MEDIATION_FAMILIALE:
        return _mediation(service)
    return _meetings(service)


def _mediation(service: Service) -> tuple[Step, ...]:
    asked = []
    if Cadre.CONVENTIONNEL in service.cadres:
        asked.append("Vous pouvez l'appeler de vous-même, sans décision d'un juge.")
    if _judges(service):
        asked.append("Si un juge a proposé ou ordonné la médiation, donnez sa décision au service.")
    free = service.tarif.premier_entretien_gratuit if service.tarif else None
    price = {
        None: "Il est gratuit dans les services conventionnés.",
        True: "Il est gratuit.",
        False: "Demandez son prix en prenant rendez-vous.",
    }[free]
    return (
        Step("Vous appelez le service", " ".join(asked) or "Il vous dit comment commencer."),
        Step("Un entretien d'information", f"Il vient avant toute séance. {price}"),
        Step(
            "Les séances",
            "Le médiateur aide chacun à se reparler et à chercher un accord. Il ne décide pas à "
            "votre place.",
        ),
        Step(
            "La fin",
            "Un accord écrit, un accord oral, ou pas d'accord\N{NO-BREAK SPACE}: les trois arrivent.",
        ),
    )


def _meetings(service: Service) -> tuple[Step, ...]:
    deciders = list(_judges(service))
    if Cadre.ASE in service.cadres:
        deciders.append("l'aide sociale à l'enfance (ASE)")
    decision = []
    if deciders:
        decision.append(f"Les rencontres peuvent être décidées par {enumerated(deciders, 'ou')}.")
    else:
        decision.append("Le plus souvent, c'est le juge aux affaires familiales qui décide.")
    if Cadre.CONVENTIONNEL in service.cadres:
        decision.append("Des parents peuvent aussi venir d'eux-mêmes.")
    return (
        Step("La décision", " ".join(decision)),
        Step(
            "Vous appelez le service",
            "Les listes d'attente sont fréquentes et le samedi est très demandé\N{NO-BREAK SPACE}: "
            "appelez tôt.",
        ),
        Step(
            "Les rencontres",
            "L'enfant retrouve un parent ou un proche dans ce lieu, ou y passe de l'un à l'autre.",
        ),
    )


def _judges(service: Service) -> tuple[str, ...]:
    return tuple(name for cadre, name in _JUDGES.items() if cadre in service.cadres)
