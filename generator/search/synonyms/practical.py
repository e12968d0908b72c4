"""What is asked of a service, and the names of the services themselves."""

from generator.model.vocabulary import Activite
from generator.search.meaning import Meaning

_MEDIATION = Activite.MEDIATION_FAMILIALE
_MEETING = Activite.ESPACE_DE_RENCONTRE
_PRICE = (
    "Dans les services de médiation conventionnés par la Caf ou la MSA, le premier entretien est gratuit ; "
    "le prix des séances dépend des revenus."
)
_AFAR = "Demandez au service s'il reçoit en vidéo ou par téléphone ; sa page le dit quand nous le savons."
_LANGUAGES = (
    "Autour d'une commune, « Filtrer » montre les langues des services, quand nous les savons."
)
_SATURDAY = (
    "Autour d'une commune, « Filtrer » montre les services ouverts le samedi ou après 18 h, quand nous "
    "le savons."
)

PRACTICAL: tuple[Meaning, ...] = (
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
            "gratuit", "gratuite", "gratuits", "gratuites", "gratuitement",
        ),
        _MEDIATION,
        _PRICE,
        "questions",
        "Questions et réponses",
        "gratuit",
    ),
    Meaning(
        (
            "prix", "coût", "tarif", "tarifs", "combien ça coûte", "pas cher", "pas chère",
            "moins cher", "payant", "payante", "coûte", "barème", "quotient familial", "qui paie",
            "qui paye", "caf", "msa",
        ),
        _MEDIATION,
        _PRICE,
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "en ligne", "à distance", "visio", "en visio", "visioconférence", "en visioconférence",
            "vidéo", "en vidéo", "par vidéo", "zoom", "skype",
        ),
        _MEDIATION,
        _AFAR,
        "questions",
        "Questions et réponses",
        "visio",
    ),
    Meaning(
        ("par téléphone",), _MEDIATION, _AFAR, "questions", "Questions et réponses", "telephone"
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
    *(
        Meaning(words, None, _LANGUAGES, "questions", "Questions et réponses", f"langue-{code}")
        for code, words in {
            "fsl": (
                "langue des signes", "lsf", "sourd", "sourde", "sourds", "malentendant", "malentendante",
            ),
            "ar": ("arabe",),
            "de": ("allemand",),
            "en": ("anglais", "english"),
            "es": ("espagnol",),
            "it": ("italien",),
            "pl": ("polonais",),
            "pt": ("portugais",),
            "ro": ("roumain",),
            "ru": ("russe",),
            "tr": ("turc",),
            "uk": ("ukrainien",),
            "zh": ("chinois",),
        }.items()
    ),
    Meaning(
        ("ouvert maintenant", "ouverts maintenant", "ouvert aujourd'hui", "ouverts aujourd'hui"),
        None,
        "Autour d'une commune, « Filtrer » montre les lieux ouverts en ce moment, quand nous le savons.",
        "questions",
        "Questions et réponses",
        "ouvert",
    ),
    Meaning(
        ("samedi", "samedis", "week-end", "week-ends", "weekend", "weekends"),
        None,
        _SATURDAY,
        "questions",
        "Questions et réponses",
        "samedi",
    ),
    Meaning(
        (
            "le soir", "soir", "soirs", "en soirée", "soirée", "après le travail", "18 h", "18h",
            "19 h", "19h", "20 h", "20h",
        ),
        None,
        _SATURDAY,
        "questions",
        "Questions et réponses",
        "soir",
    ),
    Meaning(
        (
            "handicap", "handicapé", "handicapée", "fauteuil", "fauteuil roulant", "mobilité réduite",
            "pmr", "ascenseur",
        ),
        None,
        "Autour d'une commune, « Filtrer » montre les lieux accessibles en fauteuil roulant, quand nous "
        "le savons.",
        "questions",
        "Questions et réponses",
        "fauteuil",
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
            "plus de contact", "couper les ponts", "coupé les ponts", "brouille",
            "renouer avec mon père", "renouer avec ma mère", "renouer avec mon frère",
            "renouer avec ma sœur",
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
            "parle pas français",
        ),
        None,
        _LANGUAGES,
        "questions",
        "Questions et réponses",
    ),
    Meaning(
        (
            "ma fiche", "notre fiche", "corriger une fiche", "modifier une fiche", "ajouter un service",
            "ajouter mon service", "signaler une erreur", "référencer",
        ),
        None,
        "Vous représentez un service, ou avez vu une erreur ? Cette page dit comment corriger ou ajouter "
        "une fiche.",
        "contribuer",
        "Corriger ou ajouter une fiche",
    ),
    Meaning(
        (
            "données ouvertes", "open data", "opendata", "jeu de données", "télécharger les données", "csv",
        ),
        None,
        "Tout l'annuaire se télécharge : tableur, carte, programmes.",
        "donnees",
        "Données ouvertes",
    ),
    Meaning(
        ("dimanche", "dimanches", "horaire", "horaires"),
        None,
        _SATURDAY,
        "questions",
        "Questions et réponses",
    ),
)  # fmt: skip
