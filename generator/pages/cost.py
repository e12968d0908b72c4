"""What it costs, in plain words, with the source of each amount."""

from dataclasses import dataclass
from typing import Final

from generator.model.offer import Tarif
from generator.model.service import Service
from generator.model.vocabulary import Activite, Regime
from generator.pages.prose import Block, blocks
from generator.pages.site import Source

NATIONAL_SCALE: Final = Source(
    "https://doczz.fr/doc/3016256",
    "Barème national en vigueur au 1er janvier 2010, tel que l'UDAF du Lot l'a publié",
    "",
)
"""The last complete table that could be read; docs say why there is no calculator."""

_SENTENCES: Final = {
    Regime.GRATUIT: "Gratuit : rien n'est demandé aux familles.",
    Regime.BAREME_CNAF: (
        "De 2 € à environ 131 € par séance et par personne, selon vos revenus. C'est le barème "
        "national de la Cnaf : demandez votre montant au service."
    ),
    Regime.SELON_REVENUS: (
        "Chaque personne paie selon ses revenus. Demandez votre montant au service."
    ),
    Regime.PAYANT: "Le prix ne dépend pas de vos revenus. Demandez-le au service.",
}
_UNKNOWN: Final = {
    Activite.MEDIATION_FAMILIALE: (
        "Prix à demander au service. Quand il est conventionné par la Caf, le premier entretien "
        "d'information est gratuit et le prix des séances dépend de vos revenus."
    ),
    Activite.ESPACE_DE_RENCONTRE: "Prix à demander au service.",
}


_BRIEF: Final = {
    Regime.GRATUIT: "Gratuit",
    Regime.BAREME_CNAF: "Selon vos revenus",
    Regime.SELON_REVENUS: "Selon vos revenus",
    Regime.PAYANT: "Payant",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """A few words, then sentences, what the service adds, and where the scale was read."""

    brief: str
    sentences: tuple[str, ...]
    details: tuple[Block, ...]
    source: Source | None


def cost(tarif: Tarif | None, service: Service) -> Cost:
    """What the service costs, as far as its record tells.

    A médiation familiale that has a convention with the Caf asks for a participation by income (the
    national scale), so its record need not write it again in ``tarif``.
    """
    regime = _regime(tarif, service)
    if tarif is None and regime is None:
        return Cost("À demander au service", (_typed(_UNKNOWN[service.type]),), (), None)
    sentences = []
    brief = "À demander au service"
    if regime is not None:
        brief = _BRIEF[regime]
        sentences.append(_SENTENCES[regime])
    if tarif is not None and tarif.premier_entretien_gratuit is not None:
        price = "gratuit" if tarif.premier_entretien_gratuit else "payant"
        sentences.append(f"Le premier entretien est {price}.")
        if regime is not Regime.GRATUIT:
            brief += f", premier entretien {price}"
    if tarif is not None and tarif.aide_juridictionnelle:
        sentences.append("L'aide juridictionnelle peut prendre en charge la mesure.")
    if regime is None and tarif is not None and tarif.precisions is None:
        sentences.append("Pour le reste, demandez le prix au service.")
    return Cost(
        brief,
        tuple(_typed(one) for one in sentences),
        blocks(tarif.precisions) if tarif else (),
        NATIONAL_SCALE if regime is Regime.BAREME_CNAF else None,
    )


def _regime(tarif: Tarif | None, service: Service) -> Regime | None:
    if tarif is not None and tarif.regime is not None:
        return tarif.regime
    funded = service.conventionnement
    mediation = service.type is Activite.MEDIATION_FAMILIALE
    return Regime.BAREME_CNAF if mediation and funded and funded.caf else None


def _typed(text: str) -> str:
    return text.replace(" €", "\N{NO-BREAK SPACE}€").replace(" :", "\N{NO-BREAK SPACE}:")
