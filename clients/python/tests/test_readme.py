from __future__ import annotations

import re
from pathlib import Path

from mypy import api

README = Path(__file__).resolve().parents[1] / "README.md"
ASSUMED = "from typing import Any\nframe: Any\nmeasure: Any\n"


def test_the_example_of_the_readme_has_the_right_types(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```$", README.read_text(), re.DOTALL | re.MULTILINE)
    file = tmp_path / "example.py"
    file.write_text(ASSUMED + example)
    said, _, code = api.run(["--strict", str(file)])
    assert code == 0, said
