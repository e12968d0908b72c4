"""Dates of a record."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import EARLIEST, parse_date
from generator.model.refused import Refused, quoted

EXAMPLE = f"Écrivez l'année, le mois et le jour, par exemple {quoted('2024-03-12')}"


@given(st.dates(min_value=EARLIEST))
def test_each_date_since_1980_is_read_as_iso_writes_it(value: object) -> None:
    assert parse_date(value.isoformat()) == value


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("12/03/2024", f"Écrivez {quoted('2024-03-12')}"),
        ("12-03-2024", f"Écrivez {quoted('2024-03-12')}"),
        ("12.3.2024", f"Écrivez {quoted('2024-03-12')}"),
        ("2024/03/12", f"Écrivez {quoted('2024-03-12')}"),
        ("2024-03-12\n", f"Écrivez {quoted('2024-03-12')}"),
        ("2024-3-5", f"Écrivez {quoted('2024-03-05')}"),
        ("12 mars 2024", f"Écrivez {quoted('2024-03-12')}"),
        ("1er août 2024", f"Écrivez {quoted('2024-08-01')}"),
        ("1 Fevrier 2024", f"Écrivez {quoted('2024-02-01')}"),
        *[
            (text, EXAMPLE)
            for text in (
                "2024-03",
                "2024",
                "hier",
                "",
                "12/13/2024",
                "12/03/24",
                "12/03/1960",
                "2024-03-12T10:00",
                "٢٠٢٤-٠٣-١٢",
                "20240312",
                "5 foo 2024",
            )
        ],
    ],
)  # fmt: skip - the table is easier to read so
def test_another_way_of_writing_a_date_is_refused_and_converted(text: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_date(text)
    assert caught.value.rule == "date"
    assert caught.value.message == f"{quoted(text)} n'est pas une date écrite AAAA-MM-JJ"
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01"]
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_date(text)
    assert caught.value.rule == "date"
    assert caught.value.message == f"{quoted(text)} n'existe pas dans le calendrier"


def test_a_date_before_1980_is_refused() -> None:
    assert parse_date("1980-01-01") == date(1980, 1, 1)
    with pytest.raises(Refused) as caught:
        parse_date("1979-12-31")
    assert caught.value.rule == "date-trop-ancienne"
    assert caught.value.message == f"{quoted('1979-12-31')} est antérieure au 1er janvier 1980"
