"""Records written in every way YAML allows and an untidy hand would: for what reads them back."""

import json
import random
import re
from typing import Any

from hypothesis import strategies as st

PLAIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9' -]*[A-Za-zÀ-ÿ0-9]")
WORDS = st.sampled_from(
    "oui non Médiation l'accueil 9h # - : http://x.example [a] {b} * & ! « » | > 'a' \"b\" \\ 50 % @x "
    "01 null true 2024-01-01 1e3 ---".split()
)
LINES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
TEXTS = st.one_of(
    LINES,
    st.lists(st.one_of(LINES, st.just("")), min_size=2, max_size=5).map("\n".join),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=60),
    st.sampled_from(
        ["", " ", "~", "null", "NO", "1_000", "0x1F", "12:30:45", "2A", "1.5", "=", "<<", ".inf", "y",
         "\n", "a\n", "a\n\n", "\na", " a\nb", "a \nb", "- a\n- b", "a\n  b\n", "é" * 200, "\xa0a",
         "a\n\xa0b", "x " * 80, "a  " * 50 + "b"]
    ),
)  # fmt: skip
COMMENTS = ["# note", "#", "# - a: b", "#x", "# « l'accueil » # encore"]


class Untidy:
    """Writes a tree of text with the choices that ``seed`` makes (drawing each would be slow)."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 (an untidy hand keeps no secret)
        self.comments: list[str] = []

    def record(self, data: dict[str, Any]) -> str:
        lines = [*self.gap(0), *self.mapping(data, 0), *self.gap(0)]
        return "\n".join(lines) + self.chance.choice(["\n", "", "\n\n"])

    def gap(self, indent: int) -> list[str]:
        """Sometimes an empty line, sometimes a comment."""
        kind = self.chance.randint(0, 7)
        if kind == 0:
            return [""]
        if kind == 1:
            return [" " * indent + self.comment()]
        if kind == 2:
            return [" " * indent + self.comment(), "", " " * indent + self.comment()]
        return []

    def comment(self) -> str:
        self.comments.append(self.chance.choice(COMMENTS))
        return self.comments[-1]

    def aside(self) -> str:
        """Sometimes a comment at the end of a line."""
        return f"  {self.comment()}" if self.chance.randint(0, 7) == 0 else ""

    def mapping(self, data: dict[str, Any], indent: int) -> list[str]:
        lines = []
        for key in self.chance.sample(list(data), len(data)):
            lines += self.gap(indent)
            lines += self.value(f"{' ' * indent}{key}:", data[key], indent)
        return [*lines, *(self.gap(indent) if lines else [])]

    def sequence(self, items: list[Any], indent: int) -> list[str]:
        lines = []
        for item in items:
            lines += self.gap(indent)
            if isinstance(item, dict) and item and self.chance.random() < 0.5:
                inner = self.mapping(item, indent + 2)
                while inner and (not inner[0].strip() or inner[0].lstrip().startswith("#")):
                    lines.append(inner.pop(0).removeprefix("  "))
                lines += [f"{' ' * indent}- {inner[0].lstrip()}", *inner[1:]]
            else:
                lines += self.value(f"{' ' * indent}-", item, indent)
        return [*lines, *self.gap(indent)]

    def value(self, head: str, value: Any, indent: int) -> list[str]:
        if isinstance(value, str):
            return self.scalar(head, value, indent)
        if not value or self.chance.randint(0, 5) == 0:
            return [f"{head} {self.flow(value)}{self.aside()}"]
        deeper = indent + self.chance.randint(1, 4)
        write = self.mapping if isinstance(value, dict) else self.sequence
        return [head + self.aside(), *write(value, deeper)]

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.flow(one)}" for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + "]"
        return json.dumps(value, ensure_ascii=False)

    def scalar(self, head: str, text: str, indent: int) -> list[str]:
        ways = ["double"]
        if "\n" not in text:
            ways.append("single")
            ways += ["plain"] * bool(PLAIN.fullmatch(text))
        if re.fullmatch(r"[^\s].*[^\n]", text, re.DOTALL) and not re.search(
            r"^ *[\xa0\u202f]|^ +$", text, re.MULTILINE
        ):
            ways.append("literal")
        way = self.chance.choice(ways)
        if way == "plain":
            return [f"{head} {text}"]
        if way == "literal":
            pad = " " * (indent + self.chance.randint(1, 3))
            block = [pad + line if line else "" for line in text.split("\n")]
            return [f"{head} |-{self.aside()}", *block]
        quoted = json.dumps(text, ensure_ascii=False)
        if way == "single":
            quoted = "'" + text.replace("'", "''") + "'"
        return [f"{head} {quoted}{self.aside()}"]


@st.composite
def untidy(
    draw: st.DrawFn, records: st.SearchStrategy[dict[str, Any]]
) -> tuple[Any, str, list[str]]:
    """A record, a text that says it, and the comments of that text."""
    data = draw(records)
    hand = Untidy(draw(st.integers(0, 2**32)))
    text = hand.record(data)
    return data, text, hand.comments
