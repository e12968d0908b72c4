"""Where the published site and its former editions stand on the disk.

    <parent>/site                                  → .site-releases/000012-5f0c… (relative link)
    <parent>/.site-releases/000012-5f0c…/          one whole site
    <parent>/.site-releases/000012-5f0c….json      its manifest
    <parent>/.site-releases/000012-5f0c….ledger    what its makers want to find again
    <parent>/.site-releases/draft-…/               a build under way, or the rest of a killed one
    <parent>/.site-releases/spare/                 what is left of an edition; the next build starts there
    <parent>/.site-releases/publication.lock       held during a build; says the folder is ours

Editions are numbered, so that their age never depends on the times of files.
"""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.faults import PublicationError, quoted
from generator.publishing.manifest import Manifest, plain_entries

_LOCK_NAME = "publication.lock"
_DRAFT_PREFIX = "draft-"
_SPARE = "spare"
_NEXT_LINK = "next"
_RELEASE = re.compile(r"(?P<number>\d{6,})-(?P<digest>[0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Releases:
    """The editions of the site published at ``output`` (absolute, its parent without links)."""

    output: Path

    @classmethod
    def of(cls, output: Path) -> "Releases":
        """Find the editions of ``output``. Raises `PublicationError` when it can have none (``/``)."""
        if output.name in ("", ".."):
            raise PublicationError(f"Le dossier de sortie ne peut pas être {quoted(output)}.")
        return cls(output.parent.resolve() / output.name)

    @property
    def folder(self) -> Path:
        """The folder that holds the editions: on the same disk as the output, out of sight."""
        return self.output.parent / f".{self.output.name}-releases"

    @property
    def lock(self) -> Path:
        """The lock file."""
        return self.folder / _LOCK_NAME

    def current(self) -> str | None:
        """Return the name of the published edition; None before the first one."""
        if not self.output.is_symlink():
            return None
        target = self.output.readlink()
        if target.parent == Path(self.folder.name) and _RELEASE.fullmatch(target.name):
            return target.name
        return None

    def names(self) -> list[str]:
        """Return the editions on the disk, oldest first."""
        found = (path.name for path in self.folder.iterdir())
        return sorted(filter(_RELEASE.fullmatch, found), key=_age)

    def manifest_path(self, name: str) -> Path:
        """Where the manifest of edition ``name`` is: beside its folder, never in the site."""
        return self.folder / f"{name}.json"

    def ledger_path(self, name: str) -> Path:
        """Where the ledger of edition ``name`` is: what its makers kept for the next build."""
        return self.folder / f"{name}.ledger"

    def ledger(self, name: str) -> bytes | None:
        """Return the ledger of edition ``name``; None when it has none."""
        try:
            return self.ledger_path(name).read_bytes()
        except FileNotFoundError:
            return None

    def keep_ledger(self, name: str, ledger: bytes) -> None:
        """Write the ledger of edition ``name`` beside it, in one step."""
        aside = self.folder / f"{_DRAFT_PREFIX}ledger"
        aside.write_bytes(ledger)
        aside.replace(self.ledger_path(name))

    def manifest(self, name: str) -> Manifest | None:
        """Return the manifest of edition ``name``; None when it is absent or damaged."""
        try:
            return Manifest.from_json(self.manifest_path(name).read_bytes())
        except (FileNotFoundError, ValueError):
            return None

    def refuse_what_is_not_ours(self) -> None:
        """Raise `PublicationError` when the output or its editions' folder was made by others."""
        output = self.output
        if output.is_symlink():
            if self.current() is None:
                raise PublicationError(
                    f"{quoted(output)} est un lien qui n'a pas été créé par l'annuaire ; "
                    "déplacez-le, ou choisissez un autre dossier de sortie."
                )
        elif output.is_dir():
            if any(output.iterdir()):
                raise PublicationError(
                    f"Le dossier {quoted(output)} contient déjà des fichiers qui n'ont pas été "
                    "publiés par l'annuaire, et ne sera pas touché ; videz-le ou "
                    "déplacez-le, ou choisissez un autre dossier de sortie."
                )
        elif output.exists():
            raise PublicationError(
                f"{quoted(output)} est un fichier et non un dossier ; déplacez-le, ou "
                "choisissez un autre dossier de sortie."
            )
        folder = self.folder
        inside = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        if folder.is_symlink() or (inside and _LOCK_NAME not in inside):
            raise PublicationError(
                f"Le dossier {quoted(folder)} n'a pas été créé par l'annuaire, et ne sera pas "
                "touché ; déplacez-le, ou choisissez un autre dossier de sortie."
            )

    def new_draft(self) -> tuple[Path, Path]:
        """A folder for the site that a build makes, and an empty one for its tools.

        The first is what was set aside, if anything was: ten thousand services are seventy thousand
        files and half as many folders, which take longer to remove and to make again than to read.
        The lock must be held, as for all that follows.
        """
        draft = self.folder / f"{_DRAFT_PREFIX}{os.getpid()}"
        tools = self.folder / f"{_DRAFT_PREFIX}{os.getpid()}-tools"
        tools.mkdir()
        spare = self.folder / _SPARE
        if _is_ours(spare):
            spare.rename(draft)
        else:
            shutil.rmtree(spare, ignore_errors=True)  # at worst it stays where it is
            draft.mkdir()
        return draft, tools

    def set_aside(self, folder: Path) -> None:
        """Keep ``folder``, which is no edition or no longer one, for the next draft to start from.

        One is enough: when there is one already, ``folder`` is removed.
        """
        spare = self.folder / _SPARE
        if os.path.lexists(spare):
            shutil.rmtree(folder)
        else:
            folder.rename(spare)

    def add(self, draft: Path, manifest: Manifest) -> str:
        """Make ``draft`` an edition, with its manifest; not published yet. Gives its name."""
        names = self.names()
        number = _age(names[-1])[0] + 1 if names else 1
        name = f"{number:06d}-{_short(manifest)}"
        path = self.manifest_path(name)
        path.write_bytes(manifest.to_json())
        path.chmod(0o644)
        # Every byte has to be on the disk before the link that shows it. One call for all files:
        # flushing each of 10,000 files costs ten times more.
        os.sync()
        draft.rename(self.folder / name)
        _flush_folder(self.folder)
        return name

    def publish(self, name: str) -> None:
        """Show edition ``name`` at the output, in one step.

        A rename replaces a link by another at once: a reader sees the old site or the new one.
        """
        self.refuse_what_is_not_ours()
        next_link = self.folder / _NEXT_LINK
        next_link.unlink(missing_ok=True)
        next_link.symlink_to(Path(self.folder.name) / name)
        if self.output.is_dir() and not self.output.is_symlink():
            self.output.rmdir()  # Empty, or this fails: nothing was published there.
        next_link.replace(self.output)
        _flush_folder(self.output.parent)

    def remove_leftovers(self) -> None:
        """Remove what interrupted builds left: drafts, manifests without an edition."""
        names = set(self.names())
        for entry in self.folder.iterdir():
            if entry.name.startswith(_DRAFT_PREFIX) and entry.is_dir():
                shutil.rmtree(entry)
            elif entry.name.startswith((_NEXT_LINK, _DRAFT_PREFIX)) or (
                entry.suffix in (".json", ".ledger")
                and _RELEASE.fullmatch(entry.stem)
                and entry.stem not in names
            ):
                entry.unlink()

    def keep_only_the_last(self, count: int) -> None:
        """Remove all editions but the published one and the newest, ``count`` in all."""
        current = self.current()
        others = [name for name in self.names() if name != current]
        for name in others[: max(0, len(others) - (count - 1))]:
            self._remove(name)

    def _remove(self, name: str) -> None:
        # Under a draft's name first: an edition that is there is always whole.
        doomed = self.folder / f"{_DRAFT_PREFIX}{name}"
        (self.folder / name).rename(doomed)
        self.manifest_path(name).unlink(missing_ok=True)
        self.ledger_path(name).unlink(missing_ok=True)
        self.set_aside(doomed)


def is_named_after(name: str, manifest: Manifest) -> bool:
    """Whether an edition of that name may hold ``manifest``: no other does."""
    return name.endswith(f"-{_short(manifest)}")


def _short(manifest: Manifest) -> str:
    return manifest.digest[:16]


def _is_ours(folder: Path) -> bool:
    """Whether ``folder`` is there, with nothing but plain files, in folders that we may write into.

    A link put there by hand would let a build write elsewhere.
    """
    if folder.is_symlink():
        return False
    try:
        return _is_open(folder) and all(
            _is_open(entry.path)
            for _, entry in plain_entries(folder)
            if entry.is_dir(follow_symlinks=False)
        )
    except (OSError, PublicationError):
        return False


def _is_open(folder: str | Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _age(name: str) -> tuple[int, str]:
    return int(name.partition("-")[0]), name


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_manifest(output: Path) -> Manifest:
    """Return the manifest of the site published at ``output``, as it was at that moment.

    Compare it with ``scan(output)`` to learn whether the site was changed since. Raises
    `PublicationError` when nothing was published there or its manifest is lost.
    """
    releases = Releases.of(output)
    name = releases.current()
    if name is None:
        raise PublicationError(f"Aucun site n'a encore été publié à {quoted(output)}.")
    manifest = releases.manifest(name)
    if manifest is None:
        raise PublicationError(
            f"La liste des fichiers du site {quoted(output)} est perdue ou abîmée ; "
            "construisez le site à nouveau."
        )
    return manifest
