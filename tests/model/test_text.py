"""Text written by partners."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.refused import Refused, quoted
from generator.model.text import parse_line, parse_paragraphs

MAXIMUM = 200


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Le Relais", "Le Relais"),
        ("  Le   Relais  ", "Le Relais"),
        ("Le\tRelais", "Le Relais"),
        ("Le Relais\n", "Le Relais"),
        ("9\u00a0h\u202f30", "9\u00a0h\u202f30"),
        ("Me\u0301diation", "Médiation"),
        # only text: nothing of it is read as a language
        ("{{ nom }} {% x %}", "{{ nom }} {% x %}"),
        ("**gras** [lien](x) `code`", "**gras** [lien](x) `code`"),
        ("Parents & enfants, 3 < 4 > 2", "Parents & enfants, 3 < 4 > 2"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("Tarif -> demander", "Tarif -> demander"),
        ("de 2 € à 131 €", "de 2 € à 131 €"),
        ("x" * MAXIMUM, "x" * MAXIMUM),
    ],
)
def test_a_line_is_text_and_stays_text(text: str, line: str) -> None:
    assert parse_line(text, MAXIMUM) == line


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Un.\n\nDeux.", "Un.\n\nDeux."),
        ("Un.  \n\n\n\nDeux.\n", "Un.\n\nDeux."),
        ("Un.\r\nDeux.", "Un.\nDeux."),
        ("On peut :\n- venir\n- appeler", "On peut :\n- venir\n- appeler"),
        ("On peut :\n\n- venir\n  à deux", "On peut :\n\n- venir\n  à deux"),
        ("\n\nUn.", "Un."),
    ],
)
def test_paragraphs_and_lists_keep_their_lines(text: str, paragraphs: str) -> None:
    assert parse_paragraphs(text, MAXIMUM) == paragraphs


FORMULA = "Commencez par un mot\u00a0: un tableur prendrait ce texte pour une formule"
TAG = (
    "Écrivez du texte simple\u00a0; si le signe < veut dire inférieur à, faites-le suivre d'une "
    "espace"
)


@pytest.mark.parametrize("parse", [parse_line, parse_paragraphs])
@pytest.mark.parametrize(
    ("text", "rule", "message", "hint"),
    [
        *[
            ("", "texte-vide", "Ce champ est vide", "Complétez-le, ou retirez la ligne"),
            (" \n ", "texte-vide", "Ce champ est vide", "Complétez-le, ou retirez la ligne"),
            (
                "x" * 203,
                "texte-long",
                "Ce texte compte 203 caractères, il en faut 200 au plus",
                "Retirez au moins 3 caractères",
            ),
        ],
        *[
            (text, "html", f"{quoted(tag)} ressemble à une balise HTML", TAG)
            for text, tag in (
                ("du <b>gras</b>", "<b>"),
                ("x </p>", "</p>"),
                ("<!-- x -->", "<!-- x -->"),
                ("<?php x", "<?php x"),
                ("<script src=//a.example></script>", "<script src=//a.example>"),
                ("revenu <R", "<R"),
                ("<IMG SRC=x", "<IMG SRC=x"),
            )
        ],
        *[
            (text, "debut-de-formule", f"{quoted(text)} commence par {quoted(sign)}", FORMULA)
            for text, sign in (
                ("=1+1", "="),
                ("+33 1 99 00 12 34", "+"),
                ("- une liste", "-"),
                ("@compte", "@"),
                ("| x", "|"),
                ("%x", "%"),
                ("−5", "−"),
                ("  =1", "="),
                ("\u00a0=1", "="),
                ("\u200b=1", "="),
                ("\ufeff\u2060\u3164=1", "="),
                ("\uff1d1", "\uff1d"),
                ("\uff0b1", "\uff0b"),
                ("\uff0d1", "\uff0d"),
                ("\uff20x", "\uff20"),
                ("\uff5cx", "\uff5c"),
                ("\uff05x", "\uff05"),
                ("\ufe631", "\ufe63"),
            )
        ],
    ],
)
def test_another_text_is_refused(
    parse: Callable[[str, int], str], text: str, rule: str, message: str, hint: str
) -> None:
    with pytest.raises(Refused) as caught:
        parse(text, MAXIMUM)
    assert caught.value.rule == rule
    assert caught.value.message.replace("  ", " ") == message
    assert caught.value.hint == hint


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\u2028b", "a\u0085b", "a\x0bb"])
def test_a_line_break_is_refused_in_a_line(text: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_line(text, MAXIMUM)
    assert caught.value.rule == "texte-une-ligne"
    assert caught.value.message == f"{quoted('a b')} contient un retour à la ligne"
    assert caught.value.hint == "Écrivez ce texte sur une seule ligne"


@given(st.text(max_size=40))
def test_an_accepted_text_is_trimmed_nfc_and_no_formula(text: str) -> None:
    for parse in (parse_line, parse_paragraphs):
        try:
            value = parse(text, MAXIMUM)
        except Refused:
            continue
        assert value == value.strip() == unicodedata.normalize("NFC", value)
        assert value[0] not in "=+-@|%\t\r"
