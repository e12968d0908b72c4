"""One build, from an empty folder to the published site, or to nothing at all."""

import posixpath
import shutil
import signal
import threading
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import FrameType

from generator.placing import move, write
from generator.publishing.faults import (
    FOLDER_FAULTS,
    MEDIUM_FAULTS,
    PublicationError,
    explaining,
    not_published,
    quoted,
)
from generator.publishing.lock import locked
from generator.publishing.manifest import (
    Entry,
    Manifest,
    keep_only,
    regular_files,
    scan,
    settle,
)
from generator.publishing.releases import Releases, is_named_after

_SHOWN_DIFFERENCES = 5


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of a build: the edition now published, and whether it differs from the former."""

    name: str
    folder: Path
    manifest: Manifest
    changed: bool


@dataclass(slots=True)
class Draft:
    """A build under way: fill it, then `publish`.

    ``folder`` is the site to be. It may hold what was left of an edition that is kept no more:
    whatever nobody has spoken for goes (`gather`). A file there may be a link shared with a
    published edition: it may be replaced, and never written into (``generator.placing``).
    ``tools`` is an empty folder for programs that write as they please: what they leave in it joins
    the site.

    Whoever knows what a file must hold says so with `expect` (or writes it with `write`): a file
    cut short without an error by a full disk or a careless tool is then found before publishing.
    """

    folder: Path
    tools: Path
    _releases: Releases
    _keep: int
    _expected: dict[str, Entry] = field(default_factory=dict)
    _linked: dict[str, Entry] = field(default_factory=dict)
    _gathered: set[str] = field(default_factory=set)

    @property
    def former(self) -> tuple[Path, bytes] | None:
        """The folder of the published edition and the ledger its makers kept; None without any."""
        name = self._releases.current()
        if name is None or (ledger := self._releases.ledger(name)) is None:
            return None
        return self._releases.folder / name, ledger

    def write(self, path: str, content: bytes) -> None:
        """Write the file ``path`` (relative, with ``/``) with its parents, and expect it so."""
        self.expect(path, Entry.of_bytes(content))
        write(self.folder, path, content)

    def expect(self, path: str, entry: Entry, *, linked: bool = False) -> None:
        """Say what the file ``path`` (relative, with ``/``) must hold when it is published.

        ``linked`` says that it is a file of a former edition, just read and found so: it is not
        read a second time.
        """
        # By text: pathlib would take a second for 60,000 files.
        if posixpath.normpath(path) != path or path.startswith(("/", "../")) or path in (".", ".."):
            raise ValueError(f"not a path inside the site: {path!r}")
        self._expected[path] = entry
        if linked:
            self._linked[path] = entry

    def gather(self) -> None:
        """Have the whole site in ``folder``, and nothing else, for a tool that reads it.

        Raises OSError, and `PublicationError` on anything but plain files.
        """
        self._take_from_tools()
        keep_only(self.folder, self._wanted)

    def _take_from_tools(self) -> None:
        for path, entry in list(regular_files(self.tools)):
            move(entry.path, self.folder, path)
            self._gathered.add(path)
            self._linked.pop(path, None)  # the tool's own, to be read back

    @property
    def _wanted(self) -> Collection[str]:
        return self._expected.keys() | self._gathered

    def _verified(self) -> Manifest:
        """Have the whole site and nothing else, read back from the disk, compared with what it must be.

        Gives its manifest. Raises `PublicationError` when a file is missing, cut short or
        otherwise than expected, when a file nobody spoke for is empty, or when there is no file.
        """
        self._take_from_tools()
        found = settle(self.folder, self._wanted, self._linked)
        if not found.files:
            raise PublicationError(
                f"{not_published(self._releases.output)} : la construction n'a produit aucun fichier."
            )
        concerned = {path: found.files[path] for path in self._expected if path in found.files}
        faults = Manifest(self._expected).differences(Manifest(concerned))
        faults += [
            f"{quoted(path)} est vide"
            for path, entry in found.files.items()
            if entry.size == 0 and path not in self._expected
        ]
        if faults:
            more = len(faults) - _SHOWN_DIFFERENCES
            raise PublicationError(
                f"{not_published(self._releases.output)}, car il n'a pas été "
                f"écrit en entier : {', '.join(faults[:_SHOWN_DIFFERENCES])}"
                + (f", et {more} autre{'s' if more > 1 else ''}" if more > 0 else "")
                + ". Vérifiez la place libre sur le disque, puis recommencez."
            )
        return found

    def publish(self, ledger: bytes = b"") -> Publication:
        """Verify the draft, then show it at the output in one step; remove the oldest editions.

        ``ledger`` is kept beside the edition, and given back as ``former`` to the next build. When
        the published site already holds the same bytes, nothing else is touched and ``changed`` is
        false. Raises `PublicationError`; the published site is then the former one.
        """
        releases = self._releases
        with explaining(not_published(releases.output), FOLDER_FAULTS):
            manifest = self._verified()
            name = releases.current()
            changed = name is None or not self._holds(name, manifest)
            if name is None or changed:
                name = releases.add(self.folder, manifest)
                releases.publish(name)
            else:
                releases.set_aside(self.folder)
            if ledger:
                releases.keep_ledger(name, ledger)
        with explaining(
            f"Le site {quoted(releases.output)} est bien publié, mais ses éditions anciennes "
            "n'ont pas pu être effacées",
            FOLDER_FAULTS,
        ):
            releases.keep_only_the_last(self._keep)
        return Publication(name, releases.folder / name, manifest, changed)

    def _holds(self, name: str, manifest: Manifest) -> bool:
        """Whether edition ``name`` says that it holds ``manifest``, and still does."""
        if not is_named_after(name, manifest):  # sooner seen than by reading its own
            return False
        folder = self._releases.folder / name
        recorded = self._releases.manifest(name)
        return recorded == manifest and folder.is_dir() and scan(folder, self._linked) == manifest


@contextmanager
def publication(output: Path, *, started: datetime, keep: int = 3) -> Iterator[Draft]:
    """Give a draft of the site for ``output``; the body fills it and calls its `publish`.

    When the body ends without it, by an exception, Ctrl-C or SIGTERM, the draft is removed and the
    published site stays as it was. ``started`` is the present time, with its zone, shown to whoever
    starts a second build meanwhile. ``keep`` editions stay on the disk, the published one included.

    Raises `BuildInProgressError` when another build of this output is under way and
    `PublicationError` when ``output`` holds files of somebody else, cannot be written, or when the
    disk is full or fails. Any other exception of the body passes through.
    """
    if keep < 1:
        raise ValueError(f"keep must be at least 1: {keep}")
    releases = Releases.of(output)
    with ExitStack() as stack:
        with explaining(not_published(output), FOLDER_FAULTS):
            releases.output.parent.mkdir(parents=True, exist_ok=True)
            releases.refuse_what_is_not_ours()
            releases.folder.mkdir(exist_ok=True)
            stack.enter_context(locked(releases.lock, started))
            releases.folder.chmod(0o755)
            stack.enter_context(_termination_as_exception())
            releases.remove_leftovers()
            draft = Draft(*releases.new_draft(), releases, keep)
        stack.callback(_discard, draft.folder, draft.tools)
        with explaining(not_published(output), MEDIUM_FAULTS):
            yield draft


def _discard(*folders: Path) -> None:
    # What cannot be removed now must not hide the failure that led here; the next build removes it.
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _termination_as_exception() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind the program as Ctrl-C does, so that drafts are removed.

    Only the main thread may do so; a signal that is ignored (``nohup``) stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = {}
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            former[number] = signal.signal(number, _exit_on_signal)
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _exit_on_signal(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
