"""The plan of an import, for people."""

from collections.abc import Iterator
from pathlib import Path

from generator.changes.wording import words
from generator.characters import visible
from generator.importing.draft import Remark
from generator.importing.plan import Action, Plan, Planned
from generator.records.files import relative_path
from generator.reports.text import counted
from generator.typography import no_break

_ONE = {
    Action.CREATE: "à créer",
    Action.CHANGE: "à modifier",
    Action.KEEP: "sans changement",
    Action.REFUSE: "refusée",
}
"""The heading of a kind, for one record."""

_LONGEST = 120
_LISTED = 20
"""Records that stay as they are, of which the names are shown."""


def plan_to_text(plan: Plan, root: Path) -> str:
    """What would be done, record by record, then what could not be taken over."""
    counts = ", ".join(
        f"{len(some)} {action.value.lower() if len(some) > 1 else _ONE[action]}"
        for action in Action
        if (some := plan.of(action))
    )
    lines = [f"Plan d'import : {counts or 'rien à importer'}."]
    for action in Action:
        some = plan.of(action)
        if some:
            lines += ["", action.value]
            lines += _kept(some) if action is Action.KEEP else _entries(some, root)
    if plan.remarks:
        lines += ["", "À savoir"]
        lines += [f"  {_told(one)}" for one in plan.remarks]
    return no_break("\n".join(lines) + "\n")


def _kept(some: list[Planned]) -> Iterator[str]:
    yield from (f"  {one.identifier}" for one in some[:_LISTED])
    if len(some) > _LISTED:
        yield f"  et {counted(len(some) - _LISTED, 'autre')}"


def _entries(some: list[Planned], root: Path) -> Iterator[str]:
    for one in some:
        name = visible(str(one.draft.data.get("nom", "")), _LONGEST)
        where = one.draft.place if one.action is Action.REFUSE else relative_path(one.file, root)
        yield f"  {visible(where, 200)}{f' : {name}' if name else ''}"
        for change in one.fields:
            before, after = (visible(words(v), _LONGEST) for v in (change.before, change.after))
            yield f"    {change.path} : {before} → {after}"
        if one.lost_comments:
            yield f"    {counted(one.lost_comments, 'commentaire')} de la fiche à récrire à la main"
        yield from (f"    doublon probable : {visible(reason, 300)}" for reason in one.duplicates)
        yield from (f"    {_told(reason)}" for reason in one.reasons)


def _told(remark: Remark) -> str:
    return f"{visible(remark.place, 200)} : {visible(remark.message, 2000)}"
