"""What a page tells the script that says whether a place is open now."""

import datetime
from typing import Any

import pytest

from generator.directory import Directory
from generator.model.service import Service
from generator.openings import DAYS, OpeningTimes, opening_times
from generator.territory import Territory
from tests.pages import samples

MONDAY = samples.TODAY


def times(
    territory: Territory, identifier: str = "mediation-exemple-35", **lieu: Any
) -> OpeningTimes | None:
    service = samples.service(identifier, lieux=[samples.place(**lieu)])
    return of(service, territory)


def of(
    service: Service, territory: Territory, today: datetime.date = MONDAY
) -> OpeningTimes | None:
    directory = Directory([service], territory, today)
    return opening_times(service.lieux[0], service, directory)


def days_open(known: OpeningTimes | None) -> set[int]:
    assert known is not None
    return {int(slot.split("-")[0]) // 1440 for slot in known.slots.split()}


def day(month: int, day_of_month: int, year: int = 2026) -> int:
    return (datetime.date(year, month, day_of_month) - MONDAY).days


def test_hours_are_minutes_since_the_midnight_of_the_build(territory: Territory) -> None:
    known = times(territory, horaires="Mo 09:00-12:00,14:00-17:30; PH off")
    assert known is not None
    assert (known.start, known.days, known.zone) == ("2026-11-23", 56, "Europe/Paris")
    assert known.slots.split()[:3] == ["540-720", "840-1050", "10620-10800"]
    assert len(known.slots.split()) == 2 * DAYS // 7


def test_a_closure_is_counted(territory: Territory) -> None:
    closures = [{"debut": "2026-11-24", "fin": "2026-11-25"}]
    known = times(territory, horaires="Mo-We 09:00-12:00; PH off", fermetures=closures)
    assert {0, 7, 8, 9} <= days_open(known)
    assert days_open(known).isdisjoint({1, 2})


@pytest.mark.parametrize(
    ("departement", "code_insee", "zone", "holidays"),
    [
        ("35", "35238", "Europe/Paris", [(12, 25)]),
        ("67", "67482", "Europe/Paris", [(12, 25), (12, 26)]),
        ("974", "97411", "Indian/Reunion", [(12, 20), (12, 25)]),
        ("971", "97105", "America/Guadeloupe", [(12, 25)]),
    ],
)
def test_the_holidays_and_the_clock_are_those_of_the_place(
    departement: str,
    code_insee: str,
    zone: str,
    holidays: list[tuple[int, int]],
    territory: Territory,
) -> None:
    service = samples.service(
        f"mediation-exemple-{departement}",
        lieux=[samples.place(code_insee=code_insee, horaires="Mo-Su 09:00-17:00; PH off")],
    )
    known = of(service, territory)
    assert known is not None
    assert known.zone == zone
    closed = set(range(DAYS)) - days_open(known)
    assert closed == {*(day(*one) for one in holidays), day(1, 1, 2027)}
    assert known.unsure == ""


def test_a_public_holiday_the_record_does_not_mention_is_unsure(territory: Territory) -> None:
    known = times(territory, horaires="Mo-Su 09:00-17:00")
    assert known is not None
    assert known.unsure == f"{day(12, 25)} {day(1, 1, 2027)}"
    assert day(12, 25) not in days_open(known)


def test_a_closure_leaves_no_doubt_on_a_public_holiday(territory: Territory) -> None:
    closures = [{"debut": "2026-12-24", "fin": "2027-01-02"}]
    known = times(territory, horaires="Mo-Su 09:00-17:00", fermetures=closures)
    assert known is not None
    assert known.unsure == ""


@pytest.mark.parametrize(
    "lieu",
    [
        {},
        {"horaires": "Mo-Fr 09:00-12:00", "sur_rendez_vous": "oui"},
        {"horaires": "Mo-Fr 09:00-12:00", "horaires_texte": "Aussi le samedi."},
        {"horaires": 'Mo-Fr 09:00-12:00 "au téléphone"'},
        {"horaires": 'Mo-Fr 09:00-12:00 || "sur rendez-vous"'},
    ],
)
def test_nothing_is_said_where_it_might_mislead(lieu: dict[str, str], territory: Territory) -> None:
    assert times(territory, **lieu) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"statut": "ferme_temporairement"},
        {"statut": "ferme", "ferme_le": "2026-01-31"},
        {"verification": {"statut": "confirme", "le": "2025-11-22"}},
    ],
)
def test_nothing_is_said_of_a_service_that_may_not_be_there(
    fields: dict[str, Any], territory: Territory
) -> None:
    hours = samples.place(horaires="Mo-Fr 09:00-12:00")
    assert of(samples.service(lieux=[hours], **fields), territory) is None


def test_the_hour_a_clock_is_put_back_moves_nothing(territory: Territory) -> None:
    """On 25 October 2026 a day has 25 hours; what is written on the door stays."""
    service = samples.service(lieux=[samples.place(horaires="Su,Mo 09:00-12:00; PH off")])
    known = of(service, territory, datetime.date(2026, 10, 24))
    assert known is not None
    assert known.slots.split()[:2] == [f"{1440 + 540}-{1440 + 720}", f"{2880 + 540}-{2880 + 720}"]
