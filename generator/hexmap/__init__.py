"""Maps of France drawn as honeycombs from the positions of communes: no contour file, no tile.

Pure: a territory in, shapes in whole numbers out. What a département is shaded by is the caller's.
"""

from generator.hexmap.drawing import Box, Frame, HexMap, Shape
from generator.hexmap.france import MAINLAND_FRAME, france_map
from generator.hexmap.zoom import zoom_map

__all__ = ["MAINLAND_FRAME", "Box", "Frame", "HexMap", "Shape", "france_map", "zoom_map"]
