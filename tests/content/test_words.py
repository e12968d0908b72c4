"""The published texts: whole, sourced, and as many as promised."""

import datetime
import re
from collections import Counter
from pathlib import Path

import pytest

from generator.checks.rules import Context
from generator.checks.run import inspect
from generator.directory import Directory
from generator.editorial.checks import editorial_problems
from generator.editorial.library import Library, load_library
from generator.problems import Severity
from generator.territory import Territory
from tests.sites import BuiltSite

EASY = "pas encore relu par les personnes concernées"
NEVER = "2024-103"
"""A decree that one magazine quotes and no other source knows."""


@pytest.fixture(scope="session")
def library(project_root: Path) -> Library:
    """The published texts and their data."""
    return load_library(project_root)


def test_the_texts_have_no_error(project_root: Path) -> None:
    territory = Territory.load(project_root)
    today = datetime.date(2026, 11, 23)
    services = inspect(project_root / "data/services", project_root, Context(territory, today))
    directory = Directory(services.services, territory, today)
    problems = editorial_problems(project_root, directory)
    assert [one for one in problems if one.severity is Severity.ERREUR] == []


def test_the_glossary_has_at_least_forty_words_each_with_a_source(library: Library) -> None:
    assert len(library.words) >= 40
    assert [one.id for one in library.words.values() if not one.sources] == []


def test_there_are_at_least_twenty_five_questions(project_root: Path) -> None:
    text = (project_root / "content/pages/questions.md").read_text("utf-8")
    assert len(re.findall(r"^### ", text, re.MULTILINE)) >= 25


def test_every_text_has_what_lists_and_search_need(library: Library) -> None:
    for file in (*library.pages, *library.news):
        assert file.slug, file.path
        assert file.title, file.path
        assert file.metadata["summary"], file.path


def test_every_source_that_can_be_opened_is_dated(library: Library) -> None:
    assert all(one.consulte_le for one in library.citations.values())


def test_easy_pages_say_that_nobody_concerned_has_read_them(library: Library) -> None:
    easy = [one for one in library.pages if one.metadata.get("langage") == "facile"]
    assert len(easy) >= 2
    assert all(EASY in one.body for one in easy)


def test_pages_that_speak_of_trying_mediation_state_its_limit(library: Library) -> None:
    slugs = {one.slug for one in library.pages if "limite" in one.metadata}
    assert {"mediation-familiale", "mediation-familiale-facile", "grands-parents"} <= slugs


def test_no_address_nor_title_tells_a_history_of_violence(library: Library) -> None:
    """They stay in the history of a browser that someone else may read."""
    told = [one.slug for one in library.pages if "violence" in f"{one.slug} {one.title}".lower()]
    assert told == []


def test_nothing_stale_or_doubtful_is_stated(library: Library) -> None:
    for file in (*library.pages, *library.news):
        assert NEVER not in file.body
        if "tmfpo" in file.body.lower():
            assert "pris fin" in file.body, file.path


def test_nothing_is_cited_for_nothing(library: Library, project_root: Path) -> None:
    """A source that no text and no datum uses any more is a date nobody will check."""
    used = "".join(file.body for file in (*library.pages, *library.news))
    for name in ("chiffres", "glossaire", "orientation"):
        used += (project_root / "data" / f"{name}.yaml").read_text("utf-8")
    unused = [one for one in library.citations if not re.search(rf"\b{one}(?![\w-])", used)]
    assert unused == []


@pytest.mark.parametrize("name", ["real_site", "fictional_site"])
def test_no_page_has_an_anchor_twice(name: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    for page in site.pages:
        body = re.sub(r"<template.*?</template>", "", page.read_text("utf-8"), flags=re.DOTALL)
        anchors = re.findall(r'\bid="([^"]+)"', body)
        assert sorted({one for one in anchors if anchors.count(one) > 1}) == [], page


def test_the_right_page_is_two_clicks_from_home(real_site: BuiltSite) -> None:
    """Home leads to the guided path and to the guides; they lead to every guide."""
    home = real_site.text("index.html")
    assert 'href="/orientation/"' in home
    assert 'href="/guides/"' in home
    guides = real_site.text("guides/index.html")
    for slug in ("apres-la-decision", "grands-parents", "parent-en-detention", "se-proteger"):
        assert f'href="/{slug}/"' in guides


def test_the_site_map_names_every_page(real_site: BuiltSite, library: Library) -> None:
    plan = real_site.text("plan/index.html")
    assert [one.slug for one in library.pages if f'href="/{one.slug}/"' not in plan] == []


def test_news_have_an_archive_by_year(real_site: BuiltSite, library: Library) -> None:
    for year, count in Counter(one.metadata["date"][:4] for one in library.news).items():
        archive = real_site.text(f"actualites/{year}/index.html")
        assert archive.count("<h2><a") == count
        assert f'href="/actualites/{year}/"' in real_site.text("actualites/index.html")
