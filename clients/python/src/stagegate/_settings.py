"""What both clients do alike before a request leaves and after its answer came."""

from __future__ import annotations

import json
import os
import platform
import re
import uuid
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx2

from ._call import Call
from ._request import moment
from ._version import __version__
from .api.models import AuditEventResponse
from .errors import StagegateConnectionError, UnexpectedAnswerError, error_of
from .tags import latest_etag

T = TypeVar("T")
TIMEOUT_SECONDS = 60.0
API_PATH = "/api/v1"
OWN_NAME = f"stagegate-python/{__version__} python/{platform.python_version()}"
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
    headers = {
        "Authorization": f"Bearer {token}",
        "User-Agent": user_agent or OWN_NAME,
    }
    return {"base_url": address(url), "headers": headers, "timeout": timeout}


def patience(timeout: httpx2.Timeout) -> float:
    """How many seconds an answer may take to begin; without a limit as long as usual."""
    return TIMEOUT_SECONDS if timeout.read is None else timeout.read


def address(url: str) -> str:
    """Where the service is, without the path of its API, which every call has."""
    text = url.strip().rstrip("/")
    if urlsplit(text).scheme not in ("http", "https") or not urlsplit(text).hostname:
        told = repr(without_password(url))
        raise ValueError(f"{told} is no address of a service: it begins with http:// or https://, and a host follows.")
    return text.removesuffix(API_PATH)


def without_password(url: str) -> str:
    """The address as it may be shown: a name and password for a proxy are secrets."""
    return re.sub(r"^(\w+://)?[^/]*@", r"\1", url)


def headers_of(call: Call[Any]) -> dict[str, str]:
    """The call's own headers; a POST gets a key by which the service knows its repetition."""
    keyed = {"Idempotency-Key": uuid.uuid4().hex} if call.method == "POST" else {}
    return {**keyed, **call.headers}


def answer(call: Call[T], response: httpx2.Response | None, failure: httpx2.TransportError | None) -> T:
    """What the answer means, or the exception that it is."""
    if response is None:
        why = failure or "no answer"
        raise StagegateConnectionError(f"{call.method} {call.path}{_at(failure)}: {why}") from failure
    latest_etag.set(response.headers.get("ETag"))
    read = call.answers.get(response.status_code)
    if read is None:
        raise error_of(response)
    try:
        return read(_content(response))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        # The text itself is not told, since that of a success may hold a token.
        why = f"The answer cannot be read: {type(fault).__name__} {fault}"
        raise UnexpectedAnswerError(response.status_code, why) from fault


def _at(failure: httpx2.TransportError | None) -> str:
    """Which service was called, since the address may come from the environment; without a name and password."""
    try:
        url = failure.request.url if failure else None
    except RuntimeError:  # it was raised outside of a request
        url = None
    return f" at {url.scheme}://{url.netloc.decode('ascii')}" if url else ""


def _content(response: httpx2.Response) -> Any:
    if "json" in response.headers.get("Content-Type", ""):
        return response.json()
    return response.text


def is_export(response: httpx2.Response) -> bool:
    """Whether it is the stream of events, and not a no or the page of a proxy."""
    return response.status_code == 200 and "ndjson" in response.headers.get("Content-Type", "")


def audit_event(line: str) -> AuditEventResponse:
    """An event of the stream."""
    try:
        return AuditEventResponse.from_dict(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UnexpectedAnswerError(200, f"A line cannot be read: {type(fault).__name__} {fault}") from fault


def audit_filters(
    model: str | None,
    version: int | None,
    actor: str | None,
    action: str | None,
    since: datetime | None,
    until: datetime | None,
) -> dict[str, Any]:
    given = {"model": model, "version": version, "actor": actor, "action": action}
    times = {"from": since and moment(since), "to": until and moment(until)}
    return {name: value for name, value in {**given, **times}.items() if value is not None}
