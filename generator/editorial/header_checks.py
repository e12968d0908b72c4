"""What is checked of the first lines of a text: title, address, date, summary, place on the site."""

import re
from collections.abc import Iterator

from generator.editorial.addresses import FIXED_PAGES
from generator.editorial.content import SECTIONS, ContentFile
from generator.editorial.faults import problem, suggestion
from generator.model.dates import parse_date
from generator.model.refused import Refused
from generator.problems import Problem

_REQUIRED = {
    "title": "le titre de la page",
    "slug": "la fin de son adresse",
    "date": "le jour où elle a été écrite",
    "summary": "ce qu'elle dit, en une phrase",
}
_OPTIONAL = frozenset(
    "category menu menu-titre pied pied-titre rubrique langage limite numeros chiffres modified".split()
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def header_problems(file: ContentFile) -> Iterator[Problem]:
    """What is missing, unknown or wrong in the header of a text."""
    for key, meaning in _REQUIRED.items():
        if not file.metadata.get(key):
            yield problem(
                file.path,
                1,
                "entete",
                f"la ligne « {key.capitalize()}: » manque ({meaning})",
                "Ajoutez-la en haut du fichier, avant la première ligne vide.",
            )
    for key in file.metadata.keys() - _REQUIRED.keys() - _OPTIONAL:
        hint = suggestion(key, {*_REQUIRED, *_OPTIONAL}, "Retirez cette ligne.")
        yield problem(file.path, 1, "entete", f"« {key} » n'est pas une ligne d'en-tête", hint)
    yield from _repeated_lines(file)
    yield from _metadata_forms(file)


def _repeated_lines(file: ContentFile) -> Iterator[Problem]:
    """Lines that say again what another says: Pelican would take one of them, or neither."""
    last = ""
    for line, key in enumerate(file.keys, 1):
        if key and key in file.keys[: line - 1]:
            message = f"« {key.capitalize()}: » est déjà écrit plus haut"
            yield problem(file.path, line, "entete", message, "Gardez une seule de ces lignes.")
        if not key and last != "summary":
            message = f"« {last.capitalize()}: » continue sur une seconde ligne"
            hint = "Écrivez tout sur une ligne ; seul le résumé peut en prendre plusieurs."
            yield problem(file.path, line, "entete", message, hint)
        last = key or last


def _metadata_forms(file: ContentFile) -> Iterator[Problem]:
    slug = file.slug
    if slug and not _SLUG.fullmatch(slug):
        hint = "Des minuscules sans accent, des chiffres et des tirets."
        yield problem(file.path, 1, "entete", f"l'adresse « {slug} » n'en est pas une", hint)
    if slug in FIXED_PAGES and not file.is_news:
        hint = "Choisissez une autre adresse."
        yield problem(file.path, 1, "entete", f"le site a déjà une page « {slug} »", hint)
    for key in ("date", "modified"):
        try:
            parse_date(file.metadata.get(key) or "2026-01-01")
        except Refused as refused:
            yield problem(file.path, 1, "entete", refused.message, f"{refused.hint}.")
    section = file.metadata.get("rubrique", "")
    if not file.is_news and section not in SECTIONS:
        hint = suggestion(section, SECTIONS, f"Rubriques : {', '.join(SECTIONS)}.")
        yield problem(file.path, 1, "entete", f"la rubrique « {section} » n'existe pas", hint)
    for key in ("menu", "pied"):
        if not file.metadata.get(key, "1").isdecimal():
            hint = "Écrivez un nombre : les plus petits viennent d'abord."
            yield problem(file.path, 1, "entete", f"« {key} » n'est pas un rang", hint)
