"""The maps of pages: what is shaded, what is a link, what is a point, and what must not be one."""

import json
import re
from pathlib import Path

import pytest
from jinja2 import Environment
from selectolax.lexbor import LexborHTMLParser

from generator.hexmap.france import PARIS
from generator.pages.maps import LEVELS, country_map, departement_map, level_of, region_map
from generator.territory import Territory
from tests.pages import samples

BRETAGNE = ("22", "29", "35", "56")


def drawn(jinja: Environment, view: object) -> LexborHTMLParser:
    template = jinja.from_string(
        '{% from "components/map.html" import map as draw %}{{ draw(view) }}'
    )
    return LexborHTMLParser(template.render(view=view))


def in_town(identifier: str, name: str, code: str, **fields: object) -> object:
    place = samples.place(commune=name, code_insee=code, code_postal=None)
    return samples.service(identifier, nom=f"Service {identifier}", lieux=[place], **fields)


@pytest.mark.parametrize(
    ("count", "level"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (272, 4)]
)
def test_the_shade_follows_the_number_of_services(count: int, level: int) -> None:
    assert level_of(count) == level


def test_the_key_says_what_each_shade_of_the_map_means(territory: Territory) -> None:
    directory = samples.directory(territory, samples.overseas())
    assert [(one.level, one.text) for one in country_map(directory).key] == [
        (0, "pas encore de service"),
        (1, LEVELS[0][1]),
    ]


def test_the_map_of_france_leads_to_each_departement(
    territory: Territory, jinja: Environment
) -> None:
    directory = samples.directory(territory, samples.overseas(), samples.service())
    tree = drawn(jinja, country_map(directory))
    areas = {node.attributes["data-departement"]: node for node in tree.css("[data-departement]")}
    assert areas.keys() == {one.code for one in territory.departements}
    links = {node.attributes["href"]: node for node in tree.css("svg a")}
    assert links.keys() == {f"/familles/departements/{code}/" for code in areas}
    link = links["/familles/departements/35/"]
    assert (
        link.attributes["aria-label"]
        == "Ille-et-Vilaine\N{NO-BREAK SPACE}: 1\N{NO-BREAK SPACE}service"
    )
    assert link.css_first("title").text() == link.attributes["aria-label"]
    assert areas["75"].css_first("title").text() == "Paris\N{NO-BREAK SPACE}: pas encore de service"


def test_a_map_is_named_and_can_be_skipped(territory: Territory, jinja: Environment) -> None:
    tree = drawn(jinja, country_map(samples.directory(territory, samples.overseas())))
    drawing = tree.css_first("svg.map__drawing")
    assert drawing.attributes["role"] == "group"
    title = tree.css_first(f"#{drawing.attributes['aria-labelledby']}")
    assert title.text() == "Carte des départements"
    skip = tree.css_first("a.map__skip").attributes["href"]
    assert tree.css_first(skip) is not None
    order = [
        node.attributes.get("id") or node.attributes.get("class")
        for node in tree.css("a.map__skip, svg.map__drawing, [tabindex]")
    ]
    assert order == ["map__skip", "map__drawing", skip.removeprefix("#")]


def test_a_departement_does_not_lead_to_itself_but_to_its_neighbours(
    territory: Territory, jinja: Environment
) -> None:
    directory = samples.directory(
        territory, samples.service(), in_town("mediation-laval-53", "Laval", "53130")
    )
    ille_et_vilaine = territory.departement("35")
    assert ille_et_vilaine is not None
    tree = drawn(jinja, departement_map(ille_et_vilaine, directory))
    addresses = [node.attributes["href"] for node in tree.css("svg a:not(.map__point)")]
    assert "/familles/departements/35/" not in addresses
    assert {f"/familles/departements/{code}/" for code in ("22", "44", "50", "53", "56")} <= {
        *addresses
    }


