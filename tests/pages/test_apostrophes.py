"""’ inside words wherever people read a page, and nothing else of the page changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.render import with_apostrophes


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>L'enfant d'abord</p>", "<p>L’enfant d’abord</p>"),
        ("<p>l&#39;UDAF d&#39;Ille-et-Vilaine</p>", "<p>l’UDAF d’Ille-et-Vilaine</p>"),
        ("<p>à moins d'1 km</p>", "<p>à moins d’1 km</p>"),
        ("<p>aujourd'hui<br>l'<b>enfant</b></p>", "<p>aujourd’hui<br>l'<b>enfant</b></p>"),
        ("<p>de 9 h à 12 h, 'ainsi', 5' à pied</p>", None),
        ('<a title="l\'accueil" href="?q=l\'eau">x</a>', None),
        ('<a title="d&#39;ici">x</a>', None),
        ('<script type="application/ld+json">{"name":"l\'UDAF"}</script>', None),
        ("<style>p::before { content: 'a'b'c'; }</style>", None),
        ("<pre><code>WHERE nom = 'l'eau'</code></pre>", None),
    ],
)
def test_only_what_is_read_changes(html: str, shown: str | None) -> None:
    assert with_apostrophes(html) == (shown or html)


PIECES = st.sampled_from(
    ["l'eau", "d&#39;ici", " ", "<b>", "</b>", '<br title="l\'or">', "5'", "’"]
)


@given(st.lists(PIECES).map("".join))
def test_setting_them_twice_changes_nothing_more_and_no_word_is_lost(html: str) -> None:
    once = with_apostrophes(html)
    assert with_apostrophes(once) == once
    assert straight(once) == straight(html)


def straight(html: str) -> str:
    return html.replace("&#39;", "'").replace("’", "'")
