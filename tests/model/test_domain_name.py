"""Host names."""

import pytest

from generator.model.domain_name import has_punycode, is_fictional_domain, is_public_host


@pytest.mark.parametrize(
    "host",
    [
        "association.example",
        "www.udaf69.fr",
        "a.fr",
        "mon-site.asso.fr",
        "cidff_77.pagesperso-orange.fr",
        "1001mags.com",
        "xn--mdiation-e1a.example",
        "a" * 63 + ".fr",
        ".".join(["a" * 61] * 4) + ".fr",
    ],
)
def test_a_dotted_name_is_a_public_host(host: str) -> None:
    assert is_public_host(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "localhost",
        "a",
        "a.fr.",
        ".a.fr",
        "a..fr",
        "-a.fr",
        "a-.fr",
        "a_b.fr",
        "A.fr",
        "médiation.fr",
        "a。fr",
        "a．fr",
        "a.fr\n",
        "127.0.0.1",
        "2130706433",
        "0x7f.1",
        "a.1",
        "a.0x7f",
        "[::1]",
        "imprimante.local",
        "a.localhost",
        "a.test",
        "a.onion",
        "1.0.0.127.in-addr.arpa",
        "xn--a.fr",
        "xn--.fr",
        "a" * 64 + ".fr",
        ".".join(["a" * 62] * 4) + ".fr",
    ],
)
def test_anything_else_is_not(host: str) -> None:
    assert not is_public_host(host)


@pytest.mark.parametrize(
    ("host", "answer"),
    [
        ("association.example", True),
        ("www.association.EXAMPLE", True),
        ("example.com", True),
        ("www.example.org", True),
        ("example.net", True),
        ("example.fr", False),
        ("myexample.com", False),
        ("example.com.fr", False),
        ("association.fr", False),
    ],
)
def test_the_names_kept_for_examples_are_known(host: str, *, answer: bool) -> None:
    assert is_fictional_domain(host) is answer


@pytest.mark.parametrize(
    ("host", "answer"),
    [("xn--mdiation-e1a.fr", True), ("www.xn--mdiation-e1a.fr", True), ("a-xn--b.fr", False)],
)
def test_an_internationalised_name_is_flagged(host: str, *, answer: bool) -> None:
    assert has_punycode(host) is answer
