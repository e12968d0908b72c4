"""The maps of France and of its parts, as they are drawn and as pages find them."""

import gzip
from pathlib import Path

import pytest

from generator.hexmap import HexMap, draw_maps, france_map, zoom_map
from generator.hexmap.france import PARIS, draw_france
from generator.hexmap.zoom import draw_zoom
from generator.territory import MAPS, ReferenceTableError, Territory
from tests.hexmap.paths import area, holds, rings


@pytest.fixture(scope="module")
def france(territory: Territory) -> HexMap:
    return france_map(territory)


def bytes_of(drawing: HexMap) -> bytes:
    return "".join([*(one.path for one in drawing.shapes), *drawing.borders]).encode()


def test_every_departement_has_an_outline_inside_the_map(
    territory: Territory, france: HexMap
) -> None:
    assert [one.departement for one in france.shapes] == [
        one.code for one in territory.departements
    ]
    for code in (one.code for one in territory.departements):
        corners = [corner for ring in rings(france.outline(code)) for corner in ring]
        assert all(france.box.holds(*corner) for corner in corners), code


def test_a_departement_that_is_not_there_has_no_outline(france: HexMap) -> None:
    with pytest.raises(KeyError):
        france.outline("20")


def test_each_name_is_placed_in_its_own_departement(france: HexMap) -> None:
    for one in france.shapes:
        owners = [other.departement for other in france.shapes if holds(other.path, (one.x, one.y))]
        assert owners == [one.departement]


def test_nearly_every_departement_is_large_enough_to_be_pointed_at(france: HexMap) -> None:
    """24 by 24 pixels (WCAG 2.5.8) where the drawing is 736 pixels wide; the list has them all."""
    unit = 736 / france.box.width
    small = [one.departement for one in france.shapes if area(one.path) * unit**2 < 24 * 24]
    assert small == ["90", "95"]  # 609 and 1,246 km²


def test_paris_and_its_ring_are_in_the_lens(france: HexMap) -> None:
    assert france.lens is not None
    for code in PARIS:
        corners = [corner for ring in rings(france.outline(code)) for corner in ring]
        assert all(france.lens.holds(*corner) for corner in corners), code
    assert rings(france.enlarged)


def test_insets_do_not_overlap_nor_touch_the_mainland(france: HexMap) -> None:
    boxes = [*france.insets, france.lens]
    for rank, one in enumerate(boxes):
        assert one is not None
        for other in boxes[rank + 1 :]:
            assert other is not None
            apart = (
                one.x + one.width <= other.x
                or other.x + other.width <= one.x
                or one.y + one.height <= other.y
                or other.y + other.height <= one.y
            )
            assert apart
        mainland = [
            shape
            for shape in france.shapes
            if len(shape.departement) == 2 and shape.departement not in PARIS
        ]
        for shape in mainland:
            for ring in rings(shape.path):
                assert not any(one.holds(*corner) for corner in ring), shape.departement


def test_the_map_of_france_is_light(france: HexMap) -> None:
    assert len(gzip.compress(bytes_of(france), mtime=0)) <= 8_000


def test_the_maps_that_pages_show_are_those_drawn_from_the_tables(
    project_root: Path, territory: Territory
) -> None:
    """`python -m generator.reference --cartes` draws them again."""
    assert (project_root / MAPS).read_bytes() == draw_maps(Territory.load(project_root))
    assert france_map(territory) == draw_france(territory)
    assert zoom_map(territory, {"35"}) == draw_zoom(territory, {"35"})


@pytest.mark.parametrize(
    ("maps", "message"),
    [
        (b"", "cartes.json est abîmé"),
        (b'{"france": ', "cartes.json est abîmé"),
        (b'{"france": {"box": 3}}', "cartes.json est abîmé"),
        (b"{}", "cartes.json ne contient pas la carte « france » : redessinez les cartes"),
    ],
)
def test_maps_that_cannot_be_used_are_told_in_one_line(maps: bytes, message: str) -> None:
    with pytest.raises(ReferenceTableError, match=message):
        france_map(Territory((), (), (), (), maps=maps))


@pytest.mark.parametrize(
    ("code_insee", "departement"),
    [("35238", "35"), ("2A004", "2A"), ("97411", "974"), ("75113", "75"), ("98818", "988")],
)
def test_a_large_town_falls_in_its_departement(
    territory: Territory, france: HexMap, code_insee: str, departement: str
) -> None:
    commune = territory.commune(code_insee)
    assert commune is not None
    for drawing in (france, zoom_map(territory, {departement})):
        at = drawing.point(departement, commune.latitude, commune.longitude)
        assert at is not None
        assert holds(drawing.outline(departement), at)


def test_nearly_every_commune_falls_in_its_departement(
    territory: Territory, france: HexMap
) -> None:
    """Not those of the very border, whose hexagon has more communes of the neighbour."""
    tried = [one for one in territory.communes() if len(one.departement) == 2][::50]
    outlines = {one.departement: one.path for one in france.shapes}
    inside = 0
    for one in tried:
        at = france.point(one.departement, one.latitude, one.longitude)
        assert at is not None
        inside += holds(outlines[one.departement], at)
    assert inside / len(tried) > 0.85


def test_a_point_outside_of_the_map_is_not_placed(territory: Territory) -> None:
    ille_et_vilaine = zoom_map(territory, {"35"})
    assert ille_et_vilaine.point("35", 43.3, 5.4) is None
    assert ille_et_vilaine.point("13", 43.3, 5.4) is None


def test_each_departement_seen_close_fills_its_map(territory: Territory) -> None:
    for code in ("35", "75", "05", "971", "977", "2B"):
        drawing = zoom_map(territory, {code})
        assert area(drawing.outline(code)) > 0.15 * (drawing.box.width - 56) * (
            drawing.box.height - 56
        )
        assert len(gzip.compress(bytes_of(drawing), mtime=0)) < 2_000


def test_a_region_seen_close_shows_its_departements_and_their_neighbours(
    territory: Territory,
) -> None:
    codes = {one.code for one in territory.departements_of("53")}
    shown = {one.departement for one in zoom_map(territory, codes).shapes}
    assert codes == {"22", "29", "35", "56"}
    assert codes | {"44", "50", "53"} <= shown


def test_what_has_no_commune_cannot_be_seen_close(territory: Territory) -> None:
    with pytest.raises(ValueError, match="min"):
        draw_zoom(territory, {"984"})
