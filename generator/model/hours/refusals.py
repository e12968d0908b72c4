"""Why hours are refused, said to a volunteer: the rules' names and the French messages."""

import re
from typing import Final

from generator.model.refused import Refused, quoted

HOURS: Final = "horaires"
SCHOOL_HOLIDAYS: Final = "horaires-vacances-scolaires"

_NBSP = "\N{NO-BREAK SPACE}"

_EXAMPLE: Final = (
    "Exemple : « Mo-Fr 09:00-12:00,14:00-17:30; PH off » pour du lundi au vendredi de 9 h à 12 h "
    "et de 14 h à 17 h 30, fermé les jours fériés"
)


def refused(message: str, hint: str = "", rule: str = HOURS) -> Refused:
    """Build the refusal, with the spaces inside French quotation marks made no-break."""
    return Refused(rule, _quotation_marks(message), _quotation_marks(hint))


def _quotation_marks(text: str) -> str:
    return text.replace("« ", f"«{_NBSP}").replace(" »", f"{_NBSP}»")


_REFUSALS: Final = (
    (
        re.compile(r"^ *(?:uniquement |seulement )?sur (?:rendez-vous|rdv)[ .]*$", re.IGNORECASE),
        "« sur rendez-vous » ne dit pas d'heure",
        "À la place de cette ligne, écrivez « sur_rendez_vous: oui »",
    ),
    (
        re.compile(r"24/7"),
        "« 24/7 » (ouvert jour et nuit) n'est presque jamais vrai d'un lieu d'accueil",
        "Si c'est bien le cas, écrivez « Mo-Su 00:00-24:00 »",
    ),
    (
        re.compile(r"\d\+"),
        "Une heure de fin manque : « + » (« jusqu'à une heure non précisée ») n'est pas accepté",
        "Donnez l'heure de fin, par exemple « 09:00-17:00 »",
    ),
    (
        re.compile(r"sunrise|sunset|dawn|dusk|easter", re.IGNORECASE),
        "Les horaires liés au soleil ou à Pâques ne sont pas acceptés",
        "Écrivez des heures et des dates, par exemple « Mo-Fr 09:00-17:00 »",
    ),
    (
        re.compile(r"\b(?:unknown|open)\b"),
        "« open » et « unknown » ne sont pas acceptés",
        "Donnez les heures, ou un texte entre guillemets si elles ne sont pas connues",
    ),
    (
        re.compile(r'^[^"]*"[^"]*(?:"[^"]*"[^"]*)*$'),
        "Un guillemet ouvert n'est pas refermé",
        'Un texte s\'écrit entre deux guillemets droits : « Mo 09:00-12:00 "sur rendez-vous" ».',
    ),
)


def why_unreadable(text: str, position: int) -> Refused:
    """Why the rule that begins at ``position`` cannot be read."""
    rest = text[position:]
    outside_comments = re.sub(r'"[^"]*"', '""', rest)
    if re.search(r"\bSH\b", outside_comments):
        return refused(
            "« SH » (vacances scolaires) n'est pas accepté : les calculateurs d'horaires ne "
            "connaissent pas les vacances scolaires françaises, qui changent selon les zones",
            "Écrivez les dates, par exemple « 2026 Feb 14-2026 Mar 1 off »",
            SCHOOL_HOLIDAYS,
        )
    if not text:
        return refused("Les horaires sont vides", _EXAMPLE)
    if not rest:
        return refused("Rien ne suit le dernier « ; » ou la dernière virgule", "Retirez-le")
    for pattern, message, hint in _REFUSALS:
        if pattern.search(outside_comments):
            return refused(message, hint)
    piece = rest.split(";", 1)[0].strip()
    return refused(
        f"{quoted(piece)} n'est pas une écriture d'horaires connue (syntaxe opening_hours "
        "d'OpenStreetMap)",
        f"{_EXAMPLE}. Ce qui ne s'écrit pas ainsi se dit dans « horaires_texte »",
    )
