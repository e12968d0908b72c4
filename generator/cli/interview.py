"""What one says of a new service: taken from the options, or asked for in the terminal."""

import argparse
from collections.abc import Callable
from typing import TypeVar

from generator.cli.questions import ask, choose
from generator.drafting import (
    Answers,
    Whereabouts,
    accepted,
    checked_id,
    located,
    proposed_id,
)
from generator.errors import UsageError
from generator.model.refused import Refused
from generator.model.vocabulary import Activite
from generator.territory import Commune, Territory
from generator.typography import no_break

Answer = TypeVar("Answer")
_MOST_CHOICES = 30

_TEXTS = {
    "organisme": (("gestionnaire", "nom"), "Nom de l'organisme qui gère le service"),
    "nom": (("nom",), "Nom du service, tel que les familles le connaissent"),
    "telephone": (("contact", "telephone"), "Téléphone (Entrée si aucun)"),
    "courriel": (("contact", "courriel"), "Courriel du service (Entrée si aucun)"),
    "site_web": (("contact", "site_web"), "Page web du service (Entrée si aucune)"),
    "resume": (
        ("resume",),
        "Résumé : ce que fait le service, pour qui, où (une ou deux phrases)",
    ),
    "source": (("sources", 0, "url"), "Adresse de la page publique où vous l'avez lu"),
}
"""The answers that are text: the field each goes to, and the question."""
CONTACTS = ("telephone", "courriel", "site_web")


class Interview:
    """Takes each answer from the options or, when it ``asks``, from the person."""

    def __init__(self, arguments: argparse.Namespace, territory: Territory, *, asks: bool) -> None:
        self._given = arguments
        self._territory = territory
        self._asks = asks

    def run(self, used: frozenset[str]) -> tuple[Answers, str]:
        """The answers and the identifier. Raises ``UsageError`` for an option that will not do."""
        activite = self._activite()
        organisme = self._text("organisme", "")
        nom = self._text("nom", "", default=f"{activite.label} – {organisme}")
        where = self._where()
        contacts = self._contacts(where.departement)
        answers = Answers(
            activite,
            nom,
            organisme,
            where,
            **contacts,
            resume=self._text("resume", where.departement),
            source=self._text("source", where.departement),
        )
        proposal = proposed_id(activite, organisme, where.departement, used)
        return answers, self._identifier(proposal, used)

    def _activite(self) -> Activite:
        if self._given.type:
            return _option("type", self._given.type, _activite)
        print("Quelle activité ?")
        return choose("Votre choix", [(one.label, one) for one in Activite])

    def _where(self) -> Whereabouts:
        if self._given.commune:
            return _option("commune", self._given.commune, self._one_commune)
        if self._given.departement:
            return _option("departement", self._given.departement, self._departement)
        return ask(
            "Commune ou code postal (Entrée si elle n'est pas connue ou pas publiée)",
            lambda text: self._choose_commune(text) if text else self._ask_departement(),
        )

    def _ask_departement(self) -> Whereabouts:
        return ask("Département (nom ou code)", self._departement)

    def _contacts(self, departement: str) -> dict[str, str]:
        """The means of contact given, or else asked for until there is one."""
        given = any(getattr(self._given, name) for name in CONTACTS)
        while True:
            found = {
                name: self._text(name, departement, asks=self._asks and not given)
                for name in CONTACTS
            }
            if any(found.values()):
                return found
            print("  Il faut au moins un moyen de joindre le service.")

    def _identifier(self, proposal: str, used: frozenset[str]) -> str:
        if self._given.id:
            return _option("id", self._given.id, lambda text: checked_id(text, used))
        if not self._asks:
            return proposal
        return ask(
            "Identifiant, qui ne changera plus", lambda text: checked_id(text, used),
            default=proposal,
        )  # fmt: skip

    def _text(
        self, name: str, departement: str, *, default: str = "", asks: bool | None = None
    ) -> str:
        """The answer that is the text ``name``; a means of contact may be empty."""
        way, question = _TEXTS[name]

        def accept(text: str) -> str:
            if not text:
                return _nothing(name)
            return accepted(way, text, departement)

        if given := getattr(self._given, name):
            return _option(name, given, accept)
        asks = self._asks if asks is None else asks
        return ask(question, accept, default=default) if asks else ""

    def _departement(self, text: str) -> Whereabouts:
        found = self._territory.departement_named(text)
        if found is None:
            raise Refused(
                "departement-connu",
                f"aucun département ne s'appelle « {text} » ni n'a ce code",
                "Donnez son nom, ou son code : « 01 », « 2A », « 974 »",
            )
        return Whereabouts(found.code)

    def _communes(self, text: str) -> tuple[Commune, ...]:
        found = self._territory.find(text)
        if not found:
            raise Refused(
                "commune",
                f"aucune commune ne s'appelle « {text} » ni n'a ce code postal",
                "Donnez son nom officiel, ou le code postal de la mairie",
            )
        # « 69007 » is the 7th arrondissement, rather than the whole of Lyon.
        cities = {one.commune_parente for one in found}
        return tuple(one for one in found if one.code_insee not in cities)

    def _one_commune(self, text: str) -> Whereabouts:
        found = self._communes(text)
        if len(found) == 1:
            return located(found[0], text)
        names = ", ".join(f"« {_label(one)} »" for one in found[:_MOST_CHOICES])
        raise Refused("commune", f"plusieurs communes répondent à « {text} » : {names}")

    def _choose_commune(self, text: str) -> Whereabouts:
        found = self._communes(text)
        if len(found) == 1:
            print(no_break(f"  {_label(found[0])}"))
            return located(found[0], text)
        choices = [(_label(one), one) for one in found[:_MOST_CHOICES]]
        return located(choose("Laquelle", choices), text)


def _nothing(name: str) -> str:
    if name in CONTACTS:
        return ""
    raise Refused("champ-vide", "il faut une réponse")


def _activite(text: str) -> Activite:
    code = accepted(("type",), text, "")
    return next(one for one in Activite if one.value == code)


def _label(commune: Commune) -> str:
    """What tells a commune from its namesakes, and finds it again: its name and a postal code."""
    return f"{commune.codes_postaux[0] if commune.codes_postaux else ''} {commune.nom}".strip()


def _option(name: str, text: str, accept: Callable[[str], Answer]) -> Answer:
    """What the option ``name`` gives; an option is not asked again, so a wrong one is misuse."""
    try:
        return accept(text)
    except Refused as refused:
        flag = name.replace("_", "-")
        hint = f" {refused.hint.rstrip('.')}." if refused.hint else ""
        raise UsageError(f"--{flag} : {refused.message}.{hint}") from refused
