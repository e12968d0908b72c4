"""The settings given for web servers send what ``_headers`` asks for, each server tried for real."""

import http.client
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.pages.assets import theme_files
from generator.pages.hosting import DIGESTED, OPEN_DATA, everywhere, hosting_files
from generator.pages.shared import load_site
from generator.project import Project
from tests import headers
from tests.sites import BuiltSite

ROOT = Path(__file__).resolve().parents[2]
HOSTING = ROOT / "hosting"
THEME = dict(theme_files(ROOT / "theme"))
SITE = load_site(Project.find(ROOT, site_url="https://annuaire.example/sous"), "Annuaire", THEME)
EVERYWHERE = everywhere(SITE)
OURS = {*EVERYWHERE, *OPEN_DATA, *DIGESTED}
MODULES = "/usr/lib/apache2/modules"

Command = list[str | Path]


def nginx(port: int, site: Path, folder: Path) -> Command:
    """The command that serves ``site`` with our settings, written in ``folder``."""
    text = (HOSTING / "nginx" / "site.conf").read_text("utf-8")
    text = text.replace("listen 8080", f"listen 127.0.0.1:{port}")
    text = text.replace("/srv/annuaire/public", str(site))
    shutil.copy(HOSTING / "nginx" / "headers.conf", folder / "annuaire-headers.conf")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}pid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; {temporary} {text} }}\n",
        "utf-8",
    )
    return ["nginx", "-c", folder / "nginx.conf", "-g", "daemon off;"]


def apache(port: int, site: Path, folder: Path) -> Command:
    """The same for Apache, whose settings are an .htaccess above the published folder."""
    above = folder / "above"
    above.mkdir()
    shutil.copy(HOSTING / "apache.conf", above / ".htaccess")
    shutil.copytree(site, above / "public")
    names = "mpm_event authz_core unixd alias dir mime headers filter deflate"
    built_in = subprocess.run(["apache2", "-l"], capture_output=True, check=True, text=True).stdout
    modules = "".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so\n"
        for name in names.split()
        if f"mod_{name}.c" not in built_in
    )
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    for one in (folder, *folder.parents[:3]):
        one.chmod(0o755)
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nServerName annuaire.example\nListen 127.0.0.1:{port}\n"
        f"PidFile {folder}/pid\nErrorLog {folder}/errors\n{modules}{user}"
        f"TypesConfig /etc/mime.types\nDocumentRoot {above}/public\n"
        f"<Directory {above}>\nAllowOverride All\nRequire all granted\n</Directory>\n",
        "utf-8",
    )
    return ["apache2", "-f", folder / "apache.conf", "-D", "FOREGROUND"]


def caddy(port: int, site: Path, folder: Path) -> Command:
    """The same for Caddy."""
    text = (HOSTING / "Caddyfile").read_text("utf-8")
    text = text.replace("annuaire.example {", f"http://127.0.0.1:{port} {{")
    text = text.replace("/srv/annuaire/public", str(site))
    options = "{\n\tadmin off\n\tauto_https off\n}\n\n"
    (folder / "Caddyfile").write_text(options + text, "utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", folder / "Caddyfile"]


SERVERS: dict[str, Callable[[int, Path, Path], Command]] = {
    "nginx": nginx,
    "apache2": apache,
    "caddy": caddy,
}


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def started(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until the server answers; say why if it ends."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert process.poll() is None, (process.communicate()[1] or b"").decode()
        else:
            return


@pytest.fixture(scope="module", params=SERVERS)
def server(
    request: pytest.FixtureRequest, real_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    """The port of a web server that serves the real site with our settings."""
    name: str = request.param
    if shutil.which(name) is None:
        assert not os.environ.get("CI"), f"continuous integration must have {name}"
        pytest.skip(f"{name} is not installed")
    port = free_port()
    folder = tmp_path_factory.mktemp(name)
    command = SERVERS[name](port, real_site.folder, folder)
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    ) as process:
        started(process, port)
        yield port
        process.terminate()
        process.communicate()


def answer(port: int, path: str) -> http.client.HTTPResponse:
    """What the server says to a request."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


def sent(response: http.client.HTTPResponse) -> dict[str, list[str]]:
    """Each header of ours with the values it was sent with."""
    return {
        name: values
        for name in sorted(OURS)
        if (values := response.headers.get_all(name)) is not None
    }


def once(*groups: dict[str, str]) -> dict[str, list[str]]:
    """Each header of the groups, sent once."""
    return {name: [value] for group in groups for name, value in sorted(group.items())}


def asset(site: BuiltSite) -> str:
    """The address of the style sheet."""
    (style,) = (site.folder / "static").glob("style.*.css")
    return f"/static/{style.name}"


@pytest.mark.parametrize(
    ("path", "status", "besides"),
    [
        ("/", 200, {}),
        ("/services/", 200, {}),
        ("/securite/", 200, {}),
        ("/pagefind/pagefind.js", 200, {}),
        ("/donnees/", 200, OPEN_DATA),
        ("/donnees/services.csv", 200, OPEN_DATA),
        ("/donnees/lieux.geojson", 200, OPEN_DATA),
        ("/api/v1/departements/69.json", 200, OPEN_DATA),
        ("style", 200, DIGESTED),
        ("/services", 301, {}),
        ("/n-existe-pas/", 404, {}),
        ("/_headers", 404, {}),
    ],
)
def test_a_server_sends_the_headers_of_the_site(
    server: int, real_site: BuiltSite, path: str, status: int, besides: dict[str, str]
) -> None:
    response = answer(server, asset(real_site) if path == "style" else path)
    # Caddy redirects for good with 308.
    assert response.status in ({301, 308} if status == 301 else {status})
    assert sent(response) == once(EVERYWHERE, besides)


def test_the_page_of_errors_is_ours(server: int, real_site: BuiltSite) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server)
    connection.request("GET", "/n-existe-pas/")
    assert connection.getresponse().read().decode() == real_site.text("404.html")
    connection.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/donnees/services.csv", "text/csv; charset=utf-8"),
        ("/donnees/lieux.geojson", "application/geo+json"),
        ("/pagefind/pagefind.js", "javascript"),
    ],
)
def test_a_server_says_what_it_sends(server: int, path: str, kind: str) -> None:
    assert kind in answer(server, path).headers["Content-Type"].lower()


def test_the_file_of_static_hosts_says_the_rules(real_site: BuiltSite) -> None:
    rules = headers.parse(real_site.text("_headers"))
    paths = {"/": {}, "/donnees/x.csv": OPEN_DATA, "/api/x": OPEN_DATA, "/static/x": DIGESTED}
    for path, besides in paths.items():
        assert sorted(headers.matching(rules, path)) == sorted({**EVERYWHERE, **besides}.items())


def test_a_site_under_a_path_asks_for_headers_there() -> None:
    ((path, content),) = hosting_files(SITE)
    assert path == "_headers"
    assert set(headers.parse(content.decode())) == {
        *("/sous/*", "/sous/donnees/*", "/sous/api/*", "/sous/static/*")
    }


@pytest.mark.parametrize("name", ["nginx/headers.conf", "apache.conf", "Caddyfile"])
def test_every_header_is_written_in_the_settings_of_every_server(name: str) -> None:
    """Also where a server is not installed to try them."""
    text = (HOSTING / name).read_text("utf-8")
    for header, value in EVERYWHERE.items():
        assert re.search(rf'{header} "{re.escape(value)}"', text), header
