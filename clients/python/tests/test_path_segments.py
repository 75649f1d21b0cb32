"""No path parameter makes a request one for another resource."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from pathlib import Path
from typing import Any

import pytest

from stagegate import AsyncStagegate, Stagegate

DOCUMENT = json.loads((Path(__file__).parents[3] / "openapi/openapi.json").read_text())
SIGNATURES = {
    re.sub(r"(?<=[a-z])(?=[A-Z])", "_", operation["operationId"]).lower(): [
        parameter["name"] for parameter in operation.get("parameters", []) if parameter["in"] == "path"
    ]
    for path, methods in DOCUMENT["paths"].items()
    if path.startswith("/api/v1")
    for operation in methods.values()
}
PARAMETERS = [(name, at) for name, parameters in SIGNATURES.items() for at in range(len(parameters))]
NO_SEGMENTS = ("", ".", "..")
NOWHERE = "http://127.0.0.1:9"


def arguments(name: str, at: int, value: str) -> dict[str, Any]:
    """All that the operation asks for, the path parameters first."""
    parameters = list(inspect.signature(getattr(Stagegate, name)).parameters.values())[1:]
    required = [parameter.name for parameter in parameters if parameter.default is parameter.empty]
    return {one: {} if one == "body" else "a" for one in required} | {required[at]: value}


@pytest.mark.parametrize(("name", "at"), PARAMETERS)
def test_no_parameter_leads_to_another_resource(name: str, at: int) -> None:
    registry = Stagegate(NOWHERE, "secret")
    for value in NO_SEGMENTS:
        with pytest.raises(ValueError, match=f"is no {SIGNATURES[name][at]}: it would change the path"):
            getattr(registry, name)(**arguments(name, at, value))


@pytest.mark.parametrize(("name", "at"), PARAMETERS)
def test_no_parameter_does_with_asyncio(name: str, at: int) -> None:
    async def ask(value: str) -> None:
        async with AsyncStagegate(NOWHERE, "secret") as registry:
            await getattr(registry, name)(**arguments(name, at, value))

    for value in NO_SEGMENTS:
        with pytest.raises(ValueError, match=f"is no {SIGNATURES[name][at]}: it would change the path"):
            asyncio.run(ask(value))


def test_uploads_and_reports_are_held_to_it(tmp_path: Path) -> None:
    registry = Stagegate(NOWHERE, "secret")
    for value in NO_SEGMENTS:
        with pytest.raises(ValueError, match="would change the path"):
            registry.upload_predictions(value, 1, tmp_path, {})
        with pytest.raises(ValueError, match="would change the path"):
            registry.check_gates_as_markdown(value, 1, "Production")
        with pytest.raises(ValueError, match="would change the path"):
            registry.gate_report_as_markdown(value)
