"""The box finds every commune, as people type it, within its budget."""

import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.render import with_apostrophes
from generator.search.communes import POPULOUS, SUMMARY, commune_files, entries
from generator.search.large import large_first, large_of
from generator.search.ranges import range_starts
from generator.search.ranking import city_of, departement_of
from generator.territory import Territory
from generator.territory.names import search_key
from generator.typography import no_break
from tests.find.conftest import Node, weight

Suggest = Callable[..., list[Mapping[str, Any]]]
BUDGET = 15_000


def test_each_commune_is_the_first_answer_to_its_name_and_postal_code(
    suggest: Suggest, territory: Territory
) -> None:
    communes = list(territory.communes())
    answers = suggest(f"{one.nom} {one.codes_postaux[0]}" for one in communes)
    missed = [
        one.nom
        for one, answer in zip(communes, answers, strict=True)
        if answer["codes"][:1] != [one.code_insee]
    ]
    assert missed == []
    assert len(communes) > 34_969


def test_each_commune_is_among_the_first_five_by_its_name_without_accents(
    suggest: Suggest, territory: Territory
) -> None:
    """Where more than five bear the same name, all of them come before any other."""
    communes = list(territory.communes())
    namesakes = Counter(search_key(one.nom) for one in communes)
    answers = suggest(search_key(one.nom) for one in communes)
    missed = [
        one.nom
        for one, answer in zip(communes, answers, strict=True)
        if one.code_insee not in answer["codes"][: max(5, namesakes[search_key(one.nom)])]
    ]
    assert missed == []


def test_namesakes_are_told_apart_by_their_departement(
    suggest: Suggest, territory: Territory
) -> None:
    namesakes = Counter(search_key(one.nom) for one in territory.communes())
    communes = [one for one in territory.communes() if namesakes[search_key(one.nom)] > 5]
    assert len(communes) > 300
    answers = suggest(f"{one.nom} {one.departement}" for one in communes)
    assert [answer["codes"][0] for answer in answers] == [one.code_insee for one in communes]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("35000", "Rennes"),
        ("35 000", "Rennes"),
        ("r", "Rennes"),
        ("st etienne", "Saint-Étienne"),
        ("St-Denis 93", "Saint-Denis"),
        ("l'hay", "L'Haÿ-les-Roses"),
        ("LA ROCHELLE", "La Rochelle"),
        ("rochelle", "La Rochelle"),
        ("havre", "Le Havre"),
        ("lyon 7", "Lyon 7e Arrondissement"),
        ("paris 12e", "Paris 12e Arrondissement"),
        ("marseille 13 eme", "Marseille 13e Arrondissement"),
        ("Paris 1er arr", "Paris 1er Arrondissement"),
        ("Rennes Cedex", "Rennes"),
        ("35042 Rennes Cedex 9", "Rennes"),
        ("ajaccio 2a", "Ajaccio"),
        ("villefranche rhone", "Villefranche-sur-Saône"),
        ("Tourlaville", "Cherbourg-en-Cotentin"),
        ("boulogne", "Boulogne-Billancourt"),
        ("boulogne s/mer", "Boulogne-sur-Mer"),
        # one mistake
        ("rnnes", "Rennes"),
        ("rennse", "Rennes"),
        ("masreille", "Marseille"),
        ("toulousse", "Toulouse"),
        ("Châteaubriand", "Châteaubriant"),
        ("chateau brian", "Châteaubriant"),
        ("siant malo", "Saint-Malo"),
        ("sant malo", "Saint-Malo"),
    ],
)
def test_a_commune_is_found_as_people_type_it(suggest: Suggest, typed: str, first: str) -> None:
    (answer,) = suggest([typed])
    assert answer["names"][:1] == [first]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("saint denis reunion", "97411"),
        ("saint-denis la réunion", "97411"),
        ("Saint-Denis 93200", "93066"),
        ("saint pierre 974", "97416"),
        ("75012", "75056"),
    ],
)
def test_the_right_one_of_several_comes_first(suggest: Suggest, typed: str, code: str) -> None:
    (answer,) = suggest([typed])
    assert answer["codes"][0] == code


def test_a_name_that_no_commune_bears_is_first_that_of_a_large_one(
    suggest: Suggest, territory: Territory
) -> None:
    """As in the terminal."""
    former = sorted({name for name, _ in territory.former_names()})
    first = {name: large_first(name, territory.find(name), territory)[:1] for name in former}
    names = [name for name in former if first[name] != territory.find(name)[:1]]
    assert "Boulogne" in names
    assert len(names) < 50
    assert [answer["codes"][0] for answer in suggest(names)] == [
        first[name][0].code_insee for name in names
    ]


def test_the_large_communes_that_a_small_one_may_stand_for_are_told(
    suggest: Suggest, territory: Territory
) -> None:
    """As in the terminal, and of no other commune."""
    large = [search_key(one.nom).split() for one in territory.most_populous(POPULOUS)]
    beginnings = {" ".join(words[:count]) for words in large for count in range(1, len(words))}
    chance = random.Random(5)  # noqa: S311 (a choice of examples)
    all_of_them = [one for one in territory.communes() if not one.commune_parente]
    communes = [one for one in all_of_them if search_key(one.nom) in beginnings]
    communes += chance.sample(all_of_them, 300)
    told = [[one.nom for one in large_of(commune, territory)] for commune in communes]
    answers = suggest(f"{one.nom} {one.codes_postaux[0]}" for one in communes)
    assert [answer["large"] for answer in answers] == told
    by_name = {
        f"{one.nom} ({one.departement})": names for one, names in zip(communes, told, strict=True)
    }
    assert by_name["Aix (19)"] == ["Aix-en-Provence", "Aix-les-Bains"]
    assert by_name["Clermont (60)"] == ["Clermont-Ferrand"]
    assert by_name["Lyon (69)"] == []


