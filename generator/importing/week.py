"""Hours told day by day, as other formats do, in the syntax of OpenStreetMap."""

from collections.abc import Iterable

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def osm_hours(slots: Iterable[tuple[int, str, str]]) -> str:
    """``Mo-Fr 09:00-12:00,14:00-17:00``, from (day, opening, closing): 0 is Monday, ``HH:MM``.

    Days with the same hours stand together; empty when there is no slot.
    """
    week: dict[int, set[str]] = {}
    for day, opens, closes in slots:
        week.setdefault(day, set()).add(f"{opens[:5]}-{closes[:5]}")
    hours = {day: ",".join(sorted(found)) for day, found in sorted(week.items())}
    return "; ".join(
        f"{_days([day for day in hours if hours[day] == text])} {text}"
        for text in dict.fromkeys(hours.values())
    )


def _days(days: list[int]) -> str:
    """Ranges of three days and more, else a list: ``Mo-We,Fr``."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        f"{DAYS[run[0]]}-{DAYS[run[-1]]}" if len(run) > 2 else ",".join(DAYS[day] for day in run)
        for run in runs
    )
