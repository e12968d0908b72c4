"""How French says « in » and « of » each département and région.

« De » follows from the article that the Code officiel géographique gives each name. « Dans » does
not (« en Charente » but « dans la Sarthe »): usage decides, so these phrases are written out.
Where usage admits two, « en » is kept before two terms joined by « et » (« en Loir-et-Cher »).
"""

_OF = {
    0: "de ",
    1: "d'",
    2: "du ",
    3: "de la ",
    4: "des ",
    5: "de l'",
    6: "des ",
    7: "de las ",
    8: "de los ",
}
"""By TNCC, the « type de nom en clair » of the Code officiel géographique (Insee)."""

_IN: dict[str, str] = {
    "à": "Mayotte, La Réunion, Paris, Saint-Barthélemy, Saint-Martin, Saint-Pierre-et-Miquelon, "
    "Wallis et Futuna",
    "dans l'": "Ain, Aisne, Allier, Aube, Aude, Essonne, Eure, Hérault, Indre, Oise, Orne, Yonne",
    "dans la": "Creuse, Drôme, Loire, Manche, Marne, Meuse, Nièvre, Sarthe, Somme, Vienne",
    "dans le": "Bas-Rhin, Calvados, Cantal, Cher, Doubs, Finistère, Gard, Gers, Grand Est, "
    "Haut-Rhin, Jura, Loiret, Lot, Morbihan, Nord, Pas-de-Calais, Puy-de-Dôme, Rhône, Tarn, "
    "Territoire de Belfort, Val-d'Oise, Val-de-Marne, Var, Vaucluse",
    "dans les": "Alpes-Maritimes, Alpes-de-Haute-Provence, Ardennes, Bouches-du-Rhône, "
    "Côtes-d'Armor, Deux-Sèvres, Hautes-Alpes, Hautes-Pyrénées, Hauts-de-France, Hauts-de-Seine, "
    "Landes, Pays de la Loire, Pyrénées-Atlantiques, Pyrénées-Orientales, Vosges, Yvelines",
    "en": "Ardèche, Ariège, Auvergne-Rhône-Alpes, Aveyron, Bourgogne-Franche-Comté, Bretagne, "
    "Centre-Val de Loire, Charente, Charente-Maritime, Corrèze, Corse, Corse-du-Sud, Côte-d'Or, "
    "Dordogne, Eure-et-Loir, Gironde, Guadeloupe, Guyane, Haute-Corse, Haute-Garonne, Haute-Loire, "
    "Haute-Marne, Haute-Saône, Haute-Savoie, Haute-Vienne, Île-de-France, Ille-et-Vilaine, "
    "Indre-et-Loire, Isère, Loir-et-Cher, Loire-Atlantique, Lot-et-Garonne, Lozère, "
    "Maine-et-Loire, Martinique, Mayenne, Meurthe-et-Moselle, Moselle, Normandie, "
    "Nouvelle-Aquitaine, Nouvelle-Calédonie, Occitanie, Polynésie française, "
    "Provence-Alpes-Côte d'Azur, Saône-et-Loire, Savoie, Seine-Maritime, Seine-Saint-Denis, "
    "Seine-et-Marne, Tarn-et-Garonne, Vendée",
}

_PREPOSITION = {
    name: preposition for preposition, names in _IN.items() for name in names.split(", ")
}


def in_place(name: str) -> str:
    """« en Ille-et-Vilaine », « dans l'Ain »: raises ``KeyError`` for a name not written above."""
    preposition = _PREPOSITION[name]
    return preposition + name if preposition.endswith("'") else f"{preposition} {name}"


def of_place(name: str, tncc: int) -> str:
    """« d'Ille-et-Vilaine », « de l'Ain »: ``tncc`` is the code that the COG gives the name."""
    return _OF[tncc] + name