def test_the_departement_of_the_page_stands_out_on_the_map_of_its_region(
    territory: Territory, jinja: Environment
) -> None:
    directory = samples.directory(territory, samples.service())
    tree = drawn(jinja, region_map(BRETAGNE, "en Bretagne", directory, here="22"))
    areas = tree.css(".map__area")
    assert [
        one.attributes["data-departement"] for one in areas if "data-here" in one.attributes
    ] == ["22"]
    assert "data-here" in areas[-1].attributes, "no neighbour is drawn over its outline"
    assert [one.text() for one in tree.css(".map__code[data-here]")] == ["22"]
    elsewhere = drawn(jinja, region_map(BRETAGNE, "en Bretagne", directory))
    assert elsewhere.css("[data-here]") == []


def test_a_commune_is_a_point_that_leads_to_its_service_or_to_its_page(
    territory: Territory, jinja: Environment
) -> None:
    space = samples.service("espace-rencontre-rennes-35", type="espace_de_rencontre")
    directory = samples.directory(
        territory, samples.service(), space, in_town("mediation-fougeres-35", "Fougères", "35115")
    )
    tree = drawn(jinja, region_map(BRETAGNE, "en Bretagne", directory))
    points = {node.attributes["data-place"]: node for node in tree.css(".map__point[data-place]")}
    assert points.keys() == {"35115", "35238"}
    alone, shared = points["35115"], points["35238"]
    assert alone.attributes["href"] == "/familles/services/mediation-fougeres-35/"
    assert alone.css_first("title").text() == "Service mediation-fougeres-35, Fougères"
    assert shared.attributes["href"] == "/familles/communes/35238/"
    assert (
        shared.css_first("title").text() == "Rennes\N{NO-BREAK SPACE}: 2\N{NO-BREAK SPACE}services"
    )
    assert [node.tag for node in shared.css("[data-activity]")] == ["circle", "path"]


@pytest.mark.parametrize("hidden", [samples.hidden_commune, samples.hidden_departement])
def test_a_hidden_place_is_no_point(
    territory: Territory,
    jinja: Environment,
    hidden,  # noqa: ANN001 (a sample)
) -> None:
    directory = samples.directory(territory, hidden())
    departement = territory.departement("35")
    assert departement is not None
    for view in (
        region_map(BRETAGNE, "en Bretagne", directory),
        departement_map(departement, directory),
    ):
        assert view.points == ()
        assert drawn(jinja, view).css(".map__point") == []


def test_a_hidden_service_does_not_add_to_the_point_of_its_commune(territory: Territory) -> None:
    directory = samples.directory(territory, samples.service(), samples.hidden_commune())
    (point,) = region_map(BRETAGNE, "en Bretagne", directory).points
    assert point.url == "services/mediation-exemple-35/"
    assert point.activities == ("mediation_familiale",)


def test_a_map_has_no_style_nor_script_of_its_own(territory: Territory, jinja: Environment) -> None:
    directory = samples.directory(territory, samples.hostile())
    html = drawn(jinja, region_map(BRETAGNE, "en Bretagne", directory)).html or ""
    assert "style=" not in html
    assert not re.search(r"<script|<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', html))


def test_the_stylesheet_has_a_shade_for_each_level(project_root: Path) -> None:
    css = (project_root / "theme" / "styles" / "56-map.css").read_text("utf-8")
    assert {int(one) for one in re.findall(r'data-level="(\d)"', css)} == set(
        range(len(LEVELS) + 1)
    )
    assert "forced-colors: active" in css
    assert "@media print" in css


def test_a_script_places_degrees_as_the_map_does(territory: Territory) -> None:
    """``frames`` are for the search page, whose script draws what it found."""
    view = country_map(samples.directory(territory, samples.overseas()))
    frames = json.loads(view.frames)
    overseas = {one.code for one in view.areas if one.is_overseas}
    assert frames.keys() == {"", *overseas}
    for commune in territory.communes():
        frame = frames.get(commune.departement, frames[""])
        x = frame["across"] * commune.longitude + frame["right"]
        y = frame["top"] - frame["down"] * commune.latitude
        if commune.departement in PARIS:
            continue  # on the map itself, not in the inset that shows them larger
        at = view.drawing.point(commune.departement, commune.latitude, commune.longitude)
        assert at is None or (abs(x - at[0]) < 0.6 and abs(y - at[1]) < 0.6), commune
        if commune.departement in overseas:
            assert frame["x"] <= x <= frame["x"] + frame["side"], commune
            assert frame["y"] <= y <= frame["y"] + frame["side"], commune
