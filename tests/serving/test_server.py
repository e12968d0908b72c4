"""The preview server answers as a static host would, and never outside its folder."""

import http.client
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from generator.serving.server import (
    HOST,
    Changes,
    Content,
    NoPortError,
    PreviewServer,
    open_server,
)


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A published folder of two pages, with a secret beside it."""
    site = tmp_path / "site"
    (site / "page").mkdir(parents=True)
    (site / "index.html").write_text("<body>accueil</body>")
    (site / "page" / "index.html").write_text("<body>é</body>", "utf-8")
    (site / "404.html").write_text("<body>perdu</body>")
    (site / "données.csv").write_text("a,b\n")
    (tmp_path / "secret.txt").write_text("secret")
    return site


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def server(small_site: Path, changes: Changes) -> Iterator[PreviewServer]:
    """The site served under ``/sous``."""
    with open_server(18_000, small_site, "/sous", changes) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server: PreviewServer, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(HOST, server.server_port)
    connection.request(method, path)
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


@pytest.mark.parametrize(
    ("path", "status", "content"),
    [
        ("/sous/", 200, b"accueil"),
        ("/sous/page/", 200, "é".encode()),
        ("/sous/donn%C3%A9es.csv?x=1", 200, b"a,b"),
        ("/sous/rien/", 404, b"perdu"),
        ("/sous/../secret.txt", 404, b"perdu"),
        ("/sous/%2e%2e/secret.txt", 404, b"perdu"),
        ("/sous//etc/passwd", 404, b"perdu"),
        ("/sous/%00", 404, b"perdu"),
        (f"/sous/{'a' * 300}", 404, b"perdu"),
        (f"/sous/{'a/' * 3000}", 404, b"perdu"),
    ],
)
def test_it_serves_the_site_and_nothing_else(
    server: PreviewServer, path: str, status: int, content: bytes
) -> None:
    found, _, body = ask(server, path)
    assert found == status
    assert content in body
    assert b"secret" not in body


@pytest.mark.parametrize(
    ("path", "to"), [("/", "/sous/"), ("/sous", "/sous/"), ("/sous/page", "/sous/page/")]
)
def test_it_leads_to_the_right_address(server: PreviewServer, path: str, to: str) -> None:
    status, headers, _ = ask(server, path)
    assert (status, headers["Location"]) == (301, to)


def test_a_page_made_at_once_comes_before_the_file_and_one_that_is_gone_is_lost(
    server: PreviewServer,
) -> None:
    now = {"page/index.html": "<body>à l'instant</body>".encode(), "neuve/index.html": b"neuve"}
    server.content = lambda path: now.get(path, Content.AS_BUILT)
    assert "à l'instant".encode() in ask(server, "/sous/page/")[2]
    assert ask(server, "/sous/neuve/")[2] == b"neuve"
    assert b"accueil" in ask(server, "/sous/")[2]
    server.content = lambda _: Content.GONE
    assert ask(server, "/sous/page/")[0] == 404


def test_a_bug_in_making_a_page_keeps_its_traceback(
    server: PreviewServer, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(_: str) -> bytes:
        raise ZeroDivisionError("un défaut du programme")

    server.content = broken
    with pytest.raises(http.client.RemoteDisconnected):
        ask(server, "/sous/page/")
    assert "un défaut du programme" in capfd.readouterr().err


def test_a_page_gets_the_script_that_reloads_it_and_the_published_file_does_not(
    server: PreviewServer, small_site: Path
) -> None:
    _, headers, body = ask(server, "/sous/")
    assert b"/_apercu/suivre.js" in body
    assert headers["Cache-Control"] == "no-store"
    assert "_apercu" not in (small_site / "index.html").read_text()


def test_head_gives_the_headers_alone(server: PreviewServer) -> None:
    status, headers, body = ask(server, "/sous/", "HEAD")
    assert status == 200
    assert int(headers["Content-Length"]) > 0
    assert body == b""


def test_where_nothing_was_built_yet_a_page_waits_and_listens(
    server: PreviewServer, small_site: Path
) -> None:
    shutil.rmtree(small_site)
    status, _, page = ask(server, "/sous/services/x/")
    assert status == 503
    assert "L’aperçu attend une correction" in page.decode()
    assert b"suivre.js" in page


def test_a_build_is_announced_to_who_waits_for_it(server: PreviewServer, changes: Changes) -> None:
    connection = http.client.HTTPConnection(HOST, server.server_port)
    connection.request("GET", "/_apercu/suivre")
    answer = connection.getresponse()
    assert answer.readline() == b"retry: 500\n"
    assert answer.readline() == b"\n"
    changes.announce()
    assert answer.readline() == b"event: nouveau\n"
    answer.readline()
    answer.readline()
    changes.announce("une ligne\nqui dit pourquoi")
    assert answer.readline() == b"event: probleme\n"
    assert answer.readline() == b"data: une ligne\n"
    assert answer.readline() == b"data: qui dit pourquoi\n"
    connection.close()


def stream(server: PreviewServer, page: bytes) -> http.client.HTTPResponse:
    """The events that the script of a page asks for, after their first lines."""
    made_after = re.search(rb"suivre\.js(\?depuis=[0-9]+)", page)
    assert made_after
    connection = http.client.HTTPConnection(HOST, server.server_port)
    connection.request("GET", f"/_apercu/suivre{made_after[1].decode()}")
    answer = connection.getresponse()
    assert [answer.readline(), answer.readline()] == [b"retry: 500\n", b"\n"]
    return answer


def test_what_is_announced_while_a_page_loads_is_told(
    server: PreviewServer, changes: Changes
) -> None:
    """Two changes in a row: the second comes before the page listens."""
    _, _, page = ask(server, "/sous/")
    changes.announce()
    assert stream(server, page).readline() == b"event: nouveau\n"


def test_a_page_opened_while_something_is_wrong_says_so(
    server: PreviewServer, changes: Changes
) -> None:
    changes.announce("statut inconnu")
    _, _, page = ask(server, "/sous/")
    answer = stream(server, page)
    assert answer.readline() == b"event: probleme\n"
    assert answer.readline() == b"data: statut inconnu\n"
    answer.readline()
    changes.announce()
    assert answer.readline() == b"event: nouveau\n"


def test_a_page_of_another_server_is_made_anew(server: PreviewServer) -> None:
    answer = stream(server, b"/_apercu/suivre.js?depuis=7")
    assert answer.readline() == b"event: nouveau\n"


def test_a_page_made_since_the_last_build_waits_for_the_next(
    server: PreviewServer, changes: Changes
) -> None:
    changes.announce()
    _, _, page = ask(server, "/sous/")
    answer = stream(server, page)
    changes.announce("une faute")
    assert answer.readline() == b"event: probleme\n"


def test_a_port_in_use_gives_way_to_the_next(server: PreviewServer, small_site: Path) -> None:
    with open_server(server.server_port, small_site, "", Changes()) as other:
        assert other.server_port > server.server_port


def test_no_free_port_is_said(small_site: Path) -> None:
    with pytest.raises(NoPortError, match="aucun port libre"):
        open_server(65_536, small_site, "", Changes())
