"""An output where nothing is yet, and a process to build in."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where a site is to be published; nothing is there yet."""
    return tmp_path / "site"


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[str]]:
    """Start ``builder.py`` with these arguments."""

    def start_builder(*arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("builder.py")), *map(str, arguments)],
            env={"PYTHONPATH": str(ROOT), "PATH": ""},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    return start_builder
