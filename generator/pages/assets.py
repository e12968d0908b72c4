"""The theme's static files: each named after its content, so that browsers may keep it for ever."""

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

STYLESHEET = "style.css"
"""All of ``theme/styles``, in the order of their names: one request, one file a cascade layer."""
_NOT_FOR_SERVICES = ("52-pages", "54-words", "55-find", "56-map", "95-print", "96-print-service")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENT_LINES = re.compile(
    rb"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)\n", re.DOTALL | re.MULTILINE
)
"""The lines of a script that are comments alone."""
_IMPORT = re.compile(rb'(\bfrom ")(\.[^"]+)(?=")')
"""The file that a module imports, as our scripts write it."""


def theme_files(theme: Path) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Each file as ``(name, (path on the site, content))``, in the order of names.

    ``name`` is what templates ask for: ``quit.js``, ``style.css``.
    """
    files = {
        file.relative_to(theme / "static").as_posix(): _light(file)
        for file in (theme / "static").rglob("*")
        if file.is_file()
    }
    files[STYLESHEET] = b"".join(map(_compact, _styles(theme)))
    dated: dict[str, tuple[str, bytes]] = {}
    for name in sorted(files):
        yield name, _dated(name, files, dated)


def service_style(theme: Path) -> str:
    """The part of the style sheet that a service's page shows on a screen, for it to carry itself."""
    styles = (one for one in _styles(theme) if one.stem not in _NOT_FOR_SERVICES)
    return b"".join(map(_compact, styles)).decode()


def _styles(theme: Path) -> list[Path]:
    return sorted((theme / "styles").glob("*.css"))


def _compact(style: Path) -> bytes:
    """A style sheet without comments, indentation nor empty lines: a third less to send."""
    text = _COMMENT.sub("", style.read_text("utf-8"))
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip()).encode()


def _light(file: Path) -> bytes:
    """A file as it is sent: a script without its lines of comments, a sixth less; others whole."""
    content = file.read_bytes()
    return _COMMENT_LINES.sub(b"", content) if file.suffix == ".js" else content


def _dated(
    name: str, files: Mapping[str, bytes], dated: dict[str, tuple[str, bytes]]
) -> tuple[str, bytes]:
    """The path and the content of a file, whose imports name the dated paths of other files.

    ``dated`` keeps what was done. Raises ``ValueError`` when a script imports what is not there, or
    imports itself through others: its name would depend on itself.
    """
    if name not in dated:
        content = files[name]
        if name.endswith(".js"):
            folder = posixpath.dirname(name)
            others = dict(files)
            del others[name]

            def named(found: re.Match[bytes]) -> bytes:
                target = posixpath.normpath(posixpath.join(folder, found[2].decode()))
                if target not in others:
                    raise ValueError(f"{name} imports {target}, which is not there or imports it")
                path, _ = _dated(target, others, dated)
                relative = posixpath.relpath(path, posixpath.join("static", folder))
                return found[1] + (relative if relative[0] == "." else f"./{relative}").encode()

            content = _IMPORT.sub(named, content)
        digest = hashlib.sha256(content).hexdigest()[:8]
        path = PurePosixPath("static", name)
        dated[name] = (str(path.with_name(f"{path.stem}.{digest}{path.suffix}")), content)
    return dated[name]
