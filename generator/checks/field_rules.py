"""The rules one value obeys on its own, as ``annuaire explain`` tells them.

They are enforced by the parsers of ``generator.model`` and by ``faults.py``; here is what each
wants and why. A test holds this table to the names the parsers raise.
"""

from generator.problems import Severity
from generator.rules import Rule

_RENNES = (
    "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
    "    code_postal: '35000'\n"
)


def _rule(name: str, title: str, why: str, passes: str, fails: str) -> Rule:
    return Rule(name, Severity.ERREUR, title, why, passes, fails)


FIELD_RULES = (
    _rule(
        "champ-inconnu",
        "Chaque champ est l'un de ceux du modèle.",
        "Un champ mal orthographié serait perdu sans que personne ne le voie.",
        "nom: Médiation familiale\n",
        "non: Médiation familiale\n",
    ),
    _rule(
        "champ-obligatoire",
        "Les champs obligatoires sont là.",
        "Sans eux, la page du service ne dirait pas l'essentiel.",
        "resume: Un médiateur vous aide à vous parler.\n",
        "gestionnaire:\n  forme: association\n",
    ),
    _rule(
        "champ-vide",
        "Un champ écrit a une valeur.",
        "Un champ vide laisse croire à un oubli ; ce qu'on ne sait pas reste absent.",
        "nom: Médiation familiale\n",
        "description:\n",
    ),
    _rule(
        "champ-forme",
        "Un texte, une liste et un groupe de champs ne s'écrivent pas l'un pour l'autre.",
        "Le site ne saurait pas comment montrer la valeur.",
        "langues: [fr]\n",
        "langues: fr\n",
    ),
    _rule(
        "valeur-inconnue",
        "Une valeur à choisir est l'une de celles de la liste.",
        "C'est ce qui permet de filtrer et de compter.",
        "statut: ouvert\n",
        "statut: en service\n",
    ),
    _rule(
        "oui-non",
        "Une question fermée se répond par « oui » ou « non ».",
        "« true », « 1 » ou « X » se comprennent de travers.",
        "tarif:\n  premier_entretien_gratuit: oui\n",
        "tarif:\n  premier_entretien_gratuit: vrai\n",
    ),
    _rule(
        "nombre-entier",
        "Un nombre est entier, en chiffres, dans des bornes plausibles.",
        "« environ six » ne se compare pas.",
        "delai_attente:\n  semaines: '6'\n  releve_le: '2026-09-01'\n",
        "delai_attente:\n  semaines: six\n  releve_le: '2026-09-01'\n",
    ),
    _rule(
        "date",
        "Une date s'écrit année-mois-jour.",
        "« 03/04 » est le 3 avril pour les uns, le 4 mars pour les autres.",
        "verification:\n  statut: confirme\n  le: '2026-10-15'\n",
        "verification:\n  statut: confirme\n  le: 15/10/2026\n",
    ),
    _rule(
        "date-trop-ancienne",
        "Une date n'est pas antérieure à 1980.",
        "Les premiers services sont plus récents : l'année est sans doute mal écrite.",
        "ferme_le: '2019-06-30'\nstatut: ferme\n",
        "ferme_le: '1919-06-30'\nstatut: ferme\n",
    ),
    _rule(
        "telephone",
        "Un numéro de téléphone existe dans le plan de numérotation français.",
        "Un chiffre oublié, et la famille appelle quelqu'un d'autre.",
        "contact:\n  telephone: '01 99 00 12 34'\n",
        "contact:\n  telephone: '01 99 00 12'\n",
    ),
    _rule(
        "telephone-unique",
        "Un champ ne contient qu'un numéro.",
        "Sur un téléphone, on touche le numéro pour appeler : il n'en faut qu'un.",
        "contact:\n  telephone: '01 99 00 12 34'\n",
        "contact:\n  telephone: 01 99 00 12 34 / 01 99 00 12 35\n",
    ),
    _rule(
        "telephone-surtaxe",
        "Le numéro n'est pas surtaxé.",
        "Une famille en difficulté ne doit pas payer pour demander de l'aide.",
        "contact:\n  telephone: '01 99 00 12 34'\n",
        "contact:\n  telephone: 08 99 12 34 56\n",
    ),
    _rule(
        "telephone-etranger",
        "Le numéro est français.",
        "Le coût d'un appel à l'étranger surprendrait les familles.",
        "contact:\n  telephone: '01 99 00 12 34'\n",
        "contact:\n  telephone: +32 2 512 34 56\n",
    ),
    _rule(
        "numero-court",
        "Un numéro court est l'un de ceux que la liste connaît.",
        "Un numéro court mal recopié mène à un tout autre service.",
        "contact:\n  telephone: '3919'\n",
        "contact:\n  telephone: '3999'\n",
    ),
    _rule(
        "courriel",
        "Une adresse de courriel est bien formée.",
        "Un message envoyé à une adresse mal écrite se perd sans prévenir.",
        "contact:\n  courriel: contact@association.example\n",
        "contact:\n  courriel: contact@association\n",
    ),
    _rule(
        "adresse-web",
        "Une adresse web commence par https:// ou http:// et ne cache rien.",
        "Une adresse trompeuse enverrait les familles sur un autre site que celui qu'elle montre.",
        "contact:\n  site_web: https://www.association.example/\n",
        "contact:\n  site_web: www.association.example\n",
    ),
    _rule(
        "code-postal",
        "Un code postal a cinq chiffres.",
        "Les tableurs effacent le zéro du début.",
        _RENNES + "  - role: antenne\n    commune: Laon\n    code_insee: '02408'\n"
        "    code_postal: '02000'\n",
        _RENNES + "  - role: antenne\n    commune: Laon\n    code_insee: '02408'\n"
        "    code_postal: '2000'\n",
    ),
    _rule(
        "code-insee",
        "Un code Insee a cinq caractères.",
        "C'est le code officiel de la commune, différent du code postal.",
        _RENNES + "  - role: antenne\n    commune: Laon\n    code_insee: '02408'\n"
        "    code_postal: '02000'\n",
        _RENNES + "  - role: antenne\n    commune: Laon\n    code_insee: '2408'\n"
        "    code_postal: '02000'\n",
    ),
    _rule(
        "code-departement",
        "Un code de département a deux caractères, ou trois outre-mer.",
        "C'est le code officiel : « 01 », « 2A », « 974 ».",
        "zone:\n  departements: ['01']\n",
        "zone:\n  departements: ['1']\n",
    ),
    _rule(
        "siret",
        "Un Siret a quatorze chiffres et une clé juste.",
        "C'est lui qui relie la fiche aux répertoires officiels.",
        "gestionnaire:\n  nom: Association\n  siret: '12345678200010'\n",
        "gestionnaire:\n  nom: Association\n  siret: '12345678200011'\n",
    ),
    _rule(
        "rna",
        "Un numéro RNA est un W suivi de neuf caractères.",
        "C'est le numéro de l'association à la préfecture.",
        "gestionnaire:\n  nom: Association\n  rna: W751234567\n",
        "gestionnaire:\n  nom: Association\n  rna: '751234567'\n",
    ),
    _rule(
        "langue",
        "Une langue est donnée par son code.",
        "« fr », « en », « ar », et « fsl » pour la langue des signes française.",
        "langues: [fr, fsl]\n",
        "langues: [klingon]\n",
    ),
    _rule(
        "latitude",
        "Une latitude est un nombre de degrés avec un point, entre -90 et 90.",
        "Une virgule ou une lettre, et le lieu disparaît de la carte.",
        _RENNES + "    latitude: '48.11000'\n    longitude: '-1.68000'\n    precision: adresse\n",
        _RENNES + "    latitude: 48,11\n    longitude: '-1.68000'\n    precision: adresse\n",
    ),
    _rule(
        "longitude",
        "Une longitude est un nombre de degrés avec un point, entre -180 et 180.",
        "Une virgule ou une lettre, et le lieu disparaît de la carte.",
        _RENNES + "    latitude: '48.11000'\n    longitude: '-1.68000'\n    precision: adresse\n",
        _RENNES + "    latitude: '48.11000'\n    longitude: 1.68 O\n    precision: adresse\n",
    ),
    _rule(
        "horaires",
        "Les horaires suivent l'écriture d'OpenStreetMap.",
        "C'est ce qui permet de dire « ouvert maintenant » sans se tromper.",
        _RENNES + "    horaires: Mo-Fr 09:00-12:00\n",
        _RENNES + "    horaires: tous les matins\n",
    ),
    _rule(
        "horaires-vacances-scolaires",
        "Les horaires ne renvoient pas aux vacances scolaires.",
        "Aucun calendrier des vacances ne suit la fiche : écrivez les dates.",
        _RENNES + "    horaires: Mo-Fr 09:00-12:00; Jul 14-Aug 20 off\n",
        _RENNES + "    horaires: Mo-Fr 09:00-12:00; SH off\n",
    ),
    _rule(
        "identifiant",
        "Un identifiant est fait de minuscules, de chiffres et de tirets.",
        "Il devient une adresse du site, la même pour toujours.",
        "anciens_identifiants: [mediation-udaf-lyon]\n",
        "anciens_identifiants: [Médiation Udaf]\n",
    ),
    _rule(
        "texte-vide",
        "Un texte n'est pas vide.",
        "Des espaces seules ne disent rien.",
        "nom: Médiation familiale\n",
        "nom: ' '\n",
    ),
    _rule(
        "texte-long",
        "Un texte tient dans la longueur prévue.",
        "Un parent cherche une réponse en moins d'une minute.",
        "nom: Médiation familiale\n",
        "nom: Médiation familiale de l'association des familles, des parents, des grands-parents "
        "et des enfants de la ville, du canton, de l'arrondissement et du département\n",
    ),
    _rule(
        "texte-une-ligne",
        "Un texte court tient sur une seule ligne.",
        "Un titre ou une adresse coupés en deux s'affichent mal.",
        "nom: Médiation familiale\n",
        "nom: |\n  Médiation\n  familiale\n",
    ),
    _rule(
        "html",
        "Un texte ne contient pas de balise HTML.",
        "Les textes sont montrés tels quels : une balise se verrait.",
        "description: Un accueil en deux temps.\n",
        "description: Un accueil <b>chaleureux</b>.\n",
    ),
    _rule(
        "debut-de-formule",
        "Un texte ne commence pas comme une formule de tableur.",
        "Ouvert dans un tableur, un texte qui commence par « = » ou « @ » serait exécuté.",
        "nom: Médiation familiale\n",
        "nom: '=Médiation'\n",
    ),
    _rule(
        "regle-en-panne",
        "Chaque règle a pu examiner la fiche.",
        "Quand une règle échoue par un défaut du programme, la fiche n'est pas vraiment vérifiée.",
        "nom: Médiation familiale\n",
        "",
    ),
)
