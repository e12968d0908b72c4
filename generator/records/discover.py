"""Which files are records: everything under data/services/ is one, or is pointed out."""

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from generator.characters import visible
from generator.problems import Problem, in_order
from generator.records.files import relative_path
from generator.records.identifiers import id_fault
from generator.records.rules import RULES

# The shape of a département's code; which ones exist, the territory knows.
_DEPARTEMENT = re.compile(r"\d\d|2[AB]|9[78]\d")
_SUFFIX = ".yaml"
_KEEP = ".gitkeep"
_PLACE = "data/services/<département>/<identifiant>.yaml"


def discover(folder: Path, root: Path) -> tuple[list[Path], list[Problem]]:
    """Find the records under ``folder`` (data/services), whatever lies there.

    Returns the record files, sorted by département and name whatever the disk's order, and the
    problems in order, with paths relative to the project's ``root``. A file with a wrong or
    repeated identifier is among the files, so that what is wrong inside it is told in the same run;
    a link, a special file or a file out of place is not.
    """
    search = _Search(root)
    search.run(folder)
    return sorted(search.files, key=lambda file: file.parts), in_order(search.problems)


class _Search:
    """One walk over the folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.files: list[Path] = []
        self.problems: list[Problem] = []

    def run(self, folder: Path) -> None:
        if self._is_link_on_the_way(folder):
            self._add("fichier-nature", folder, *_LINK)
            return
        for entry in self._entries(folder):
            if entry.is_symlink():
                self._add("fichier-nature", Path(entry.path), *_LINK)
            elif entry.is_dir(follow_symlinks=False):
                self._departement(Path(entry.path))
            elif entry.name != _KEEP:
                self._add("fichier-emplacement", Path(entry.path), *_OUT_OF_PLACE)
        self._repeated()

    def _is_link_on_the_way(self, folder: Path) -> bool:
        """Whether ``folder`` or one above it, below the root, is a symbolic link."""
        if not folder.is_relative_to(self._root):
            return folder.is_symlink()
        parts = folder.relative_to(self._root).parts
        return any(
            self._root.joinpath(*parts[: length + 1]).is_symlink() for length in range(len(parts))
        )

    def _entries(self, folder: Path) -> Iterator["os.DirEntry[str]"]:
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            self._add(
                "fichier-illisible",
                folder,
                "ce dossier manque ou ne peut pas être lu",
                "Vérifiez qu'il existe et qu'il est lisible (chmod 755).",
            )
            return
        yield from found

    def _departement(self, folder: Path) -> None:
        if not _DEPARTEMENT.fullmatch(folder.name):
            self._add(
                "fichier-emplacement",
                folder,
                f"« {visible(folder.name)} » n'est pas un code de département",
                "Nommez le dossier 01 à 95, 2A, 2B ou 971 à 988.",
            )
        for entry in self._entries(folder):
            file = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                self._add("fichier-emplacement", file, *_NESTED)
            elif not entry.is_file(follow_symlinks=False):
                self._add("fichier-nature", file, *_LINK)
            elif entry.name != _KEEP:
                self._file(file)

    def _file(self, file: Path) -> None:
        if file.name.startswith("."):
            self._add("fichier-emplacement", file, *_HIDDEN)
            return
        if file.suffix != _SUFFIX:
            self._add(
                "fichier-extension",
                file,
                f"le nom d'une fiche se termine par « {_SUFFIX} »",
                f"Renommez « {visible(file.name)} » en « {visible(file.stem)}{_SUFFIX} », "
                "ou supprimez ce fichier s'il n'est pas une fiche.",
            )
            return
        self.files.append(file)
        fault = id_fault(file.stem)
        if fault:
            self._add(
                "fichier-identifiant",
                file,
                f"« {visible(file.stem)} » ne peut pas être un identifiant : {fault}",
                "Renommez le fichier, par exemple « mediation-udaf-69.yaml ».",
            )

    def _repeated(self) -> None:
        same: defaultdict[str, list[Path]] = defaultdict(list)
        for file in sorted(self.files):
            same[unicodedata.normalize("NFC", file.stem).casefold()].append(file)
        for files in same.values():
            for file in files[1:]:
                self._add(
                    "fichier-repete",
                    file,
                    f"l'identifiant « {visible(file.stem, 90)} » est déjà celui de "
                    f"« {self._shown(files[0])} »",
                    "Choisissez un autre nom pour l'un des deux, ou supprimez le double.",
                )

    def _shown(self, path: Path) -> str:
        return visible(relative_path(path, self._root), 200)

    def _add(self, rule: str, path: Path, message: str, hint: str) -> None:
        severity = RULES[rule].severity
        self.problems.append(Problem(self._shown(path), 1, 1, rule, severity, "", message, hint))


_LINK = (
    "ce n'est ni un dossier ni un fichier ordinaire (lien ou fichier spécial)",
    "Remplacez-le par le fichier lui-même.",
)
_OUT_OF_PLACE = (
    "ce fichier n'est pas dans le dossier d'un département",
    f"Rangez la fiche à sa place : {_PLACE}. Tout autre fichier va ailleurs.",
)
_HIDDEN = (
    "un fichier caché (dont le nom commence par un point) n'est pas une fiche",
    "Supprimez-le : il vient sans doute d'un éditeur ou du système.",
)
_NESTED = (
    "un dossier de département ne contient pas d'autre dossier",
    f"Rangez les fiches directement : {_PLACE}.",
)