@pytest.mark.parametrize(
    "typed", ["", " ", "''", "xyz", "00000", "123456", "75012 Rennes", "\u0000", "<>", "9" * 300]
)
def test_what_is_no_commune_has_no_answer(suggest: Suggest, typed: str) -> None:
    (answer,) = suggest([typed])
    assert answer["codes"] == []


def test_a_search_loads_at_most_15_kb(
    suggest: Suggest, territory: Territory, commune_index: Path
) -> None:
    """Typed letter by letter, by name or by code, with nothing loaded before."""
    chance = random.Random(4)  # noqa: S311 (a choice of examples)
    communes = chance.sample(list(territory.communes()), 150)
    texts = [one.nom for one in communes] + [one.codes_postaux[0] for one in communes]
    answers = suggest(texts, fresh=True)
    heavy = {
        text: weight(commune_index, answer["asked"])
        for text, answer in zip(texts, answers, strict=True)
        if weight(commune_index, answer["asked"]) > BUDGET
    }
    assert heavy == {}


def test_no_range_is_too_heavy_with_the_summary(commune_index: Path) -> None:
    summary = weight(commune_index, [SUMMARY])
    ranges = [path.relative_to(commune_index) for path in commune_index.glob("*/*/*/*.json")]
    assert len(ranges) > 300
    assert summary + max(weight(commune_index, [str(one)]) for one in ranges) <= BUDGET


def test_the_index_has_the_same_bytes_each_time(territory: Territory, project_root: Path) -> None:
    assert list(commune_files(territory)) == list(commune_files(Territory.load(project_root)))


def test_keys_are_the_same_in_python_and_in_the_browser(node: Node, territory: Territory) -> None:
    texts = [
        *(one.name for one in entries(territory)),
        *(
            "ŒUVRE",
            "s/Mer",
            "Às/x",
            "é s/b",
            "İstanbul",
            "ﬁn",
            "x²",
            "Ste-Marie",
            "\u00a0St\u00a0",
            "Constructor",
        ),
    ]
    assert node("names.mjs", texts=texts) == [search_key(text) for text in texts]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Lyon", "Près de Lyon (01)"),
        ("Ajaccio", "Près d’Ajaccio (01)"),
        ("Évreux", "Près d’Évreux (01)"),
        ("Yvetot", "Près d’Yvetot (01)"),
        ("Yutz", "Près de Yutz (01)"),
        ("Haguenau", "Près de Haguenau (01)"),
        ("Le Mans", "Près du Mans (01)"),
        ("Les Abymes", "Près des Abymes (01)"),
        ("La Rochelle", "Près de La Rochelle (01)"),
        ("L'Haÿ-les-Roses", "Près de L’Haÿ-les-Roses (01)"),
        ("Lens", "Près de Lens (01)"),
        ("Paris 1er Arrondissement", "Près de Paris 1er (01)"),
    ],
)
def test_what_is_near_a_commune_is_said_in_french(node: Node, name: str, title: str) -> None:
    communes = [{"nom": name, "departement": {"code": "01"}}]
    assert node("french.mjs", communes=communes) == [title]


def test_texts_are_set_in_the_browser_as_on_the_pages(node: Node) -> None:
    texts = [
        "Vouliez-vous dire la commune : ",
        "Résultats pour « l'enfant » !",
        "Qui ? Demandez ; sinon, 12 h : rien",
        "https://annuaire.example/#q=a : b",
        "sans rien à changer",
    ]
    found = node("french.mjs", texts=texts)
    pages = [with_apostrophes(f"<p>{no_break(text)}</p>") for text in texts]
    assert [f"<p>{text}</p>" for text in found] == pages
    assert found[1] == "Résultats pour «\u00a0l’enfant\u00a0»\u00a0!"


def test_words_near_to_saint_that_begin_names_are_known(
    suggest: Suggest, territory: Territory
) -> None:
    """`Sains-en-Gohelle` is not a Saint spelt wrongly."""
    firsts = {search_key(one.nom).partition(" ")[0] for one in territory.communes()}
    near = sorted(word for word in firsts if word.startswith("sa") and len(word) in range(4, 8))
    names = [
        one.nom for one in territory.communes() if search_key(one.nom).partition(" ")[0] in near
    ]
    answers = suggest(names)
    assert [
        name
        for name, answer in zip(names, answers, strict=True)
        if search_key(answer["names"][0]) != search_key(name)
    ] == []


def test_arrondissements_are_of_the_city_that_the_reference_data_says(
    territory: Territory,
) -> None:
    for one in territory.communes():
        assert city_of(one.code_insee) == (one.commune_parente or one.code_insee)
        assert departement_of(one.code_insee) == one.departement


@settings(max_examples=200)
@given(st.lists(st.text("ab ", max_size=6), min_size=1), st.integers(1, 5))
def test_ranges_cover_all_keys_and_hold_no_more_than_the_cap(keys: list[str], cap: int) -> None:
    keys.sort()
    starts = range_starts(keys, cap)
    assert starts == sorted(set(starts))
    assert starts[0] == ""
    held: dict[int, list[str]] = {}
    for key in keys:
        held.setdefault(bisect_right(starts, key) - 1, []).append(key)
    for group in held.values():
        assert len(group) <= cap or len(set(group)) == 1
