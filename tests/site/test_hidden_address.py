"""A hidden address: refused when a record tells it, and nowhere in what is published."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.published_texts import about, text_of
from tests.sites import BuiltSite, built, run_annuaire


@dataclass(frozen=True)
class Hidden:
    """A service of tests/fixtures/fictional whose address is hidden, and what must not be told.

    ``area`` is what the public may know, as west, south, east, north: no position inside it may
    be given to the service, the centre of the area included.
    """

    id: str
    departement: str
    degree: str
    former: dict[str, str]
    area: tuple[float, float, float, float]

    @property
    def secrets(self) -> list[str]:
        """What no part about the service may hold."""
        return [value.strip("'") for name, value in self.former.items() if name != "precision"]

    def record(self, services: Path) -> Path:
        """Its record in a folder of services."""
        return services / self.departement / f"{self.id}.yaml"


COMMUNE_KNOWN = Hidden(
    "espace-rencontre-adresse-cachee",
    "35",
    "commune",
    {
        "adresse": "17 rue des Bateliers imaginaires",
        "complement": "Bâtiment des Mariniers, 3e étage",
        "latitude": "'48.11734'",
        "longitude": "'-1.67789'",
        "precision": "adresse",
        "acces_transport": "métro Fictif, arrêt Péniche",
    },
    (-1.7525, 48.0769, -1.6244, 48.1549),
)
DEPARTEMENT_KNOWN = Hidden(
    "espace-rencontre-departement-seul",
    "44",
    "departement",
    {
        "adresse": "4 quai des Sardiniers imaginaires",
        "complement": "Hangar des Goélands, porte verte",
        "code_postal": "'44350'",
        "commune": "Guérande",
        "code_insee": "'44069'",
        "latitude": "'47.32611'",
        "longitude": "'-2.42833'",
        "precision": "adresse",
        "acces_transport": "car Fictif, arrêt Sardine",
    },
    (-2.5589, 46.8600, -0.9231, 47.8358),
)
BOTH = pytest.mark.parametrize(
    "hidden", [COMMUNE_KNOWN, DEPARTEMENT_KNOWN], ids=["commune", "departement"]
)
"""What an earlier edition of each record told, before the address had to be hidden."""


def positions(text: str, area: tuple[float, float, float, float]) -> list[str]:
    """The numbers of a text that could be a latitude or a longitude inside the area."""
    west, south, east, north = area
    numbers = re.findall(r"(?<![\w.,-])-?\d{1,2}[.,]\d{2,}", text)
    values = {one: float(one.replace(",", ".")) for one in numbers}
    return [one for one, at in values.items() if south <= at <= north or west <= at <= east]


def copied(project_root: Path, to: Path) -> Path:
    """The invented services, to be changed."""
    shutil.copytree(project_root / "tests" / "fixtures" / "fictional" / "services", to)
    return to


def telling(hidden: Hidden, record: str, *, visible: str) -> str:
    """The record with its former address in every field, and ``adresse_visible: visible``."""
    fields = "".join(f"    {name}: {value}\n" for name, value in hidden.former.items())
    places = record.index("lieux:")
    kept = re.sub(
        r"^    (code_postal|commune|code_insee|departement): .*\n",
        lambda line: "" if line[1] in (*hidden.former, "departement") else line[0],
        record[places:],
        flags=re.MULTILINE,
    )
    known = f"    adresse_visible: {hidden.degree}\n"
    assert known in kept
    told = kept.replace(known, f"    adresse_visible: {visible}\n{fields}")
    return record[:places] + told


@BOTH
def test_a_record_that_tells_a_hidden_address_is_refused_for_each_field(
    hidden: Hidden, project_root: Path, tmp_path: Path
) -> None:
    services = copied(project_root, tmp_path / "services")
    record = hidden.record(services)
    text = telling(hidden, record.read_text("utf-8"), visible=hidden.degree)
    text = re.sub(r"(gestionnaire:\n  nom: .*\n)", r"\1  siret: '73282932000074'\n", text)
    text += f"description: Nous vous attendons au {hidden.former['adresse']}.\n"
    record.write_text(text, "utf-8")
    output = tmp_path / "public"
    done = run_annuaire(
        *("build", "--root", project_root, "--services", services, "--fictional"),
        *("--output", output),
    )
    assert done.returncode == 1
    assert not output.exists()
    assert re.search(r"\[adresse-cachee[a-z-]*\]", done.stderr)
    for name in (*hidden.former, "siret", "description"):
        assert name in done.stderr, f"{name} is not pointed out:\n{done.stderr}"


@pytest.fixture(scope="module")
def hidden_since(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site published with both addresses in full, then again once they had to be hidden."""
    folder = tmp_path_factory.mktemp("since")
    services = copied(project_root, folder / "services")
    now = {}
    for hidden in (COMMUNE_KNOWN, DEPARTEMENT_KNOWN):
        record = hidden.record(services)
        now[record] = record.read_text("utf-8")
        record.write_text(telling(hidden, now[record], visible="complete"), "utf-8")
    options = ("--services", services, "--fictional")
    site = "https://annuaire.example"
    before = built(project_root, folder / "public", site, options)
    for hidden in (COMMUNE_KNOWN, DEPARTEMENT_KNOWN):
        page = before.text(f"services/{hidden.id}/index.html")
        assert hidden.former["adresse"] in page, "the former edition tells the address"
    for record, text in now.items():
        record.write_text(text, "utf-8")
    return built(project_root, folder / "public", site, options)


@BOTH
def test_no_published_file_tells_what_an_earlier_edition_knew(
    hidden: Hidden, hidden_since: BuiltSite
) -> None:
    """Pages, JSON-LD, exports, index, map, feeds, sitemap, cards and calendars, decompressed."""
    street = [hidden.former[name] for name in ("adresse", "complement", "acces_transport")]
    places = [hidden.former[name].strip("'") for name in ("latitude", "longitude")]
    for path in hidden_since.files:
        content = text_of(path)
        assert [one for one in (*street, *places) if one in content] == [], path


@BOTH
def test_nothing_about_the_service_places_it(hidden: Hidden, hidden_since: BuiltSite) -> None:
    """Not its former address, nor any position inside what the public may know."""
    seen = set()
    for path in hidden_since.files:
        for part in about(path, hidden.id):
            seen.add(path.suffix)
            assert [one for one in hidden.secrets if one in part] == [], path
            assert positions(part, hidden.area) == [], path
            assert "geo:" not in part, path
    expected = {".html", ".csv", ".json", ".geojson", ".ndjson", ".xlsx", ".xml"}
    assert expected <= seen, "the reading of the published files misses some"


@BOTH
def test_the_map_has_no_point_for_it(hidden: Hidden, hidden_since: BuiltSite) -> None:
    link = f"svg a[href$='/services/{hidden.id}/']"
    assert [page for page in hidden_since.pages if HTMLParser(page.read_bytes()).css(link)] == []


def test_exports_give_a_hidden_place_no_position(hidden_since: BuiltSite) -> None:
    for hidden in (COMMUNE_KNOWN, DEPARTEMENT_KNOWN):
        parts = list(about(hidden_since.folder / "donnees" / "lieux.geojson", hidden.id))
        assert parts
        assert all('"geometry": null' in part for part in parts)
