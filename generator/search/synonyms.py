"""The words people come with, and what they are looking for: the door to the right service.

Nobody in a separation types « espace de rencontre ». Each line leads from everyday words to an
activity, with one sentence that says why, and to the page that says more. The browser gets the same
table (``words.py``), read by ``theme/static/find/words.js``.
"""

from generator.model.vocabulary import Activite
from generator.search.meaning import Meaning

_MEDIATION = Activite.MEDIATION_FAMILIALE
_MEETING = Activite.ESPACE_DE_RENCONTRE

MEANINGS: tuple[Meaning, ...] = (
    Meaning(
        (
            "violence", "violences", "violent", "violente", "violents", "violentes", "coups", "peur",
            "frappe", "frappé", "frappée", "me bat", "bat les enfants", "bat mes enfants", "bat mon fils",
            "bat ma fille", "battu", "battue", "battus", "battues", "gifle", "gifles", "me tape",
            "étrangle", "étranglée", "me tuer", "couteau", "arme", "menace", "menaces", "chantage",
            "harcèlement", "harcèle", "harcelée", "me suit", "me surveille", "m'enferme", "séquestrée",
            "terrorise", "insulte", "insultes", "rabaisse", "humilie", "humiliations", "emprise",
            "pervers narcissique", "contrôle coercitif", "mariage forcé", "excision", "féminicide",
            "viol", "violé", "violée", "inceste", "pédophile", "abus sexuel", "abus sexuels", "abuse",
            "casse tout", "me fait du mal", "fait du mal", "me touche", "touche mon enfant", "touche ma fille",
            "touche mon fils", "agression", "agressions", "attouchement", "attouchements", "maltraitance",
            "maltraitances", "maltraite", "maltraité", "maltraitée", "maltraités", "maltraitant",
            "maltraitante", "négligence", "danger", "dangereux", "dangereuse", "inquiet pour mon enfant",
            "inquiète pour mon enfant", "inquiet pour un enfant", "signalement",
            "information préoccupante", "me protéger", "protéger mon enfant", "protéger mes enfants",
            "protéger mon fils", "protéger ma fille", "mise à l'abri", "ordonnance de protection",
            "bracelet anti-rapprochement", "téléphone grave danger", "porter plainte", "plainte",
            "main courante", "sos", "au secours", "urgence", "police", "gendarmerie", "3919", "119",
            "114", "112",
        ),
        None,
        "En cas de violences, la médiation n'est pas la réponse : des numéros gratuits vous "
        "écoutent et vous protègent.",
        "se-proteger",
        "Se protéger des violences",
    ),
    Meaning(
        (
            "suicide", "suicider", "suicidaire", "idées noires", "envie de mourir", "veux mourir",
            "plus envie de vivre", "en finir avec la vie", "3114",
        ),
        None,
        "Le 3114 répond jour et nuit, gratuitement, à qui pense à mourir ou craint pour un proche.",
        "numeros",
        "Les numéros à connaître",
    ),
    Meaning(
        (
            "droit de visite", "droits de visite", "droit de visite et d'hébergement", "dvh",
            "visite médiatisée", "visites médiatisées", "droit d'hébergement", "visite en lieu neutre",
            "voir mon enfant", "voir mes enfants", "voir les enfants", "voir mon fils", "voir ma fille",
            "visite encadrée", "visite surveillée", "visites surveillées", "visite accompagnée",
            "visites accompagnées",
            "vois plus mes enfants", "vois plus mon enfant", "vois plus mon fils", "vois plus ma fille",
            "voie mes enfants", "voie mon enfant", "voie mon fils", "voie ma fille",
            "nouvelles de mes enfants", "nouvelles de mon fils", "nouvelles de ma fille",
            "empêche de voir", "pas vu mes enfants", "pas vu mon fils", "pas vu ma fille",
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
            "veut plus aller chez sa mère", "veut pas voir son père",
            "veut plus voir son père", "veut pas voir sa mère", "veut plus voir sa mère",
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
            "partie avec mon fils", "parti avec ma fille", "partie avec ma fille", "aide juridique", "mes droits",
            "prestation compensatoire",
        ),
        None,
        "Un conseil gratuit sur vos droits : dans un point-justice. Le 3039 vous met en relation avec le "
        "plus proche.",
        "questions",
        "Questions et réponses",
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
            "autorité parentale",
        ),
        _MEDIATION,
        "Chez qui vivent les enfants, et quand : en médiation familiale, les parents cherchent "
        "eux-mêmes un accord.",
        "mediation-familiale",
        "La médiation familiale",
    ),
    Meaning(
        (
            "pension", "pension alimentaire", "contribution à l'entretien", "partage des frais",
            "impayés", "impayé", "paie pas", "paye pas", "paie plus", "paye plus",
        ),
        _MEDIATION,
        "Le montant d'une pension et le partage des frais peuvent se décider ensemble, en médiation "
        "familiale.",
        "mediation-familiale",
        "La médiation familiale",
    ),
    Meaning(
        (
            "divorce", "divorcer", "séparation", "se séparer", "rupture", "quitter",
            "conflit", "conflits", "conflit parental", "conflit de couple", "dispute", "disputes",
            "mon ex", "dialogue", "se parle plus", "plus se parler", "pacs", "concubin", "concubins",
            "concubinage", "union libre",
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
    ),
    Meaning(
        ("succession", "héritage", "indivision", "frères et sœurs", "fratrie", "parents âgés"),
        _MEDIATION,
        "Un héritage, un parent âgé à aider : la médiation familiale réunit aussi des frères et "
        "sœurs adultes.",
        "mediation-familiale",
        "La médiation familiale",
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
    ),
    Meaning(
        (
            "aide juridictionnelle", "pas d'argent", "sans argent", "pas les moyens", "rsa",
            "peu de revenus",
        ),
        _MEDIATION,
        "Le prix des séances dépend des revenus ; si un juge ordonne la médiation, l'aide "
        "juridictionnelle peut la payer.",
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "prix", "coût", "tarif", "tarifs", "combien ça coûte", "gratuit", "gratuite", "gratuits",
            "gratuites", "pas cher", "pas chère", "moins cher", "payant", "payante", "coûte", "caf", "msa",
        ),
        _MEDIATION,
        "Dans les services de médiation conventionnés par la Caf ou la MSA, le premier entretien est "
        "gratuit ; le prix des séances dépend des revenus.",
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "étranger", "autre pays", "enlèvement", "enlevé mes enfants", "enlevé mon fils",
            "enlevé ma fille", "enlever mes enfants", "enlever mon fils", "enlever ma fille", "rapt",
            "frontière", "médiation internationale",
        ),
        _MEDIATION,
        "Quand les parents vivent dans deux pays, une médiation peut se tenir à distance.",
        "a-travers-une-frontiere",
        "À travers une frontière",
    ),
    Meaning(
        (
            "en ligne", "à distance", "visio", "en visio", "visioconférence", "en visioconférence",
            "vidéo", "en vidéo", "par vidéo", "zoom", "skype", "par téléphone",
        ),
        _MEDIATION,
        "Demandez au service s'il reçoit en vidéo ou par téléphone ; sa page le dit quand nous le savons.",
        "questions",
        "Questions et réponses",
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
    ),
    Meaning(
        ("déménagement", "déménage", "déménager", "déménagé", "s'éloigne"),
        _MEDIATION,
        "Un parent qui déménage loin doit prévenir l'autre à temps ; en médiation familiale, on peut chercher "
        "comment s'organiser.",
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "combien de temps", "combien de séances", "durée", "durée d'une médiation", "séance",
            "séances", "premier rendez-vous", "premier entretien",
        ),
        _MEDIATION,
        "Une médiation dure souvent trois à six mois, avec des séances d'une heure et demie à deux heures.",
        "mediation-familiale",
        "La médiation familiale",
    ),
    Meaning(
        ("obligatoire", "obligation", "obligé", "obligée", "obligés"),
        None,
        "Rencontrer un médiateur quand un juge le demande, tenter une médiation avant un procès : ce qui "
        "est obligatoire, et ce qui ne l'est pas.",
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "espace de rencontre", "espaces de rencontre", "espaces rencontre", "espace de rencontres",
            "espaces de rencontres", "espace rencontres", "espaces rencontres", "erpe",
        ),
        _MEETING,
        "Dans un espace de rencontre, un enfant retrouve un parent ou un proche, avec des "
        "professionnels à côté.",
        "espace-de-rencontre",
        "L'espace de rencontre",
    ),
    Meaning(
        (
            "médiation pénale", "médiation scolaire", "médiation de quartier", "de quartier",
            "médiation de la consommation", "médiation consommation", "médiateur de la consommation",
            "médiateur bancaire", "médiateur de la république", "médiation de voisinage",
            "médiation culturelle", "médiation numérique", "médiation du travail", "conciliateur",
            "conciliateurs", "conciliation", "conciliateur de justice", "défenseur des droits",
        ),
        None,
        "Cet annuaire est celui de la médiation familiale. Pour un autre différend, un point-justice "
        "vous renseigne gratuitement : le 3039 vous met en relation avec le plus proche.",
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "médiation", "médiations", "médiation familiale", "médiations familiales", "médiateur",
            "médiateurs", "médiatrice", "médiatrices", "me parle plus", "nous parle plus",
        ),
        _MEDIATION,
        "Un médiateur familial aide chacun à dire ce qui compte pour lui, à entendre l'autre, et à "
        "chercher un accord.",
        "mediation-familiale",
        "La médiation familiale",
    ),
    Meaning(
        (
            "thérapie", "thérapie de couple", "thérapie familiale", "thérapeute", "psychologue", "psy",
            "conseil conjugal", "conseiller conjugal", "conseillère conjugale", "sauver mon couple",
        ),
        None,
        "Une médiation n'est pas une thérapie, ni une façon de se remettre en couple.",
        "mediation-familiale",
        "La médiation familiale",
    ),
    Meaning(
        ("délai", "délais", "attente", "attendre", "liste d'attente"),
        None,
        "Le délai dépend du service ; sa page le dit quand nous le savons.",
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "interprète", "interprètes", "traducteur", "traductrice", "autre langue", "langue étrangère",
            "langue des signes", "lsf", "sourds", "sourde", "malentendant", "malentendante", "anglais",
            "arabe", "espagnol", "italien", "allemand", "portugais", "turc", "parle pas français",
        ),
        None,
        "Cherchez d'abord votre commune : « Filtrer » montre ensuite les langues des services, quand "
        "nous les savons.",
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "samedi", "samedis", "dimanche", "dimanches", "week-end", "week-ends", "weekend", "weekends",
            "le soir", "en soirée", "après 18 h", "après 18h", "horaire", "horaires",
        ),
        None,
        "Cherchez d'abord votre commune : « Filtrer » montre ensuite les services ouverts le samedi ou "
        "après 18 h, quand nous le savons.",
        "questions",
        "Questions et réponses",
    ),
)  # fmt: skip
"""From the most urgent to the most general: the first that fits is the one shown."""
