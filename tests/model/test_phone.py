"""Telephone numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.phone import SHORT_NUMBERS, is_fictional, parse_phone
from generator.model.refused import Refused, quoted


@pytest.mark.parametrize(
    ("text", "departement", "e164", "grouped"),
    [
        # the ways of writing a metropolitan number
        ("01 99 00 12 34", "75", "+33199001234", "01 99 00 12 34"),
        ("0199001234", "75", "+33199001234", "01 99 00 12 34"),
        ("01.99.00.12.34", "75", "+33199001234", "01 99 00 12 34"),
        ("01-99-00-12-34", "75", "+33199001234", "01 99 00 12 34"),
        ("01\u00a099\u202f00 12 34", "75", "+33199001234", "01 99 00 12 34"),
        ("+33 1 99 00 12 34", "75", "+33199001234", "01 99 00 12 34"),
        ("+33199001234", "75", "+33199001234", "01 99 00 12 34"),
        ("0033 1 99 00 12 34", "75", "+33199001234", "01 99 00 12 34"),
        ("+33 (0)1 99 00 12 34", "75", "+33199001234", "01 99 00 12 34"),
        ("+33 01 99 00 12 34", "75", "+33199001234", "01 99 00 12 34"),
        ("09 70 12 34 56", "75", "+33970123456", "09 70 12 34 56"),
        ("0 800 12 34 56", "75", "+33800123456", "08 00 12 34 56"),
        # the ranges kept for fiction
        ("02 61 91 00 00", "35", "+33261910000", "02 61 91 00 00"),
        ("03 53 01 00 00", "69", "+33353010000", "03 53 01 00 00"),
        ("04 65 71 00 00", "69", "+33465710000", "04 65 71 00 00"),
        ("05 36 49 00 00", "33", "+33536490000", "05 36 49 00 00"),
        ("06 39 98 00 00", "69", "+33639980000", "06 39 98 00 00"),
        # overseas, written at home
        ("0590 27 12 34", "971", "+590590271234", "05 90 27 12 34"),
        ("0590 27 12 34", "977", "+590590271234", "05 90 27 12 34"),
        ("0590 87 00 00", "978", "+590590870000", "05 90 87 00 00"),
        ("+590 590 27 12 34", "971", "+590590271234", "05 90 27 12 34"),
        ("+590 (0)590 27 12 34", "971", "+590590271234", "05 90 27 12 34"),
        ("0596 30 12 34", "972", "+596596301234", "05 96 30 12 34"),
        ("0594 30 12 34", "973", "+594594301234", "05 94 30 12 34"),
        ("0262 12 34 56", "974", "+262262123456", "02 62 12 34 56"),
        ("0692 12 34 56", "974", "+262692123456", "06 92 12 34 56"),
        ("0269 61 00 00", "976", "+262269610000", "02 69 61 00 00"),
        ("0800 12 34 56", "974", "+262800123456", "08 00 12 34 56"),
        ("43 01 23", "975", "+508430123", "43 01 23"),
        ("+508 55 12 34", "975", "+508551234", "55 12 34"),
        ("0708 55 12 34", "975", "+508708551234", "07 08 55 12 34"),
        ("72 12 34", "986", "+681721234", "72 12 34"),
        ("40 41 23 45", "987", "+68940412345", "40 41 23 45"),
        ("20.12.34", "988", "+687201234", "20 12 34"),
        ("05 00 12", "988", "+687050012", "05 00 12"),
        # of one territory in a record of another: the number says where it rings
        ("0596 30 12 34", "69", "+596596301234", "05 96 30 12 34"),
        ("0269 61 00 00", "75", "+262269610000", "02 69 61 00 00"),
        ("0262 12 34 56", "971", "+262262123456", "02 62 12 34 56"),
        ("01 99 00 12 34", "971", "+33199001234", "01 99 00 12 34"),
        ("04 65 71 00 00", "988", "+33465710000", "04 65 71 00 00"),
        ("04 78 62 00 00", "974", "+33478620000", "04 78 62 00 00"),
        ("+687 20 12 34", "69", "+687201234", "00 687 20 12 34"),
        ("00 689 40 41 23 45", "69", "+68940412345", "00 689 40 41 23 45"),
        ("00 687 20 12 34", "988", "+687201234", "20 12 34"),
    ],
)
def test_a_number_is_linked_in_e164_and_shown_grouped(
    text: str, departement: str, e164: str, grouped: str
) -> None:
    phone = parse_phone(text, departement)
    assert (phone.e164, phone.grouped, str(phone), phone.label) == (e164, grouped, grouped, "")


@pytest.mark.parametrize(
    ("text", "grouped", "label"),
    [
        ("17", "17", "Police secours"),
        ("119", "119", "Enfance en danger"),
        ("39 19", "3919", "Violences Femmes Info"),
        ("116006", "116 006", "Aide aux victimes"),
        ("32 30", "3230", "Caf"),
    ],
)
def test_a_short_number_of_the_list_says_who_answers(text: str, grouped: str, label: str) -> None:
    phone = parse_phone(text, "69")
    assert (phone.e164, phone.grouped, phone.label) == (grouped.replace(" ", ""), grouped, label)
    assert phone.is_short
    assert not phone.is_mobile
    assert not phone.is_surcharged
    assert not is_fictional(phone)


def test_a_short_number_is_the_same_everywhere() -> None:
    for number in SHORT_NUMBERS:
        assert parse_phone(number, "988") == parse_phone(number, "69")


FIGURES = (
    f"Écrivez les chiffres seulement, par exemple {quoted('01 99 00 12 34')}\u00a0; une remarque va "
    "dans les précisions"
)
SINGLE = (
    "Gardez un seul numéro par champ\u00a0; un autre peut aller dans le téléphone d'un lieu ou dans "
    "les précisions"
)
ORDINARY = (
    "Donnez un numéro au prix d'un appel ordinaire\u00a0: les familles ne doivent pas payer pour "
    "demander de l'aide"
)
COMPARE = "Comparez, chiffre par chiffre, avec la page du service"


@pytest.mark.parametrize(
    ("text", "rule", "message", "hint"),
    [
        *[
            (
                text,
                "telephone-unique",
                "contient plusieurs numéros",
                SINGLE,
            )
            for text in (
                "01 99 00 12 34 / 06 39 98 12 34",
                "01.99.00.12.34 - 06.39.98.12.34",
                "01 99 00 12 34 ou 01 99 00 12 35",
                "0199001234,0199001235",
                "+33 1 99 00 12 34 ; +33 1 99 00 12 35",
            )
        ],
        *[
            (text, "telephone", "n'est pas un numéro de téléphone", FIGURES)
            for text in (
                "",
                "voir le site",
                "Tél. 01 99 00 12 34",
                "01/99/00/12/34",
                "(0)199001234",
                "+33",
                "+",
                "٠١٩٩٠٠١٢٣٤",
                "01 99 00 12 34 poste 5",
            )
        ],
        ("01 99 00 12", "telephone", "compte 8 chiffres, un numéro français en compte 10", COMPARE),
        ("20 12 34", "telephone", "compte 6 chiffres, un numéro français en compte 10", COMPARE),
        (
            "00 12 34 56 78",
            "telephone-etranger",
            "n'est pas un numéro de téléphone français",
            "Donnez un numéro du service en France",
        ),
        ("02 69 12 34 56", "telephone", "n'est pas un numéro de téléphone attribué", COMPARE),
        (
            "199001234",
            "telephone",
            "a perdu son zéro",
            f"Écrivez {quoted('01 99 00 12 34')}, entre guillemets",
        ),
        (
            "+33 5 90 27 12 34",
            "telephone",
            "n'existe pas sous cet indicatif",
            f"Écrivez {quoted('05 90 27 12 34')}, si c'est bien ce numéro",
        ),
        (
            "+590 4 78 62 00 00",
            "telephone",
            "n'existe pas sous cet indicatif",
            f"Écrivez {quoted('04 78 62 00 00')}, si c'est bien ce numéro",
        ),
        (
            "+33 1 99 00",
            "telephone",
            "n'existe pas sous cet indicatif",
            "Vérifiez l'indicatif et les chiffres",
        ),
        (
            "+32 2 555 12 12",
            "telephone-etranger",
            "n'est pas un numéro de téléphone français",
            "Donnez un numéro du service en France",
        ),
        *[
            (
                text,
                "telephone-surtaxe",
                "est un numéro surtaxé",
                ORDINARY,
            )
            for text in ("0 892 12 34 56", "08 99 12 34 56", "+33 892 12 34 56")
        ],
        *[
            (
                text,
                "numero-court",
                "n'est pas un numéro court de la liste",
                "Donnez le numéro du service lui-même, à dix chiffres",
            )
            for text in ("3020", "36 15", "10", "118 218", "12")
        ],
    ],
)  # fmt: skip - the table is easier to read so
def test_another_number_is_refused(text: str, rule: str, message: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_phone(text, "69")
    assert caught.value.rule == rule
    assert caught.value.message == f"{quoted(text)} {message}"
    assert caught.value.hint == hint


def test_a_premium_number_of_new_caledonia_is_refused_too() -> None:
    with pytest.raises(Refused) as caught:
        parse_phone("36 67 11", "988")
    assert caught.value.rule == "telephone-surtaxe"


@pytest.mark.parametrize(
    ("text", "departement", "answer"),
    [
        ("06 39 98 12 34", "69", True),
        ("07 82 00 00 00", "69", True),
        ("0692 12 34 56", "974", True),
        ("0690 27 12 34", "971", True),
        ("55 12 34", "975", True),
        ("75 12 34", "988", True),
        ("87 12 34 56", "987", True),
        ("01 99 00 12 34", "69", False),
        ("0262 12 34 56", "974", False),
        ("20 12 34", "988", False),
        ("09 70 12 34 56", "69", False),
    ],
)
def test_a_mobile_number_is_known(text: str, departement: str, *, answer: bool) -> None:
    assert parse_phone(text, departement).is_mobile is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("0 810 12 34 56", True),
        ("0 825 12 34 56", True),
        ("0 800 12 34 56", False),
        ("0 806 12 34 56", False),
        ("01 99 00 12 34", False),
    ],
)
def test_a_number_that_costs_more_is_known(text: str, *, answer: bool) -> None:
    assert parse_phone(text, "69").is_surcharged is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("01 99 00 00 00", True),
        ("06 39 98 99 99", True),
        ("01 42 00 00 00", False),
        ("0639 69 00 00", False),
    ],
)
def test_a_number_kept_for_fiction_is_known(text: str, *, answer: bool) -> None:
    assert is_fictional(parse_phone(text, "69")) is answer


DEPARTEMENTS = st.sampled_from(
    ["69", "2A", "971", "974", "975", "976", "977", "986", "987", "988", "?"]
)
NUMBERS = st.one_of(
    st.text("0123456789", max_size=16),
    st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True),
    st.from_regex(r"(\+|00)(33|262|508|590|594|596|681|687|689)[0-9]{6,9}", fullmatch=True),
    st.sampled_from(sorted(SHORT_NUMBERS)),
    st.text(" .-+()0123456789/\u00a0x٣", max_size=30),
)


@given(NUMBERS, DEPARTEMENTS)
def test_what_is_shown_can_be_read_again(text: str, departement: str) -> None:
    try:
        phone = parse_phone(text, departement)
    except Refused:
        return
    assert parse_phone(phone.grouped, departement) == phone
    assert phone.e164.removeprefix("+").isdecimal()
    # Never a sign that a spreadsheet would take for a formula.
    assert phone.grouped[0].isdecimal()
    assert phone.is_mobile in (True, False)
