"""Making what every page shares: the one place where the menu and the footer are written."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.pages.assets import service_style
from generator.pages.helplines import load_helplines
from generator.pages.site import Link, Site, content_security_policy
from generator.project import Project

Ranked = tuple[int, Link]
"""A link and its rank: the smallest come first."""

MENU: tuple[Ranked, ...] = (
    (10, Link("orientation/", "Par où commencer\u00a0?")),
    (20, Link("services/", "Tous les services")),
    (30, Link("recherche/", "Rechercher")),
    (90, Link("actualites/", "Actualités")),
)
"""The pages of the menu that no text makes; a text adds itself by its line ``Menu:``."""

FOOTER: tuple[Ranked, ...] = ((30, Link("donnees/", "Données ouvertes")),)
"""The same for the footer, and the line ``Pied:``."""

TAGLINE = (
    "Trouver qui peut vous aider pendant et après une séparation, près de chez vous : "
    "services de médiation familiale et espaces de rencontre, partout en France."
)


def load_site(
    project: Project,
    name: str,
    assets: Mapping[str, tuple[str, bytes]],
    menu: Iterable[Ranked] = (),
    footer: Iterable[Ranked] = (),
    repository: str = "",
) -> Site:
    """The site called ``name``, with the assets of ``theme_files`` by name.

    ``menu`` and ``footer`` are what the texts add to the fixed links, in any order; ``repository`` is
    where the records are corrected, when it is known.

    Raises ``HelplinesError`` when the national numbers cannot be read.
    """
    style = service_style(project.root / "theme")
    return Site(
        url=project.site_url,
        name=name,
        tagline=TAGLINE,
        menu=_in_order((*MENU, *menu)),
        footer=_in_order((*FOOTER, *footer)),
        helplines=load_helplines(project.root),
        assets={key: path for key, (path, _) in assets.items()},
        repository=repository.rstrip("/"),
        policy=content_security_policy(style),
        service_style=Markup(style),  # noqa: S704 (our own style sheet)
    )


def _in_order(links: Iterable[Ranked]) -> tuple[Link, ...]:
    return tuple(link for _, link in sorted(links, key=lambda one: (one[0], one[1].path)))
