"""Which requests may be sent again, and when. Nothing is repeated that could take effect twice."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

import httpx2

FIRST_WAIT_SECONDS = 0.2


@dataclass(frozen=True)
class Retries:
    most: int = 3
    """How often a request is repeated at most."""
    longest_wait: float = 30.0
    """Seconds; a service that asks for a longer wait is not asked again."""

    def wait(self, method: str, attempt: int, response: httpx2.Response | None) -> float | None:
        """Seconds before the next attempt, None to leave it at this one; without a response the connection broke."""
        if attempt >= self.most:
            return None
        growing = min(FIRST_WAIT_SECONDS * 2**attempt * random.uniform(0.5, 1), self.longest_wait)
        if response is None:
            return growing if _harmless(method) else None
        asked = retry_after(response)
        if not _passing(method, response.status_code, asked is not None):
            return None
        wait = growing if asked is None else asked
        return wait if wait <= self.longest_wait else None


STANDARD_RETRIES = Retries()


def _harmless(method: str) -> bool:
    """Reading has no effect and a POST carries its idempotency key; a PUT, PATCH or DELETE could undo what someone
    else did in between."""
    return method in ("GET", "POST")


def _passing(method: str, status: int, asked: bool) -> bool:
    if status == 429:
        return True
    if status == 409:
        return asked  # the first request with this key is under way
    return status in (502, 503, 504) and _harmless(method)


def retry_after(response: httpx2.Response) -> float | None:
    """The header in both of its forms, seconds and a date, as seconds from now."""
    header = response.headers.get("Retry-After", "")
    if header.isascii() and header.isdigit():
        return float(header)
    try:
        at = parsedate_to_datetime(header)
    except ValueError:
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=timezone.utc)
    return max(0.0, (at - datetime.now(timezone.utc)).total_seconds())
