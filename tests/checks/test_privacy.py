"""What tells a hidden address, and what only looks as if it did."""

from pathlib import Path

import pytest

from generator.checks.privacy import telling
from tests.checks.sample import PATH, changed, inspected

HIDDEN = (
    "lieux:\n  - role: siege\n    adresse_visible: departement\n    departement: '35'\n"
    "  - role: antenne\n    adresse: 12 rue de l'Exemple\n    commune: Vitré\n"
    "    code_insee: '35360'\n    code_postal: '35500'\n    acces_transport: bus 3, arrêt Mairie\n"
)
STREET, POINT, STOP = "une rue", "un point", "un transport"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nous sommes au 12 rue de l'Exemple.", STREET),
        ("au 12, RUE DE L'EXEMPLE", STREET),
        ("3 bis avenue des Lilas", STREET),
        ("rue des lilas, porte bleue", STREET),
        ("boulevard Voltaire", STREET),
        ("place de la Mairie, au premier étage", STREET),
        ("4 place du marché", STREET),
        ("dans l'allée des Tilleuls", STREET),
        ("12 chemin vert", STREET),
        ("résidence Les Pins", STREET),
        ("48.11012, -1.68004", POINT),
        ("48,11012 ; -1,68004", POINT),
        ("métro Saint-Exemple", STOP),
        ("tramway T1", STOP),
        ("bus 14 toutes les dix minutes", STOP),
        ("près de la gare de Vitré", STOP),
        ("descendre à l'arrêt Mairie", STOP),
        ("https://association.example/12-rue-de-l-exemple", STREET),
        ("https://carte.example/?q=48.11012,-1.68004", POINT),
        ("Le service met en place des rencontres.", ""),
        ("Au cours de la visite, un professionnel reste présent.", ""),
        ("Le passage de bras se fait sans se croiser.", ""),
        ("À la place du juge", ""),
        ("sans arrêt", ""),
        ("l'arrêt de la cour d'appel", ""),
        ("Maison d'arrêt de Rennes", ""),
        ("Le service donne l'adresse au premier appel.", ""),
        ("un chemin vers l'accord", ""),
        ("en route vers un accord", ""),
        ("Deux places par séance, 3 séances par mois", ""),
        ("du 1er au 15, 2 fois", ""),
        ("https://association.example/mettre-en-place", ""),
        ("01 99 00 12 34", ""),
    ],
)
def test_a_text_that_tells_an_address_is_seen(text: str, told: str) -> None:
    assert telling(text) == told


@pytest.mark.parametrize(
    "change",
    [
        "description: Nous sommes au 12 rue de l'Exemple.\n",
        "resume: Un médiateur reçoit place de la Mairie.\n",
        "acces:\n  precisions: Descendre à l'arrêt Mairie.\n",
        "contact:\n  telephone: '01 99 00 12 34'\n  telephone_precisions: au 12 rue Basse\n",
        "sources:\n  - url: https://association.example/12-rue-de-l-exemple\n",
        "sources:\n  - url: https://association.example/\n    titre: 12 rue de l'Exemple\n",
        "# ancienne adresse : 12 rue de l'Exemple\nresume: Un médiateur reçoit.\n",
        "resume: Un médiateur reçoit. # 12 rue de l'Exemple\n",
    ],
)
def test_a_hidden_address_is_found_anywhere_in_the_file(change: str, tmp_path: Path) -> None:
    found = inspected(tmp_path, {PATH: changed(HIDDEN + change)})
    assert "adresse-cachee-texte" in {one.rule for one in found.errors}
    assert all("Exemple" not in one.message + one.hint for one in found.errors)


def test_visible_places_of_the_same_record_keep_their_streets(tmp_path: Path) -> None:
    assert inspected(tmp_path, {PATH: changed(HIDDEN)}).problems == ()


@pytest.mark.parametrize(
    "field",
    [
        "adresse: 12 rue de l'Exemple",
        "complement: bâtiment B",
        "latitude: '48.11000'",
        "longitude: '-1.68000'",
        "precision: adresse",
        "acces_transport: bus 3",
        "accessibilite: {acceslibre: 'https://acceslibre.beta.gouv.fr/app/x/'}",
        "commune: Rennes",
        "code_insee: '35238'",
        "code_postal: '35000'",
    ],
)
def test_a_hidden_place_holds_no_field_that_tells(field: str, tmp_path: Path) -> None:
    place = f"lieux:\n  - role: siege\n    adresse_visible: departement\n    departement: '35'\n    {field}\n"
    assert "adresse-cachee" in {
        one.rule for one in inspected(tmp_path, {PATH: changed(place)}).problems
    }
