"""The sentence that the reader's browser says of a place, at any instant and from anywhere."""

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from generator.directory import Directory
from generator.openings import opening_times
from generator.territory import Territory
from tests.pages import samples

PARIS = "Europe/Paris"
OFFICE = "Mo,We-Fr 09:00-12:00,14:00-17:30; PH off"


Say = Callable[..., str | None]


@pytest.fixture(scope="module")
def said() -> Iterator[Say]:
    """The whole sentence at an instant (ISO, with its offset), for a reader whose clock is ``here``'s."""
    script = Path(__file__).with_name("open_now.mjs")
    with subprocess.Popen(
        ["node", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as node:
        asked, answered = node.stdin, node.stdout
        assert asked is not None
        assert answered is not None

        def ask(times: dict[str, str], instant: str, here: str = "") -> str | None:
            case = {"times": times, "instant": instant, "here": here or times["zone"]}
            asked.write(json.dumps(case) + "\n")
            asked.flush()
            answer = json.loads(answered.readline())
            return answer and (answer["title"] + answer["rest"]).replace("\N{NO-BREAK SPACE}", " ")

        yield ask
        asked.close()


def times(
    territory: Territory, hours: str, identifier: str = "mediation-exemple-35", **lieu: Any
) -> dict[str, str]:
    """What the page made on Monday 23 November 2026 carries, as data attributes give it: texts."""
    service = samples.service(identifier, lieux=[samples.place(horaires=hours, **lieu)])
    directory = Directory([service], territory, samples.TODAY)
    known = opening_times(service.lieux[0], service, directory)
    assert known is not None
    return {name: str(value) for name, value in asdict(known).items()}


@pytest.mark.parametrize(
    ("instant", "sentence"),
    [
        ("2026-11-23T09:00+01:00", "Ouvert maintenant, jusqu’à 12 h"),
        ("2026-11-23T17:29+01:00", "Ouvert maintenant, jusqu’à 17 h 30"),
        ("2026-11-23T17:30+01:00", "Fermé. Ouvre mercredi à 9 h"),
        ("2026-11-23T08:59+01:00", "Fermé. Ouvre à 9 h"),
        ("2026-11-23T12:00+01:00", "Fermé. Ouvre à 14 h"),
        ("2026-11-24T10:00+01:00", "Fermé. Ouvre demain à 9 h"),
        ("2026-11-27T18:00+01:00", "Fermé. Ouvre lundi à 9 h"),
        ("2026-12-25T10:00+01:00", "Fermé. Ouvre lundi à 9 h"),
        ("2027-01-17T10:00+01:00", "Fermé en ce moment"),
    ],
)
def test_a_place_is_open_or_closed(
    instant: str, sentence: str, said: Say, territory: Territory
) -> None:
    assert said(times(territory, OFFICE), instant) == sentence


@pytest.mark.parametrize("instant", ["2027-01-18T10:00+01:00", "2026-11-22T23:59+01:00"])
def test_a_page_too_old_or_not_yet_made_says_nothing(
    instant: str, said: Say, territory: Territory
) -> None:
    assert said(times(territory, OFFICE), instant) is None


def test_the_clock_is_that_of_the_place(said: Say, territory: Territory) -> None:
    """17 h in La Réunion is 14 h in Paris in winter."""
    reunion = times(
        territory, "Mo-Fr 08:00-17:00; PH off", "mediation-exemple-974", code_insee="97411"
    )
    assert said(reunion, "2026-11-23T13:30+01:00") == "Ouvert maintenant, jusqu’à 17 h"
    assert said(reunion, "2026-11-23T14:00+01:00") == "Fermé. Ouvre demain à 8 h"
    from_paris = said(reunion, "2026-11-23T13:30+01:00", PARIS)
    assert from_paris == "Ouvert maintenant, jusqu’à 17 h (heure du lieu)"


def test_a_clock_that_is_west_of_the_reader_is_on_the_day_before(
    said: Say, territory: Territory
) -> None:
    guadeloupe = times(
        territory, "Mo 08:00-20:00; PH off", "mediation-exemple-971", code_insee="97105"
    )
    assert said(guadeloupe, "2026-11-24T00:30+01:00", PARIS) == (
        "Ouvert maintenant, jusqu’à 20 h (heure du lieu)"
    )


def test_a_holiday_of_alsace_is_not_one_of_bretagne(said: Say, territory: Territory) -> None:
    hours = "Mo-Su 09:00-12:00; PH off"
    strasbourg = times(territory, hours, "mediation-exemple-67", code_insee="67482")
    second_day = "2026-12-26T10:00+01:00"
    assert said(strasbourg, second_day) == "Fermé. Ouvre demain à 9 h"
    assert said(times(territory, hours), second_day) == "Ouvert maintenant, jusqu’à 12 h"


def test_a_holiday_nobody_told_about_claims_nothing(said: Say, territory: Territory) -> None:
    daily = times(territory, "Mo-Su 09:00-12:00")
    assert said(daily, "2026-12-25T10:00+01:00") == "Jour férié : appelez avant de venir"
    assert said(daily, "2026-12-24T13:00+01:00") == "Fermé. Ouvre samedi à 9 h"


@pytest.mark.parametrize(
    ("hours", "instant", "sentence"),
    [
        ("Fr 20:00-02:00; PH off", "2026-11-27T21:00+01:00", "Ouvert maintenant, jusqu’à 2 h demain"),
        ("Fr 20:00-02:00; PH off", "2026-11-28T01:00+01:00", "Ouvert maintenant, jusqu’à 2 h"),
        ("Fr 20:00-24:00; PH off", "2026-11-27T21:00+01:00", "Ouvert maintenant, jusqu’à minuit"),
        ("Mo-Su 00:00-24:00; PH 10:00-12:00", "2026-11-27T21:00+01:00", "Ouvert maintenant"),
        ("Sa[1] 09:00-12:00; PH off", "2026-11-23T09:00+01:00", "Fermé. Ouvre le samedi 5 décembre à 9 h"),
    ],
)  # fmt: skip
def test_hours_that_are_not_office_hours(
    hours: str, instant: str, sentence: str, said: Say, territory: Territory
) -> None:
    assert said(times(territory, hours), instant) == sentence


def test_a_change_of_the_clocks_moves_no_hour(said: Say, territory: Territory) -> None:
    """Clocks are put back on 25 October 2026 at 3 h: 9 h on the door is 9 h on both days."""
    service = samples.service(lieux=[samples.place(horaires="Su,Mo 09:00-12:00; PH off")])
    directory = Directory([service], territory, samples.TODAY.replace(month=10, day=24))
    known = opening_times(service.lieux[0], service, directory)
    assert known is not None
    page = {name: str(value) for name, value in asdict(known).items()}
    assert said(page, "2026-10-25T08:59+01:00") == "Fermé. Ouvre à 9 h"
    assert said(page, "2026-10-25T02:30+02:00") == "Fermé. Ouvre à 9 h"
    assert said(page, "2026-10-26T11:59+01:00") == "Ouvert maintenant, jusqu’à 12 h"
