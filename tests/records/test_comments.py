"""The comments of a record are told from the number signs of its texts."""

import pytest

from generator.records.comments import comments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nom: A\n", []),
        ("# un\nnom: A # deux\n", [("# un", 1, 1, ""), ("# deux", 2, 8, "nom: A")]),
        ("nom: 'A # b' # c\n", [("# c", 1, 14, "nom: 'A # b'")]),
        ('nom: "A\n  # b"\n', []),
        ('nom: "A\n# b"\n', []),
        ("nom: A#b\n", []),
        ("nom: >- # a\n  # b\n\n  c\n# d\n", [("# a", 1, 9, "nom: >-"), ("# d", 5, 1, "")]),
        ("nom: |2-\n    # a\n # b\nx: y\n", [("# b", 3, 2, "")]),
        ("langues: [fr, # a\n  en] # b\n", [("# a", 1, 15, "langues: [fr,"), ("# b", 2, 7, "en]")]),
        ("'a # b': c\n", []),
        ("lieux:\n  - # a\n    nom: B\n", [("# a", 2, 5, "-")]),
        ("nom: é # a  \n", [("# a", 1, 8, "nom: é")]),
    ],
)
def test_comments(text: str, found: list[tuple[str, int, int, str]]) -> None:
    assert [tuple(one) for one in comments(text)] == found
