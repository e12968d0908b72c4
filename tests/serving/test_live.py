"""Pages made when they are asked for are those of the published site, and follow the records."""

import datetime
import gc
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.edition import InvalidRecordsError
from generator.errors import AnnuaireError
from generator.project import Project
from generator.serving import preview
from generator.serving.live import LivePages
from generator.serving.preview import Change, Preview
from generator.serving.server import Changes, Content
from tests.sites import TODAY, BuiltSite

SERVICE = "services/mediation-outre-mer/index.html"
WAIT_SECONDS = 30.0
"""An order of things that fails is told after this long; nothing waits for it otherwise."""


@pytest.fixture
def project(project_root: Path, tmp_path: Path) -> Project:
    """The invented services, to change at will, with the texts and the theme of the project."""
    services = tmp_path / "services"
    shutil.copytree(project_root / "tests/fixtures/fictional/services", services)
    return Project.find(
        project_root,
        services=services,
        today=datetime.date.fromisoformat(TODAY),
        site_url="https://annuaire.example/sous/dossier",
        fictional=True,
    )


@pytest.fixture
def record(project: Project) -> Path:
    return project.services / "974/mediation-outre-mer.yaml"


@pytest.fixture
def live(project: Project) -> LivePages:
    return LivePages(project)


def rewrite(file: Path, old: str, new: str) -> set[Path]:
    """Write ``new`` in the place of ``old``; gives what changed."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return {file}


def test_each_page_of_the_records_is_that_of_the_published_site(
    live: LivePages, fictional_site: BuiltSite
) -> None:
    paths = [one.relative_to(fictional_site.folder).as_posix() for one in fictional_site.pages]
    made = {path: content for path in paths if (content := live.page(path)) is not None}
    assert {"index.html", "recherche/index.html", "departements/974/index.html", SERVICE} < set(
        made
    )
    for path, content in made.items():
        assert content == (fictional_site.folder / path).read_bytes(), path


def test_a_page_follows_its_record(live: LivePages, record: Path) -> None:
    live.refresh(rewrite(record, "fictive des Hauts", "fictive des Cimes"))
    page = live.page(SERVICE)
    assert page is not None
    assert "fictive des Cimes" in page.decode()


def test_a_wrong_record_is_told_and_the_pages_stay(live: LivePages, record: Path) -> None:
    before = live.page(SERVICE)
    with pytest.raises(InvalidRecordsError) as told:
        live.refresh(rewrite(record, "statut: ouvert", "statut: ouvrt"))
    assert [one.rule for one in told.value.problems] == ["valeur-inconnue"]
    assert live.page(SERVICE) == before
    live.refresh(rewrite(record, "statut: ouvrt", "statut: ouvert"))
    assert live.page(SERVICE) == before


def test_a_waiver_of_what_only_the_build_looks_at_is_let_be(live: LivePages, record: Path) -> None:
    """To compare each name with those of all other records takes longer than one waits for a page."""
    waiver = (
        "derogations:\n  - regle: doublon-probable\n    raison: Deux services au même numéro.\n"
    )
    record.write_text(record.read_text("utf-8") + waiver, "utf-8")
    live.refresh({record})
    assert live.page(SERVICE)


def test_two_records_that_cannot_stand_together_are_told(live: LivePages, record: Path) -> None:
    other = record.with_name("mediation-outre-mer-bis.yaml")
    other.write_text(
        record.read_text("utf-8") + "anciens_identifiants: [mediation-outre-mer]\n", "utf-8"
    )
    with pytest.raises(InvalidRecordsError) as told:
        live.refresh({other})
    assert [one.rule for one in told.value.problems] == ["identifiant-deja-pris"]


def test_a_record_that_goes_takes_its_page_with_it_and_one_that_comes_brings_its_own(
    live: LivePages, record: Path
) -> None:
    other = record.with_name("mediation-outre-mer-bis.yaml")
    record.rename(other)
    live.refresh({record, other})
    assert live.page(SERVICE) is None
    assert live.is_gone(SERVICE)
    assert live.page("services/mediation-outre-mer-bis/index.html")
    assert not live.is_gone("services/jamais-vu/index.html")


class Stage:
    """A preview whose build ends when it is told to, with the reason that it is told."""

    def __init__(self, project: Project) -> None:
        self.changes = Changes()
        self.began, self.may_end = Event(), Event()
        self.reason = ""
        self.told: list[str] = []
        self.polite: list[bool] = []
        self.preview = Preview(project, self.changes, self._build, self.told.append)

    def _build(self, *, politely: bool) -> str:
        self.polite.append(politely)
        self.began.set()
        assert self.may_end.wait(WAIT_SECONDS)
        self.may_end.clear()
        return self.reason

    def next_news(self, seen: int) -> str:
        """The problem of the first announcement after number ``seen``."""
        count, problem = self.changes.wait(seen, WAIT_SECONDS)
        assert count == seen + 1
        return problem


@pytest.fixture
def stage(project: Project, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A preview that is ready for the first change."""
    ready = Event()
    monkeypatch.setattr(gc, "freeze", ready.set)  # the last thing done to get ready
    found = Stage(project)
    found.preview.start()
    assert ready.wait(WAIT_SECONDS)
    yield found
    found.may_end.set()


