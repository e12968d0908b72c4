"""Where the links of a text lead: ``mot:jaf``, ``departement:35``, ``source:…`` by id."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from generator.directory import Directory
from generator.editorial.faults import NotFound, suggestion
from generator.editorial.glossary import PAGE as GLOSSARY_PAGE
from generator.editorial.library import Library
from generator.pages.cards import service_url

FIXED_PAGES: Mapping[str, str] = {
    "accueil": "",
    "services": "services/",
    "recherche": "recherche/",
    "donnees": "donnees/",
    "actualites": "actualites/",
    "orientation": "orientation/",
}
"""The pages that no Markdown file makes, by the name that ``page:`` gives them."""


class Target(NamedTuple):
    """Where a link leads, and whether it leaves the site."""

    href: str
    leaves: bool = False


class Addresses:
    """Resolves the links of texts for one edition of the site."""

    def __init__(self, library: Library, directory: Directory, base: str = "") -> None:
        """``base`` is the path the site is served under: empty, or such as ``/annuaire``."""
        self._library = library
        self._directory = directory
        self._base = base
        self._pages = {one.slug: one.url for one in library.pages} | dict(FIXED_PAGES)
        self._news = {one.slug: one.url for one in library.news}
        self._schemes: Mapping[str, Callable[[str], Target]] = {
            "actualite": self._news_item,
            "departement": self._departement,
            "editeur": self._statement,
            "mot": self._word,
            "numero": self._number,
            "page": self._page,
            "recherche": self._search,
            "region": self._region,
            "service": self._service,
            "source": self._source,
        }

    def resolve(self, address: str) -> Target:
        """The target of a link of a text. Raises ``NotFound`` when it leads nowhere."""
        if address.startswith("#"):
            return Target(address)
        scheme, colon, name = address.partition(":")
        if colon and scheme in self._schemes:
            return self._schemes[scheme](name)
        if scheme in ("http", "https"):
            raise NotFound(
                f"« {address} » est une adresse écrite dans le texte",
                "Ajoutez la page à data/sources.yaml, avec le jour où vous l'avez lue, puis "
                "écrivez [texte](source:identifiant).",
            )
        known = ", ".join(f"{one}:" for one in self._schemes)
        raise NotFound(
            f"le lien « {address} » ne commence par rien de connu",
            suggestion(scheme, self._schemes, f"Un lien commence par {known} ou #."),
        )

    def _to(self, path: str) -> Target:
        return Target(f"{self._base}/{path}")

    def _service(self, name: str) -> Target:
        if self._directory.service(name) is None:
            ids = [one.id for one in self._directory.services]
            raise _lost("le service", name, ids, "Son identifiant est le nom de sa fiche.")
        return self._to(service_url(name))

    def _departement(self, name: str) -> Target:
        if self._directory.territory.departement(name) is None:
            raise _lost("le département", name, (), "Donnez son code : 35, 2A ou 974.")
        return self._to(f"departements/{name}/")

    def _region(self, name: str) -> Target:
        if name not in [one.code for one in self._directory.regions]:
            raise _lost("la région", name, (), "Elle n'a pas de page : aucun service n'y est.")
        return self._to(f"regions/{name}/")

    def _page(self, name: str) -> Target:
        slug, hash_sign, anchor = name.partition("#")
        if slug not in self._pages:
            raise _lost("la page", slug, self._pages, f"Pages connues : {_listed(self._pages)}.")
        return self._to(f"{self._pages[slug]}{hash_sign}{anchor}")

    def _news_item(self, name: str) -> Target:
        if name not in self._news:
            raise _lost("l'actualité", name, self._news, "Vérifiez la ligne « Slug: ».")
        return self._to(self._news[name])

    def _word(self, name: str) -> Target:
        if name not in self._library.words:
            raise _lost("le mot", name, self._library.words, "Ajoutez-le à data/glossaire.yaml.")
        return self._to(f"{GLOSSARY_PAGE}/#{name}")

    def _search(self, name: str) -> Target:
        return self._to(f"{FIXED_PAGES['recherche']}{'#' if name else ''}{name}")

    def _number(self, name: str) -> Target:
        if name not in self._library.helplines:
            raise _lost("le numéro", name, (), "Ajoutez-le à data/numeros.yaml.")
        return Target(self._library.helplines[name].href)

    def _statement(self, name: str) -> Target:
        statement = self._library.statements.get(name)
        if statement is None or statement.href is None:
            known = [key for key, one in self._library.statements.items() if one.href]
            raise _lost("l'adresse", name, known, "Complétez data/editeur.yaml.")
        return Target(statement.href, leaves=True)

    def _source(self, name: str) -> Target:
        citation = self._library.citations.get(name)
        if citation is None:
            known = self._library.citations
            raise _lost("la source", name, known, "Ajoutez-la à data/sources.yaml.")
        if citation.url is None:
            raise NotFound(
                f"la source « {name} » n'a pas d'adresse",
                f"Citez-la sans lien : [[source:{name}]].",
            )
        return Target(citation.url, leaves=True)


def _lost(what: str, name: str, known: Iterable[str], otherwise: str) -> NotFound:
    return NotFound(f"{what} « {name} » n'existe pas", suggestion(name, known, otherwise))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
