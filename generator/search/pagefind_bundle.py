"""Accept what Pagefind wrote, and give it the same bytes whenever the pages are the same.

Pagefind numbers pages in the order in which the disk lists them, and writes the values of its
filters in the order of a hash table: names and bytes change from one run to the next. Here pages
are numbered by address, filters are sorted, and each file is named after what it holds. What a
search finds does not change; results of equal score come in the order of their addresses.

The layout is that of Pagefind 1.5 (`pagefind_web/src/{metadata,index,filter_index}.rs`):

    pagefind-entry.json   version, and for each language the name of its metadata
    pagefind.*.pf_meta    [version, [[fragment, word count]], [[first word, last word, index]],
                           [[filter, file]], [sorts], [metadata fields]]
    index/*.pf_index      [[[word, postings, [[spelling, postings]]]]]
    filter/*.pf_filter    [filter, [[value, [page]]]]
    fragment/*            one page as JSON: its address, text, metadata
    postings              [[page - the page before, positions, positions in metadata]]
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import cbor2

from generator.errors import AnnuaireError
from generator.processors import processors
from generator.search.pagefind_codec import unwrap, wrap
from generator.typography import no_break
from generator.workers import in_processes

LANGUAGE = "fr"

_ENTRY = "pagefind-entry.json"
_STEMMER = f"wasm.{LANGUAGE}.pagefind"
_SCRIPTS = {
    "pagefind.js": re.compile(rb"export\{[\w,]+\};\s*$"),
    "pagefind-worker.js": re.compile(rb"\}\)\(\);\s*$"),
}
"""The scripts that search, and how each ends: nothing else tells one that was cut short."""
_NOT_PUBLISHED = frozenset(
    {
        "pagefind-component-ui.css",
        "pagefind-component-ui.js",
        "pagefind-highlight.js",
        "pagefind-modular-ui.css",
        "pagefind-modular-ui.js",
        "pagefind-ui.css",
        "pagefind-ui.js",
        "wasm.unknown.pagefind",
    }
)
"""Interfaces that we do not use (they execute markup in filter values) and other languages."""

_NAME_LENGTH = 7
"""Hexadecimal digits of a name, as Pagefind's own: all names are downloaded by the first search."""

Posting = list[Any]


class SearchIndexError(AnnuaireError):
    """The search index could not be made, or is not whole; nothing of it may be published."""

    def __init__(self, message: str) -> None:
        super().__init__(no_break(message))


@dataclass(slots=True)
class _Names:
    """Names after the digests of contents; two that begin alike are told apart by one digit more."""

    taken: set[str] = field(default_factory=set)

    def give(self, digest: str) -> str:
        length = _NAME_LENGTH
        while (name := f"{LANGUAGE}_{digest[:length]}") in self.taken:
            length += 1
            if length > len(digest):
                raise SearchIndexError("L'index de recherche contient deux fois la même page.")
        self.taken.add(name)
        return name


def canonical_bundle(
    folder: Path, expected_pages: int, jobs: int | None = None
) -> dict[str, bytes]:
    """Read what Pagefind wrote into ``folder`` and return the files to publish, by relative path.

    The work is shared among ``jobs`` processes; among as many as processors when it is None. The
    result depends on the indexed pages, on Pagefind's version and on that of zlib only. Raises
    `SearchIndexError` when a file is missing, empty, cut short, left over or of an unknown layout,
    and when the index does not hold exactly ``expected_pages`` pages; and `WorkerLostError`.
    """
    files = _read(folder)
    bundle = {name: files.take(name) for name in (*_SCRIPTS, _STEMMER)}
    with _understanding(_STEMMER):
        unwrap(bundle[_STEMMER])
    for name, ending in _SCRIPTS.items():
        with _understanding(name):
            if not ending.search(bundle[name]):
                raise ValueError("no end")
    with _understanding(_ENTRY):
        entry = json.loads(files.take(_ENTRY))
        if list(entry["languages"]) != [LANGUAGE]:
            raise ValueError("other languages")
        language = entry["languages"][LANGUAGE]
        meta_path = f"pagefind.{language['hash']}.pf_meta"
    with _understanding(meta_path):
        version, pages, chunks, filters, sorts, fields = cbor2.loads(unwrap(files.take(meta_path)))
        if version != entry["version"] or language["page_count"] != len(pages):
            raise ValueError("entry and metadata disagree")
    if len(pages) != expected_pages:
        raise SearchIndexError(
            f"L'index de recherche contient {len(pages)} pages au lieu de {expected_pages} : "
            f"vérifiez l'attribut {_quoted('data-pagefind-body')} des gabarits, puis la place "
            "libre sur le disque."
        )
    if sorts:
        raise SearchIndexError(
            "Les gabarits demandent à Pagefind des tris (data-pagefind-sort), dont l'ordre change "
            "d'une construction à l'autre : retirez cet attribut."
        )

    new_pages, numbers = _fragments(files, pages, bundle)
    new_chunks = _word_index(files, chunks, numbers, bundle, jobs or processors())
    new_filters = _filters(files, filters, numbers, bundle)
    files.refuse_leftovers()

    meta = cbor2.dumps([version, new_pages, new_chunks, new_filters, sorts, fields])
    language["hash"] = f"{LANGUAGE}_{hashlib.sha256(meta).hexdigest()[:10]}"
    bundle[f"pagefind.{language['hash']}.pf_meta"] = wrap(meta)
    bundle[_ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(bundle.items()))


