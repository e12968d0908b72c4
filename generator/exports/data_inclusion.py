"""data·inclusion v1: the tables ``structures`` and ``services`` of the French inclusion platform.

Fields, codes and limits after the package ``data-inclusion-schema``, which the tests read every row
with. That schema has no status: only open services are given. A structure is a record, not an
operator, because only our records have permanent identifiers; one service row stands for one place.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypedDict

from generator.exports.csv import write_csv
from generator.exports.dates import checked_on
from generator.exports.export import Release
from generator.exports.json import line, lines_of
from generator.exports.places import exact_point, located
from generator.exports.table_schema import PROFILE
from generator.exports.values import SEPARATOR, Plain
from generator.model.phone import Phone
from generator.model.service import Acces, Lieu, Service, Tarif
from generator.model.vocabulary import Demarche, Forme, Mode, Regime, Reseau, Statut

SOURCE = "annuaire-mediation-rencontre"
"""Our name among the producers of data·inclusion."""

THEMES = (
    "famille--soutien-a-la-parentalite-et-a-leducation",
    "famille--surmonter-conflits-separation-violence",
)
NETWORKS = {Reseau.FNCIDFF: "cidff", Reseau.UNAF: "unaf"}
OPERATORS = {
    Forme.CAF: "caf",
    Forme.CIDFF: "cidff",
    Forme.MSA: "mutualite-sociale-agricole",
    Forme.UDAF: "unaf",
}
MOBILISATION = {
    Demarche.COURRIEL: "envoyer-un-courriel",
    Demarche.SUR_PLACE: "se-presenter",
    Demarche.TELEPHONE: "telephoner",
}
_BY_THEMSELVES = {Demarche.COURRIEL, Demarche.EN_LIGNE, Demarche.SUR_PLACE, Demarche.TELEPHONE}
_SHORTEST_NAME, _LONGEST_NAME = 3, 150
_SHORTEST_TEXT = 5


class Located(TypedDict):
    """Where: the part of a row that both tables have."""

    commune: str | None
    code_postal: str | None
    code_insee: str | None
    adresse: str | None
    complement_adresse: str | None
    longitude: float | None
    latitude: float | None


class Structure(TypedDict):
    """A row of ``structures``, in the order of its columns; every key is always there."""

    source: str
    id: str
    nom: str
    date_maj: str
    description: str | None
    lien_source: str
    siret: str | None
    commune: str | None
    code_postal: str | None
    code_insee: str | None
    adresse: str | None
    complement_adresse: str | None
    longitude: float | None
    latitude: float | None
    telephone: str | None
    courriel: str | None
    site_web: str | None
    horaires_accueil: str | None
    accessibilite_lieu: str | None
    reseaux_porteurs: list[str] | None


class ServiceRow(TypedDict):
    """A row of ``services``, in the order of its columns; every key is always there."""

    source: str
    structure_id: str
    id: str
    nom: str
    description: str
    lien_source: str
    date_maj: str
    type: str | None
    thematiques: list[str]
    frais: str | None
    frais_precisions: str | None
    publics: list[str]
    publics_precisions: str | None
    conditions_acces: str | None
    commune: str | None
    code_postal: str | None
    code_insee: str | None
    adresse: str | None
    complement_adresse: str | None
    longitude: float | None
    latitude: float | None
    telephone: str | None
    courriel: str | None
    modes_accueil: list[str] | None
    zone_eligibilite: list[str] | None
    contact_nom_prenom: None
    lien_mobilisation: str | None
    modes_mobilisation: list[str] | None
    mobilisable_par: list[str] | None
    mobilisation_precisions: str | None
    volume_horaire_hebdomadaire: None
    nombre_semaines: None
    horaires_accueil: str | None


def structures(release: Release) -> list[Structure]:
    """One row an open service: who runs it, and where its main place is."""
    return [_structure(service, day, release) for service, day in _open(release)]


def services(release: Release) -> list[ServiceRow]:
    """One row a place of an open service; one for a service that receives nobody on the spot."""
    return [
        _service(service, rank, lieu, day, release)
        for service, day in _open(release)
        for rank, lieu in enumerate(_places(service, release), start=1 if service.lieux else 0)
    ]


def rows_json(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The rows as a list, one a line: that schema knows no envelope."""
    return lines_of(map(line, rows)) + b"\n"


