"""Scripts that import each other are named after what they hold, their imports included."""

from pathlib import Path

import pytest

from generator.pages.assets import theme_files


def write(theme: Path, **scripts: str) -> Path:
    for name, text in scripts.items():
        target = theme / "static" / name.replace("__", "/")
        target = target.with_suffix(".js")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    return theme


def test_an_import_names_the_dated_file(tmp_path: Path) -> None:
    files = dict(
        theme_files(
            write(
                tmp_path,
                main='import { a } from "./find/a.js";\n',
                find__a='import {\n  b,\n} from "../b.js";\n',
                b="export const b = 1;\n",
            )
        )
    )
    (main, a, b) = (files[name] for name in ("main.js", "find/a.js", "b.js"))
    assert main[1] == f'import {{ a }} from "./find/{Path(a[0]).name}";\n'.encode()
    assert a[1] == f'import {{\n  b,\n}} from "../{Path(b[0]).name}";\n'.encode()


def test_a_change_of_what_is_imported_renames_all_that_import_it(tmp_path: Path) -> None:
    scripts = {"main": 'import { b } from "./b.js";', "b": "export const b = 1;", "c": ""}
    before = dict(theme_files(write(tmp_path, **scripts)))
    after = dict(theme_files(write(tmp_path, b="export const b = 2;")))
    changed = {name for name in before if before[name][0] != after[name][0]}
    assert changed == {"main.js", "b.js"}


@pytest.mark.parametrize(
    "scripts",
    [
        {"main": 'import { x } from "./missing.js";'},
        {"a": 'import { b } from "./b.js";', "b": 'import { a } from "./a.js";'},
        {"a": 'import { a } from "./a.js";'},
    ],
)
def test_an_import_of_nothing_or_of_itself_is_refused(
    tmp_path: Path, scripts: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match="imports"):
        list(theme_files(write(tmp_path, **scripts)))
