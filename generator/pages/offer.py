"""What a service offers beside its activity, in sentences: modes, delay, territory, hard situations."""

from dataclasses import dataclass

from generator.directory import Directory
from generator.model.freshness import WAIT_STALE_AFTER_MONTHS, is_older
from generator.model.offer import DelaiAttente, Detention, Violences, Zone
from generator.model.vocabulary import Mode
from generator.pages.filters import counted, enumerated, french_date
from generator.pages.prose import Block, blocks
from generator.typography import no_break


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long one waits: a few words, then sentences with the day this was read."""

    brief: str
    text: str


@dataclass(frozen=True, slots=True)
class Help:
    """What the service does in a hard situation: sentences, then its own words."""

    sentences: tuple[str, ...]
    details: tuple[Block, ...]


def modes(known: tuple[Mode, ...]) -> str:
    """Said only when one need not travel: a service that has places receives people there."""
    if not any(mode.is_remote for mode in known):
        return ""
    words = enumerated([mode.label[0].lower() + mode.label[1:] for mode in known], "ou")
    return f"Les entretiens peuvent se tenir {words}."


def waiting(delay: DelaiAttente | None, directory: Directory) -> Waiting | None:
    """The delay with its date; one that is too old keeps its date and loses its brief words."""
    if delay is None:
        return None
    parts = []
    brief = ""
    if delay.semaines is not None:
        weeks = counted(delay.semaines, "semaine")
        brief = f"Environ {weeks}" if delay.semaines else "Sans attente"
        parts.append(
            f"Environ {weeks} avant le premier rendez-vous."
            if delay.semaines
            else "Premier rendez-vous sans attente."
        )
    if delay.liste_attente is not None:
        brief = brief or ("Liste d'attente" if delay.liste_attente else "Pas de liste d'attente")
        parts.append(
            "Le service tient une liste d'attente."
            if delay.liste_attente
            else "Il n'y a pas de liste d'attente."
        )
    old = is_older(delay.releve_le, WAIT_STALE_AFTER_MONTHS, directory.today)
    parts.append(f"Relevé le {french_date(delay.releve_le)}.")
    if old:
        parts.append(no_break("Cela a pu changer : demandez au service."))
    return Waiting("" if old else brief, " ".join(parts))


def zone(served: Zone | None, directory: Directory) -> tuple[str, ...]:
    """The territory served, a line a kind; names in place of codes."""
    if served is None:
        return ()
    territory = directory.territory
    departements = [one.nom for code in served.departements if (one := territory.departement(code))]
    communes = [town.nom for code in served.communes if (town := territory.commune(code))]
    lines = (enumerated(departements), enumerated(communes), enumerated(served.tribunaux))
    return tuple(no_break(line) for line in (*lines, served.precisions or "") if line)


def violence(violences: Violences | None) -> Help | None:
    """What it does where there was violence, None when its record does not say."""
    if violences is None:
        return None
    sentence = "Les deux parents arrivent et repartent sans pouvoir se croiser."
    return Help((sentence,) if violences.accueil_separe else (), blocks(violences.precisions))


def detention(known: Detention | None) -> Help | None:
    """What it does when a parent is in prison, None when its record does not say."""
    if known is None:
        return None
    sentences = []
    if known.visites:
        sentences.append("Le service accompagne des enfants qui visitent un parent détenu.")
    if known.etablissements:
        sentences.append(f"Il intervient ici : {enumerated(known.etablissements)}.")
    return Help(tuple(no_break(one) for one in sentences), blocks(known.precisions))