def rows_csv(shape: type[Structure] | type[ServiceRow], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The same rows in CSV, the columns of ``shape``; lists are joined as in all our CSV files."""
    names = tuple(shape.__annotations__)
    return write_csv(names, ([_plain(row[name]) for name in names] for row in rows))


def csv_schema(shape: type[Structure] | type[ServiceRow]) -> dict[str, Any]:
    """The Table Schema of ``rows_csv``: without one, a reader takes the code ``01000`` for 1000."""
    fields = [{"name": name, **_field(kind)} for name, kind in shape.__annotations__.items()]
    return {"$schema": PROFILE, "fields": fields, "missingValues": [""], "primaryKey": ["id"]}


def _field(kind: Any) -> dict[str, Any]:
    if kind == float | None:
        return {"type": "number"}
    if kind in (list[str], list[str] | None):
        return {"type": "list", "delimiter": SEPARATOR, "itemType": "string"}
    return {"type": "string"}


def _plain(value: Any) -> Plain:
    return tuple(value) if isinstance(value, list) else value


def _open(release: Release) -> Iterator[tuple[Service, datetime.date]]:
    """Open services, with the day they were last checked: the schema demands one."""
    for service in release.directory.services:
        day = checked_on(service) or release.directory.date
        if service.statut is Statut.OUVERT and day:
            yield service, day


def _places(service: Service, release: Release) -> tuple[Lieu | None, ...]:
    return tuple(located(lieu, release.directory) for lieu in service.lieux) or (None,)


def _structure(service: Service, day: datetime.date, release: Release) -> Structure:
    operator, main = service.gestionnaire, _places(service, release)[0]
    networks = {NETWORKS[one] for one in operator.reseaux if one in NETWORKS}
    if operator.forme in OPERATORS:
        networks.add(OPERATORS[operator.forme])
    return {
        "source": SOURCE,
        "id": _identifier(service),
        "nom": _name(operator.nom),
        "date_maj": day.isoformat(),
        "description": None,
        "lien_source": release.absolute(f"services/{service.id}/"),
        "siret": operator.siret,
        **_address(main),
        "telephone": _grouped(service.contact.telephone),
        "courriel": service.contact.courriel,
        "site_web": operator.site_web or service.own_site,
        "horaires_accueil": None,
        "accessibilite_lieu": _acceslibre(main),
        "reseaux_porteurs": sorted(networks) or None,
    }


def _service(
    service: Service, rank: int, lieu: Lieu | None, day: datetime.date, release: Release
) -> ServiceRow:
    contact = service.contact
    acces, tarif = service.acces or Acces(), service.tarif or Tarif()
    return {
        "source": SOURCE,
        "structure_id": _identifier(service),
        "id": f"{_identifier(service)}--{rank}",
        "nom": _name(service.nom),
        "description": _description(service),
        "lien_source": release.absolute(f"services/{service.id}/"),
        "date_maj": day.isoformat(),
        "type": None,
        "thematiques": list(THEMES),
        "frais": _fees(tarif.regime) if tarif.regime else None,
        "frais_precisions": _joined(
            tarif.regime.definition if tarif.regime else None, tarif.precisions
        ),
        "publics": ["familles"],
        "publics_precisions": _joined(", ".join(one.label for one in acces.qui)),
        "conditions_acces": _joined("\n".join(acces.documents)),
        **_address(lieu),
        "telephone": _grouped((lieu and lieu.telephone) or contact.telephone),
        "courriel": (lieu and lieu.courriel) or contact.courriel,
        "modes_accueil": _reception(service, lieu),
        "zone_eligibilite": _zone(service),
        "contact_nom_prenom": None,
        "lien_mobilisation": contact.rendez_vous,
        "modes_mobilisation": _mobilisation(service),
        "mobilisable_par": _mobilised_by(service),
        "mobilisation_precisions": acces.precisions,
        "volume_horaire_hebdomadaire": None,
        "nombre_semaines": None,
        "horaires_accueil": str(lieu.horaires) if lieu and lieu.horaires else None,
    }


def _identifier(service: Service) -> str:
    return f"{SOURCE}--{service.id}"


def _name(name: str) -> str:
    """Within the limits of the schema, and without a final full stop."""
    name = name.rstrip(". ")
    if len(name) < _SHORTEST_NAME:
        return f"Service {name}"
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def _description(service: Service) -> str:
    text = "\n\n".join(filter(None, (service.resume, service.description)))
    return text if len(text) >= _SHORTEST_TEXT else f"{service.type.label} : {text}"


def _address(lieu: Lieu | None) -> Located:
    """What may be shown of the place: never a street of a hidden one, never a commune's centre."""
    if lieu is None:
        return dict.fromkeys(Located.__annotations__)  # type: ignore[return-value] # all may be None
    latitude, longitude = exact_point(lieu) or (None, None)
    return {
        "commune": lieu.commune,
        "code_postal": lieu.code_postal,
        "code_insee": lieu.code_insee,
        "adresse": None if lieu.is_hidden else lieu.adresse,
        "complement_adresse": None if lieu.is_hidden else lieu.complement,
        "longitude": longitude,
        "latitude": latitude,
    }


def _acceslibre(lieu: Lieu | None) -> str | None:
    return lieu.accessibilite.acceslibre if lieu and lieu.accessibilite else None


def _grouped(phone: Phone | None) -> str | None:
    """As people read it: E.164 is what the schema prefers, but ``+33`` is no text to a spreadsheet."""
    return phone.grouped if phone else None


def _fees(regime: Regime) -> str:
    return "gratuit" if regime is Regime.GRATUIT else "payant"


def _reception(service: Service, lieu: Lieu | None) -> list[str] | None:
    remote = any(mode.is_remote for mode in service.modes)
    present = lieu is not None or Mode.PRESENTIEL in service.modes
    modes = [*["a-distance"] * remote, *["en-presentiel"] * present]
    return modes or None


def _zone(service: Service) -> list[str] | None:
    if service.zone is None:
        return None
    return list(service.zone.communes or service.zone.departements) or None


def _mobilisation(service: Service) -> list[str] | None:
    steps = service.acces.comment if service.acces else ()
    found = {MOBILISATION[step] for step in steps if step in MOBILISATION}
    if service.contact.rendez_vous:
        found.add("utiliser-lien-mobilisation")
    return sorted(found) or None


def _mobilised_by(service: Service) -> list[str] | None:
    steps = set(service.acces.comment) if service.acces else set()
    people = ["professionnels"] * (Demarche.ORIENTATION in steps)
    return [*people, *["usagers"] * bool(steps & _BY_THEMSELVES)] or None


def _joined(*parts: str | None) -> str | None:
    return "\n".join(filter(None, parts)) or None
