"""Hours are shown in plain French, with the right prepositions and no-break spaces."""

import pytest
from hypothesis import given

from generator.model.hours import Hours, hours_in_french, parse_hours, weekly_table
from generator.model.hours.words import time_in_french
from tests.model.hours.expressions import any_hours

# No-break spaces are written as "~" below.
SENTENCES = [
    ("Mo 09:00-12:00", ["le lundi de 9~h à 12~h"]),
    ("Mo-Fr 09:00-12:00", ["du lundi au vendredi de 9~h à 12~h"]),
    (
        "Mo-Fr 09:00-12:00,14:00-17:30",
        ["du lundi au vendredi de 9~h à 12~h et de 14~h à 17~h~30"],
    ),
    (
        "Mo 09:00-10:00,11:00-12:00,14:00-15:05",
        ["le lundi de 9~h à 10~h, de 11~h à 12~h et de 14~h à 15~h~05"],
    ),
    ("Sa,Su 10:00-12:00", ["le samedi et le dimanche de 10~h à 12~h"]),
    ("Mo,We,Fr 10:00-12:00", ["le lundi, le mercredi et le vendredi de 10~h à 12~h"]),
    ("Mo-We,Fr 10:00-12:00", ["du lundi au mercredi et le vendredi de 10~h à 12~h"]),
    ("Mo-Su 10:00-12:00", ["tous les jours de 10~h à 12~h"]),
    ("10:00-12:00", ["tous les jours de 10~h à 12~h"]),
    ("Mo-Su 00:00-24:00", ["tous les jours 24~heures sur~24"]),
    ("Fr 20:00-24:00", ["le vendredi de 20~h à minuit"]),
    ("Fr 22:00-02:00", ["le vendredi de 22~h à 2~h le lendemain"]),
    ("Mo 00:00-06:00", ["le lundi de minuit à 6~h"]),
    ("Mo 00:30-06:00", ["le lundi de 0~h~30 à 6~h"]),
    ("Sa[1] 10:00-12:00", ["le 1er samedi du mois de 10~h à 12~h"]),
    ("Sa[1,3] 10:00-12:00", ["les 1er et 3e samedis du mois de 10~h à 12~h"]),
    ("Sa[1,3,5] 10:00-12:00", ["les 1er, 3e et 5e samedis du mois de 10~h à 12~h"]),
    ("Sa[-1] 10:00-12:00", ["le dernier samedi du mois de 10~h à 12~h"]),
    ("Sa[-2] 10:00-12:00", ["l'avant-dernier samedi du mois de 10~h à 12~h"]),
    ("Sa[1,-1] 10:00-12:00", ["les 1er et dernier samedis du mois de 10~h à 12~h"]),
    (
        "We[2,4],Sa[2,4] 09:00-18:00",
        ["les 2e et 4e mercredis et samedis du mois de 9~h à 18~h"],
    ),
    (
        "Mo,Sa[1] 09:00-18:00",
        ["le lundi et le 1er samedi du mois de 9~h à 18~h"],
    ),
    ("week 01-53/2 Sa 10:00-12:00", ["un samedi sur deux (semaines impaires) de 10~h à 12~h"]),
    ("week 02-53/2 Sa 10:00-12:00", ["un samedi sur deux (semaines paires) de 10~h à 12~h"]),
    (
        "week 02-53/2 Mo-Fr 10:00-12:00",
        ["une semaine sur deux (semaines paires), du lundi au vendredi de 10~h à 12~h"],
    ),
    ("week 10-20 Mo 10:00-12:00", ["les semaines 10 à 20, le lundi de 10~h à 12~h"]),
    (
        "week 10-20/2,30 Mo 10:00-12:00",
        ["les semaines 10 à 20 (une sur deux) et 30, le lundi de 10~h à 12~h"],
    ),
    ("week 07 off", ["fermé la semaine 7"]),
    ("Sep-Jun We 14:00-17:00", ["de septembre à juin, le mercredi de 14~h à 17~h"]),
    ("Apr-Jun We 14:00-17:00", ["d'avril à juin, le mercredi de 14~h à 17~h"]),
    ("Jul-Aug We 14:00-17:00", ["en juillet et en août, le mercredi de 14~h à 17~h"]),
    ("Dec We 14:00-17:00", ["en décembre, le mercredi de 14~h à 17~h"]),
    ("Aug off", ["fermé en août"]),
    ("Aug We off", ["en août, fermé le mercredi"]),
    ("Jul 14-Aug 20 off", ["fermé du 14~juillet au 20~août"]),
    ("Jul 1-20 off", ["fermé du 1er au 20~juillet"]),
    ("Dec 24,Dec 31 off", ["fermé le 24~décembre et le 31~décembre"]),
    ("2026 Jul 14-Aug 20 off", ["fermé du 14~juillet au 20~août 2026"]),
    ("2026 Dec 20-2027 Jan 3 off", ["fermé du 20~décembre 2026 au 3~janvier 2027"]),
    ("2026 May 15 off", ["fermé le 15~mai 2026"]),
    ("PH off", ["fermé les jours fériés"]),
    ('PH off "sauf le 8 mai"', ["fermé les jours fériés, sauf le 8 mai"]),
    ("Su,PH 10:00-12:00", ["le dimanche et les jours fériés de 10~h à 12~h"]),
    ('Mo 09:00-12:00 "sur rendez-vous"', ["le lundi de 9~h à 12~h, sur rendez-vous"]),
    ('We "sur rendez-vous"', ["le mercredi : sur rendez-vous"]),
    ('"sur rendez-vous"', ["sur rendez-vous"]),
    (
        'Mo 09:00-12:00 || "sur rendez-vous"',
        ["le lundi de 9~h à 12~h", "en dehors de ces horaires : sur rendez-vous"],
    ),
    (
        "Mo-Fr 09:00-12:00; PH off",
        ["du lundi au vendredi de 9~h à 12~h", "fermé les jours fériés"],
    ),
    (
        "We 10:00-12:00, We[1] 14:00-17:00",
        ["le mercredi de 10~h à 12~h", "le 1er mercredi du mois de 14~h à 17~h"],
    ),
    (
        "We 10:00-12:00; We[1] 14:00-17:00",
        [
            "le mercredi de 10~h à 12~h",
            "le 1er mercredi du mois de 14~h à 17~h (au lieu de l'horaire habituel)",
        ],
    ),
    (
        "Mo-Fr 09:00-17:00; We 14:00-17:00",
        [
            "le lundi, le mardi, le jeudi et le vendredi de 9~h à 17~h",
            "le mercredi de 14~h à 17~h",
        ],
    ),
    (
        "Mo-Fr 09:00-17:00; Jul-Aug 09:00-12:00",
        [
            "du lundi au vendredi de 9~h à 17~h",
            "en juillet et en août, tous les jours de 9~h à 12~h (au lieu de l'horaire habituel)",
        ],
    ),
    (
        "Sep-Jun Mo 09:00-17:00; Jul-Aug Mo 09:00-12:00",
        [
            "de septembre à juin, le lundi de 9~h à 17~h",
            "en juillet et en août, le lundi de 9~h à 12~h",
        ],
    ),
    ("Mo 10:00-12:00; Mo 14:00-16:00", ["le lundi de 14~h à 16~h"]),
]


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_each_rule_is_a_plain_sentence(text: str, sentences: list[str]) -> None:
    expected = tuple(sentence.replace("~", "\N{NO-BREAK SPACE}") for sentence in sentences)
    assert hours_in_french(parse_hours(text)) == expected


