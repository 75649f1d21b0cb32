"""What every generated model has besides its fields: a short representation, HTML and rows."""

from __future__ import annotations

import re
from pathlib import Path

BASES = {
    "GateReportResponse": "PicturedReport",
    "ReplayedGateReportResponse": "PicturedReport",
    "ComparisonResponse": "PicturedReport",
}
"""Models that can be drawn; all others are merely shown."""


UNSET_CLASS = "class Unset:\n"
UNSET_LINE = """class Unset:
    def __repr__(self) -> str:
        return "UNSET"

"""


def name_unset(types: Path) -> None:
    """Lets what is absent show as its name."""
    types.write_text(types.read_text().replace(UNSET_CLASS, UNSET_LINE, 1))


def give_bases(models: Path) -> None:
    """Makes every class of attrs one that shows itself."""
    for file in models.glob("*.py"):
        text = file.read_text()
        found = re.search(r"^@_attrs_define\nclass (\w+):", text, re.MULTILINE)
        if found:
            base = BASES.get(found[1], "Shown")
            text = text.replace(found[0], f"@_attrs_define(repr=False)\nclass {found[1]}({base}):")
            module = "_pictured" if base == "PicturedReport" else "_shown"
            imported = f"from ...{module} import {base}\n"
            text = text.replace(
                "from attrs import define as _attrs_define\n",
                f"from attrs import define as _attrs_define\n{imported}",
                1,
            )
            file.write_text(text)
