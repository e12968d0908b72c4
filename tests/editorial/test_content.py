"""Reading Markdown files: metadata, body, the lines things stand on."""

from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.content import parse_content


def test_metadata_stop_at_the_first_other_line() -> None:
    file = parse_content("Title: Un titre : deux\nSummary: Une\n    suite\n\nCorps.\n", "x.md")
    assert file.metadata == {"title": "Un titre : deux", "summary": "Une suite"}
    assert (file.first_line, file.body) == (4, "\nCorps.\n")


def test_mentions_have_their_line_and_code_has_none() -> None:
    file = parse_content("Title: T\n\n[a](mot:x) `[b](mot:y)`\n[[chiffre:z]]\n", "x.md")
    assert list(file.links()) == [(3, "a", "mot:x")]
    assert list(file.inserts()) == [(4, "chiffre", "z")]


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    file = parse_content(text, "x.md")
    assert file.first_line + file.body.count("\n") == text.removeprefix("\ufeff").count("\n") + 1
    list(file.links())
    list(file.inserts())
