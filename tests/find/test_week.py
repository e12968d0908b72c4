"""What is open at this moment: the days of the index say what the hours of the record do."""

import datetime
import json
import random
import subprocess
from dataclasses import asdict
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.directory import Directory
from generator.openings import opening_times
from generator.search.week import DAYS, UNSURE, days_of, first_day
from generator.territory import Territory
from tests.find.conftest import NODE
from tests.pages import samples

MONDAY = samples.TODAY
HOURS = (
    "Mo-Fr 09:00-12:00,14:00-17:30; PH off",
    "Sa[1,3] 10:00-17:00",
    "Fr 20:00-02:00",
    "We 09:00-18:00",
)


def is_open(
    zone: str, days: tuple[str, ...], start: datetime.date, instant: datetime.datetime
) -> bool:
    """Whether one is open at ``instant`` (with its offset), on the clock of ``zone``."""
    there = instant.astimezone(ZoneInfo(zone))
    rank = (there.date() - start).days
    if not 0 <= rank < len(days) or days[rank] == UNSURE:
        return False
    minute = there.hour * 60 + there.minute
    slots = (map(int, slot.split("-")) for slot in days[rank].split())
    return any(begin <= minute < end for begin, end in slots)


def test_a_week_begins_on_monday() -> None:
    days = [datetime.date(2026, 11, 23) + datetime.timedelta(days=rank) for rank in range(7)]
    assert {first_day(day) for day in days} == {datetime.date(2026, 11, 23)}


def test_what_goes_on_after_midnight_is_in_both_days(territory: Territory) -> None:
    service = samples.service(lieux=[samples.place(horaires="Fr 20:00-02:00")])
    directory = Directory([service], territory, MONDAY)
    known = opening_times(service.lieux[0], service, directory, MONDAY, DAYS)
    assert known is not None
    days = days_of(known)
    assert len(days) == DAYS
    assert days[3:6] == ("", "1200-1440", "0-120")


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("identifier", ["mediation-exemple-35", "mediation-exemple-974"])
def test_the_index_and_the_page_of_a_service_agree_at_any_instant(
    territory: Territory, hours: str, identifier: str, project_root: Path
) -> None:
    """The sentence of the page is the browser's; the days are read here."""
    service = samples.service(
        identifier, lieux=[samples.place(horaires=hours, commune=None, code_insee=None)]
    )
    directory = Directory([service], territory, MONDAY)
    known = opening_times(service.lieux[0], service, directory, MONDAY, DAYS)
    assert known is not None
    chance = random.Random(5)  # noqa: S311 (a choice of examples)
    start = datetime.datetime.combine(MONDAY, datetime.time(), ZoneInfo(known.zone))
    instants = [
        start + datetime.timedelta(minutes=chance.randrange(DAYS * 1440)) for _ in range(60)
    ]
    times = {name: str(value) for name, value in asdict(known).items()}
    lines = [
        json.dumps({"times": times, "instant": one.isoformat(), "here": known.zone})
        for one in instants
    ]
    script = project_root / "tests" / "pages" / "open_now.mjs"
    done = subprocess.run(
        [NODE, script], input="\n".join(lines), capture_output=True, encoding="utf-8", check=True
    )
    said = [json.loads(line)["state"] == "open" for line in done.stdout.splitlines()]
    assert said == [is_open(known.zone, days_of(known), MONDAY, one) for one in instants]
