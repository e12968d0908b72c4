"""What was published stays: no identifier of the register may be lost, nor serve again."""

from collections.abc import Iterable, Iterator

from generator.characters import visible
from generator.model.service import Service
from generator.problems import Problem, Severity
from generator.register import FILE, Register
from generator.rules import Example, Rule
from generator.typography import no_break

_HEADER = "identifiant,efface_le,raison\n"

UNREADABLE = Rule(
    "registre-illisible",
    Severity.ERREUR,
    "Le registre des identifiants a un identifiant par ligne, et rien d'autre qu'un effacement.",
    "C'est la mémoire de ce qui a été publié : une ligne perdue est une adresse qui ne mène à rien.",
    _HEADER + "mediation-exemple-35,,\n",
    _HEADER + "mediation-exemple-35,,\nMédiation,,\n",
    Example.REGISTER,
)
LOST = Rule(
    "identifiant-disparu",
    Severity.ERREUR,
    "Un identifiant publié a toujours une fiche, porte son nouveau nom, ou est dit effacé.",
    "Des liens, des carnets d'adresses et d'autres sites y mènent. Un service fermé garde sa fiche ; "
    "une fiche effacée sur demande ne laisse que son identifiant, le jour et la raison.",
    _HEADER + "mediation-exemple-35,,\nmediation-oubliee-35,2026-10-01,demande\n",
    _HEADER + "mediation-exemple-35,,\nmediation-oubliee-35,,\n",
    Example.REGISTER,
)
USED_AGAIN = Rule(
    "identifiant-efface",
    Severity.ERREUR,
    "Un identifiant effacé ne sert plus.",
    "Qui l'avait noté croirait retrouver le service qui a demandé à ne plus y être.",
    _HEADER + "mediation-exemple-35,,\n",
    _HEADER + "mediation-exemple-35,2026-10-01,demande\n",
    Example.REGISTER,
)

PERMANENCE_RULES = (UNREADABLE, LOST, USED_AGAIN)


def permanence_problems(
    register: Register, ids: frozenset[str], services: Iterable[Service]
) -> Iterator[Problem]:
    """The faults of the register, and what it says was published and is no more.

    ``ids`` are the identifiers of all record files, readable or not; ``services`` the records that
    could be read.
    """
    former = {old for one in services for old in one.anciens_identifiants}
    for fault in register.faults:
        yield _problem(
            UNREADABLE,
            fault.line,
            visible(fault.message, 200),
            f"Corrigez cette ligne ({_HEADER.strip()}).",
        )
    for row in register.rows:
        in_use = row.identifier in ids or row.identifier in former
        if row.erasure and in_use:
            yield _problem(
                USED_AGAIN,
                row.line,
                f"« {row.identifier} » a été effacé, et une fiche porte ou a porté ce nom",
                "Donnez un autre nom à la fiche.",
            )
        elif not row.erasure and not in_use:
            yield _problem(
                LOST,
                row.line,
                f"« {row.identifier} » a été publié, et aucune fiche ne le porte plus",
                "Si le service a fermé, gardez sa fiche avec « statut: ferme ». Si elle a changé de "
                "nom, écrivez l'ancien dans « anciens_identifiants ». Si elle est effacée sur "
                "demande, écrivez le jour et la raison sur cette ligne (docs/effacer.md).",
            )


def _problem(rule: Rule, line: int, message: str, hint: str) -> Problem:
    return Problem(FILE, line, 1, rule.name, rule.severity, "", no_break(message), no_break(hint))
