"""Compare the positions of communes with a table of centres obtained otherwise.

    python bench/commune_positions.py CENTRES.csv [PROJECT]

CENTRES.csv has the columns code_insee, latitude, longitude (WGS 84 degrees); PROJECT is the folder
that holds data/reference (this one). The errors are great-circle distances in kilometres, and their
quantiles are weighted by population: what an inhabitant meets. Exits with 1 when a target is missed
or when CENTRES.csv cannot be read.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.territory import Commune, Territory, distance_km

MAX_KM = 60.0
TARGETS_KM = {0.50: 1.2, 0.95: 6.0, 0.99: 12.0}
OVERSEAS_DEPARTEMENTS = ("971", "972", "973", "974", "976")
WORST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class PositionError:
    """How far a commune is from its centre, in kilometres."""

    commune: Commune
    km: float


def position_errors(territory: Territory, centres: Path) -> list[PositionError]:
    """Return the errors, smallest first, of the communes that have a line in ``centres``.

    Metropolitan France and the five overseas départements. Raises ``OSError``, ``KeyError`` or
    ``ValueError`` when the table cannot be read.
    """
    errors = []
    with centres.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            commune = territory.commune(row["code_insee"])
            if commune is None:
                continue
            if len(commune.departement) == 2 or commune.departement in OVERSEAS_DEPARTEMENTS:
                km = distance_km(
                    commune.latitude,
                    commune.longitude,
                    float(row["latitude"]),
                    float(row["longitude"]),
                )
                errors.append(PositionError(commune, km))
    return sorted(errors, key=lambda error: (error.km, error.commune.code_insee))


def weighted_quantile(errors: Sequence[PositionError], share: float) -> float:
    """Return the error that ``share`` of the inhabitants do not exceed; ``errors`` are sorted."""
    total = sum(error.commune.population for error in errors)
    reached = 0
    for error in errors:
        reached += error.commune.population
        if reached >= share * total:
            return error.km
    raise ValueError("no inhabitants")


def missed_targets(errors: Sequence[PositionError]) -> list[str]:
    """Return one line for each target that is missed."""
    missed = [
        f"{share:.0%} of inhabitants: {weighted_quantile(errors, share):.2f} km, target {km} km"
        for share, km in TARGETS_KM.items()
        if weighted_quantile(errors, share) > km
    ]
    if errors[-1].km > MAX_KM:
        missed.append(f"largest error: {errors[-1].km:.1f} km, target {MAX_KM:.0f} km")
    return missed


def _print_line(label: str, errors: Sequence[PositionError]) -> None:
    population = sum(error.commune.population for error in errors)
    quantiles = "".join(f"{weighted_quantile(errors, share):9.2f}" for share in TARGETS_KM)
    print(f"{label:<10}{len(errors):>9}{population:>13}{quantiles}{errors[-1].km:9.2f}")


def _print_table(errors: Sequence[PositionError]) -> None:
    print(
        f"{'':<10}{'communes':>9}{'inhabitants':>13}{'p50':>9}{'p95':>9}{'p99':>9}{'max':>9}  (km)"
    )
    _print_line("all", errors)
    for precision in ("exacte", "estimee"):
        subset = [error for error in errors if error.commune.precision == precision]
        if subset:
            _print_line(precision, subset)
    print(f"\nThe {WORST_SHOWN} largest errors:")
    for error in reversed(errors[-WORST_SHOWN:]):
        one = error.commune
        print(
            f"{error.km:8.1f} km  {one.code_insee}  {one.nom} ({one.population}), {one.precision}"
        )


def main(arguments: Iterable[str]) -> int:
    """Print the table; return the exit code."""
    paths = [Path(argument) for argument in arguments]
    if not 1 <= len(paths) <= 2:
        print("usage: python bench/commune_positions.py CENTRES.csv [PROJECT]", file=sys.stderr)
        return 2
    project = paths[1] if len(paths) == 2 else Path(__file__).resolve().parents[1]
    try:
        errors = position_errors(Territory.load(project), paths[0])
    except (OSError, KeyError, ValueError) as error:
        print(f"{paths[0]}: not a table of centres that can be read ({error})", file=sys.stderr)
        return 1
    if not errors:
        print(f"{paths[0]}: no commune of the reference has a line here", file=sys.stderr)
        return 1
    _print_table(errors)
    missed = missed_targets(errors)
    print("\n" + ("\n".join(f"MISSED  {line}" for line in missed) or "All targets are met."))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
