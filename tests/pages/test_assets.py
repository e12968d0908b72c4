"""The static files of the theme."""

import gzip
import re
from pathlib import Path

import pytest

from generator.pages.assets import service_style, theme_files


def test_a_file_is_named_after_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "20-b.css").write_text("b{}")
    (tmp_path / "styles" / "10-a.css").write_text("a{}")
    script = tmp_path / "static" / "x.js"
    script.write_text("1")
    first = dict(theme_files(tmp_path))
    assert first["style.css"][1] == b"a{}\nb{}\n"
    assert first["x.js"][0].startswith("static/x.")
    script.write_text("2")
    second = dict(theme_files(tmp_path))
    assert second["x.js"][0] != first["x.js"][0]
    assert second["style.css"] == first["style.css"]


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* why */\n.a {\n  color: red;\n}\n", ".a {\ncolor: red;\n}\n"),
        (".a,\n  .b { /* two\n lines */ margin: 0 }\n\n", ".a,\n.b {  margin: 0 }\n"),
    ],
)
def test_a_style_sheet_is_sent_without_what_browsers_skip(
    tmp_path: Path, written: str, sent: str
) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "10-a.css").write_text(written)
    assert service_style(tmp_path) == sent


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("// why\nlet a = 1; // here\n  // and\n", "let a = 1; // here\n"),
        ("/**\n * What.\n */\nlet a;\n/* b */ let c;\n", "let a;\n/* b */ let c;\n"),
        ("/* a */ let b;\nlet c = `\n  d\n`;\n/* e */\n", "/* a */ let b;\nlet c = `\n  d\n`;\n"),
        ('let a = "https://b.example/";\n', 'let a = "https://b.example/";\n'),
    ],
)
def test_a_script_is_sent_without_its_lines_of_comments(
    tmp_path: Path, written: str, sent: str
) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "x.js").write_text(written)
    assert dict(theme_files(tmp_path))["x.js"][1].decode() == sent


def test_no_text_of_the_scripts_could_be_taken_for_a_comment(project_root: Path) -> None:
    for script in (project_root / "theme" / "static").rglob("*.js"):
        texts = re.findall(r"`[^`]*`", script.read_text("utf-8"))
        assert [one for one in texts if re.search(r"\n\s*(//|/\*)", one)] == [], script


def test_no_quoted_text_of_the_styles_could_be_taken_for_a_comment(project_root: Path) -> None:
    for style in (project_root / "theme" / "styles").glob("*.css"):
        assert not re.search(r"""("|')[^"'\n]*(/\*|\*/)[^"'\n]*\1""", style.read_text("utf-8"))


def test_the_stylesheet_is_small(project_root: Path) -> None:
    _, content = dict(theme_files(project_root / "theme"))["style.css"]
    assert len(gzip.compress(content, 9)) < 12_000
