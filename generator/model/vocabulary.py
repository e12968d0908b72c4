"""The closed lists of the record: each term has a code, a label and a definition, in one place.

Codes are what records, exports and addresses hold; labels are what people read. A code is never
reused for another meaning. This module imports nothing of the project.
"""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A term of a closed list. Its value is the code written in a record."""

    label: str
    """What people read, in French, as a heading or a choice would show it."""
    definition: str
    """One French sentence that says when this term is the right one."""

    def __new__(cls, code: str, label: str, definition: str) -> Self:
        """Make a member that is its code, and carries its label and definition."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.definition = definition
        return member


class Activite(Term):
    """The two activities this directory lists; a record is about one of them."""

    MEDIATION_FAMILIALE = (
        "mediation_familiale",
        "Médiation familiale",
        (
            "Un médiateur familial diplômé aide les membres d'une famille à se reparler et à trouver "
            "eux-mêmes un accord."
        ),
    )
    ESPACE_DE_RENCONTRE = (
        "espace_de_rencontre",
        "Espace de rencontre",
        (
            "Un lieu où un enfant retrouve, en présence de professionnels, un parent ou un proche "
            "qu'il ne peut pas voir autrement, ou passe d'un parent à l'autre."
        ),
    )


class Statut(Term):
    """Whether the service receives people."""

    OUVERT = ("ouvert", "Ouvert", "Le service reçoit du public.")
    FERME_TEMPORAIREMENT = (
        "ferme_temporairement",
        "Fermé temporairement",
        "Le service ne reçoit personne en ce moment et doit rouvrir.",
    )
    FERME = ("ferme", "Fermé", "Le service a cessé définitivement son activité.")


class Forme(Term):
    """What kind of organisation runs the service."""

    ASSOCIATION = ("association", "Association", "Association loi de 1901, ou de droit local.")
    UDAF = ("udaf", "Udaf", "Union départementale des associations familiales.")
    CAF = ("caf", "Caf", "Caisse d'allocations familiales.")
    MSA = ("msa", "MSA", "Caisse de mutualité sociale agricole.")
    CIDFF = ("cidff", "CIDFF", "Centre d'information sur les droits des femmes et des familles.")
    FONDATION = ("fondation", "Fondation", "Fondation reconnue d'utilité publique ou d'entreprise.")
    COLLECTIVITE = (
        "collectivite",
        "Collectivité",
        "Commune, intercommunalité, département, ou leur centre d'action sociale.",
    )
    ETABLISSEMENT_PUBLIC = (
        "etablissement_public",
        "Établissement public",
        "Établissement public, par exemple un hôpital.",
    )
    AUTRE = ("autre", "Autre organisme", "Aucune des formes ci-dessus.")

    @property
    def is_public(self) -> bool:
        """True for a public body in the strict sense (a caisse is a private body)."""
        return self in (Forme.COLLECTIVITE, Forme.ETABLISSEMENT_PUBLIC)


class Reseau(Term):
    """A national network the organisation belongs to."""

    APMF = ("apmf", "APMF", "Association pour la médiation familiale.")
    CITOYENS_ET_JUSTICE = (
        "citoyens_et_justice",
        "Citoyens et Justice",
        "Fédération Citoyens et Justice.",
    )
    CNAPE = (
        "cnape",
        "Cnape",
        "Convention nationale des associations de protection de l'enfant (les Sauvegardes).",
    )
    FENAMEF = (
        "fenamef",
        "Fenamef",
        "Fédération nationale de la médiation et des espaces familiaux.",
    )
    FFER = ("ffer", "FFER", "Fédération française des espaces de rencontre.")
    FNCIDFF = (
        "fncidff",
        "FN-CIDFF",
        "Fédération nationale des centres d'information sur les droits des femmes et des familles.",
    )
    FNEPE = (
        "fnepe",
        "FNEPE",
        "Fédération nationale des écoles des parents et des éducateurs.",
    )
    FRANCE_VICTIMES = (
        "france_victimes",
        "France Victimes",
        "Fédération d'associations d'aide aux victimes.",
    )
    UNAF = ("unaf", "Unaf", "Union nationale des associations familiales.")


