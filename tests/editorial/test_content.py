"""Reading Markdown files: metadata, body, the lines things stand on."""

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.editorial.content import parse_content


def test_metadata_stop_at_the_first_other_line() -> None:
    file = parse_content("Title: Un titre : deux\nSummary: Une\n    suite\n\nCorps.\n", "x.md")
    assert file.metadata == {"title": "Un titre : deux", "summary": "Une suite"}
    assert (file.first_line, file.body) == (4, "\nCorps.\n")


LINES = st.one_of(
    st.builds(
        "{}{}: {}".format,
        st.text(" \t", max_size=4),
        st.sampled_from("Date date é_2 a-b".split()),
        st.text("ab: ", max_size=6),
    ),
    st.text(" \tab:-", max_size=9),
)


@given(st.lists(LINES, max_size=8))
def test_metadata_are_what_pelican_will_read(lines: list[str]) -> None:
    """The same keys, the same values: what is checked is what is published."""
    file = parse_content("\n".join(["Title: T", *lines]), "x.md")
    reader = Markdown(extensions=["meta"])
    reader.convert("\n".join(["Title: T", *lines]))
    read: dict[str, list[str]] = reader.Meta  # type: ignore[attr-defined] # what the extension adds
    assert file.metadata.keys() == read.keys()
    assert len(file.keys) == sum(map(len, read.values()))
    once = {key: values[0] for key, values in read.items() if len(values) == 1}
    assert once == {key: file.metadata[key] for key in once}


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
