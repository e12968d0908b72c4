"""How a refusal speaks."""

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, TypeAdapter, ValidationError

from generator.model import refused as refused_module
from generator.model.dates import parse_date
from generator.model.refused import Refused, quoted

VALUE_MODULES = (
    "codes",
    "dates",
    "email",
    "languages",
    "numbers",
    "phone",
    "text",
    "url",
)


def test_a_refusal_says_its_rule_what_was_found_and_how_to_mend_it() -> None:
    refusal = Refused("date", "« hier » n'est pas une date", "Écrivez « 2024-03-12 »")
    assert (refusal.rule, str(refusal), refusal.hint) == (
        "date",
        "« hier » n'est pas une date",
        "Écrivez « 2024-03-12 »",
    )


def test_a_refusal_survives_the_way_between_processes() -> None:
    refusal = pickle.loads(pickle.dumps(Refused("date", "non", "oui")))  # noqa: S301 - our own bytes
    assert (refusal.rule, refusal.message, refusal.hint) == ("date", "non", "oui")


def test_pydantic_collects_a_refusal_whole() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Annotated[str, AfterValidator(parse_date)]).validate_python("12/03/2024")
    refusal = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(refusal, Refused)
    assert refusal.rule == "date"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc", "« abc »"),
        ("", "« (vide) »"),
        ("  ", "« (vide) »"),
        ("a\n\tb", "« a b »"),
        ("a\x1b[31mb", "« a�[31mb »"),
        ("a\u202eb", "« a�b »"),
        ("x" * 70, "« " + "x" * 59 + "… »"),
    ],
)
def test_a_quoted_value_is_short_and_safe_to_print(text: str, shown: str) -> None:
    assert quoted(text) == shown


@given(st.text(max_size=300))
def test_a_quoted_value_stays_on_one_printable_line(text: str) -> None:
    shown = quoted(text)
    assert len(shown) <= 64
    assert shown.replace("\N{NO-BREAK SPACE}", " ").isprintable()


def _texts() -> Iterator[tuple[str, str]]:
    """Every literal text of the modules of values, with its module."""
    folder = Path(refused_module.__file__).parent
    for module in VALUE_MODULES:
        tree = ast.parse((folder / f"{module}.py").read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield module, node.value


def test_french_typography_is_kept_in_every_message() -> None:
    """A no-break space stands before « ; » and « : » and inside quotation marks."""
    documentation = re.compile(r"``|\n")
    faults = [
        (module, text)
        for module, text in _texts()
        if not documentation.search(text) and re.search(r" [;:!?»]|« ", text)
    ]
    assert faults == []
