"""Exact centres come from an answer of geo.api.gouv.fr."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reference.exact import CentresError, read_exact_centres

SAMPLE = """
[
  {
    "nom": "Rennes",
    "code": "35238",
    "codesPostaux": ["35000", "35200", "35700"],
    "centre": {"type": "Point", "coordinates": [-1.6788, 48.1159]}
  },
  {
    "nom": "La Désirade",
    "code": "97110",
    "codesPostaux": ["97127"],
    "centre": {"type": "Point", "coordinates": [-61, 16.3191]}
  },
  {"nom": "Sans centre", "code": "98411"}
]
"""


def test_latitude_comes_first_as_everywhere_here() -> None:
    assert read_exact_centres(SAMPLE) == {"35238": (48.1159, -1.6788), "97110": (16.3191, -61.0)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "n'est pas du JSON"),
        ("<html>", "n'est pas du JSON"),
        ("[" * 100_000, "n'est pas du JSON"),
        ('{"code": "35238"}', "ne contient pas de liste"),
        ("[1]", "élément 1 : pas de code"),
        ('[{"code": 35238}]', "élément 1 : pas de code"),
        ('[{"code": "1", "centre": [2, 48]}]', "commune 1 : centre illisible"),
        (
            '[{"code": "1", "centre": {"type": "Point", "coordinates": ["2", "48"]}}]',
            "commune 1 : centre illisible",
        ),
        (
            '[{"code": "1", "centre": {"type": "Point", "coordinates": [48.1, 98]}}]',
            "commune 1 : centre illisible",
        ),
        (
            '[{"code": "1", "centre": {"type": "Polygon", "coordinates": [2, 48]}}]',
            "commune 1 : centre illisible",
        ),
        ('[{"code": "1", "centre": {"type": "Point", "coordinates": [2]}}]', "centre illisible"),
    ],
)
def test_another_answer_is_refused(text: str, message: str) -> None:
    with pytest.raises(CentresError, match=message):
        read_exact_centres(text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(CentresError):
        read_exact_centres(text)
