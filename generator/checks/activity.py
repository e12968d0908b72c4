"""The words that belong to each activity, and what every service must say."""

from collections.abc import Iterator

from generator.checks.rules import Context, Finding, follows
from generator.model.service import Service
from generator.model.vocabulary import Activite, Demarche, Statut
from generator.problems import Severity
from generator.rules import Rule

MEANS = ("telephone", "courriel", "site_web", "rendez_vous")
"""The fields of ``contact`` by which a service is reached."""

# How to begin, and the fields of ``contact`` it takes.
_MEANS_OF_STEP = {
    Demarche.TELEPHONE: ("telephone",),
    Demarche.COURRIEL: ("courriel",),
    Demarche.EN_LIGNE: ("rendez_vous", "site_web"),
}


@follows(
    Rule(
        "moyen-de-contact",
        Severity.ERREUR,
        "Un service donne au moins un moyen de le joindre.",
        "Une fiche sans téléphone, courriel ni site laisse la famille devant une porte fermée.",
        "contact:\n  telephone: '01 99 00 12 34'\n",
        "contact:\n  telephone_precisions: le matin\n",
    )
)
def service_can_be_reached(service: Service, context: Context) -> Iterator[Finding]:
    """A service that is not closed has a phone, an e-mail, a site or an appointment page."""
    reachable = any(getattr(service.contact, name) for name in MEANS) or any(
        lieu.telephone or lieu.courriel for lieu in service.lieux
    )
    if service.statut is not Statut.FERME and not reachable:
        yield Finding(
            ("contact",),
            "aucun moyen de joindre le service n'est donné",
            f"Ajoutez au moins l'un de ces champs : {', '.join(MEANS)}.",
            needs=(("contact",), ("lieux",), ("statut",)),
        )


@follows(
    Rule(
        "demarche-sans-moyen",
        Severity.AVERTISSEMENT,
        "La fiche donne de quoi faire la démarche qu'elle annonce.",
        "« En téléphonant », sans numéro, n'aide personne.",
        "acces:\n  comment: [telephone]\ncontact:\n  telephone: '01 99 00 12 34'\n",
        "acces:\n  comment: [telephone]\ncontact:\n  courriel: contact@association.example\n",
    )
)
def steps_have_their_means(service: Service, context: Context) -> Iterator[Finding]:
    """Whoever is told to call, write or go online finds a number or an address."""
    if service.acces is None or service.statut is Statut.FERME:
        return
    for index, step in enumerate(service.acces.comment):
        means = _MEANS_OF_STEP.get(step, ())
        if means and not any(
            getattr(holder, name, None)
            for name in means
            for holder in (service.contact, *service.lieux)
        ):
            yield Finding(
                ("acces", "comment", index),
                f"on commence « {step.label.lower()} », mais « {means[0]} » n'est pas donné",
                f"Ajoutez « {means[0]} » sous « contact », ou retirez cette ligne.",
                needs=(("contact",), ("lieux",), ("statut",)),
            )


@follows(
    Rule(
        "agrement-espace-de-rencontre",
        Severity.ERREUR,
        "Seul un espace de rencontre a un agrément.",
        "L'agrément est donné par le préfet aux espaces de rencontre (décret 2012-1153) ; une "
        "médiation familiale est « conventionnée », jamais « agréée ».",
        "type: espace_de_rencontre\nagrement:\n  date: '2024-03-12'\n",
        "type: mediation_familiale\nagrement:\n  date: '2024-03-12'\n",
    )
)
def only_meeting_spaces_are_approved(service: Service, context: Context) -> Iterator[Finding]:
    """A médiation familiale has no ``agrement``."""
    if service.type is Activite.MEDIATION_FAMILIALE and service.agrement is not None:
        yield Finding(
            ("agrement",),
            "une médiation familiale n'a pas d'agrément : elle est conventionnée",
            "Retirez « agrement » ; si la Caf, la MSA ou la Justice conventionne le service, "
            "écrivez-le dans « conventionnement ».",
            needs=(("type",),),
        )


@follows(
    Rule(
        "conventionnement-mediation",
        Severity.ERREUR,
        "Seule une médiation familiale est dite conventionnée.",
        "Un espace de rencontre est « agréé » par le préfet ; le dire conventionné à la place "
        "ferait croire qu'un juge peut le désigner sans agrément.",
        "type: mediation_familiale\nconventionnement:\n  caf: oui\n",
        "type: espace_de_rencontre\nconventionnement:\n  caf: oui\n",
    )
)
def only_mediation_is_under_agreement(service: Service, context: Context) -> Iterator[Finding]:
    """An espace de rencontre has no ``conventionnement``."""
    if service.type is Activite.ESPACE_DE_RENCONTRE and service.conventionnement is not None:
        yield Finding(
            ("conventionnement",),
            "un espace de rencontre n'est pas conventionné : il est agréé par le préfet",
            "Retirez « conventionnement » ; si l'agrément est connu, écrivez-le dans « agrement ».",
            needs=(("type",),),
        )


@follows(
    Rule(
        "situation-de-l-activite",
        Severity.ERREUR,
        "Les situations sont celles de l'activité.",
        "Une famille qui filtre par situation ne doit pas tomber sur un service qui ne peut pas "
        "l'aider.",
        "type: mediation_familiale\nsituations: [succession]\n",
        "type: espace_de_rencontre\nsituations: [succession]\n",
    )
)
def situations_suit_the_activity(service: Service, context: Context) -> Iterator[Finding]:
    """Each situation applies to the activity of the service."""
    for index, situation in enumerate(service.situations):
        if service.type.value not in situation.activites:
            possible = [
                term.value for term in type(situation) if service.type.value in term.activites
            ]
            yield Finding(
                ("situations", index),
                f"« {situation.value} » ne concerne pas l'activité « {service.type.label} »",
                f"Retirez cette ligne. Situations possibles : {', '.join(possible)}.",
                needs=(("type",),),
            )


SERVICE_CHECKS = (
    service_can_be_reached,
    steps_have_their_means,
    only_meeting_spaces_are_approved,
    only_mediation_is_under_agreement,
    situations_suit_the_activity,
)
