"""Whatever the bytes: an answer, in order, within bounds."""

import sys
import tracemalloc

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.records.nodes import plain
from generator.records.reader import read_record
from generator.records.rules import MAX_BYTES, MAX_DEPTH
from tests.records.bombs import BOMBS
from tests.records.invariants import check

MEMORY = 20_000_000  # bytes; the promise is 100 MB


@given(st.binary(max_size=2_000))
@example(b"\xff\xfe")
@example(b"a: \xc3")
def test_any_bytes_have_an_answer(raw: bytes) -> None:
    check(read_record(raw, "x"), raw)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=500))
def test_any_text_has_an_answer(text: str) -> None:
    check(read_record(text.encode(), "x"), text.encode())


PIECES = st.sampled_from(
    [
        *("a", "b: c", "nom", "é", "0", "a:", ": ", "- ", "? ", " ", "  ", "\n", "\n  ", "\n- "),
        *('"', "'", "|\n", ">-\n", "[", "]", "{", "}", ", ", "#", " #", "&a ", "*a", "!t ", "!!"),
        *("<<: ", "---\n", "...\n", "%YAML 1.1\n", "\t", "\r", "\r\n", "\u00a0", "\u0085", "\0"),
        *('"\\0"', "\\u202e", "\\x41", "\u200b", "\ufeff", "\ufffd", "e\u0301", "@", "`", "~"),
    ]
)


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=40))
def test_anything_that_looks_like_yaml_has_an_answer(pieces: list[str]) -> None:
    raw = "".join(pieces).encode()
    check(read_record(raw, "x"), raw)


PLAIN = st.recursive(
    st.none() | st.text("aé0:#-'\"\\ \n{}[]&*!|>%@`,?" + "\u00a0", max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abé_", min_size=1, max_size=5), inner, max_size=4)
    ),
    max_leaves=10,
)


def flow(value: object) -> str:
    """``value`` as YAML written on one line, every text in double quotes."""
    if value is None:
        return ""
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    if isinstance(value, list):
        # The comma at the end lets a last item be absent.
        return "[" + ", ".join(flow(item) or '""' for item in value) + "]"
    assert isinstance(value, dict)
    return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"


def without_absent_items(value: object) -> object:
    """An item of a flow list cannot be absent: it is empty there."""
    if isinstance(value, list):
        return ["" if item is None else without_absent_items(item) for item in value]
    if isinstance(value, dict):
        return {key: without_absent_items(item) for key, item in value.items()}
    return value


@given(st.dictionaries(st.text("abé_", min_size=1, max_size=5), PLAIN, max_size=4))
def test_what_is_written_is_read_back(value: dict[str, object]) -> None:
    record = read_record(flow(value).encode(), "x")
    if record.root is None:
        assert {problem.rule for problem in record.problems} == {"lecture-profondeur"}
    else:
        assert record.problems == ()
        assert plain(record.root) == without_absent_items(value)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_or_refused_in_little_memory(name: str) -> None:
    raw = BOMBS[name]
    assert len(raw) <= MAX_BYTES
    tracemalloc.start()
    try:
        record = read_record(raw, "x")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    check(record, raw)
    assert peak < MEMORY


@pytest.mark.parametrize(
    "name",
    [
        "opening brackets",  # of which some parsers say themselves that they are too many
        "opening braces",
        "brackets after a key",
        "braces with keys",
        "brackets on many lines",
        "dashes",
        "question marks",
        "steps of indentation",
    ],
)
def test_what_is_nested_too_deep_is_said_to_be(name: str) -> None:
    (problem,) = read_record(BOMBS[name], "x").problems
    assert (problem.rule, problem.message) == (
        "lecture-profondeur",
        f"plus de {MAX_DEPTH} niveaux emboîtés",
    )


def test_a_bomb_is_read_by_looking_at_few_of_its_events() -> None:
    """The parser streams: what follows the limit is never parsed, however deep."""
    opened = 0

    def count(_frame: object, event: str, argument: object) -> None:
        nonlocal opened
        if event == "return" and type(argument).__name__ == "SequenceStartEvent":
            opened += 1

    sys.setprofile(count)
    try:
        read_record(BOMBS["brackets on many lines"], "x")
    finally:
        sys.setprofile(None)
    assert MAX_DEPTH < opened <= 4 * MAX_DEPTH
