"""What both clients do alike before a request leaves and after its answer came."""

from __future__ import annotations

import os
import platform
import uuid
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import httpx2

from ._call import Body, Call, segment, to_json
from .api.models import CheckGatesRequest, GatedStage, PredictionJobResponse
from .errors import StagegateConnectionError, UnexpectedAnswerError, error_of
from .tags import latest_etag

T = TypeVar("T")
TIMEOUT_SECONDS = 60.0
MARKDOWN = {"Accept": "text/markdown"}
EXPORT_PATH = "/api/v1/audit-events/export"


def connection(url: str | None, token: str | None, timeout: float, user_agent: str | None) -> dict[str, Any]:
    """Arguments of a client of httpx2; what is not given comes from the environment."""
    url = url or os.environ.get("STAGEGATE_URL")
    token = token or os.environ.get("STAGEGATE_TOKEN")
    if not url:
        raise ValueError("Where is the service? Set STAGEGATE_URL, or pass url.")
    if not token:
        raise ValueError("Who calls? Set STAGEGATE_TOKEN, or pass token.")
    token = token.strip()  # as its file holds it
    if not all("!" <= character <= "~" for character in token):
        # What httpx2 says of a header that cannot be sent would tell the token.
        raise ValueError("The token holds a character that no token has.")
    headers = {"Authorization": f"Bearer {token}", "User-Agent": user_agent or _own_name()}
    return {"base_url": url.rstrip("/"), "headers": headers, "timeout": timeout}


def _own_name() -> str:
    try:
        own = version("stagegate-client")
    except PackageNotFoundError:
        own = "0"
    return f"stagegate-python/{own} python/{platform.python_version()}"


def headers_of(call: Call[Any]) -> dict[str, str]:
    """The call's own headers; a POST gets a key by which the service knows its repetition."""
    keyed = {"Idempotency-Key": uuid.uuid4().hex} if call.method == "POST" else {}
    return {**keyed, **call.headers}


def answer(call: Call[T], response: httpx2.Response | None, failure: httpx2.TransportError | None) -> T:
    """What the answer means, or the exception that it is."""
    if response is None:
        raise StagegateConnectionError(f"{call.method} {call.path}: {failure or 'no answer'}") from failure
    latest_etag.set(response.headers.get("ETag"))
    read = call.answers.get(response.status_code)
    if read is None:
        raise error_of(response)
    try:
        return read(_content(response))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UnexpectedAnswerError(response.status_code, response.text) from fault


def _content(response: httpx2.Response) -> Any:
    if "json" in response.headers.get("Content-Type", ""):
        return response.json()
    return response.text


def upload(
    model: str, number: int, file: str | os.PathLike[str], request: Body | Mapping[str, Any]
) -> Call[PredictionJobResponse]:
    path = (
        f"/api/v1/models/{segment('model', model)}/versions/{segment('version', number)}/evaluations/from-predictions"
    )
    return Call("POST", path, {202: PredictionJobResponse.from_dict}, json=to_json(request), file=Path(file))


def check_as_markdown(model: str, number: int, to_stage: GatedStage | str) -> Call[str]:
    path = f"/api/v1/models/{segment('model', model)}/versions/{segment('version', number)}/gate-checks"
    return Call("POST", path, {200: str}, headers=MARKDOWN, json=CheckGatesRequest(GatedStage(to_stage)).to_dict())


def report_as_markdown(report_id: UUID | str) -> Call[str]:
    return Call("GET", f"/api/v1/gate-reports/{segment('id', report_id)}", {200: str}, headers=MARKDOWN)


def audit_filters(
    model: str | None,
    version: int | None,
    actor: str | None,
    action: str | None,
    since: datetime | None,
    until: datetime | None,
) -> dict[str, Any]:
    given = {"model": model, "version": version, "actor": actor, "action": action}
    times = {"from": since and since.isoformat(), "to": until and until.isoformat()}
    return {name: value for name, value in {**given, **times}.items() if value is not None}
