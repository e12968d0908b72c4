"""Changes to a valid record, at any place of it."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Way = tuple[str | int, ...]


def ways(value: Any, way: Way = ()) -> Iterator[Way]:
    """Every place of a record, the record itself left out."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield (*way, key)
            yield from ways(one, (*way, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield (*way, index)
            yield from ways(one, (*way, index))


def at(value: Any, way: Way) -> Any:
    """What stands at ``way``."""
    for step in way:
        value = value[step]
    return value


def record(data: dict[str, Any]) -> str:
    """A record as YAML, every text between quotes."""
    return "".join(f"{_text(key)}:{_value(one, 1)}" for key, one in data.items())


def _value(value: Any, level: int) -> str:
    """What follows a key or a dash, up to the end of its last line."""
    indent = "  " * level
    if isinstance(value, dict) and value:
        lines = [f"{indent}{_text(key)}:{_value(one, level + 1)}" for key, one in value.items()]
    elif isinstance(value, list) and value:
        lines = [f"{indent}-{_value(one, level + 1)}" for one in value]
    else:
        return {dict: " {}\n", list: " []\n", type(None): "\n"}.get(type(value)) or (
            f" {_text(value)}\n"
        )
    return "\n" + "".join(lines)


def _text(value: str) -> str:
    if value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    escaped = "".join(
        c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08X}" for c in value
    )
    return f'"{escaped}"'


telling_texts = st.sampled_from(
    [
        "",
        " ",
        "oui",
        "non",
        "35",
        "35000",
        "2026-11-02",
        "2099-01-01",
        "01 99 00 12 34",
        "3919",
        "https://association.example/",
        "http://xn--mdiation-b1a.example",
        "a@b.example",
        "Mo-Fr 09:00-12:00",
        "Mo 09:00-12:00; Mo 10:00-11:00",
        "M. Martin",
        "12 rue de l'Exemple",
        "=1+1",
        "<b>",
        "MÉDIATION FAMILIALE",
        "mediation-exemple-35",
        "capitales",
        "0",
        "48.1",
        "-999999999999999999999",
        "1e999",
        "x" * 5000,
        "{{ }}",
        "’",
    ]
)
texts = telling_texts | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
trees = st.recursive(
    st.none() | texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            texts.filter(bool) | st.sampled_from(["nom", "role", "url"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
