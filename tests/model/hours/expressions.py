"""Random hours, as values: ``str()`` gives the text to read."""

from hypothesis import assume
from hypothesis import strategies as st

from generator.model.hours.parser import LONGEST
from generator.model.hours.rules import (
    Bound,
    Hours,
    NthWeekday,
    Period,
    Rule,
    TimeRange,
    Weeks,
)

quarters = st.integers(0, 95).map(lambda quarter: quarter * 15)
weekday_sets = st.sets(st.integers(0, 6), max_size=7).map(lambda days: tuple(sorted(days)))
ranks = st.sets(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), min_size=1, max_size=3).map(
    lambda numbers: tuple(sorted(numbers, key=lambda nth: (nth < 0, abs(nth))))
)
nth_weekdays = st.lists(
    st.builds(NthWeekday, st.integers(0, 6), ranks), max_size=2, unique_by=lambda n: n.weekday
).map(tuple)


@st.composite
def day_times(draw: st.DrawFn, most: int = 3) -> tuple[TimeRange, ...]:
    """One to ``most`` ranges inside a day, apart from each other."""
    clocks = sorted(draw(st.sets(quarters, min_size=2, max_size=2 * most)))
    return tuple(TimeRange(a, b) for a, b in zip(clocks[::2], clocks[1::2], strict=False))


@st.composite
def night_times(draw: st.DrawFn) -> tuple[TimeRange, ...]:
    """One range that goes on after midnight."""
    start, end = sorted(draw(st.sets(quarters, min_size=2, max_size=2)))
    return (TimeRange(end, start + 24 * 60),)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Months, dates of every year, or dates of 2026 and 2027."""
    first, last = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    kind = draw(st.sampled_from(["months", "dates", "dated", "one day"]))
    if kind == "months":
        return Period(Bound(first), Bound(last))
    days = sorted(draw(st.tuples(st.integers(1, 28), st.integers(1, 28))))
    if kind == "one day":
        return Period(Bound(first, days[0]), Bound(first, days[0]))
    if kind == "dates":
        return Period(Bound(first, days[0]), Bound(last, days[1]))
    first, last = sorted((first, last))
    return Period(
        Bound(first, days[0], 2026), Bound(last, days[1], draw(st.sampled_from([2026, 2027])))
    )


week_sets = st.sampled_from([Weeks(1, 53, 2), Weeks(2, 53, 2), Weeks(10, 20), Weeks(7, 7)])


@st.composite
def rules(draw: st.DrawFn, *, additional: bool) -> Rule:
    """Any rule the parser accepts, without public holidays on every second draw."""
    weekdays, ranked = draw(weekday_sets), draw(nth_weekdays)
    ranked = tuple(choice for choice in ranked if choice.weekday not in weekdays)
    holidays = draw(st.booleans())
    seasons = tuple(draw(st.lists(periods(), max_size=2)))
    kind = draw(st.sampled_from(["times", "times", "nights", "off", "comment"]))
    if additional:
        kind = "times"
        weekdays = weekdays or (2,)
    return Rule(
        periods=seasons,
        weeks=draw(st.one_of(st.just(()), st.tuples(week_sets))),
        weekdays=weekdays,
        nth_weekdays=ranked,
        public_holidays=holidays,
        times=draw(
            {"times": day_times(), "nights": night_times()}.get(kind, st.just(())),
        ),
        closed=kind == "off",
        comment="sur rendez-vous" if kind == "comment" else draw(st.sampled_from(["", "accueil"])),
        additional=additional,
    )


@st.composite
def any_hours(draw: st.DrawFn) -> Hours:
    """One to three rules, replacing or adding."""
    first = draw(rules(additional=False))
    others = draw(st.lists(st.booleans(), max_size=2))
    more = tuple(draw(rules(additional=additional)) for additional in others)
    hours = Hours((first, *more), draw(st.sampled_from(["", "sur rendez-vous"])))
    assume(len(str(hours)) <= LONGEST)
    return hours


@st.composite
def simple_weeks(draw: st.DrawFn) -> Hours:
    """Plain weekdays with daytime hours, no day twice: what ``from_french`` must give back."""
    left = list(range(7))
    found: list[Rule] = []
    for _ in range(draw(st.integers(1, 4))):
        days = draw(st.sets(st.sampled_from(left), min_size=1)) if left else set()
        left = [day for day in left if day not in days]
        if days:
            found.append(Rule(weekdays=tuple(sorted(days)), times=draw(day_times(2))))
    if draw(st.booleans()):
        found.append(Rule(public_holidays=True, closed=True))
    return Hours(tuple(found))
