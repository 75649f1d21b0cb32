"""The one form of texts that mean the same, as slices have it that the service reads from prediction files."""

from __future__ import annotations

import datetime
import re

WRITTEN_SHORT = re.compile(
    r"[+-]?(?:[0-9](?:\.[0-9]*[eE][+-]?|[eE][+-])[0-9]{1,3}|[0-9]{17,}\.0*|0?\.0000[0-9]+)", re.ASCII
)
TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(?::([0-9]{2})(\.[0-9]+)?)?"
    r"( ?(?:Z|UTC|[+-][0-9]{2}(?::?[0-9]{2})?))?"
)
ZONE = re.compile(r"([+-])([0-9]{2}):?([0-9]{2})?")


def plain_text(text: str) -> str:
    """A text of one meaning in its one form."""
    if text in ("True", "TRUE", "False", "FALSE"):
        return text.lower()
    if text in ("nan", "NAN"):
        return "NaN"
    return _plain_time(text) if ":" in text else _plain_number(text)


def _plain_number(text: str) -> str:
    if re.fullmatch(r"[+-]?0+\.0*", text):
        return "0"
    whole = re.fullmatch(r"\+?(-?[0-9]{1,16})\.0*", text)
    if whole is not None:
        return whole[1]
    return _shortest(float(text), text) if WRITTEN_SHORT.fullmatch(text) else text


def _shortest(number: float, text: str) -> str:
    if number in (float("inf"), float("-inf")):
        return text
    return str(int(number)) if number.is_integer() and abs(number) < 1e16 else repr(number)


def _plain_time(text: str) -> str:
    """A time in UTC without its mark; a midnight is its date."""
    found = TIME.fullmatch(text)
    if found is None:
        return text
    date, minutes, seconds, fraction, zone = found.groups(default="")
    shown = _in_utc(f"{date} {minutes}:{seconds or '00'}", zone.strip())
    if shown is None:
        return text
    return re.sub(" 00:00:00$", "", shown + re.sub(r"\.?0+$", "", fraction))


def _in_utc(clock: str, zone: str) -> str | None:
    found = ZONE.fullmatch(zone)
    if found is None or found[2] + (found[3] or "00") == "0000":
        return clock
    away = datetime.timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    try:
        time = datetime.datetime.fromisoformat(clock)
        return (time - away if found[1] == "+" else time + away).isoformat(" ")
    except (ValueError, OverflowError):
        return None
