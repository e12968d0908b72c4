"""What changed since the edition before: ``changes.json`` and Atom feeds (RFC 4287).

Dates are those of the data. A feed without an edition to compare with has no entry: it claims
neither that something changed nor that nothing did.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from generator.changes import Change, Kind
from generator.changes.changes import as_document
from generator.changes.wording import label, sentence, words
from generator.characters import visible
from generator.exports.export import Release
from generator.exports.json import envelope, to_json
from generator.exports.licence import ATTRIBUTION, LICENCE_NAME
from generator.typography import no_break

PATH = "donnees/changes.json"
FEED_PATH = "donnees/changements.atom"
DEPARTEMENT_PATH = "departements/{code}/changements.atom"

_LONGEST = 2000
"""Characters of a value in a feed: readers cut longer ones without saying so."""
_NO_DATE = "1970-01-01"
"""Atom demands a date; an edition without any has no entry either."""


def changes_json(release: Release) -> bytes:
    """The changes in their envelope; ``avant`` is null when there was nothing to compare with."""
    return to_json(envelope(release.directory, **as_document(release.changes)))


def feed(release: Release) -> bytes:
    """The feed of the whole directory."""
    return _feed(release, FEED_PATH, "Ce qui a changé dans l'annuaire", release.changes.entries)


def departement_feeds(release: Release) -> Iterator[tuple[str, bytes]]:
    """The feed of each département of France, be it without any service."""
    for departement in release.directory.territory.departements:
        path = DEPARTEMENT_PATH.format(code=departement.code)
        title = f"Ce qui a changé {departement.dans}"
        yield path, _feed(release, path, title, release.changes.in_departement(departement.code))


def _feed(release: Release, path: str, title: str, entries: Iterable[Change]) -> bytes:
    date = release.directory.date
    address = release.absolute(path)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
        f"<id>{escape(address)}</id>",
        f"<title>{escape(no_break(title))}</title>",
        f"<updated>{_instant(date.isoformat() if date else _NO_DATE)}</updated>",
        f"<author><name>{escape(ATTRIBUTION)}</name></author>",
        f"<rights>{escape(LICENCE_NAME)}</rights>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(address)}/>',
        f"<link href={quoteattr(release.absolute('donnees/'))}/>",
    ]
    for change in entries:
        lines += _entry(change, release)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entry(change: Change, release: Release) -> Iterator[str]:
    """One change. Its id is drawn from what happened, to what, and when: never used for another."""
    day = change.date.isoformat() if change.date else _NO_DATE
    edition = release.directory.date.isoformat() if release.directory.date else _NO_DATE
    page = release.absolute(f"services/{change.id}/")
    yield "<entry>"
    yield f"<id>{escape(f'{page}#{change.kind.value}-{change.former_id}-{edition}')}</id>"
    title = f"{change.nom or change.id} : {sentence(change)[:1].lower()}{sentence(change)[1:]}"
    yield f"<title>{escape(no_break(visible(title, _LONGEST)))}</title>"
    yield f"<updated>{_instant(day)}</updated>"
    if change.kind is not Kind.RETRAIT:
        yield f"<link href={quoteattr(page)}/>"
    yield f"<category term={quoteattr(change.kind.value)}/>"
    text = "\n".join(
        f"{label(one)} : {visible(words(one.before), _LONGEST)} → "
        f"{visible(words(one.after), _LONGEST)}"
        for one in change.fields
    )
    yield f'<content type="text">{escape(no_break(text or sentence(change)))}</content>'
    yield "</entry>"


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
