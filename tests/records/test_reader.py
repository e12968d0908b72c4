"""From bytes to a record: what is read, and what is said of what cannot be."""

import pytest

from generator.problems import Severity
from generator.records import events
from generator.records.nodes import plain
from generator.records.reader import Record, read_record
from generator.records.rules import MAX_BYTES, RULES
from generator.rules import Example

NBSP = "\u00a0"


def read(text: str | bytes) -> Record:
    raw = text if isinstance(text, bytes) else text.encode()
    return read_record(raw, "data/services/69/exemple.yaml")


def values(text: str | bytes) -> object:
    root = read(text).root
    assert root is not None
    return plain(root)


def said(text: str | bytes) -> list[tuple[int, int, str, str]]:
    return [(p.line, p.column, p.rule, p.field) for p in read(text).problems]


@pytest.mark.parametrize(
    "written", ["01000", "NO", "9:30", "1e3", "0x1F", "2026-01-05", "true", "~", "null", ".inf"]
)
def test_yaml_guesses_nothing(written: str) -> None:
    assert values(f"a: {written}\n") == {"a": written}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:\n", None),
        ("a: ''\n", ""),
        ("a: 9" + NBSP + "h\n", "9" + NBSP + "h"),
        ('a: "deux\\nlignes"\n', "deux\nlignes"),
        ("a: |\n  une\n  deux\n", "une\ndeux\n"),
        ("a: une\n  suite\n", "une suite"),
        ("a: 'l''accueil'\n", "l'accueil"),
        ("a: me\u0301diation\n", "médiation"),
        ('a: "me\\u0301diation"\n', "médiation"),
        ("a: x\r\n", "x"),
        ("---\na: x\n...\n", "x"),
    ],
)
def test_a_value_is_its_text(text: str, value: str | None) -> None:
    assert read(text).problems == ()
    assert values(text) == {"a": value}


def test_keys_are_compared_in_one_normal_form() -> None:
    assert values("cle\u0301: x\n") == {"clé": "x"}
    (problem,) = read("cl\u00e9: x\nnom: y\ncle\u0301: z\n").problems
    assert "ligne 1 et ligne 3" in problem.message


def test_a_repeated_key_names_both_lines_and_keeps_the_first_value() -> None:
    text = "lieux:\n  - nom: a\n    role: b\n    nom: c\n"
    (problem,) = read(text).problems
    assert problem.message == f"la clé «{NBSP}nom{NBSP}» est écrite deux fois, ligne 2 et ligne 4"
    assert problem.field == "lieux[1].nom"
    assert (problem.line, problem.column) == (4, 5)
    assert values(text) == {"lieux": [{"nom": "a", "role": "b"}]}


def test_keys_that_differ_by_capitals_are_the_same_key() -> None:
    (problem,) = read("nom: a\nNom: b\n").problems
    assert f"«{NBSP}nom{NBSP}» puis «{NBSP}Nom{NBSP}»" in problem.message


def test_the_same_key_in_two_places_is_no_repetition() -> None:
    assert read("lieux:\n  - nom: a\n  - nom: b\nnom: c\n").problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, 1, "lecture-vide", "")]),
        ("---\n", [(1, 1, "lecture-vide", "")]),
        ("texte\n", [(1, 1, "lecture-racine", "")]),
        ("nom:Exemple\n", [(1, 1, "lecture-racine", "")]),
        ("a: &b c\nd: *b\n", [(1, 4, "lecture-ancre", "a"), (2, 4, "lecture-alias", "d")]),
        ("a: &b {c: d}\n", [(1, 4, "lecture-ancre", "a")]),
        ("a: !t [b]\n", [(1, 4, "lecture-etiquette", "a")]),
        ("a:\n  <<: b\n", [(2, 3, "lecture-fusion", "a")]),
        ("a:\n  - {? [b] : c}\n", [(2, 8, "lecture-cle-complexe", "a[1]")]),
        ('a:\n  "": b\n', [(2, 3, "lecture-cle-vide", "a")]),
        ("%TAG ! x:\n---\na: b\n", [(1, 1, "lecture-directive", "")]),
        ("a: b\n---\nc: d\n---\ne: f\n", [(2, 1, "lecture-plusieurs-documents", "")]),
        ("a:\n\tb: c\n", [(2, 1, "lecture-tabulation", "")]),
        ("a:\tb\n", [(1, 3, "lecture-tabulation", "")]),
        ("a: b\tc\n", [(1, 5, "lecture-tabulation", "")]),
        ("a:\n \u00a0b: c\n", [(2, 2, "lecture-espace-insecable", "")]),
        ("a\u00a0: b\n", [(1, 1, "lecture-espace-insecable", "a")]),
        ("a: b\u202ec\n", [(1, 5, "lecture-caractere", "")]),
        ('a: "\\0"\n', [(1, 4, "lecture-caractere", "a")]),
        ('a: "\\t"\n', [(1, 4, "lecture-caractere", "a")]),
        ('a: ["\\u202E"]\n', [(1, 5, "lecture-caractere", "a[1]")]),
        ("a: rue #5\n", [(1, 8, "lecture-commentaire", "a")]),
        ("a: #5\n", [(1, 4, "lecture-commentaire", "a")]),
        ("a:\n  - b\n  - c  # d\n", [(3, 8, "lecture-commentaire", "a[2]")]),
    ],
)
def test_what_is_refused_is_said_once_in_its_place(
    text: str, expected: list[tuple[int, int, str, str]]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# devant\na: b\n",
        'a: "rue #5"\n',
        'a: "b" # après des guillemets, rien ne se perd\n',
        "a: rue#5\n",
        "a: # d'une liste\n  - b\n",
        "a: [b] # d'une liste\n",
        "a: |\n  rue #5\n",
        "a: https://exemple.example/#haut\n",
    ],
)
def test_a_comment_that_cuts_nothing_is_welcome(text: str) -> None:
    assert read(text).problems == ()


