"""Dates: those that cannot lie ahead, those out of order, those that are over."""

import datetime
from collections.abc import Iterator

from generator.checks.rules import Context, Finding, Location, follows
from generator.model.freshness import (
    EXPIRED_AFTER_MONTHS,
    STALE_AFTER_MONTHS,
    WAIT_STALE_AFTER_MONTHS,
    is_older,
)
from generator.model.service import Service
from generator.model.vocabulary import Statut, StatutVerification
from generator.problems import Severity
from generator.rules import Rule

_AHEAD = datetime.timedelta(days=1)
"""The day begins in Nouméa ten hours before it does in Paris, where "today" is told."""

_PLACE = (
    "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
    "    code_postal: '35000'\n"
)


def in_words(day: datetime.date) -> str:
    """A date as French people write it in figures: ``02/11/2026``."""
    return f"{day:%d/%m/%Y}"


@follows(
    Rule(
        "date-a-venir",
        Severity.ERREUR,
        "Ce qui a déjà eu lieu n'est pas daté de demain.",
        "Une page lue, une vérification ou une fermeture à venir trahit une faute de frappe, qui "
        "ferait croire la fiche à jour pendant des années.",
        "verification:\n  statut: confirme\n  le: '2026-10-15'\n",
        "verification:\n  statut: confirme\n  le: '2062-10-15'\n",
    )
)
def past_is_past(service: Service, context: Context) -> Iterator[Finding]:
    """Readings, verifications, approvals and closings are not in the future."""
    for location, day in _past_dates(service):
        if day is not None and day > context.today + _AHEAD:
            yield Finding(
                location,
                f"le {in_words(day)} n'est pas encore venu",
                "Vérifiez l'année, le mois et le jour : cette date ne peut pas être à venir.",
            )


def _past_dates(service: Service) -> Iterator[tuple[Location, datetime.date | None]]:
    if service.agrement:
        yield ("agrement", "date"), service.agrement.date
    if service.delai_attente:
        yield ("delai_attente", "releve_le"), service.delai_attente.releve_le
    for index, source in enumerate(service.sources):
        yield ("sources", index, "consulte_le"), source.consulte_le
    yield ("verification", "le"), service.verification.le
    yield ("ferme_le",), service.ferme_le


@follows(
    Rule(
        "dates-en-ordre",
        Severity.ERREUR,
        "Une fin ne vient pas avant son début.",
        "Deux dates interverties effacent la période qu'elles annoncent.",
        "alerte:\n  texte: Le service déménage.\n  debut: '2026-12-01'\n  fin: '2027-01-15'\n",
        "alerte:\n  texte: Le service déménage.\n  debut: '2027-01-15'\n  fin: '2026-12-01'\n",
    )
)
def ends_follow_beginnings(service: Service, context: Context) -> Iterator[Finding]:
    """``fin`` is not before ``debut`` (nor before the date of an approval)."""
    for location, start, end in _periods(service):
        if start and end and end < start:
            yield Finding(
                (*location, "fin"),
                f"la fin ({in_words(end)}) vient avant le début ({in_words(start)})",
                "Échangez les deux dates, ou corrigez celle qui est fausse.",
            )


def _periods(
    service: Service,
) -> Iterator[tuple[Location, datetime.date | None, datetime.date | None]]:
    if service.alerte:
        yield ("alerte",), service.alerte.debut, service.alerte.fin
    if service.agrement:
        yield ("agrement",), service.agrement.date, service.agrement.fin
    for place, lieu in enumerate(service.lieux):
        for index, closure in enumerate(lieu.fermetures):
            yield ("lieux", place, "fermetures", index), closure.debut, closure.fin


@follows(
    Rule(
        "alerte-passee",
        Severity.AVERTISSEMENT,
        "Une alerte passée est retirée.",
        "Le site ne la montre plus ; elle encombre la fiche.",
        "alerte:\n  texte: Le service déménage.\n  fin: '2027-01-15'\n",
        "alerte:\n  texte: Le service déménage.\n  fin: '2026-01-15'\n",
    )
)
def alert_is_not_over(service: Service, context: Context) -> Iterator[Finding]:
    """The last day of the alert has not passed."""
    if service.alerte and service.alerte.fin < context.today:
        yield Finding(
            ("alerte", "fin"),
            f"l'alerte a pris fin le {in_words(service.alerte.fin)} : le site ne la montre plus",
            "Retirez « alerte », ou changez sa date de fin.",
        )


