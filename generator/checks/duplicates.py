"""Records that may be about the same service, and organisations written in two ways."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.checks.likeness import name_key, neighbours
from generator.checks.rules import Context, Finding, Location, Records, follows
from generator.model.service import Lieu, Service
from generator.model.vocabulary import Precision, Statut
from generator.problems import Severity
from generator.rules import Example, Rule
from generator.territory import distance_km, search_key

SAME_PLACE_KM = 0.3
"""Two points closer than this may be one place."""


@follows(
    Rule(
        "doublon-probable",
        Severity.AVERTISSEMENT,
        "Un service n'a qu'une fiche.",
        "De deux fiches du même service, l'une finit par être fausse. Le même Siret, le même "
        "numéro ou presque le même nom au même endroit, pour la même activité, le font craindre.",
        "# 35/mediation-exemple-35.yaml\ncontact:\n  telephone: '01 99 00 12 34'\n"
        "# 35/mediation-aurore-35.yaml\nnom: Médiation familiale Aurore\ncontact:\n"
        "  telephone: '01 99 00 12 35'\n",
        "# 35/mediation-exemple-35.yaml\ncontact:\n  telephone: '01 99 00 12 34'\n"
        "# 35/mediation-aurore-35.yaml\nnom: Médiation familiale Aurore\ncontact:\n"
        "  telephone: '01 99 00 12 34'\n",
        Example.RECORDS,
    )
)
def services_have_one_record(records: Records, context: Context) -> Iterator[tuple[str, Finding]]:
    """Open services of one activity differ by SIRET, by phone and by name at one place."""
    told: set[tuple[str, str]] = set()
    candidates = [one for one in records.services if one.statut is not Statut.FERME]
    for location, what, first, second in chain(
        _same(candidates, ("gestionnaire", "siret"), "le même Siret"),
        _same(candidates, ("contact", "telephone"), "le même numéro de téléphone"),
        _near_with_one_name(candidates),
    ):
        pair = (first.id, second.id)
        if first.id == second.id or pair in told:
            continue
        told.add(pair)
        yield (
            second.id,
            Finding(
                location,
                f"la fiche « {first.id} » a la même activité et {what}",
                "Si c'est le même service, gardez une seule fiche et écrivez l'identifiant de "
                "l'autre dans « anciens_identifiants » ; sinon, dites pourquoi dans « derogations ».",
            ),
        )


_Pair = tuple[Location, str, Service, Service]


def _same(services: Iterable[Service], location: tuple[str, str], what: str) -> Iterator[_Pair]:
    """Each service that has the same value at ``location`` as an earlier one of its activity."""
    first: dict[object, Service] = {}
    for service in services:
        value = getattr(getattr(service, location[0]), location[1])
        if value is not None:
            earlier = first.setdefault((service.type, value), service)
            if earlier is not service:
                yield location, what, earlier, service


def _near_with_one_name(services: Sequence[Service]) -> Iterator[_Pair]:
    """Services of one activity with nearly one name that have a place in common."""
    blocks: defaultdict[object, dict[str, tuple[int, Service, Lieu]]] = defaultdict(dict)
    for rank, service in enumerate(services):
        for lieu in service.lieux:
            if lieu.code_insee:
                block = blocks[service.type, lieu.code_insee]
                block.setdefault(service.id, (rank, service, lieu))
    for block in blocks.values():
        keyed = [(name_key(one[1].nom), one) for one in block.values()]
        for one, other in neighbours(keyed):
            (_, first, here), (_, second, there) = sorted((one, other), key=lambda item: item[0])
            if _is_same_place(here, there):
                yield ("nom",), "presque le même nom, au même endroit", first, second


def _is_same_place(here: Lieu, there: Lieu) -> bool:
    """Whether two places of one commune may be one: near points, else no streets that differ."""
    points = [_point(here), _point(there)]
    if points[0] and points[1]:
        return distance_km(*points[0], *points[1]) <= SAME_PLACE_KM
    streets = {search_key(one.adresse) for one in (here, there) if one.adresse}
    return len(streets) < 2


def _point(lieu: Lieu) -> tuple[float, float] | None:
    if lieu.latitude is None or lieu.longitude is None or lieu.precision is Precision.COMMUNE:
        return None
    return lieu.latitude, lieu.longitude


@follows(
    Rule(
        "organisme-orthographe",
        Severity.AVERTISSEMENT,
        "Un organisme s'écrit de la même façon dans toutes ses fiches.",
        "C'est ce qui réunit ses services, et le compte des organismes en dépend.",
        "# 35/mediation-exemple-35.yaml\ngestionnaire:\n  nom: Association Aurore\n"
        "  rna: W351234567\n"
        "# 35/espace-rencontre-aurore-35.yaml\ntype: espace_de_rencontre\n"
        "nom: Espace de rencontre Aurore\ngestionnaire:\n  nom: Association Aurore\n"
        "  rna: W351234567\ncontact:\n  telephone: '01 99 00 12 35'\n",
        "# 35/mediation-exemple-35.yaml\ngestionnaire:\n  nom: Association Aurore\n"
        "  rna: W351234567\n"
        "# 35/espace-rencontre-aurore-35.yaml\ntype: espace_de_rencontre\n"
        "nom: Espace de rencontre Aurore\ngestionnaire:\n  nom: Aurore (association)\n"
        "  rna: W351234567\ncontact:\n  telephone: '01 99 00 12 35'\n",
        Example.RECORDS,
    )
)
def organisations_have_one_spelling(
    records: Records, context: Context
) -> Iterator[tuple[str, Finding]]:
    """The name of an organisation is the one most of its records give; the others are told."""
    uses = Counter(one.gestionnaire.nom for one in records.services)
    told: set[str] = set()
    for group in _organisations(records.services):
        usual = min({one.gestionnaire.nom for one in group}, key=lambda name: (-uses[name], name))
        for service in group:
            name = service.gestionnaire.nom
            if name != usual and service.id not in told:
                told.add(service.id)
                yield (
                    service.id,
                    Finding(
                        ("gestionnaire", "nom"),
                        f"d'autres fiches du même organisme écrivent « {usual} »",
                        "Gardez une seule façon d'écrire son nom ; si ce sont deux organismes, "
                        "dites-le dans « derogations ».",
                    ),
                )


def _organisations(services: Iterable[Service]) -> Iterator[list[Service]]:
    """Groups of records that are about one organisation and do not all write its name alike."""
    by_key: defaultdict[object, list[Service]] = defaultdict(list)
    by_departement: defaultdict[str, list[tuple[tuple[str, ...], Service]]] = defaultdict(list)
    spellings: set[tuple[str, str]] = set()
    for service in services:
        manager = service.gestionnaire
        by_key[search_key(manager.nom)].append(service)
        for kind, value in (
            ("siren", (manager.siret or "")[:9]),
            ("rna", manager.rna),
            ("site", manager.site_web),
        ):
            if value:
                by_key[kind, value].append(service)
        if (service.departement, manager.nom) not in spellings:
            spellings.add((service.departement, manager.nom))
            by_departement[service.departement].append((name_key(manager.nom), service))
    for group in by_key.values():
        if len({one.gestionnaire.nom for one in group}) > 1:
            yield group
    for named in by_departement.values():
        for one, other in neighbours(named):
            yield [one, other]


RECORDS_CHECKS = (services_have_one_record, organisations_have_one_spelling)
