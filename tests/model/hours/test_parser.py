"""Hours are read from a stated subset of OSM ``opening_hours``; the rest is refused kindly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours

from generator.model.hours import Hours, parse_hours
from generator.model.refused import Refused
from tests.model.hours.expressions import any_hours

ACCEPTED = [
    ("Mo-Fr 09:00-12:00,14:00-17:30; PH off", "Mo-Fr 09:00-12:00,14:00-17:30; PH off"),
    ("Mo,Tu,We 9:00-12:00", "Mo-We 09:00-12:00"),
    ("Sa-Su 10:00-12:00", "Sa,Su 10:00-12:00"),
    ("Fr-Mo 10:00-12:00", "Mo,Fr-Su 10:00-12:00"),
    ("Mo-Fr 09:00 - 12:00", "Mo-Fr 09:00-12:00"),
    ("09:00-12:00", "09:00-12:00"),
    (" Mo 14:00-17:00,09:00-12:00 ", "Mo 09:00-12:00,14:00-17:00"),
    ("Mo 10:00-24:00", "Mo 10:00-24:00"),
    ("Fr 22:00-02:00", "Fr 22:00-02:00"),
    ("Sa[1,3] 10:00-12:00", "Sa[1,3] 10:00-12:00"),
    ("Sa[1-3] 10:00-12:00", "Sa[1,2,3] 10:00-12:00"),
    ("We,Sa[-1,1] 10:00-12:00", "We,Sa[1,-1] 10:00-12:00"),
    ("week 1-53/2 Sa 10:00-12:00", "week 01-53/2 Sa 10:00-12:00"),
    ("week 7 off", "week 07 off"),
    ("Sep-Jun We 14:00-17:00", "Sep-Jun We 14:00-17:00"),
    ("Jan: Mo 10:00-11:00", "Jan Mo 10:00-11:00"),
    ("Jan 10:00-11:00", "Jan 10:00-11:00"),
    ("Jan 10 10:00-11:00", "Jan 10 10:00-11:00"),
    ("Jul 14-Aug 20 off", "Jul 14-Aug 20 off"),
    ("Jan 8-10,Jan 14 Mo-Su 10:00-11:00", "Jan 8-Jan 10,Jan 14 Mo-Su 10:00-11:00"),
    ("Dec 24-Jan 2 closed", "Dec 24-Jan 2 off"),
    ("2026 Dec 24-2027 Jan 2 off", "2026 Dec 24-2027 Jan 2 off"),
    ("2026 Jul-Aug off", "2026 Jul 1-2026 Aug 31 off"),
    ("2028 Feb 29 off", "2028 Feb 29 off"),
    ("We 10:00-12:00, Sa 10:00-12:00", "We 10:00-12:00, Sa 10:00-12:00"),
    ('Mo 09:00-12:00 "sur rendez-vous"', 'Mo 09:00-12:00 "sur rendez-vous"'),
    ('We[1] "sur rendez-vous; 24/7 SH"', 'We[1] "sur rendez-vous; 24/7 SH"'),
    ('Mo 09:00-12:00|| "sur rendez-vous"', 'Mo 09:00-12:00 || "sur rendez-vous"'),
    ("Mo 10:00-12:00;Tu 10:00-12:00", "Mo 10:00-12:00; Tu 10:00-12:00"),
    ("Mo 10:00-12:00 ;  Tu off", "Mo 10:00-12:00; Tu off"),
    ("2026Jan8 off", "2026 Jan 8 off"),
    ("PH,Su 10:00-12:00", "Su,PH 10:00-12:00"),
]

REFUSED = [
    # text, what the message says, what the hint says
    ("", "sont vides", "Mo-Fr 09:00-12:00"),
    ("n'importe quand", "n'est pas une écriture d'horaires connue", "Exemple"),
    ("mercredi après-midi", "n'est pas une écriture d'horaires connue", "dans « horaires_texte »"),
    ("sur rendez-vous", "ne dit pas d'heure", "écrivez « sur_rendez_vous: oui »"),
    ("Uniquement sur RDV.", "ne dit pas d'heure", "écrivez « sur_rendez_vous: oui »"),
    ("Mo 09:00-12:00; " * 20, "320 caractères, 255 au plus", "horaires_texte"),
    ("Mo ٠9:00-12:00", "n'est pas une écriture", ""),
    ("Mo-Fr", "ne dit pas à quelles heures", "Ajoutez les heures"),
    ("24/7", "jour et nuit", "Mo-Su 00:00-24:00"),
    ("Mo 09:00+", "heure de fin manque", "09:00-17:00"),
    ("Mo sunrise-sunset", "soleil", "des heures"),
    ("easter off", "Pâques", "des dates"),
    ("Mo-Fr unknown", "« open » et « unknown »", "entre guillemets"),
    ('Mo 09:00-12:00 "accueil', "n'est pas refermé", "deux guillemets droits"),
    ('Mo ""', "entre guillemets est vide", "retirez-le"),
    ('Mo 09:00-12:00 || Tu "x"', "Après « || »", "sur rendez-vous"),
    ("Mo 12:00-13:00 off", "journées entières", "heures d'ouverture"),
    ("Mo 09:00-12:00, We off", "vient après une virgule", "Mettez « ; »"),
    ("Mo 10:00-10:00", "à la même heure", ""),
    ("Mo 25:00-26:00", "cette heure n'existe pas", "de 00:00 à 24:00"),
    ("Mo 10:75-12:00", "cette heure n'existe pas", ""),
    ("Feb 30 off", "cette date n'existe pas", ""),
    ("2027 Feb 29 off", "cette date n'existe pas", ""),
    ("Jan 20-Jan 3 off", "la fin vient avant le début", ""),
    ("2026 Aug 3-2026 Jul 2 off", "la fin vient avant le début", ""),
    ("Jan-Mar 3 off", "ne sont pas écrits de la même façon", "aux deux bouts"),
    ("Jan 3-2026 Mar 3 off", "ne sont pas écrits de la même façon", "l'année aux deux"),
    ("week 54 Mo 10:00-11:00", "de 1 à 53", "semaines impaires"),
    ("week 1-53/3 Mo 10:00-11:00", "une sur deux", "week 01-53/2"),
    ("Sa[6] 10:00-11:00", "de 1 à 5", "Sa[1,3]"),
    ("Sa[0] 10:00-11:00", "de 1 à 5", "Sa[-1]"),
    ("Sa[3-1] 10:00-11:00", "de 1 à 5", "Sa[-1]"),
]

GUESSED = [
    ("Lun-Ven 9h-12h", "Mo-Fr 09:00-12:00"),
    ("lu-ve 9h-12h, 14h-17h;", "Mo-Fr 09:00-12:00,14:00-17:00"),
    ("Lu 9h30-12h", "Mo 09:30-12:00"),
    ("mo-fr 09:00-12:00", "Mo-Fr 09:00-12:00"),
    ("Mo-Fr 09:00–12:00", "Mo-Fr 09:00-12:00"),
    ("Mo-Fr 09.00-12.00", "Mo-Fr 09:00-12:00"),
    ("Mo-Fr: 09:00-12:00", "Mo-Fr 09:00-12:00"),
    ("Mo-Fr 09:00-12:00;", "Mo-Fr 09:00-12:00"),
    ("Mo-Fr  09:00-12:00;  PH off;", "Mo-Fr 09:00-12:00; PH off"),
    ("Mo, We 10:00-12:00", "Mo,We 10:00-12:00"),
    ("Mo 10:00-12:00,Tu 10:00-12:00", "Mo 10:00-12:00, Tu 10:00-12:00"),
    ("Mo 09:00-12:00, 14:00-17:00", "Mo 09:00-12:00,14:00-17:00"),
    ("Mo-Fr 9h00-12h30 / 13h30-17h", "Mo-Fr 09:00-12:30,13:30-17:00"),
    ("Mo10:00-12:00", "Mo 10:00-12:00"),
    ('Mo 10:00-12:00"accueil"', 'Mo 10:00-12:00 "accueil"'),
    ("PH fermé", "PH off"),
    ("août fermé", "Aug off"),
    ("Mo 09:00-12:00 « sur rendez-vous »", 'Mo 09:00-12:00 "sur rendez-vous"'),
    ("du lundi au vendredi de 9h à 12h", "Mo-Fr 09:00-12:00"),
]


@pytest.mark.parametrize(("text", "canonical"), ACCEPTED)
def test_the_subset_is_read_and_written_back_canonically(text: str, canonical: str) -> None:
    assert str(parse_hours(text)) == canonical
    assert parse_hours(canonical) == parse_hours(text)


@pytest.mark.parametrize(("text", "message", "hint"), REFUSED)
def test_the_rest_is_refused_with_its_reason(text: str, message: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_hours(text)
    assert caught.value.rule == "horaires"
    assert message in caught.value.message.replace("\N{NO-BREAK SPACE}", " ")
    assert hint in caught.value.hint.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("text", "guess"), GUESSED)
def test_the_right_writing_is_suggested_when_it_can_be_guessed(text: str, guess: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_hours(text)
    assert caught.value.hint == f"Écrivez : «\N{NO-BREAK SPACE}{guess}\N{NO-BREAK SPACE}»"


@pytest.mark.parametrize("text", ["SH off", "Mo-Fr 09:00-12:00; SH off", "SH Mo 10:00-12:00", "SH"])
def test_school_holidays_have_a_rule_of_their_own(text: str) -> None:
    with pytest.raises(Refused, match="vacances scolaires") as caught:
        parse_hours(text)
    assert caught.value.rule == "horaires-vacances-scolaires"
    assert "2026 Feb 14-2026 Mar 1 off" in caught.value.hint


@given(any_hours())
def test_what_is_written_is_read_back_the_same(hours: Hours) -> None:
    assert parse_hours(str(hours)) == hours


@given(any_hours())
def test_the_library_reads_every_text_we_accept(hours: Hours) -> None:
    OpeningHours(str(hours))


@pytest.mark.parametrize("text", [text for text, _ in ACCEPTED])
def test_the_library_reads_the_texts_as_partners_wrote_them(text: str) -> None:
    OpeningHours(text.strip())


alphabet = st.sampled_from([*'MoTuSaPHJan 0123456789:-,;[]/"|wek()\n«»\u202e', "Mo-Fr", "09:00"])


@given(st.one_of(st.text(max_size=80), st.lists(alphabet, max_size=40).map("".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        hours = parse_hours(text)
    except Refused as refused:
        said = f"{refused.message} {refused.hint}".replace("\N{NO-BREAK SPACE}", " ")
    else:
        said = str(parse_hours(str(hours)))
        assert said == str(hours)
    assert said.isprintable()
