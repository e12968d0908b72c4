"""What holds of any record, whatever the bytes it was read from."""

from generator.characters import FORBIDDEN
from generator.problems import Severity, in_order
from generator.records.nodes import MappingNode, Node, ScalarNode, SequenceNode, plain
from generator.records.reader import Record
from generator.records.rules import MAX_DEPTH, MAX_SCALAR, RULES


def depth(node: Node) -> int:
    if isinstance(node, ScalarNode):
        return 0
    if isinstance(node, SequenceNode):
        return 1 + max(map(depth, node.items), default=0)
    return 1 + max((depth(entry.value) for entry in node.entries), default=0)


def texts(node: Node) -> list[str]:
    if isinstance(node, ScalarNode):
        return [node.text]
    if isinstance(node, SequenceNode):
        return [text for item in node.items for text in texts(item)]
    return [text for entry in node.entries for text in [entry.key, *texts(entry.value)]]


def check(record: Record, raw: bytes) -> None:
    """Assert all that holds of ``record``, read from ``raw``."""
    assert list(record.problems) == in_order(record.problems)
    lines = record.text.count("\n") + 1 if record.text else raw.count(b"\n") + raw.count(b"\r") + 1
    for problem in record.problems:
        assert problem.severity is RULES[problem.rule].severity
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.message
        assert problem.hint
        shown = problem.message + problem.hint + problem.field
        assert "\n" not in shown
        assert not FORBIDDEN.search(problem.message + problem.hint)
        shown.encode()
    assert "\r" not in record.text
    if record.root is None:
        assert Severity.ERREUR in {problem.severity for problem in record.problems}
        return
    assert isinstance(record.root, MappingNode)
    assert isinstance(plain(record.root), dict)
    assert depth(record.root) <= MAX_DEPTH
    for text in texts(record.root):
        assert len(text) <= MAX_SCALAR
        assert not FORBIDDEN.search(text)