@dataclass(slots=True)
class _Files:
    """The files of the folder that nobody has asked for yet."""

    remaining: dict[str, bytes]

    def take(self, path: str) -> bytes:
        try:
            return self.remaining.pop(path)
        except KeyError:
            raise SearchIndexError(
                f"L'index de recherche est incomplet : {_quoted(path)} manque. "
                "Vérifiez la place libre sur le disque, puis recommencez."
            ) from None

    def refuse_leftovers(self) -> None:
        unknown = sorted(self.remaining.keys() - _NOT_PUBLISHED)
        if unknown:
            raise SearchIndexError(
                f"L'index de recherche contient un fichier inattendu : {_quoted(unknown[0])}. "
                "Cette version de Pagefind n'est pas celle que l'annuaire connaît."
            )


def _read(folder: Path) -> _Files:
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    empty = sorted(name for name, content in files.items() if not content)
    if empty:
        raise SearchIndexError(
            f"L'index de recherche est incomplet : {len(empty)} fichiers sur {len(files)} "
            f"sont vides ({_quoted(empty[0])}, par exemple). Vérifiez la place libre sur le "
            "disque, puis recommencez."
        )
    return _Files(files)


def _quoted(what: str) -> str:
    return f"« {what} »"


@contextmanager
def _understanding(path: str) -> Iterator[None]:
    """Turn every sign of another layout than the known one into a `SearchIndexError`."""
    try:
        yield
    except (ValueError, TypeError, KeyError, IndexError, cbor2.CBORDecodeError) as fault:
        raise SearchIndexError(
            f"L'index de recherche est abîmé, ou écrit par une version inconnue de Pagefind : "
            f"{_quoted(path)} ne peut pas être lu. Recommencez la construction."
        ) from fault


def _fragments(
    files: _Files, pages: Sequence[list[Any]], bundle: dict[str, bytes]
) -> tuple[list[list[Any]], list[int]]:
    """Put the fragments in the bundle; return the pages by address, and old number → new number."""
    found = []
    for old_number, (name, word_count) in enumerate(pages):
        path = f"fragment/{name}.pf_fragment"
        file = files.take(path)
        with _understanding(path):
            content = unwrap(file)
            found.append((str(json.loads(content)["url"]), old_number, word_count, content, file))
    found.sort(key=lambda page: page[0])
    names = _Names()
    new_pages = []
    numbers = [0] * len(found)
    for new_number, (_, old_number, word_count, content, file) in enumerate(found):
        name = names.give(hashlib.sha256(content).hexdigest())
        bundle[f"fragment/{name}.pf_fragment"] = file
        new_pages.append([name, word_count])
        numbers[old_number] = new_number
    return new_pages, numbers


def _word_index(
    files: _Files,
    chunks: Sequence[list[str]],
    numbers: Sequence[int],
    bundle: dict[str, bytes],
    jobs: int,
) -> list[list[str]]:
    """Put the word index in the bundle; return its chunks, named anew, in the same order."""
    paths = [f"index/{old_name}.pf_index" for _, _, old_name in chunks]
    taken = [files.take(path) for path in paths]

    def renew(rank: int) -> tuple[str, bytes]:
        with _understanding(paths[rank]):
            content = _renewed_chunk(unwrap(taken[rank]), numbers)
        return hashlib.sha256(content).hexdigest(), wrap(content)

    # Three quarters of the time that all this takes.
    with in_processes(renew, len(chunks), jobs if len(chunks) > 1 else 1) as results:
        renewed = results()
    names = _Names()
    new_chunks = []
    for (first, last, _), (digest, file) in zip(chunks, renewed, strict=True):
        name = names.give(digest)
        bundle[f"index/{name}.pf_index"] = file
        new_chunks.append([first, last, name])
    return new_chunks


def _renewed_chunk(content: bytes, numbers: Sequence[int]) -> bytes:
    (words,) = cbor2.loads(content)
    renumbered = [
        [
            word,
            _renumbered(postings, numbers),
            sorted([form, _renumbered(there, numbers)] for form, there in forms),
        ]
        for word, postings, forms in words
    ]
    return cbor2.dumps([renumbered])


def _renumbered(postings: Sequence[Posting], numbers: Sequence[int]) -> list[Posting]:
    """Give each posting its new page number, in order, as differences like those received."""
    old_numbers = accumulate(difference for difference, _, _ in postings)
    renewed = sorted(
        [numbers[old], positions, in_metadata]
        for old, (_, positions, in_metadata) in zip(old_numbers, postings, strict=True)
    )
    differences = [after[0] - before[0] for before, after in pairwise([[0], *renewed])]
    for posting, difference in zip(renewed, differences, strict=True):
        posting[0] = difference
    return renewed


def _filters(
    files: _Files,
    filters: Sequence[list[str]],
    numbers: Sequence[int],
    bundle: dict[str, bytes],
) -> list[list[str]]:
    """Put the filters in the bundle; return them by name, with the names of their files."""
    names = _Names()
    new_filters = []
    for label, old_name in sorted(filters):
        path = f"filter/{old_name}.pf_filter"
        file = files.take(path)
        with _understanding(path):
            inner_label, values = cbor2.loads(unwrap(file))
            if inner_label != label:
                raise ValueError("another filter")
            content = cbor2.dumps(
                [
                    label,
                    sorted([value, sorted(numbers[p] for p in there)] for value, there in values),
                ]
            )
        name = names.give(hashlib.sha256(content).hexdigest())
        bundle[f"filter/{name}.pf_filter"] = wrap(content)
        new_filters.append([label, name])
    return new_filters
