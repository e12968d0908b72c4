"""Rules that collide are pointed out."""

import pytest
from hypothesis import given, settings

from generator.model.hours import Hours, overlaps, parse_hours
from tests.model.hours.expressions import any_hours, simple_weeks

COLLISIONS = [
    (
        "Mo 09:00-12:00,11:00-13:00",
        ["Dans « Mo 09:00-12:00,11:00-13:00 », « 09:00-12:00 » et « 11:00-13:00 » se chevauchent"],
    ),
    (
        "Mo 10:00-12:00, Mo-Fr 11:00-13:00",
        ["« Mo 10:00-12:00 » et « Mo-Fr 11:00-13:00 » se chevauchent, par exemple un lundi"],
    ),
    (
        "Sa 10:00-12:00, Sa[1] 09:00-17:00",
        ["« Sa 10:00-12:00 » et « Sa[1] 09:00-17:00 » se chevauchent, par exemple un samedi"],
    ),
    (
        "We 10:00-12:00; We 14:00-16:00",
        [
            (
                "« We 10:00-12:00 » n'a aucun effet : « We 14:00-16:00 », écrit après, le remplace. "
                "Pour garder les deux, mettez une virgule et une espace à la place de « ; »"
            )
        ],
    ),
    (
        'Mo-Fr 09:00-12:00; "sur rendez-vous"',
        [
            (
                '« Mo-Fr 09:00-12:00 » n\'a aucun effet : « "sur rendez-vous" », écrit après, le '
                "remplace. Pour dire ce qui vaut en dehors de ces heures, mettez « || » à la place de "
                "« ; »"
            )
        ],
    ),
    (
        "Aug off; Mo-Su 10:00-12:00",
        ["« Aug off » n'a aucun effet : « Mo-Su 10:00-12:00 », écrit après, le remplace"],
    ),
    (
        "Mo,Tu 09:00-12:00; Mo 10:00-12:00; Tu 14:00-17:00",
        [
            (
                "« Mo,Tu 09:00-12:00 » n'a aucun effet : « Mo 10:00-12:00 » et « Tu 14:00-17:00 », "
                "écrits après, le remplacent. Pour garder les deux, mettez une virgule et une espace à "
                "la place de « ; »"
            )
        ],
    ),
    (
        "PH off; Mo-Fr 10:00-12:00",
        [
            (
                "« PH off » est remplacé, certains jours fériés, par une règle écrite après : mettez "
                "« PH » à la fin"
            )
        ],
    ),
    ("Jan week 20 Mo 10:00-11:00", ["« Jan week 20 Mo 10:00-11:00 » ne désigne aucun jour"]),
]

CLEAR = [
    "Mo-Fr 09:00-12:00,12:00-14:00; PH off",
    "Mo-Fr 09:00-17:00; We 14:00-17:00",
    "Mo 10:00-12:00, Tu 10:00-12:00",
    "Mo 10:00-12:00, Mo 14:00-16:00",
    "Mo 10:00-12:00; Tu 09:00-12:00, Mo 14:00-16:00",
    "Sep-Jun Mo 10:00-12:00; Jul-Aug Mo 09:00-11:00",
    "Sep-Jun Mo 10:00-12:00, Jul-Aug Mo 09:00-11:00",
    "week 01-53/2 Mo 10:00-12:00, week 02-53/2 Mo 09:00-11:00",
    "Sa[1] 10:00-12:00, Sa[3] 09:00-11:00",
    "Mo-Fr 09:00-12:00; PH off; Dec 24 10:00-11:00",
    'Mo-Fr 09:00-12:00 || "sur rendez-vous"',
    "Feb 29 off",
    "week 53 off",
    "Mo 09:00-12:00; 2031 Mar 3 off",
]


def _plain(messages: list[str]) -> list[str]:
    return [message.replace("\N{NO-BREAK SPACE}", " ") for message in messages]


@pytest.mark.parametrize(("text", "messages"), COLLISIONS)
def test_a_collision_is_explained(text: str, messages: list[str]) -> None:
    assert _plain(overlaps(parse_hours(text))) == messages


@pytest.mark.parametrize("text", CLEAR)
def test_rules_that_share_no_time_are_left_in_peace(text: str) -> None:
    assert overlaps(parse_hours(text)) == []


@settings(max_examples=40)
@given(simple_weeks())
def test_a_simple_week_never_collides(hours: Hours) -> None:
    assert overlaps(hours) == []


@settings(max_examples=40)
@given(any_hours())
def test_no_combination_of_rules_is_too_much(hours: Hours) -> None:
    for message in overlaps(hours):
        assert message
        assert not message.endswith(".")
