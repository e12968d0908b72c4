"""The rules a file obeys before its fields are looked at: one table.

``annuaire explain`` prints it, and a test reads each example: the one that passes gives no problem,
the one that fails gives its rule first.
"""

from generator.problems import Severity
from generator.rules import Example, Rule

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
MAX_EVENTS = 5_000
MAX_SCALAR = 10_000

_ERREUR = Severity.ERREUR
_AVERTISSEMENT = Severity.AVERTISSEMENT

_ALL = (
    Rule(
        "lecture-utf8",
        _ERREUR,
        "La fiche est enregistrée en UTF-8.",
        "L'UTF-8 est le seul encodage que tous les outils lisent de la même façon ; dans un autre, "
        "les lettres accentuées deviennent illisibles.",
        "nom: Médiation familiale\n",
        "nom: M\udce9diation familiale\n",
    ),
    Rule(
        "lecture-marque",
        _AVERTISSEMENT,
        "La fiche ne commence pas par une marque invisible (BOM).",
        "Cette marque, ajoutée par certains éditeurs de Windows, ne gêne pas la lecture mais fait "
        "paraître modifiée la première ligne.",
        "nom: Médiation familiale\n",
        "\ufeffnom: Médiation familiale\n",
    ),
    Rule(
        "lecture-fin-de-ligne",
        _ERREUR,
        "Les lignes se terminent par LF (Unix) ou CRLF (Windows).",
        "Un retour chariot seul est une fin de ligne pour certains outils et pas pour d'autres : "
        "les numéros de ligne des messages ne voudraient plus rien dire.",
        "type: mediation_familiale\r\nnom: Médiation familiale\r\n",
        "type: mediation_familiale\rnom: Médiation familiale\r",
    ),
    Rule(
        "lecture-tabulation",
        _ERREUR,
        "La fiche ne contient pas de tabulation.",
        "La largeur d'une tabulation change d'un écran à l'autre, or c'est le décalage des lignes "
        "qui dit ce qui appartient à quoi ; dans un texte, elle décale les colonnes des tableurs.",
        "contact:\n  telephone: 01 99 00 12 34\n",
        "contact:\n\ttelephone: 01 99 00 12 34\n",
    ),
    Rule(
        "lecture-espace-insecable",
        _ERREUR,
        "Ni clé ni décalage de ligne ne contient d'espace insécable.",
        "Elle ressemble à une espace ordinaire sans en être une : la clé ne serait pas reconnue. "
        "Dans les textes, elle est permise (« 9 h », guillemets).",
        "nom: Médiation « Les Deux Rives »\n",
        "nom\u00a0: Médiation familiale\n",
    ),
    Rule(
        "lecture-caractere",
        _ERREUR,
        "La fiche ne contient ni caractère invisible ni caractère de contrôle.",
        "Ces caractères viennent de copier-coller et ne se voient pas : ils empêchent de trouver "
        "un nom par la recherche et peuvent servir à tromper le lecteur.",
        "nom: Médiation familiale\n",
        "nom: Médiation\u200b familiale\n",
    ),
    Rule(
        "lecture-vide",
        _ERREUR,
        "La fiche n'est pas vide.",
        "Un fichier sans aucune clé ne décrit aucun service.",
        "nom: Médiation familiale\n",
        "# à compléter\n",
    ),
    Rule(
        "lecture-racine",
        _ERREUR,
        "La fiche est une suite de lignes « clé: valeur ».",
        "Chaque information se retrouve par sa clé.",
        "type: mediation_familiale\nnom: Médiation familiale\n",
        "- mediation_familiale\n- Médiation familiale\n",
    ),
    Rule(
        "lecture-taille",
        _ERREUR,
        "La fiche pèse 64 Kio au plus.",
        "La plus longue des fiches en pèse dix fois moins ; au-delà, c'est sans doute un autre "
        "fichier.",
        "nom: Médiation familiale\n",
        "nom: Médiation familiale\n" + "# bla bla\n" * 6_600,
    ),
    Rule(
        "lecture-profondeur",
        _ERREUR,
        f"Les valeurs s'emboîtent sur {MAX_DEPTH} niveaux au plus.",
        "Aucune information d'une fiche n'est à plus de quatre niveaux.",
        "lieux:\n  - accessibilite:\n      pmr: oui\n",
        "lieux: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "\n",
    ),
    Rule(
        "lecture-nombre",
        _ERREUR,
        "La fiche a moins de 5 000 éléments.",
        "Une fiche décrit un seul service ; les plus grandes ont quelques centaines d'éléments.",
        "langues: [fr, en]\n",
        "langues: [" + "fr, " * MAX_EVENTS + "en]\n",
    ),
    Rule(
        "lecture-longueur",
        _ERREUR,
        "Un texte a 10 000 caractères au plus.",
        "Un parent cherche une réponse en moins d'une minute : un texte plus long n'est pas lu.",
        "description: Un entretien d'information, puis des séances.\n",
        "description: " + "bla " * 2_501 + "bla\n",
    ),
    Rule(
        "lecture-cle-repetee",
        _ERREUR,
        "Une clé n'est écrite qu'une fois.",
        "De deux valeurs pour la même clé, l'une serait perdue sans que personne ne le voie.",
        "nom: Médiation familiale\n",
        "nom: Médiation familiale\nnom: Espace de médiation\n",
    ),
    Rule(
        "lecture-cle-vide",
        _ERREUR,
        "Une valeur suit toujours une clé.",
        "Sans clé, on ne sait pas de quelle information il s'agit.",
        "nom: Médiation familiale\n",
        '"": Médiation familiale\n',
    ),
    Rule(
        "lecture-cle-complexe",
        _ERREUR,
        "Une clé est un mot simple.",
        "Une clé faite d'une liste ou de plusieurs lignes ne correspond à aucune information.",
        "nom: Médiation familiale\n",
        "{{ nom }}: Médiation familiale\n",
    ),
    Rule(
        "lecture-ancre",
        _ERREUR,
        "Une fiche ne contient pas d'ancre (« & »).",
        "Les ancres servent à répéter une valeur par un renvoi ; ici chaque valeur se lit là où "
        "elle est écrite.",
        'nom: "&Co médiation"\n',
        "nom: &Co médiation\n",
    ),
    Rule(
        "lecture-alias",
        _ERREUR,
        "Une fiche ne contient pas de renvoi (« * »).",
        "Un renvoi répète une valeur écrite ailleurs : quelques lignes peuvent ainsi en valoir des "
        "milliards. Ici chaque valeur se lit là où elle est écrite.",
        'nom: "*Accueil"\n',
        "nom: *Accueil\n",
    ),
    Rule(
        "lecture-fusion",
        _ERREUR,
        "Une fiche ne contient pas de clé « << ».",
        "Cette clé recopie d'autres valeurs à cet endroit ; ici chaque valeur se lit là où elle "
        "est écrite.",
        "nom: Médiation familiale\n",
        "<<: {nom: Médiation familiale}\n",
    ),
    Rule(
        "lecture-etiquette",
        _ERREUR,
        "Une fiche ne contient pas d'étiquette de type (« ! »).",
        "Les étiquettes demandent au lecteur de fabriquer autre chose que du texte ; toute valeur "
        "d'une fiche est du texte.",
        'nom: "!Médiation"\n',
        "nom: !!str Médiation\n",
    ),
    Rule(
        "lecture-directive",
        _ERREUR,
        "Une fiche ne contient pas de ligne de réglage (« % »).",
        "Ces lignes changent la façon de lire la suite ; toutes les fiches se lisent pareil.",
        "---\nnom: Médiation familiale\n",
        "%YAML 1.1\n---\nnom: Médiation familiale\n",
    ),
    Rule(
        "lecture-plusieurs-documents",
        _ERREUR,
        "Un fichier contient une seule fiche.",
        "Le nom du fichier est l'identifiant permanent du service : un fichier, un service.",
        "nom: Médiation familiale\n",
        "nom: Médiation familiale\n---\nnom: Espace de rencontre\n",
    ),
    Rule(
        "lecture-commentaire",
        _AVERTISSEMENT,
        "Un commentaire ne suit pas une valeur sans guillemets.",
        "Après une espace, « # » ouvre un commentaire : dans « 12 rue des Lilas #5 », le numéro 5 "
        "serait perdu.",
        '# porte du fond\nadresse: "12 rue des Lilas #5"\n',
        "adresse: 12 rue des Lilas #5\n",
    ),
    Rule(
        "lecture-syntaxe",
        _ERREUR,
        "La fiche est du YAML bien formé.",
        "Sans cela, le reste de la fiche ne peut pas être lu.",
        'nom: "Médiation : parents et enfants"\n',
        "nom: Médiation : parents et enfants\n",
    ),
    Rule(
        "fichier-illisible",
        _ERREUR,
        "Les dossiers et les fichiers peuvent être lus.",
        "Une fiche qui ne peut pas être ouverte ne serait pas publiée.",
        "69/mediation-exemple-69.yaml\n",
        "# le dossier data/services/ manque\n",
        Example.PATHS,
    ),
    Rule(
        "fichier-emplacement",
        _ERREUR,
        "Une fiche est rangée dans data/services/<département>/.",
        "Le dossier est le code du département du lieu principal : 69, 2A, 974…",
        "69/mediation-exemple-69.yaml\n",
        "mediation-exemple-69.yaml\n",
        Example.PATHS,
    ),
    Rule(
        "fichier-nature",
        _ERREUR,
        "Une fiche est un fichier ordinaire.",
        "Un lien mènerait à un autre fichier de la machine, qui se trouverait publié.",
        "69/mediation-exemple-69.yaml\n",
        "69/mediation-exemple-69.yaml\n69/mediation-autre-69.yaml -> mediation-exemple-69.yaml\n",
        Example.PATHS,
    ),
    Rule(
        "fichier-extension",
        _ERREUR,
        "Le nom d'une fiche se termine par « .yaml ».",
        "Un fichier nommé autrement serait laissé de côté.",
        "69/mediation-exemple-69.yaml\n",
        "69/mediation-exemple-69.yml\n",
        Example.PATHS,
    ),
    Rule(
        "fichier-identifiant",
        _ERREUR,
        "Le nom du fichier est un identifiant : minuscules sans accent, chiffres et tirets.",
        "Il devient l'adresse permanente de la page du service ; il doit pouvoir s'écrire partout.",
        "69/mediation-exemple-69.yaml\n",
        "69/Médiation_exemple.yaml\n",
        Example.PATHS,
    ),
    Rule(
        "fichier-repete",
        _ERREUR,
        "Un identifiant ne sert qu'une fois dans tout l'annuaire.",
        "Deux services auraient la même page.",
        "69/mediation-exemple-69.yaml\n38/mediation-exemple-38.yaml\n",
        "38/mediation-exemple-69.yaml\n69/mediation-exemple-69.yaml\n",
        Example.PATHS,
    ),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in _ALL}
"""Every rule of reading, by name, in the order in which ``annuaire explain`` lists them."""


def excerpt(example: str, lines: int = 12, columns: int = 90) -> str:
    """Return an example cut to what a terminal shows; what is left out is marked « […] »."""
    kept = example.splitlines()
    shown = [line if len(line) <= columns else line[:columns] + " […]" for line in kept[:lines]]
    return "\n".join(shown if len(kept) <= lines else [*shown, "[…]"])
