"""The build: read and check, make the site in a new folder, index it, publish it whole."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.archives import Snapshot, archive_files, keep, read_snapshot, with_snapshot
from generator.changes.edition import protected_ids
from generator.directory import Directory
from generator.edition import Progress, load_directory
from generator.engine.build import make_site
from generator.engine.past import past_of
from generator.engine.plugin import Making
from generator.exports import Past
from generator.fingerprint import of_texts
from generator.history import edition_of, open_edition
from generator.parts import PartsError, gathered
from generator.production import Former, Ledger, Made, Output
from generator.project import Project
from generator.publishing import Draft, Entry, Publication, publication
from generator.search.pagefind import index_site

INDEX = "pagefind"
"""The folder of the search index."""
INDEX_SECONDS = 300.0
INDEX_SECONDS_A_PAGE = 0.05
"""Pagefind is stopped after ten times what it takes on two cores."""

DAMAGED = (
    "Ce que la construction précédente avait noté est illisible : toutes les pages sont refaites."
)

OTHERWISE = (
    "Les parties ont été faites un autre jour, à une autre adresse ou par un autre programme que "
    "celui qui les réunit : refaites-les (--today et --site-url fixent les deux premiers)."
)


@dataclass(frozen=True)
class Narration:
    """Who is told how the build goes.

    ``progress`` wraps the list of files to read; ``step`` is called with the name of each step as it
    begins; ``tell`` takes a line in French.
    """

    progress: Progress = lambda files: files
    step: Callable[[str], None] = lambda _: None
    tell: Callable[[str], None] = lambda _: None


def build(
    project: Project,
    narration: Narration = Narration(),
    *,
    since: str = "",
    archive: Path | None = None,
    jobs: int | None = None,
    parts: Sequence[Path] = (),
) -> Publication:
    """Build the site of ``project`` and publish it at its output in one step.

    ``since`` names the edition that the site tells the changes from; ``archive`` is the folder of
    the dated snapshots, to which this edition is added once it is published; ``jobs`` is how many
    processes make the pages; ``parts`` are the folders of those made elsewhere (``make_part``).

    Raises ``InvalidRecordsError`` before anything is written, ``EngineError``, ``PartsError``,
    ``SearchIndexError`` or ``PublicationError`` otherwise; what was published is then untouched.
    """
    lent = gathered(parts) if parts else None
    directory = load_directory(project, narration.progress, narration.tell)
    past = past_of(project, open_edition(since, project, directory.territory) if since else None)
    started = datetime.datetime.now(datetime.UTC)
    with publication(project.output, started=started) as draft:
        narration.step("Construction des pages")
        former = lent or _former(draft, narration.tell)
        making = Making(draft.folder, draft.expect, former, jobs)
        ledger, searched = make_site(project, directory, draft.tools, making, past)
        if lent and ledger.header != lent.ledger.header:
            raise PartsError(OTHERWISE)
        snapshots = _snapshots(directory, past, draft.folder, archive)
        for path, content in archive_files(snapshots):
            draft.write(path, content)
        narration.step("Index de recherche")
        index = _index(searched, ledger.header, former, draft, jobs)
        narration.step("Publication")
        done = draft.publish(ledger.with_unit(index).to_bytes())
    if archive is not None:
        keep(archive, snapshots)
    return done


def _index(
    searched: Mapping[str, str],
    header: str,
    former: Former | None,
    draft: Draft,
    jobs: int | None,
) -> Made:
    """The search index of the pages of those digests: the former one when it was of the same."""
    given = of_texts([header, *(part for page in sorted(searched.items()) for part in page)])
    made = former and former.ledger.units.get(INDEX)
    if former and made and made.given == given and former.lends(made, draft.folder):
        for one in made.files:
            draft.expect(one.path, Entry(one.size, one.sha256), linked=True)
        return made
    draft.gather()
    limit = INDEX_SECONDS + INDEX_SECONDS_A_PAGE * len(searched)
    bundle = index_site(draft.folder, searched.keys(), time_limit=limit, jobs=jobs)
    files = {f"{INDEX}/{path}": content for path, content in bundle.items()}
    for path, content in files.items():
        draft.write(path, content)
    return Made.of(INDEX, (Output(*one) for one in files.items()), given)


def _former(draft: Draft, tell: Callable[[str], None]) -> Former | None:
    """The published edition, when what it was made from is known."""
    if draft.former is None:
        return None
    folder, ledger = draft.former
    try:
        return Former(folder, Ledger.from_bytes(ledger))
    except ValueError:
        tell(DAMAGED)
        return None


def _snapshots(
    directory: Directory, past: Past, site: Path, archive: Path | None
) -> Mapping[str, Snapshot]:
    """The snapshots to publish: this edition's, and the earlier ones without what must be gone."""
    if archive is None:
        return {}
    erased = frozenset(one.identifier for one in past.erasures)
    hidden = protected_ids(edition_of(directory, ""))
    return with_snapshot(archive, read_snapshot(site / "donnees"), directory.date, erased | hidden)
