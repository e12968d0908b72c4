"""Opening an edition by its name: ``.``, a file, or a revision."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from generator.changes import Edition
from generator.checks.validation import validate
from generator.directory import Directory
from generator.exports.json import published
from generator.history.published import read_published
from generator.history.revision import RecordFile, commit_of, record_files
from generator.model.service import Service
from generator.project import Project
from generator.records.discover import discover
from generator.records.files import read_file
from generator.records.nodes import plain
from generator.records.reader import Record, read_record
from generator.territory import Territory

WORK_TREE = "."
"""Names the records as they are on the disk."""


def open_edition(name: str, project: Project, territory: Territory) -> Edition:
    """The edition that ``name`` means: ``.``, the path of a ``services.json``, or a revision.

    Raises ``UsageError`` when it means nothing.
    """
    if name == WORK_TREE:
        files = discover(project.services, project.root)[0]
        records = ((one.parent.name, one.stem, read_file(one, project.root)) for one in files)
        return _edition(WORK_TREE, records, territory)
    if "\0" not in name and Path(name).is_file():
        return read_published(Path(name))
    commit = commit_of(name, project.root)
    files_then = record_files(commit, project.services, project.root)
    return _edition(commit[:12], map(_read, files_then), territory)


def edition_of(directory: Directory, name: str) -> Edition:
    """The edition that a directory is about to be published as."""
    services = {one.id: published(one, directory) for one in directory.services}
    return Edition(name, directory.date, services)


def _read(file: RecordFile) -> tuple[str, str, Record]:
    path = f"{file.departement}/{file.identifier}.yaml"
    return file.departement, file.identifier, read_record(file.content, path)


def _edition(
    name: str, records: Iterable[tuple[str, str, Record]], territory: Territory
) -> Edition:
    """The records that can be read today; what an older program accepted may not be."""
    services: list[Service] = []
    unread = set()
    for departement, identifier, record in records:
        service = _service(record, departement, identifier, territory)
        if service is None:
            unread.add(identifier)
        else:
            services.append(service)
    # The day has no part in what is compared.
    directory = Directory(services, territory, datetime.date.min)
    edition = edition_of(directory, name)
    return Edition(name, edition.date, edition.services, frozenset(unread))


def _service(
    record: Record, departement: str, identifier: str, territory: Territory
) -> Service | None:
    data = plain(record.root) if record.root is not None else None
    if not isinstance(data, dict) or territory.departement(departement) is None:
        return None
    validated = validate(data, identifier, departement)
    return None if validated.faults else validated.service
