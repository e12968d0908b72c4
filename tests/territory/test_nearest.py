"""The nearest of many points: the same as measuring them all."""

import random
from itertools import islice

import pytest

from generator.territory import Nearest, distance_km

PLACES = {
    "France": ((42.0, 51.0), (-5.0, 8.5)),
    "Pacific, across the antimeridian": ((-28.0, -8.0), (160.0, 230.0)),
    "the whole Earth, poles included": ((-90.0, 90.0), (-180.0, 180.0)),
}


def scattered(where: str, number: int, seed: int) -> list[tuple[float, float, int]]:
    source = random.Random(seed)  # noqa: S311 (no secret)
    (south, north), (west, east) = PLACES[where]
    points = []
    for rank in range(number):
        longitude = source.uniform(west, east)
        points.append((source.uniform(south, north), (longitude + 180) % 360 - 180, rank))
    return points


@pytest.mark.parametrize("where", PLACES)
def test_the_order_is_that_of_measuring_every_point(where: str) -> None:
    points = scattered(where, 500, seed=1)
    nearest = Nearest(points)
    for latitude, longitude, _ in scattered(where, 40, seed=2):
        measured = sorted(
            (distance_km(latitude, longitude, *point), rank) for *point, rank in points
        )
        assert list(nearest.around(latitude, longitude)) == measured


def test_at_the_same_distance_the_first_given_comes_first() -> None:
    nearest = Nearest([(48.0, 2.0, "b"), (48.0, 2.0, "a"), (48.0, 1.0, "near")])
    assert [item for _, item in nearest.around(48.0, 1.0)] == ["near", "b", "a"]


def test_taking_the_first_few_measures_only_what_is_around(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = []

    def counting(*degrees: float) -> float:
        measured.append(degrees)
        return distance_km(*degrees)

    monkeypatch.setattr("generator.territory.nearest.distance_km", counting)
    nearest = Nearest(scattered("France", 20_000, seed=3))
    assert len(list(islice(nearest.around(47.0, 2.0), 5))) == 5
    assert len(measured) < 400


def test_nothing_is_near_when_there_is_nothing() -> None:
    assert list(Nearest[str]([]).around(47.0, 2.0)) == []
