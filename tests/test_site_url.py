"""The address of a site goes into all its files as it is: only one that can is accepted."""

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.project import Project


def address(written: str) -> str:
    return Project.find(Path(), site_url=written).site_url


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://annuaire.example", "https://annuaire.example"),
        ("https://annuaire.example/", "https://annuaire.example"),
        ("HTTPS://Annuaire.Example/Dossier/", "https://annuaire.example/Dossier"),
        ("https://annuaire.example/un/deux_3/v1.2~", "https://annuaire.example/un/deux_3/v1.2~"),
        ("https://xn--mdiation-b1a.example", "https://xn--mdiation-b1a.example"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:65535/site", "http://localhost:65535/site"),
    ],
)
def test_the_address_of_a_site_is_kept_without_its_last_slash(written: str, kept: str) -> None:
    assert address(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "annuaire.example",
        "//annuaire.example",
        "ftp://annuaire.example",
        "https://",
        "https://-annuaire.example",
        "https://annuaire..example",
        "https://annuaire.-example",
        "https://annuaire.example.",
        "https://a b.example",
        " https://annuaire.example",
        "https://annuaire.example\n",
        "https://médiation.example",
        "https://annuaire.example/médiation",
        "https://annuaire.example/m%C3%A9diation",
        "https://nom:secret@annuaire.example",
        "https://annuaire.example:65536",
        "https://annuaire.example:",
        "https://[::1",
        "https://annuaire.example//dossier",
        "https://annuaire.example/a/../b",
        "https://annuaire.example/.",
        "https://annuaire.example/?page=1",
        "https://annuaire.example/#haut",
        'https://annuaire.example/"x',
        "https://annuaire.example/\udce9",
    ],
)
def test_what_is_not_the_address_of_a_site_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="n'est pas l'adresse d'un site : on attend https://"):
        address(written)
