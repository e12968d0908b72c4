"""What became of each identifier and of each record: ``ids.csv``, ``changes.json``, the feeds."""

import csv
import datetime
import io
import json
from xml.etree import ElementTree

import pytest

from generator.changes import Edition
from generator.directory import Directory
from generator.exports import Past, Release, make_release
from generator.exports.json import published
from generator.register import Erasure, Raison
from generator.territory import Territory
from tests.exports import awkward

ATOM = "{http://www.w3.org/2005/Atom}"
ERASED = Erasure("mediation-effacee", datetime.date(2026, 9, 1), Raison.DEMANDE)
TEXTS = "69/mediation-textes"


@pytest.fixture(scope="module")
def told(directory: Directory, territory: Territory) -> Release:
    """The awkward records, after an edition in which some were otherwise."""
    earlier = dict(awkward.RECORDS)
    del earlier["75/mediation-texte-long"]
    earlier["69/mediation-fermee"] = {"nom": "Médiation fermée", "lieux": [awkward._LYON]}
    earlier["69/mediation-ancienne"] = earlier.pop(TEXTS) | {"anciens_identifiants": []}
    hidden = earlier["35/espace-cache"]
    visible = {**awkward._LYON, "adresse": f"1 {awkward.SECRET}", "commune": "Rennes",
               "code_postal": "35000", "code_insee": "35238"}  # fmt: skip
    earlier["35/espace-cache"] = hidden | {"lieux": [visible, *hidden["lieux"][1:]]}
    earlier["69/mediation-effacee"] = {"nom": "Nom à oublier", "lieux": [awkward._LYON]}
    before = Directory([awkward.service(*one) for one in earlier.items()], territory, awkward.TODAY)
    documents = {one.id: published(one, before) for one in before.services}
    # No record may hold this; a file taken for an earlier edition may.
    documents["mediation-ancienne"]["description"] = "<script>alert(1)</script> & « avant »\u202e"
    past = Past(Edition("v1", before.date, documents), (ERASED,))
    return make_release(directory, awkward.SITE, past=past)


def rows(release: Release) -> dict[str, dict[str, str]]:
    text = io.StringIO(release.files["donnees/ids.csv"].decode(), newline="")
    return {row.pop("id"): row for row in csv.DictReader(text)}


def test_ids_csv_says_what_became_of_every_identifier(told: Release) -> None:
    found = rows(told)
    assert list(found) == sorted(found)
    assert found["mediation-a-distance"]["devenir"] == "present"
    assert found["mediation-saint-pierre"]["devenir"] == "present"
    assert found["mediation-fermee"] == {
        "devenir": "remplace", "vers": "mediation-textes", "le": "2025-12-31", "raison": "",
    }  # fmt: skip
    assert found["mediation-ancienne"] == {
        "devenir": "renomme", "vers": "mediation-textes", "le": "", "raison": "",
    }  # fmt: skip
    assert found["mediation-effacee"] == {
        "devenir": "efface", "vers": "", "le": "2026-09-01", "raison": "demande",
    }  # fmt: skip


def test_the_columns_of_ids_csv_do_not_change(told: Release) -> None:
    header = told.files["donnees/ids.csv"].split(b"\r\n")[0].decode()
    assert header == "id,devenir,vers,le,raison"


def test_changes_json_tells_each_event_once(told: Release) -> None:
    document = json.loads(told.files["donnees/changes.json"])
    found = [(one["type"], one["id"]) for one in document["changements"]]
    assert found == [
        ("ajout", "mediation-texte-long"),
        ("fermeture", "mediation-fermee"),
        ("renommage", "mediation-textes"),
        ("modification", "espace-cache"),
        ("modification", "mediation-textes"),
        ("retrait", "mediation-effacee"),
    ]
    assert document["total"] == len(found)
    assert document["avant"] == {"edition": "v1", "date": document["generated_at"]}


def test_of_an_erased_record_only_the_identifier_is_left(told: Release) -> None:
    content = b"".join(told.files.values())
    assert b"mediation-effacee" in content
    assert "Nom à oublier".encode() not in content


