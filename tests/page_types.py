"""The kinds of pages of the site, each with an address of the invented site where it is seen."""

from playwright.sync_api import Page, expect

from tests.sites import Served

RESULTS = "/recherche/#q=m%C3%A9diation"
"""The search page, once it has searched."""

PAGE_TYPES = {
    "accueil": ("home.html", "/"),
    "recherche": ("search.html", "/recherche/"),
    "résultats": ("search.html", RESULTS),
    "tous les services": ("services.html", "/services/"),
    "service": ("service.html", "/services/mediation-douze-lieux/"),
    "service fermé": ("service.html", "/services/mediation-fermee/"),
    "service à distance": ("service.html", "/services/mediation-a-distance/"),
    "service vérifié il y a longtemps": (
        "service.html",
        "/services/mediation-verifiee-il-y-a-longtemps/",
    ),
    "service outre-mer": ("service.html", "/services/mediation-outre-mer/"),
    "adresse cachée": ("service.html", "/services/espace-rencontre-adresse-cachee/"),
    "département seul": ("service.html", "/services/espace-rencontre-departement-seul/"),
    "commune": ("commune.html", "/communes/35238/"),
    "département": ("departement.html", "/departements/69/"),
    "département sans service": ("uncovered.html", "/departements/48/"),
    "région": ("region.html", "/regions/84/"),
    "orientation": ("orientation.html", "/orientation/"),
    "page": ("page.html", "/securite/"),
    "actualités": ("news.html", "/actualites/"),
    "article": ("article.html", "/actualites/enquete-tmfpo/"),
    "données": ("data.html", "/donnees/"),
    "page perdue": ("404.html", "/cette/page/n-existe-pas"),
}
"""By name: the template, and the address."""

ADDRESSES = {name: address for name, (_, address) in PAGE_TYPES.items()}


def open_page(page: Page, served: Served, name: str) -> None:
    """Open a page of the kind ``name``; with its results where it searches."""
    page.goto(served.address + ADDRESSES[name], wait_until="load")
    if ADDRESSES[name] == RESULTS:
        expect(page.locator("[data-find-list] a").first).to_be_visible()


def unfold(page: Page) -> None:
    """Open every menu and every folded part of the page."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
