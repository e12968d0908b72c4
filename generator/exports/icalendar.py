"""iCalendar (RFC 5545): when a place is open in the coming weeks.

These are the only files that depend on the day of the build: a calendar is of use from now on. It
begins on the Monday of the current week, so its bytes change once a week, and it is left out of the
checksums and of the datapackage. Hours that come back are one event with the days left out, because
public holidays and closures are already counted.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from generator.directory import Directory
from generator.exports.content_lines import encoded, escaped
from generator.exports.export import Release
from generator.exports.hsds import identifier
from generator.exports.licence import ATTRIBUTION, LICENCE_NAME
from generator.exports.schedules import DAYS
from generator.model.hours import Hours, intervals, time_zone
from generator.model.service import Lieu, Service
from generator.model.vocabulary import Statut

WEEKS = 9
"""The current week and eight whole ones after it."""

_WEEK = datetime.timedelta(weeks=1)
_LOCAL = "%Y%m%dT%H%M%S"

_Slot = tuple[datetime.time, datetime.timedelta]
"""Opening time, and how long it stays open."""


def calendars(service: Service, release: Release) -> Iterator[tuple[str, bytes]]:
    """A calendar for each place of an open service that has hours."""
    if service.statut is not Statut.OUVERT:
        return
    for rank, lieu in enumerate(service.lieux, start=1):
        if lieu.horaires is not None:
            place = _Place(service, rank, lieu, release.directory, release.site_url)
            yield f"{place.path}.ics", place.calendar(lieu.horaires)


@dataclass(frozen=True)
class _Place:
    """The place of a service by its rank, and what its calendar needs to know."""

    service: Service
    rank: int
    lieu: Lieu
    directory: Directory
    site_url: str

    @property
    def path(self) -> str:
        return f"agenda/{self.service.id}/{self.rank}"

    @property
    def departement(self) -> str:
        return self.directory.departement_of(self.lieu) or self.service.departement

    @property
    def zone(self) -> str:
        return time_zone(self.departement)

    @property
    def monday(self) -> datetime.date:
        today = self.directory.today
        return today - datetime.timedelta(days=today.weekday())

    @property
    def title(self) -> str:
        where = self.lieu.nom or self.lieu.commune
        return f"{self.service.nom}, {where}" if where else self.service.nom

    @property
    def page(self) -> str:
        return f"{self.site_url}/services/{self.service.id}/"

    @property
    def address(self) -> str:
        """The address that may be shown: the commune alone for a hidden place."""
        if self.lieu.is_hidden:
            return self.lieu.commune or ""
        town = " ".join(filter(None, (self.lieu.code_postal, self.lieu.commune)))
        return ", ".join(filter(None, (self.lieu.complement, self.lieu.adresse, town)))

    def calendar(self, hours: Hours) -> bytes:
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:-//{ATTRIBUTION}//FR",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            f"NAME:{escaped(self.title)}",
            f"X-WR-CALNAME:{escaped(self.title)}",
            f"DESCRIPTION:{escaped(f'{ATTRIBUTION}. {LICENCE_NAME}.')}",
            f"SOURCE;VALUE=URI:{self.site_url}/{self.path}.ics",
            f"URL:{self.page}",
            "REFRESH-INTERVAL;VALUE=DURATION:P1W",
            *_time_zone(self.zone, self.monday),
        ]
        for slot, days in sorted(self._slots(hours).items()):
            lines += self._event(slot, days)
        return encoded([*lines, "END:VCALENDAR"])

    def _slots(self, hours: Hours) -> dict[_Slot, list[datetime.date]]:
        """The days on which each slot really takes place, in order."""
        closures = tuple((one.debut, one.fin) for one in self.lieu.fermetures)
        slots: defaultdict[_Slot, list[datetime.date]] = defaultdict(list)
        for start, end in intervals(hours, self.monday, WEEKS * 7, self.departement, closures):
            slots[start.time(), end - start].append(start.date())
        return slots

    def _event(self, slot: _Slot, days: Sequence[datetime.date]) -> Iterator[str]:
        opens, length = slot
        starts = [datetime.datetime.combine(day, opens) for day in days]
        stamp = self.directory.date or self.monday
        yield "BEGIN:VEVENT"
        yield f"UID:{identifier(self.service.id, 'ouverture', self.rank, opens, length)}"
        yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
        yield f"DTSTART;TZID={self.zone}:{starts[0]:{_LOCAL}}"
        yield f"DTEND;TZID={self.zone}:{starts[0] + length:{_LOCAL}}"
        yield from self._recurrence(starts)
        yield f"SUMMARY:{escaped(f'Ouvert : {self.title}')}"
        if self.address:
            yield f"LOCATION:{escaped(self.address)}"
        if self.lieu.sur_rendez_vous:
            yield "DESCRIPTION:Sur rendez-vous seulement."
        yield f"URL:{self.page}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"

    def _recurrence(self, starts: Sequence[datetime.datetime]) -> Iterator[str]:
        """Every week on those days of the week, but on the days that are left out."""
        if len(starts) == 1:
            return
        first = starts[0]
        held = {(start - first).days for start in starts}
        weekdays = {rank % 7 for rank in held}
        regular = [rank for rank in range(max(held) + 1) if rank % 7 in weekdays]
        days = (DAYS[weekday] for weekday in sorted((first.weekday() + n) % 7 for n in weekdays))
        yield f"RRULE:FREQ=WEEKLY;BYDAY={','.join(days)};COUNT={len(regular)}"
        left_out = (first + datetime.timedelta(days=rank) for rank in regular if rank not in held)
        if missing := ",".join(f"{start:{_LOCAL}}" for start in left_out):
            yield f"EXDATE;TZID={self.zone}:{missing}"


@lru_cache(maxsize=32)
def _time_zone(zone: str, monday: datetime.date) -> tuple[str, ...]:
    """The zone's rules over the weeks of the calendar, one observance a change of the clocks."""
    local = ZoneInfo(zone)
    before = datetime.datetime.combine(monday, datetime.time(), datetime.UTC) - _WEEK
    hours = (before + datetime.timedelta(hours=n) for n in range((WEEKS + 2) * 7 * 24))
    previous = before.astimezone(local)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}", *_observance(previous, previous)]
    for moment in hours:
        here = moment.astimezone(local)
        if here.utcoffset() != previous.utcoffset():
            lines += _observance(here, previous)
        previous = here
    return (*lines, "END:VTIMEZONE")


def _observance(moment: datetime.datetime, previous: datetime.datetime) -> Iterator[str]:
    kind = "DAYLIGHT" if moment.dst() else "STANDARD"
    # The start of an observance is written in the time that ends with it.
    start = moment.astimezone(datetime.timezone(previous.utcoffset() or datetime.timedelta()))
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{start:{_LOCAL}}"
    yield f"TZOFFSETFROM:{previous:%z}"
    yield f"TZOFFSETTO:{moment:%z}"
    yield f"TZNAME:{moment:%Z}"
    yield f"END:{kind}"
