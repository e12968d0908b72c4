"""Of what Pagefind found, only what has the words counts: it takes any beginning of a word it lacks."""

import pytest

from tests.find.conftest import Node

SAID = [
    ("samedi", ["samedi"]),
    ("ado", ["adolescents,"]),
    ("lois", ["loi"]),
    ("jugement", ["juge"]),
    ("séparation", ["séparent."]),
    ("Grands Parents", ["grands-parents"]),
    ("l'aide juridictionnelle", ["L’aide juridictionnelle"]),
    ("sœur", ["soeur"]),
    ("un droit", ["droits"]),
    ("mediaton familliale", ["médiation familiale"]),
    ("premier rendez-vous", ["rendez-vous", "premier"]),
    ("", []),
]
NOT_SAID = [
    ("arabe", ["à", "a"]),
    ("étranger", ["et"]),
    ("visio", ["vise", "visant"]),
    ("Marseille", ["mars"]),
    ("samedi arabe", ["samedi à"]),
    ("pere", ["beau"]),
    ("asdfgh", []),
]


@pytest.mark.parametrize(("typed", "words"), SAID)
def test_a_word_is_said_when_it_is_there_or_another_form_of_it(
    node: Node, typed: str, words: list[str]
) -> None:
    assert node("matches.mjs", asked=[[typed, words]]) == [True]


@pytest.mark.parametrize(("typed", "words"), NOT_SAID)
def test_the_beginning_of_a_word_does_not_say_it(node: Node, typed: str, words: list[str]) -> None:
    assert node("matches.mjs", asked=[[typed, words]]) == [False]