class Situation(Term):
    """What the service is for. Each term says to which activities it applies."""

    activites: frozenset[str]

    def __new__(cls, code: str, label: str, definition: str, activites: str = "both") -> Self:
        """Make a member; ``activites`` is ``mediation``, ``rencontre`` or ``both``."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.definition = definition
        member.activites = {
            "mediation": frozenset({"mediation_familiale"}),
            "rencontre": frozenset({"espace_de_rencontre"}),
            "both": frozenset({"mediation_familiale", "espace_de_rencontre"}),
        }[activites]
        return member

    SEPARATION = (
        "separation",
        "Séparation ou divorce",
        "Un couple se sépare ou s'est séparé et doit s'organiser.",
    )
    GRANDS_PARENTS = (
        "grands_parents",
        "Grands-parents et petits-enfants",
        "Le lien entre des grands-parents et leurs petits-enfants est rompu ou menacé.",
    )
    PARENTS_ADOLESCENTS = (
        "parents_adolescents",
        "Parents et adolescents",
        "Un conflit oppose un adolescent et ses parents.",
        "mediation",
    )
    JEUNES_ADULTES = (
        "jeunes_adultes",
        "Parents et jeunes adultes",
        "Un conflit oppose des parents et leur enfant majeur.",
        "mediation",
    )
    FAMILLE_RECOMPOSEE = (
        "famille_recomposee",
        "Famille recomposée",
        "La place de chacun dans une famille recomposée fait difficulté.",
        "mediation",
    )
    FRATRIE = (
        "fratrie",
        "Frères et sœurs",
        "Des frères et sœurs adultes sont en conflit.",
        "mediation",
    )
    SUCCESSION = (
        "succession",
        "Succession",
        "Un héritage ou un partage divise la famille.",
        "mediation",
    )
    PROCHE_VULNERABLE = (
        "proche_vulnerable",
        "Proche âgé, malade ou handicapé",
        "La famille doit décider ensemble pour un proche âgé, dépendant ou handicapé.",
        "mediation",
    )
    INTERCULTUREL = (
        "interculturel",
        "Famille entre deux cultures ou deux pays",
        "Le conflit tient à des cultures, des langues ou des pays différents.",
        "mediation",
    )
    VISITE_PARENT = (
        "visite_parent",
        "Rencontre d'un enfant et de son parent",
        "L'enfant rencontre au lieu d'accueil le parent chez qui il ne vit pas.",
        "rencontre",
    )
    PASSAGE_DE_BRAS = (
        "passage_de_bras",
        "Passage d'un parent à l'autre",
        "L'enfant passe d'un parent à l'autre sans que ceux-ci aient à se croiser.",
        "rencontre",
    )
    VISITE_TIERS = (
        "visite_tiers",
        "Rencontre d'un enfant et d'un proche",
        "L'enfant rencontre une autre personne qui a un droit de visite.",
        "rencontre",
    )
    REPRISE_DE_LIEN = (
        "reprise_de_lien",
        "Reprise du lien",
        "L'enfant et son parent ne se sont pas vus depuis longtemps.",
        "rencontre",
    )


class Cadre(Term):
    """On whose initiative people come."""

    CONVENTIONNEL = (
        "conventionnel",
        "À votre demande",
        "Les personnes viennent d'elles-mêmes, d'un commun accord, sans décision d'un juge.",
    )
    ORDONNANCE_JAF = (
        "ordonnance_jaf",
        "Décision du juge aux affaires familiales",
        "Le juge aux affaires familiales (JAF) propose ou ordonne la mesure.",
    )
    JUGE_DES_ENFANTS = (
        "juge_des_enfants",
        "Décision du juge des enfants",
        "Le juge des enfants ordonne la mesure.",
    )
    COUR_APPEL = (
        "cour_appel",
        "Décision de la cour d'appel",
        "La cour d'appel propose ou ordonne la mesure.",
    )
    ASE = (
        "ase",
        "Aide sociale à l'enfance",
        "L'aide sociale à l'enfance (ASE) du département demande la mesure.",
    )


class Mode(Term):
    """How people are received."""

    PRESENTIEL = ("presentiel", "Sur place", "Les personnes sont reçues dans un lieu.")
    VISIO = ("visio", "En visioconférence", "Les entretiens peuvent se tenir en vidéo.")
    TELEPHONE = ("telephone", "Par téléphone", "Les entretiens peuvent se tenir au téléphone.")

    @property
    def is_remote(self) -> bool:
        """True when nobody needs to travel."""
        return self is not Mode.PRESENTIEL


class Public(Term):
    """Who can ask."""

    PARENTS = ("parents", "Parents", "Parents, mariés ou non, séparés ou non.")
    COUPLES = ("couples", "Couples", "Couples avec ou sans enfant.")
    GRANDS_PARENTS = ("grands_parents", "Grands-parents", "Grands-parents.")
    BEAUX_PARENTS = ("beaux_parents", "Beaux-parents", "Nouveau conjoint d'un parent.")
    ADOLESCENTS = ("adolescents", "Adolescents", "Enfants mineurs, à partir de l'adolescence.")
    JEUNES_MAJEURS = ("jeunes_majeurs", "Jeunes majeurs", "Enfants devenus majeurs.")
    FRATRIES = ("fratries", "Frères et sœurs", "Frères et sœurs entre eux.")
    AIDANTS = ("aidants", "Aidants et proches aidés", "Personnes dépendantes et leurs proches.")
    FAMILLES_ACCUEIL = ("familles_accueil", "Familles d'accueil", "Familles d'accueil.")
    TIERS_DROIT_DE_VISITE = (
        "tiers_droit_de_visite",
        "Autre personne ayant un droit de visite",
        "Toute personne à qui un juge a reconnu un droit de visite.",
    )


class Demarche(Term):
    """How one gets an appointment or is admitted."""

    TELEPHONE = ("telephone", "En téléphonant", "On appelle le service.")
    COURRIEL = ("courriel", "En écrivant un courriel", "On écrit au service.")
    EN_LIGNE = ("en_ligne", "En ligne", "On remplit un formulaire ou on réserve sur un site.")
    SUR_PLACE = ("sur_place", "En venant sur place", "On se présente à l'accueil.")
    DECISION_DE_JUSTICE = (
        "decision_de_justice",
        "Avec une décision de justice",
        "On transmet au service la décision du juge qui le désigne.",
    )
    ORIENTATION = (
        "orientation",
        "Par un professionnel",
        "Un professionnel (avocat, travailleur social…) oriente vers le service.",
    )


class Regime(Term):
    """What it costs."""

    GRATUIT = ("gratuit", "Gratuit", "Rien n'est demandé aux familles.")
    BAREME_CNAF = (
        "bareme_cnaf",
        "Selon vos revenus (barème national)",
        "Chaque personne paie chaque séance selon ses revenus, d'après le barème de la Cnaf.",
    )
    SELON_REVENUS = (
        "selon_revenus",
        "Selon vos revenus",
        "Chaque personne paie selon ses revenus, d'après un barème propre au service ou non dit.",
    )
    PAYANT = ("payant", "Payant", "Le prix ne dépend pas des revenus.")


class Role(Term):
    """What a place is for the service."""

    SIEGE = (
        "siege",
        "Lieu principal",
        "Le lieu principal du service, en général ouvert au public.",
    )
    ANTENNE = ("antenne", "Antenne", "Un autre lieu fixe du service.")
    PERMANENCE = (
        "permanence",
        "Permanence",
        "Le service y reçoit certains jours, souvent chez un partenaire.",
    )
    ITINERANT = ("itinerant", "Accueil itinérant", "Le service s'y déplace, sans local fixe.")


class AdresseVisible(Term):
    """How much of the address is known and may be shown."""

    COMPLETE = ("complete", "Adresse complète", "L'adresse du lieu peut être publiée.")
    COMMUNE = (
        "commune",
        "Commune seulement",
        "Seule la commune est publiée ; le service donne l'adresse aux personnes concernées.",
    )
    DEPARTEMENT = (
        "departement",
        "Département seulement",
        "Seul le département est publié ; le service donne l'adresse aux personnes concernées.",
    )


class Precision(Term):
    """How exact a position is."""

    ADRESSE = ("adresse", "Au numéro", "Le point est celui du bâtiment ou du numéro.")
    RUE = ("rue", "À la rue", "Le point est dans la bonne rue ou le bon quartier.")
    COMMUNE = ("commune", "À la commune", "Le point est celui du centre de la commune.")


class AccesPmr(Term):
    """Whether a person with reduced mobility can come in alone."""

    OUI = ("oui", "Accessible", "Une personne en fauteuil roulant entre et circule seule.")
    PARTIEL = ("partiel", "Accessible avec de l'aide", "Une aide ou un autre accès est nécessaire.")
    NON = ("non", "Non accessible", "Une personne en fauteuil roulant ne peut pas entrer.")


class StatutVerification(Term):
    """Whether the service itself confirmed its record."""

    CONFIRME = ("confirme", "Confirmé par le service", "Le service a relu et confirmé sa fiche.")
    A_CONFIRMER = (
        "a_confirmer",
        "À confirmer",
        "La fiche vient de sources publiques ; le service ne l'a pas encore relue.",
    )
