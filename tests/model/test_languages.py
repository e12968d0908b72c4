"""The list of languages."""

import re

import pytest

from generator.model.languages import LANGUAGES, parse_language
from generator.model.refused import Refused, quoted


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_each_tag_of_the_list_is_read_as_it_is(tag: str) -> None:
    assert parse_language(tag) == tag


def test_tags_have_the_form_of_bcp_47_and_labels_are_unique() -> None:
    assert all(re.fullmatch("[a-z]{2,3}", tag) for tag in LANGUAGES)
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("anglais", "en"),
        ("Anglais", "en"),
        ("néerlandais", "nl"),
        ("neerlandais", "nl"),
        ("portugai", "pt"),
        ("LSF", "fsl"),
        ("langue des signes", "fsl"),
        ("langue des signes française", "fsl"),
        ("FR", "fr"),
        ("fr-FR", "fr"),
        ("pt_BR", "pt"),
        ("bre", "br"),
        ("eus", "eu"),
        ("eng", "en"),
        ("créole antillais", "gcf"),
        ("darija", "ary"),
    ],
)
def test_what_people_write_is_refused_with_its_tag(text: str, tag: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_language(text)
    assert caught.value.rule == "langue"
    assert caught.value.message == f"{quoted(text)} n'est pas un code de langue de la liste"
    assert caught.value.hint == f"Écrivez {quoted(tag)} ({LANGUAGES[tag]})"


@pytest.mark.parametrize("text", ["klingon", "", "xx", "toutes", "x" * 10_000])
def test_an_unknown_language_is_refused_with_examples(text: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_language(text)
    assert caught.value.hint == (
        f"Écrivez un code comme {quoted('en')} (anglais) ou {quoted('ar')} (arabe)\u00a0; si la "
        "langue manque à la liste, signalez-le nous"
    )
