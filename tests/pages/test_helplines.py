"""The national numbers."""

from pathlib import Path

import pytest

from generator.pages.helplines import FILE, HelplinesError, load_helplines

NUMBER = """numeros:
  - numero: '17'
    appel: '17'
    nom: Police
    details: Jour et nuit.
    source:
      titre: Une page
      url: https://association.example/
      consulte_le: '2026-11-23'
"""


def load(text: str, root: Path) -> None:
    (root / "data").mkdir()
    (root / FILE).write_text(text, "utf-8")
    load_helplines(root)


def test_the_numbers_of_the_site_are_the_expected_ones(project_root: Path) -> None:
    helplines = load_helplines(project_root)
    assert [one.href for one in helplines] == [
        "tel:17",
        "tel:112",
        "sms:114",
        "tel:3919",
        "tel:119",
        "tel:3114",
        "tel:115",
    ]
    assert [one.number for one in helplines if not one.in_strips] == ["3114", "115"]
    assert [one.number for one in helplines if one.emergency] == ["17", "112", "114"]


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("appel: '17'", "appel: '71'", ":3:12: numeros[1].appel\u00a0: «\u00a071\u00a0»"),
        ("    nom: Police\n", "", "numeros[1].nom\u00a0: ce champ manque"),
        ("nom:", "nome:", "«\u00a0nome\u00a0» n'est pas un champ"),
        ("https:", "javascript:", "numeros[1].source.url"),
        ("2026-11-23", "hier", "numeros[1].source.consulte_le"),
        ("      titre: Une page\n", "", "numeros[1].source.titre"),
        ("numeros:", "numero:", "la liste «\u00a0numeros\u00a0» est absente"),
        ("nom: Police", "nom: &a Police", ":4:"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(
    written: str, instead: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(HelplinesError) as refused:
        load(NUMBER.replace(written, instead), tmp_path)
    assert message in str(refused.value)
    assert str(refused.value).startswith("data/numeros.yaml:")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(HelplinesError, match="n'existe pas"):
        load_helplines(tmp_path)
