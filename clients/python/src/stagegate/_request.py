"""What a caller gives, as it travels: the names of the API, plain JSON, and nothing that is misspelt."""

from __future__ import annotations

import datetime
import math
import os
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any
from uuid import UUID

from ._known import Known
from ._shown import Shown
from .api.names import EXTRA, FIELDS, FLAT, LEADS
from .api.types import Unset
from .artifacts import artifact_digest
from .errors import UnknownFieldError

BY_NAME = "by name: "


def request(operation: str, schema: str, body: object, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The body of an operation, from one mapping or class, from keywords, or from both.

    Raises UnknownFieldError for a field that the request has not, and TypeError when a required keyword is missing.
    """
    given = _with_digest({name: value for name, value in fields.items() if not isinstance(value, Unset)})
    given = _gathered(operation, schema, given)
    if isinstance(body, Shown):
        return {**body.to_dict(), **_object(operation, schema, given)}
    whole = _whole(operation, schema, body)
    body_fields = {} if whole is None else _object(operation, schema, _with_digest(dict(whole)))
    keywords = _object(operation, schema, given)
    if whole is None or not isinstance(body, Mapping):
        _refuse_missing(operation, schema, {**body_fields, **keywords})
    return {**body_fields, **keywords}


def plain(value: Any) -> Any:
    """A value as JSON has it: of dates, UUIDs, paths, scalars of NumPy and classes of the API."""
    if isinstance(value, Shown):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, datetime.datetime):
        return moment(value)
    if isinstance(value, (UUID, os.PathLike)):
        return str(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(inner) for inner in value]
    if hasattr(value, "tolist"):
        return plain(value.tolist())  # NumPy and pandas
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is no number that can be sent; leave out what could not be measured.")
    return value


def moment(value: datetime.datetime) -> str:
    """A time with its offset; one without is local time."""
    return (value if value.tzinfo else value.astimezone()).isoformat()


def query_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters that were given, as text or number."""
    return {
        name: _parameter(value) for name, value in given.items() if value is not None and not isinstance(value, Unset)
    }


def headers_of(given: Mapping[str, Any]) -> dict[str, str]:
    """The headers that were given."""
    return {name: str(value) for name, value in given.items() if _is_given(value)}


def unknown_field(operation: str, name: str, known: Iterable[str]) -> UnknownFieldError:
    """What is wrong with a name that is none of the known ones of the API, with the nearest in the caller's manner."""
    in_manner_of_api = any(letter.isupper() for letter in name[1:]) and "_" not in name
    choices = {in_python(one): one if in_manner_of_api else in_python(one) for one in known}
    near = get_close_matches(in_python(name), choices, 1, 0.6)
    hint = f'Did you mean "{choices[near[0]]}"?' if near else f"It has {', '.join(sorted(choices.values()))}."
    return UnknownFieldError(f'{operation} has no field "{name}". {hint}')


def _is_given(value: object) -> bool:
    return value is not None and not isinstance(value, Unset)


def _parameter(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        return moment(value)
    if hasattr(value, "item"):
        return value.item()
    return value if isinstance(value, (int, float)) else str(value)


def _whole(operation: str, schema: str, body: object) -> Mapping[str, Any] | None:
    if body is None or isinstance(body, Mapping):
        return body
    lead = LEADS.get(schema)
    if lead is None or not isinstance(body, (str, int, float)):
        shape = f"a mapping or {schema}" if lead is None else f"a mapping, {schema} or {in_python(lead)}"
        raise TypeError(f"{operation} takes its body as {shape}, not {type(body).__name__}.")
    return {lead: body}


def _refuse_missing(operation: str, schema: str, given: Mapping[str, Any]) -> None:
    present = {in_python(name) for name in given}
    missing = [in_python(name) for name, known in FIELDS[schema].items() if known.required]
    if missing := [name for name in missing if name not in present]:
        raise TypeError(f"{operation} needs {' and '.join(missing)}.")


def _with_digest(given: dict[str, Any]) -> dict[str, Any]:
    """The digest of `artifact`, a file, takes its place."""
    if "artifact" not in given:
        return given
    artifact = given.pop("artifact")
    if artifact is None:
        return given
    stated = given.pop("artifactDigest", None) or given.pop("artifact_digest", None)
    computed = artifact_digest(artifact)
    if stated not in (None, computed):
        raise ValueError(f"The digest of {artifact} is {computed}, not {stated}.")
    return {**given, "artifact_digest": computed}


def _gathered(operation: str, schema: str, given: dict[str, Any]) -> dict[str, Any]:
    """The keywords with those in one object that the API has there, such as `label` in `columns`."""
    holder = FLAT.get(schema)
    if holder is None:
        return given
    inner = FIELDS[FIELDS[schema][holder].inside]
    flat = {name: value for name, value in given.items() if name in inner or name in map(in_python, inner)}
    if not flat:
        return given
    rest = {name: value for name, value in given.items() if name not in flat}
    return {**rest, holder: {**plain(rest.get(holder) or {}), **flat}}


def _object(operation: str, schema: str, given: Mapping[str, Any]) -> dict[str, Any]:
    known = FIELDS[schema]
    named = {in_python(name): name for name in known}
    wire: dict[str, Any] = {}
    for name, value in given.items():
        field = name if name in known else named.get(str(name).rstrip("_"))
        if field is None:
            raise unknown_field(operation, str(name), [*known, *EXTRA.get(schema, [])])
        if field in wire:
            raise UnknownFieldError(f'{operation} has "{in_python(field)}" twice.')
        if value is not None or known[field].nullable or known[field].required:
            wire[field] = _value(operation, known[field], value)
    return wire


def _value(operation: str, known: Known, value: Any) -> Any:
    inside = known.inside
    if not inside or isinstance(value, Shown):
        return plain(value)
    if inside.startswith(BY_NAME) and isinstance(value, Mapping):
        inner = Known(inside.removeprefix(BY_NAME))
        return {str(name): _value(operation, inner, one) for name, one in value.items()}
    if isinstance(value, Mapping):
        return _object(operation, inside, value)
    if isinstance(value, (list, tuple)):
        return [_value(operation, known, one) for one in value]
    return plain(value)


def in_python(name: str) -> str:
    """`artifactUri` as Python names it."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