@follows(
    Rule(
        "fermeture-passee",
        Severity.AVERTISSEMENT,
        "Une fermeture passée est retirée.",
        "Le site ne la montre plus ; elle encombre la fiche.",
        _PLACE + "    fermetures:\n      - debut: '2026-12-21'\n        fin: '2027-01-03'\n",
        _PLACE + "    fermetures:\n      - debut: '2026-08-01'\n        fin: '2026-08-21'\n",
    )
)
def closures_are_not_over(service: Service, context: Context) -> Iterator[Finding]:
    """The last day of each closure has not passed."""
    for place, lieu in enumerate(service.lieux):
        for index, closure in enumerate(lieu.fermetures):
            if closure.fin < context.today:
                yield Finding(
                    ("lieux", place, "fermetures", index, "fin"),
                    f"cette fermeture a pris fin le {in_words(closure.fin)} : "
                    "le site ne la montre plus",
                    "Retirez-la, ou donnez les dates de la prochaine.",
                )


@follows(
    Rule(
        "delai-ancien",
        Severity.AVERTISSEMENT,
        f"Le délai d'attente a été relevé il y a moins de {WAIT_STALE_AFTER_MONTHS} mois.",
        "Un délai change vite : un chiffre ancien décourage, ou donne un faux espoir.",
        "delai_attente:\n  semaines: '6'\n  releve_le: '2026-09-01'\n",
        "delai_attente:\n  semaines: '6'\n  releve_le: '2026-01-05'\n",
    )
)
def waiting_time_is_recent(service: Service, context: Context) -> Iterator[Finding]:
    """The waiting time was read within six months."""
    wait = service.delai_attente
    if wait and is_older(wait.releve_le, WAIT_STALE_AFTER_MONTHS, context.today):
        yield Finding(
            ("delai_attente", "releve_le"),
            f"ce délai d'attente date du {in_words(wait.releve_le)}, "
            f"il y a plus de {WAIT_STALE_AFTER_MONTHS} mois",
            "Demandez le délai actuel au service, ou retirez « delai_attente ».",
        )


@follows(
    Rule(
        "delai-sans-contenu",
        Severity.ERREUR,
        "Un délai d'attente dit un nombre de semaines, ou s'il y a une liste d'attente.",
        "Une date de relevé seule n'apprend rien à personne.",
        "delai_attente:\n  liste_attente: oui\n  releve_le: '2026-09-01'\n",
        "delai_attente:\n  releve_le: '2026-09-01'\n",
    )
)
def waiting_time_says_something(service: Service, context: Context) -> Iterator[Finding]:
    """``delai_attente`` has ``semaines`` or ``liste_attente``."""
    wait = service.delai_attente
    if wait and wait.semaines is None and wait.liste_attente is None:
        yield Finding(
            ("delai_attente",),
            "ce délai ne dit ni un nombre de semaines, ni s'il y a une liste d'attente",
            "Ajoutez « semaines » ou « liste_attente », ou retirez « delai_attente ».",
            needs=(("delai_attente", "semaines"), ("delai_attente", "liste_attente")),
        )


@follows(
    Rule(
        "verification-datee",
        Severity.ERREUR,
        "Une fiche confirmée dit quand elle l'a été.",
        "Sans date, elle passerait pour à jour toujours.",
        "verification:\n  statut: confirme\n  le: '2026-10-15'\n",
        "verification:\n  statut: confirme\n",
    )
)
def confirmation_is_dated(service: Service, context: Context) -> Iterator[Finding]:
    """A confirmed record has the day of its confirmation."""
    verification = service.verification
    if verification.statut is StatutVerification.CONFIRME and verification.le is None:
        yield Finding(
            ("verification", "le"),
            "la fiche est dite confirmée, sans que l'on sache quand",
            "Ajoutez « le: » et le jour de la confirmation, ou écrivez « statut: a_confirmer ».",
            needs=(("verification", "statut"),),
        )


