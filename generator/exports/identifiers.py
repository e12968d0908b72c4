"""``ids.csv``: every identifier ever used, and what became of it."""

from collections.abc import Iterator
from operator import itemgetter

from generator.exports.columns import Column, Facts, Kind
from generator.exports.export import Release
from generator.exports.tables import Table
from generator.exports.values import Plain
from generator.model.service import Service
from generator.model.vocabulary import Statut, Term
from generator.register import Raison

PATH = "donnees/ids.csv"


class Devenir(Term):
    """What became of an identifier."""

    PRESENT = ("present", "Présent", "La fiche est publiée sous ce nom, et le service existe.")
    FERME = ("ferme", "Fermé", "La fiche est publiée sous ce nom ; le service a fermé.")
    REMPLACE = (
        "remplace",
        "Fermé et remplacé",
        "La fiche est publiée sous ce nom ; le service a fermé, et celui de « vers » a pris la suite.",
    )
    RENOMME = ("renomme", "Renommé", "La fiche est publiée sous le nom donné dans « vers ».")
    EFFACE = ("efface", "Effacé", "La fiche a été effacée : il n'en reste que l'identifiant.")


_COLUMNS: tuple[tuple[str, str, str, Facts], ...] = (
    (
        "id",
        "Identifiant",
        "Un identifiant qui sert ou a servi.",
        Facts(Kind.TEXT, many=False, terms=None, constraints={}),
    ),
    (
        "devenir",
        "Devenir",
        "Ce que l'identifiant est devenu : "
        + " ; ".join(
            f"{term.value} : {term.definition[:1].lower()}{term.definition[1:-1]}"
            for term in Devenir
        )
        + ".",
        Facts(Kind.TEXT, many=False, terms=Devenir, constraints={}),
    ),
    (
        "vers",
        "Vers",
        "L'identifiant de la fiche renommée, ou du service qui a pris la suite.",
        Facts(Kind.TEXT, many=False, terms=None, constraints={}),
    ),
    (
        "le",
        "Le",
        "Le jour de la fermeture ou de l'effacement, s'il est connu.",
        Facts(Kind.DATE, many=False, terms=None, constraints={}),
    ),
    (
        "raison",
        "Raison",
        "Pourquoi la fiche a été effacée.",
        Facts(Kind.TEXT, many=False, terms=Raison, constraints={}),
    ),
)


def identifiers_table(release: Release) -> Table:
    """One row an identifier, in their order."""
    columns = tuple(
        Column(name, title, description, facts, itemgetter(rank), required=rank < 2)
        for rank, (name, title, description, facts) in enumerate(_COLUMNS)
    )
    return Table("ids", "Les identifiants", columns, sorted(_rows(release), key=itemgetter(0)))


def _rows(release: Release) -> Iterator[tuple[Plain, ...]]:
    for service in release.directory.services:
        became = _became(service)
        yield service.id, became.value, service.remplace_par, service.ferme_le, None
        for old in service.anciens_identifiants:
            yield old, Devenir.RENOMME.value, service.id, None, None
    for one in release.past.erasures:
        yield one.identifier, Devenir.EFFACE.value, None, one.day, one.reason.value


def _became(service: Service) -> Devenir:
    if service.statut is not Statut.FERME:
        return Devenir.PRESENT
    return Devenir.REMPLACE if service.remplace_par else Devenir.FERME
