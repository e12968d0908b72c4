"""French typography of texts: spaces, apostrophes, ellipses. Pure, and idempotent.

The spaces are those of the Lexique des règles typographiques en usage à l'Imprimerie nationale,
with one simplification kept everywhere on the site: U+00A0 before ``: ; ! ?`` alike.
Code and addresses never come here: the caller gives only running text.
"""

import re

_NBSP = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"
_BLANK = rf"[ \n{_NBSP}{_NARROW}]"
_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # l'enfant, aujourd'hui; a quote around nothing but signs or digits stays
    (re.compile(r"(?<=[^\W\d_])'|'(?=[^\W\d_])"), "’"),
    (re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    (re.compile(rf"«{_BLANK}*"), f"«{_NBSP}"),
    (re.compile(rf"{_BLANK}*»"), f"{_NBSP}»"),
    (re.compile(r"[ \n]+(?=[:;!?])"), _NBSP),
    (re.compile(r"(?<=[\w)»%€])(?=[:;!?](?:\s|$))"), _NBSP),
    (re.compile(rf"(?<=\d){_BLANK}?(?=[%€])"), _NBSP),
    (re.compile(rf"(?<=[\dr]) (?=(?:{'|'.join(_MONTHS)})\b)"), _NBSP),
    (re.compile(r"(?<=\bn°) (?=\d)|(?<=\b[DLR]\.) (?=\d)|(?<=\barticle) (?=\d)"), _NBSP),
)
_GROUPED = re.compile(rf"(?<!\d)\d{{1,3}}(?:[ {_NBSP}{_NARROW}]\d{{3}})+(?!\d)")


def french(text: str) -> str:
    """``text`` as French sets it.

    No-break spaces before ``: ; ! ? % €`` and inside guillemets (added where they are missing),
    narrow ones between thousands, the apostrophe ’ and the ellipsis …; a day keeps its month.
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _GROUPED.sub(lambda found: re.sub(r"\D", _NARROW, found[0]), text)
