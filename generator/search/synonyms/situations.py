"""What happens in a family, in the words of those to whom it happens."""

from generator.model.vocabulary import Activite, Situation
from generator.search.meaning import Meaning

_MEDIATION = Activite.MEDIATION_FAMILIALE
_MEETING = Activite.ESPACE_DE_RENCONTRE

SITUATIONS: tuple[Meaning, ...] = (
    Meaning(
        (
            "droit de visite", "droits de visite", "droit de visite et d'hébergement", "dvh",
            "visite médiatisée", "visites médiatisées", "droit d'hébergement", "visite en lieu neutre",
            "voir mon enfant", "voir mes enfants", "voir les enfants", "voir mon fils", "voir ma fille",
            "visite encadrée", "visite surveillée", "lieu de visite", "visite neutre",
            "visites surveillées", "visite accompagnée", "visites accompagnées",
            "vois plus mes enfants", "vois plus mon enfant", "vois plus mon fils", "vois plus ma fille",
            "voie mes enfants", "voie mon enfant", "voie mon fils", "voie ma fille",
            "nouvelles de mes enfants", "nouvelles de mon fils", "nouvelles de ma fille",
            "revoir mon enfant", "revoir mes enfants", "revoir mon fils", "revoir ma fille",
            "reprendre contact", "perdu le contact", "contact avec mon enfant",
            "contact avec mes enfants", "contact avec mon fils", "contact avec ma fille",
            "renouer avec mon fils", "renouer avec ma fille", "renouer avec mes enfants",
            "empêche de voir", "m'empêche de voir", "pas vu mes enfants", "pas vu mon fils",
            "pas vu ma fille",
        ),
        _MEETING,
        "Quand un enfant ne peut pas voir autrement un de ses parents, ils se retrouvent dans un "
        "espace de rencontre.",
        "espace-de-rencontre",
        "L'espace de rencontre",
    ),
    Meaning(
        (
            "point rencontre", "point de rencontre", "lieu neutre", "lieux neutres",
            "lieu de rencontre", "lieu rencontre", "espace rencontre", "lieu d'accueil parent enfant",
            "maison de rencontre", "trait d'union",
        ),
        _MEETING,
        "On dit aussi point rencontre ou lieu neutre : leur nom dans la loi est espace de rencontre.",
        "espace-de-rencontre",
        "L'espace de rencontre",
    ),
    Meaning(
        (
            "passage de bras", "remise de l'enfant", "remise des enfants", "échange des enfants",
            "ne pas croiser", "sans se croiser",
        ),
        _MEETING,
        "Le « passage de bras » est le passage de l'enfant d'un parent à l'autre : un espace de "
        "rencontre permet qu'il se fasse sans que les parents se croisent.",
        "espace-de-rencontre",
        "L'espace de rencontre",
        "situation-passage_de_bras",
    ),
    Meaning(
        (
            "non-représentation", "me rendre mon enfant", "me rendre mes enfants", "me rendre mon fils",
            "me rendre ma fille", "me rend pas mon enfant", "me rend pas mes enfants",
            "me rend pas mon fils", "me rend pas ma fille", "rend pas les enfants",
            "ramène pas les enfants", "ramène plus les enfants", "ramener les enfants",
            "respecte pas le jugement", "respecte pas la décision", "respecte pas la garde",
        ),
        None,
        "L'autre parent n'amène pas l'enfant, ou ne le rend pas ? Notez les dates, puis demandez "
        "conseil : cette page dit à qui.",
        "apres-la-decision",
        "Vous avez une décision",
    ),
    Meaning(
        (
            "annoncer la séparation", "annoncer le divorce", "annoncer aux enfants", "dire aux enfants",
            "parler aux enfants", "expliquer aux enfants", "préparer les enfants",
            "préparer mon enfant", "veut pas y aller", "veut pas aller chez son père",
            "veut pas aller chez sa mère", "veut plus aller chez son père",
            "veut plus aller chez sa mère", "veut pas voir son père", "veut plus voir son père",
            "veut pas voir sa mère", "veut plus voir sa mère", "rejette son père", "rejette sa mère",
            "refuse de voir son père", "refuse de voir sa mère", "refuse d'aller chez son père",
            "refuse d'aller chez sa mère",
        ),
        None,
        "Annoncer une séparation, préparer un enfant, l'entendre quand il refuse : des mots qui "
        "aident.",
        "preparer-les-enfants",
        "Préparer les enfants",
    ),
    Meaning(
        (
            "décision du juge", "jugement", "ordonnance", "ordonnance du jaf", "convocation",
            "le juge a décidé", "convoqué", "convoquée",
        ),
        _MEETING,
        "Une décision nomme un service : appelez-le dès que vous la recevez.",
        "apres-la-decision",
        "Vous avez une décision",
    ),
    Meaning(
        (
            "notaire", "huissier", "commissaire de justice", "point-justice", "conseil juridique",
            "conseil gratuit", "avocat gratuit", "parti avec mes enfants", "partie avec mes enfants",
            "parti avec les enfants", "partie avec les enfants", "parti avec mon fils",
            "partie avec mon fils", "parti avec ma fille", "partie avec ma fille", "pris les enfants",
            "pris mes enfants", "pris mon fils", "pris ma fille", "aide juridique", "mes droits",
            "prestation compensatoire",
        ),
        None,
        "Un conseil gratuit sur vos droits : dans un point-justice. Le 3039 vous met en relation avec le "
        "plus proche.",
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "juge des enfants", "aide sociale à l'enfance", "ase", "enfant placé", "enfants placés",
            "présence d'un tiers",
        ),
        _MEETING,
        "Le juge des enfants ou l'aide sociale à l'enfance envoie parfois un enfant et son parent dans un "
        "espace de rencontre.",
        "espace-de-rencontre",
        "L'espace de rencontre",
    ),
    Meaning(
        ("jaf", "juge aux affaires familiales", "juge", "tribunal", "avocat", "saisir le juge"),
        _MEDIATION,
        "Le juge aux affaires familiales (JAF) peut proposer une médiation familiale, et l'on peut "
        "aussi y venir sans lui.",
        "mediation-familiale",
        "La médiation familiale",
    ),
    Meaning(
        (
            "garde", "garde alternée", "garde des enfants", "résidence alternée",
            "garde partagée", "résidence des enfants", "vacances", "vacances scolaires", "noël",
            "autorité parentale", "week-end sur deux", "week-ends sur deux", "semaine sur deux",
        ),
        _MEDIATION,
        "Chez qui vivent les enfants, et quand : en médiation familiale, les parents cherchent "
        "eux-mêmes un accord.",
        "mediation-familiale",
        "La médiation familiale",
    ),
    Meaning(
        (
            "impayés", "impayé", "abandon de famille", "paie pas", "paye pas", "paie plus", "paye plus",
            "pas payée", "aripa", "recouvrement",
        ),
        None,
        "Une pension n'est pas payée ? L'ARIPA, à la Caf ou à la MSA, peut la récupérer et la verser, "
        "gratuitement.",
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "pension", "pension alimentaire", "contribution à l'entretien", "partage des frais",
            "frais de scolarité",
        ),
        _MEDIATION,
        "Le montant d'une pension et le partage des frais peuvent se décider ensemble, en médiation "
        "familiale.",
        "mediation-familiale",
        "La médiation familiale",
    ),
    Meaning(
        (
            "divorce", "divorcer", "divorcé", "divorcée", "divorcés", "séparation", "se séparer",
            "se sépare", "séparé", "séparée", "séparés", "rupture", "quitter", "m'a quitté",
            "m'a quittée", "ex mari", "ex femme", "ex conjoint", "infidélité", "partage des biens",
            "conflit", "conflits", "désaccord", "désaccords", "conflit parental", "conflit de couple",
            "dispute", "disputes", "mon ex", "dialogue", "se parle plus", "se parlent plus",
            "se parler", "nous parler", "en guerre", "mari est parti", "femme est partie",
            "mari m'a quitté", "s'entend plus", "pacs", "concubin", "concubins", "concubinage",
            "union libre",
        ),
        _MEDIATION,
        "Pendant ou après une séparation, un médiateur familial vous aide à vous reparler et à vous "
        "organiser.",
        "mediation-familiale",
        "La médiation familiale",
    ),
    Meaning(
        (
            "grands-parents", "grand-parent", "grand-mère", "grand-père", "petits-enfants",
            "petit-fils", "petite-fille", "mamie", "papi",
        ),
        _MEDIATION,
        "Entre grands-parents et parents, la médiation familiale aide à renouer ; un espace de "
        "rencontre peut accueillir les visites.",
        "grands-parents",
        "Grands-parents, renouer le lien",
        "situation-grands_parents",
    ),
    Meaning(
        (
            "conflit ado", "ado", "ados", "adolescent", "adolescente", "adolescents",
            "crise d'adolescence", "mon fils ne me parle plus", "ma fille ne me parle plus", "fugue",
        ),
        _MEDIATION,
        "Quand on ne se parle plus entre parents et adolescents, la médiation familiale aide à "
        "reprendre le dialogue.",
        "adolescents",
        "Parents et adolescents, se reparler",
        "situation-parents_adolescents",
    ),
    *(
        Meaning(
            words,
            _MEDIATION,
            "Un héritage, un parent âgé à aider : la médiation familiale réunit aussi des frères et "
            "sœurs adultes.",
            "mediation-familiale",
            "La médiation familiale",
            f"situation-{situation}",
        )
        for situation, words in {
            Situation.SUCCESSION: ("succession", "héritage", "indivision"),
            Situation.FRATRIE: ("frères et sœurs", "frère et sœur", "fratrie"),
            Situation.PROCHE_VULNERABLE: (
                "parents âgés", "parent âgé", "tutelle", "curatelle", "alzheimer", "ehpad",
                "maison de retraite", "perte d'autonomie",
            ),
        }.items()
    ),
    Meaning(
        (
            "prison", "parloir", "détenu", "détention", "incarcéré", "incarcération",
            "maison d'arrêt",
        ),
        _MEETING,
        "Des espaces de rencontre accompagnent des enfants qui rendent visite à un parent détenu.",
        "parent-en-detention",
        "Un parent en prison",
        "prison",
    ),
    Meaning(
        (
            "étranger", "autre pays", "enlèvement", "enlevé mes enfants", "enlevé mon fils",
            "enlevé ma fille", "enlever mes enfants", "enlever mon fils", "enlever ma fille", "rapt",
            "frontière", "médiation internationale", "passeport", "sortie du territoire",
        ),
        _MEDIATION,
        "Quand les parents vivent dans deux pays, une médiation peut se tenir à distance.",
        "a-travers-une-frontiere",
        "À travers une frontière",
        "situation-interculturel",
    ),
    Meaning(
        (
            "famille recomposée", "familles recomposées", "beau-père", "belle-mère", "beau-parent",
            "beaux-parents",
        ),
        _MEDIATION,
        "La médiation familiale aide aussi des familles recomposées.",
        "mediation-familiale",
        "La médiation familiale",
        "situation-famille_recomposee",
    ),
    Meaning(
        ("déménagement", "déménage", "déménager", "déménagé", "s'éloigne"),
        _MEDIATION,
        "Un parent qui déménage loin doit prévenir l'autre à temps ; en médiation familiale, on peut chercher "
        "comment s'organiser.",
        "questions",
        "Questions et réponses",
    ),
)  # fmt: skip
