"""What can stop a publication, said in one French line."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.errors import AnnuaireError
from generator.typography import no_break


class PublicationError(AnnuaireError):
    """Publishing failed; the published site is whole: the former one unless the line says so."""

    def __init__(self, message: str) -> None:
        super().__init__(no_break(message))


class BuildInProgressError(PublicationError):
    """Another build holds the lock of the same output."""


MEDIUM_FAULTS: Mapping[int, str] = {
    errno.ENOSPC: "il n'y a plus de place sur le disque ; libérez-en, puis recommencez",
    errno.EDQUOT: "le quota de disque est atteint ; libérez de la place, puis recommencez",
    errno.EFBIG: "un fichier dépasse la taille permise ; relevez cette limite, puis recommencez",
    errno.EROFS: "le disque est en lecture seule ; choisissez un autre dossier de sortie",
    errno.EIO: "le disque a répondu par une erreur ; vérifiez-le, puis recommencez",
}
"""Faults of the disk itself: never a bug of ours, whichever line of code met them."""

FOLDER_FAULTS: Mapping[int, str] = {
    **MEDIUM_FAULTS,
    errno.EACCES: "le droit d'écrire dans ce dossier manque ; demandez-le, ou choisissez un "
    "autre dossier de sortie",
    errno.EPERM: "cette opération est interdite ici (dossier protégé, ou disque sans liens "
    "symboliques) ; choisissez un autre dossier de sortie",
    errno.ENOTSUP: "ce disque ne sait pas verrouiller un fichier ou créer un lien "
    "symbolique ; choisissez un autre dossier de sortie",
    errno.ENOTDIR: "une partie de ce chemin est un fichier et non un dossier ; choisissez un "
    "autre dossier de sortie",
    errno.EEXIST: "un fichier occupe la place d'un dossier ; déplacez-le, puis recommencez",
    errno.ENAMETOOLONG: "ce nom est trop long pour le disque ; choisissez-en un plus court",
    errno.ENOENT: "un dossier a disparu pendant la construction ; recommencez",
    errno.ENOTEMPTY: "un dossier se remplit pendant qu'il est effacé ; attendez la fin des "
    "constructions interrompues, puis recommencez",
}
"""Those, and the faults of the place the user chose: elsewhere these numbers would be bugs."""


def quoted(what: object) -> str:
    """Return ``what`` between French quotation marks."""
    return f"« {what} »"


def not_published(output: Path) -> str:
    """Return the beginning of most messages here."""
    return f"Le site {quoted(output)} n'a pas été publié"


@contextmanager
def explaining(result: str, faults: Mapping[int, str]) -> Iterator[None]:
    """Turn each OSError that ``faults`` knows into a `PublicationError`: ``result``, then why."""
    try:
        yield
    except OSError as fault:
        if fault.errno is None or fault.errno not in faults:
            raise
        raise PublicationError(f"{result} : {faults[fault.errno]}.") from fault