def test_all_that_is_wrong_is_said_in_one_run() -> None:
    text = "\ufeffa: \u200bb\na: c\nd: *e\nf: g #h\ni: |j\n"
    assert [p.rule for p in read(text).problems] == [
        "lecture-marque",
        "lecture-caractere",
        "lecture-cle-repetee",
        "lecture-alias",
        "lecture-commentaire",
        "lecture-syntaxe",
    ]


def test_forbidden_characters_are_left_out_of_the_values() -> None:
    assert values("no\u200bm: Mé\u0007dia\ttion\u2028 fa\n") == {"nom": "Média tion fa"}
    assert values('nom: "a\\u200Bb"\n') == {"nom": "ab"}
    assert read("nom: a\u200bb\n").text == "nom: a\u200bb\n"


def test_the_same_mistake_made_many_times_is_counted_not_repeated() -> None:
    problems = read("a: b\n" + "a: c\n" * 500).problems
    assert [problem.line for problem in problems] == list(range(2, 12))
    assert problems[-1].hint.endswith("Il y en a 490 autres du même genre plus loin.")
    assert not any("plus loin" in problem.hint for problem in problems[:-1])


def test_the_count_of_the_others_stays_on_the_line() -> None:
    """The last one shown may stand at the very end of its line."""
    text = "".join(f"a{number}: b\u200b\n" for number in range(12))
    lines = text.split("\n")
    problems = read(text).problems
    assert problems[-1].hint.endswith("Il y en a 2 autres du même genre plus loin.")
    assert all(problem.column <= len(lines[problem.line - 1]) + 1 for problem in problems)


@pytest.mark.parametrize(
    ("raw", "line", "column", "said_of_it"),
    [
        (b"type: x\nnom: M\xe9diation\n", 2, 7, "Windows ou Excel"),
        ("type: x\nnom: é".encode() + b" \xe9\n", 2, 8, "Windows ou Excel"),
        (b"type: x\r\nnom: \xe9\n", 2, 6, "Windows ou Excel"),
        (b"type: x\nnom: M\x81diation\n", 2, 7, "l'octet 81"),
        (b"nom: \xed\xa0\x80\n", 1, 6, "l'octet ED"),
        ("nom: é".encode("utf-16"), 1, 1, "UTF-16"),
    ],
)
def test_what_is_not_utf_8_is_said_with_its_byte_and_line(
    raw: bytes, line: int, column: int, said_of_it: str
) -> None:
    first = read(raw).problems[0]
    assert first.rule == "lecture-utf8"
    assert (first.line, first.column) == (line, column)
    assert said_of_it in first.message
    assert "UTF-8" in first.hint


def test_a_windows_file_is_read_all_the_same_to_say_what_else_is_wrong() -> None:
    record = read("nom: Médiation\nnom: é\n".encode("cp1252"))
    assert [p.rule for p in record.problems] == ["lecture-utf8", "lecture-cle-repetee"]
    assert record.text == "nom: Médiation\nnom: é\n"


def test_a_byte_order_mark_is_only_a_warning() -> None:
    record = read("\ufeffnom: x\n")
    assert [p.severity for p in record.problems] == [Severity.AVERTISSEMENT]
    assert record.text == "nom: x\n"
    assert values("\ufeffnom: x\n") == {"nom": "x"}


def test_lines_are_counted_whatever_ends_them() -> None:
    assert said("a: b\r\nc: d\r\na: e\r\n") == [(3, 1, "lecture-cle-repetee", "a")]
    assert said("a: b\rc: d\ra: e\r") == [
        (1, 5, "lecture-fin-de-ligne", ""),
        (3, 1, "lecture-cle-repetee", "a"),
    ]


@pytest.mark.parametrize("mark", ["\u0085", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_no_other_character_ends_a_line(mark: str) -> None:
    record = read(f"a: b{mark}c: d\ne: f #\n")
    assert (record.problems[0].line, record.problems[0].column) == (1, 5)


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not() -> None:
    comment = b"# " + b"a" * 100 + b"\n"
    largest = b"nom: x\n" + comment * ((MAX_BYTES - 7) // len(comment))
    largest += b"#" * (MAX_BYTES - len(largest))
    assert read(largest).problems == ()
    assert [p.rule for p in read(largest + b"#").problems] == ["lecture-taille"]


READABLE = [rule.passes for rule in RULES.values() if rule.example is Example.TEXT]


@pytest.mark.parametrize("text", READABLE)
def test_without_libyaml_records_are_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = read(text)
    monkeypatch.setattr(events, "LOADER", events.yaml.SafeLoader)
    assert read(text) == with_libyaml
