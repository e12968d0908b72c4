"""Failures that are expected: each has an exit code and one clear French line.

A bug is never one of these; it keeps its traceback. This module imports nothing of the project.
"""

import errno

_REASONS = {
    errno.ENOENT: "il n'existe pas",
    errno.EACCES: "le droit manque",
    errno.EPERM: "le droit manque",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "une partie de ce chemin est un fichier et non un dossier",
    errno.EEXIST: "ce nom est déjà pris",
    errno.ENAMETOOLONG: "ce nom est trop long",
    errno.ELOOP: "ce lien tourne en rond",
    errno.EROFS: "le disque n'accepte que la lecture",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "la place accordée sur le disque est épuisée",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.EAGAIN: "trop de programmes sont ouverts",
    errno.ENOMEM: "la mémoire est épuisée",
    errno.EIO: "le disque a répondu par une erreur",
}


class AnnuaireError(Exception):
    """A failure the user can understand and mend; ``str()`` is the French line to show."""

    exit_code = 1


class UsageError(AnnuaireError):
    """The command was called wrongly."""

    exit_code = 2


def reason(error: OSError) -> str:
    """Why the system refused, in French; the system's own words are in the language of the machine."""
    return _REASONS.get(error.errno or 0, f"erreur {error.errno} du système")
