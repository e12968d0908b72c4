"""A build cut in parts, for several machines, and the parts joined: the same bytes as one build.

Each part reads all records, since a page tells of others, and makes its share of the units in a
folder of its own, with a ledger of them. Joining them is a build that takes every unit from the
part that made it, and makes what is of the whole: what describes the data, the index, the edition.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator.edition import Progress, load_directory
from generator.engine.build import make_site
from generator.engine.past import past_of
from generator.engine.plugin import Making
from generator.errors import AnnuaireError
from generator.production import Former, Ledger, Made, Shard
from generator.project import Project

_NAME = "partie-{0.number}-sur-{0.of}.json"
_NAMED = re.compile(r"partie-([1-9][0-9]*)-sur-([1-9][0-9]*)\.json", re.ASCII)


class PartsError(AnnuaireError):
    """Parts that do not make a whole, or the place for one is taken."""


def make_part(
    project: Project,
    shard: Shard,
    progress: Progress = lambda files: files,
    tell: Callable[[str], None] = lambda _: None,
    *,
    jobs: int | None = None,
) -> int:
    """Make one part of the site in the project's output, which must be empty; gives its files.

    Raises ``InvalidRecordsError``, ``EngineError`` and ``PartsError``.
    """
    folder = project.output
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PartsError(
            f"« {folder} » n'est pas un dossier vide : une partie se construit dans un dossier à elle, "
            "donnez-en un autre avec --output."
        )
    directory = load_directory(project, progress, tell)
    folder.mkdir(parents=True, exist_ok=True)
    making = Making(jobs=jobs, shard=shard)
    ledger, _ = make_site(project, directory, folder, making, past_of(project))
    (folder / _NAME.format(shard)).write_bytes(ledger.to_bytes())
    return sum(len(one.files) for one in ledger.units.values())


def gathered(folders: Sequence[Path]) -> Former:
    """What the parts in those folders made, as a build takes it from a former edition.

    Raises ``PartsError`` when one is missing, damaged, there twice, or of another build.
    """
    parts = dict(_parts(folders))
    sizes = {shard.of for shard in parts}
    if len(sizes) != 1:
        raise PartsError(f"Ces parties ne vont pas ensemble : {_names(parts)}.")
    wanted = {Shard(number, of) for of in sizes for number in range(1, of + 1)}
    if missing := wanted - parts.keys():
        raise PartsError(f"Il manque {_names(missing)}.")
    (folder, first), *others = (
        parts[shard] for shard in sorted(wanted, key=lambda one: one.number)
    )
    units = dict(first.units)
    elsewhere = {}
    for place, ledger in others:
        if (ledger.header, ledger.points) != (first.header, first.points):
            raise PartsError(
                f"Les parties « {folder} » et « {place} » ne viennent pas des mêmes fiches, du même "
                "jour ou du même programme : refaites-les ensemble (--today fixe le jour)."
            )
        units.update(ledger.units)
        elsewhere.update(dict.fromkeys(ledger.units, place))
    return Former(folder, replace(first, units=units), elsewhere)


def _parts(folders: Iterable[Path]) -> Iterable[tuple[Shard, tuple[Path, Ledger]]]:
    seen: set[Shard] = set()
    for folder in folders:
        found = [(one, named) for one in _listed(folder) if (named := _NAMED.fullmatch(one.name))]
        if len(found) != 1:
            raise PartsError(f"« {folder} » n'est pas une partie faite par annuaire build --shard.")
        ((file, named),) = found
        shard = Shard(int(named[1]), int(named[2]))
        if shard in seen:
            raise PartsError(f"Il y a deux fois {_names([shard])}.")
        seen.add(shard)
        yield shard, (folder, _read(file))


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _read(file: Path) -> Ledger:
    """A part comes from another machine: a path that leads out of its folder is no path of a part."""
    try:
        ledger = Ledger.from_bytes(file.read_bytes())
    except (OSError, ValueError) as error:
        raise PartsError(f"« {file} » est illisible ou abîmé : refaites cette partie.") from error
    if not all(map(_stays_within, ledger.units.values())):
        raise PartsError(f"« {file} » nomme des fichiers hors de son dossier : il est refusé.")
    return ledger


def _stays_within(made: Made) -> bool:
    paths = [PurePosixPath(one.path) for one in made.files]
    return not any(path.is_absolute() or ".." in path.parts for path in paths)


def _names(shards: Iterable[Shard]) -> str:
    ordered = sorted(shards, key=lambda one: (one.of, one.number))
    return "la partie " + ", ".join(f"{one.number}/{one.of}" for one in ordered)
