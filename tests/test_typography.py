"""Spaces and capitals as French sentences have them."""

import pytest

from generator.typography import continued, no_break


@pytest.mark.parametrize(
    ("text", "after_a_colon"),
    [
        ("Préfecture", "préfecture"),
        ("État", "état"),
        ("MSA", "MSA"),
        ("Caf", "Caf"),
        ("Siret", "Siret"),
        ("À deux", "à deux"),
        ("", ""),
    ],
)
def test_what_follows_a_colon_has_no_capital_but_that_of_a_name(
    text: str, after_a_colon: str
) -> None:
    assert continued(text) == after_a_colon


def test_a_line_does_not_begin_with_a_sign_that_ends_something() -> None:
    assert no_break("« Quoi ? » : rien !") == "«\u00a0Quoi\u00a0?\u00a0»\u00a0: rien\u00a0!"
