"""The examples tell what the documentation prints, against a running service."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PAGE = EXAMPLES.parents[2] / "docs" / "clients.md"


def told_by(example: str) -> str:
    ran = subprocess.run([sys.executable, example], cwd=EXAMPLES, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_the_story_is_the_one_of_the_documentation() -> None:
    (promised,) = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    assert told_by("promote.py") == promised


def test_the_story_is_told_with_asyncio() -> None:
    told = told_by("promote_async.py")
    assert "version 3 is refused: Version 3 for Production: FAIL." in told
    assert "in Production is version 1" in told
