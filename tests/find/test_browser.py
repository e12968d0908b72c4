"""In a real browser: what is typed leads to services, to pages, to help; and leaves no trace."""

import gzip
import json
import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Response, expect

from tests.find.visits import Visit, watch
from tests.sites import Served

STORED = """async () => JSON.stringify([
    document.cookie, localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
])"""


def test_a_postal_code_gives_the_services_around(real: Visit) -> None:
    page = real.open("/recherche/")
    real.type_and_enter("35000")
    expect(page.get_by_role("heading", name="Près de Rennes (35)")).to_be_visible()
    first = page.locator("article.card").first
    expect(first).to_contain_text("Rennes, à")
    expect(first).to_contain_text("km")
    assert real.fragment == "lieu=rennes-35238"


def test_what_is_typed_leaves_nothing_behind_and_goes_nowhere(fictional: Visit) -> None:
    page = fictional.open("/")
    typed = ["Caluire", "69300", "héritage", "siant priest", "zyzzyva"]
    for text in typed:
        fictional.open("/recherche/")
        box = page.get_by_role("combobox")
        box.press_sequentially(text)
        box.press("Enter")
        expect(page.locator("[data-find-status]")).to_have_text(
            re.compile("service|résultat|aider")
        )
    host = fictional.site.address.removesuffix(fictional.site.site.base) + "/"
    assert len(fictional.requests) > 20
    assert [one for one in fictional.requests if not one.startswith(host)] == []
    sent = unquote(" ".join(fictional.requests)).casefold()
    words = [*typed, "caluire", "heritage", "priest"]
    assert [word for word in words if word.casefold() in sent] == []
    assert json.loads(page.evaluate(STORED)) == ["", 0, 0, 0, 0, 0]
    assert page.context.cookies() == []


def test_the_other_communes_of_a_name_are_one_click_away(real: Visit) -> None:
    """Enter takes the most populous Saint-Denis, which is overseas; few mean that one."""
    page = real.open("/recherche/")
    real.type_and_enter("saint-denis")
    heading = page.locator("[data-find-title]")
    expect(heading).to_have_text("Près de Saint-Denis (974)")
    expect(page.locator("[data-find-hints]")).to_contain_text("Autres communes de ce nom")
    page.get_by_role("link", name="Saint-Denis (93)").click()
    expect(heading).to_have_text("Près de Saint-Denis (93)")
    expect(page.get_by_role("link", name="Saint-Denis (974)")).to_be_visible()
    real.type_and_enter("rennes")
    expect(heading).to_have_text("Près de Rennes (35)")
    expect(page.locator("[data-find-hints]")).to_be_hidden()


def test_the_large_commune_that_a_short_name_may_mean_is_one_click_away(real: Visit) -> None:
    page = real.open("/recherche/")
    real.type_and_enter("clermont")
    heading = page.locator("[data-find-title]")
    expect(heading).to_have_text("Près de Clermont (60)")
    hints = page.locator("[data-find-hints]")
    expect(hints).to_contain_text("Vouliez-vous dire la commune\u00a0: Clermont-Ferrand (63)")
    expect(hints).to_contain_text("Autres communes de ce nom\u00a0: Clermont (40)")
    page.get_by_role("link", name="Clermont-Ferrand (63)").click()
    expect(heading).to_have_text("Près de Clermont-Ferrand (63)")
    expect(hints).to_be_hidden()


