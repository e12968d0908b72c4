"""The data dictionary, in Markdown: every field of a record and every closed list, for reusers."""

import json
import re
from typing import Any

from pydantic import BaseModel

from generator.model.vocabulary import Situation, Term
from generator.schema.fields import Described, dotted, fields_of, parts
from generator.typography import no_break

_INTRODUCTION = """# Dictionnaire des données

Ce document dit ce que signifie chaque champ d'une fiche, et chaque valeur des listes fermées. Il est
écrit par `annuaire schema` d'après le modèle (`generator/model/`) : ne le modifiez pas à la main.

- Une fiche est un fichier YAML. Son nom est l'**identifiant** du service, permanent et jamais repris ;
  son dossier est le code du **département** du lieu principal.
- Toute valeur est un texte ; `oui` et `non` répondent aux questions fermées.
- Un champ absent veut dire « on ne sait pas », sauf indication contraire. Un champ écrit n'est jamais
  vide.
- Les champs marqués **obligatoire** sont dans toutes les fiches.
"""
_HEADER = "| champ | titre | sens | contrainte | exemple | source |\n|---|---|---|---|---|---|"


def to_dictionary() -> str:
    """The text of the dictionary, the same for the same model."""
    groups = [_group(part, name) for part, name in parts().items()]
    lists = [_terms(terms, name) for terms, name in _closed_lists().items()]
    return no_break("\n".join([_INTRODUCTION, *groups, "## Listes fermées\n", *lists]))


def _closed_lists() -> dict[type[Term], str]:
    """The closed lists, each with the dotted name of the first field that takes its values there."""
    found: dict[type[Term], str] = {}
    for part, name in parts().items():
        for one in fields_of(part):
            if one.terms is not None:
                found.setdefault(one.terms, dotted(name, one))
    return found


def _group(part: type[BaseModel], name: str) -> str:
    title = f"`{name}`" if name else "La fiche"
    return "\n".join([f"## {title}\n", _HEADER, *(_row(one, name) for one in fields_of(part)), ""])


def _row(field: Described, holder: str) -> str:
    required = " **obligatoire**" if field.is_required else ""
    cells = (
        f"`{field.name}`{required}",
        field.title,
        field.meaning,
        _constraint(field, holder),
        f"`{_shown(field.example)}`",
        field.source or "–",
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _constraint(field: Described, holder: str) -> str:
    if field.part is not None:
        kind = "liste de groupes" if field.is_list else "groupe"
        return f"{kind}, voir {_link(dotted(holder, field))}"
    if field.terms is not None:
        choice = f"{'liste, ' * field.is_list}parmi {_link(_closed_lists()[field.terms])}"
        return f"{choice} ; `{field.default}` quand il est absent" if field.default else choice
    constraint = field.written.constraint if field.written else ""
    return f"liste : {constraint}" if field.is_list else constraint


def _link(name: str) -> str:
    """A link to the title of ``name``, whose anchor is what code hosts make of it."""
    return f"[`{name}`](#{re.sub(r'[^a-z_]', '', name)})"


def _terms(terms: type[Term], name: str) -> str:
    lines = [f"### `{name}`\n", "| code | libellé | définition |", "|---|---|---|"]
    lines += [f"| `{one.value}` | {one.label} | {_definition(one)} |" for one in terms]
    return "\n".join([*lines, ""])


def _definition(term: Term) -> str:
    if not isinstance(term, Situation) or len(term.activites) > 1:
        return term.definition
    (activite,) = term.activites
    return f"{term.definition} (`{activite}` seulement)"


def _shown(example: Any) -> str:
    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
