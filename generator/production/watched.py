"""A directory that notes what is asked of it: what a page depends on is what it asked."""

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.directory import Directory, Neighbour
from generator.model.service import Service
from generator.model.vocabulary import Activite
from generator.production.answers import Answers, Kind, Question
from generator.territory import Commune, Departement, Region


@dataclass(slots=True)
class Around:
    """What was seen around a point: the ids of services, the nearest first, as far as ``reach`` km."""

    activity: str
    latitude: float
    longitude: float
    reach: float = 0.0
    ids: list[str] = field(default_factory=list)


class Watched(Directory):
    """``directory`` itself, all its answers shared, with a note of each question.

    Only what depends on other records is a question: what follows from a service that one already
    has, from the territory or from the day depends on nothing that was not noted before.
    """

    __slots__ = ("around_points", "questions")

    def __init__(self, directory: Directory) -> None:
        self.__dict__ = directory.__dict__
        self.questions: dict[Question, None] = {}
        self.around_points: list[Around] = []

    def asked(self, answers: Answers) -> list[tuple[str, str, str]]:
        """Each question asked so far, its argument, and the digest of its answer."""
        return [
            (kind.value, argument, answers.to((kind, argument)))
            for kind, argument in self.questions
        ]

    def _note(self, kind: Kind, argument: str = "") -> None:
        self.questions[kind, argument] = None

    @property
    def services(self) -> tuple[Service, ...]:  # type: ignore[override]  # an attribute there
        self._note(Kind.EVERYTHING)
        services: tuple[Service, ...] = self.__dict__["services"]
        return services

    @property
    def listed(self) -> tuple[Service, ...]:
        self._note(Kind.EVERYTHING)
        return super().listed

    @property
    def date(self) -> datetime.date | None:
        self._note(Kind.DATE)
        return super().date

    @property
    def departements(self) -> tuple[Departement, ...]:
        self._note(Kind.DEPARTEMENTS)
        return super().departements

    @property
    def regions(self) -> tuple[Region, ...]:
        self._note(Kind.REGIONS)
        return super().regions

    @property
    def communes(self) -> tuple[Commune, ...]:
        self._note(Kind.EVERYTHING)
        return super().communes

    def service(self, identifier: str) -> Service | None:
        self._note(Kind.SERVICE, identifier)
        return super().service(identifier)

    def listed_in(self, departement: str) -> tuple[Service, ...]:
        self._note(Kind.LISTED_IN, departement)
        return super().listed_in(departement)

    def ids_in(self, departement: str) -> tuple[str, ...]:
        self._note(Kind.IDS_IN, departement)
        return super().ids_in(departement)

    def unplaced_in(self, departement: str) -> tuple[Service, ...]:
        self._note(Kind.UNPLACED_IN, departement)
        return super().unplaced_in(departement)

    def listed_in_commune(self, code_insee: str) -> tuple[Service, ...]:
        self._note(Kind.LISTED_IN_COMMUNE, code_insee)
        return super().listed_in_commune(code_insee)

    def of_organisation(self, name: str) -> tuple[Service, ...]:
        self._note(Kind.ORGANISATION, name)
        return super().of_organisation(name)

    def communes_in(self, departement: str) -> tuple[Commune, ...]:
        self._note(Kind.COMMUNES_IN, departement)
        return super().communes_in(departement)

    def count(self, activite: Activite) -> int:
        self._note(Kind.COUNT, activite.value)
        return super().count(activite)

    def around(self, latitude: float, longitude: float, activite: Activite) -> Iterator[Neighbour]:
        seen = Around(activite.value, latitude, longitude)
        self.around_points.append(seen)
        for one in super().around(latitude, longitude, activite):
            seen.ids.append(one.service.id)
            seen.reach = one.kilometres
            yield one
        seen.reach = math.inf
