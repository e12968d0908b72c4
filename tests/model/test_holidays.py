"""Public holidays are those of the place."""

from datetime import date, datetime, time, timedelta

import pytest
from opening_hours import OpeningHours, State

from generator.model.holidays import public_holidays


@pytest.mark.parametrize("year", range(2020, 2041))
def test_the_national_days_are_those_the_library_knows(year: int) -> None:
    calculator = OpeningHours("PH 00:00-24:00", country="FR")
    start, end = (datetime.combine(date(y, 1, 1), time()) for y in (year, year + 1))
    known = {
        begin.date() + timedelta(days=number)
        for begin, finish, state, _ in calculator.intervals(start, end)
        if state == State.OPEN
        for number in range((finish - begin).days)
    }
    assert set(public_holidays(year, "75")) == known


def test_the_days_of_2026_have_their_french_names_in_order() -> None:
    assert list(public_holidays(2026, "75").items()) == [
        (date(2026, 1, 1), "Jour de l'an"),
        (date(2026, 4, 6), "Lundi de Pâques"),
        (date(2026, 5, 1), "Fête du Travail"),
        (date(2026, 5, 8), "Victoire de 1945"),
        (date(2026, 5, 14), "Ascension"),
        (date(2026, 5, 25), "Lundi de Pentecôte"),
        (date(2026, 7, 14), "Fête nationale"),
        (date(2026, 8, 15), "Assomption"),
        (date(2026, 11, 1), "Toussaint"),
        (date(2026, 11, 11), "Armistice de 1918"),
        (date(2026, 12, 25), "Noël"),
    ]


@pytest.mark.parametrize(
    ("departement", "own"),
    [
        *[(code, [date(2026, 4, 3), date(2026, 12, 26)]) for code in ("57", "67", "68")],
        ("971", [date(2026, 5, 27)]),
        ("972", [date(2026, 5, 22)]),
        ("973", [date(2026, 6, 10)]),
        ("974", [date(2026, 12, 20)]),
        ("975", []),
        ("976", [date(2026, 4, 27)]),
        ("977", [date(2026, 10, 9)]),
        ("978", [date(2026, 5, 28)]),
        ("986", [date(2026, 4, 28), date(2026, 7, 29)]),
        ("987", [date(2026, 3, 5), date(2026, 4, 3), date(2026, 11, 20)]),
        ("988", [date(2026, 9, 24)]),
        ("88", []),
        ("90", []),
        ("2A", []),
    ],
)
def test_some_places_have_days_of_their_own(departement: str, own: list[date]) -> None:
    national = set(public_holidays(2026, "75"))
    assert sorted(set(public_holidays(2026, departement)) - national) == own
    assert national <= set(public_holidays(2026, departement))


def test_polynesia_kept_its_autonomy_day_until_2025() -> None:
    assert date(2025, 6, 29) in public_holidays(2025, "987")
    assert date(2025, 11, 20) not in public_holidays(2025, "987")
    assert date(2026, 6, 29) not in public_holidays(2026, "987")


def test_two_holidays_on_one_day_are_both_named() -> None:
    assert public_holidays(2008, "75")[date(2008, 5, 1)] == "Ascension, Fête du Travail"


def test_the_answer_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        public_holidays(2026, "75")[date(2026, 6, 1)] = "Pont"  # type: ignore[index]  # the point
