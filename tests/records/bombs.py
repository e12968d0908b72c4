"""Files made to harm whoever reads them, each at most as large as what is read of a file."""

from generator.records.rules import MAX_BYTES


def _filled(piece: str, before: str = "", after: str = "") -> bytes:
    """``piece`` as many times as a file holds."""
    room = MAX_BYTES - len(before.encode()) - len(after.encode())
    return (before + piece * (room // len(piece.encode())) + after).encode()


def _aliases() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    return "\n".join(lines) + "\n"


def _merges() -> str:
    lines = ["a0: &a0 {x: y}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 30)]
    return "\n".join(lines) + "\n"


BOMBS: dict[str, bytes] = {
    "opening brackets": _filled("["),
    "opening braces": _filled("{"),
    "brackets after a key": _filled("[", "a: "),
    "braces with keys": _filled("{a: "),
    "dashes": _filled("- "),
    "question marks": _filled("? "),
    "colons": _filled(": "),
    "colons without spaces": _filled(":"),
    "brackets on many lines": _filled("[\n"),
    "closing brackets": _filled("]"),
    "commas": _filled(",", "a: ["),
    "pairs in a flow": _filled("a: b, ", "x: {", "}"),
    "steps of indentation": "".join(" " * n + "a:\n" for n in range(340)).encode(),
    "one key repeated": _filled("a: b\n"),
    "empty keys": _filled('"": b\n'),
    "complex keys": _filled("? [a]\n: b\n"),
    "aliases never defined": _filled("- *a\n"),
    "anchors": _filled("- &a\n"),
    "tags": _filled("- !!str\n"),
    "long tag": _filled("a", "a: !<", ">"),
    "long anchor": _filled("a", "a: &", " b"),
    "exponential aliases": _aliases().encode(),
    "exponential merges": _merges().encode(),
    "comments after values": _filled("- a #\n"),
    "comments": _filled("#\n", after="a: b"),
    "blank lines then an error": _filled("\n", "a: b\n", "  c: d"),
    "documents": _filled("---\n"),
    "ends of documents": _filled("...\n"),
    "directives": _filled("%A\n"),
    "percent signs": _filled("%"),
    "absurd version": _filled("9", "%YAML 1."),
    "one plain text": _filled("a"),
    "one plain text of many lines": _filled("a\n"),
    "one plain text of many words": _filled("a ", "a: "),
    "long key": _filled("a", after=": b"),
    "one quoted text": _filled("é", 'a: "', '"'),
    "one folded text": _filled(" a\n\n", "a: >\n"),
    "open quote": _filled("a\n", 'a: "'),
    "quotes": _filled('"'),
    "apostrophes": _filled("'", "a: "),
    "escapes of NUL": _filled("\\0", 'a: "', '"'),
    "many texts of escapes of NUL": _filled('- "' + "\\0" * 4_000 + '"\n'),
    "broken escapes": _filled("\\U00110000", 'a: "', '"'),
    "spaces": _filled(" ", after="a"),
    "spaces then an error": _filled(" ", "a: b\n", "@"),
    "spaces inside a value": _filled(" ", "a: b", "# c: d"),
    "tabs": _filled("\t"),
    "tabs on many lines": _filled("\ta\n"),
    "tabs between words": _filled("a\t"),
    "no-break spaces": _filled("\u00a0"),
    "no-break spaces on many lines": _filled("\u00a0a\n"),
    "mixed indentation": _filled(" \t\u00a0\n"),
    "NUL": _filled("\0"),
    "next lines": _filled("\u0085"),
    "zero-width spaces": _filled("\u200b\n", "a: "),
    "carriage returns": _filled("\r"),
    "not UTF-8": b"\xff" * MAX_BYTES,
    "not UTF-8 at the end": _filled("a\n")[:-1] + b"\x81",
    "Windows-1252": b"a: \xe9\n" * (MAX_BYTES // 6),
    "UTF-16": b"\xff\xfe" + b"a\0" * (MAX_BYTES // 2 - 1),
    "piled marks": _filled("\u0301\u0323", "a: b"),
    "piled marks in a quoted text": _filled("\u0301\u0323", 'a: "b', '"'),
    "piled marks in allowed lengths": _filled('- "b' + "\u0315\u0301\u0323" * 3_000 + '"\n'),
    "piles as high as allowed": _filled("e\u0315\u0301\u0323\u0327", "a: "),
    "Hangul to compose": _filled("\u1112\u1161\u11ab", "a: "),
    "ligature that grows": _filled("\ufb2c", "a: "),
    "dashes then a colon": _filled("- ", after="a:b\nc: d"),
    "a word and no colon": _filled("a b ", "a: b\n", "\nc: d"),
    "key and many spaces": _filled(" ", "a: b\nc", "d\ne: f"),
}
"""By what they are made of."""
