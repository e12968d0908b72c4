"""Explique une règle : ce qu'elle veut, pourquoi, un exemple qui passe, un autre qui ne passe pas.

Sans argument, donne la liste des règles.
"""

import argparse
import re
import textwrap
from collections.abc import Iterator
from difflib import get_close_matches

from generator.characters import FORBIDDEN
from generator.checks.catalogue import RECORDS_CHECKS
from generator.checks.catalogue import RULES as RECORD_RULES
from generator.checks.field_rules import FIELD_RULES
from generator.checks.permanence import PERMANENCE_RULES
from generator.cli.parsing import Parser
from generator.editorial.rules import RULES as TEXT_RULES
from generator.errors import UsageError
from generator.problems import Severity
from generator.records.rules import RULES as READING_RULES
from generator.records.rules import excerpt
from generator.rules import Example, Rule
from generator.typography import no_break

RULES = {**RECORD_RULES, **TEXT_RULES}
"""Every rule by name: of records, then of the texts of the site."""
_WIDTH = 96
_HIDDEN = re.compile(f"{FORBIDDEN.pattern}|\N{NO-BREAK SPACE}")
_EXAMPLES = {
    Example.TEXT: "",
    Example.PATHS: " (des fichiers, sous data/services/)",
    Example.RECORDS: " (plusieurs fiches, chacune après son chemin)",
    Example.REGISTER: " (data/identifiants.csv, à côté de la fiche mediation-exemple-35)",
}
_CONSEQUENCES = {
    Severity.ERREUR: "empêche la publication",
    Severity.AVERTISSEMENT: "est montré, n'empêche rien",
    Severity.CONSEIL: "est montré avec --conseils, n'empêche rien",
}


def configure(parser: Parser) -> None:
    """The options of ``annuaire explain``."""
    parser.add_argument(
        "rule", nargs="?", metavar="RÈGLE", help="nom de la règle, tel que les messages le donnent"
    )


def run(arguments: argparse.Namespace) -> int:
    """Gives 0; raises ``UsageError`` for a rule that does not exist."""
    if arguments.rule is None:
        print(no_break("\n".join(_list())))
        return 0
    # Messages show the name between brackets: whoever pastes them is understood.
    name = arguments.rule.strip("[]")
    if name not in RULES:
        close = get_close_matches(name, RULES, n=3, cutoff=0.5)
        hint = f"Vouliez-vous dire : {', '.join(close)} ?" if close else ""
        raise UsageError(
            f"« {name} » n'est pas une règle. {hint or 'annuaire explain les liste toutes.'}"
        )
    print("\n".join(_explanation(RULES[name])))
    return 0


def groups() -> dict[str, list[Rule]]:
    """All rules, each in one group, in the order of the catalogue."""
    across = {check.rule.name for check in RECORDS_CHECKS}
    alone = {rule.name for rule in FIELD_RULES}
    found: dict[str, list[Rule]] = {
        "Le fichier et son écriture": [],
        "Un champ": [],
        "D'un champ à l'autre": [],
        "D'une fiche à l'autre": [],
        "Les identifiants publiés": [],
    }
    reading, one_field, several_fields, several_records, published = found.values()
    for rule in RECORD_RULES.values():
        if rule.name in READING_RULES:
            reading.append(rule)
        elif rule.name in alone:
            one_field.append(rule)
        elif rule.name in across:
            several_records.append(rule)
        elif rule in PERMANENCE_RULES:
            published.append(rule)
        else:
            several_fields.append(rule)
    return {**found, "Les textes du site": list(TEXT_RULES.values())}


def _list() -> Iterator[str]:
    width = max(map(len, RULES))
    for title, rules in groups().items():
        yield f"{title}\n"
        for rule in rules:
            yield f"  {rule.name:{width}}  {rule.severity.value:13}  {rule.title}"
        yield ""
    yield "annuaire explain RÈGLE en explique une."


def _explanation(rule: Rule) -> Iterator[str]:
    waiver = (
        "Une fiche peut y déroger, avec une raison (champ « derogations »)."
        if rule.may_be_waived and rule.name in RECORD_RULES
        else "On ne peut pas y déroger."
    )
    yield no_break(f"{rule.name} : {rule.severity.value}, {_CONSEQUENCES[rule.severity]}")
    for text in (rule.title, rule.why, waiver):
        yield ""
        yield textwrap.fill(no_break(text), _WIDTH)
    where = _EXAMPLES[rule.example]
    for title, example in (("Ce qui passe", rule.passes), ("Ce qui ne passe pas", rule.fails)):
        if example:
            yield no_break(f"\n{title}{where} :\n")
            yield textwrap.indent(_printable(excerpt(example)), "    ")


def _printable(text: str) -> str:
    """The text with what does not show, or would deceive, named instead."""
    return "\n".join(_HIDDEN.sub(_name, line) for line in text.split("\n"))


def _name(found: re.Match[str]) -> str:
    code = ord(found[0])
    # A byte that is not UTF-8 is a lone surrogate in an example.
    return f"<octet {code - 0xDC00:02X}>" if 0xDC80 <= code <= 0xDCFF else f"<U+{code:04X}>"