@follows(
    Rule(
        "verification-ancienne",
        Severity.AVERTISSEMENT,
        f"La fiche a été vérifiée il y a moins de {STALE_AFTER_MONTHS} mois.",
        "Un numéro ou une adresse changent : le site prévient les familles qu'une fiche n'a pas "
        "été vérifiée depuis longtemps.",
        "verification:\n  statut: confirme\n  le: '2026-10-15'\n",
        "verification:\n  statut: confirme\n  le: '2025-10-15'\n",
    )
)
def verification_is_recent(service: Service, context: Context) -> Iterator[Finding]:
    """The record was verified within twelve months (beyond twenty-four, the next rule speaks)."""
    day = service.verification.le
    if (
        day
        and service.statut is not Statut.FERME
        and is_older(day, STALE_AFTER_MONTHS, context.today)
        and not is_older(day, EXPIRED_AFTER_MONTHS, context.today)
    ):
        yield Finding(
            ("verification", "le"),
            f"la dernière vérification date du {in_words(day)}, il y a plus de "
            f"{STALE_AFTER_MONTHS} mois : le site le signale aux visiteurs",
            "Faites relire la fiche par le service, puis changez cette date.",
            needs=(("statut",),),
        )


@follows(
    Rule(
        "verification-perimee",
        Severity.AVERTISSEMENT,
        f"La fiche a été vérifiée il y a moins de {EXPIRED_AFTER_MONTHS} mois.",
        "Passé ce temps, la fiche quitte la recherche et les listes : mieux vaut ne rien montrer "
        "que d'envoyer une famille au mauvais endroit. Sa page reste, avec un avertissement.",
        "verification:\n  statut: confirme\n  le: '2026-10-15'\n",
        "verification:\n  statut: confirme\n  le: '2024-10-15'\n",
    )
)
def verification_has_not_expired(service: Service, context: Context) -> Iterator[Finding]:
    """The record was verified within twenty-four months."""
    day = service.verification.le
    if (
        day
        and service.statut is not Statut.FERME
        and is_older(day, EXPIRED_AFTER_MONTHS, context.today)
    ):
        yield Finding(
            ("verification", "le"),
            f"la dernière vérification date du {in_words(day)}, il y a plus de "
            f"{EXPIRED_AFTER_MONTHS} mois : la fiche n'est plus dans la recherche ni dans les listes",
            "Faites relire la fiche par le service, puis changez cette date ; s'il n'existe plus, "
            "écrivez « statut: ferme ».",
            needs=(("statut",),),
        )


@follows(
    Rule(
        "agrement-echu",
        Severity.AVERTISSEMENT,
        "L'agrément est en cours.",
        "Un juge ne peut désigner qu'un espace de rencontre agréé.",
        "type: espace_de_rencontre\nagrement:\n  fin: '2029-03-11'\n",
        "type: espace_de_rencontre\nagrement:\n  fin: '2026-03-11'\n",
    )
)
def approval_is_not_over(service: Service, context: Context) -> Iterator[Finding]:
    """The last day of the approval has not passed."""
    if (
        service.agrement
        and service.agrement.fin
        and service.agrement.fin < context.today
        and service.statut is not Statut.FERME
    ):
        yield Finding(
            ("agrement", "fin"),
            f"l'agrément a pris fin le {in_words(service.agrement.fin)}",
            "Demandez au service s'il a été renouvelé et donnez les nouvelles dates ; sinon, "
            "retirez « agrement ».",
            needs=(("statut",),),
        )


SERVICE_CHECKS = (
    past_is_past,
    ends_follow_beginnings,
    alert_is_not_over,
    closures_are_not_over,
    waiting_time_is_recent,
    waiting_time_says_something,
    confirmation_is_dated,
    verification_is_recent,
    verification_has_not_expired,
    approval_is_not_over,
)
