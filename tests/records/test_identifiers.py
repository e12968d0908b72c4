"""The one rule for identifiers."""

import pytest

from generator.records.identifiers import id_fault, is_valid_id


@pytest.mark.parametrize(
    "text",
    ["abc", "mediation-udaf-69", "espace-rencontre-2a", "a-b", "404-lyon", "a" * 80, "com10"],
)
def test_an_identifier_is_small_letters_digits_and_hyphens(text: str) -> None:
    assert is_valid_id(text)
    assert id_fault(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        *("", "ab", "a" * 81),
        *("-abc", "abc-", "a--b", "a_b", "a.b", "a b", "Abc", "médiation", "٣٣٣", "abc\n", "a/b"),
        *("..", "../abc", "index", "api", "donnees", "pagefind", "404", "robots", "well-known"),
        *("con", "prn", "aux", "nul", "com0", "com1", "lpt9"),
    ],
)
def test_anything_else_is_refused_with_a_reason(text: str) -> None:
    assert not is_valid_id(text)
    assert id_fault(text)
