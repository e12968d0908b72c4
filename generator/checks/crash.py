"""A bug in one rule is a problem of its own and hides nothing that the others find."""

import traceback
from pathlib import Path

from generator.characters import visible
from generator.checks.rules import Check, Context, Finding, Found, Subject


def guarded(
    check: Check[Subject, Found], subject: Subject, context: Context
) -> tuple[list[Found], Finding | None]:
    """What ``check`` finds until it ends or crashes, and the crash as a finding, located nowhere.

    The hint is for whoever mends the program: it names the line of it that failed.
    """
    found: list[Found] = []
    try:
        found.extend(check.look(subject, context))
    except Exception as error:  # noqa: BLE001 (a bug in one rule must not hide the other rules)
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}, ligne {last.lineno}"
        return found, Finding(
            (),
            f"la règle « {check.rule.name} » n'a pas pu faire son examen",
            "C'est un défaut du programme, pas de la fiche. Signalez-le en recopiant ceci : "
            f"{where}, {type(error).__name__}, {visible(str(error), 200) or 'sans message'}.",
        )
    return found, None
