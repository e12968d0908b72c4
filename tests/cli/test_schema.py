"""``annuaire schema`` writes two files, and ``--check`` tells when they are old."""

from tests.cli.conftest import Project, Said

FILES = ("schema/service.schema.json", "docs/dictionnaire.md")


def test_what_is_missing_is_written_then_up_to_date(project: Project, said: Said) -> None:
    assert project.run("schema", "--check") == 1
    assert said().count("n'est plus à jour, lancez « annuaire schema »") == len(FILES)
    assert not any((project.root / file).exists() for file in FILES)
    assert project.run("schema") == 0
    assert all((project.root / file).is_file() for file in FILES)
    said()
    assert project.run("schema", "--check") == 0
    assert said() == "".join(f"{file} : à jour\n" for file in FILES)


def test_a_file_that_was_edited_is_told(project: Project, said: Said) -> None:
    project.run("schema")
    with (project.root / FILES[1]).open("a", encoding="utf-8") as file:
        file.write("ajout\n")
    said()
    assert project.run("schema", "--check") == 1
    assert "docs/dictionnaire.md : n'est plus à jour" in said()
