"""The territory: all communes, départements and régions, and how one is found."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Self

from generator.territory.names import search_key, without_article
from generator.territory.places import Commune, Departement, Precision, Region
from generator.territory.regions import OTHER_NAMES
from generator.territory.tables import (
    REFERENCE_FOLDER,
    ReferenceTableError,
    read_maps,
    read_rows,
)

_POSTAL_CODE = re.compile(r"\b\d{5}\b")
_CEDEX = re.compile(r"\bcedex\b.*")
_PRECISIONS: dict[str, Precision] = {"exacte": "exacte", "estimee": "estimee"}
_BETWEEN_CELLS = "\t"
_MUNICIPAL = re.compile(r"(.+ )(\d+)(?:er|e|eme)?(?: arrondissement)?")


class Territory:
    """The communes, départements and régions of one edition of the reference tables.

    Reading keeps each of the 35,000 rows of communes as one text, a sixth of what its cells take; a
    ``Commune`` is made when it is asked for, and the indexes by name and by postal code on their
    first use. A check that looks up a hundred communes by INSEE code therefore pays for a hundred.
    """

    def __init__(
        self,
        regions: Iterable[list[str]],
        departements: Iterable[list[str]],
        communes: Iterable[list[str]],
        former: Iterable[list[str]],
        *,
        maps: bytes = b"{}",
    ) -> None:
        """Take the rows of the four tables, with the columns of ``tables.COLUMNS``.

        ``maps`` are those drawn from them, when they have been (``hexmap.draw_maps``).
        """
        self.regions: tuple[Region, ...] = tuple(Region(*row) for row in regions)
        """In their fixed order: metropolitan France, then overseas."""
        self.departements: tuple[Departement, ...] = tuple(
            Departement(*row) for row in departements
        )
        """In the order of their codes, Corsica between 19 and 21."""
        self._regions = {region.code: region for region in self.regions}
        self._departements = {one.code: one for one in self.departements}
        self._rows = {row[0]: _BETWEEN_CELLS.join(row) for row in communes}
        self._communes: dict[str, Commune] = {}
        self._former_rows = list(former)
        self.maps = maps
        self._former = {old: new for old, _, new in self._former_rows if old not in self._rows}

    @classmethod
    def load(cls, root: Path) -> Self:
        """Read ``data/reference`` under the project's ``root``.

        Raises ``ReferenceTableError`` when a table is absent or is not as the project writes it.
        """
        return cls(
            read_rows(root, "regions.csv"),
            read_rows(root, "departements.csv"),
            read_rows(root, "communes.csv"),
            read_rows(root, "communes_anciennes.csv"),
            maps=read_maps(root),
        )

    def region(self, code: str) -> Region | None:
        """Return the région of that INSEE code (``"53"``, ``"01"``)."""
        return self._regions.get(code)

    def departement(self, code: str) -> Departement | None:
        """Return the département of that code (``"35"``, ``"2A"``, ``"974"``)."""
        return self._departements.get(code)

    def departements_of(self, region: str) -> tuple[Departement, ...]:
        """Return the départements of the région of that code, in their fixed order."""
        return tuple(one for one in self.departements if one.region == region)

    def commune(self, code_insee: str) -> Commune | None:
        """Return the commune or municipal arrondissement that has this INSEE code today."""
        known = self._communes.get(code_insee)
        if known is None and (row := self._rows.get(code_insee)) is not None:
            known = self._communes[code_insee] = _commune(_cells(row))
        return known

    def communes(self) -> Iterator[Commune]:
        """Iterate over communes and municipal arrondissements, in the order of their INSEE codes."""
        return self._all(self._rows)

    def communes_by_postal_code(self, code: str) -> tuple[Commune, ...]:
        """Return the communes served by that postal code, the most populous first."""
        return self._by_population(self._by_postal_code.get(code, ()))

    def largest_commune(self, departement: str) -> Commune | None:
        """Return the most populous commune of the département of that code."""
        code = self._largest.get(departement)
        return self.commune(code) if code else None

    def most_populous(self, count: int) -> tuple[Commune, ...]:
        """Return the first ``count`` communes by population, municipal arrondissements among them."""
        return tuple(self._all(self._populous[:count]))

    def former_code(self, code_insee: str) -> str | None:
        """Return the present code of the commune that took in the one of this former code.

        ``None`` when the code is in use today or never was.
        """
        return self._former.get(code_insee)

    def former_names(self) -> Iterator[tuple[str, Commune]]:
        """Iterate over the known names that communes no longer bear, with those that took them in."""
        for _, name, code in self._former_rows:
            if name and (commune := self.commune(code)) is not None:
                yield name, commune

    def find(self, text: str) -> tuple[Commune, ...]:
        """Find the communes that ``text`` names: the most populous first, perhaps none.

        ``text`` is a name (case, accents and hyphens do not count, ``St`` is ``Saint``), a postal
        code, or both (``"35000 Rennes"``, ``"Rennes Cedex"``), or an address that holds both. A
        municipal arrondissement is found by ``"Lyon 7"`` or ``"Lyon 7e"`` too. A name that no
        commune bears today finds those that took in a commune of that name.
        """
        postal_code = _POSTAL_CODE.search(text)
        name = _CEDEX.sub("", search_key(_POSTAL_CODE.sub(" ", text))).strip()
        if not name:
            return self.communes_by_postal_code(postal_code.group()) if postal_code else ()
        found = self._by_name.get(_municipal_key(name)) or self._by_former_name.get(name) or ()
        # A postal code of its own, as a CEDEX has, tells nothing about the commune.
        if postal_code and (served := self._by_postal_code.get(postal_code.group())):
            found = [code for code in found if code in served] or self._named_in(name, served)
        return self._by_population(found)

    def _named_in(self, text: str, codes: Iterable[str]) -> list[str]:
        """The commune of ``codes`` whose whole name stands in ``text``: the longest, if several do."""
        keys = {code: without_article(search_key(_cells(self._rows[code])[1])) for code in codes}
        found = [code for code, key in keys.items() if f" {key} " in f" {text} "]
        return [max(found, key=lambda code: len(keys[code]))] if found else []

    def departement_named(self, text: str) -> Departement | None:
        """Return the département of that code or name, whatever its article, case and accents."""
        key = without_article(search_key(text))
        return next(
            (
                one
                for one in self.departements
                if key in (one.code.lower(), without_article(search_key(one.nom)))
            ),
            None,
        )

    def region_named(self, text: str) -> Region | None:
        """Return the région of that name, as above, or called so (``"PACA"``, ``"Alsace"``)."""
        key = without_article(search_key(text))
        return next(
            (
                one
                for one in self.regions
                for name in (one.nom, *OTHER_NAMES.get(one.code, ()))
                if without_article(search_key(name)) == key
            ),
            None,
        )

    @cached_property
    def _largest(self) -> dict[str, str]:
        rows = (_cells(self._rows[code]) for code in reversed(self._populous))
        return {
            departement: code for code, _, _, departement, _, _, _, parent, *_ in rows if not parent
        }

    @cached_property
    def _populous(self) -> list[str]:
        population = {code: int(_cells(row)[8]) for code, row in self._rows.items()}
        return sorted(self._rows, key=lambda code: (-population[code], code))

    @cached_property
    def _by_postal_code(self) -> dict[str, list[str]]:
        index: defaultdict[str, list[str]] = defaultdict(list)
        for code, row in self._rows.items():
            for postal_code in _cells(row)[2].split("|"):
                index[postal_code].append(code)
        return dict(index)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        index: defaultdict[str, list[str]] = defaultdict(list)
        for code, row in self._rows.items():
            _, name, _, _, _, _, _, parent, *_ = _cells(row)
            key = search_key(name)
            index[_municipal_key(key) if parent else key].append(code)
        return dict(index)

    @cached_property
    def _by_former_name(self) -> dict[str, list[str]]:
        index: defaultdict[str, list[str]] = defaultdict(list)
        for _, name, current in self._former_rows:
            if name:
                index[search_key(name)].append(current)
        return dict(index)

    def _by_population(self, codes: Iterable[str]) -> tuple[Commune, ...]:
        found = self._all(dict.fromkeys(codes))
        return tuple(sorted(found, key=lambda one: (-one.population, one.code_insee)))

    def _all(self, codes: Iterable[str]) -> Iterator[Commune]:
        for code in codes:
            if (commune := self.commune(code)) is not None:
                yield commune


def _municipal_key(key: str) -> str:
    """``"lyon 7e arrondissement"``, ``"lyon 7eme"`` and ``"lyon 07"`` are ``"lyon 7"``."""
    found = _MUNICIPAL.fullmatch(key)
    return f"{found[1]}{int(found[2])}" if found else key


def _cells(row: str) -> list[str]:
    return row.split(_BETWEEN_CELLS)


def _commune(row: list[str]) -> Commune:
    (code, name, postal_codes, departement, region, epci, arrondissement, parent, *rest) = row
    population, latitude, longitude, precision = rest
    try:
        return Commune(
            code,
            name,
            tuple(postal_codes.split("|")) if postal_codes else (),
            departement,
            region,
            epci,
            arrondissement,
            parent,
            int(population),
            float(latitude),
            float(longitude),
            _PRECISIONS[precision],
        )
    except (ValueError, KeyError) as error:
        raise ReferenceTableError(
            f"{REFERENCE_FOLDER}/communes.csv, commune {code} : la population, la latitude "
            "ou la longitude n'est pas un nombre, ou la précision n'est ni exacte ni estimee."
        ) from error
