"""Questions asked in a terminal, one after the other, until each has an answer that will do."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.model.refused import Refused
from generator.territory import search_key
from generator.typography import no_break

Answer = TypeVar("Answer")


def ask(question: str, accept: Callable[[str], Answer], *, default: str = "") -> Answer:
    """Ask until ``accept`` no longer raises ``Refused``; an empty line means ``default``.

    Raises ``EOFError`` and ``KeyboardInterrupt`` when the person stops.
    """
    shown = f"{question} [{default}]" if default else question
    while True:
        text = input(no_break(f"{shown} : ")).strip() or default
        try:
            return accept(text)
        except Refused as refused:
            print(no_break(f"  {refused.message[:1].upper()}{refused.message[1:]}."))
            if refused.hint:
                print(no_break(f"  → {refused.hint.rstrip('.')}."))


def choose(question: str, choices: Sequence[tuple[str, Answer]]) -> Answer:
    """Show the choices with numbers and ask for one, by its number or by words of it alone."""
    for number, (label, _) in enumerate(choices, 1):
        print(no_break(f"  {number}. {label}"))

    def chosen(text: str) -> Answer:
        if text.isdecimal():
            named = [answer for _, answer in choices[int(text) - 1 : int(text)]]
        else:
            named = [answer for label, answer in choices if _names(text, label)]
        if len(named) == 1:
            return named[0]
        raise Refused("choix", f"Répondez par un nombre de 1 à {len(choices)}")

    return ask(question, chosen)


def _names(text: str, label: str) -> bool:
    """Whether ``text`` is the beginning of words of ``label``, whatever its case and accents."""
    key = search_key(text)
    return bool(key) and f" {key}" in f" {search_key(label)}"
