"""A hidden address is in no file, nor anything it could be found from."""

import json
import re
from typing import Any

from generator.directory import Directory
from generator.exports import Release, make_release, service_jsonld
from generator.model.service import Service
from generator.territory import Territory
from tests.exports import awkward

NEAR_RENNES = re.compile(r"48[.,]1\d|-1[.,][67]\d")


def files_of(release: Release, service: Service) -> dict[str, str]:
    """What each file that names the service says on the lines, or in the objects, about it."""
    page = f"services/{service.id}"
    return {
        path: content.decode("utf-8", "replace")
        for path, content in release.files.items()
        if service.id in path or page in content.decode("utf-8", "replace")
    }


def test_no_file_about_a_hidden_place_holds_a_position(
    release: Release, directory: Directory
) -> None:
    service = directory.service("espace-cache")
    assert service is not None
    own = {path: text for path, text in files_of(release, service).items() if service.id in path}
    own["json-ld"] = service_jsonld(service, directory, awkward.SITE)
    assert len(own) >= 4
    for path, text in own.items():
        assert not NEAR_RENNES.search(text), path
        assert "geo" not in text.lower(), path


def places(value: Any) -> Any:
    return next(one for one in value["services"] if one["id"] == "espace-cache")["lieux"]


def test_a_hidden_place_has_what_its_record_tells_and_no_more(release: Release) -> None:
    commune, departement = places(json.loads(release.files["donnees/services.json"]))
    assert commune.keys() == {
        *("role", "adresse_visible", "code_postal", "commune", "code_insee", "departement"),
        *("horaires", "sur_rendez_vous"),
    }
    assert departement.keys() == {"role", "adresse_visible", "departement"}


def test_data_inclusion_has_no_street_of_a_hidden_place(release: Release) -> None:
    rows = json.loads(release.files["donnees/data-inclusion/services.json"])
    hidden = [row for row in rows if "espace-cache" in row["id"]]
    assert [row["commune"] for row in hidden] == ["Rennes", None]
    for row in hidden:
        for key in ("adresse", "complement_adresse", "latitude", "longitude"):
            assert row[key] is None


def test_even_a_record_that_should_not_exist_gives_its_street_away_in_no_derived_format(
    territory: Territory,
) -> None:
    """The checks refuse a street beside a hidden address; formats do not rely on it."""
    lieu = {
        "role": "siege",
        "adresse_visible": "commune",
        "adresse": f"3 {awkward.SECRET}",
        "complement": awkward.SECRET,
        "code_postal": "35000",
        "commune": "Rennes",
        "code_insee": "35238",
        "latitude": "48.11111",
        "longitude": "-1.66666",
        "precision": "adresse",
        "horaires": "Mo 09:00-12:00",
    }
    service = awkward.service("35/espace-fuite", {"nom": "Espace", "lieux": [lieu]})
    directory = Directory([service], territory, awkward.TODAY)
    release = make_release(directory, awkward.SITE)
    derived = [
        path
        for path in release.files
        if path.startswith(("hsds/", "agenda/", "donnees/data-inclusion/")) or ".vcf" in path
    ]
    assert len(derived) >= 8
    for path in derived:
        text = release.files[path].decode()
        assert awkward.SECRET not in text, path
        assert "48.1" not in text, path
    jsonld = service_jsonld(service, directory, awkward.SITE)
    assert awkward.SECRET not in jsonld
    assert "serviceLocation" not in jsonld
