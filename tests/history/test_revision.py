"""The records of a revision, read from a repository that anyone may have written to."""

import subprocess
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.history import open_edition
from generator.history.revision import commit_of, record_files
from generator.project import Project
from generator.territory import Territory

RECORD = """\
type: mediation_familiale
nom: Médiation Exemple
statut: ouvert
gestionnaire:
  nom: Association Exemple
resume: Un médiateur vous aide à vous parler, à Rennes.
contact:
  telephone: '01 99 00 12 34'
lieux:
  - role: siege
    commune: Rennes
    code_insee: '35238'
sources:
  - url: https://www.association.example/
    consulte_le: '2026-11-02'
verification:
  statut: a_confirmer
"""


class Repository:
    """A repository whose commits are made of trees written by hand, whatever their names."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._git("init", "--quiet", "--initial-branch=main")
        (root / "pelicanconf.py").touch()

    def _git(self, *arguments: str, said: bytes | None = None) -> str:
        identity = ("-c", "user.name=Essai", "-c", "user.email=essai@association.example")
        done = subprocess.run(
            ["git", "-C", str(self.root), *identity, *arguments],
            input=said, check=True, capture_output=True,
        )  # fmt: skip
        return done.stdout.decode().strip()

    def commit(self, *entries: tuple[str, bytes, bytes]) -> str:
        """A commit of the entries (mode, path, content) and nothing else, made without checkout."""
        lines = b""
        for mode, path, content in entries:
            digest = self._git("hash-object", "-w", "--stdin", said=content).encode()
            lines += mode.encode() + b" " + digest + b"\t" + path + b"\0"
        self._git("read-tree", "--empty")
        self._git("update-index", "-z", "--index-info", said=lines)
        return self._git("commit-tree", self._git("write-tree"), "-m", "essai")

    def lose(self, name: str) -> None:
        """Remove an object, as in a repository that was fetched in part."""
        digest = self._git("rev-parse", name)
        (self.root / ".git" / "objects" / digest[:2] / digest[2:]).unlink()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path.resolve())


def found(repository: Repository, commit: str) -> list[tuple[str, str]]:
    services = repository.root / "data" / "services"
    files = record_files(commit, services, repository.root)
    return [(one.departement, one.identifier) for one in files]


def test_only_ordinary_files_at_a_record_s_place_are_records(repository: Repository) -> None:
    content = RECORD.encode()
    commit = repository.commit(
        ("100644", b"data/services/35/mediation-a-35.yaml", content),
        ("100755", b"data/services/35/mediation-b-35.yaml", content),
        ("120000", b"data/services/35/lien-35.yaml", b"/etc/passwd"),
        ("100644", b"data/services/35/\xff\xfe-35.yaml", content),
        ("100644", "data/services/35/médiation.yaml".encode(), content),
        ("100644", b"data/services/35/deux\nlignes.yaml", content),
        ("100644", b"data/services/35/-rf.yaml", content),
        ("100644", b"data/services/35/$(touch rate).yaml", content),
        ("100644", b"data/services/35/plus/bas-35.yaml", content),
        ("100644", b"data/services/sans-dossier.yaml", content),
        ("100644", b"data/services/35/notes.txt", content),
        ("100644", b"data/services/35/trop-gros-35.yaml", b"#" * 70_000),
        ("100644", b"data/services-bis/35/ailleurs-35.yaml", content),
    )
    assert found(repository, commit) == [("35", "mediation-a-35"), ("35", "mediation-b-35")]
    assert {one.name for one in repository.root.iterdir()} == {".git", "pelicanconf.py"}


def test_the_content_is_that_of_the_revision_byte_for_byte(repository: Repository) -> None:
    odd = b"a: b\n\n\0missing\n" + b"\xff\r\n"
    empty = b""
    commit = repository.commit(
        ("100644", b"data/services/35/aaa.yaml", odd),
        ("100644", b"data/services/35/bbb.yaml", empty),
        ("100644", b"data/services/35/ccc.yaml", RECORD.encode()),
    )
    services = repository.root / "data" / "services"
    contents = [one.content for one in record_files(commit, services, repository.root)]
    assert contents == [odd, empty, RECORD.encode()]


@pytest.mark.parametrize(
    "lost", ["data/services/35/mediation-a-35.yaml", "data/services/35", "data"]
)
def test_what_the_repository_has_not_got_is_not_taken_for_what_was_not_there(
    repository: Repository, lost: str
) -> None:
    commit = repository.commit(
        ("100644", b"data/services/35/mediation-a-35.yaml", RECORD.encode()),
        ("100644", b"data/services/35/mediation-b-35.yaml", b"other"),
    )
    repository.lose(f"{commit}:{lost}")
    with pytest.raises(UsageError, match="ne contient pas tous les fichiers de cette révision"):
        found(repository, commit)


def test_a_revision_without_records_has_none(repository: Repository) -> None:
    assert found(repository, repository.commit(("100644", b"data/x.txt", b""))) == []


def test_an_edition_says_which_records_it_could_not_read(
    repository: Repository, project_root: Path
) -> None:
    commit = repository.commit(
        ("100644", b"data/services/35/mediation-a-35.yaml", RECORD.encode()),
        ("100644", b"data/services/35/mediation-b-35.yaml", b"{[ * & !!"),
        ("100644", b"data/services/35/mediation-c-35.yaml", b"nom: Sans rien d'autre\n"),
        ("100644", b"data/services/99/mediation-d-99.yaml", RECORD.encode()),
    )
    project = Project.find(repository.root)
    edition = open_edition(commit, project, Territory.load(project_root))
    assert list(edition.services) == ["mediation-a-35"]
    assert edition.unread == {"mediation-b-35", "mediation-c-35", "mediation-d-99"}
    assert (edition.name, str(edition.date)) == (commit[:12], "2026-11-02")


@pytest.mark.parametrize(
    "name", ["absente", "--help", "-v", "HEAD; touch x", "a\nb", "", "x\0y", "@{-1}"]
)
def test_what_git_does_not_know_is_told_in_one_line(repository: Repository, name: str) -> None:
    with pytest.raises(UsageError, match="ni une révision que git connaît"):
        commit_of(name, repository.root)


def test_a_tree_or_a_blob_is_no_revision(repository: Repository) -> None:
    commit = repository.commit(("100644", b"data/services/35/aaa.yaml", b"a: b\n"))
    for name in (f"{commit}:", f"{commit}:data/services/35/aaa.yaml"):
        with pytest.raises(UsageError):
            commit_of(name, repository.root)


def test_a_folder_that_is_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="n'est pas dans un dépôt git"):
        commit_of("HEAD", tmp_path)


def test_git_may_be_missing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="git n'est pas installé"):
        commit_of("HEAD", repository.root)


def test_records_elsewhere_have_no_past(repository: Repository, tmp_path: Path) -> None:
    commit = repository.commit(("100644", b"data/services/35/aaa.yaml", b"a: b\n"))
    with pytest.raises(UsageError, match="git n'en connaît pas le passé"):
        list(record_files(commit, tmp_path.parent, repository.root))
