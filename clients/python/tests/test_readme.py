"""The programs of the README are right for mypy, and do what they say against a running service."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from mypy import api

FOLDER = Path(__file__).resolve().parents[1]
EXAMPLES = FOLDER.parents[1] / "examples"
BLOCKS = re.findall(r"^```python\n(.*?)^```$", (FOLDER / "README.md").read_text(), re.DOTALL | re.MULTILINE)


PROGRAM = "\n".join(BLOCKS)


def test_every_line_of_the_readme_has_the_right_types(tmp_path: Path) -> None:
    file = tmp_path / "readme.py"
    file.write_text(PROGRAM)
    said, _, code = api.run(["--strict", str(file)])
    assert code == 0, said


def test_the_readme_does_what_it_says(tmp_path: Path) -> None:
    missing = {"STAGEGATE_URL", "STAGEGATE_TOKEN", "STAGEGATE_REVIEWER_TOKEN"} - set(os.environ)
    assert not missing, f"A running service is needed; {', '.join(sorted(missing))} say where."
    name = f"income-{time.time_ns()}"  # free, however often it runs
    (tmp_path / "examples").symlink_to(EXAMPLES)
    (tmp_path / "readme.py").write_text(PROGRAM.replace('"income"', f'"{name}"'))
    environment = {**os.environ, "MPLBACKEND": "agg"}
    ran = subprocess.run(
        [sys.executable, "readme.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    printed = ran.stdout.replace(name, "income").splitlines()
    for promised in re.findall(r"\)  # (.*)", PROGRAM):
        begins = promised.partition("…")[0]
        assert any(line.startswith(begins) for line in printed), f"{promised} is not in\n{ran.stdout}"
    assert (tmp_path / "differences.png").stat().st_size > 0
