"""What changed between two editions: for a terminal, for a pull request, for programs.

Values come from records, which anyone may write: in a terminal they are made visible, in Markdown
they stand in code spans, where nothing is a link, a mention or markup.
"""

import json
import re
from collections.abc import Callable, Iterator

from generator.changes import Changes, Kind
from generator.changes.changes import Change, as_document
from generator.changes.wording import TITLES, label, sentence, summary, words
from generator.characters import visible
from generator.typography import no_break

_LONGEST = 160
"""Characters of a value that are shown: enough to recognise it; programs read all of it."""

_BACKTICKS = re.compile("`+")


def changes_to_text(changes: Changes) -> str:
    """For people, in a terminal."""
    lines = [_head(changes, str)]
    for title, some in _groups(changes):
        lines += ["", title]
        for one in some:
            lines.append(f"  {one.id}{_name(one)}")
            if one.kind in (Kind.FERMETURE, Kind.RENOMMAGE):
                lines.append(f"    {sentence(one)}")
            lines += [
                f"    {field.path} : {_short(field.before)} → {_short(field.after)}"
                for field in one.fields
            ]
    lines += _unread(changes)
    return no_break("\n".join(lines) + "\n")


def changes_to_markdown(changes: Changes) -> str:
    """For a pull request."""
    lines = [f"### {_head(changes, _code)}"]
    for title, some in _groups(changes):
        lines += ["", f"#### {title}", ""]
        for one in some:
            name = f" {_code(one.nom)}" if one.nom else ""
            told = (
                f" — {_code(sentence(one))}" if one.kind in (Kind.FERMETURE, Kind.RENOMMAGE) else ""
            )
            lines.append(f"- {_code(one.id)}{name}{told}")
            lines += [
                f"  - {label(field)} ({_code(field.path)}) : {_code(_short(field.before))} → "
                f"{_code(_short(field.after))}"
                for field in one.fields
            ]
    lines += _unread(changes)
    return no_break("\n".join(lines) + "\n")


def changes_to_json(changes: Changes) -> str:
    """For programs: the list that ``changes.json`` publishes, without its envelope."""
    return json.dumps(as_document(changes), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


CHANGE_FORMATS: dict[str, Callable[[Changes], str]] = {
    "json": changes_to_json,
    "markdown": changes_to_markdown,
    "text": changes_to_text,
}
"""What ``annuaire diff --format`` chooses from."""


def _head(changes: Changes, cited: Callable[[str], str]) -> str:
    counts = {kind: len(changes.of(kind)) for kind in Kind}
    before = cited(changes.before.name) if changes.before else "?"
    return f"De {before} à {cited(changes.after.name)} : {summary(counts)}."


def _groups(changes: Changes) -> Iterator[tuple[str, tuple[Change, ...]]]:
    return ((TITLES[kind], some) for kind in Kind if (some := changes.of(kind)))


def _name(change: Change) -> str:
    return f" : {visible(change.nom, _LONGEST)}" if change.nom else ""


def _short(value: object) -> str:
    return visible(words(value), _LONGEST)


def _code(text: str) -> str:
    """``text`` in a code span whose fence is longer than any in it (CommonMark 0.31, 6.1)."""
    text = visible(text, _LONGEST)
    fence = "`" * (1 + max((len(one) for one in _BACKTICKS.findall(text)), default=0))
    gap = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{gap}{text}{gap}{fence}"


def _unread(changes: Changes) -> list[str]:
    if not changes.unread:
        return []
    return [
        "",
        f"Non comparées, car illisibles dans l'une des éditions : {', '.join(changes.unread)}",
    ]
