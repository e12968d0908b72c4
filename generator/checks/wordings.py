"""Texts: easy to read, and without what has a field of its own."""

import re
from collections.abc import Iterator, Sequence

from generator.checks.rules import Context, Finding, Location, Text, follows
from generator.model.email import looks_personal
from generator.model.refused import quoted
from generator.model.service import Service
from generator.model.wording import (
    LONG_SENTENCE,
    all_caps,
    contains_bare_url,
    contains_email,
    contains_phone_number,
    long_sentences,
)
from generator.problems import Severity
from generator.rules import Rule
from generator.territory import search_key

_TITLED = re.compile(r"\b(?:M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle)[  ]+[A-ZÀ-Ý][\w'’-]+")
_FIRST_AND_LAST = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? [A-ZÀ-Ý][\w'’-]+")
# Streets, towns and courts bear people's names.
_NAMED_AFTER_PEOPLE = frozenset(
    {"nom", "adresse", "complement", "acces_transport", "commune", "tribunaux", "etablissements"}
)


@follows(
    Rule(
        "capitales",
        Severity.AVERTISSEMENT,
        "Un texte n'est pas écrit tout en capitales.",
        "Les capitales se lisent mal, et les lecteurs d'écran les épellent parfois lettre à "
        "lettre. Les sigles restent en capitales.",
        "nom: Médiation familiale de l'UDAF\n",
        "nom: MÉDIATION FAMILIALE\n",
    )
)
def nothing_is_shouted(texts: Sequence[Text], context: Context) -> Iterator[Finding]:
    """No text is in capitals, but for acronyms."""
    for location, text in texts:
        if all_caps(text):
            yield Finding(
                location,
                f"{quoted(text)} est écrit en capitales",
                "Gardez les capitales pour la première lettre, les noms propres et les sigles.",
            )


@follows(
    Rule(
        "contact-dans-un-texte",
        Severity.AVERTISSEMENT,
        "Un numéro, un courriel ou une adresse web est dans son champ, pas dans un texte.",
        "Dans son champ, il est vérifié, on le touche pour appeler, et il se corrige partout à la "
        "fois. Seul « telephone_precisions » peut donner un second numéro.",
        "description: Appelez le service pour un premier rendez-vous.\n",
        "description: Appelez le 01 99 00 12 34 pour un premier rendez-vous.\n",
    )
)
def contacts_are_in_their_fields(texts: Sequence[Text], context: Context) -> Iterator[Finding]:
    """No phone number, e-mail nor web address in the free texts."""
    for location, text in texts:
        if contains_phone_number(text) and location[-1] != "telephone_precisions":
            yield _misplaced(location, "un numéro de téléphone", "contact.telephone")
        if contains_email(text):
            yield _misplaced(location, "un courriel", "contact.courriel")
        if contains_bare_url(text):
            yield _misplaced(location, "une adresse web", "contact.site_web")


def _misplaced(location: Location, what: str, field: str) -> Finding:
    return Finding(
        location,
        f"ce texte contient {what}",
        f"Écrivez-le dans « {field} » (ou dans le lieu concerné) et retirez-le du texte."
        if what.startswith("un ")
        else f"Écrivez-la dans « {field} » et retirez-la du texte.",
    )


@follows(
    Rule(
        "nom-de-personne",
        Severity.AVERTISSEMENT,
        "Une fiche ne nomme personne.",
        "Une fonction (« la direction », « le secrétariat ») reste vraie quand la personne change, "
        "et nul n'est publié sans l'avoir voulu.",
        "verification:\n  statut: confirme\n  le: '2026-10-15'\n  par: secrétariat du service\n",
        "verification:\n  statut: confirme\n  le: '2026-10-15'\n  par: Mme Martin\n",
    )
)
def nobody_is_named(texts: Sequence[Text], context: Context) -> Iterator[Finding]:
    """No « Mme Martin » in the texts, no « Camille Martin » in ``verification.par``."""
    for location, text in texts:
        if location[-1] in _NAMED_AFTER_PEOPLE or not isinstance(location[-1], str):
            continue
        found = _TITLED.search(text)
        name = found[0] if found else _full_name(location, text)
        if name:
            yield Finding(
                location,
                f"« {name} » semble être le nom d'une personne",
                "Écrivez plutôt sa fonction, par exemple « la direction du service ».",
            )


def _full_name(location: Location, text: str) -> str:
    """A first and a last name that make up all of ``verification.par``, or nothing."""
    if location != ("verification", "par") or not _FIRST_AND_LAST.fullmatch(text):
        return ""
    # The words of services that an e-mail address may be made of are those that may stand here.
    return text if looks_personal(f"{search_key(text).replace(' ', '.')}@") else ""


@follows(
    Rule(
        "phrase-longue",
        Severity.CONSEIL,
        f"Une phrase du résumé a {LONG_SENTENCE} mots au plus.",
        "Le résumé se lit en quelques secondes, souvent sur un téléphone, souvent dans l'émotion.",
        "resume: Un médiateur vous aide à vous parler.\n",
        "resume: Un médiateur vous aide à vous parler de la vie de vos enfants, de la maison, de "
        "l'argent et de tout ce qui compte pendant la séparation et longtemps après elle.\n",
    )
)
def summary_is_quick_to_read(service: Service, context: Context) -> Iterator[Finding]:
    """No sentence of ``resume`` is too long."""
    for sentence in long_sentences(service.resume):
        yield Finding(
            ("resume",),
            f"la phrase {quoted(sentence)} a plus de {LONG_SENTENCE} mots",
            "Coupez-la en deux.",
        )


@follows(
    Rule(
        "resume-ponctuation",
        Severity.CONSEIL,
        "Le résumé est fait de phrases, et la dernière a son point.",
        "Dans une liste, on voit ainsi qu'il est entier.",
        "resume: Un médiateur vous aide à vous parler.\n",
        "resume: Un médiateur vous aide à vous parler\n",
    )
)
def summary_ends(service: Service, context: Context) -> Iterator[Finding]:
    """``resume`` ends with a full stop or the like."""
    if not service.resume.endswith((".", "!", "?", "…", ".»", ". »", ".\u00a0»", ")")):
        yield Finding(("resume",), "le résumé ne finit pas par un point", "Ajoutez le point final.")


TEXTS_CHECKS = (nothing_is_shouted, contacts_are_in_their_fields, nobody_is_named)
SERVICE_CHECKS = (summary_is_quick_to_read, summary_ends)