def test_a_former_address_is_in_no_file(told: Release) -> None:
    for path, content in told.files.items():
        assert awkward.SECRET.encode() not in content, path
    document = json.loads(told.files["donnees/changes.json"])
    (change,) = [one for one in document["changements"] if one["id"] == "espace-cache"]
    assert "champs" not in change


def test_without_an_edition_to_compare_with_nothing_is_claimed(release: Release) -> None:
    document = json.loads(release.files["donnees/changes.json"])
    assert (document["avant"], document["total"], document["changements"]) == (None, 0, [])
    assert all(feed.find(f"{ATOM}entry") is None for feed in feeds(release).values())


def feeds(release: Release) -> dict[str, ElementTree.Element]:
    return {
        path: ElementTree.fromstring(content)  # noqa: S314 (made by us)
        for path, content in release.files.items()
        if path.endswith(".atom")
    }


def test_every_departement_has_its_feed(told: Release, territory: Territory) -> None:
    found = feeds(told)
    for one in territory.departements:
        assert f"departements/{one.code}/changements.atom" in found
    in_rhone = found["departements/69/changements.atom"].findall(f"{ATOM}entry")
    assert len(in_rhone) == 4
    # The renamed service has a place in the Ain too.
    assert len(found["departements/01/changements.atom"].findall(f"{ATOM}entry")) == 2


@pytest.mark.parametrize("path", ["donnees/changements.atom", "departements/69/changements.atom"])
def test_a_feed_is_atom(told: Release, path: str) -> None:
    """The rules of RFC 4287 that a feed like ours can break."""
    feed = feeds(told)[path]
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1
    assert [one.get("href") for one in feed.findall(f"{ATOM}link[@rel='self']")] == [
        f"{awkward.SITE}/{path}"
    ]
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        for name in ("id", "title", "updated", "content"):
            assert len(entry.findall(f"{ATOM}{name}")) == 1
        datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "")
    identifiers = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(identifiers)) == len(identifiers)


def test_an_entry_tells_of_its_edition_and_names_its_service(told: Release) -> None:
    """The same thing that happens again, in a later edition, is another entry to a reader."""
    entries = {
        entry.findtext(f"{ATOM}id"): entry.findtext(f"{ATOM}title")
        for entry in feeds(told)["donnees/changements.atom"].findall(f"{ATOM}entry")
    }
    date = told.directory.date
    assert date
    of_the_edition = f"-{date.isoformat()}"
    assert all((one or "").endswith(of_the_edition) for one in entries)
    renamed = f"{awkward.SITE}/services/mediation-textes/#renommage-mediation-ancienne"
    assert entries[f"{renamed}{of_the_edition}"] == (
        "Médiation «\u00a0L'Entre-deux\u00a0; et après\u00a0»\u00a0: nouvel identifiant, qui "
        "remplace mediation-ancienne"
    )
    (erased,) = [title for one, title in entries.items() if "mediation-effacee" in (one or "")]
    assert (erased or "").startswith("mediation-effacee\u00a0: ")


def test_a_hostile_value_is_text_in_a_feed(told: Release) -> None:
    (entry,) = [
        one
        for one in feeds(told)["donnees/changements.atom"].findall(f"{ATOM}entry")
        if "mediation-textes/#modification" in (one.findtext(f"{ATOM}id") or "")
    ]
    content = entry.find(f"{ATOM}content")
    assert content is not None
    assert content.get("type") == "text"
    assert list(content) == []
    assert "<script>alert(1)</script> & «\u00a0avant\u00a0»<U+202E>" in (content.text or "")


def test_the_day_of_the_build_changes_nothing(told: Release, territory: Territory) -> None:
    later = awkward.directory(territory, awkward.TODAY + datetime.timedelta(days=400))
    again = make_release(later, awkward.SITE, past=told.past)
    for path in ("donnees/ids.csv", "donnees/changes.json", "donnees/changements.atom"):
        assert again.files[path] == told.files[path]
