"""Writes the modules into the folder of the generated part: `python -m generator DOCUMENT FOLDER`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from .annotations import Annotations
from .asyncio_ import awaited
from .document import Document
from .models import give_bases, name_unset
from .names import names, secrets
from .operations import operations
from .typed_dicts import fields, policies

VERBS = ("_promotion_verbs", "_prediction_verbs")
"""Modules of the package that are written by hand without asyncio."""


def main(document: Path, folder: Path) -> None:
    annotations = Annotations(Document(document), folder / "models")
    methods = operations(annotations)
    modules = {
        "operations": methods,
        "async_operations": awaited(methods),
        **{f"async{name}": awaited(_from_inside((folder.parent / f"{name}.py").read_text())) for name in VERBS},
        "fields": fields(annotations),
        "policies": policies(annotations),
        "names": names(annotations),
        "secret_fields": secrets(annotations.document),
    }
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text)
    give_bases(folder / "models")
    name_unset(folder / "types.py")


def _from_inside(module: str) -> str:
    """A module of the package as one of its generated part."""
    return re.sub(r"^(\s*)from \.", r"\1from ..", module, flags=re.MULTILINE).replace("from ..api.", "from .")


main(Path(sys.argv[1]), Path(sys.argv[2]))
