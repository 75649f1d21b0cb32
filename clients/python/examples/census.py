"""The files of the repository's census-income example, as bodies of requests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[3] / "examples" / "census-income"


def body(*path: str) -> dict[str, Any]:
    return dict(json.loads(FOLDER.joinpath(*path).read_text()))


def predictions(version: int) -> Path:
    return FOLDER / "predictions" / f"v{version}.parquet"


MEASURED_BY = {
    "task": "binary",
    "dataset": {"name": "adult", "version": "1", "split": "test"},
    "columns": {"rowId": "row_id", "label": "label", "prediction": "prediction", "score": "score"},
    "slices": ["sex", "race"],
}
