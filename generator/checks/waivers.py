"""Waivers: a record may name a rule it has a good reason not to follow, and say why.

Warnings and advice may be waived, and the few errors whose rule says so; never the errors of
reading, of privacy or of safety. A waiver is watched like the rest: it names a rule that exists, may
be waived, and would speak without it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.checks.rules import Finding
from generator.model.service import Service
from generator.problems import Problem, Severity
from generator.rules import Rule

_CAPITALS = "nom: Médiation familiale SOLIDARITÉS\n"
_WAIVER = "derogations:\n  - regle: {}\n    raison: C'est le nom déposé de l'association.\n"

UNKNOWN = Rule(
    "derogation-inconnue",
    Severity.ERREUR,
    "Une dérogation nomme une règle qui existe.",
    "Avec un nom mal écrit, elle ne dispenserait de rien, sans que personne ne le voie.",
    _CAPITALS + _WAIVER.format("capitales"),
    _WAIVER.format("majuscules"),
)
REFUSED = Rule(
    "derogation-refusee",
    Severity.ERREUR,
    "Une dérogation porte sur un avertissement, un conseil, ou une erreur qui l'admet.",
    "Les règles qui protègent une adresse, ou sans lesquelles la fiche ne se lit pas, valent pour "
    "toutes les fiches.",
    _CAPITALS + _WAIVER.format("capitales"),
    _WAIVER.format("adresse-cachee"),
)
UNUSED = Rule(
    "derogation-inutile",
    Severity.ERREUR,
    "Une dérogation sert encore.",
    "Une exception qui n'a plus d'objet cacherait, un jour, une vraie faute.",
    _CAPITALS + _WAIVER.format("capitales"),
    _WAIVER.format("capitales"),
)
WAIVER_RULES = (UNKNOWN, REFUSED, UNUSED)


@dataclass(frozen=True)
class Waiver:
    """A waiver of a record: the rule it names, and the problem it is when it waives nothing."""

    rule: str
    unused: Problem


def faults_of_waivers(service: Service, rules: Mapping[str, Rule]) -> Iterator[tuple[str, Finding]]:
    """The waivers of ``service`` that name no rule, or one that holds for all records."""
    for index, waiver in enumerate(service.derogations):
        location = ("derogations", index, "regle")
        rule = rules.get(waiver.regle)
        if rule is None:
            names = [name for name, one in rules.items() if one.may_be_waived]
            close = get_close_matches(waiver.regle, names, n=1, cutoff=0.6)
            hint = (
                f"Vouliez-vous dire « {close[0]} » ?"
                if close
                else "Recopiez le nom de la règle tel que le message le donne."
            )
            yield (
                UNKNOWN.name,
                Finding(location, f"aucune règle ne s'appelle « {waiver.regle} »", hint),
            )
        elif not rule.may_be_waived:
            yield (
                REFUSED.name,
                Finding(
                    location,
                    f"la règle « {waiver.regle} » vaut pour toutes les fiches",
                    "Retirez cette dérogation et corrigez ce que la règle signale.",
                ),
            )


def unused_finding(index: int, rule: str) -> Finding:
    """What is said of the waiver at ``index``, which waives nothing."""
    return Finding(
        ("derogations", index, "regle"),
        f"la règle « {rule} » n'a rien à signaler ici : cette dérogation ne sert pas",
        "Retirez-la.",
    )


def apply(
    problems: Iterable[Problem], waivers: Iterable[Waiver]
) -> tuple[list[Problem], list[Waiver]]:
    """The problems of one record that its waivers leave, and the waivers that waive nothing.

    A second waiver of one rule waives nothing.
    """
    found = list(problems)
    broken = {problem.rule for problem in found}
    used: set[str] = set()
    unused = []
    for waiver in waivers:
        if waiver.rule in broken - used:
            used.add(waiver.rule)
        else:
            unused.append(waiver)
    return [problem for problem in found if problem.rule not in used], unused
