"""Texts of records as paragraphs and lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.prose import Block, blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ()),
        ("Un.\nDeux.", (Block(("Un.",)), Block(("Deux.",)))),
        ("Un.\n\nDeux.", (Block(("Un.",)), Block(("Deux.",)))),
        (
            "Une liste :\n- un\n- deux\nPuis la suite.",
            (
                Block(("Une liste\u00a0:",)),
                Block(("un", "deux"), is_list=True),
                Block(("Puis la suite.",)),
            ),
        ),
        ("Un tiret -sans espace\n-collé", (Block(("Un tiret -sans espace",)), Block(("-collé",)))),
    ],
)
def test_a_text_is_cut_where_its_author_meant(text: str, expected: tuple[Block, ...]) -> None:
    assert blocks(text) == expected


@given(st.text(st.sampled_from("ab -\n:"), max_size=60))
def test_no_word_is_lost(text: str) -> None:
    shown = " ".join(line for block in blocks(text) for line in block.lines)
    assert [c for c in shown if c in "ab"] == [c for c in text if c in "ab"]