@given(any_hours())
def test_any_hours_have_words(hours: Hours) -> None:
    for sentence in hours_in_french(hours):
        assert sentence
        assert sentence == sentence.strip()
        assert "  " not in sentence


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "minuit"),
        (30, "0~h~30"),
        (540, "9~h"),
        (1050, "17~h~30"),
        (1440, "minuit"),
        (1500, "1~h"),
    ],
)
def test_a_time_is_written_the_french_way(minutes: int, words: str) -> None:
    assert time_in_french(minutes) == words.replace("~", "\N{NO-BREAK SPACE}")


def _week(text: str) -> dict[str, str]:
    rows = weekly_table(parse_hours(text)).rows
    return {day: words.replace("\N{NO-BREAK SPACE}", " ") for day, words in rows}


def _notes(text: str) -> list[str]:
    notes = weekly_table(parse_hours(text)).notes
    return [note.replace("\N{NO-BREAK SPACE}", " ") for note in notes]


def test_the_ordinary_week_is_a_table_of_seven_days() -> None:
    assert _week('Mo-Fr 09:00-12:00,14:00-17:30; We 14:00-17:30 "sur rendez-vous"') == {
        "lundi": "de 9 h à 12 h et de 14 h à 17 h 30",
        "mardi": "de 9 h à 12 h et de 14 h à 17 h 30",
        "mercredi": "de 14 h à 17 h 30, sur rendez-vous",
        "jeudi": "de 9 h à 12 h et de 14 h à 17 h 30",
        "vendredi": "de 9 h à 12 h et de 14 h à 17 h 30",
        "samedi": "fermé",
        "dimanche": "fermé",
    }


def test_added_hours_stand_beside_the_first_ones() -> None:
    assert _week("Mo-Tu 09:00-12:00, Mo 14:00-17:00")["lundi"] == "de 9 h à 12 h ; de 14 h à 17 h"


def test_what_does_not_hold_every_week_is_noted_beside_the_table() -> None:
    text = "Mo 09:00-12:00; Sa[1] 10:00-12:00; Aug off; PH off"
    assert _week(text)["samedi"] == "certains samedis"
    assert _week(text)["dimanche"] == "fermé"
    assert _notes(text) == [
        "le 1er samedi du mois de 10 h à 12 h",
        "fermé en août",
        "fermé les jours fériés",
    ]


def test_a_note_that_stands_in_for_ordinary_hours_says_so() -> None:
    assert _notes("Mo 09:00-12:00; Mo[1] 14:00-17:00") == [
        "le 1er lundi du mois de 14 h à 17 h (au lieu de l'horaire habituel)"
    ]


@pytest.mark.parametrize("text", ["Sa[1,3] 10:00-12:00", '"sur rendez-vous"', "Su off; PH off"])
def test_there_is_no_table_of_seven_closed_days(text: str) -> None:
    table = weekly_table(parse_hours(text))
    assert table.rows == ()
    assert table.notes == hours_in_french(parse_hours(text))
