"""The guided path, as a parent uses it: with JavaScript, and without."""

from playwright.sync_api import Browser, expect

from tests.sites import Served

HEADING = ".step > h2"


def test_with_javascript_nothing_is_asked_of_the_server_and_back_goes_back(
    browser: Browser, served_real_site: Served
) -> None:
    page = browser.new_page()
    page.goto(f"{served_real_site.address}/orientation/", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Non, ce n’est pas cela").click()
    page.get_by_role("link", name="Je suis grand-parent et je ne vois plus").click()
    expect(page.locator(HEADING)).to_be_focused()
    expect(page.locator(HEADING)).to_contain_text("avant le juge")
    expect(page.locator(".limit")).to_be_visible()
    assert asked == []
    assert page.url.endswith("/orientation/")
    page.go_back()
    expect(page.locator(HEADING)).to_contain_text("Qu’est-ce qui vous amène")
    page.get_by_role("link", name="Recommencer au début").click()
    expect(page.locator(HEADING)).to_contain_text("Avez-vous peur")
    page.close()


def test_without_javascript_each_answer_is_a_page(
    browser: Browser, served_real_site: Served
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_real_site.address}/")
    page.get_by_role("link", name="Je ne sais pas par où commencer").click()
    page.get_by_role("link", name="Oui, il y a ou il y a eu des violences").click()
    assert page.url.endswith("/orientation/ecoute/")
    assert page.title().startswith("De quoi avez-vous besoin")
    expect(page.locator(".step")).to_contain_text("3919")
    expect(page.locator(".step .ways a").first).to_have_attribute("href", "/securite/")
    context.close()
