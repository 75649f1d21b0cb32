"""Docstrings of operations: what they do, parameters, answer, exceptions and an example."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any

from .annotations import Annotations
from .document import POLICY, Operation, Schema, reference, snake
from .typed_dicts import FLAT, extra_fields

SAMPLES: dict[str, Any] = {"model": "census-income", "version": 4, "stage": "Production", "alias": "champion"}
SAMPLE_ID = "01939d3e-0000-7000-8000-000000000001"
SAMPLE_FIELDS = 3
EXCEPTIONS = {
    "400": "InvalidRequestError",
    "401": "UnauthenticatedError",
    "403": "ForbiddenError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "412": "PreconditionFailedError",
    "422": "InvalidRequestError",
}
LINE = 108


def docstring(operation: Operation, annotations: Annotations) -> str:
    """The docstring without its quotes, not indented."""
    what, _, roles = operation.description.partition(" Roles that may: ")
    parts = [_filled(what)]
    if roles:
        parts.append(_filled(f"Roles that may: {roles}"))
    arguments = _arguments(operation, annotations)
    if arguments:
        parts.append("\n".join(["Args:", *(_entry(name, text) for name, text in arguments)]))
    parts.append("\n".join(["Raises:", *(_entry(name, text) for name, text in _raised(operation, bool(arguments)))]))
    parts.append("\n".join(["Example:", textwrap.indent(example(operation, annotations), "    ")]))
    text = "\n\n".join(parts)
    return text.replace("\\", "\\\\").replace('"""', "'''")


def _arguments(operation: Operation, annotations: Annotations) -> list[tuple[str, str]]:
    found = [(snake(one["name"]), one["description"]) for one in operation.taken("path")]
    found += [(snake(one["name"]), one["description"]) for one in operation.taken("query") if one.get("required")]
    if operation.body:
        schema = annotations.document.schemas[operation.body]
        lead = annotations.document.lead(operation.body)
        alone = f", or `{snake(lead)}` alone" if lead else ""
        found.append(("body", f"All fields in one mapping or class, instead of by keyword{alone}."))
        for field, inner in schema["properties"].items():
            needed = " Required." if field in schema.get("required", []) and FLAT.get(operation.body) != field else ""
            found.append((snake(field), f"{inner.get('description', '')}{needed}"))
        found += [(name, sentence) for name, (_, sentence) in extra_fields(annotations, operation.body).items()]
    found += [(snake(one["name"]), one["description"]) for one in operation.taken("query") if not one.get("required")]
    return found + [(snake(one["name"]), one["description"]) for one in operation.taken("header")]


def _raised(operation: Operation, takes: bool) -> list[tuple[str, str]]:
    found = []
    for status, response in operation.responses.items():
        if status not in EXCEPTIONS:
            continue
        text = re.sub(r"\s+", " ", response["description"])
        if status == "422" and "GATES_REFUSED" in text:
            found.append(("GatesRefusedError", f"{status}, {text}"))
        else:
            found.append((EXCEPTIONS[status], f"{status}, {text}"))
    if operation.body:
        found.append(("UnknownFieldError", "A field that the request has not; nothing was sent."))
    return [*found, ("UnavailableError", "The service is busy or failed."), ("StagegateConnectionError", "No answer.")]


def example(operation: Operation, annotations: Annotations) -> str:
    """A call as a program would write it."""
    given = [written(_sample(one, annotations)) for one in operation.taken("path")]
    given += [written(_sample(one, annotations)) for one in operation.taken("query") if one.get("required")]
    if operation.body:
        given += _shown_body(operation.body, operation.example, annotations)
    if operation.name.startswith("list_"):
        return f">>> for one in registry.{operation.name}({', '.join([*given, 'limit=20'])}).items:\n...     print(one)"
    line = f">>> registry.{operation.name}({', '.join(given)})"
    if len(line) <= LINE - 12:
        return line
    return "\n".join([f">>> registry.{operation.name}(", *(f"...     {one}," for one in given), "... )"])


class Moment(str):
    """A time of an example, which a program gives as a datetime."""


def written(value: Any) -> str:
    """A value as source text, with double quotes."""
    if isinstance(value, Moment):
        return f"datetime.fromisoformat({written(value.replace('Z', '+00:00'))})"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{written(key)}: {written(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return repr(value)


def _sample(parameter: Schema, annotations: Annotations) -> Any:
    name, schema = parameter["name"], parameter["schema"]
    target = reference(schema)
    values = (annotations.document.schemas[target] if target else schema).get("enum")
    if name in SAMPLES:
        return SAMPLES[name]
    if values:
        return values[0]
    if schema.get("format") == "uuid":
        return SAMPLE_ID
    if schema.get("format") == "date-time":
        return Moment("2026-11-01T00:00:00.000Z")
    return 3 if schema.get("type") in ("integer", "number") else name


def _shown_body(name: str, sample: Schema, annotations: Annotations) -> list[str]:
    schema = annotations.document.schemas[name]
    required = [one for one in schema.get("required", []) if one in sample]
    others = [one for one in sample if one not in required and len(repr(sample[one])) <= 60]
    shown = [*required, *others][: max(SAMPLE_FIELDS, len(required))]
    values = {one: written(_in_python(schema["properties"][one], sample[one], annotations)) for one in shown}
    if shown == [annotations.document.lead(name)]:
        return [*values.values()]
    return [f"{snake(one)}={text}" for one, text in values.items()]


def _in_python(schema: Schema, value: Any, annotations: Annotations) -> Any:
    """A value with the names of Python, a list by its first entry; the parts of a policy keep their names."""
    target = reference(schema)
    document = annotations.document
    if target in document.policy_parts or target == POLICY:
        return value
    if schema.get("format") == "date-time" and isinstance(value, str):
        return Moment(value)
    if isinstance(value, list):
        return [_in_python(schema.get("items", {}), one, annotations) for one in value[:1]]
    if isinstance(value, dict) and target and document.fields(target):
        inner = document.fields(target)
        return {snake(key): _in_python(inner.get(key, {}), one, annotations) for key, one in value.items()}
    return value


def _entry(name: str, text: str) -> str:
    wrapped = textwrap.wrap(re.sub(r"\s+", " ", f"{name}: {text}"), LINE - 8, break_on_hyphens=False)
    return "\n".join([f"    {wrapped[0]}", *(f"        {line}" for line in wrapped[1:])])


def _filled(text: str) -> str:
    return textwrap.fill(re.sub(r"\s+", " ", text), LINE, break_on_hyphens=False)
