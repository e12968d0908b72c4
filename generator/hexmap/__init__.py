"""Maps of France drawn as honeycombs from the positions of communes: no contour file, no tile.

Pure: a territory in, shapes in whole numbers out. What a département is shaded by is the caller's.
Maps are drawn when the reference tables are made (``draw_maps``); pages show those drawings.
"""

from generator.hexmap.drawing import Box, Frame, HexMap, Shape
from generator.hexmap.drawn import draw_maps, france_map, zoom_map
from generator.hexmap.france import MAINLAND_FRAME

__all__ = [
    "MAINLAND_FRAME",
    "Box",
    "Frame",
    "HexMap",
    "Shape",
    "draw_maps",
    "france_map",
    "zoom_map",
]
