"""Web addresses, and what a browser's own reader makes of those that are accepted."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from itertools import product
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.refused import Refused, quoted
from generator.model.url import MAX_LENGTH, host_of, is_https, parse_url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://www.association.example", "https://www.association.example"),
        ("http://www.association.example/", "http://www.association.example/"),
        (" https://a.example/ ", "https://a.example/"),
        ("HTTPS://Www.A.Example/Page", "https://www.a.example/Page"),
        ("https://a.example?id=1#lieu", "https://a.example?id=1#lieu"),
        ("https://a.example#lieu", "https://a.example#lieu"),
        ("https://a.example/M%C3%A9diation%20familiale", None),
        ("https://a.example/index.php?option=com&view=x&id=1:y&a=b?c", None),
        ("https://a.example/@compte/(1);v=2,3!$*+~", None),
        ("https://cidff_77.hebergeur.example/", None),
        ("https://xn--mdiation-e1a.example/", None),
        ("https://a.example/" + "x" * (MAX_LENGTH - 18), None),
    ],
)
def test_a_web_address_is_accepted(text: str, url: str) -> None:
    assert parse_url(text) == (url or text)


COPY = "Copiez l'adresse depuis la barre d'adresse du navigateur"
NAME = f"On attend un nom comme {quoted('www.association.example')}, sans accent ni espace"
START = f"Une adresse commence par {quoted('https://')} ou {quoted('http://')}"


def complete(text: str, mended: str) -> tuple[str, str, str]:
    return (
        text,
        f"{quoted(text)} n'est pas une adresse web complète",
        f"Écrivez {quoted(mended)}, si la page s'ouvre ainsi",
    )


def scheme(text: str, start: str) -> tuple[str, str, str]:
    return (
        text,
        f"{quoted(text)} n'est pas une adresse web, elle commence par {quoted(start)}",
        START,
    )


def name(text: str, host: str) -> tuple[str, str, str]:
    return (text, f"{quoted(host)} n'est pas un nom de site web", NAME)


def character(text: str, found: str, hint: str = COPY) -> tuple[str, str, str]:
    return (
        text,
        f"{quoted(text)} contient le caractère {quoted(found)}, qui n'y est pas admis",
        hint,
    )


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        complete("www.association.example", "https://www.association.example"),
        complete("association.example/contact", "https://association.example/contact"),
        complete("//association.example", "https://association.example"),
        scheme("javascript:alert(1)", "javascript:"),
        scheme("JavaScript:alert(1)", "JavaScript:"),
        scheme("data:text/html,x", "data:"),
        scheme("ftp://a.example", "ftp:"),
        scheme("mailto:contact@a.example", "mailto:"),
        (
            "https://moi:secret@a.example/",
            f"{quoted('https://moi:secret@a.example/')} contient un nom d'utilisateur ou un mot de passe",
            f"Retirez ce qui précède {quoted('@')}",
        ),
        (
            "https://a.example:8080/",
            f"{quoted('https://a.example:8080/')} contient un numéro de port",
            f"Retirez {quoted(':8080')} après le nom du site",
        ),
        name("https://médiation.example/", "médiation.example"),
        name("https://a.example\uff0efr/", "a.example\uff0efr"),
        name("https://a%2eexample/", "a%2eexample"),
        name("http://127.0.0.1/", "127.0.0.1"),
        name("http://2130706433/", "2130706433"),
        name("http://0x7f000001/", "0x7f000001"),
        name("http://[::1]/", "[::1]"),
        name("http://localhost/", "localhost"),
        name("http://imprimante.local/", "imprimante.local"),
        name("http://a.example./", "a.example."),
        name("https://\u212aiosque.example/", "\u212aiosque.example"),
        name("https:///page", "https:///page"),
        character("https://a.example\\@b.example/", "\\"),
        character(
            "https://a.example/é",
            "é",
            f"Écrivez {quoted('https://a.example/%C3%A9')}",
        ),
        character(
            "https://a.example/?q='x'",
            "'",
            f"Écrivez {quoted('https://a.example/?q=%27x%27')}",
        ),
        character(
            "https://a.example/<b>",
            "<",
            f"Écrivez {quoted('https://a.example/%3Cb%3E')}",
        ),
        (
            "https://a.example/ma page",
            f"{quoted('https://a.example/ma page')} contient une espace",
            f"Écrivez {quoted('https://a.example/ma%20page')}",
        ),
        *[
            (
                text,
                f"{quoted(text)} contient un signe {quoted('%')} ou {quoted('#')} mal placé",
                COPY,
            )
            for text in (
                "https://a.example/%",
                "https://a.example/%zz",
                "https://a.example/%0d%0aSet-Cookie",
                "https://a.example/%00",
                "https://a.example/%7f",
                "https://a.example/#a#b",
            )
        ],
        (
            "https://a.example/" + "x" * MAX_LENGTH,
            f"{quoted('https://a.example/' + 'x' * MAX_LENGTH)} compte plus de 2000 caractères",
            "Cherchez une adresse plus courte de la même page",
        ),
        *[
            (
                text,
                f"{quoted(text)} n'est pas une adresse web",
                "Copiez-la depuis la barre d'adresse du navigateur, avec " + quoted("https://"),
            )
            for text in ("", "voir le site", "/evil", "\\\\a.example")
        ],
    ],
)
def test_another_address_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_url(text)
    assert caught.value.rule == "adresse-web"
    assert caught.value.message == message
    assert caught.value.hint == hint


def test_what_follows_from_an_address() -> None:
    assert is_https("https://a.example/")
    assert not is_https("http://a.example/")
    for tail in ("", "/", "?x", "#x", "/x?y#z"):
        assert host_of("https://www.a.example" + tail) == "www.a.example"


NODE = shutil.which("node")
READ_IN_NODE = """
const urls = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(urls.map((text) => {
  try {
    const { protocol, hostname, port, username, password } = new URL(text);
    return [protocol, hostname, port, username + password];
  } catch {
    return null;
  }
})));
"""

SCHEMES = (
    "http://",
    "https://",
    "HTTPS://",
    "https:/",
    "https:\\\\",
    "//",
    "javascript://",
    " http://",
)
HOSTS = (
    "a.example A.Example www.a-b.asso.fr a_b.c.fr _a.b.fr a_.b.fr 0.tl 1.2.3.fr 1001mags.com "
    "xn--mdiation-e1a.fr xn--a.fr xn--.fr a.xn--p1ai ab--cd.fr 127.0.0.1 0x7f.1 1.2 1.0x2 [::1] "
    "a.fr. .a.fr a..fr -a.fr localhost a%2efr a\u3002fr a\uff0efr \u212a.fr \u017f.fr a\u00ad.fr a.fr:80 "
    "u@a.fr u:p@a.fr a.fr\\@b.fr a.fr;b.fr a.fr,b.fr é.fr ß.fr"
).split(" ")
TAILS = (
    "",
    *"/ /x ?x #x /x?y#z /@b.fr /\\b.fr \\b.fr @b.fr ?@b.fr #@b.fr /. /.. /../.. /%2e%2e // //b.fr /%00 "
    "/%0a /%7f /%C3%A9 /é /: /; /& /' /\" /< /> /[ /| /^ /` /{ /a?b?c /a#b#c ?\\b.fr #\\b.fr /%".split(
        " "
    ),
    "/\t",
    "\n",
    "/a\nb",
    "/ x",
)  # fmt: skip - the table is easier to read so
ODD_CHARACTERS = [
    chr(code) for code in (*range(0x250), *range(0x2000, 0x2070), *range(0xFF01, 0xFF5F))
]


def accepted(texts: Iterable[str]) -> list[str]:
    """What remains of the texts once refused ones are left out."""
    urls = set()
    for text in texts:
        with suppress(Refused):
            urls.add(parse_url(text))
    return sorted(urls)


@pytest.mark.skipif(NODE is None, reason="compares with the reader of browsers, found in Node")
def test_a_browser_reads_each_accepted_address_as_we_do() -> None:
    urls = accepted(map("".join, product(SCHEMES, HOSTS, TAILS))) + accepted(
        form.format(character)
        for character in ODD_CHARACTERS
        if character not in "{}"
        for form in ("https://a{}b.example/", "https://a.example{}b.fr/", "https://a.example/{}b")
    )
    assert len(urls) > 500
    answer = subprocess.run(
        [NODE, "-e", READ_IN_NODE],
        input=json.dumps(urls),
        capture_output=True,
        text=True,
        check=True,
    )
    for url, seen in zip(urls, json.loads(answer.stdout), strict=True):
        assert seen == [url.partition("//")[0], host_of(url), "", ""], url


HOSTILE_URLS = st.tuples(
    st.sampled_from(SCHEMES),
    st.one_of(st.sampled_from(HOSTS), st.text("abz01.-_@:/\\%", max_size=12)),
    st.one_of(st.sampled_from(TAILS), st.text(max_size=12)),
).map("".join)


@given(HOSTILE_URLS)
def test_python_reads_each_accepted_address_as_we_do(text: str) -> None:
    try:
        url = parse_url(text)
    except Refused:
        return
    parts = urlsplit(url)
    assert parts.scheme in ("http", "https")
    assert (parts.netloc, parts.hostname, parts.port) == (host_of(url), host_of(url), None)
