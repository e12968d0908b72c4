"""JSON that others wrote is read as the standard has it, or refused with the reason."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.json_documents import JsonError, read_json

NOT_JSON = "ce n'est pas du JSON en UTF-8"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", f"ligne 1, {NOT_JSON}"),
        (b'{"a": 1,\n"b": }', f"ligne 2, {NOT_JSON}"),
        (b"\xff\xfe{}", NOT_JSON),
        (b"[" * 100_000, NOT_JSON),
        (b"1" * 5_000, NOT_JSON),
        (b"[NaN]", "NaN n'est pas un nombre de JSON"),
        (b"-Infinity", "-Infinity n'est pas un nombre de JSON"),
        (b"[1e999]", "le nombre 1e999 est trop grand"),
        (rb'{"nom": "\uD83D!"}', r"\ud83d n'y est que la moitié d'un caractère"),
        (rb'{"\ude00\ud83d": 1}', r"\ude00 n'y est que la moitié d'un caractère"),
    ],
)
def test_what_is_not_json_is_refused_with_the_reason(content: bytes, told: str) -> None:
    with pytest.raises(JsonError) as caught:
        read_json(content)
    assert str(caught.value) == told


def test_a_character_escaped_in_two_halves_is_read() -> None:
    assert read_json(rb'"\ud83d\ude00"') == "\N{GRINNING FACE}"


def test_a_byte_order_mark_is_let_pass() -> None:
    assert read_json(b"\xef\xbb\xbf[1]") == [1]


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=10,
    ),
    st.booleans(),
)
def test_any_document_is_read_as_it_was_written(document: object, escaped: bool) -> None:  # noqa: FBT001 (drawn)
    assert read_json(json.dumps(document, ensure_ascii=escaped).encode()) == document
