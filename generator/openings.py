"""What the reader's browser needs in order to say whether a place is open at this very moment.

The page is made once and read for weeks, so it cannot say "open" itself: it carries the hours of
the coming weeks, public holidays and closures taken into account, and ``open-now.js`` reads them
with the clock of the place. Where these hours might mislead, there is nothing to read and the
script stays silent.
"""

import datetime
from dataclasses import dataclass
from typing import Final

from generator.directory import Directory
from generator.model.holidays import holidays_within
from generator.model.hours import Hours, open_minutes, time_zone
from generator.model.place import Lieu
from generator.model.service import Service
from generator.model.vocabulary import Statut

DAYS: Final = 8 * 7
"""How many days are given, from the day of the build; afterwards the script says nothing."""


@dataclass(frozen=True, slots=True)
class OpeningTimes:
    """When a place is open, on the clocks of its walls.

    ``start`` is an ISO date and ``zone`` an IANA name. ``slots`` are pairs of minutes since
    ``start`` at midnight, ``"540-720 840-1050"``: a day always has 1,440 of them, since a clock that
    is put back changes nothing to what is written on a door. ``unsure`` are the ranks of the days
    (0 is ``start``) that are public holidays of which the record says nothing; no slot falls there.
    """

    start: str
    zone: str
    days: int
    slots: str
    unsure: str


def opening_times(
    lieu: Lieu,
    service: Service,
    directory: Directory,
    start: datetime.date | None = None,
    days: int = DAYS,
) -> OpeningTimes | None:
    """The hours of ``days`` days from ``start``, or from the directory's day; None when they might mislead.

    That is: no hours, hours completed by a sentence or a comment, a place that receives on
    appointment only, a service that is not open, a record verified more than a year ago.
    """
    if lieu.horaires is None or lieu.horaires_texte or lieu.sur_rendez_vous:
        return None
    if service.statut is not Statut.OUVERT or directory.is_stale(service):
        return None
    if _has_comment(lieu.horaires):
        return None
    departement = directory.departement_of(lieu) or service.departement
    start = start or directory.today
    unsure = _unsure_days(lieu.horaires, start, days, departement)
    closures = [(one.debut, one.fin) for one in lieu.fermetures]
    silent = [(day, day) for day in unsure]
    slots = open_minutes(lieu.horaires, start, days, departement, [*closures, *silent])
    return OpeningTimes(
        start=start.isoformat(),
        zone=time_zone(departement),
        days=days,
        slots=" ".join(f"{begin}-{end}" for begin, end in slots),
        unsure=" ".join(
            str((day - start).days)
            for day in unsure
            if not any(first <= day <= last for first, last in closures)
        ),
    )


def _has_comment(hours: Hours) -> bool:
    """Whether words stand beside some hours ("le matin sur rendez-vous"): they change the meaning."""
    return bool(hours.otherwise) or any(rule.comment for rule in hours.rules)


def _unsure_days(
    hours: Hours, start: datetime.date, count: int, departement: str
) -> list[datetime.date]:
    """The public holidays of the coming weeks, unless the record tells what happens on them."""
    if any(rule.public_holidays for rule in hours.rules):
        return []
    return holidays_within(start, count, departement)
