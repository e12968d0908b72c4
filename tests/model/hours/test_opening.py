"""The hours of real days, in the local time of the place."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours, State

from generator.model.hours import (
    Hours,
    intervals,
    opens_in_evening,
    opens_on,
    parse_hours,
    time_zone,
)
from tests.model.hours.expressions import any_hours

days_of_two_years = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def _opened(
    text: str,
    start: date,
    days: int = 7,
    place: str = "75",
    closures: tuple[tuple[date, date], ...] = (),
) -> list[str]:
    """The intervals, as in "2026-03-02 09:00-12:00"."""
    return [
        f"{begin:%Y-%m-%d %H:%M}-{finish:%H:%M}"
        for begin, finish in intervals(parse_hours(text), start, days, place, closures)
    ]


def _by_the_library(hours: Hours, start: date, days: int) -> list[tuple[datetime, datetime]]:
    """What the library makes of the same text, with comments merged."""
    first, end = (datetime.combine(day, time()) for day in (start, start + timedelta(days=days)))
    merged: list[tuple[datetime, datetime]] = []
    for begin, finish, state, _ in OpeningHours(str(hours), country="FR").intervals(first, end):
        if state == State.OPEN:
            touches = bool(merged) and merged[-1][1] == begin
            merged.append((merged.pop()[0] if touches else begin, finish))
    return merged


@settings(max_examples=60)
@given(any_hours(), days_of_two_years)
def test_a_whole_year_is_as_the_library_has_it(hours: Hours, start: date) -> None:
    rules = hours.rules
    # What the library gets wrong, told in the module: comments alone, "||", after midnight.
    assume(not hours.otherwise and all(rule.times or rule.closed for rule in rules))
    assume(all(slot.end <= 24 * 60 for rule in rules for slot in rule.times))
    assert list(intervals(hours, start, 366, "75")) == _by_the_library(hours, start, 366)


@settings(max_examples=40)
@given(any_hours(), days_of_two_years, st.sampled_from(["67", "974"]))
def test_intervals_are_in_order_apart_and_inside_the_window(
    hours: Hours, start: date, place: str
) -> None:
    opened = intervals(hours, start, 28, place)
    edges = [edge for interval in opened for edge in interval]
    assert edges == sorted(set(edges))
    midnight = datetime.combine(start, time())
    assert all(midnight <= edge <= midnight + timedelta(days=28) for edge in edges)


@settings(max_examples=40)
@given(any_hours(), days_of_two_years, st.integers(0, 27), st.integers(0, 27))
def test_a_closure_takes_its_days_and_nothing_else(
    hours: Hours, start: date, first: int, length: int
) -> None:
    assume(all(slot.end <= 24 * 60 for rule in hours.rules for slot in rule.times))
    closed = start + timedelta(days=first), start + timedelta(days=first + length)
    before = intervals(hours, start, first, "75")
    after_days = 60 - first - length - 1
    after = intervals(hours, closed[1] + timedelta(days=1), after_days, "75")
    assert intervals(hours, start, 60, "75", [closed]) == before + after


def test_each_day_has_its_hours() -> None:
    assert _opened("Mo-Fr 09:00-12:00,14:00-17:30; We 14:00-17:30", date(2026, 3, 2), 4) == [
        "2026-03-02 09:00-12:00",
        "2026-03-02 14:00-17:30",
        "2026-03-03 09:00-12:00",
        "2026-03-03 14:00-17:30",
        "2026-03-04 14:00-17:30",
        "2026-03-05 09:00-12:00",
        "2026-03-05 14:00-17:30",
    ]


def test_certain_saturdays_of_the_month() -> None:
    assert _opened("Sa[1,-1] 10:00-12:00", date(2026, 3, 1), 31) == [
        "2026-03-07 10:00-12:00",
        "2026-03-28 10:00-12:00",
    ]


def test_odd_weeks_follow_iso_numbers_over_the_new_year() -> None:
    assert _opened("week 01-53/2 Sa 10:00-12:00", date(2026, 12, 14), 42) == [
        "2026-12-19 10:00-12:00",
        "2027-01-02 10:00-12:00",
        "2027-01-09 10:00-12:00",
        "2027-01-23 10:00-12:00",
    ], "2026 has a week 53: two odd weeks in a row, as on any wall calendar"


def test_an_alsatian_place_is_closed_on_good_friday_and_a_parisian_one_is_not() -> None:
    text, week = "Mo-Fr 09:00-12:00; PH off", date(2026, 3, 30)
    assert "2026-04-03 09:00-12:00" in _opened(text, week, place="75")
    assert "2026-04-03 09:00-12:00" not in _opened(text, week, place="67")


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("971", date(2026, 5, 27)),
        ("972", date(2026, 5, 22)),
        ("973", date(2026, 6, 10)),
        ("974", date(2027, 12, 20)),
        ("976", date(2026, 4, 27)),
    ],
)
def test_an_overseas_place_is_closed_on_its_own_holiday(place: str, day: date) -> None:
    text = "Mo-Fr 09:00-12:00; PH off"
    assert _opened(text, day, 1, place) == []
    assert _opened(text, day, 1, "75") == [f"{day} 09:00-12:00"]


def test_holidays_can_have_hours_in_one_season_only() -> None:
    text = "Jul-Aug PH 10:00-12:00"
    assert _opened(text, date(2026, 7, 1), 62) == [
        "2026-07-14 10:00-12:00",
        "2026-08-15 10:00-12:00",
    ]
    assert _opened(text, date(2026, 5, 1), 31) == []


@pytest.mark.parametrize("text", ['"sur rendez-vous"', 'We "sur rendez-vous"', "Mo-Fr off"])
def test_days_without_known_times_are_never_open(text: str) -> None:
    assert _opened(text, date(2026, 3, 2), 14) == []


def test_what_holds_otherwise_opens_nothing() -> None:
    assert _opened('Mo 09:00-12:00 || "sur rendez-vous"', date(2026, 3, 2)) == [
        "2026-03-02 09:00-12:00"
    ]


def test_hours_after_midnight_belong_to_the_day_before() -> None:
    text = "Mo-Su 10:00-12:00; Fr 22:00-02:00; Sa off"
    assert _opened(text, date(2026, 3, 6), 3) == [
        "2026-03-06 22:00-02:00",
        "2026-03-08 10:00-12:00",
    ]
    assert _opened(text, date(2026, 3, 7), 1) == ["2026-03-07 00:00-02:00"], "cut by the window"


def test_hours_that_touch_are_one_interval() -> None:
    assert _opened('Mo 09:00-12:00, Mo 12:00-14:00 "accueil"', date(2026, 3, 2)) == [
        "2026-03-02 09:00-14:00"
    ]


def test_closures_include_their_first_and_last_day() -> None:
    closures = ((date(2026, 3, 3), date(2026, 3, 4)), (date(2026, 3, 6), date(2026, 3, 6)))
    assert _opened("Mo-Fr 09:00-12:00", date(2026, 3, 2), 7, "75", closures) == [
        "2026-03-02 09:00-12:00",
        "2026-03-05 09:00-12:00",
    ]


def test_a_closed_day_has_no_night_either() -> None:
    eve = date(2026, 3, 6)
    assert _opened("Fr 22:00-02:00", eve, 2, closures=((eve, eve),)) == []


@pytest.mark.parametrize(
    ("sunday", "offsets"),
    [(date(2026, 3, 29), [1, 2]), (date(2026, 10, 25), [2, 1])],
    ids=["clocks go forward", "clocks go back"],
)
def test_nine_stays_nine_when_the_clocks_change(sunday: date, offsets: list[int]) -> None:
    friday = sunday - timedelta(days=2)
    opened = intervals(parse_hours("Fr,Mo 09:00-12:00"), friday, 4, "75")
    assert [begin.time() for begin, _ in opened] == [time(9), time(9)]
    zone = ZoneInfo(time_zone("75"))
    utc = [begin.replace(tzinfo=zone).astimezone(UTC).hour for begin, _ in opened]
    assert utc == [9 - offset for offset in offsets]


def test_a_night_on_which_the_clocks_change_keeps_its_wall_clock_times() -> None:
    assert _opened("Sa 22:00-04:00", date(2026, 3, 28), 2) == ["2026-03-28 22:00-04:00"]


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("01", "Europe/Paris"),
        ("2A", "Europe/Paris"),
        ("95", "Europe/Paris"),
        ("971", "America/Guadeloupe"),
        ("972", "America/Martinique"),
        ("973", "America/Cayenne"),
        ("974", "Indian/Reunion"),
        ("975", "America/Miquelon"),
        ("976", "Indian/Mayotte"),
        ("977", "America/St_Barthelemy"),
        ("978", "America/Marigot"),
        ("986", "Pacific/Wallis"),
        ("987", "Pacific/Tahiti"),
        ("988", "Pacific/Noumea"),
    ],
)
def test_each_place_has_its_time_zone(place: str, zone: str) -> None:
    assert time_zone(place) == zone
    assert ZoneInfo(zone).utcoffset(datetime(2026, 1, 1, tzinfo=UTC)) is not None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mo-Fr 09:00-12:00", [0, 1, 2, 3, 4]),
        ("Sa[1,3] 10:00-12:00", [5]),
        ("10:00-12:00; We off", [0, 1, 3, 4, 5, 6]),
        ("Mo,We 09:00-12:00; We off", [0]),
        ('We "sur rendez-vous"', []),
        ("Mo 09:00-12:00; PH 10:00-12:00", [0]),
        ("PH 10:00-12:00", []),
        ("Jul-Aug Th 09:00-12:00; PH off", [3]),
    ],
)
def test_days_of_the_week_for_filters(text: str, days: list[int]) -> None:
    hours = parse_hours(text)
    assert [day for day in range(7) if opens_on(hours, day)] == days


@pytest.mark.parametrize(
    ("text", "evening"),
    [
        ("Mo-Fr 09:00-18:00", False),
        ("Mo-Fr 09:00-18:30", True),
        ("Mo 09:00-12:00; Th[1] 17:00-20:00", True),
        ("Fr 22:00-02:00", True),
        ("Mo 17:00-20:00; Mo 09:00-12:00", False),
        ("PH 17:00-20:00", False),
        ('We "le soir"', False),
    ],
)
def test_evenings_begin_at_six(text: str, *, evening: bool) -> None:
    assert opens_in_evening(parse_hours(text)) is evening
