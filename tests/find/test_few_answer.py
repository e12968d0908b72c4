"""Where few services answer, or none: filters, the nearest ones, an address that is not published."""

import pytest
from playwright.sync_api import expect

from tests.find.visits import Visit


def test_filters_say_how_many_services_they_leave(fictional: Visit) -> None:
    page = fictional.open("/recherche/#lieu=lyon-69123")
    page.locator("article.card").first.wait_for()
    page.get_by_text("Filtrer", exact=True).click()
    prison = page.get_by_label("Accompagne les visites en prison")
    expect(prison.locator("xpath=..")).to_contain_text("(1)")
    evening = page.get_by_label("Ouvert après 18 h")
    evening.check()
    expect(page.get_by_text("Filtrer (1 filtre choisi)")).to_be_visible()
    # Its nearest place is closed in the evening: it is shown at the nearest that is not.
    expect(page.locator("article.card").first).not_to_contain_text("Lyon 7e")
    assert fictional.fragment == "lieu=lyon-69123&filtres=soir"
    assert page.evaluate("document.activeElement.value") == "soir"


@pytest.mark.parametrize(
    ("asked", "title", "shown"),
    [
        ("", "Les plus proches", "km"),
        ("&activite=mediation_familiale", "Les plus proches", "Médiation familiale"),
        # none of those has a place that is measured
        ("&activite=espace_de_rencontre", "Les plus proches, quels qu’ils soient", "km"),
        ("&filtres=samedi", "Les plus proches, quels qu’ils soient", "km"),
    ],
)
def test_where_nobody_answers_one_is_not_left_alone(
    fictional: Visit, asked: str, title: str, shown: str
) -> None:
    page = fictional.open(f"/recherche/#lieu=bastia-2B033{asked}")
    expect(page.locator("[data-find-status]")).to_contain_text("Aucun service")
    expect(page.get_by_role("button", name="Chercher jusqu’à 150")).to_be_visible()
    expect(page.get_by_role("button", name="Retirer les filtres")).to_be_visible(
        visible=bool(asked)
    )
    nearest = page.locator(".find-help section")
    expect(nearest.get_by_role("heading", level=2)).to_have_text(title)
    expect(nearest.locator("article.card", has_text="km").first).to_be_visible()
    expect(nearest.locator("article.card").filter(has_not_text=shown)).to_have_count(0)
    expect(page.get_by_role("heading", name="À distance", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="3919").first).to_be_visible()
    page.get_by_role("button", name="Chercher jusqu’à 150").click()
    page.get_by_role("button", name="Chercher dans toute la France").click()
    assert "portee=2" in fictional.fragment


def test_words_with_the_number_of_a_departement_are_looked_for_there(fictional: Visit) -> None:
    page = fictional.open("/recherche/")
    fictional.type_and_enter("traboules 69")
    heading, departement = (
        page.locator("[data-find-title]"),
        page.get_by_label("Département", exact=True),
    )
    expect(heading).to_have_text("Résultats pour « traboules », Rhône (69)")
    expect(page.locator(".results h3")).to_have_text(["Médiation familiale fictive des Traboules"])
    expect(departement).to_have_value("69")
    assert fictional.fragment == "q=traboules&departement=69"
    fictional.type_and_enter("traboules 48")
    expect(page.locator("[data-find-status]")).to_have_text("Aucun résultat avec ces filtres.")
    expect(departement.locator("option:checked")).to_have_text("Lozère (48)")
    expect(page.get_by_role("link", name="La page du département")).to_be_visible()
    page.get_by_role("button", name="Retirer les filtres").click()
    expect(heading).to_have_text("Résultats pour « traboules »")


def test_a_hidden_address_has_words_and_no_distance(fictional: Visit) -> None:
    page = fictional.open("/recherche/#lieu=nantes-44109")
    expect(page.get_by_role("heading", name="à une adresse non publiée")).to_be_visible()
    card = page.locator("article.card", has_text="Le service vous donne l’adresse")
    expect(card).to_contain_text("Dans ce département")
    expect(card).not_to_contain_text("km")
