"""Everything the texts are made of and may cite, read once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.editorial import figures, glossary, orientation, publisher, sources
from generator.editorial.content import NEWS, PAGES, ContentFile, read_content
from generator.editorial.data_file import DataFile, read_data
from generator.editorial.faults import EditorialError, problem
from generator.editorial.figures import Figure, Figures, Series
from generator.editorial.glossary import Glossary, Word
from generator.editorial.orientation import Orientation, orientation_problems
from generator.editorial.publisher import Publisher, Statement
from generator.editorial.sources import Citation, Citations
from generator.pages import helplines
from generator.pages.helplines import HelplinesError, load_helplines
from generator.pages.site import Helpline
from generator.problems import Problem


@dataclass(frozen=True)
class Library:
    """The data of the texts by id, in the order of their files, and the texts themselves."""

    citations: Mapping[str, Citation]
    words: Mapping[str, Word]
    series: Mapping[str, Series]
    figures: Mapping[str, Figure]
    statements: Mapping[str, Statement]
    helplines: Mapping[str, Helpline]
    orientation: Orientation
    pages: tuple[ContentFile, ...]
    news: tuple[ContentFile, ...]


def load_library(root: Path) -> Library:
    """The library of the project under ``root``.

    Raises ``EditorialError`` when a data file is wrong; the texts are checked by ``checks``.
    """
    library, problems = read_library(root)
    if problems:
        raise EditorialError(problems)
    return library


def read_library(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """The library, and what is wrong with its data files: a faulty one is empty."""
    cited = read_data(root, sources.FILE, Citations)
    words = read_data(root, glossary.FILE, Glossary)
    counted = read_data(root, figures.FILE, Figures)
    stated = read_data(root, publisher.FILE, Publisher)
    path = read_data(root, orientation.FILE, Orientation)
    numbers, number_problems = _helplines(root)
    citations = cited.content.sources if cited.content else ()
    series = counted.content.series if counted.content else ()
    glossary_words = words.content.mots if words.content else ()
    library = Library(
        citations={one.id: one for one in citations},
        words={one.id: one for one in glossary_words},
        series={one.id: one for one in series},
        figures={figure.id: figure for one in series for figure in one.chiffres},
        statements={one.id: one for one in (stated.content.informations if stated.content else ())},
        helplines={one.number: one for one in numbers},
        orientation=path.content
        or Orientation.model_construct(titre="", resume="", questions=(), resultats=()),
        pages=read_content(root, PAGES),
        news=read_content(root, NEWS),
    )
    files: tuple[DataFile[Citations] | DataFile[Glossary] | DataFile[Figures], ...] = (
        cited,
        words,
        counted,
    )
    problems = [
        *(found for file in (*files, stated, path) for found in file.problems),
        *number_problems,
        *orientation_problems(path),
        *_repeated(cited, ((("sources", n), one.id) for n, one in enumerate(citations))),
        *_repeated(words, ((("mots", n), one.id) for n, one in enumerate(glossary_words))),
        *_repeated(counted, _figure_places(series)),
        *_unsourced(cited, counted, words, library),
    ]
    return library, tuple(problems)


def _helplines(root: Path) -> tuple[tuple[Helpline, ...], tuple[Problem, ...]]:
    try:
        return load_helplines(root), ()
    except HelplinesError as error:
        hint = "Relisez les pages citées avant de changer un numéro."
        return (), (problem(helplines.FILE, 1, "numeros", str(error).rstrip("."), hint),)


def _figure_places(
    series: Iterable[Series],
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for rank, one in enumerate(series):
        yield ("series", rank), one.id
        for place, figure in enumerate(one.chiffres):
            yield ("series", rank, "chiffres", place), figure.id


def _repeated(
    file: DataFile[Citations] | DataFile[Glossary] | DataFile[Figures],
    places: Iterable[tuple[tuple[str | int, ...], str]],
) -> Iterator[Problem]:
    """Ids that name two things."""
    known = list(places)
    counts = Counter(identifier for _, identifier in known)
    for loc, identifier in known:
        if counts[identifier] > 1:
            message = f"l'identifiant « {identifier} » sert deux fois"
            yield file.problem((*loc, "id"), "donnee", message, "Donnez-en un autre à l'un d'eux.")


def _unsourced(
    cited: DataFile[Citations],
    counted: DataFile[Figures],
    words: DataFile[Glossary],
    library: Library,
) -> Iterator[Problem]:
    """Figures and words whose source is not known, and words that point at none."""
    if cited.content is None:
        return
    hint = f"Ajoutez-la à {cited.path}, avec le jour où vous l'avez lue."
    for rank, one in enumerate(library.series.values()):
        for place, figure in enumerate(one.chiffres):
            if figure.source not in library.citations:
                loc = ("series", rank, "chiffres", place, "source")
                yield counted.problem(loc, "source", f"la source « {figure.source} » manque", hint)
    for rank, word in enumerate(library.words.values()):
        for place, source in enumerate(word.sources):
            if source not in library.citations:
                where = ("mots", rank, "sources", place)
                yield words.problem(where, "source", f"la source « {source} » manque", hint)
        for place, near in enumerate(word.voir):
            if near not in library.words:
                yield words.problem(
                    ("mots", rank, "voir", place),
                    "lien",
                    f"« {near} » n'est pas un mot du glossaire",
                    "Vérifiez l'identifiant, ou ajoutez ce mot.",
                )
