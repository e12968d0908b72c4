"""Problems for programs."""

import json
from collections.abc import Sequence

from generator.problems import Problem


def to_json(problems: Sequence[Problem]) -> str:
    """A JSON document: ``total`` and ``problemes``, in order, with the keys below."""
    return (
        json.dumps(
            {
                "total": len(problems),
                "problemes": [
                    {
                        "chemin": one.path,
                        "ligne": one.line,
                        "colonne": one.column,
                        "regle": one.rule,
                        "gravite": one.severity.value,
                        "champ": one.field,
                        "message": one.message,
                        "conseil": one.hint,
                    }
                    for one in problems
                ],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )
