"""Opening hours of a place: read, checked, put into French words, computed.

``parser`` reads the OSM ``opening_hours`` text of a record into the values of ``rules``, or refuses
it in French (``refusals``); ``from_french`` turns free French text into OSM; ``dates`` knows on
which days a rule holds; ``overlaps`` says which rules collide; ``words`` writes French sentences;
``opening`` computes the hours of real days, with public holidays and closures.
"""

from generator.model.hours.from_french import from_french
from generator.model.hours.opening import (
    intervals,
    open_minutes,
    opens_in_evening,
    opens_on,
    time_zone,
)
from generator.model.hours.overlaps import overlaps
from generator.model.hours.parser import parse_hours
from generator.model.hours.rules import Hours
from generator.model.hours.words import WeeklyTable, hours_in_french, weekly_table

__all__ = [
    "Hours",
    "WeeklyTable",
    "from_french",
    "hours_in_french",
    "intervals",
    "open_minutes",
    "opens_in_evening",
    "opens_on",
    "overlaps",
    "parse_hours",
    "time_zone",
    "weekly_table",
]
