"""How a value type says no: which rule, what was found, how to mend it. A leaf of the model."""

import re

_SHOWN = 60
"""Characters of a value quoted in a message: enough to recognise it, short enough to read."""

_NBSP = "\N{NO-BREAK SPACE}"


class Refused(ValueError):
    """A text that is not a value of its type.

    ``rule`` is the stable name of the rule (kebab-case, French), ``message`` says what was found
    and ``hint`` how to mend it, in French and without a final full stop. It is a ``ValueError`` so
    that pydantic collects it with the other errors of the record.
    """

    def __init__(self, rule: str, message: str, hint: str = "") -> None:
        super().__init__(rule, message, hint)
        self.rule = rule
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message


def quoted(text: str, limit: int = _SHOWN) -> str:
    """``text`` between French quotation marks, on one line, cut to ``limit``, safe to print.

    Whatever cannot be printed (control and invisible characters) is shown as ``�``, so that a
    message about a hostile value is not hostile itself.
    """
    # A hostile value may be long: nothing is done to what will be cut.
    line = re.sub(r"\s+", " ", text[: 10 * limit]).strip()
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
    if len(line) > limit:
        line = line[: limit - 1] + "…"
    return f"«{_NBSP}{line or '(vide)'}{_NBSP}»"
