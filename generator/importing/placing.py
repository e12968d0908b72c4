"""What the territory and the form of records add to a draft: communes, département, identifier."""

from collections.abc import Container, Mapping
from typing import Any

from generator.drafting import proposed_id
from generator.importing.draft import Draft, Reading, Remark, get
from generator.model.vocabulary import Activite, AdresseVisible, Role, Statut, StatutVerification
from generator.records.identifiers import is_valid_id
from generator.territory import Territory


def situate(draft: Draft, territory: Territory, reading: Reading) -> None:
    """Give each place of ``draft`` its commune's official name and code, when one commune fits.

    A place that has its code is left as it is; of several communes none is chosen.
    """
    for rank, lieu in enumerate(_lieux(draft.data), 1):
        if lieu.get("code_insee") or lieu.get("adresse_visible") == AdresseVisible.DEPARTEMENT:
            continue
        told = [lieu.get(key) for key in ("code_postal", "commune") if lieu.get(key)]
        if not told or not all(isinstance(one, str) for one in told):
            continue
        asked = " ".join(map(str, told))
        found = territory.find(asked)
        if len(found) == 1:
            lieu["commune"], lieu["code_insee"] = found[0].nom, found[0].code_insee
            if not lieu.get("code_postal") and len(found[0].codes_postaux) == 1:
                lieu["code_postal"] = found[0].codes_postaux[0]
        else:
            names = ", ".join(f"{one.nom} ({one.code_insee})" for one in found[:5])
            reading.remark(
                draft.place_of(f"lieux[{rank}].commune"),
                f"« {asked} » peut être : {names}. Donnez le code Insee."
                if names
                else f"aucune commune ne s'appelle « {asked} »",
            )


def complete(draft: Draft, activity: str, source: str) -> None:
    """Give a new record what every record says and the file does not.

    ``activity`` and ``source`` (an address) are what the user says of the whole file.
    """
    data = draft.data
    if activity:
        data.setdefault("type", activity)
    data.setdefault("statut", Statut.OUVERT.value)
    data.setdefault("verification", {"statut": StatutVerification.A_CONFIRMER.value})
    if source:
        data.setdefault("sources", [{"url": source}])
    for rank, lieu in enumerate(_lieux(data)):
        lieu.setdefault("role", (Role.ANTENNE if rank else Role.SIEGE).value)


def departement_of(draft: Draft, territory: Territory) -> str:
    """The code of the département of the draft's folder; empty when nothing tells it."""
    if draft.departement:
        return draft.departement
    for lieu in _lieux(draft.data):
        commune = territory.commune(str(lieu.get("code_insee", "")))
        code = commune.departement if commune else lieu.get("departement", "")
        if code:
            return str(code)
    zone = get(draft.data, "zone", "departements")
    return str(zone[0]) if isinstance(zone, list) and zone else ""


def identifier_of(draft: Draft, departement: str, used: Container[str]) -> str:
    """The draft's own identifier, or one by the rule of ``annuaire new``; empty without either."""
    if draft.identifier:
        if not is_valid_id(draft.identifier):
            draft.faults.append(
                Remark(draft.place, f"« {draft.identifier} » ne peut pas être un identifiant")
            )
            return ""
        return draft.identifier
    activity = draft.data.get("type")
    chosen = next((one for one in Activite if one == activity), None)
    name = get(draft.data, "gestionnaire", "nom") or draft.data.get("nom")
    if chosen is None or not isinstance(name, str):
        draft.faults.append(
            Remark(
                draft.place_of("type"),
                "l'activité n'est pas dite, et ne se devine pas : ajoutez une colonne « type », ou "
                f"--type {' ou --type '.join(Activite)}"
                if chosen is None
                else "l'organisme n'est pas dit",
            )
        )
        return ""
    return proposed_id(chosen, name, departement, used)


def _lieux(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    value = data.get("lieux")
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
