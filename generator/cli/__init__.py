"""The ``annuaire`` command: a border, not a place to think.

Each command is a module of this package with ``configure(parser)`` and ``run(arguments) -> int``,
imported only when it is called, so that ``--help`` answers at once.
"""

import difflib
import errno
import gc
import importlib
import io
import keyword
import os
import sys
from collections.abc import Sequence

from generator import __version__
from generator.cli.parsing import Parser, WrongCommandLineError
from generator.errors import AnnuaireError, reason
from generator.typography import no_break

OBJECTS_BETWEEN_COLLECTIONS = 1_000_000
"""Records make many objects and next to no cycles: looking for these costs a sixth of a check."""

COMMANDS = {
    "check": "vérifier les fiches et montrer tout ce qui ne va pas",
    "explain": "expliquer une règle : ce qu'elle veut, pourquoi, un exemple",
    "show": "montrer une fiche telle que le site la comprend",
    "new": "écrire une nouvelle fiche en répondant à quelques questions",
    "format": "mettre les fiches dans leur forme unique",
    "schema": "écrire le schéma pour les éditeurs et le dictionnaire des champs",
    "search": "chercher les services les plus proches d'une commune, ou par mots",
    "near": "chercher les services les plus proches d'un point",
    "import": "reprendre des services d'un autre fichier : CSV, JSON, data·inclusion, HSDS, DILA",
    "register": "tenir le registre des identifiants publiés, ou effacer une fiche",
    "diff": "montrer ce qui a changé entre deux éditions des fiches",
    "build": "construire le site et le publier d'un seul coup",
    "join": "réunir les parties d'un site faites par plusieurs machines et le publier",
    "serve": "vérifier, construire et montrer le site ici, puis suivre les changements",
}
"""The commands in the order of the help, with what each does."""


def command() -> int:
    """What the shell calls: ``main``, as the last thing the process does."""
    code = main()
    # The system takes back the memory at once; Python would go through all records, one by one.
    gc.freeze()
    return code


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Gives the exit code: 0 fine, 1 the data or the build failed, 2 misused."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    arguments = list(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal may not know « → »: told by its number, as errors are, rather than a traceback.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = _run(arguments)
        sys.stdout.flush()  # a reader that has gone is noticed here, not when Python ends
    except WrongCommandLineError as error:
        _complain(str(error))
        print(error.usage, file=sys.stderr)
        return error.exit_code
    except AnnuaireError as error:
        _complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone (`annuaire check | head`); there is nobody left to tell.
        _let_go_of_output()
        return 1
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        _let_go_of_output()
        _complain(f"la suite ne peut pas être écrite : {reason(error)}.")
        return 1
    return code


def _run(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_help())
        return 0
    if arguments[0] == "--version":
        print(f"annuaire {__version__}")
        return 0
    name, *rest = arguments
    if name not in COMMANDS:
        close = difflib.get_close_matches(name, COMMANDS, n=1)
        hint = f"Vouliez-vous dire « {close[0]} » ?" if close else "Essayez annuaire --help."
        raise WrongCommandLineError(
            f"« {name} » n'est pas une commande. {hint}", "Usage : annuaire COMMANDE [OPTIONS]"
        )
    module = f"{name}_" if keyword.iskeyword(name) else name
    command = importlib.import_module(f"generator.cli.{module}")
    parser = Parser(f"annuaire {name}", description=command.__doc__ or "")
    command.configure(parser)
    try:
        parsed = parser.parse_args(rest)
    except SystemExit:  # argparse leaves this way after --help
        return 0
    code: int = command.run(parsed)
    return code


def _let_go_of_output() -> None:
    """What was not written yet goes nowhere, instead of failing once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _help() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:{width}}  {summary}" for name, summary in COMMANDS.items()]
    return "\n".join(
        [
            "Annuaire ouvert de la médiation familiale et des espaces de rencontre",
            "",
            "Usage : annuaire COMMANDE [OPTIONS]",
            "",
            "Commandes :",
            *lines,
            "",
            "annuaire COMMANDE --help montre les options d'une commande.",
        ]
    )


def _complain(message: str) -> None:
    print(no_break(f"annuaire : {message}"), file=sys.stderr)
