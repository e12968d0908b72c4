"""The index of communes for the browser: names and postal codes, in files small enough to type with.

What a visitor types stays in the browser, so the browser needs the communes. All of them weigh
600 KB; a search loads the summary (the most populous communes, and where each range of the rest
begins) and then one range, by name or by postal code. File names say nothing of what was typed.

The format is described in docs/decisions/0008-find-in-the-browser.md and read by
``theme/static/find/communes.js``.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.search.json_files import compact_json, folder_of
from generator.search.ranges import range_starts
from generator.territory import Commune, Territory
from generator.territory.names import search_key, without_article

SUMMARY = "recherche/communes.json"
FOLDER = "recherche/communes"
POPULOUS = 300
"""The first communes of the summary: most people look for one of them. Found from the first letter on."""
RANGE = 280
"""Communes of a range at most: about 5 KB compressed."""

_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A name under which a commune is found. Equal to itself only.

    ``name`` is its present one, or a former one of a commune that it took in. ``key`` is the name
    in the form of ``search_key``, without its article: many leave it out. ``is_shared`` says that
    another commune bears that name today.
    """

    key: str
    name: str
    commune: Commune
    is_shared: bool

    @property
    def is_former(self) -> bool:
        """True when nobody bears that name today."""
        return self.name != self.commune.nom


def entries(territory: Territory) -> list[Entry]:
    """Every name of every commune, the most populous first; former names after those in use."""
    bearers = Counter(search_key(one.nom) for one in territory.communes())

    def entry(name: str, commune: Commune) -> Entry:
        key = search_key(name)
        return Entry(without_article(key), name, commune, bearers[key] > 1)

    present = [entry(one.nom, one) for one in territory.communes()]
    taken = {(one.key, one.commune.code_insee) for one in present}
    former = []
    for name, commune in territory.former_names():
        other = entry(name, commune)
        if (known := (other.key, commune.code_insee)) not in taken:
            taken.add(known)
            former.append(other)
    return [*sorted(present, key=_order), *sorted(former, key=_order)]


def commune_files(territory: Territory) -> Iterator[tuple[str, bytes]]:
    """The files of the index, as ``(path on the site, content)``; same tables, same bytes."""
    found = entries(territory)
    by_name = _Ranges.of([(one.key, one) for one in found])
    by_code = _Ranges.of(
        [(code, one) for one in found if not one.is_former for code in one.commune.codes_postaux]
    )
    files = {
        f"{letter}{number}.json": compact_json(_columns(group))
        for letter, ranges in (("n", by_name), ("c", by_code))
        for number, group in enumerate(ranges.groups)
    }
    folder = folder_of(FOLDER, files)
    yield (
        SUMMARY,
        compact_json(
            {
                "dossier": folder,
                "noms": by_name.starts,
                "codes": by_code.starts,
                "departements": [[one.code, one.nom] for one in territory.departements],
                "grandes": POPULOUS,
                "communes": _columns(_summary(found, by_name)),
            }
        ),
    )
    for name, content in files.items():
        yield f"{folder}/{name}", content


@dataclass(frozen=True, slots=True)
class _Ranges:
    """Entries under sorted keys, in ranges: the prefix where each begins, and what is in it."""

    starts: list[str]
    groups: list[list[Entry]]

    @classmethod
    def of(cls, pairs: Sequence[tuple[str, Entry]]) -> "_Ranges":
        starts = range_starts(sorted(key for key, _ in pairs), RANGE)
        # A commune with several codes of one range is there once; order is kept.
        groups: list[dict[Entry, None]] = [{} for _ in starts]
        for key, entry in pairs:
            groups[bisect_right(starts, key) - 1][entry] = None
        return cls(starts, [list(group) for group in groups])

    def is_spread(self, prefix: str) -> bool:
        """Whether keys that begin with ``prefix`` are in more than one range."""
        return bisect_right(self.starts, prefix) != bisect_right(self.starts, prefix + _LAST)


def _summary(found: Iterable[Entry], by_name: _Ranges) -> list[Entry]:
    """The most populous communes, those with arrondissements' names, and the names too short.

    A name that begins too many others (``Y``, ``Saint-Martin``) has no range to be looked for in
    until more is typed than there is to type.
    """
    return [
        one
        for rank, one in enumerate(found)
        if rank < POPULOUS or one.commune.commune_parente or by_name.is_spread(one.key)
    ]


def _columns(group: Sequence[Entry]) -> dict[str, object]:
    """Columns rather than rows: they compress better. Degrees are in ten-thousandths.

    ``homonymes`` are the rows of the names that several communes bear.
    """
    former = {str(number): one.commune.nom for number, one in enumerate(group) if one.is_former}
    columns: dict[str, object] = {
        "insee": [one.commune.code_insee for one in group],
        "nom": [one.name for one in group],
        "codes": [" ".join(one.commune.codes_postaux) for one in group],
        "lat": [round(one.commune.latitude * 10_000) for one in group],
        "lon": [round(one.commune.longitude * 10_000) for one in group],
        "homonymes": [number for number, one in enumerate(group) if one.is_shared],
    }
    return {**columns, "aujourdhui": former} if former else columns


def _order(entry: Entry) -> tuple[int, str, str]:
    return (-entry.commune.population, entry.commune.code_insee, entry.name)
