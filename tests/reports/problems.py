"""Problems with anything in them."""

from hypothesis import strategies as st

from generator.checks.catalogue import RULES
from generator.problems import Problem, Severity

NASTY = st.sampled_from(
    [
        "::error::", "\n::set-output name=x::y", "\r\n::warning ::", "##[error]", "#", "##", "[command]x",
        "%0A::error::", "%25", ",line=1", ":", "\u2028::notice::", "\x85", "\x1b[31m", "\u202e", "\x00",
        "é\u00a0« »", "\\n", "]]>", "::stop-commands::x", "🙂", "\ud800",
    ]
)  # fmt: skip
TEXT = st.lists(st.one_of(NASTY, st.text(max_size=8)), max_size=6).map("".join)
PROBLEMS = st.builds(
    Problem,
    path=TEXT,
    line=st.integers(1, 9_999),
    column=st.integers(1, 9_999),
    rule=st.sampled_from(sorted(RULES)),
    severity=st.sampled_from(Severity),
    field=TEXT,
    message=TEXT,
    hint=TEXT,
)
ONE = Problem(
    "data/services/2A/mediation-été-2a.yaml",
    31,
    18,
    "code-postal-et-commune",
    Severity.ERREUR,
    "lieux[1].code_postal",
    "«\u00a069070\u00a0» n'est pas un code postal de Rennes",
    "Codes possibles\u00a0: 35000, 35200",
)
