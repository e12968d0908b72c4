"""A build cut in parts is cut by département, in parts that are nearly equal."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.production import WHOLE, Shard, Unit

CODES = ("01", "13", "2A", "2B", "35", "59", "75", "971", "976")
SIZES = st.dictionaries(st.sampled_from(CODES), st.integers(1, 40))
PARTS = st.integers(1, 12)


def units_of(sizes: dict[str, int], common: int = 3) -> list[Unit]:
    """As many units a département, in turn, after some that tell of several."""
    ranks = range(max(sizes.values(), default=0))
    apart = [(code, rank) for rank in ranks for code in sizes if rank < sizes[code]]
    return [
        *(Unit(f"commune {rank}", lambda _: ()) for rank in range(common)),
        *(Unit(f"{code}/{rank}", lambda _: (), departement=code) for code, rank in apart),
    ]


def dealt(units: list[Unit], of: int) -> list[list[Unit]]:
    return [Shard(number, of).share(units) for number in range(1, of + 1)]


@given(SIZES, PARTS)
def test_each_unit_is_in_one_part(sizes: dict[str, int], of: int) -> None:
    units = units_of(sizes)
    names = Counter(unit.name for part in dealt(units, of) for unit in part)
    assert names == Counter(unit.name for unit in units)


@given(SIZES, PARTS)
def test_a_part_holds_whole_departements_that_follow_each_other(
    sizes: dict[str, int], of: int
) -> None:
    parts = dealt(units_of(sizes), of)
    held = [sorted({unit.departement for unit in part} - {""}) for part in parts]
    assert [code for part in held for code in part] == sorted(sizes)


@given(SIZES, PARTS)
def test_no_part_is_larger_than_its_share_and_one_departement(
    sizes: dict[str, int], of: int
) -> None:
    share = sum(sizes.values()) / of + max(sizes.values(), default=0)
    for part in dealt(units_of(sizes, common=0), of):
        assert len(part) <= share


def test_what_tells_of_several_is_dealt_in_turn() -> None:
    parts = dealt(units_of({}, common=5), 3)
    assert [len(part) for part in parts] == [2, 2, 1]


def test_the_order_of_units_stays() -> None:
    units = units_of({"35": 4, "75": 4})
    assert WHOLE.share(units) == units
    for part in dealt(units, 2):
        assert part == [unit for unit in units if unit in part]


def test_a_service_more_moves_no_other_departement() -> None:
    """What each machine has to do stays what it was the day before."""
    before = units_of(dict.fromkeys(CODES, 20))
    after = units_of({**dict.fromkeys(CODES, 20), "35": 21})
    for one, other in zip(dealt(before, 3), dealt(after, 3), strict=True):
        assert {unit.departement for unit in one} == {unit.departement for unit in other}