def test_a_changed_record_is_shown_before_anything_is_built(stage: Stage, record: Path) -> None:
    stage.preview.changed(Change.RECORDS, rewrite(record, "des Hauts", "des Cimes"))
    assert stage.next_news(0) == ""
    page = stage.preview.content(SERVICE)
    assert isinstance(page, bytes)
    assert "des Cimes" in page.decode()
    assert stage.began.wait(WAIT_SECONDS)
    stage.reason = "le disque est plein"
    stage.may_end.set()
    assert stage.next_news(1) == "le disque est plein"


def test_a_record_changed_while_records_are_read_is_shown_before_anything_is_built(
    project: Project, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    were_read, may_go_on = Event(), Event()

    def slowly(found: Project) -> LivePages:
        pages = LivePages(found)
        were_read.set()
        assert may_go_on.wait(WAIT_SECONDS)
        return pages

    monkeypatch.setattr(preview, "LivePages", slowly)
    stage = Stage(project)
    stage.preview.start()
    assert were_read.wait(WAIT_SECONDS)
    paths = rewrite(record, "des Hauts", "des Cimes")
    saved = Thread(target=stage.preview.changed, args=(Change.RECORDS, paths))
    saved.start()
    may_go_on.set()
    assert stage.next_news(0) == ""
    page = stage.preview.content(SERVICE)
    assert isinstance(page, bytes)
    assert "des Cimes" in page.decode()
    saved.join()
    stage.may_end.set()


def test_only_a_build_that_nobody_waits_for_lets_others_go_first(
    stage: Stage, record: Path
) -> None:
    stage.preview.changed(Change.SITE, {record})
    stage.may_end.set()
    assert stage.next_news(0) == ""
    stage.preview.changed(Change.RECORDS, rewrite(record, "des Hauts", "des Cimes"))
    assert stage.next_news(1) == ""
    stage.reason = "le disque est plein"
    stage.may_end.set()
    assert stage.next_news(2) == "le disque est plein"
    assert stage.polite == [False, True]


def test_a_wrong_record_is_announced_and_not_built(stage: Stage, record: Path) -> None:
    stage.preview.changed(Change.RECORDS, rewrite(record, "statut: ouvert", "statut: ouvrt"))
    assert "ouvrt" in stage.next_news(0)
    assert "ouvrt" in stage.told[0]
    assert not stage.began.is_set()


def test_a_page_that_is_gone_is_not_shown_as_it_was_built(stage: Stage, record: Path) -> None:
    record.unlink()
    stage.preview.changed(Change.RECORDS, {record})
    assert stage.next_news(0) == ""
    assert stage.preview.content(SERVICE) is Content.GONE
    assert stage.preview.content("donnees/services.csv") is Content.AS_BUILT


def test_a_changed_text_is_shown_once_built(stage: Stage, record: Path) -> None:
    stage.preview.changed(Change.SITE, {record})
    assert stage.preview.content(SERVICE) is Content.AS_BUILT
    assert stage.changes.count == 0
    stage.may_end.set()
    assert stage.next_news(0) == ""
    assert isinstance(stage.preview.content(SERVICE), bytes)


def test_a_text_that_cannot_be_built_is_told_and_the_pages_stay_those_that_were(
    stage: Stage, record: Path
) -> None:
    stage.reason = "le gabarit est faux"
    stage.preview.changed(Change.SITE, {record})
    stage.may_end.set()
    assert stage.next_news(0) == "le gabarit est faux"
    assert stage.preview.content(SERVICE) is Content.AS_BUILT


def test_pages_of_a_program_that_changed_are_those_that_it_built(
    stage: Stage, record: Path
) -> None:
    stage.preview.changed(Change.PROGRAM, {record})
    stage.may_end.set()
    assert stage.next_news(0) == ""
    assert stage.preview.content(SERVICE) is Content.AS_BUILT
    stage.preview.changed(Change.RECORDS, rewrite(record, "des Hauts", "des Cimes"))
    assert stage.changes.count == 1
    stage.may_end.set()
    assert stage.next_news(1) == ""


def test_texts_that_cannot_be_read_leave_what_was_built(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = Event()

    def refused(_: Project) -> LivePages:
        tried.set()
        raise AnnuaireError("les textes sont faux")

    monkeypatch.setattr(preview, "LivePages", refused)
    ready = Event()
    monkeypatch.setattr(gc, "freeze", ready.set)
    stage = Stage(project)
    stage.preview.start()
    assert ready.wait(WAIT_SECONDS)
    assert tried.is_set()
    assert stage.preview.content(SERVICE) is Content.AS_BUILT
