"""Everyday words lead to the right service, and to pages that exist."""

import json
from pathlib import Path

import pytest

from generator.model.vocabulary import Activite
from generator.search.synonyms import MEANINGS, meaning_of, word_files
from tests.find.conftest import Node

MEDIATION = Activite.MEDIATION_FAMILIALE
MEETING = Activite.ESPACE_DE_RENCONTRE


@pytest.mark.parametrize(
    ("typed", "activity"),
    [
        ("droit de visite", MEETING),
        ("Droit de visite à Rennes", MEETING),
        ("point rencontre", MEETING),
        ("lieu neutre", MEETING),
        ("passage de bras", MEETING),
        ("JAF", MEDIATION),
        ("garde", MEDIATION),
        ("garde alternee", MEDIATION),
        ("pension", MEDIATION),
        ("divorce", MEDIATION),
        ("grands-parents", MEDIATION),
        ("Grands parents", MEDIATION),
        ("conflit ado", MEDIATION),
        ("parloir", MEETING),
    ],
)
def test_words_lead_to_an_activity(typed: str, activity: Activite) -> None:
    meaning = meaning_of(typed)
    assert meaning is not None
    assert meaning.activity is activity


@pytest.mark.parametrize("typed", ["divorce violences", "pension et menaces", "coups"])
def test_violence_comes_before_everything(typed: str) -> None:
    meaning = meaning_of(typed)
    assert meaning is not None
    assert meaning.activity is None
    assert meaning.page == "se-proteger"


@pytest.mark.parametrize("typed", ["", "Rennes", "gardenia", "UDAF", "adolphe", "juger"])
def test_other_words_mean_nothing_special(typed: str) -> None:
    assert meaning_of(typed) is None


def test_the_browser_reads_the_same_table(node: Node) -> None:
    ((_, table),) = word_files()
    texts = [
        "Droit de visite à Rennes",
        "divorce violences",
        "Grands parents",
        "gardenia",
        "JAF",
        "",
    ]
    expected = [meaning.explanation if (meaning := meaning_of(text)) else None for text in texts]
    assert node("words.mjs", table=json.loads(table), texts=texts) == expected


def test_each_page_that_explains_is_there(project_root: Path) -> None:
    pages = project_root / "content" / "pages"
    slugs = {
        line.removeprefix("Slug:").strip()
        for page in pages.glob("*.md")
        for line in page.read_text("utf-8").splitlines()
        if line.startswith("Slug:")
    }
    assert sorted({one.page for one in MEANINGS} - slugs) == []
