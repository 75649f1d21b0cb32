"""Which version of the registry an address of MLflow means."""

from __future__ import annotations

import re
from typing import Any

STAGES = ("None", "Staging", "Production", "Archived")


def version_of(client: Any, model_uri: str, model: str | None, version: int | None) -> tuple[str, int]:
    """The name and number that are stated, or those that `models:/name/3`, `/Production`, `/latest` or `@alias` mean.

    Raises:
        ValueError: The address names no version, and none is stated.
    """
    if model is not None and version is not None:
        return model, version
    found = re.fullmatch(r"models:/([^/@]+)([/@])([^/@]+)", model_uri)
    if found is None:
        raise ValueError(f"{model_uri} names no version of the registry; state model and version.")
    name, sign, what = found.groups()
    if sign == "@" or what.lower() == "latest":
        return name, int(client.get_alias(name, "latest" if sign == "/" else what).version)
    if what.isdigit():
        return name, int(what)
    stage = next((stage for stage in STAGES if stage.lower() == what.lower()), None)
    if stage is None:
        raise ValueError(f"{model_uri} names no version, stage or alias.")
    return name, int(client.get_stage(name, stage).version)