def test_a_word_that_no_page_has_finds_none(real: Visit) -> None:
    """Pagefind alone finds all pages that have « à » for « arabesque »."""
    page = real.open("/recherche/")
    real.type_and_enter("arabesque")
    status = page.locator("[data-find-status]")
    expect(status).to_have_text(
        "Aucun résultat. Essayez un autre mot, ou la liste par département ci-dessous."
    )
    expect(page.locator("[data-find-list] li")).to_have_count(0)
    page.get_by_role("link", name="Quelques questions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("De quoi avez-"))


def test_words_are_looked_for_in_all_pages_whatever_was_searched_before(real: Visit) -> None:
    """The page of the numbers to call is of no activity."""
    page = real.open("/recherche/")
    status = page.locator("[data-find-status]")
    real.type_and_enter("médiation gratuite Lille")
    expect(page.get_by_label("Médiation familiale")).to_be_checked()
    real.type_and_enter("3919")
    expect(status).to_contain_text("résultats")
    assert real.fragment == "q=3919"
    page.get_by_label("Espace de rencontre").check()
    page.get_by_label("Département", exact=True).select_option("974")
    expect(status).to_have_text("Aucun résultat avec ces filtres.")
    page.get_by_role("button", name="Retirer les filtres").click()
    expect(status).to_contain_text("résultats")
    assert real.fragment == "q=3919"


def test_excerpts_are_written_as_pages_are(real: Visit) -> None:
    """Though Pagefind reads straight apostrophes."""
    page = real.open("/recherche/#q=argent")
    expect(page.locator("[data-find-status]")).to_contain_text("résultats")
    excerpts = page.locator(".results__excerpt").all_text_contents()
    assert any("’" in one for one in excerpts)
    assert not [one for one in excerpts if "'" in one or " ?" in one]


def test_a_service_is_found_by_its_number(fictional: Visit) -> None:
    """A call was missed: the number is pasted as the telephone gives it."""
    page = fictional.open("/recherche/")
    status = page.locator("[data-find-status]")
    for typed in ("0465710003", "+33465710003"):
        fictional.type_and_enter(typed)
        expect(page.locator("[data-find-title]")).to_contain_text(typed)
        expect(status).to_have_text("1 résultat.")
        expect(page.locator("[data-find-filters]")).to_be_hidden()
        expect(page.locator("[data-find-list] h3")).to_have_text(
            "Médiation familiale fictive des Traboules"
        )
    fictional.type_and_enter("0465710099")
    expect(status).to_have_text("Aucun service de l’annuaire ne répond à ce numéro.")


def test_an_address_without_its_postal_code_proposes_the_town(real: Visit) -> None:
    page = real.open("/recherche/")
    real.type_and_enter("12 rue de l'Exemple Toulouse")
    page.get_by_role("link", name="Toulouse (31)").click()
    expect(page.locator("[data-find-title]")).to_have_text("Près de Toulouse (31)")
    page.locator("article.card").first.wait_for()


def test_no_commune_is_guessed_where_pages_have_the_words(real: Visit) -> None:
    page = real.open("/recherche/")
    real.type_and_enter("relais")
    expect(page.locator("[data-find-status]")).to_contain_text("résultats")
    expect(page.locator("[data-find-hints]")).to_be_hidden()
    expect(page.locator("[data-find-guidance]")).to_be_hidden()
    # Beside what a service does, a place is meant.
    real.type_and_enter("médiation marseile")
    expect(page.locator("[data-find-status]")).to_contain_text("résultats")
    page.get_by_role("link", name="Marseille (13)").click()
    expect(page.locator("[data-find-title]")).to_have_text("Près de Marseille (13)")
    expect(page.get_by_label("Médiation familiale")).to_be_checked()


def test_a_search_can_be_reloaded_shared_and_gone_back_to(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    fictional.type_and_enter("Lyon")
    heading = page.locator("[data-find-title]")
    expect(heading).to_have_text("Près de Lyon (69)")
    page.get_by_label("Médiation familiale").check()
    expect(page.locator("[data-find-status]")).to_contain_text("service")
    assert fictional.fragment == "lieu=lyon-69123&activite=mediation_familiale"
    page.reload()
    expect(heading).to_have_text("Près de Lyon (69)")
    expect(page.get_by_label("Médiation familiale")).to_be_checked()
    fictional.type_and_enter("pension")
    expect(heading).to_have_text("Résultats pour « pension »")
    page.go_back()
    expect(heading).to_have_text("Près de Lyon (69)")
    page.go_forward()
    expect(heading).to_have_text("Résultats pour « pension »")
    page.evaluate("location.hash = '#contenu'")  # the skip link
    expect(heading).to_have_text("Résultats pour « pension »")


def test_everyday_words_are_explained(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    fictional.type_and_enter("passage de bras")
    expect(page.locator(".notice", has_text="sans que les parents se croisent")).to_be_visible()
    page.get_by_role("button", name="Trouver le plus proche").click()
    expect(page.locator("[role=combobox]")).to_be_focused()
    expect(page.get_by_label("Espace de rencontre")).to_be_checked()


def test_an_activity_and_a_place_give_that_activity_around_there(real: Visit) -> None:
    page = real.open("/")
    real.type_and_enter("médiation familiale à Rennes")
    expect(page.get_by_role("heading", name="Près de Rennes (35)")).to_be_visible()
    expect(page.get_by_label("Médiation familiale")).to_be_checked()
    expect(page.locator("article.card").first).to_contain_text("Rennes, à")
    assert real.fragment == "lieu=rennes-35238&activite=mediation_familiale"


def test_everyday_words_and_a_place_give_what_they_mean_around_there(real: Visit) -> None:
    page = real.open("/")
    real.type_and_enter("divorce à Rennes")
    said = page.locator(".notice", has_text="Pendant ou après une séparation")
    expect(page.get_by_role("heading", name="Près de Rennes (35)")).to_be_visible()
    expect(page.get_by_label("Médiation familiale")).to_be_checked()
    expect(page.locator("article.card").first).to_contain_text("Rennes, à")
    expect(said.get_by_role("link", name="La médiation familiale")).to_be_visible()
    page.get_by_label("Toutes").check()
    expect(said).to_be_visible()
    page.reload()
    expect(said).to_be_visible()
    assert real.fragment == "lieu=rennes-35238&mots=divorce+à+Rennes"
    real.type_and_enter("Brest")
    expect(page.get_by_role("heading", name="Près de Brest (29)")).to_be_visible()
    expect(said).to_have_count(0)
    assert real.fragment == "lieu=brest-29019"
    real.type_and_enter("divorce dans le Rhône")
    expect(page.locator("[data-find-title]")).to_have_text("Rhône (69)")
    expect(page.locator("[data-find-status]")).to_contain_text("résultats")
    expect(said).to_be_visible()
    assert real.fragment == (
        "activite=mediation_familiale&departement=69&mots=divorce+dans+le+Rhône"
    )


def test_a_departement_gives_its_services_and_the_commune_of_that_name(real: Visit) -> None:
    page = real.open("/recherche/")
    page.get_by_role("combobox").press_sequentially("vienne")
    page.get_by_role("option", name="Vienne tout le département (86)").click()
    expect(page.locator("[data-find-title]")).to_have_text("Vienne (86)")
    expect(page.get_by_label("Département", exact=True)).to_have_value("86")
    expect(page.get_by_role("link", name="Vienne (38)")).to_be_visible()
    assert real.fragment == "departement=86"
    real.type_and_enter("Rhône")
    expect(page.locator("[data-find-title]")).to_have_text("Rhône (69)")
    expect(page.locator("[data-find-status]")).to_contain_text("résultats")
    page.get_by_role("link", name="La page du département").click()
    expect(page).to_have_url(re.compile(r"/departements/69/$"))


def test_a_departement_without_service_leads_to_the_nearest(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    fictional.type_and_enter("Lozère")
    expect(page.locator("[data-find-status]")).to_contain_text("pas encore de service")
    expect(page.get_by_label("Département", exact=True)).to_have_value("48")
    expect(page.locator("[data-find-filters]")).to_be_hidden()  # nothing to choose from
    page.get_by_role("link", name="Mende (48)").click()
    expect(page.locator("[data-find-title]")).to_have_text("Près de Mende (48)")
    page.go_back()
    page.get_by_role("link", name="Les plus proches, et qui peut vous renseigner").click()
    expect(page).to_have_url(re.compile(r"/departements/48/$"))
    expect(page.get_by_role("heading", name="Les plus proches")).to_be_visible()


def test_a_region_leads_to_its_page(real: Visit) -> None:
    page = real.open("/")
    real.type_and_enter("Bretagne")
    expect(page).to_have_url(re.compile(r"/regions/53/$"))
    real.open("/recherche/#texte=médiation+en+Bretagne")
    expect(page).to_have_url(re.compile(r"/regions/53/$"))


def test_what_the_box_of_the_browser_brings_is_understood_as_typed_here(fictional: Visit) -> None:
    page = fictional.open("/recherche/#texte=lyon+7e")
    expect(page.locator("[data-find-title]")).to_have_text("Près de Lyon 7e (69)")
    assert fictional.fragment == "lieu=lyon-7e-arrondissement-69387"
    fictional.open("/recherche/#texte=pension")
    expect(page.locator("[data-find-title]")).to_have_text("Résultats pour « pension »")


def test_a_word_that_is_also_a_commune_offers_both(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    fictional.type_and_enter("garde")
    expect(page.locator("[data-find-title]")).to_have_text("Résultats pour « garde »")
    page.get_by_role("link", name="La Garde (83)").click()
    expect(page.locator("[data-find-title]")).to_have_text("Près de La Garde (83)")


def test_the_position_is_asked_after_a_click_and_never_written(
    browser: Browser, served_fictional_site: Served
) -> None:
    context = browser.new_context(
        geolocation={"latitude": 45.75123, "longitude": 4.85432},
        permissions=["geolocation"],
        viewport={"width": 360, "height": 740},
    )
    page = context.new_page()
    page.add_init_script(
        """window.asked = 0;
        const ask = Geolocation.prototype.getCurrentPosition;
        Geolocation.prototype.getCurrentPosition = function (...all) {
            window.asked += 1;
            return ask.apply(this, all);
        };"""
    )
    visit = watch(page, served_fictional_site)
    visit.open("/recherche/")
    page.get_by_role("combobox").press_sequentially("lyon")
    page.keyboard.press("Escape")
    assert page.evaluate("window.asked") == 0
    page.get_by_role("button", name="Autour de moi").click()
    expect(page.get_by_role("heading", name="Autour de vous")).to_be_visible()
    page.locator("article.card").first.wait_for()
    assert page.evaluate("window.asked") == 1
    assert visit.fragment == "autour=1"
    assert "45.7" not in " ".join(visit.requests)
    page.reload()
    expect(page.locator("[data-find-status]")).to_contain_text("gardée nulle part")
    assert page.evaluate("window.asked") == 0
    page.get_by_role("button", name="Donner ma position").click()
    page.locator("article.card").first.wait_for()
    context.close()


def test_a_position_that_is_refused_is_said_on_the_screen(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name="Autour de moi").click()
    heading = page.get_by_role("heading", name="Votre position n’est pas connue")
    expect(heading).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-find-status]")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("combobox")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    "answer", ["given({ coords: { latitude: 45.75, longitude: 4.85 } })", "refused()"]
)
def test_a_position_that_comes_late_does_not_take_the_place_of_what_was_searched_since(
    fictional: Visit, answer: str
) -> None:
    page = fictional.page
    page.add_init_script(
        """Geolocation.prototype.getCurrentPosition = (given, refused) => {
            Object.assign(window, { given, refused });
        };"""
    )
    fictional.open("/recherche/")
    page.get_by_role("button", name="Autour de moi").click()
    fictional.type_and_enter("35000")
    page.locator("article.card").first.wait_for()
    page.evaluate(answer)
    expect(page.get_by_role("heading", name="Près de Rennes (35)")).to_be_visible()
    assert fictional.fragment == "lieu=rennes-35238"


@pytest.mark.parametrize(
    "fragment",
    [
        "q=<img src=x onerror=alert(1)>",
        "lieu=%3Cscript%3E-35238",
        "lieu=nulle-part-35238",
        "lieu=lyon-69123&filtres=constructor.__proto__.<b>&portee=99&activite=<i>",
        "lieu=lyon-69123&mots=<img src=x onerror=alert(1)> divorce constructor",
        "autour=1&q=x",
        "%00%ff=&&==",
    ],
)
def test_a_hostile_address_stays_text(fictional: Visit, fragment: str) -> None:
    page = fictional.open(f"/recherche/#{fragment}")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-find-results] :is(img, script, iframe, b, i)").count() == 0
    expect(page.locator("[role=combobox]")).to_be_visible()


def test_without_javascript_there_are_the_lists(
    browser: Browser, served_fictional_site: Served
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_fictional_site.address + "/recherche/")
    expect(page.get_by_role("combobox")).to_be_hidden()
    expect(page.get_by_role("link", name="Rhône").first).to_be_visible()
    context.close()


def test_the_search_page_is_light(fictional: Visit) -> None:
    """The page with its style and scripts: 60 KB compressed at most; Pagefind not before words."""
    answers: list[Response] = []
    fictional.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 (Playwright marks its listeners, and a method of a list cannot be)
    page = fictional.open("/recherche/")
    page.wait_for_load_state("networkidle")
    assert sum(len(gzip.compress(one.body(), 9)) for one in answers) <= 60_000
    answers.clear()
    fictional.type_and_enter("69007")
    page.locator("article.card").first.wait_for()
    assert not any("pagefind" in one.url for one in answers)
    communes = [one for one in answers if "/recherche/communes" in one.url]
    assert sum(len(gzip.compress(one.body(), 9)) for one in communes) <= 15_000
