"""The rules that texts and their data files obey: one table, for messages and for people.

An example is the body of a page, or the part of the file that the rule speaks of.
"""

from collections.abc import Mapping

from generator.problems import Severity
from generator.rules import Rule

_ERREUR = Severity.ERREUR
_CONSEIL = Severity.CONSEIL

_ALL = (
    Rule(
        "texte-entete",
        _ERREUR,
        "Un texte commence par son titre, son adresse, sa date, sa rubrique et son résumé.",
        "Les listes, le plan du site, la recherche et les moteurs s'en servent.",
        "Title: Grands-parents\nSlug: grands-parents\n",
        "Titre: Grands-parents\n",
    ),
    Rule(
        "texte-fichier",
        _ERREUR,
        "Un texte est un fichier ordinaire en « .md », à sa place.",
        "Ailleurs, il serait publié sans être relu ; un lien publierait un autre fichier.",
        "content/pages/grands-parents.md\n",
        "content/pages/dossier/grands-parents.markdown\n",
    ),
    Rule(
        "texte-lien",
        _ERREUR,
        "Un lien nomme une page, un mot, un service ou une source qui existe.",
        "Un lien mort laisse au milieu du chemin quelqu'un qui cherche de l'aide.",
        "Lisez [cette page](page:exemple).\n",
        "Lisez [cette page](page:exmple).\n",
    ),
    Rule(
        "texte-lien-vague",
        _ERREUR,
        "Le texte d'un lien qui quitte le site dit où il mène.",
        "Un lecteur d'écran lit les liens seuls : « ici » ne dit rien.",
        "Lisez [la page de l'association](source:page-datee).\n",
        "Lisez [ici](source:page-datee).\n",
    ),
    Rule(
        "texte-ancre",
        _ERREUR,
        "Un lien vers une partie de page arrive, et une ancre ne sert qu'une fois.",
        "Sinon le lien mène en haut de la page, ou à une autre partie.",
        "[Plus bas](#ici)\n\n## Là { #ici }\n",
        "[Plus bas](#ici)\n\n## Là\n",
    ),
    Rule(
        "texte-insertion",
        _ERREUR,
        "Ce qu'un texte insère existe dans les fichiers de données.",
        "Un chiffre ou un numéro recopié vieillit sans que personne ne le voie.",
        "Il y a eu [[chiffre:seances]] séances.\n",
        "Il y a eu [[chiffre:sances]] séances.\n",
    ),
    Rule(
        "texte-chiffre",
        _ERREUR,
        "Un nombre a sa source à côté de lui.",
        "Un nombre sans source ne peut être ni cru, ni vérifié, ni mis à jour. Ce n'est qu'un "
        "conseil hors des pages de chiffres.",
        "Il y a 272 services [[source:page-datee]].\n",
        "Il y a 272 services.\n",
    ),
    Rule(
        "texte-html",
        _ERREUR,
        "Un texte est en Markdown, sans HTML.",
        "Une balise peut cacher un script ou casser la page.",
        "C'est **important**.\n",
        "C'est <b>important</b>.\n",
    ),
    Rule(
        "texte-titre",
        _ERREUR,
        "Les titres d'un texte commencent à « ## » et ne sautent pas de niveau.",
        "Qui écoute une page va de titre en titre ; le titre de la page est celui de l'en-tête.",
        "## Le tarif\n\n### Qui paie\n",
        "# Le tarif\n\n### Qui paie\n",
    ),
    Rule(
        "texte-image",
        _ERREUR,
        "Un texte n'a pas d'image.",
        "Les pages se lisent sur de vieux téléphones et à voix haute.",
        "Un [lien](page:exemple).\n",
        "Une ![image](page:exemple).\n",
    ),
    Rule(
        "texte-caractere",
        _ERREUR,
        "Un texte ne contient pas de caractère invisible.",
        "Ce qui ne se voit pas peut tromper ou casser une recherche.",
        "Un texte.\n",
        "Un\u200btexte.\n",
    ),
    Rule(
        "texte-blanc",
        _ERREUR,
        "Ce qui reste à dire est dans data/editeur.yaml, pas dans un texte.",
        "Un seul fichier à remplir : rien n'est oublié au moment de publier.",
        "Écrivez à [[editeur:courriel]].\n",
        "Écrivez à [à compléter : adresse].\n",
    ),
    Rule(
        "texte-longueur",
        _ERREUR,
        "Une page de plus de 1 200 mots a un sommaire.",
        "Sur un téléphone, on ne retrouve rien dans une page si longue.",
        "[[sommaire]]\n\n" + "Un mot. " * 700 + "\n",
        "Un mot. " * 700 + "\n",
    ),
    Rule(
        "texte-lecture",
        _CONSEIL,
        "Les phrases sont courtes et les mots sont ceux que l'on dit.",
        "On lit ces pages fatigué, sur un téléphone.",
        "Faites-le en famille.\n",
        "Faites-le au sein de la famille.\n",
    ),
    Rule(
        "texte-donnee",
        _ERREUR,
        "Les fichiers de données des textes ont les champs attendus, et chaque identifiant une fois.",
        "Un texte les cite par leur identifiant.",
        "  - id: seances\n    valeur: '56786'\n",
        "  - id: seances\n    valeur: '56 786'\n",
    ),
    Rule(
        "texte-source",
        _ERREUR,
        "Un chiffre ou une définition cite une source de data/sources.yaml.",
        "Chacune porte le jour où elle a été lue.",
        "    source: page-datee\n",
        "    source: une page\n",
    ),
    Rule(
        "texte-numeros",
        _ERREUR,
        "Le fichier des numéros nationaux est complet et juste.",
        "Un faux numéro met en danger.",
        "    appel: '3919'\n",
        "    appel: '3918'\n",
    ),
    Rule(
        "texte-parcours",
        _ERREUR,
        "Le parcours a quatre questions au plus, aucune impasse, et protège d'abord.",
        "Une réponse qui parle de violences ne mène jamais à une médiation : la loi l'écarte.",
        "      - {texte: Oui, vers: proteger, violence: oui}\n",
        "      - {texte: Oui, vers: mediation, violence: oui}\n",
    ),
    Rule(
        "texte-a-completer",
        _CONSEIL,
        "L'éditeur du site a dit tout ce qu'il est seul à pouvoir dire.",
        "La loi l'exige d'un site publié ; « annuaire build --release » refuse sans cela.",
        "  - id: hebergeur\n    libelle: hébergeur\n    texte: Un hôte, une adresse\n",
        "  - id: hebergeur\n    libelle: hébergeur\n",
    ),
)

RULES: Mapping[str, Rule] = {rule.name: rule for rule in _ALL}
"""The rules of texts by name."""
