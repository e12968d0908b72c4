"""What search engines read of a service, on the page as it is published."""

import json
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.sites import BuiltSite


def described(site: BuiltSite, service: str) -> dict[str, Any]:
    """The block of the page that is not the breadcrumb."""
    page = LexborHTMLParser(site.text(f"services/{service}/index.html"))
    (block,) = (node for node in page.css("head script[type='application/ld+json']"))
    assert "<" not in block.text()
    known: dict[str, Any] = json.loads(block.text())
    return known


@pytest.mark.parametrize("service", ["mediation-douze-lieux", "mediation-outre-mer"])
def test_a_service_is_described_under_its_own_address(
    fictional_site: BuiltSite, service: str
) -> None:
    known = described(fictional_site, service)
    assert known["@type"] == "Service"
    assert known["@id"] == f"https://annuaire.example{fictional_site.base}/services/{service}/"
    assert known["serviceType"] == "Médiation familiale"
    assert any("serviceLocation" in channel for channel in known["availableChannel"])


@pytest.mark.parametrize(
    "service", ["espace-rencontre-adresse-cachee", "espace-rencontre-departement-seul"]
)
def test_a_hidden_place_is_no_place_for_search_engines(
    fictional_site: BuiltSite, service: str
) -> None:
    known = described(fictional_site, service)
    assert all("serviceLocation" not in channel for channel in known["availableChannel"])


def test_a_closed_service_has_no_channel(fictional_site: BuiltSite) -> None:
    assert "availableChannel" not in described(fictional_site, "mediation-fermee")
