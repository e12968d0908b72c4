"""Free French hours become OSM only when there is no doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.hours import Hours, from_french, hours_in_french, parse_hours
from tests.model.hours.expressions import simple_weeks

CERTAIN = [
    ("lundi de 9h à 12h", "Mo 09:00-12:00"),
    ("Le lundi, de 9 h à 12 h", "Mo 09:00-12:00"),
    ("les lundis de 9 heures à 12 heures 30", "Mo 09:00-12:30"),
    ("lundi 9:00-12:30", "Mo 09:00-12:30"),
    ("lundi 9H30–18H", "Mo 09:30-18:00"),
    ("lundi entre 9h et midi", "Mo 09:00-12:00"),
    ("lundi de 20h à minuit", "Mo 20:00-24:00"),
    ("mardis de 14 à 18 heures", "Tu 14:00-18:00"),
    ("mardi après-midi de 14h à 18h", "Tu 14:00-18:00"),
    ("mardi matin, 9h-12h", "Tu 09:00-12:00"),
    ("du lundi au vendredi de 9h à 12h et de 14h à 17h", "Mo-Fr 09:00-12:00,14:00-17:00"),
    ("Du lundi au vendredi : 9h00-12h30 / 13h30-17h00", "Mo-Fr 09:00-12:30,13:30-17:00"),
    ("lundi au vendredi 8h30-17h", "Mo-Fr 08:30-17:00"),
    ("Lun-Ven 9h-12h", "Mo-Fr 09:00-12:00"),
    ("Lu-Ve 9h-12h, 14h-17h", "Mo-Fr 09:00-12:00,14:00-17:00"),
    ("mer. et sam. : 10h-12h", "We,Sa 10:00-12:00"),
    ("du samedi au lundi de 10h à 12h", "Mo,Sa,Su 10:00-12:00"),
    ("lundi, mercredi et jeudi de 9h30 à 12h30", "Mo,We,Th 09:30-12:30"),
    ("tous les jours de 9h à 18h", "Mo-Su 09:00-18:00"),
    ("7j/7 de 9h à 18h", "Mo-Su 09:00-18:00"),
    ("tous les samedis de 9h à 18h", "Sa 09:00-18:00"),
    (
        (
            "Lundi de 8h à 18h / Mardi de 8h à 16h30 / Mercredi de 8h à 13h et de 18h à 20h / "
            "Samedi de 10h à 13h"
        ),
        "Mo 08:00-18:00; Tu 08:00-16:30; We 08:00-13:00,18:00-20:00; Sa 10:00-13:00",
    ),
    (
        "du lundi au jeudi : de 8H30 à 18h ; le vendredi de 8h30 à 12h",
        "Mo-Th 08:30-18:00; Fr 08:30-12:00",
    ),
    ("mardi 17h - 20h ; mercredi 9h - 17h", "Tu 17:00-20:00; We 09:00-17:00"),
    ("lundi 9h-12h\nmardi 9h-12h", "Mo 09:00-12:00; Tu 09:00-12:00"),
    ("lundi de 9h à 12h et mardi de 14h à 17h", "Mo 09:00-12:00; Tu 14:00-17:00"),
    ("1er samedi du mois de 10h à 12h", "Sa[1] 10:00-12:00"),
    ("les premier et troisième samedis du mois, 10h-12h", "Sa[1,3] 10:00-12:00"),
    ("dernier vendredi de chaque mois de 9h à 12h", "Fr[-1] 09:00-12:00"),
    ("l'avant-dernier vendredi du mois de 9h à 12h", "Fr[-2] 09:00-12:00"),
    (
        (
            "2ème et 4ème mercredis et samedis du mois de 9h à 17h ; "
            "2ème et 4ème vendredis du mois, de 16h à 19h"
        ),
        "We[2,4],Sa[2,4] 09:00-17:00; Fr[2,4] 16:00-19:00",
    ),
    ("semaines paires, mardis après-midi de 14 à 17 heures", "week 02-53/2 Tu 14:00-17:00"),
    ("un samedi sur deux (semaines impaires) de 10h à 12h", "week 01-53/2 Sa 10:00-12:00"),
    (
        "semaines paires : samedi 9h-12h ; semaines impaires : samedi 14h-17h",
        "week 02-53/2 Sa 09:00-12:00; week 01-53/2 Sa 14:00-17:00",
    ),
    ("du lundi au vendredi de 9h à 18h, sur rendez-vous", 'Mo-Fr 09:00-18:00 "sur rendez-vous"'),
    ("lundi 9h-12h sur RDV", 'Mo 09:00-12:00 "sur rendez-vous"'),
    ("lundi 9h-12h, sauf jours fériés", "Mo 09:00-12:00; PH off"),
    ("lundi : 9h-12h / 13h-17h (ouverture au public)", "Mo 09:00-12:00,13:00-17:00"),
    ("lundi 9h-12h (hors jours fériés)", "Mo 09:00-12:00; PH off"),
    ("Fermé les jours fériés. Lundi 9h-12h.", "Mo 09:00-12:00; PH off"),
    ("lundi 9h-12h, fermé le mercredi", "Mo 09:00-12:00; We off"),
    (
        "lundi\N{NO-BREAK SPACE}: 9\N{NARROW NO-BREAK SPACE}h à 12\N{NO-BREAK SPACE}h",
        "Mo 09:00-12:00",
    ),
]

DOUBTFUL = [
    "",
    "sur rendez-vous",
    "les lundis",
    "9h-12h",
    "tous les jeudis après-midi",
    "mercredi après-midi et samedi",
    "1er et 3ème mercredi de chaque mois",
    "2 vendredis par mois",
    "une fois par mois",
    "1 vendredi sur 2",
    "un samedi sur deux de 10h à 12h",
    "tous les samedis, de 9h à 14h ou de 9h à 17h selon les semaines paires et impaires",
    "samedi à partir de 10h",
    "samedi, ouverture à 10 heures",
    "mercredi de 9 heures à 15 heures, par tranche de 1 heure 30",
    "semaines paires, mardis de 14 à 18 heures (2019)",
    "du lundi au vendredi : 9h-12h (accueil téléphonique)",
    "accueil téléphonique lundi, mercredi et jeudi de 9h30 à 12h30",
    "lundi 9h-18h ; secrétariat du lundi au vendredi de 9h à 17h",
    "lundi 9h-12h ; lundi 14h-17h",
    "samedi 9h-12h ; 1er samedi du mois 14h-17h",
    "samedi 9h-12h ; semaines paires, samedi 14h-17h",
    "lundi 9h-12h ; fermé le lundi",
    "lundi 12h-9h",
    "lundi 14h-17h, 9h-12h",
    "lundi 9h-12h-14h-17h",
    "lundi 9h-25h",
    "lundi matin de 14h à 18h",
    "lundi - mardi - jeudi 9h-12h",
    "lundi 9h-12h ; mardi 14h-17h, sur rendez-vous",
    "lundi 9h-12h sauf en août",
    "lundi ou mardi 9h-12h",
    "lundi 9-12",
    "lundi 9h12h",
    "1ers samedis 10h-12h",
    "lundi 9h-12h " * 100,
]


@pytest.mark.parametrize(("text", "osm"), CERTAIN)
def test_what_is_certain_is_turned_into_osm(text: str, osm: str) -> None:
    assert from_french(text) == osm


@pytest.mark.parametrize("osm", [osm for _, osm in CERTAIN])
def test_what_it_writes_is_canonical(osm: str) -> None:
    assert str(parse_hours(osm)) == osm


@pytest.mark.parametrize("text", DOUBTFUL)
def test_any_doubt_gives_nothing(text: str) -> None:
    assert from_french(text) is None


@given(simple_weeks())
def test_our_own_words_are_read_back(hours: Hours) -> None:
    said = "\n".join(hours_in_french(hours))
    found = from_french(said)
    assert found is not None, said
    assert parse_hours(found) == hours


SPOKEN = [
    *("lundi", "mardis", "du", "au", "le", "les", "de", "à", "et", "9h", "12 h 30", "14", "-", "/"),
    *(",", ";", ":", "(", ")", "\n", "1er", "dernier", "du mois", "semaines paires", "midi"),
    *("sur rendez-vous", "fermé", "sauf jours fériés", "tous les jours", "un", "sur deux", "matin"),
]


@given(st.lists(st.sampled_from(SPOKEN), max_size=14).map(" ".join))
def test_whatever_it_gives_can_be_read(text: str) -> None:
    found = from_french(text)
    assert found is None or str(parse_hours(found)) == found
