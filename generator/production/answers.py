"""What a directory answers to the questions of pages, as digests: same digest, same answer."""

from collections.abc import Iterable
from enum import StrEnum

from generator.directory import Directory
from generator.fingerprint import of_texts
from generator.model.service import Service
from generator.model.vocabulary import Activite

Point = tuple[str, str, int, str, float, float]
"""The id and département of a service, the rank of its place, its activity, a latitude, a longitude."""


class Kind(StrEnum):
    """The questions, after the methods of ``Directory``."""

    SERVICE = "service"
    LISTED_IN = "listed_in"
    IDS_IN = "ids_in"
    UNPLACED_IN = "unplaced_in"
    LISTED_IN_COMMUNE = "listed_in_commune"
    ORGANISATION = "of_organisation"
    DEPARTEMENTS = "departements"
    REGIONS = "regions"
    COMMUNES_IN = "communes_in"
    COUNT = "count"
    DATE = "date"
    EVERYTHING = "everything"


_ACTIVITIES = {one.value: one for one in Activite}
Question = tuple[Kind, str]
"""A question and its argument: an id, a code, a name; empty for a question without any."""


class Answers:
    """The answers of ``directory``, each worked out once."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._known: dict[Question, str] = {}

    def to(self, question: Question) -> str:
        """The digest of the answer: of all that the records in it say, or of codes alone."""
        found = self._known.get(question)
        if found is None:
            found = self._known[question] = of_texts(self._parts(*question))
        return found

    def of_services(self, identifiers: Iterable[str]) -> str:
        """The digest of those records; one that is no longer there counts as such."""
        return of_texts(self._record(one) for one in identifiers)

    def points(self) -> frozenset[Point]:
        """What ``Directory.around`` measures, with everything that decides on it and on its order."""
        directory = self._directory
        return frozenset(
            (one.id, one.departement, rank, one.type.value, at.latitude, at.longitude)
            for one in directory.listed
            for rank, lieu in enumerate(one.lieux)
            if (at := directory.position_of(lieu))
        )

    def _record(self, identifier: str) -> str:
        return self.to((Kind.SERVICE, identifier))

    def _records(self, services: Iterable[Service]) -> Iterable[str]:
        return (self._record(one.id) for one in services)

    def _parts(self, kind: Kind, argument: str) -> Iterable[str]:  # noqa: C901, PLR0911 (a table)
        directory = self._directory
        match kind:
            case Kind.SERVICE:
                return (directory.digest_of(argument),)
            case Kind.LISTED_IN:
                return self._records(directory.listed_in(argument))
            case Kind.IDS_IN:
                return directory.ids_in(argument)
            case Kind.UNPLACED_IN:
                return self._records(directory.unplaced_in(argument))
            case Kind.LISTED_IN_COMMUNE:
                return self._records(directory.listed_in_commune(argument))
            case Kind.ORGANISATION:
                return self._records(directory.of_organisation(argument))
            case Kind.DEPARTEMENTS:
                return (one.code for one in directory.departements)
            case Kind.REGIONS:
                return (one.code for one in directory.regions)
            case Kind.COMMUNES_IN:
                return (one.code_insee for one in directory.communes_in(argument))
            case Kind.COUNT:
                return (str(directory.count(_ACTIVITIES[argument])),)
            case Kind.DATE:
                return (str(directory.date),)
            case Kind.EVERYTHING:
                return self._records(directory.services)
