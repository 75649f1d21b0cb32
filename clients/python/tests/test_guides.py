"""The cells of docs/guides/notebook.md run as one program, against a running service."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
PAGE = (REPOSITORY / "docs" / "guides" / "notebook.md").read_text()
PROGRAM = "\n".join(re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))


def test_the_guide_for_notebooks_does_what_it_says(tmp_path: Path) -> None:
    name = f"income-{time.time_ns()}"  # free, however often it runs
    (tmp_path / "examples").symlink_to(REPOSITORY / "examples")
    (tmp_path / "cells.py").write_text(PROGRAM.replace('"income"', f'"{name}"'))
    environment = {**os.environ, "MPLBACKEND": "agg"}
    ran = subprocess.run(
        [sys.executable, "cells.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    printed = ran.stdout.splitlines()
    assert [line for line in printed if line.startswith(("1 ", "2 "))][0].startswith("1 {")
    for promised in re.findall(r"\)  # (.*)", PROGRAM):
        assert promised in printed, f"{promised} is not in\n{ran.stdout}"
