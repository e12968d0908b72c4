"""What is said to someone whose record the parser cannot read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Severity
from generator.records import events
from generator.records.events import Fault
from generator.records.reader import read_record
from generator.records.syntax import explain

ENGLISH = re.compile(r"\b(the|found|expected|while|scanning|parsing|not|allowed|mapping)\b")

CASES = [
    ("nom:Valeur\ntype: x\n", 1, 5, "espace ordinaire après « nom: »"),
    ("type: a\nnom:Valeur\nstatut: x\n", 2, 5, "espace ordinaire après « nom: »"),
    ("nom :Valeur\ntype: x\n", 1, 6, "espace ordinaire après « nom: »"),
    ("nom:\u00a0Valeur\ntype: x\n", 1, 5, "espace ordinaire après « nom: »"),
    ("lieux:\n  - nom:Valeur\n    role: x\n", 2, 9, "espace ordinaire après « nom: »"),
    ("nom: Espace : rencontre\n", 1, 13, "contient un deux-points"),
    ("type: a\n  nom: b\n", 2, 3, "trop décalée"),
    ("lieux:\n    - a\n  - b\n", 3, 3, "alignée sur aucune"),
    ("lieux:\n  a: 1\n b: 2\n", 3, 2, "alignée sur aucune"),
    ("resume: |\n    a\n  b\nnom: c\n", 3, 3, "alignée sur aucune"),
    ("lieux:\n  - a\n  b: c\n", 3, 3, "élément de liste, précédé d'un tiret, est attendu"),
    ("nom: a\n- b\n", 2, 1, "une clé est attendue"),
    ("nom: @exemple\n", 1, 6, "commencer par « @ »"),
    ("nom: `exemple`\n", 1, 6, "commencer par l'accent grave"),
    ("nom: %x\n", 1, 6, "commencer par « % »"),
    ("nom: *Accueil* du soir\n", 1, 6, "commencer par « * »"),
    ("nom: *Accueil du soir\n", 1, 6, "commencer par « * »"),
    ("nom: & fils\n", 1, 6, "commencer par « & »"),
    ("nom: !x!y z\n", 1, 6, "commencer par « ! »"),
    ("nom: ,x\n", 1, 6, "commencer par une virgule"),
    ("langues:\n  - ]x\n", 2, 5, "commencer par « ] »"),
    ("nom: ? x\n", 1, 6, "commencer par « ? »"),
    ("nom: | texte\n", 1, 6, "« | » en tête de valeur"),
    ("nom: > 5 ans\ntype: a\n", 1, 6, "« > » en tête de valeur"),
    ('nom: "Exemple\ntype: x\n', 1, 6, "jamais fermé"),
    ("nom: 'Exemple\ntype: x\n", 1, 6, "jamais fermé"),
    ('nom: "Exemple\n---\ntype: x\n', 1, 6, "jamais fermé"),
    ('nom: "Exemple\n\ntype: "x"\n', 1, 6, "fermé qu'à la ligne 3"),
    ("nom: 'Exemple\nresume: l'accueil\n", 1, 6, "fermé qu'à la ligne 2"),
    ("nom: 'l'accueil'\ntype: x\n", 1, 9, "l'apostrophe au milieu"),
    ('nom: "Exemple" du Rhône\n', 1, 16, "texte après le guillemet"),
    ('nom: "a": b\n', 1, 9, "texte après le guillemet"),
    ('nom: "C:\\quai"\n', 1, 9, "la barre « \\ »"),
    ('nom: "\\ud800"\n', 1, 7, "la barre « \\ »"),
    ("nom: - x\n", 1, 6, "une liste ne peut pas commencer"),
    ("langues: [fr, en\nnom: x\n", 1, 10, "« [ » ouvre une liste"),
    ("gestionnaire: {nom: x\ntype: y\n", 1, 15, "« { » ouvre une liste"),
    ("nom: [Ici] et là\n", 1, 12, "après le crochet"),
    ("nom Exemple\ntype: x\n", 1, 1, "deux-points après « nom »"),
    ("type: x\nnom Exemple\nstatut: y\n", 2, 1, "deux-points après « nom »"),
    ("gestionnaire\n  nom: x\n", 1, 1, "deux-points après « gestionnaire »"),
    ("adresse: rue #5\n  Lyon\n", 1, 14, "coupe la valeur"),
    ("type: x\n: y\n", 2, 1, "pas de clé"),
    ("%TRUC\nnom: x\n", 1, 1, "ligne de réglage"),
    ("%YAML 1.3\n---\nnom: x\n", 1, 1, "ligne de réglage"),
    ("<<<<<<< HEAD\nnom: x\n=======\nnom: y\n>>>>>>> b\n", 1, 1, "deux versions des mêmes"),
    ("nom: x\n<<<<<<< HEAD\ntype: x\n=======\n", 2, 1, "deux versions des mêmes"),
    ("lieux:\n  - a\n<<<<<<< HEAD\n  - b\n=======\n  - c\n>>>>>>> b\n", 3, 1, "« <<<<<<< »"),
    ("resume: >-\n  a\n<<<<<<< HEAD\n  b\n||||||| c\n=======\n  c\n>>>>>>> b\n", 3, 1, "« <<<"),
    ("nom: x\n=======\nnom: y\n>>>>>>> b\n", 2, 1, "« ======= »"),
    ("nom: x\n...\ntype: y\n", 3, 1, "après la fin de la fiche"),
]


@pytest.mark.parametrize(("text", "line", "column", "said"), CASES)
def test_a_common_mistake_is_named_where_it_was_made(
    text: str, line: int, column: int, said: str
) -> None:
    record = read_record(text.encode(), "69/exemple.yaml")
    assert record.root is None
    (problem,) = record.problems
    assert said in problem.message
    assert (problem.line, problem.column) == (line, column)
    assert problem.hint
    assert not ENGLISH.search(problem.message + problem.hint)


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_without_libyaml_a_mistake_is_refused_in_french_too(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "LOADER", events.yaml.SafeLoader)
    problems = read_record(text.encode(), "69/exemple.yaml").problems
    assert Severity.ERREUR in {problem.severity for problem in problems}
    assert not ENGLISH.search(" ".join(problem.message + problem.hint for problem in problems))


def test_what_is_not_recognised_is_still_said_in_french() -> None:
    explanation = explain(["nom: x"], Fault("some words of the parser", 0, 0, 0, 0))
    assert explanation.message == "la fiche ne peut pas être lue à partir d'ici"
    assert "parser" not in explanation.message + explanation.hint


@given(
    st.lists(st.text(" -:'\"[]{}#|>&*!%@,?\\ab.", max_size=12), min_size=1, max_size=4),
    st.sampled_from(["", "mapping values", "could not find expected ':'", "found unexpected"]),
    st.tuples(*[st.integers(0, 12)] * 4),
)
def test_an_explanation_is_found_for_any_place_of_any_lines(
    lines: list[str], problem: str, place: tuple[int, int, int, int]
) -> None:
    explanation = explain(lines, Fault(problem, *place))
    assert explanation.line >= 1
    assert explanation.column >= 1
    assert explanation.message
