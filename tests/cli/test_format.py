"""``annuaire format``: what it writes, what it only tells, what it leaves alone."""

from tests.cli.conftest import Project, Said


def untidy(project: Project, identifier: str = "mediation-a-35") -> bytes:
    """A record whose list of languages is set back too far."""
    file = project.add(identifier)
    text = file.read_text("utf-8").replace("  - fr\n  - fsl\n", "     - fr\n     - fsl\n")
    file.write_text(text, "utf-8")
    return text.encode()


def test_a_record_in_its_form_is_left(project: Project, said: Said) -> None:
    file = project.add("mediation-a-35")
    before = file.stat()
    assert project.run("format") == 0
    assert said() == "1 fiche : rien à changer.\n"
    assert file.stat().st_mtime_ns == before.st_mtime_ns


def test_an_untidy_record_is_put_in_its_form(project: Project, said: Said) -> None:
    untidy(project)
    assert project.run("format") == 0
    assert "1 fiche : 1 mise en forme." in said()
    assert project.path("mediation-a-35").read_text("utf-8") == project.add(
        "mediation-b-35", name="Médiation mediation-a-35"
    ).read_text("utf-8")
    assert project.run("format", "--check") == 0


def test_several_records_are_counted(project: Project, said: Said) -> None:
    for identifier in ("mediation-a-35", "mediation-b-35"):
        untidy(project, identifier)
    project.add("mediation-c-35")
    assert project.run("format") == 0
    assert "3 fiches : 2 mises en forme." in said()


def test_check_writes_nothing_and_shows_what_would_change(project: Project, said: Said) -> None:
    before = untidy(project)
    assert project.run("format", "--check") == 1
    told = said()
    assert "data/services/35/mediation-a-35.yaml : à mettre en forme" in told
    assert "    -     - fr\n    -     - fsl\n    +  - fr\n    +  - fsl\n" in told
    assert project.path("mediation-a-35").read_bytes() == before


def test_a_record_that_reads_badly_is_left_alone_and_the_others_are_not(
    project: Project, said: Said
) -> None:
    broken = project.add("mediation-b-35", "nom: A\nnom: B\n")
    untidy(project)
    assert project.run("format") == 1
    told = said()
    assert "[lecture-cle-repetee]" in told
    assert "1 mise en forme, 1 laissée telle quelle (voir ci-dessus)" in told
    assert broken.read_text("utf-8") == "nom: A\nnom: B\n"
    assert project.run("format", "--check", str(project.path("mediation-a-35"))) == 0


def test_a_record_that_cannot_be_written_is_told_and_the_others_are_written(
    project: Project, said: Said
) -> None:
    longest = "a" * 245  # with the name of the file beside it, more than a disk takes
    before = untidy(project, longest)
    untidy(project)
    assert project.run("format") == 1
    told = said()
    assert f"{longest}.yaml ne peut pas être écrit : ce nom est trop long. Rien n'a changé." in told
    assert "1 mise en forme, 1 laissée telle quelle (voir ci-dessus)" in told
    assert project.path(longest).read_bytes() == before


def test_a_comment_that_may_be_text_is_for_a_person_to_settle(project: Project, said: Said) -> None:
    file = project.add("mediation-a-35", "nom: 12 rue des Lilas #5\n")
    assert project.run("format") == 1
    assert "[lecture-commentaire]" in said()
    assert file.read_text("utf-8") == "nom: 12 rue des Lilas #5\n"


def test_only_the_chosen_files_are_put_in_their_form(project: Project, said: Said) -> None:
    before = untidy(project)
    untidy(project, "mediation-b-35")
    assert project.run("format", str(project.path("mediation-b-35"))) == 0
    assert project.path("mediation-a-35").read_bytes() == before
    assert project.run("format", "--check", str(project.path("mediation-a-35").parent)) == 1
    assert "2 fiches : 1 à mettre en forme." in said()


def test_checking_again_says_the_same(project: Project, said: Said) -> None:
    text = untidy(project).decode().replace("01 99 00 12 34", "01 99 00 12") + "inconnu: oui\n"
    project.add("mediation-a-35", text)

    def problems() -> list[tuple[str, str]]:
        project.run("check", "--format", "github", "--conseils")
        lines = said().splitlines()
        return sorted((line.split("title=")[1], line.split()[0]) for line in lines)

    before = problems()
    assert len(before) > 1
    project.run("format")
    said()
    assert problems() == before
