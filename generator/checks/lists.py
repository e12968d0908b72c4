"""Lists: what is said twice in one, and hours that collide."""

from collections.abc import Iterator

from pydantic import BaseModel

from generator.checks.rules import Context, Finding, Location, follows
from generator.model.hours import overlaps
from generator.model.service import Lieu, Service
from generator.problems import Severity
from generator.rules import Rule

# A union written in place would be made anew for each value.
_NESTED = (BaseModel, tuple)


@follows(
    Rule(
        "repetition",
        Severity.ERREUR,
        "Une liste ne dit pas deux fois la même chose.",
        "La répétition se verrait sur la page et fausserait les comptes.",
        "langues: [fr, en]\n",
        "langues: [fr, en, fr]\n",
    )
)
def lists_say_things_once(service: Service, context: Context) -> Iterator[Finding]:
    """No item of a list equals an earlier one."""
    yield from _repeated(service, ())


def _repeated(value: object, location: Location) -> Iterator[Finding]:
    if isinstance(value, BaseModel):
        for name, one in value.__dict__.items():
            if isinstance(one, _NESTED):
                yield from _repeated(one, (*location, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if (first := value.index(item)) < index:
                what = f"« {item} »" if isinstance(item, str) else "ce groupe"
                yield Finding(
                    (*location, index),
                    f"{what} est déjà dans la liste, à la place n° {first + 1}",
                    "Retirez la répétition.",
                )
            elif isinstance(item, BaseModel):
                yield from _repeated(item, (*location, index))


@follows(
    Rule(
        "horaires-en-conflit",
        Severity.AVERTISSEMENT,
        "Les plages d'horaires ne se recouvrent pas.",
        "Quand deux règles se contredisent, une seule est suivie, et ce n'est pas toujours celle "
        "qu'on croit.",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n    horaires: Mo-Fr 09:00-12:00,14:00-17:00\n",
        "lieux:\n  - role: siege\n    commune: Rennes\n    code_insee: '35238'\n"
        "    code_postal: '35000'\n    horaires: Mo-Fr 09:00-12:00,11:00-17:00\n",
    )
)
def hours_do_not_collide(lieu: Lieu, context: Context) -> Iterator[Finding]:
    """No rule of the hours overlaps, replaces or empties another."""
    if lieu.horaires is None:
        return
    for said in overlaps(lieu.horaires):
        message, _, hint = said.partition(". Pour ")
        yield Finding(
            ("horaires",),
            message[:1].lower() + message[1:],
            f"Pour {hint}." if hint else "Relisez les jours et les heures de chaque règle.",
        )


SERVICE_CHECKS = (lists_say_things_once,)
PLACE_CHECKS = (hours_do_not_collide,)
