"""What people call régions besides their names: by letters, or as before they were joined."""

from collections.abc import Mapping

OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "11": ("IDF",),
    "27": ("BFC", "Bourgogne", "Franche-Comté"),
    "28": ("Basse-Normandie", "Haute-Normandie"),
    "32": ("HDF", "Nord-Pas-de-Calais", "Picardie"),
    "44": ("Alsace", "Champagne-Ardenne", "Lorraine"),
    "75": ("Aquitaine", "Limousin", "Poitou-Charentes"),
    "76": ("Languedoc-Roussillon", "Midi-Pyrénées"),
    "84": ("AURA", "Auvergne", "Rhône-Alpes"),
    "93": ("PACA",),
}
"""By INSEE code. The régions of before 2016 are those that law 2015-29, article 1, joined."""
