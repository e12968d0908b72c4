"""Public holidays of France, by département or overseas collectivity.

Sources:

- Code du travail, art. L3133-1: the eleven days observed everywhere.
- Code du travail, art. L3134-13: Good Friday and 26 December in Moselle, Bas-Rhin, Haut-Rhin. The
  law keeps Good Friday for communes with a Protestant or shared church; which they are is nowhere
  published as data, and most inhabitants live in one, so Good Friday counts in all three. The error
  to be feared is the other one: a family in front of a closed door.
- Loi n° 83-550 of 30 June 1983, décret n° 83-1003 of 23 November 1983 (amended by n° 2012-553) and
  Code du travail, art. L3422-2: the days of the abolition of slavery. For Saint-Martin the texts say
  27 May; interministerial circulars have set 28 May every year since 2018, and that day is observed.
- French Polynesia: 5 March, Good Friday and 29 June, the last replaced by 20 November
  (Matari'i i ni'a) from 2026 on (loi du pays adopted on 6 May 2025). New Caledonia: 24 September.
  Wallis and Futuna: 28 April and 29 July.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from dateutil.easter import easter

_FIXED: Final = (
    (1, 1, "Jour de l'an"),
    (5, 1, "Fête du Travail"),
    (5, 8, "Victoire de 1945"),
    (7, 14, "Fête nationale"),
    (8, 15, "Assomption"),
    (11, 1, "Toussaint"),
    (11, 11, "Armistice de 1918"),
    (12, 25, "Noël"),
)
_FROM_EASTER: Final = ((1, "Lundi de Pâques"), (39, "Ascension"), (50, "Lundi de Pentecôte"))

_ALSACE_MOSELLE: Final = frozenset({"57", "67", "68"})
_POLYNESIA: Final = "987"
_GOOD_FRIDAY: Final = _ALSACE_MOSELLE | {_POLYNESIA}

_ABOLITION: Final = "Abolition de l'esclavage"
_LOCAL: Final[Mapping[str, tuple[tuple[int, int, str], ...]]] = {
    **dict.fromkeys(_ALSACE_MOSELLE, ((12, 26, "Saint-Étienne"),)),
    "971": ((5, 27, _ABOLITION),),
    "972": ((5, 22, _ABOLITION),),
    "973": ((6, 10, _ABOLITION),),
    "974": ((12, 20, _ABOLITION),),
    "976": ((4, 27, _ABOLITION),),
    "977": ((10, 9, _ABOLITION),),
    "978": ((5, 28, _ABOLITION),),
    "986": ((4, 28, "Saint Pierre Chanel"), (7, 29, "Fête du Territoire")),
    _POLYNESIA: ((3, 5, "Arrivée de l'Évangile"),),
    "988": ((9, 24, "Fête de la Citoyenneté"),),
}
_MATARII_SINCE: Final = 2026


@lru_cache(maxsize=1024)
def public_holidays(year: int, departement: str) -> Mapping[date, str]:
    """The public holidays of a year in a département (``"67"``, ``"2A"``, ``"974"``), in order.

    Maps each date to its French name, "Ascension" and "Fête du Travail" together as
    "Ascension, Fête du Travail" when two fall on one day. Read-only. A code that has no holiday of
    its own gets the eleven national ones.
    """
    sunday = easter(year)
    found = [(date(year, month, day), name) for month, day, name in _FIXED]
    found += [(sunday + timedelta(days=days), name) for days, name in _FROM_EASTER]
    found += [(date(year, month, day), name) for month, day, name in _LOCAL.get(departement, ())]
    if departement in _GOOD_FRIDAY:
        found.append((sunday - timedelta(days=2), "Vendredi saint"))
    if departement == _POLYNESIA:
        found.append(
            (date(year, 11, 20), "Matari'i i ni'a")
            if year >= _MATARII_SINCE
            else (date(year, 6, 29), "Fête de l'Autonomie")
        )
    holidays: dict[date, str] = {}
    for day, name in sorted(found):
        holidays[day] = f"{holidays[day]}, {name}" if day in holidays else name
    return MappingProxyType(holidays)


def holidays_within(start: date, days: int, departement: str) -> list[date]:
    """The public holidays of ``days`` days, ``start`` the first of them, in order."""
    end = start + timedelta(days=days)
    return [
        day
        for year in range(start.year, end.year + 1)
        for day in public_holidays(year, departement)
        if start <= day < end
    ]
